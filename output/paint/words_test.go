package paint_test

import (
	"strings"
	"testing"

	"warraq/output/judge"
)

// The words of a text are found again in the printed file: whole, in every
// bundled face, by the four readers that people and programs have. The package's
// comment says what each reader does.
func TestWordsAreFoundAgain(t *testing.T) {
	// With marks and without, in percent: words, and neighbours in a line.
	floors := map[string][4]float64{
		"poppler": {99.8, 99.8, 99.5, 99.5},
		"pdfium":  {99.3, 99.8, 97.3, 98.4},
		"pdfjs":   {98, 99.8, 92.5, 96},
		"pymupdf": {98.5, 99.8, 93, 96},
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
				found(t, text+text, judge.Extract(t, engine, pdf), floors[engine])
			})
		}
	}
}

// found asks that words of a text, and neighbours in its lines, are found again: with
// marks and without, in percent.
func found(t *testing.T, text, got string, floors [4]float64) {
	t.Helper()
	figures := [4]float64{
		judge.Recall(text, got, true), judge.Recall(text, got, false), judge.Order(text, got, true), judge.Order(text, got, false),
	}
	t.Logf("%.1f", figures)
	for i, f := range figures {
		if f < floors[i] {
			t.Errorf("%.1f percent of words with marks and without, and of neighbours so, are found, want %.1f", figures, floors)
			return
		}
	}
}

// In lines full of numbers and Latin words each keeps the space on both its sides. But
// for poppler, readers turn each run of one direction where it stands: neighbours of
// two directions are lost to them.
func TestSpacesBesideNumbers(t *testing.T) {
	const text = `بلغ 12 مليون يورو عام 2025 منها 40% لقطاع الماء و7.5 ملايين لقطاع النقل في 3 دول.
وقعه World Bank وصندوق EBRD يوم 2024/06/24 بقيمة 10 km أو 300 MW (2024) في 15 مادة.
هاتف 06 123 4567 أو (+962) 6 123 4567 في المكتب 12، ثم المكتب 13، ثم 14.`
	floors := map[string][4]float64{
		"poppler": {100, 100, 100, 100},
		"pdfium":  {100, 100, 64, 64},
		"pdfjs":   {96, 96, 41, 41},
		"pymupdf": {96, 96, 41, 41},
	}
	d := newSheet(t, "Amiri", false, 12)
	d.text(text)
	pdf := sealed(t, &d.document)
	for _, engine := range judge.Engines() {
		t.Run(engine, func(t *testing.T) { found(t, text, judge.Extract(t, engine, pdf), floors[engine]) })
	}
}

// On a page with more Latin letters a vowel mark stays at the end of its word.
func TestMarksOnLatinPages(t *testing.T) {
	latin := strings.Repeat("Latin words fill this page so that most letters on it are Latin letters.\n", 6)
	const arabic = "تم إصلاحها جميعاً\nنص ينتهي كثيراً\nومحمدٌ كتابٌ"
	d := newSheet(t, "Amiri", false, 12)
	d.text(latin + arabic)
	pdf := sealed(t, &d.document)
	floors := map[string][4]float64{
		"poppler": {100, 100, 100, 100},
		"pdfium":  {100, 100, 100, 100},
		"pdfjs":   {96, 100, 96, 100},
		"pymupdf": {96, 100, 96, 100},
	}
	for _, engine := range judge.Engines() {
		t.Run(engine, func(t *testing.T) { found(t, latin+arabic, judge.Extract(t, engine, pdf), floors[engine]) })
	}
}
