package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestKeepsWhatWasPut(t *testing.T) {
	c := Cache{Dir: filepath.Join(t.TempDir(), "deep", "er")}
	if _, ok := c.Get("a.x"); ok {
		t.Error("an empty cache has an entry")
	}
	for _, body := range []string{"", "one", strings.Repeat("long", 5000)} {
		c.Put("a.x", []byte(body))
		if got, ok := c.Get("a.x"); !ok || string(got) != body {
			t.Errorf("got %d bytes, %t; want %d", len(got), ok, len(body))
		}
	}
	if files, _ := os.ReadDir(c.Dir); len(files) != 1 {
		t.Errorf("left %d files", len(files))
	}
}

func TestZeroCacheKeepsNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	var c Cache
	c.Put("a", []byte("b"))
	if _, ok := c.Get("a"); ok {
		t.Error("a cache without a folder has an entry")
	}
	if files, _ := os.ReadDir("."); len(files) != 0 {
		t.Error("a cache without a folder wrote a file")
	}
}

// Whatever one byte is changed, an entry is no longer there.
func TestDamagedEntriesAreAbsent(t *testing.T) {
	c := Cache{Dir: t.TempDir()}
	c.Put("a", []byte("sound"))
	path := filepath.Join(c.Dir, "a")
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	damaged := [][]byte{nil, sound[:10], sound[:len(sound)-1], append(bytes.Clone(sound), 0)}
	for i := range sound {
		d := bytes.Clone(sound)
		d[i] ^= 0x40
		damaged = append(damaged, d)
	}
	for i, d := range damaged {
		if err := os.WriteFile(path, d, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, ok := c.Get("a"); ok {
			t.Errorf("damage %d is not seen", i)
		}
	}
}

func TestOldestEntriesGoFirst(t *testing.T) {
	c := Cache{Dir: t.TempDir(), Limit: 5 * block}
	begin := time.Now().Add(-time.Hour)
	for i := range 8 {
		name := fmt.Sprintf("%d.x", i)
		c.Put(name, make([]byte, 100)) // one block
		at := begin.Add(time.Duration(i) * time.Minute)
		if err := os.Chtimes(filepath.Join(c.Dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	c.Put("other.y", make([]byte, 6*block))
	for i := range 8 {
		if _, ok := c.Get(fmt.Sprintf("%d.x", i)); ok != (i >= 3) {
			t.Errorf("entry %d kept: %t", i, ok)
		}
	}
	if _, ok := c.Get("other.y"); !ok {
		t.Error("an entry larger than the limit is gone at once")
	}
}

func TestAbandonedFilesAreSwept(t *testing.T) {
	c := Cache{Dir: t.TempDir(), Limit: 1 << 20}
	old, fresh := filepath.Join(c.Dir, ".a.x.123"), filepath.Join(c.Dir, ".a.x.456")
	for _, name := range []string{old, fresh} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	past := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(old, past, past); err != nil {
		t.Fatal(err)
	}
	c.Put("b.x", nil)
	if _, err := os.Stat(old); err == nil {
		t.Error("the file of a dead process is still there")
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Error("the file of a living process is gone")
	}
}

// Writers and readers at once see whole entries or none.
func TestManyAtOnce(t *testing.T) {
	c := Cache{Dir: t.TempDir(), Limit: 20_000}
	var wait sync.WaitGroup
	for w := range 8 {
		wait.Go(func() {
			for i := range 30 {
				name := fmt.Sprintf("%d.x", i%5)
				body := bytes.Repeat([]byte{byte('a' + i%5)}, 1000)
				if w%2 == 0 {
					c.Put(name, body)
				} else if got, ok := c.Get(name); ok && !bytes.Equal(got, body) {
					t.Errorf("%s holds something else", name)
				}
			}
		})
	}
	wait.Wait()
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c := Cache{Dir: filepath.Join(file, "cache")}
	c.Put("a", []byte("b"))
	if _, ok := c.Get("a"); ok {
		t.Error("an entry in a folder that cannot be")
	}
}
