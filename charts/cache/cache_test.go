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
	c := &Cache{Dir: filepath.Join(t.TempDir(), "deep", "er")}
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
	c := &Cache{Dir: t.TempDir()}
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
	c := &Cache{Dir: t.TempDir(), Limit: 5 * block}
	begin := time.Now().Add(-time.Hour)
	for i := range 8 {
		name := fmt.Sprintf("%d.x", i)
		c.Put(name, make([]byte, 100)) // one block
		at := begin.Add(time.Duration(i) * time.Minute)
		if err := os.Chtimes(filepath.Join(c.Dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 8 {
		if _, err := os.Stat(filepath.Join(c.Dir, fmt.Sprintf("%d.x", i))); (err == nil) != (i >= 3) {
			t.Errorf("entry %d: %v", i, err)
		}
	}
	// What is used becomes young, and all suffixes have one limit.
	if _, ok := c.Get("3.x"); !ok {
		t.Fatal("entry 3 is gone")
	}
	c.Put("other.y", make([]byte, 100))
	for name, kept := range map[string]bool{"3.x": true, "4.x": false, "5.x": true, "other.y": true} {
		if _, ok := c.Get(name); ok != kept {
			t.Errorf("%s kept: %t", name, ok)
		}
	}
	c.Put("large.y", make([]byte, 6*block))
	if _, ok := c.Get("large.y"); ok {
		t.Error("an entry larger than the limit is kept")
	}
	if _, ok := c.Get("5.x"); !ok {
		t.Error("an entry that has no room takes that of another")
	}
}

// One process after another, and several at once, stay within the limit.
func TestLimitHoldsBetweenProcesses(t *testing.T) {
	dir := t.TempDir()
	const limit = 64 * block
	for round := range 6 {
		var wait sync.WaitGroup
		processes := 1 + round%3
		for p := range processes {
			wait.Go(func() {
				c := &Cache{Dir: dir, Limit: limit}
				for i := range 50 {
					c.Put(fmt.Sprintf("%d-%d-%d.x", round, p, i), make([]byte, i%3*block+100))
				}
			})
		}
		wait.Wait()
		var total int64
		entries, err := (&Cache{Dir: dir}).Entries()
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			total += e.Bytes
		}
		// Each may have written what it left free since it looked.
		if most := int64(limit + (processes-1)*limit/16); total > most || total < limit/2 {
			t.Errorf("round %d: %d entries take %d bytes of %d", round, len(entries), total, most)
		}
	}
}

func TestAbandonedFilesAreSwept(t *testing.T) {
	c := &Cache{Dir: t.TempDir(), Limit: 1 << 20}
	old, fresh := filepath.Join(c.Dir, ".a.x.12"), filepath.Join(c.Dir, ".a.x.45")
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
	c := &Cache{Dir: t.TempDir(), Limit: 20_000}
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
	c := &Cache{Dir: filepath.Join(file, "cache")}
	c.Put("a", []byte("b"))
	if _, ok := c.Get("a"); ok {
		t.Error("an entry in a folder that cannot be")
	}
}

// An entry of another version is absent, and is an entry nevertheless.
func TestOtherVersionsAreAbsent(t *testing.T) {
	if head != fmt.Sprintf("%s%d\n", mark, Format) {
		t.Errorf("entries begin with %q, which is not version %d", head, Format)
	}
	c := &Cache{Dir: t.TempDir()}
	c.Put("a.x", []byte("body"))
	path := filepath.Join(c.Dir, "a.x")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.Replace(data, []byte(head), []byte(mark+"99\n"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Get("a.x"); ok {
		t.Error("it is taken")
	}
	if entries, err := c.Entries(); err != nil || len(entries) != 1 || entries[0] != (Entry{"a.x", block}) {
		t.Errorf("entries %v, %v", entries, err)
	}
	c.Put("a.x", []byte("body"))
	if _, ok := c.Get("a.x"); !ok {
		t.Error("it stays in the way")
	}
}

func TestNoFolderHoldsNothing(t *testing.T) {
	for _, c := range []*Cache{nil, {}, {Dir: filepath.Join(t.TempDir(), "absent")}} {
		if entries, err := c.Entries(); err != nil || len(entries) != 0 {
			t.Errorf("entries %v, %v", entries, err)
		}
		if gone, err := c.Clear(); err != nil || len(gone) != 0 {
			t.Errorf("cleared %v, %v", gone, err)
		}
	}
}
