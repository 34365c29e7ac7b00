//go:build unix

package source_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"warraq/input/source"
)

func TestReaderStaysInItsRoot(t *testing.T) {
	top := t.TempDir()
	inside := filepath.Join(top, "root")
	must(t, os.MkdirAll(filepath.Join(inside, "brief", "data"), 0o755))
	must(t, os.WriteFile(filepath.Join(top, "secret"), []byte("x"), 0o644))
	must(t, os.WriteFile(filepath.Join(inside, "shared.csv"), []byte("a"), 0o644))
	must(t, os.WriteFile(filepath.Join(inside, "brief", "data", "f.csv"), []byte("abcde"), 0o644))
	must(t, os.Symlink("../../secret", filepath.Join(inside, "brief", "link")))
	must(t, os.Symlink("data/f.csv", filepath.Join(inside, "brief", "good")))
	must(t, syscall.Mkfifo(filepath.Join(inside, "brief", "pipe"), 0o644))
	root, err := os.OpenRoot(inside)
	must(t, err)
	defer root.Close()
	r := source.NewReader(root.FS(), "brief/brief.md", 1<<20)
	for _, c := range []struct {
		name string
		want error
	}{
		{"data/f.csv", nil},
		{"./data/../data/f.csv", nil},
		{"../shared.csv", nil},
		{"good", nil},
		{"../../secret", source.ErrOutside},
		{"..", source.ErrMissing},
		{"/etc/passwd", source.ErrOutside},
		{`C:\x`, source.ErrOutside},
		{"link", source.ErrOutside},
		{"pipe", source.ErrNotFile},
		{"data", source.ErrNotFile},
		{"data/f.csv/x", source.ErrMissing},
		{"none", source.ErrMissing},
		{"", source.ErrNotFile},
		{"x\x00y", source.ErrMissing},
		{"https://example.org/x", source.ErrRemote},
	} {
		f, err := r.Read(c.name, 10)
		if !errors.Is(err, c.want) || (err == nil) != (f != nil) {
			t.Errorf("%q: got %v, want %v", c.name, err, c.want)
		}
	}
	if _, err := r.Read("data/f.csv", 4); !errors.Is(err, source.ErrTooLarge) {
		t.Errorf("a file above the limit: %v", err)
	}
	var names []string
	for _, f := range r.Files(nil) {
		names = append(names, f.Name)
	}
	if len(names) != 3 || names[0] > names[1] {
		t.Errorf("files read: %v", names)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestTotalIsBounded(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a", "b"} {
		must(t, os.WriteFile(filepath.Join(folder, name), bytes.Repeat([]byte("x"), 60), 0o644))
	}
	r := source.NewReader(os.DirFS(folder), "brief.md", 100)
	if _, err := r.Read("a", 1000); err != nil {
		t.Error(err)
	}
	if _, err := r.Read("b", 1000); !errors.Is(err, source.ErrTooLarge) {
		t.Errorf("got %v", err)
	}
}
