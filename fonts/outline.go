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
