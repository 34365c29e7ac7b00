//go:build unix

package cache

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Whatever is done to the bytes of an entry, it is the one that was put or it is
// absent.
func TestAlteredEntriesAreAbsent(t *testing.T) {
	c := &Cache{Dir: t.TempDir()}
	path := filepath.Join(c.Dir, "a.x")
	rapid.Check(t, func(t *rapid.T) {
		body := rapid.SliceOf(rapid.Byte()).Draw(t, "body")
		c.Put("a.x", body)
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		altered := bytes.Clone(whole)
		for range rapid.IntRange(1, 4).Draw(t, "times") {
			at := rapid.IntRange(0, max(0, len(altered)-1)).Draw(t, "at")
			switch {
			case len(altered) == 0:
				altered = append(altered, 0)
			case rapid.Bool().Draw(t, "flip"):
				altered[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
			case rapid.Bool().Draw(t, "cut"):
				altered = altered[:at]
			default:
				altered = append(altered[:at:at], append(rapid.SliceOfN(rapid.Byte(), 1, 9).Draw(t, "more"), altered[at:]...)...)
			}
		}
		if err := os.WriteFile(path, altered, 0o600); err != nil {
			t.Fatal(err)
		}
		got, ok := c.Get("a.x")
		if ok != bytes.Equal(altered, whole) || ok && !bytes.Equal(got, body) {
			t.Fatalf("%x altered to %x: got %x, %t", whole, altered, got, ok)
		}
	})
}

// An entry under another's name, or one that is no file, is not taken.
func TestForeignEntriesAreAbsent(t *testing.T) {
	c := &Cache{Dir: t.TempDir()}
	c.Put("a.x", []byte("one"))
	c.Put("b.x", []byte("two"))
	at := func(name string) string { return filepath.Join(c.Dir, name) }
	for _, move := range [][2]string{{"a.x", "c.x"}, {"b.x", "a.x"}, {"c.x", "b.x"}} {
		if err := os.Rename(at(move[0]), at(move[1])); err != nil {
			t.Fatal(err)
		}
	}
	bare := sha256.Sum256([]byte("three"))
	if err := os.WriteFile(at("d.x"), append(append([]byte(head), bare[:]...), "three"...), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(at("e.x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(at("a.x"), at("f.x")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(at("g.x"), 0o600); err != nil {
		t.Fatal(err)
	}
	huge, err := os.Create(at("h.x"))
	if err != nil {
		t.Fatal(err)
	}
	defer huge.Close()
	if err := huge.Truncate(largestEntry + 1); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.x", "b.x", "c.x", "d.x", "e.x", "f.x", "g.x", "h.x"} {
		if got, ok := c.Get(name); ok {
			t.Errorf("%s is taken: %q", name, got)
		}
	}
	c.Put("e.x", []byte("four")) // a folder stays in its way
	if _, ok := c.Get("e.x"); ok {
		t.Error("a folder is an entry")
	}
	c.Put("g.x", []byte("five"))
	if got, ok := c.Get("g.x"); !ok || string(got) != "five" {
		t.Error("a pipe stays in the way of an entry")
	}
}

// childFolder names the folder that this test binary, called once more, fills
// until it is killed.
const childFolder = "WARRAQ_CACHE_CHILD"

func filled(i int) (name string, body []byte) {
	return fmt.Sprintf("%d.x", i%7), bytes.Repeat([]byte{byte('a' + i%7)}, 100_000+i%7)
}

// Processes that fill one folder and are killed while they do leave whole
// entries or none.
func TestKilledWriters(t *testing.T) {
	if dir := os.Getenv(childFolder); dir != "" {
		for i := 0; ; i++ {
			name, body := filled(i)
			(&Cache{Dir: dir, Limit: 500_000}).Put(name, body)
		}
	}
	dir := t.TempDir()
	for range 8 {
		var writers []*exec.Cmd
		for range 2 {
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			w := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestKilledWriters$")
			w.Env = append(os.Environ(), childFolder+"="+dir)
			if err := w.Start(); err != nil {
				t.Fatal(err)
			}
			writers = append(writers, w)
		}
		for files := 0; files < 3; {
			entries, err := os.ReadDir(dir)
			if err != nil {
				t.Fatal(err)
			}
			files = len(entries)
		}
		for _, w := range writers {
			if err := w.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = w.Wait() // it was killed
		}
		for i := range 7 {
			name, want := filled(i)
			if got, ok := (&Cache{Dir: dir}).Get(name); ok && !bytes.Equal(got, want) {
				t.Errorf("%s holds something else", name)
			}
		}
	}
	name, want := filled(0)
	(&Cache{Dir: dir}).Put(name, want)
	if _, ok := (&Cache{Dir: dir}).Get(name); !ok {
		t.Error("what killed processes left is in the way")
	}
}

// On a disk without room an entry is not written, and nothing is left of it.
func TestFullDisk(t *testing.T) {
	if dir := os.Getenv(childFolder); dir != "" {
		// No file may grow beyond what one entry takes, as if there were no room.
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1000, Max: 1000}); err != nil {
			t.Fatal(err)
		}
		c := &Cache{Dir: dir}
		c.Put("small.x", make([]byte, 500))
		c.Put("large.x", make([]byte, 5000))
		if _, ok := c.Get("small.x"); !ok {
			t.Fatal("an entry that has room is not there")
		}
		return
	}
	dir := t.TempDir()
	child := exec.Command(os.Args[0], "-test.run=^TestFullDisk$")
	child.Env = append(os.Environ(), childFolder+"="+dir)
	if output, err := child.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != "small.x" {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

// Clear and trim take away what a cache made, through no link, and nothing else.
func TestOnlyEntriesAreRemoved(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	c := &Cache{Dir: dir, Limit: 1 << 20}
	at := func(name string) string { return filepath.Join(dir, name) }
	write := func(path, text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c.Put("a.scene", []byte("one"))
	c.Put("b.bytecode", []byte("two"))
	entry, err := os.ReadFile(at("a.scene"))
	if err != nil {
		t.Fatal(err)
	}
	write(filepath.Join(outside, "a.scene"), string(entry))
	kept := map[string]string{
		"mine.scene": "mine", "notes.txt": "begins unlike " + mark, "README": string(entry),
		".hidden": "", ".config.x": string(entry), ".a.scene.1000": "", ".a.scene.x": "", ".a.scene.7": "mine",
		"two words.scene": string(entry),
	}
	for name, text := range kept {
		write(at(name), text)
	}
	for i, name := range []string{".a.scene.1", ".a.scene.2", ".c.scene.1"} {
		write(at(name), string(entry[:8*i]))
	}
	if err := os.Mkdir(at("folder.scene"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(at("folder.scene/a.scene"), string(entry))
	for name, to := range map[string]string{"link.scene": filepath.Join(outside, "a.scene"), "loop.scene": at("loop.scene"), "into.scene": outside} {
		if err := os.Symlink(to, at(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(at("pipe.scene"), 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	gone, err := c.Clear()
	if err != nil || len(gone) != 5 {
		t.Errorf("cleared %v, %v", gone, err)
	}
	after, err := os.ReadDir(dir)
	if err != nil || len(after) != len(before)-5 {
		t.Errorf("of %d files %d are left, %v", len(before), len(after), err)
	}
	// Nor does what stands there keep entries within their limit from going.
	tight := &Cache{Dir: dir, Limit: 3 * block}
	for i := range 20 {
		tight.Put(fmt.Sprintf("%d.scene", i), make([]byte, 100))
	}
	if _, ok := tight.Get("19.scene"); !ok {
		t.Error("the entry that was written last is gone")
	}
	for name, want := range kept {
		if got, err := os.ReadFile(at(name)); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for _, name := range []string{at("folder.scene/a.scene"), filepath.Join(outside, "a.scene")} {
		if got, err := os.ReadFile(name); err != nil || !bytes.Equal(got, entry) {
			t.Errorf("%s was changed: %v", name, err)
		}
	}
}
