package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace writes a file so that its path always holds a whole one: the data go
// to a new file in the same folder, reach the disk, and take the path's place
// in one step. Where anything fails the earlier file stays as it was, and
// nothing else is left behind. Errors are the machine's: disk and permission.
func Replace(path string, data []byte) error {
	// A link stays a link: what it points at is replaced.
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		info = nil
	case err != nil:
		return err
	case info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: errors.New("is a folder")}
	case !info.Mode().IsRegular():
		// A device or a pipe has no earlier content to keep.
		return os.WriteFile(path, data, 0)
	}
	f, err := createBeside(path)
	if err != nil {
		return err
	}
	err = fill(f, data, info)
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error is the one to report
	}
	return err
}

// createBeside makes a new hidden file in the folder of path, with the
// permissions that the user's mask leaves it.
func createBeside(path string) (*os.File, error) {
	folder, base := filepath.Split(path)
	for n := os.Getpid(); ; n++ {
		name := filepath.Join(folder, fmt.Sprintf(".%s.%d.tmp", base, n))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// fill writes the data through to the disk and closes the file. The file takes
// the permissions of the one it will replace, if there is one.
func fill(f *os.File, data []byte, replaced fs.FileInfo) error {
	_, err := f.Write(data)
	if err == nil && replaced != nil {
		err = f.Chmod(replaced.Mode().Perm())
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
