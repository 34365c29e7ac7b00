package fonts

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

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

// An Ink is the box of what a glyph paints, in font units: from Left to Right, and
// how far it reaches Above and Below the baseline, both positive; one wholly above or
// below has a negative one.
type Ink struct{ Left, Right, Above, Below float64 }

// Ink returns the box of a glyph; that of a blank one is zero.
func (f *Face) Ink(glyph uint32) Ink {
	var ink Ink
	first := true
	for _, s := range f.Outline(glyph) {
		for _, p := range s.ArgsSlice() {
			x, y := float64(p.X), float64(p.Y)
			if first {
				ink = Ink{x, x, y, -y}
			}
			ink = Ink{min(ink.Left, x), max(ink.Right, x), max(ink.Above, y), max(ink.Below, -y)}
			first = false
		}
	}
	return ink
}

// A Silhouette is how far the ink of a glyph reaches in each of its columns, from left
// to right, in font units: Above and Below the baseline, -Inf where there is none.
type Silhouette struct{ Above, Below []float64 }

// Silhouette measures a glyph in n columns of a width, from a place on.
func (f *Face) Silhouette(glyph uint32, left, width float64, n int) Silhouette {
	s := Silhouette{make([]float64, n), make([]float64, n)}
	for i := range n {
		s.Above[i], s.Below[i] = math.Inf(-1), math.Inf(-1)
	}
	var start, at opentype.SegmentPoint
	for _, segment := range f.Outline(glyph) {
		if segment.Op == opentype.SegmentOpMoveTo {
			s.line(at, start, left, width) // contours are closed
			start, at = segment.Args[0], segment.Args[0]
			continue
		}
		points := segment.ArgsSlice()
		const parts = 16 // of a curve
		from, to := at, at
		for i := 1; i <= parts; i++ {
			next := onCurve(from, points, float64(i)/parts)
			s.line(to, next, left, width)
			to = next
		}
		at = points[len(points)-1]
	}
	s.line(at, start, left, width)
	return s
}

// onCurve is the point of a Bézier curve of any degree at a part of its way (de
// Casteljau).
func onCurve(from opentype.SegmentPoint, points []opentype.SegmentPoint, part float64) opentype.SegmentPoint {
	p := [4]opentype.SegmentPoint{from}
	copy(p[1:], points)
	for n := len(points); n > 0; n-- {
		for i := range n {
			p[i].X += float32(part) * (p[i+1].X - p[i].X)
			p[i].Y += float32(part) * (p[i+1].Y - p[i].Y)
		}
	}
	return p[0]
}

// line widens the columns that a straight line crosses.
func (s *Silhouette) line(a, b opentype.SegmentPoint, left, width float64) {
	x, y := float64(a.X), float64(a.Y)
	dx, dy := float64(b.X)-x, float64(b.Y)-y
	steps := 1 + math.Ceil(2*math.Abs(dx)/width) // two to a column at least
	for k := 0.0; k <= steps; k++ {
		i := int(math.Floor((x + dx*k/steps - left) / width))
		if i < 0 || i >= len(s.Above) {
			continue
		}
		at := y + dy*k/steps
		s.Above[i], s.Below[i] = math.Max(s.Above[i], at), math.Max(s.Below[i], -at)
	}
}
