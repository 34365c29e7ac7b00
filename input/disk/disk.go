// Package disk is all that the program asks of a file system where it writes,
// and the files that a command line names: the machine's own, or one handed in
// its place, which may fail wherever a test wants it to.
//
// What a brief names is read through an [fs.FS] and never through this.
package disk

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A Disk is a file system. Names are those of the operating system; what goes
// wrong is an [*fs.PathError] or an [*os.LinkError], which say what was tried
// with which path.
type Disk interface {
	Stat(name string) (fs.FileInfo, error)
	Lstat(name string) (fs.FileInfo, error)
	// Follow returns the path of what a chain of links ends in.
	Follow(name string) (string, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	// OpenFile is [os.OpenFile].
	OpenFile(name string, flag int, perm fs.FileMode) (File, error)
	// OpenRoot opens a folder that nothing is read outside of.
	OpenRoot(name string) (Root, error)
	MkdirAll(name string, perm fs.FileMode) error
	Rename(from, to string) error
	Remove(name string) error
}

// A File is an open one.
type File interface {
	fs.File
	io.Writer
	Chmod(perm fs.FileMode) error
	// Sync returns once what was written has reached the disk.
	Sync() error
}

// A Root is an open folder.
type Root interface {
	FS() fs.FS
	Close() error
}

// Machine is the file system that the program runs on.
type Machine struct{}

// Stat is [os.Stat].
func (Machine) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

// Lstat is [os.Lstat].
func (Machine) Lstat(name string) (fs.FileInfo, error) { return os.Lstat(name) }

// Follow is [filepath.EvalSymlinks].
func (Machine) Follow(name string) (string, error) { return filepath.EvalSymlinks(name) }

// ReadDir is [os.ReadDir].
func (Machine) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }

// OpenFile is [os.OpenFile].
func (Machine) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	f, err := os.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err // not a nil *os.File, which would be a File
	}
	return f, nil
}

// OpenRoot is [os.OpenRoot].
func (Machine) OpenRoot(name string) (Root, error) {
	r, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return r, nil
}

// MkdirAll is [os.MkdirAll].
func (Machine) MkdirAll(name string, perm fs.FileMode) error { return os.MkdirAll(name, perm) }

// Rename is [os.Rename].
func (Machine) Rename(from, to string) error { return os.Rename(from, to) }

// Remove is [os.Remove].
func (Machine) Remove(name string) error { return os.Remove(name) }

// The reasons why [ReadFile] refuses a file that is there.
var (
	ErrNotFile  = errors.New("not a regular file")
	ErrTooLarge = errors.New("too large")
)

// ReadFile reads a regular file of at most limit bytes. It looks before it
// opens, since to open a pipe would wait for a writer, and some devices never
// end.
func ReadFile(d Disk, name string, limit int64) ([]byte, error) {
	info, err := d.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: name, Err: ErrNotFile}
	case info.Size() > limit:
		return nil, &fs.PathError{Op: "read", Path: name, Err: ErrTooLarge}
	}
	f, err := d.OpenFile(name, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// The file may grow between the look and the reading.
	data := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	if _, err := data.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, err
	}
	if int64(data.Len()) > limit {
		return nil, &fs.PathError{Op: "read", Path: name, Err: ErrTooLarge}
	}
	return data.Bytes(), nil
}
