package pipeline_test

import (
	"os"
	"path/filepath"
	"testing"

	"warraq/pipeline"
)

func TestReplaceKeepsPermissionsAndLeavesNothingElse(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "تقرير.pdf")
	if err := os.WriteFile(path, []byte("earlier"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := pipeline.Replace(path, []byte("later")); err != nil {
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
	if err := pipeline.Replace(link, []byte("later")); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(link); err != nil || to != "release.pdf" {
		t.Errorf("the link became %q, %v", to, err)
	}
	if got, _ := os.ReadFile(target); string(got) != "later" {
		t.Errorf("the target holds %q", got)
	}
}

func TestReplaceFailsWithoutTrace(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "out.pdf")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := pipeline.Replace(folder, []byte("x")); err == nil {
		t.Error("a folder was replaced by a file")
	}
	if err := pipeline.Replace(filepath.Join(dir, "absent", "out.pdf"), []byte("x")); err == nil {
		t.Error("a file was written to a folder that is not there")
	}
	onlyFile(t, dir, "out.pdf")
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
