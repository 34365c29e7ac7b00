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
// done there any more. Since a report is written only once it is whole, the earlier
// one stays or the new one is complete; what a process leaves that ends while it
// writes is hidden, and goes as what a killed one leaves.
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
		case whole: // also where it ends badly after that
			ended["well"]++
		case failure != nil && string(data) == "earlier":
			ended["badly"]++
		default:
			t.Errorf("%s KiB: %v, and the report has %d bytes\n%.300s", limit, failure, len(data), said)
		}
		entries, err := os.ReadDir(filepath.Dir(out))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if left, _ := filepath.Match(".warraq-*.tmp", e.Name()); e.Name() != "report.pdf" && (!left || failure == nil) {
				t.Errorf("%s KiB: the folder holds %v", limit, entries)
			} else if left {
				if err := os.Remove(filepath.Join(filepath.Dir(out), e.Name())); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if ended["well"] == 0 || ended["badly"] == 0 {
		t.Errorf("the builds ended %v", ended)
	}
}
