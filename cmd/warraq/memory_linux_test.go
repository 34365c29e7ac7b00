package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"warraq/input/examples"
)

// A process that may have no more memory ends wherever it is, and nothing can be
// done there any more. Since a report is written only once it is whole, the
// earlier one stays, and there is no other file.
func TestMemoryRunsOut(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, examples.Starter()); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out", "report.pdf")
	if err := os.Mkdir(filepath.Dir(out), 0o755); err != nil {
		t.Fatal(err)
	}
	ended := map[string]int{}
	for _, limit := range []string{"1200000", "1350000", "1500000", "1650000", "unlimited"} {
		if err := os.WriteFile(out, []byte("earlier"), 0o644); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		command := exec.CommandContext(ctx, "sh", "-c", "ulimit -v "+limit+" && exec warraq build --no-cache brief.md -o out/report.pdf")
		command.Dir = dir
		said, failure := command.CombinedOutput()
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		whole := strings.HasPrefix(string(data), "%PDF-") && strings.HasSuffix(string(data), "%%EOF\n")
		switch {
		case failure == nil && whole:
			ended["well"]++
		case failure != nil && string(data) == "earlier":
			ended["badly"]++
		default:
			t.Errorf("%s KiB: %v, and the report has %d bytes\n%.300s", limit, failure, len(data), said)
		}
		if entries, err := os.ReadDir(filepath.Dir(out)); err != nil || len(entries) != 1 {
			t.Errorf("%s KiB: the folder holds %v, %v", limit, entries, err)
		}
	}
	if ended["well"] == 0 || ended["badly"] == 0 {
		t.Errorf("the builds ended %v", ended)
	}
}
