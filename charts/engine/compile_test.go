package engine

import (
	"bytes"
	"testing"
)

// The same script compiles to the same bytes, also where others were compiled
// and run before.
func TestCompilesToTheSameBytes(t *testing.T) {
	source, err := librarySource()
	if err != nil {
		t.Fatal(err)
	}
	first, err := compile(source)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := compile([]byte("var other = function (a) { return a + 1 }")); err != nil {
		t.Fatal(err)
	}
	load(t, nil)
	second, err := compile(source)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("the second time other bytes come out")
	}
	if bytes.Contains(first, []byte("function(")) {
		t.Error("the code holds the text of functions")
	}
}

func TestWhatIsNoScriptIsNotCompiled(t *testing.T) {
	for _, script := range []string{"(", "function", "var a = 1; }", "\x00"} {
		if code, err := compile([]byte(script)); err == nil {
			t.Errorf("%q became %d bytes", script, len(code))
		}
	}
}
