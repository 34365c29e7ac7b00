package maps

import (
	"math"

	"warraq/charts/outlines"
)

// A room is an upright rectangle on a map.
type room struct{ left, top, right, bottom float64 }

func around(at outlines.Point, width, height float64) room {
	return room{at.X - width/2, at.Y - height/2, at.X + width/2, at.Y + height/2}
}

func (r room) grown(by float64) room {
	return room{r.left - by, r.top - by, r.right + by, r.bottom + by}
}

func (r room) centered(at outlines.Point) bool {
	return math.Abs(r.left+r.right-2*at.X) < 1e-6 && math.Abs(r.top+r.bottom-2*at.Y) < 1e-6
}

func (r room) meets(o room) bool {
	return r.left < o.right && o.left < r.right && r.top < o.bottom && o.top < r.bottom
}

// of reports whether a room holds some of the box of a line.
func (r room) of(a, b outlines.Point) bool {
	return max(a.X, b.X) >= r.left && min(a.X, b.X) <= r.right && max(a.Y, b.Y) >= r.top && min(a.Y, b.Y) <= r.bottom
}

// crossed reports whether a straight line has a part within a room (Liang and
// Barsky 1984).
func (r room) crossed(a, b outlines.Point) bool {
	if !r.of(a, b) {
		return false
	}
	from, to := 0.0, 1.0
	for _, side := range [4][2]float64{{a.X - b.X, a.X - r.left}, {b.X - a.X, r.right - a.X}, {a.Y - b.Y, a.Y - r.top}, {b.Y - a.Y, r.bottom - a.Y}} {
		p, q := side[0], side[1]
		switch {
		case p == 0 && q < 0:
			return false
		case p < 0:
			from = max(from, q/p)
		case p > 0:
			to = min(to, q/p)
		}
	}
	return from <= to
}

// A ringOf is one ring with its box.
type ringOf struct {
	points []outlines.Point
	box    room
}

func boxed(ring []outlines.Point) ringOf {
	b := room{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range ring {
		b = room{min(b.left, p.X), min(b.top, p.Y), max(b.right, p.X), max(b.bottom, p.Y)}
	}
	return ringOf{ring, b}
}

// crosses reports whether an edge of the ring has a part within a room.
func (r ringOf) crosses(o room) bool {
	if !r.box.meets(o) {
		return false
	}
	for i, a := range r.points {
		if o.crossed(a, r.points[(i+1)%len(r.points)]) {
			return true
		}
	}
	return false
}

// inside reports whether a room lies wholly within what rings bound: no edge
// crosses it, and its middle is inside (even-odd).
func inside(rings []ringOf, r room) bool {
	x, y := (r.left+r.right)/2, (r.top+r.bottom)/2
	in := false
	for _, ring := range rings {
		if ring.crosses(r) {
			return false
		}
		if y < ring.box.top || y > ring.box.bottom || x > ring.box.right {
			continue
		}
		for i, a := range ring.points {
			b := ring.points[(i+1)%len(ring.points)]
			if (a.Y > y) != (b.Y > y) && x < (b.X-a.X)*(y-a.Y)/(b.Y-a.Y)+a.X {
				in = !in
			}
		}
	}
	return in
}

// nearestOf is the point of a room that is nearest to another.
func nearestOf(r room, p outlines.Point) outlines.Point {
	return outlines.Point{X: min(max(p.X, r.left), r.right), Y: min(max(p.Y, r.top), r.bottom)}
}

// meet reports whether two straight lines cross.
func meet(a, b, c, d outlines.Point) bool {
	side := func(p, q, r outlines.Point) bool { return (q.X-p.X)*(r.Y-p.Y) > (q.Y-p.Y)*(r.X-p.X) }
	return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

// meetsLine reports whether a straight line crosses the edge of a ring.
func meetsLine(ring ringOf, a, b outlines.Point) bool {
	if !ring.box.of(a, b) {
		return false
	}
	for i, p := range ring.points {
		if meet(a, b, p, ring.points[(i+1)%len(ring.points)]) {
			return true
		}
	}
	return false
}
