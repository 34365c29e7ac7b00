package charts

import (
	"path/filepath"

	"warraq/charts/cache"
	"warraq/input/disk"
)

// What a folder keeps of charts between processes.
const (
	// CacheFormat is the version of the form of the files.
	CacheFormat = cache.Format
	// CacheLimit bounds what they take on disk, in bytes; those that were not used
	// for longest go first.
	CacheLimit = 32 << 20
)

func cacheOf(dir string, d disk.Disk) *cache.Cache {
	return &cache.Cache{Dir: dir, Limit: CacheLimit, Disk: d}
}

// A Share is a number of files, and what they take on disk, in bytes.
type Share struct {
	Files int
	Bytes int64
}

// Kept is what a folder keeps.
type Kept struct {
	Scenes    Share
	Libraries Share // compiled
	// Unfinished are files that are being written, or that a process left when it
	// died.
	Unfinished Share
}

// All are the files of every kind.
func (k Kept) All() Share {
	return Share{
		k.Scenes.Files + k.Libraries.Files + k.Unfinished.Files,
		k.Scenes.Bytes + k.Libraries.Bytes + k.Unfinished.Bytes,
	}
}

func keptOf(entries []cache.Entry) (k Kept) {
	for _, e := range entries {
		files := &k.Unfinished
		switch filepath.Ext(e.Name) {
		case sceneSuffix:
			files = &k.Scenes
		case ".bytecode":
			files = &k.Libraries
		}
		files.Files++
		files.Bytes += e.Bytes
	}
	return k
}

// CacheHolds returns what a folder of Options.CacheDir keeps, on a disk; nil is
// the machine's. One that is not there keeps nothing.
func CacheHolds(dir string, d disk.Disk) (Kept, error) {
	entries, err := cacheOf(dir, d).Entries()
	return keptOf(entries), err
}

// ClearCache removes what CacheHolds counts and nothing else, and returns what it
// removed, also with an error.
func ClearCache(dir string, d disk.Disk) (Kept, error) {
	gone, err := cacheOf(dir, d).Clear()
	return keptOf(gone), err
}
