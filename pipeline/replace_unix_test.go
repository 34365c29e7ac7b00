//go:build unix

package pipeline_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"warraq/input/disk"
	"warraq/pipeline"
)

// childOutput names the file that this test binary, called once more, replaces
// until it is killed.
const childOutput = "WARRAQ_REPLACE_CHILD"

// Processes that replace one file at once, and are killed while they do, leave a
// whole one, and beside it nothing but what they were writing.
func TestKilledReplacers(t *testing.T) {
	report := func(letter byte) []byte { return bytes.Repeat([]byte{letter}, 200_000) }
	if path := os.Getenv(childOutput); path != "" {
		for letter := byte('a'); ; letter = 'a' + (letter-'a'+1)%26 {
			if err := pipeline.Replace(disk.Machine{}, path, report(letter)); err != nil {
				t.Fatal(err)
			}
		}
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "out.pdf")
	write(t, path, string(report('z')))
	for round := range 6 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		var writers []*exec.Cmd
		for range 2 {
			w := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestKilledReplacers$")
			w.Env = append(os.Environ(), childOutput+"="+path)
			if err := w.Start(); err != nil {
				t.Fatal(err)
			}
			writers = append(writers, w)
		}
		before, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		for waiting := true; waiting; {
			now, err := os.Stat(path)
			if err != nil || ctx.Err() != nil {
				t.Fatalf("nothing is written: %v, %v", err, ctx.Err())
			}
			waiting = os.SameFile(before, now)
		}
		time.Sleep(time.Duration(round) * time.Millisecond)
		for _, w := range writers {
			if err := w.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = w.Wait() // it was killed
		}
		if got := read(t, path); got != string(report(got[0])) {
			t.Errorf("the file has %d bytes, and not all are %q", len(got), got[0])
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != "out.pdf" && !strings.HasPrefix(e.Name(), ".warraq-") {
			t.Errorf("%s was left", e.Name())
		}
	}
	// What they left is not in the way.
	if err := pipeline.Replace(disk.Machine{}, path, []byte("whole")); err != nil || read(t, path) != "whole" {
		t.Error(err)
	}
}
