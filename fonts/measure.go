package fonts

import "warraq/fonts/bidi"

// Measure returns the width in em of one line of text set in a face, with the
// library's faces where that one lacks a character. The shaper keeps the words.
func (l *Library) Measure(s *Shaper, f *Face, text string) float64 {
	runes := []rune(text)
	levels, _ := bidi.Isolated(runes, bidi.Auto)
	items, _ := Itemise(runes, levels, "ar", func(int) *Face { return f }, l)
	width := 0.0
	for _, item := range items {
		units := int64(0)
		for _, w := range s.Words(runes, item) {
			units += int64(w.Advance)
		}
		width += float64(units) / float64(item.Face.UnitsPerEm)
	}
	return width
}
