package pipeline

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"warraq/input/disk"
)

// Replace writes a file so that its path always holds a whole one: the data go
// to a new file in the same folder, reach the disk, and take the path's place
// in one step, which then reaches the disk as well. Where anything fails before
// that step the earlier file stays as it was, and nothing else is left behind.
// A link stays a link, and what it ends in is replaced; one that ends in nothing
// is left alone. Errors are the machine's: disk and permission.
func Replace(d disk.Disk, path string, data []byte) error {
	path, replaced, err := target(d, path)
	if err != nil {
		return err
	}
	f, name, err := createBeside(d, path)
	if err != nil {
		return err
	}
	err = fill(f, data, replaced)
	if err == nil {
		err = d.Rename(name, path)
	}
	if err != nil {
		_ = d.Remove(name) // the first error is the one to report
		return err
	}
	return syncFolder(d, filepath.Dir(path))
}

// target is the path of the file that is to be replaced, and what it is; nil
// where there is none yet.
func target(d disk.Disk, path string) (string, fs.FileInfo, error) {
	info, err := d.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := d.Lstat(path); err == nil {
			return "", nil, &fs.PathError{Op: "write", Path: path, Err: errors.New("is a link to nothing")}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", nil, err
		}
		return path, nil, nil
	case err != nil:
		return "", nil, err
	case info.IsDir():
		return "", nil, &fs.PathError{Op: "write", Path: path, Err: errors.New("is a folder")}
	case !info.Mode().IsRegular():
		return "", nil, &fs.PathError{Op: "write", Path: path, Err: errors.New("is no file that can be replaced")}
	}
	path, err = d.Follow(path)
	return path, info, err
}

// temporaries is how many files may be on the way to one path at once, from as
// many builds.
const temporaries = 100

// abandoned is the age at which a temporary file belongs to a build that was
// killed while it wrote: to write one takes seconds.
const abandoned = time.Hour

// createBeside makes a new hidden file in the folder of path, with the
// permissions that the user's mask leaves it. Its name is short whatever the
// length of the path's own, and known from it, so that those which killed builds
// left can be found, and are removed.
func createBeside(d disk.Disk, path string) (disk.File, string, error) {
	folder, base := filepath.Split(path)
	h := fnv.New32a()
	h.Write([]byte(base))
	var taken []string
	for n := 1; ; n++ {
		name := filepath.Join(folder, fmt.Sprintf(".warraq-%08x-%d.tmp", h.Sum32(), n))
		f, err := d.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		switch {
		case err == nil:
			sweep(d, f, taken)
			return f, name, nil
		case !errors.Is(err, fs.ErrExist) || n == temporaries:
			return nil, "", err
		}
		taken = append(taken, name)
	}
}

// sweep removes the files among these that are much older than a new one. What
// cannot be removed stays.
func sweep(d disk.Disk, created disk.File, names []string) {
	if len(names) == 0 {
		return
	}
	now, err := created.Stat()
	if err != nil {
		return
	}
	for _, name := range names {
		info, err := d.Lstat(name)
		if err == nil && info.Mode().IsRegular() && now.ModTime().Sub(info.ModTime()) > abandoned {
			_ = d.Remove(name)
		}
	}
}

// fill writes the data through to the disk and closes the file. The file takes
// the permissions of the one it will replace, if there is one.
func fill(f disk.File, data []byte, replaced fs.FileInfo) error {
	_, err := f.Write(data)
	if err == nil && replaced != nil {
		err = supported(f.Chmod(replaced.Mode().Perm()))
	}
	if err == nil {
		err = supported(f.Sync())
	}
	return errors.Join(err, f.Close())
}

// syncFolder makes a rename in a folder last. A folder that may be written need
// not be one that may be read, and some systems sync none.
func syncFolder(d disk.Disk, folder string) error {
	f, err := d.OpenFile(folder, os.O_RDONLY, 0)
	if errors.Is(err, fs.ErrPermission) {
		return nil
	} else if err != nil {
		return supported(err)
	}
	err = supported(f.Sync())
	if errors.Is(err, fs.ErrPermission) {
		err = nil
	}
	return errors.Join(err, f.Close())
}

// supported passes over the answer of a file system that does not know what it
// is asked to do, as some on a network do not know to sync.
func supported(err error) error {
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}
