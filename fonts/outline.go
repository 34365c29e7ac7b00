package fonts

import "github.com/go-text/typesetting/font"

// Outline returns the outline of a glyph in font units, Y up, as lines,
// quadratic and cubic curves; nil for a glyph that is blank, unknown or
// damaged. It is safe for concurrent use.
func (f *Face) Outline(glyph uint32) (segments []font.Segment) {
	defer func() {
		if recover() != nil { // a damaged glyph
			segments = nil
		}
	}()
	outline, ok := f.outlines.GlyphDataOutline(font.GID(glyph))
	if !ok || len(outline.Segments) == 0 {
		return nil
	}
	return outline.Segments
}

// Ink returns how far a glyph reaches above and below the baseline, in font
// units, both positive; a glyph wholly above or below has a negative one. Blank
// glyphs return 0, 0.
func (f *Face) Ink(glyph uint32) (above, below float64) {
	first := true
	for _, s := range f.Outline(glyph) {
		for _, p := range s.ArgsSlice() {
			y := float64(p.Y)
			if first || y > above {
				above = y
			}
			if first || -y > below {
				below = -y
			}
			first = false
		}
	}
	return above, below
}
