// Package faulty is a disk that fails where a test wants it to.
package faulty

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"

	"warraq/input/disk"
)

// A Step is one thing that was asked of a disk.
type Step struct {
	Operation string // "open", "write" …
	Path      string
}

// A Disk is the machine's, which fails where it is told. It is safe for several
// goroutines.
type Disk struct {
	// Fail is told of each step, and its number from 1. An error that it returns
	// is the step's: a write puts half of its data on the disk, a close closes,
	// and nothing else is done.
	Fail func(n int, s Step) error

	turn  sync.Mutex
	steps []Step
}

// Steps are those that were asked for so far.
func (d *Disk) Steps() []Step {
	d.turn.Lock()
	defer d.turn.Unlock()
	return d.steps
}

func (d *Disk) step(operation, path string) error {
	d.turn.Lock()
	defer d.turn.Unlock()
	s := Step{operation, path}
	d.steps = append(d.steps, s)
	if d.Fail == nil {
		return nil
	}
	if err := d.Fail(len(d.steps), s); err != nil {
		return &fs.PathError{Op: operation, Path: path, Err: err}
	}
	return nil
}

// step returns what under does, unless the disk fails.
func step[T any](d *Disk, operation, path string, under func() (T, error)) (T, error) {
	if err := d.step(operation, path); err != nil {
		var none T
		return none, err
	}
	return under()
}

var machine disk.Machine

// Stat is that of [disk.Disk], as are the others.
func (d *Disk) Stat(name string) (fs.FileInfo, error) {
	return step(d, "stat", name, func() (fs.FileInfo, error) { return machine.Stat(name) })
}

func (d *Disk) Lstat(name string) (fs.FileInfo, error) {
	return step(d, "lstat", name, func() (fs.FileInfo, error) { return machine.Lstat(name) })
}

func (d *Disk) Follow(name string) (string, error) {
	return step(d, "follow", name, func() (string, error) { return machine.Follow(name) })
}

func (d *Disk) ReadDir(name string) ([]fs.DirEntry, error) {
	return step(d, "list", name, func() ([]fs.DirEntry, error) { return machine.ReadDir(name) })
}

func (d *Disk) OpenFile(name string, flag int, perm fs.FileMode) (disk.File, error) {
	operation := "open"
	if flag&os.O_CREATE != 0 {
		operation = "create"
	}
	return step(d, operation, name, func() (disk.File, error) {
		f, err := machine.OpenFile(name, flag, perm)
		if err != nil {
			return nil, err
		}
		return &file{reader{f, d, name}, f}, nil
	})
}

func (d *Disk) OpenRoot(name string) (disk.Root, error) {
	return step(d, "open", name, func() (disk.Root, error) {
		r, err := machine.OpenRoot(name)
		if err != nil {
			return nil, err
		}
		return root{r, d, name}, nil
	})
}

func (d *Disk) MkdirAll(name string, perm fs.FileMode) error {
	if err := d.step("mkdir", name); err != nil {
		return err
	}
	return machine.MkdirAll(name, perm)
}

func (d *Disk) Rename(from, to string) error {
	if err := d.step("rename", from); err != nil {
		return err
	}
	return machine.Rename(from, to)
}

func (d *Disk) Remove(name string) error {
	if err := d.step("remove", name); err != nil {
		return err
	}
	return machine.Remove(name)
}

// A reader is an open file that is read.
type reader struct {
	under fs.File
	disk  *Disk
	path  string
}

func (f reader) Stat() (fs.FileInfo, error) {
	return step(f.disk, "stat", f.path, f.under.Stat)
}

func (f reader) Read(p []byte) (int, error) {
	return step(f.disk, "read", f.path, func() (int, error) { return f.under.Read(p) })
}

func (f reader) Close() error {
	err := f.under.Close()
	if failure := f.disk.step("close", f.path); failure != nil {
		return failure
	}
	return err
}

// A file is one that is written as well.
type file struct {
	reader
	under disk.File
}

func (f *file) Write(p []byte) (int, error) {
	if err := f.disk.step("write", f.path); err != nil {
		n, _ := f.under.Write(p[:len(p)/2])
		return n, err
	}
	return f.under.Write(p)
}

func (f *file) Chmod(perm fs.FileMode) error {
	if err := f.disk.step("chmod", f.path); err != nil {
		return err
	}
	return f.under.Chmod(perm)
}

func (f *file) Sync() error {
	if err := f.disk.step("sync", f.path); err != nil {
		return err
	}
	return f.under.Sync()
}

// A root is an open folder.
type root struct {
	disk.Root
	disk *Disk
	path string
}

func (r root) FS() fs.FS { return tree{r.Root.FS(), r.disk, r.path} }

func (r root) Close() error {
	err := r.Root.Close()
	if failure := r.disk.step("close", r.path); failure != nil {
		return failure
	}
	return err
}

// A tree is what can be read in a folder.
type tree struct {
	under fs.FS
	disk  *Disk
	path  string
}

func (t tree) at(name string) string {
	return filepath.Join(t.path, filepath.FromSlash(path.Clean(name)))
}

func (t tree) Open(name string) (fs.File, error) {
	return step(t.disk, "open", t.at(name), func() (fs.File, error) {
		f, err := t.under.Open(name)
		if err != nil {
			return nil, err
		}
		return reader{f, t.disk, t.at(name)}, nil
	})
}

func (t tree) Stat(name string) (fs.FileInfo, error) {
	return step(t.disk, "stat", t.at(name), func() (fs.FileInfo, error) { return fs.Stat(t.under, name) })
}
