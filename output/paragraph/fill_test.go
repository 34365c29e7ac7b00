package paragraph

import (
	"math"
	"testing"
)

// A hemistich is as wide as its column, however short it is, and nobody is told that
// its spaces are wide.
func TestFill(t *testing.T) {
	const width = 170
	for _, text := range []string{"وُقوفًا بِها صَحبي عَلَيَّ مَطِيَّهُم", "أفاطمُ مهلًا", "وتأتي على قدر الكرام المكارم"} {
		for _, kashida := range []Kashida{NoKashida, NaskhKashida, SimpleKashida} {
			p := Set(&Text{Spans: plain(text, width).Spans, Width: width, Kashida: kashida, Fill: true}, environment())
			if len(p.Lines) != 1 || math.Abs(p.Lines[0].Width-width) > 0.001 || len(p.Problems) > 0 {
				t.Errorf("%s: lines %d, width %.3f, problems %v", text, len(p.Lines), p.Lines[0].Width, p.Problems)
			}
			if drawn := p.Lines[0].Kashidas; (kashida == NoKashida) != (drawn == 0) {
				t.Errorf("%s with kashida %d: %d of its words are stretched", text, kashida, drawn)
			}
		}
	}
	if p := Set(&Text{Spans: plain("كلمة", width).Spans, Width: width, Fill: true}, environment()); len(p.Lines) != 1 || len(p.Problems) > 0 {
		t.Errorf("one word: %d lines, %v", len(p.Lines), p.Problems)
	}
}

// No word of vowelled text is stretched, while others beside it are.
func TestVowelled(t *testing.T) {
	e := environment()
	words := "وتأتي على قدر الكرام المكارم وتعظم في عين الصغير صغارها "
	for _, vowelled := range []bool{false, true} {
		text := plain(words+words+words, 190)
		text.Kashida = NaskhKashida
		for i := range text.Spans {
			text.Spans[i].Style.Vowelled = vowelled
		}
		stretched := 0
		for _, l := range Set(text, e).Lines {
			stretched += l.Kashidas
		}
		if vowelled != (stretched == 0) {
			t.Errorf("vowelled %v: %d words are stretched", vowelled, stretched)
		}
	}
}
