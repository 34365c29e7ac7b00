package main

import (
	"errors"
	"io/fs"
	"syscall"
	"unicode/utf8"

	"warraq/input/disk"
	"warraq/input/problem"
)

// The largest files that flags may name, in bytes. A collection of the faces of
// all East Asian scripts has some 30 MiB.
const fontLimit = 64 << 20

// readNamed reads a file that a flag names.
func (c console) readNamed(what, path string, limit int64) ([]byte, error) {
	data, err := disk.ReadFile(c.disk, path, limit)
	if errors.Is(err, disk.ErrTooLarge) {
		return nil, usageError{problem.Say("the %s \"%s\" is larger than %d MiB", what, path, limit>>20)}
	}
	return data, wrongPath(what, path, err)
}

// wrongPath makes wrong usage of an error that says that a path can name no
// file. Any other is the machine's.
func wrongPath(what, path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid), errors.Is(err, syscall.ENOTDIR):
		return usageError{problem.Say("there is no %s \"%s\"", what, path)}
	case errors.Is(err, disk.ErrNotFile):
		return usageError{problem.Say("the %s \"%s\" is not a regular file but a folder, a device or a pipe", what, path)}
	case errors.Is(err, syscall.ELOOP):
		return usageError{problem.Say("the %s \"%s\" is a link that leads in a circle", what, path)}
	case errors.Is(err, syscall.ENAMETOOLONG):
		return usageError{problem.Say("the name of the %s \"%s\" is too long for the file system", what, path)}
	}
	return err
}

// briefFile checks that an argument names a file that can be a brief.
func (c console) briefFile(path string) error {
	info, err := c.disk.Stat(path)
	switch {
	case err != nil:
		return wrongPath("file", path, err)
	case info.IsDir():
		return usageError{problem.Say("\"%s\" is a folder; name the brief in it", path)}
	case !info.Mode().IsRegular():
		return usageError{problem.Say("\"%s\" is a device or a pipe; the brief - is standard input", path)}
	case !utf8.ValidString(path):
		return usageError{problem.Say("\"%s\" is a name that is not in UTF-8; rename it", path)}
	}
	return nil
}

// folder opens a folder that the command line names.
func (c console) folder(path string) (disk.Root, error) {
	info, err := c.disk.Stat(path) // a pipe would be waited for
	if err != nil {
		return nil, wrongPath("folder", path, err)
	}
	if !info.IsDir() {
		return nil, usageError{problem.Say("\"%s\" is not a folder", path)}
	}
	return c.disk.OpenRoot(path)
}
