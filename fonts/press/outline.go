package press

import (
	"math"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
)

// A point of a quadratic outline, in the face's units; off the curve where it
// is a control point.
type point struct {
	x, y float64
	off  bool
}

// A contour is closed: the last point is followed by the first.
type contour []point

// tolerance is the farthest that a quadratic curve may leave the cubic one it
// stands for, in 1/1000 em.
const tolerance = 0.5

// outline returns the contours of a glyph, flattened from composites and with
// cubic curves turned into quadratic ones, in the face's units.
func (p *Press) outline(glyph uint32) []contour {
	if o, ok := p.outlines[glyph]; ok {
		return o
	}
	contours := flatten(p.face.Outline(glyph), tolerance*float64(p.face.UnitsPerEm)/1000)
	p.outlines[glyph] = contours
	return contours
}

// flatten turns segments into closed contours of quadratic curves.
func flatten(segments []font.Segment, tolerance float64) []contour {
	var contours []contour
	var c contour
	end := func() {
		if c = c.tidy(); len(c) > 2 {
			contours = append(contours, c)
		}
		c = nil
	}
	for _, s := range segments {
		a := s.Args
		switch s.Op {
		case ot.SegmentOpMoveTo:
			end()
			c = append(c, on(a[0]))
		case ot.SegmentOpLineTo:
			c = append(c, on(a[0]))
		case ot.SegmentOpQuadTo:
			c = append(c, off(a[0]), on(a[1]))
		case ot.SegmentOpCubeTo:
			if len(c) > 0 {
				c = c.cubic(on(a[0]), on(a[1]), on(a[2]), tolerance)
			}
		}
	}
	end()
	return contours
}

func on(p ot.SegmentPoint) point  { return point{float64(p.X), float64(p.Y), false} }
func off(p ot.SegmentPoint) point { return point{float64(p.X), float64(p.Y), true} }

// cubic appends a cubic curve from the contour's last point as quadratic ones.
// One quadratic curve through the ends, with the mean of the two tangents'
// control points, is at most √3/36·|p3−3p2+3p1−p0| away; n equal parts divide
// that by n³.
func (c contour) cubic(p1, p2, p3 point, tolerance float64) contour {
	p0 := c[len(c)-1]
	dx := p3.x - 3*p2.x + 3*p1.x - p0.x
	dy := p3.y - 3*p2.y + 3*p1.y - p0.y
	n := math.Ceil(math.Cbrt(math.Sqrt(3) / 36 * math.Hypot(dx, dy) / tolerance))
	n = max(1, min(n, 32))
	at := func(t float64) (x, y, vx, vy float64) {
		u := 1 - t
		b0, b1, b2, b3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		d0, d1, d2 := 3*u*u, 6*u*t, 3*t*t
		return b0*p0.x + b1*p1.x + b2*p2.x + b3*p3.x, b0*p0.y + b1*p1.y + b2*p2.y + b3*p3.y,
			d0*(p1.x-p0.x) + d1*(p2.x-p1.x) + d2*(p3.x-p2.x), d0*(p1.y-p0.y) + d1*(p2.y-p1.y) + d2*(p3.y-p2.y)
	}
	x0, y0, vx0, vy0 := at(0)
	for i := 1.0; i <= n; i++ {
		x1, y1, vx1, vy1 := at(i / n)
		// The part's own cubic control points are x0+v0/3n and x1−v1/3n; the
		// quadratic control point is (3·(their sum) − x0 − x1)/4.
		qx := (3*(x0+vx0/(3*n)+x1-vx1/(3*n)) - x0 - x1) / 4
		qy := (3*(y0+vy0/(3*n)+y1-vy1/(3*n)) - y0 - y1) / 4
		c = append(c, point{qx, qy, true}, point{x1, y1, false})
		x0, y0, vx0, vy0 = x1, y1, vx1, vy1
	}
	return c
}

// tidy removes a last point that repeats the first, and points on the curve
// that stand halfway between two control points: TrueType implies those, and
// rounding would bend the curve at them.
func (c contour) tidy() contour {
	if len(c) > 1 {
		first, last := c[0], c[len(c)-1]
		if first == last {
			c = c[:len(c)-1]
		}
	}
	n := len(c)
	out := make(contour, 0, n)
	for i, p := range c {
		before, after := c[(i+n-1)%n], c[(i+1)%n]
		if !p.off && before.off && after.off &&
			math.Abs(before.x+after.x-2*p.x) <= 0.01 && math.Abs(before.y+after.y-2*p.y) <= 0.01 {
			continue
		}
		out = append(out, p)
	}
	return out
}
