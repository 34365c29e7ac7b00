package typeset_test

import (
	"slices"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
)

// Emphasised Latin is the italic of the text around it, in its size and colour;
// Arabic is what it was, and signs go with what they are written together with.
func TestEmphasisedLatinIsItalic(t *testing.T) {
	library := fonts.Bundled()
	for _, look := range theme.Names() {
		for _, c := range []struct {
			markdown string
			italic   []string
		}{
			{"نصّ *The Title (2020), 2nd ed.* ثم", []string{"The", "Title", "(2020),", "2nd", "ed."}},
			{"نصّ *كتاب U.S. Policy، والثاني* ثم Latin", []string{"U.S.", "Policy"}},
			{"نصّ *«The World» والعالم 2020* ثم", []string{"«The", "World»"}},
			{"نصّ *العنوان 2020* ثم Latin", nil},
			{"Plain *a **b** c* d", []string{"a", "b", "c"}},
			{"*a [b](https://example.org) c* d `e`", []string{"a", "b", "c"}},
			{"*a `b` c*", []string{"a", "c"}},
			{"*عربي `b` و[c](https://example.org)*", []string{"c"}},
			{"*2020* د", nil},
			{"*Война и мир*", []string{"Война", "и", "мир"}},
			{"# عنوان *Latin* هنا", []string{"Latin"}},
			{"| *Latin* أ |\n|---|\n| *b* |", []string{"Latin", "b"}},
		} {
			document, problems := setMarkdown(t, library, look, c.markdown+"\n")
			if len(problems) > 0 {
				t.Errorf("%s: %v", c.markdown, problems)
			}
			italic := ""
			body, _ := theme.Bundled(look)
			for i := range document.Pages {
				for _, it := range document.Pages[i].Items {
					if it.Text == nil || it.Slot == 0 || !it.Text.Face.Italic {
						continue
					}
					italic += it.Text.String()
					// Amiri's italic is drawn as large as its upright letters.
					if look == "think-tank" && strings.HasPrefix(c.markdown, "نصّ") && it.Text.Size != body.Body.Size {
						t.Errorf("%s: %q of %g points", c.markdown, it.Text.String(), it.Text.Size)
					}
				}
			}
			// Items stand in the order they are seen in, which may be either.
			got, want := []rune(strings.Join(strings.Fields(italic), "")), []rune(strings.Join(c.italic, ""))
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s, %s: %q is italic, not %q", look, c.markdown, italic, c.italic)
			}
		}
	}
}
