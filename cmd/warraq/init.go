package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/urfave/cli/v2"

	"warraq/input/examples"
	"warraq/input/problem"
)

func initCommand(c console) *cli.Command {
	return &cli.Command{
		Name:         "init",
		Usage:        "write a small working brief with data into a folder, to start from",
		ArgsUsage:    "DIR",
		OnUsageError: wrongUsage,
		Action: func(ctx *cli.Context) error {
			if ctx.NArg() != 1 {
				return usageError{problem.Say("name one folder for the brief")}
			}
			return c.writeStarter(ctx.Args().First())
		},
	}
}

// writeStarter writes the starter brief, and overwrites nothing: it looks at
// every path before it writes to one. Where one cannot be written the others are
// taken back, so that it can be tried again.
func (c console) writeStarter(dir string) error {
	starter := examples.Starter()
	var names []string
	err := fs.WalkDir(starter, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if _, err := c.disk.Lstat(path); err == nil {
			return usageError{problem.Say("\"%s\" is there already", path)}
		} else if errors.Is(err, syscall.ENOTDIR) {
			return usageError{problem.Say("\"%s\" is not a folder", dir)}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return wrongPath("folder", dir, err)
		}
		names = append(names, name)
		return nil
	})
	if err != nil {
		return err
	}
	for i, name := range names {
		if err := c.writeNew(starter, name, filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			for _, written := range names[:i] {
				_ = c.disk.Remove(filepath.Join(dir, filepath.FromSlash(written)))
			}
			return err
		}
	}
	return nil
}

func (c console) writeNew(starter fs.FS, name, path string) error {
	data, err := fs.ReadFile(starter, name)
	if err != nil {
		return err
	}
	if err := c.disk.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	f, err := c.disk.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("cannot write the brief: %w", err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = c.disk.Remove(path)
	}
	return err
}
