package typeset_test

import (
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
)

// Labels of charts are of the size of notes in all bundled themes: their small letters
// are as high within a seventh, in whatever faces the two are set.
func TestLabelsAreOfTheSizeOfNotes(t *testing.T) {
	library := fonts.Bundled()
	for _, name := range theme.Names() {
		look, _ := theme.Bundled(name)
		high := func(text theme.Text) float64 {
			f, ok := library.Face(text.Family, text.Bold)
			if !ok {
				t.Fatal(text.Family)
			}
			return text.Size * f.DrawnX
		}
		if ratio := high(look.Chart) / high(look.Note); ratio < 1/1.15 || ratio > 1.15 {
			t.Errorf("%s: labels are %.2f times notes", name, ratio)
		} else {
			t.Logf("%s: %.2f", name, ratio)
		}
	}
}
