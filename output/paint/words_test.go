package paint_test

import (
	"testing"

	"warraq/output/judge"
)

// The words of a text are found again in the printed file: whole, in every
// bundled face, by the four readers that people and programs have. The package's
// comment says what each reader does.
func TestWordsAreFoundAgain(t *testing.T) {
	floors := map[string]struct{ marked, bare float64 }{
		"poppler": {97, 97},
		"pdfium":  {99, 99.5},
		"pdfjs":   {97, 99},
		"pymupdf": {98, 99},
	}
	text := words(t)
	for _, family := range []string{"Amiri", "Scheherazade New", "IBM Plex Sans Arabic"} {
		d := newSheet(t, family, false, 12)
		for _, bold := range []bool{false, true} {
			d.face, _ = d.library.Face(family, bold)
			d.text(text)
		}
		pdf := sealed(t, &d.document)
		for _, engine := range judge.Engines() {
			t.Run(family+"/"+engine, func(t *testing.T) {
				t.Parallel()
				got := judge.Extract(t, engine, pdf)
				marked, bare := judge.Recall(text+text, got, true), judge.Recall(text+text, got, false)
				t.Logf("%.1f and without marks %.1f percent", marked, bare)
				if f := floors[engine]; marked < f.marked || bare < f.bare {
					t.Errorf("%.1f and without marks %.1f percent of the words are found, want %.1f and %.1f",
						marked, bare, f.marked, f.bare)
				}
			})
		}
	}
}
