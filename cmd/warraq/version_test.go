package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"warraq/charts/engine"
)

// A release bears its tag, under the name that .ci/release gives the linker,
// which passes over names that it does not find, and the chart library compiled,
// which it then need not do itself. It makes the same file.
func TestRelease(t *testing.T) {
	if testing.Short() {
		t.Skip("links the program")
	}
	program := filepath.Join(t.TempDir(), "warraq.exe")
	output(t, "go", "build", "-o", program, "-tags", "bytecode", "-overlay", carrying(t), "-ldflags", "-X main.release=v9.8.7", ".")
	for want, args := range map[string]string{
		"warraq version v9.8.7\n": "--version",
		"warraq v9.8.7\nbuild ":   "version",
	} {
		got, err := exec.Command(program, args).Output()
		if err != nil || !strings.HasPrefix(string(got), want) {
			t.Errorf("%s: got %q, %v; want %q", args, got, err, want)
		}
	}
	script, err := os.ReadFile("../../.ci/release")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"-X main.release=", "-tags bytecode", "go run ./charts/engine/compile >" + carriedPath} {
		if !strings.Contains(string(script), part) {
			t.Errorf(".ci/release does not say %q", part)
		}
	}
	made := map[string][]byte{}
	for _, name := range []string{program, "warraq"} {
		cache, report := t.TempDir(), filepath.Join(t.TempDir(), "report.pdf")
		build := exec.Command(name, "build", "-q", "../../input/examples/starter/brief.md", "-o", report)
		build.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache, "HOME="+cache, "LocalAppData="+cache)
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if made[name], err = os.ReadFile(report); err != nil {
			t.Fatal(err)
		}
		compiled := false
		err := filepath.WalkDir(cache, func(path string, _ fs.DirEntry, err error) error {
			compiled = compiled || filepath.Ext(path) == ".bytecode"
			return err
		})
		if err != nil || compiled != (name != program) {
			t.Errorf("%s compiled the chart library: %t, %v", name, compiled, err)
		}
	}
	if !bytes.Equal(made[program], made["warraq"]) {
		t.Error("a release makes another file")
	}
}

// carriedPath is where a build finds what it is to carry.
const carriedPath = "charts/engine/bytecode/echarts.bytecode"

// carrying writes the compiled chart library, and says by an overlay that it is
// where a release build makes it.
func carrying(t *testing.T) (overlay string) {
	t.Helper()
	code, err := engine.Compiled()
	if err != nil {
		t.Fatal(err)
	}
	at, err := filepath.Abs("../../" + carriedPath)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	names, err := json.Marshal(map[string]map[string]string{"Replace": {at: filepath.Join(dir, "code")}})
	if err != nil {
		t.Fatal(err)
	}
	overlay = filepath.Join(dir, "overlay.json")
	for name, data := range map[string][]byte{"code": code, "overlay.json": names} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return overlay
}
