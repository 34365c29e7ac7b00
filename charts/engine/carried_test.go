package engine

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/charts/cache"
)

// What a program carries runs in place of what it would compile, where it is for
// this engine and machine; whatever it is, the same is drawn.
func TestCarriedCode(t *testing.T) {
	sound, err := Compiled()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Compiled(); err != nil || !bytes.Equal(again, sound) {
		t.Errorf("made again it is something else: %v", err)
	}
	want, err := load(t, nil).Draw(context.Background(), []byte(columns), 300, 200)
	if err != nil {
		t.Fatal(err)
	}
	labelled := func(old, now string) []byte {
		if !strings.Contains(codeLabel(), old) {
			t.Fatalf("the label %q says nothing of %q", codeLabel(), old)
		}
		return bytes.Replace(sound, []byte(old), []byte(now), 1)
	}
	order, other := "little-endian", "big-endian"
	if strings.Contains(codeLabel(), other) {
		order, other = other, order
	}
	for name, c := range map[string]struct {
		data []byte // nil where nothing is carried
		used bool
	}{
		"sound":                {sound, true},
		"none":                 {nil, false},
		"another engine":       {labelled("quickjs 20", "quickjs 19"), false},
		"another library":      {labelled(libraryHash, strings.Repeat("0", len(libraryHash))), false},
		"another byte order":   {labelled(order, other), false},
		"another width":        {labelled("-bit", "0-bit"), false},
		"empty":                {[]byte{}, false},
		"a label alone":        {[]byte(codeLabel()), false},
		"cut":                  {sound[:len(sound)/2], false},
		"another form of code": {labelled(codeLabel(), codeLabel()+"\x09"), false},
	} {
		files := fstest.MapFS{"bytecode/README.md": {}}
		if c.data != nil {
			files[codePath] = &fstest.MapFile{Data: c.data}
		}
		dir := t.TempDir()
		e := load(t, func(o *Options) {
			o.Library = NewLibrary(&cache.Cache{Dir: dir})
			o.Library.carried = files
		})
		if got, err := e.Draw(context.Background(), []byte(columns), 300, 200); err != nil || got != want {
			t.Errorf("%s: it draws something else: %v", name, err)
		}
		if kept, _ := os.ReadDir(dir); (len(kept) == 0) != c.used {
			t.Errorf("%s: compiled and kept %v; want it used: %t", name, kept, c.used)
		}
	}
}

// The tag compiles where the build made no file before.
func TestTagCompilesInACleanCheckout(t *testing.T) {
	made, err := filepath.Abs(filepath.FromSlash(codePath))
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {made: ""}}) // is not there
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "overlay.json")
	if err := os.WriteFile(name, overlay, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-tags", "bytecode", "-overlay", name, ".").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
