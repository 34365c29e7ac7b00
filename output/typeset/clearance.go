package typeset

import (
	"math"

	"warraq/fonts"
	"warraq/output/page"
)

// clearance is the least distance between the ink of two lines of which one carries
// vowel marks.
const clearance = 0.3

// An inkBox is the ink of one glyph on a line: from one place to another, and how far
// it reaches above and below the line's baseline.
type inkBox struct {
	from, to, above, below float64
	// face and glyph draw it at x, up above the baseline, em points to a font unit.
	face      *fonts.Face
	glyph     uint32
	x, up, em float64
}

// inkOf are the boxes of what a line paints.
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
			for c := range w.Clusters {
				cluster := &w.Clusters[c]
				for _, g := range cluster.Glyphs {
					ink := s.env.Shaper.Ink(t.Face, g.ID)
					left, up := x+float64(g.X)*em, float64(g.Y)*em-items[i].Y
					boxes = append(boxes, inkBox{
						left + ink.Left*em, left + ink.Right*em, ink.Above*em + up, ink.Below*em - up, t.Face, g.ID, left, up, em,
					})
				}
				x += float64(cluster.Advance) * em
			}
			x += w.Added
		}
	}
	return boxes
}

// leastDistance is how far the baselines of two lines stand apart at least so that no
// ink of the lower touches the upper, as far as that is more than a distance; else 0.
func leastDistance(upper, lower []inkBox, more float64) float64 {
	highest := 0.0
	for i := range lower {
		highest = math.Max(highest, lower[i].above)
	}
	need := 0.0
	for i := range upper {
		u := &upper[i]
		if u.below+highest+clearance <= more { // as nearly all are
			continue
		}
		for j := range lower {
			if l := &lower[j]; u.from < l.to && l.from < u.to && u.below+l.above+clearance > math.Max(more, need) {
				need = math.Max(need, u.over(l)+clearance)
			}
		}
	}
	if need <= more {
		return 0
	}
	return need
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
