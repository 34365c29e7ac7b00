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
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A Cache is a folder of entries. The zero Cache keeps nothing.
type Cache struct {
	// Dir is the folder; it is made when the first entry is written. Empty
	// switches the cache off.
	Dir string
	// Limit is the number of bytes all entries of one suffix may take on disk;
	// the oldest go first. Zero means no limit.
	Limit int64
}

// Get returns the entry of a name, and whether there is a sound one.
func (c Cache) Get(name string) ([]byte, bool) {
	if c.Dir == "" {
		return nil, false
	}
	path := filepath.Join(c.Dir, name)
	// Looked at before it is opened: what somebody else put there may be a pipe,
	// which is waited for, or larger than memory.
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largestEntry {
		return nil, false
	}
	data, err := os.ReadFile(path)
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
	if c.Dir == "" || len(body) > largestEntry-sha256.Size || os.MkdirAll(c.Dir, 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(c.Dir, "."+name+".*")
	if err != nil {
		return
	}
	defer os.Remove(f.Name()) // after the rename there is nothing to remove
	sum := checksum(name, body)
	_, errSum := f.Write(sum[:])
	_, errBody := f.Write(body)
	if err := f.Close(); err != nil || errSum != nil || errBody != nil {
		return
	}
	if os.Rename(f.Name(), filepath.Join(c.Dir, name)) == nil {
		c.trim(filepath.Ext(name), name)
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
	files, err := os.ReadDir(c.Dir)
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
		temporary := strings.HasPrefix(f.Name(), ".") && strings.Contains(f.Name(), suffix+".")
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
				os.Remove(filepath.Join(c.Dir, e.name))
			}
		case total > c.Limit && e.name != keep:
			if os.Remove(filepath.Join(c.Dir, e.name)) == nil {
				total -= e.size
			}
		}
	}
}
