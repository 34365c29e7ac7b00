//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const shortBrief = "---\ntitle: نص\n---\nفقرة.\n"

// A told process is the command, which is sent a signal once it is at work.
type told struct {
	name    string
	args    []string
	files   map[string]string
	pipes   []string // named pipes that nobody opens
	signal  syscall.Signal
	waiting func(t *testing.T, dir string, in io.Writer, out io.Reader) // returns when it is
}

// made waits for a file that is made just before the command comes to what is
// asked of it.
func made(name string) func(*testing.T, string, io.Writer, io.Reader) {
	return func(t *testing.T, dir string, _ io.Writer, _ io.Reader) {
		for end := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
			if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
				return
			}
			if time.Now().After(end) {
				t.Fatalf("%s is not made", name)
			}
		}
	}
}

// Whatever the command waits for or is busy with, a signal ends it soon, with
// the status of a failing machine; the earlier report is whole, and there is no
// temporary file.
func TestSignalsEndEveryWait(t *testing.T) {
	long := "---\ntitle: نص\n---\n" + strings.Repeat(strings.Repeat("كلمة بعد كلمة ", 40)+"\n\n", 6_000)
	for _, p := range []told{
		{
			name: "standard input that never ends", args: []string{"build", "-", "-o", "out/b.pdf"}, signal: syscall.SIGINT,
			waiting: func(t *testing.T, _ string, in io.Writer, _ io.Reader) {
				// More than a pipe holds: once it is written, somebody reads.
				if _, err := io.WriteString(in, strings.Repeat("نص\n", 100_000)); err != nil {
					t.Fatal(err)
				}
			},
		},
		{
			name: "standard output that nobody reads", args: []string{"licenses"}, signal: syscall.SIGTERM,
			waiting: func(t *testing.T, _ string, _ io.Writer, out io.Reader) {
				if _, err := io.ReadFull(out, make([]byte, 100)); err != nil {
					t.Fatal(err)
				}
			},
		},
		{
			name: "an output that nobody reads", args: []string{"build", "a.md", "b.md", "-o", "out"}, signal: syscall.SIGTERM,
			files: map[string]string{"a.md": shortBrief, "b.md": shortBrief}, pipes: []string{"out/b.pdf"},
			waiting: func(t *testing.T, dir string, in io.Writer, out io.Reader) {
				made("out/a.pdf")(t, dir, in, out)
				time.Sleep(500 * time.Millisecond) // to come to the pipe, which nothing shows
			},
		},
		{
			name: "a long brief", args: []string{"build", "a.md", "b.md", "-o", "out"}, signal: syscall.SIGINT,
			files:   map[string]string{"a.md": shortBrief, "b.md": long},
			waiting: made("out/a.pdf"),
		},
	} {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := os.Mkdir(filepath.Join(dir, "out"), 0o755); err != nil {
				t.Fatal(err)
			}
			earlier := filepath.Join(dir, "out", "b.pdf")
			for _, name := range p.pipes {
				if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if p.pipes == nil {
				p.files = withFile(p.files, "out/b.pdf", "earlier")
			}
			for name, text := range p.files {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			p.tell(t, dir)
			if p.pipes == nil {
				if data, err := os.ReadFile(earlier); err != nil || string(data) != "earlier" {
					t.Errorf("the earlier report holds %.20q, %v", data, err)
				}
			}
			left, err := filepath.Glob(filepath.Join(dir, "out", ".*"))
			if err != nil || len(left) > 0 {
				t.Errorf("%q was left, %v", left, err)
			}
		})
	}
}

func withFile(files map[string]string, name, text string) map[string]string {
	all := map[string]string{name: text}
	for n, t := range files {
		all[n] = t
	}
	return all
}

// tell runs the command until it waits, and tells it to end.
func (p told) tell(t *testing.T, dir string) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, "warraq", p.args...)
	command.Dir = dir
	command.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(dir, "cache"))
	var complaint bytes.Buffer
	command.Stderr = &complaint
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	p.waiting(t, dir, in, out)
	if err := command.Process.Signal(p.signal); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	var exit *exec.ExitError
	if err := command.Wait(); !errors.As(err, &exit) || exit.ExitCode() != statusMachine {
		t.Errorf("it ended in %v, not with status %d\n%s", err, statusMachine, &complaint)
	}
	if !strings.Contains(complaint.String(), "warraq: interrupted") {
		t.Errorf("it says %q", &complaint)
	}
	// A second is promised; more is allowed to a machine that is busy.
	if spent := time.Since(begin); spent > 10*time.Second {
		t.Errorf("it took %v", spent)
	}
}
