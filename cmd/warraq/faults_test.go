package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"warraq/input/disk"
	"warraq/input/disk/faulty"
)

// A bench is a folder with a brief that reads every sort of file, an earlier
// report and a cache.
type bench struct {
	t                 *testing.T
	dir, cache, out   string
	args              []string
	earlier, complete []byte
}

var benchFiles = map[string]string{
	"brief/brief.md": "---\ntitle: نص\nbibliography: books.bib\nlogo: mark.svg\ndata: {aid: aid.csv}\n---\n" +
		"نص يذكر [@first].\n\n```chart\ntype: bar\ntitle: المعونات\ndata: aid\nsource: جدول\n```\n",
	"brief/aid.csv":   "الجهة,المبلغ\nأ,1\nب,2\n",
	"brief/books.bib": "@book{first, title = {كتاب}, author = {أحمد سالم}, year = 2020}\n",
	"brief/mark.svg":  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="#246"/></svg>`,
	"brief/look.yaml": "extends: policy-brief\n",
}

func newBench(t *testing.T) *bench {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	t.Setenv("XDG_CACHE_HOME", at("cache"))
	t.Setenv("HOME", at("cache"))
	t.Setenv("LocalAppData", at("cache"))
	b := &bench{
		t: t, dir: dir, cache: at("cache"), out: at("out/report.pdf"), earlier: []byte("%PDF-earlier"),
		args: []string{"warraq", "build", at("brief/brief.md"), "--theme", at("brief/look.yaml"), "--font", at("brief/face.ttf"), "-o", at("out/report.pdf")},
	}
	for _, folder := range []string{"brief", "out"} {
		if err := os.Mkdir(at(folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	face, err := os.ReadFile("../../fonts/testdata/cff.otf")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("brief/face.ttf"), face, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, text := range benchFiles {
		if err := os.WriteFile(at(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if status, said := b.run(context.Background(), disk.Machine{}); status != statusDone {
		t.Fatalf("status %d: %s", status, said)
	}
	if b.complete, err = os.ReadFile(b.out); err != nil || len(b.complete) < 1000 {
		t.Fatalf("a report of %d bytes, %v", len(b.complete), err)
	}
	return b
}

// run builds over the earlier report, with a cache that was not used for long.
func (b *bench) run(ctx context.Context, d disk.Disk) (status int, said string) {
	kept, err := filepath.Glob(filepath.Join(b.cache, "*", "*"))
	if err != nil {
		b.t.Fatal(err)
	}
	for _, name := range kept {
		if err := os.Chtimes(name, time.Unix(1, 0), time.Unix(1, 0)); err != nil {
			b.t.Fatal(err)
		}
	}
	if err := os.WriteFile(b.out, b.earlier, 0o644); err != nil {
		b.t.Fatal(err)
	}
	var out, complaint bytes.Buffer
	status = run(ctx, b.args, console{
		in: strings.NewReader(""), out: &out, err: &complaint, lookup: os.LookupEnv, disk: d, saving: &sync.Mutex{},
	})
	if out.Len() > 0 {
		b.t.Errorf("standard output got %q", &out)
	}
	return status, complaint.String()
}

// forget removes the drawn charts from the cache, and keeps the compiled library.
func (b *bench) forget() {
	scenes, err := filepath.Glob(filepath.Join(b.cache, "*", "*.scene"))
	if err != nil {
		b.t.Fatal(err)
	}
	for _, s := range scenes {
		if err := os.Remove(s); err != nil {
			b.t.Fatal(err)
		}
	}
}

// alone reports an error where the output's folder holds more than the report.
func (b *bench) alone(when string) {
	entries, err := os.ReadDir(filepath.Dir(b.out))
	if err != nil || len(entries) != 1 {
		b.t.Errorf("%s: the folder holds %v, %v", when, entries, err)
	}
}

func (b *bench) holds() string {
	got, err := os.ReadFile(b.out)
	switch {
	case err != nil:
		return err.Error()
	case bytes.Equal(got, b.earlier):
		return "earlier"
	case bytes.Equal(got, b.complete):
		return "complete"
	}
	return fmt.Sprintf("%d bytes of something else", len(got))
}

var errGone = errors.New("the disk is gone")

// Whichever step of a build fails, with charts drawn or taken from the cache, the
// report is the earlier one or the complete one, no other file is left, and the
// error says what failed and where. What fails in the cache changes nothing.
func TestEachStepOfABuildFails(t *testing.T) {
	b := newBench(t)
	for _, drawn := range []bool{true, false} {
		if drawn {
			b.forget()
		}
		whole := &faulty.Disk{}
		if status, said := b.run(context.Background(), whole); status != statusDone || b.holds() != "complete" {
			t.Fatalf("without a failure: status %d: %s", status, said)
		}
		tried := 0
		for n, s := range whole.Steps() {
			if !drawn && !strings.HasPrefix(s.Path, b.cache) {
				continue // as it was
			}
			if drawn {
				b.forget()
			}
			b.fail(n+1, s)
			tried++
		}
		t.Logf("drawn %v: each of %d steps failed", drawn, tried)
		if drawn && tried < 60 || tried < 3 {
			t.Errorf("drawn %v: no more than %d steps", drawn, tried)
		}
	}
}

// fail builds while the n-th step fails.
func (b *bench) fail(n int, s faulty.Step) {
	t := b.t
	var failed faulty.Step
	d := &faulty.Disk{Fail: func(i int, s faulty.Step) error {
		if i != n {
			return nil
		}
		failed = s
		return errGone
	}}
	status, said := b.run(context.Background(), d)
	when := fmt.Sprintf("%s %s (step %d)", s.Operation, s.Path, n)
	if failed != s {
		t.Errorf("%s: %s %s failed instead", when, failed.Operation, failed.Path)
		return
	}
	b.alone(when)
	// What was read whole is not lost where it cannot be closed.
	closed := s.Operation == "close" && strings.HasPrefix(s.Path, filepath.Join(b.dir, "brief"))
	// Once the report has its place, only whether it lasts is unknown.
	placed := s.Path == filepath.Dir(b.out) && s.Operation != "mkdir"
	switch got := b.holds(); {
	case strings.HasPrefix(s.Path, b.cache) || closed:
		if status != statusDone || got != "complete" {
			t.Errorf("%s: status %d, and the report is %s: %s", when, status, got, said)
		}
	case status != statusMachine || !strings.Contains(said, s.Operation+" "+s.Path+": "+errGone.Error()):
		t.Errorf("%s: status %d: %s", when, status, said)
	case placed && got != "complete" || !placed && got != "earlier":
		t.Errorf("%s: the report is %s", when, got)
	}
}

// Where all that is written fails from some step on, as on a full disk, the
// earlier report stays, and at most the temporary file.
func TestADiskThatFillsUp(t *testing.T) {
	b := newBench(t)
	b.forget()
	d := &faulty.Disk{Fail: func(_ int, s faulty.Step) error {
		switch s.Operation {
		case "write", "sync", "remove", "rename":
			return errGone
		}
		return nil
	}}
	status, said := b.run(context.Background(), d)
	if got := b.holds(); status != statusMachine || got != "earlier" || !strings.Contains(said, "write ") {
		t.Errorf("status %d, and the report is %s: %s", status, got, said)
	}
	entries, err := os.ReadDir(filepath.Dir(b.out))
	if err != nil || len(entries) != 2 || !strings.HasPrefix(entries[0].Name(), ".warraq-") {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

// A starter brief that cannot be written whole is taken back, so that it can be
// asked for again.
func TestEachStepOfAStarterFails(t *testing.T) {
	for fails := 1; ; fails++ {
		dir := filepath.Join(t.TempDir(), "new")
		var failed faulty.Step
		d := &faulty.Disk{Fail: func(n int, s faulty.Step) error {
			if n != fails {
				return nil
			}
			failed = s
			return errGone
		}}
		start := func(d disk.Disk) (int, string) {
			var complaint bytes.Buffer
			status := run(context.Background(), []string{"warraq", "init", dir}, console{out: &bytes.Buffer{}, err: &complaint, lookup: os.LookupEnv, disk: d})
			return status, complaint.String()
		}
		status, said := start(d)
		if failed == (faulty.Step{}) {
			if status != statusDone || fails < 10 {
				t.Errorf("without a failure: status %d after %d steps: %s", status, fails-1, said)
			}
			return
		}
		if status != statusMachine || !strings.Contains(said, failed.Operation+" "+failed.Path) {
			t.Errorf("%v: status %d: %s", failed, status, said)
		}
		if status, said := start(disk.Machine{}); status != statusDone {
			t.Errorf("after %v: status %d: %s", failed, status, said)
		}
	}
}

// A counted context ends when it is asked for the at-th time.
type counted struct {
	context.Context
	at int

	turn  sync.Mutex
	asked int
	done  chan struct{}
}

func (c *counted) count() error {
	c.turn.Lock()
	defer c.turn.Unlock()
	c.asked++
	if c.asked == c.at {
		close(c.done)
	}
	if c.asked >= c.at {
		return context.Canceled
	}
	return nil
}

func (c *counted) Err() error            { return c.count() }
func (c *counted) Done() <-chan struct{} { _ = c.count(); return c.done }

// Wherever a build is told to stop it says so, leaves the earlier report alone,
// and leaves nothing running.
func TestABuildStopsAtEachCheckpoint(t *testing.T) {
	b := newBench(t)
	before := runtime.NumGoroutine()
	for at := 1; ; at++ {
		b.forget()
		ctx := &counted{Context: context.Background(), at: at, done: make(chan struct{})}
		status, said := b.run(ctx, disk.Machine{})
		b.alone(fmt.Sprintf("checkpoint %d", at))
		for end := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				stacks := make([]byte, 1<<16)
				t.Fatalf("checkpoint %d: %d goroutines, of %d\n%s", at, runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
			}
		}
		if ctx.asked < at {
			if got := b.holds(); status != statusDone || got != "complete" || at < 15 {
				t.Errorf("of %d checkpoints: status %d, and the report is %s: %s", at-1, status, got, said)
			}
			t.Logf("stopped at each of %d checkpoints", at-1)
			return
		}
		if got := b.holds(); status != statusMachine || got != "earlier" || said != "warraq: interrupted\n" {
			t.Errorf("checkpoint %d: status %d, and the report is %s: %s", at, status, got, said)
		}
	}
}

// What cannot be cleared is the machine's failure, said once, and the rest goes.
func TestClearingTheCacheFails(t *testing.T) {
	b := newBench(t)
	before, err := filepath.Glob(filepath.Join(b.cache, "*", "*.*"))
	if err != nil || len(before) != 2 {
		t.Fatalf("kept %q, %v", before, err)
	}
	b.args = []string{"warraq", "cache", "--clear"}
	clear := func(operation, ending string) (status int, said string) {
		var out, complaint bytes.Buffer
		d := &faulty.Disk{Fail: func(_ int, s faulty.Step) error {
			if s.Operation == operation && strings.HasSuffix(s.Path, ending) {
				return errGone
			}
			return nil
		}}
		status = run(context.Background(), b.args, console{in: strings.NewReader(""), out: &out, err: &complaint, lookup: os.LookupEnv, disk: d, saving: &sync.Mutex{}})
		return status, complaint.String()
	}
	for _, operation := range []string{"list", "open", "remove"} {
		ending := ".scene"
		if operation == "list" {
			ending = "warraq"
		}
		if status, said := clear(operation, ending); status != statusMachine || strings.Count(said, "the disk is gone") != 1 {
			t.Errorf("%s: status %d, %q", operation, status, said)
		}
	}
	left, err := filepath.Glob(filepath.Join(b.cache, "*", "*.*"))
	if err != nil || len(left) != 1 || filepath.Ext(left[0]) != ".scene" {
		t.Errorf("left %q, %v", left, err)
	}
}
