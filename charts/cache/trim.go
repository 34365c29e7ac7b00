package cache

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// block is the unit in which most file systems give room, in bytes. A file takes
// whole ones, so that a limit bounds the number of files as well.
const block = 4096

// taken is the room that a file of some size takes.
func taken(size int64) int64 { return (size + block - 1) / block * block }

// A found file stands in the folder and may be an entry, by its name.
type found struct {
	info fs.FileInfo
	size int64
}

// entryName is how entries are named, and the files that they are written to
// first.
var entryName = regexp.MustCompile(`^([A-Za-z0-9-][A-Za-z0-9.-]*\.[a-z]+|\.[A-Za-z0-9-][A-Za-z0-9.-]*\.[a-z]+\.[0-9]{1,3})$`)

// files lists the regular files of the folder that are named as entries are, by
// name.
func (c *Cache) files() ([]found, error) {
	listed, err := c.disk().ReadDir(c.Dir)
	if err != nil {
		return nil, err
	}
	var files []found
	for _, f := range listed {
		if !f.Type().IsRegular() || !entryName.MatchString(f.Name()) {
			continue
		}
		if info, err := f.Info(); err == nil && info.Mode().IsRegular() {
			files = append(files, found{info, taken(info.Size())})
		}
	}
	return files, nil
}

// made reports whether a cache made a file, by what it begins with. One that
// is being written may end before that.
func (c *Cache) made(file fs.FileInfo) (bool, error) {
	f, err := c.disk().OpenFile(filepath.Join(c.Dir, file.Name()), os.O_RDONLY, 0)
	if err != nil {
		return false, err
	}
	defer f.Close()
	if opened, err := f.Stat(); err != nil || !os.SameFile(file, opened) {
		return false, err
	}
	begin, err := io.ReadAll(io.LimitReader(f, int64(len(mark))))
	if err != nil {
		return false, err
	}
	if isTemporary(file.Name()) {
		return strings.HasPrefix(mark, string(begin)), nil
	}
	return bytes.Equal(begin, []byte(mark)), nil
}

func isTemporary(name string) bool { return strings.HasPrefix(name, ".") }

// makeRoom counts an entry that was written. Where it may be that the limit is
// passed it looks through the folder: once for each process, and then whenever a
// sixteenth of the limit was written, which it leaves free.
func (c *Cache) makeRoom(name string, size int64) {
	if c.Limit <= 0 {
		return
	}
	c.turn.Lock()
	defer c.turn.Unlock()
	if c.room -= size; c.room < 0 {
		free := c.Limit / 16 / block * block
		c.trim(name, c.Limit-free)
		c.room = free
	}
}

// abandoned is the age at which a temporary file belongs to a process that
// died while it wrote.
const abandoned = time.Hour

// trim removes the entries that were not used for longest until the rest fit.
// The entry just written stays.
func (c *Cache) trim(keep string, limit int64) {
	files, err := c.files()
	if err != nil {
		return
	}
	var total int64
	var newest time.Time
	for _, f := range files {
		if f.info.ModTime().After(newest) {
			newest = f.info.ModTime()
		}
		if !isTemporary(f.info.Name()) {
			total += f.size
		}
	}
	slices.SortFunc(files, func(a, b found) int {
		return cmp.Or(a.info.ModTime().Compare(b.info.ModTime()), strings.Compare(a.info.Name(), b.info.Name()))
	})
	for _, f := range files {
		temporary := isTemporary(f.info.Name())
		if temporary && newest.Sub(f.info.ModTime()) <= abandoned || !temporary && (total <= limit || f.info.Name() == keep) {
			continue
		}
		own, err := c.made(f.info)
		if own {
			err = c.disk().Remove(filepath.Join(c.Dir, f.info.Name()))
		}
		// What is gone, or was never an entry, takes no room of the entries.
		if !temporary && (err == nil || errors.Is(err, fs.ErrNotExist)) {
			total -= f.size
		}
	}
}
