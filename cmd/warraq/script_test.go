package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"warraq/input/examples"
	"warraq/output/judge"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"warraq": main})
}

// TestScripts runs the command as users do, and puts every PDF that is made
// before the judges.
func TestScripts(t *testing.T) {
	cache := t.TempDir()
	faces, err := filepath.Abs("../../fonts/faces")
	if err != nil {
		t.Fatal(err)
	}
	var made sync.Map
	t.Run("command", func(t *testing.T) {
		testscript.Run(t, testscript.Params{
			Dir:                 "testdata/script",
			RequireExplicitExec: true,
			UpdateScripts:       *update,
			Setup: func(env *testscript.Env) error {
				// One cache for all: compiling the chart library takes longer
				// than a script.
				env.Setenv("XDG_CACHE_HOME", cache)
				env.Setenv("LANG", "C")
				env.Setenv("FACES", faces)
				env.Defer(func() { gather(&made, env.WorkDir) })
				return os.CopyFS(filepath.Join(env.WorkDir, "report"), examples.Starter())
			},
			Cmds: map[string]func(*testscript.TestScript, bool, []string){
				"status":   status,
				"holds":    holds,
				"alter":    alter,
				"same":     same,
				"smaller":  smaller,
				"hardlink": hardlink, "enlarge": enlarge,
				"damage": damage, "exchange": exchange,
			},
		})
	})
	t.Run("judges", func(t *testing.T) {
		pdfs := map[string][]byte{}
		made.Range(func(name, data any) bool {
			pdfs[name.(string)] = data.([]byte)
			return true
		})
		if len(pdfs) == 0 {
			t.Skip("no script made a PDF")
		}
		judge.Require(t, "verapdf", "qpdf", "poppler")
		for _, data := range pdfs {
			judge.QPDF(t, data)
			judge.Fonts(t, data)
		}
		judge.VeraPDFAll(t, pdfs, "a-3a", "ua-1")
	})
}

// gather keeps the PDFs that a script made to the default standards.
func gather(made *sync.Map, dir string) {
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".pdf" || !d.Type().IsRegular() {
			return nil
		}
		data, err := os.ReadFile(path)
		if err == nil && strings.HasPrefix(string(data), "%PDF-") && !strings.Contains(filepath.Base(path), "other-standard") {
			made.Store(filepath.Base(dir)+"/"+filepath.Base(path), data)
		}
		return nil
	})
}

// status runs a command and asserts its exit status: status 2 warraq build.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status number command [argument...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("%s: exit status %d, not %d", strings.Join(args[1:], " "), got, want)
	}
}

// holds asserts that a folder holds these entries and nothing else: holds dir
// name.... It finds temporary files that a build left.
func holds(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: holds folder [name...]")
	}
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	want := slices.Sorted(slices.Values(args[1:]))
	if !slices.Equal(names, want) {
		ts.Fatalf("%s holds %q, not %q", args[0], names, want)
	}
}

// alter writes a file with one text in it replaced: alter file old new. An old
// text that is not there once is a mistake of the script.
func alter(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: alter file old new")
	}
	text := ts.ReadFile(args[0])
	if strings.Count(text, args[1]) != 1 {
		ts.Fatalf("%s holds %q %d times", args[0], args[1], strings.Count(text, args[1]))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o666))
}

// same asserts that two files hold the same bytes; cmp would print them.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] same file file")
	}
	if equal := ts.ReadFile(args[0]) == ts.ReadFile(args[1]); equal == neg {
		ts.Fatalf("%s and %s: the same bytes: %v", args[0], args[1], equal)
	}
}

// smaller asserts that a file has at most 98 of 100 bytes of another.
func smaller(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: smaller file file")
	}
	if a, b := len(ts.ReadFile(args[0])), len(ts.ReadFile(args[1])); a*100 > b*98 {
		ts.Fatalf("%s has %d bytes and %s %d", args[0], a, args[1], b)
	}
}

// hardlink gives a file another name: hardlink old new.
func hardlink(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hardlink old new")
	}
	ts.Check(os.Link(ts.MkAbs(args[0]), ts.MkAbs(args[1])))
}

// enlarge makes a file of so many bytes: enlarge file size.
func enlarge(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: enlarge file size")
	}
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(errors.Join(f.Truncate(size), f.Close()))
}

// damage changes a byte in the middle of every file of a folder.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range filesOf(ts, neg, args) {
		data, err := os.ReadFile(name)
		ts.Check(err)
		if len(data) > 0 {
			data[len(data)/2] ^= 1
		}
		ts.Check(os.WriteFile(name, data, 0o600))
	}
}

// exchange gives every file of a folder the bytes of the next.
func exchange(ts *testscript.TestScript, neg bool, args []string) {
	names := filesOf(ts, neg, args)
	first, err := os.ReadFile(names[0])
	ts.Check(err)
	for i, name := range names {
		data := first
		if i+1 < len(names) {
			data, err = os.ReadFile(names[i+1])
			ts.Check(err)
		}
		ts.Check(os.WriteFile(name, data, 0o600))
	}
}

// filesOf returns the files of a folder, of which there must be several.
func filesOf(ts *testscript.TestScript, neg bool, args []string) []string {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: command folder")
	}
	var names []string
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			names = append(names, name)
		}
		return err
	}))
	if len(names) < 2 {
		ts.Fatalf("%s holds %d files", args[0], len(names))
	}
	return names
}
