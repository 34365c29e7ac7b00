// Package cache keeps what was computed in files, so that the next process need
// not compute it again.
//
// A cache is never trusted: an entry carries a checksum of its name and body,
// and one that is damaged, or stands under another's name, counts as absent.
// Entries are written whole or not at all, so several processes may share a
// folder.
package cache

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"warraq/input/disk"
)

// A Cache is a folder of entries. The zero Cache keeps nothing.
type Cache struct {
	// Dir is the folder; it is made when the first entry is written. Empty
	// switches the cache off.
	Dir string
	// Limit is the number of bytes all entries of one suffix may take on disk;
	// the oldest go first. Zero means no limit.
	Limit int64
	// Disk is where the folder is; nil is the machine's.
	Disk disk.Disk
}

func (c Cache) disk() disk.Disk {
	if c.Disk == nil {
		return disk.Machine{}
	}
	return c.Disk
}

// Get returns the entry of a name, and whether there is a sound one.
func (c Cache) Get(name string) ([]byte, bool) {
	if c.Dir == "" {
		return nil, false
	}
	path := filepath.Join(c.Dir, name)
	// A link is not followed: it is nothing that was put here.
	if info, err := c.disk().Lstat(path); err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	data, err := disk.ReadFile(c.disk(), path, largestEntry)
	if err != nil || len(data) < sha256.Size {
		return nil, false
	}
	body := data[sha256.Size:]
	if sum := checksum(name, body); !bytes.Equal(sum[:], data[:sha256.Size]) {
		return nil, false
	}
	return body, true
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

// Put writes an entry. A folder that cannot be written makes the next process
// slower, not wrong, so nothing is reported.
func (c Cache) Put(name string, body []byte) {
	d := c.disk()
	if c.Dir == "" || len(body) > largestEntry-sha256.Size || d.MkdirAll(c.Dir, 0o700) != nil {
		return
	}
	f, temporary, err := c.create(name)
	if err != nil {
		return
	}
	sum := checksum(name, body)
	_, errSum := f.Write(sum[:])
	_, errBody := f.Write(body)
	err = errors.Join(errSum, errBody, f.Close())
	if err == nil {
		err = d.Rename(temporary, filepath.Join(c.Dir, name))
	}
	if err != nil {
		_ = d.Remove(temporary) // an hour later trim does it
		return
	}
	c.trim(filepath.Ext(name), name)
}

// writers is how many may write one entry at once.
const writers = 100

// create makes a new file for an entry to be written to.
func (c Cache) create(name string) (disk.File, string, error) {
	for n := 1; ; n++ {
		path := filepath.Join(c.Dir, fmt.Sprintf(".%s.%d", name, n))
		f, err := c.disk().OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !errors.Is(err, fs.ErrExist) || n == writers {
			return f, path, err
		}
	}
}

// abandoned is the age at which a temporary file belongs to a process that
// died while it wrote.
const abandoned = time.Hour

// block is the unit in which most file systems give room, in bytes.
const block = 4096

// trim removes the oldest entries of a suffix until the rest fit the limit. The
// entry just written stays, however large it is.
func (c Cache) trim(suffix, keep string) {
	if c.Limit <= 0 {
		return
	}
	files, err := c.disk().ReadDir(c.Dir)
	if err != nil {
		return
	}
	type entry struct {
		name string
		size int64
		time time.Time
	}
	var entries []entry
	var total int64
	var newest time.Time
	for _, f := range files {
		info, err := f.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if info.ModTime().After(newest) {
			newest = info.ModTime()
		}
		temporary := strings.HasPrefix(f.Name(), ".") // of any suffix
		if !temporary && filepath.Ext(f.Name()) != suffix {
			continue
		}
		// A file takes whole blocks, so this bounds the number of files as well.
		size := (info.Size() + block - 1) / block * block
		entries = append(entries, entry{f.Name(), size, info.ModTime()})
		if !temporary {
			total += size
		}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(a.time.Compare(b.time), strings.Compare(a.name, b.name))
	})
	for _, e := range entries {
		switch {
		case strings.HasPrefix(e.name, "."):
			if newest.Sub(e.time) > abandoned {
				_ = c.disk().Remove(filepath.Join(c.Dir, e.name))
			}
		case total > c.Limit && e.name != keep:
			if c.disk().Remove(filepath.Join(c.Dir, e.name)) == nil {
				total -= e.size
			}
		}
	}
}
