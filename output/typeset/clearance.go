package typeset

import (
	"math"

	"warraq/fonts"
	"warraq/output/page"
)

// clearance is the least distance between the ink of two lines of which one carries
// vowel marks.
const clearance = 0.3

// An inkBox is the ink of a word on a line, or of one of its glyphs: from one place to
// another, and how far it reaches above and below the line's baseline.
type inkBox struct {
	from, to, above, below float64
	// What draws it stands at x, up above the baseline, em points to a font unit: a
	// glyph of the face, or the word.
	face      *fonts.Face
	word      *fonts.Word
	glyph     uint32
	x, up, em float64
}

// box is an inkBox of ink in font units.
func box(ink fonts.Ink, face *fonts.Face, x, up, em float64) inkBox {
	return inkBox{
		from: x + ink.Left*em, to: x + ink.Right*em, above: ink.Above*em + up, below: ink.Below*em - up,
		face: face, x: x, up: up, em: em,
	}
}

// inkOf are the boxes of the words of a line.
func (s *setter) inkOf(items []page.Item) []inkBox {
	var boxes []inkBox
	for i := range items {
		t := items[i].Text
		if t == nil {
			continue
		}
		em := t.Size / float64(t.Face.UnitsPerEm)
		x := items[i].X
		for _, w := range t.Words {
			if ink := s.env.Shaper.WordInk(t.Face, w.Word); ink != (fonts.Ink{}) {
				b := box(ink, t.Face, x, -items[i].Y, em)
				b.word = w.Word
				boxes = append(boxes, b)
			}
			x += float64(w.Advance)*em + w.Added
		}
	}
	return boxes
}

// glyphs are the boxes of the glyphs of a word's box.
func (s *setter) glyphs(b *inkBox) []inkBox {
	var boxes []inkBox
	for g, at := range b.word.Glyphs() {
		one := box(s.env.Shaper.Ink(b.face, g.ID), b.face, b.x+float64(at+g.X)*b.em, b.up+float64(g.Y)*b.em, b.em)
		one.glyph = g.ID
		boxes = append(boxes, one)
	}
	return boxes
}

// leastDistance is how far the baselines of two lines stand apart at least so that no
// ink of the lower touches the upper, as far as that is more than a distance; else 0.
// Boxes of words tell that nearly all are clear, boxes of glyphs nearly all that are
// left, and their outlines the rest.
func (s *setter) leastDistance(upper, lower []inkBox, more float64) float64 {
	need := more
	near(upper, lower, &need, func(u, l *inkBox) {
		ours, theirs := s.glyphs(u), s.glyphs(l)
		near(ours, theirs, &need, func(u, l *inkBox) { need = math.Max(need, u.over(l)+clearance) })
	})
	if need == more {
		return 0
	}
	return need
}

// near goes through the boxes of which one stands below another, where these need more
// than a distance.
func near(upper, lower []inkBox, need *float64, visit func(u, l *inkBox)) {
	for i := range upper {
		u := &upper[i]
		for j := range lower {
			if l := &lower[j]; u.from < l.to && l.from < u.to && u.below+l.above+clearance > *need {
				visit(u, l)
			}
		}
	}
}

// over is how far a glyph reaches below its baseline and one of the line below it above
// its own, at the place where that is most.
func (u *inkBox) over(l *inkBox) float64 {
	const columns = 24
	from, to := math.Max(u.from, l.from), math.Min(u.to, l.to)
	upper, lower := u.silhouette(from, to, columns), l.silhouette(from, to, columns)
	most := math.Inf(-1)
	for i := range columns {
		most = math.Max(most, upper.Below[i]*u.em-u.up+lower.Above[i]*l.em+l.up)
	}
	return most
}

func (b *inkBox) silhouette(from, to float64, columns int) fonts.Silhouette {
	return b.face.Silhouette(b.glyph, (from-b.x)/b.em, (to-from)/b.em/float64(columns), columns)
}
