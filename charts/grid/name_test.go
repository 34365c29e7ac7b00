package grid

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A text is left as it is where that is what it comes to, and only there.
func TestALineIsLeftAsItIs(t *testing.T) {
	kept := 0
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
			"أ", "برنامج", " ", " ", "\u00a0", "\t", "\n", "x", "5", "\u200f", "\u202b", "\u2067", "\u0000", "\ufffe", "\ufffd", "\xff", "é", "漢",
		}), 0, 6).Draw(t, "parts"), "")
		want := strings.Join(strings.Fields(strings.Map(printed, text)), " ")
		if got := OneLine(text); got != want {
			t.Fatalf("%q comes to %q, not %q", text, got, want)
		}
		if isLine(text) {
			kept++
		}
	})
	if kept == 0 {
		t.Error("no text was left as it is")
	}
}
