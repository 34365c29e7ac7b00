package fonts

import (
	"fmt"
	"slices"
)

// The frames of the face of codes, at these characters of it, and where the
// figures stand in them: in two lines, of its thousand units.
const (
	frameOfFour, frameOfSix = 0xE004, 0xE006
	upperLine, lowerLine    = 330, 10
)

// codeBoxes draws for each character of a text a box with its code, as browsers
// do for what no font has.
func codeBoxes(item Item, text string) []Cluster {
	f := item.Face
	glyph := func(r rune) (Glyph, int32) {
		g, _ := f.font.NominalGlyph(r)
		return Glyph{ID: uint32(g)}, int32(f.outlines.HorizontalAdvance(g))
	}
	var clusters []Cluster
	for _, r := range text {
		code, frame := fmt.Sprintf("%04X", r), rune(frameOfFour)
		if len(code) > 4 {
			code, frame = fmt.Sprintf("%06X", r), frameOfSix
		}
		box, advance := glyph(frame)
		c := Cluster{Text: string(r), Start: len(clusters), Advance: advance, Glyphs: []Glyph{box}}
		half := len(code) / 2
		for line, y := range [...]int32{upperLine, lowerLine} {
			figures := code[line*half : (line+1)*half]
			_, width := glyph(rune(figures[0]))
			x := (advance - width*int32(half)) / 2
			for _, figure := range figures {
				g, _ := glyph(figure)
				g.X, g.Y = x, y
				c.Glyphs = append(c.Glyphs, g)
				x += width
			}
		}
		clusters = append(clusters, c)
	}
	if item.RTL() {
		slices.Reverse(clusters)
	}
	return clusters
}
