package pipeline_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"warraq/input/disk"
	"warraq/input/disk/faulty"
	"warraq/pipeline"
)

func TestReplaceKeepsPermissionsAndLeavesNothingElse(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "تقرير.pdf")
	if err := os.WriteFile(path, []byte("earlier"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := pipeline.Replace(disk.Machine{}, path, []byte("later")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "later" {
		t.Errorf("the file holds %q", got)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("the file has mode %v", info.Mode())
	}
	onlyFile(t, dir, "تقرير.pdf")
}

func TestReplaceFollowsALink(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "release.pdf"), filepath.Join(dir, "latest.pdf")
	if err := os.WriteFile(target, []byte("earlier"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("release.pdf", link); err != nil {
		t.Fatal(err)
	}
	if err := pipeline.Replace(disk.Machine{}, link, []byte("later")); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(link); err != nil || to != "release.pdf" {
		t.Errorf("the link became %q, %v", to, err)
	}
	if got, _ := os.ReadFile(target); string(got) != "later" {
		t.Errorf("the target holds %q", got)
	}
}

func TestReplaceFollowsLinksToTheirEnd(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("release.pdf"), "earlier")
	for _, link := range [][2]string{{"release.pdf", "one.pdf"}, {"one.pdf", "two.pdf"}, {"absent.pdf", "none.pdf"}} {
		if err := os.Symlink(link[0], at(link[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := pipeline.Replace(disk.Machine{}, at("two.pdf"), []byte("later")); err != nil {
		t.Fatal(err)
	}
	if to, _ := os.Readlink(at("one.pdf")); to != "release.pdf" || read(t, at("release.pdf")) != "later" {
		t.Errorf("one.pdf leads to %q, and release.pdf holds %q", to, read(t, at("release.pdf")))
	}
	// One that leads nowhere stays, and nothing is written where it leads.
	if err := pipeline.Replace(disk.Machine{}, at("none.pdf"), []byte("later")); err == nil {
		t.Error("a link to nothing was written through")
	}
	if to, _ := os.Readlink(at("none.pdf")); to != "absent.pdf" {
		t.Errorf("none.pdf leads to %q", to)
	}
	if _, err := os.Stat(at("absent.pdf")); err == nil {
		t.Error("absent.pdf was made")
	}
}

// A name may be as long as the file system takes it.
func TestReplaceWritesTheLongestNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{strings.Repeat("م", 125) + ".pdf", strings.Repeat("x", 251) + ".pdf", "\n", " "} {
		path := filepath.Join(dir, name)
		if err := pipeline.Replace(disk.Machine{}, path, []byte("whole")); err != nil {
			t.Errorf("%d bytes: %v", len(name), err)
		} else if read(t, path) != "whole" {
			t.Errorf("%d bytes: the file holds something else", len(name))
		}
	}
}

func TestReplaceFailsWithoutTrace(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "out.pdf")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := pipeline.Replace(disk.Machine{}, folder, []byte("x")); err == nil {
		t.Error("a folder was replaced by a file")
	}
	if err := pipeline.Replace(disk.Machine{}, filepath.Join(dir, "absent", "out.pdf"), []byte("x")); err == nil {
		t.Error("a file was written to a folder that is not there")
	}
	onlyFile(t, dir, "out.pdf")
}

// Whichever step fails, the path holds the earlier file whole, or the later one,
// there is no other file, and the error names step and path.
func TestReplaceWhereEachStepFails(t *testing.T) {
	for fails := 1; ; fails++ {
		dir := t.TempDir()
		path := filepath.Join(dir, "out.pdf")
		write(t, path, "earlier")
		var failed, last faulty.Step
		d := &faulty.Disk{Fail: func(n int, s faulty.Step) error {
			last = s
			if n != fails {
				return nil
			}
			failed = s
			return errors.New("the disk is gone")
		}}
		err := pipeline.Replace(d, path, []byte("later, and longer"))
		onlyFile(t, dir, "out.pdf")
		got := read(t, path)
		if failed == (faulty.Step{}) {
			if err != nil || got != "later, and longer" {
				t.Errorf("without a failure: %q, %v", got, err)
			}
			if fails < 9 || last.Operation != "close" || last.Path != dir {
				t.Errorf("of %d steps the last is %v", fails-1, last)
			}
			return
		}
		if err == nil || !strings.Contains(err.Error(), failed.Operation+" "+failed.Path) {
			t.Errorf("%v failed: %v", failed, err)
		}
		renamed := failed.Path == dir
		if want := map[bool]string{false: "earlier", true: "later, and longer"}[renamed]; got != want {
			t.Errorf("%v failed: the file holds %q", failed, got)
		}
	}
}

// Where the temporary file cannot be removed either, it is the only thing left.
func TestReplaceWhereNothingCanBeRemoved(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.pdf")
	write(t, path, "earlier")
	d := &faulty.Disk{Fail: func(_ int, s faulty.Step) error {
		if s.Operation == "rename" || s.Operation == "remove" {
			return errors.New("the disk is gone")
		}
		return nil
	}}
	err := pipeline.Replace(d, path, []byte("later"))
	entries, _ := os.ReadDir(dir)
	if err == nil || !strings.Contains(err.Error(), "rename") || read(t, path) != "earlier" || len(entries) != 2 {
		t.Errorf("%v, and the folder holds %v", err, entries)
	}
}

// A file system that knows neither permissions nor syncing is written to.
func TestReplaceWhereSyncIsUnknown(t *testing.T) {
	for _, answer := range []error{syscall.EINVAL, syscall.ENOTSUP, syscall.ENOSYS, errors.ErrUnsupported} {
		dir := t.TempDir()
		path := filepath.Join(dir, "out.pdf")
		write(t, path, "earlier")
		d := &faulty.Disk{Fail: func(_ int, s faulty.Step) error {
			if s.Operation == "sync" || s.Operation == "chmod" {
				return answer
			}
			return nil
		}}
		if err := pipeline.Replace(d, path, []byte("later")); err != nil || read(t, path) != "later" {
			t.Errorf("%v: %v", answer, err)
		}
		onlyFile(t, dir, "out.pdf")
	}
}

// What killed builds left is removed an hour later; what others are writing is
// not.
func TestReplaceSweepsAbandonedFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.pdf")
	var left string
	d := &faulty.Disk{Fail: func(_ int, s faulty.Step) error {
		if s.Operation == "rename" || s.Operation == "remove" {
			left = s.Path
			return errors.New("killed")
		}
		return nil
	}}
	if err := pipeline.Replace(d, path, []byte("half")); err == nil {
		t.Fatal("nothing failed")
	}
	if err := pipeline.Replace(disk.Machine{}, path, []byte("whole")); err != nil {
		t.Fatal(err)
	}
	if read(t, left) != "half" {
		t.Error("a file that may still be written was removed")
	}
	past := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(left, past, past); err != nil {
		t.Fatal(err)
	}
	if err := pipeline.Replace(disk.Machine{}, path, []byte("whole")); err != nil {
		t.Fatal(err)
	}
	onlyFile(t, dir, "out.pdf")
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func onlyFile(t *testing.T, dir, name string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != name {
		t.Errorf("the folder holds %v", entries)
	}
}
