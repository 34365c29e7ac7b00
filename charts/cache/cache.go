// Package cache keeps what was computed in files, so that the next process need
// not compute it again.
//
// A cache is never trusted: an entry carries the version of its form and a
// checksum of its name and body, and one that is damaged, of another version, or
// stands under another's name, counts as absent. Entries are written whole or not
// at all, so several processes may share a folder.
package cache

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"warraq/input/disk"
)

// Format is the version of the form of an entry: its head, the checksum, the
// body.
const Format = 1

// mark begins every entry of any version, which follows it; by it a file is known
// for one that a cache made.
const mark = "warraq cache "

// head is what an entry begins with.
const head = mark + "1\n"

// A Cache is a folder of entries. It is safe for several goroutines; nil, and the
// zero Cache, keep nothing.
type Cache struct {
	// Dir is the folder; it is made when the first entry is written. Empty
	// switches the cache off.
	Dir string
	// Limit is the number of bytes that all entries may take on disk; those that
	// were not used for longest go first. Zero means no limit.
	Limit int64
	// Disk is where the folder is; nil is the machine's.
	Disk disk.Disk

	turn sync.Mutex
	room int64 // bytes that are free for sure: 0 before the folder was looked at
}

func (c *Cache) disk() disk.Disk {
	if c.Disk == nil {
		return disk.Machine{}
	}
	return c.Disk
}

// off reports a cache that keeps nothing.
func (c *Cache) off() bool { return c == nil || c.Dir == "" }

// Get returns the entry of a name, and whether there is a sound one.
func (c *Cache) Get(name string) ([]byte, bool) {
	if c.off() {
		return nil, false
	}
	path := filepath.Join(c.Dir, name)
	// A link is not followed: it is nothing that was put here.
	info, err := c.disk().Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	data, err := disk.ReadFile(c.disk(), path, largestEntry)
	if err != nil {
		return nil, false
	}
	data, ok := bytes.CutPrefix(data, []byte(head))
	if !ok || len(data) < sha256.Size {
		return nil, false
	}
	body := data[sha256.Size:]
	if sum := checksum(name, body); !bytes.Equal(sum[:], data[:sha256.Size]) {
		return nil, false
	}
	c.used(path, info)
	return body, true
}

// used makes an entry younger than what came before now. Its first byte is
// written over with itself, which sets the file's time without asking for it.
// Where nothing came or went since the entry was used last, it is young enough.
func (c *Cache) used(path string, entry fs.FileInfo) {
	if folder, err := c.disk().Stat(c.Dir); err != nil || entry.ModTime().After(folder.ModTime()) {
		return
	}
	f, err := c.disk().OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return
	}
	// Nothing but the file that was read is written to.
	if opened, err := f.Stat(); err == nil && os.SameFile(entry, opened) {
		_, _ = f.Write([]byte(mark[:1])) // an entry that stays old
	}
	_ = f.Close()
}

// largestEntry is the most bytes that one entry may have.
const largestEntry = 64 << 20

// checksum is that of an entry: its name takes part, so that no entry passes
// for another.
func checksum(name string, body []byte) [sha256.Size]byte {
	h := sha256.New()
	h.Write([]byte(name))
	h.Write([]byte{0})
	h.Write(body)
	return [sha256.Size]byte(h.Sum(nil))
}

// Put writes an entry, unless it alone would pass the limit. A folder that cannot
// be written makes the next process slower, not wrong, so nothing is reported.
func (c *Cache) Put(name string, body []byte) {
	if c.off() {
		return
	}
	size := taken(int64(len(head) + sha256.Size + len(body)))
	if size > largestEntry || c.Limit > 0 && size > c.Limit {
		return
	}
	d := c.disk()
	if d.MkdirAll(c.Dir, 0o700) != nil {
		return
	}
	f, temporary, err := c.create(name)
	if err != nil {
		return
	}
	sum := checksum(name, body)
	_, errHead := f.Write(append([]byte(head), sum[:]...))
	_, errBody := f.Write(body)
	err = errors.Join(errHead, errBody, f.Close())
	if err == nil {
		err = d.Rename(temporary, filepath.Join(c.Dir, name))
	}
	if err != nil {
		_ = d.Remove(temporary) // an hour later trim does it
		return
	}
	c.makeRoom(name, size)
}

// writers is how many may write one entry at once.
const writers = 100

// create makes a new file for an entry to be written to.
func (c *Cache) create(name string) (disk.File, string, error) {
	for n := 1; ; n++ {
		path := filepath.Join(c.Dir, "."+name+"."+strconv.Itoa(n))
		f, err := c.disk().OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !errors.Is(err, fs.ErrExist) || n == writers {
			return f, path, err
		}
	}
}

// An Entry is one that a cache holds, sound or not.
type Entry struct {
	// Name is that of the file; a file that a process is writing, or died while
	// it wrote, begins with a point.
	Name string
	// Bytes is what it takes on disk.
	Bytes int64
}

// Entries returns what the cache made of what stands in its folder, of any
// version, by name. A folder that is not there holds nothing.
func (c *Cache) Entries() ([]Entry, error) {
	if c.off() {
		return nil, nil
	}
	files, err := c.files()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var entries []Entry
	for _, f := range files {
		switch own, err := c.made(f.info); {
		case errors.Is(err, fs.ErrNotExist): // another process took it away
		case err != nil:
			return nil, err
		case own:
			entries = append(entries, Entry{f.info.Name(), f.size})
		}
	}
	return entries, nil
}

// Clear removes the entries that Entries returns, and nothing else, and returns
// those that it removed, also with an error.
func (c *Cache) Clear() ([]Entry, error) {
	entries, err := c.Entries()
	if err != nil {
		return nil, err
	}
	var gone []Entry
	var errs []error
	for _, e := range entries {
		switch err := c.disk().Remove(filepath.Join(c.Dir, e.Name)); {
		case err == nil:
			gone = append(gone, e)
		case !errors.Is(err, fs.ErrNotExist):
			errs = append(errs, fmt.Errorf("clearing the cache: %w", err))
		}
	}
	return gone, errors.Join(errs...)
}
