package figure

import (
	"math"

	"warraq/charts/scene"
)

// A contour is a line of points; closed, the last is joined to the first.
type contour struct {
	points []scene.Point
	closed bool
}

// flatness is how far a line may run from the curve it stands for, in pixels.
const flatness = 0.05

// contoursOf are the lines of a path, its curves as short straight ones.
func contoursOf(p *scene.Path) []contour {
	var all []contour
	var c contour
	end := func() {
		if len(c.points) > 0 {
			all = append(all, c)
		}
		c = contour{}
	}
	points := p.Points
	for _, v := range p.Verbs {
		n := pointsOf(v)
		switch v {
		case scene.MoveTo:
			end()
			c.add(points[0])
		case scene.LineTo:
			c.add(points[0])
		case scene.CurveTo:
			c.curve(points[0], points[1], points[2])
		case scene.Close:
			first := scene.Point{}
			if len(c.points) > 0 {
				first = c.points[0]
				c.closed = true
			}
			end()
			c.points = append(c.points, first) // where a line without a move goes on
		}
		points = points[n:]
	}
	if len(c.points) > 1 || len(p.Verbs) > 0 && p.Verbs[len(p.Verbs)-1] != scene.Close {
		end()
	}
	return all
}

func (c *contour) add(q scene.Point) {
	if n := len(c.points); n > 0 && c.points[n-1] == q {
		return
	}
	c.points = append(c.points, q)
}

// curve adds a cubic curve: n parts of it leave their chords by at most 1/8·n² of
// the second derivative, which is 6 times the larger bend of the control points.
func (c *contour) curve(p1, p2, p3 scene.Point) {
	p0 := c.points[len(c.points)-1]
	bend := math.Max(math.Hypot(p0.X-2*p1.X+p2.X, p0.Y-2*p1.Y+p2.Y), math.Hypot(p1.X-2*p2.X+p3.X, p1.Y-2*p2.Y+p3.Y))
	n := int(math.Ceil(math.Min(200, math.Sqrt(6*bend/8/flatness))))
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		a, b, d, e := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		c.add(scene.Point{X: a*p0.X + b*p1.X + d*p2.X + e*p3.X, Y: a*p0.Y + b*p1.Y + d*p2.Y + e*p3.Y})
	}
	c.add(p3)
}

// flat are the polygons that a path encloses.
func flat(p *scene.Path) [][]scene.Point {
	var polygons [][]scene.Point
	for _, c := range contoursOf(p) {
		if len(c.points) > 2 {
			polygons = append(polygons, c.points)
		}
	}
	return polygons
}

// stroked are polygons that together are the line of a path, all the same way
// round: a rectangle for each part, what joins two, and the ends.
func stroked(p *scene.Path) [][]scene.Point {
	s := &stroker{half: p.Width / 2, cap: p.Cap, join: p.Join, miter: miter(p)}
	for _, c := range contoursOf(p) {
		for _, dash := range dashed(c, p) {
			s.line(dash)
		}
	}
	return s.polygons
}

// dashed cuts a line into the dashes of a path's pattern.
func dashed(c contour, p *scene.Path) []contour {
	pattern := dashesOf(p)
	if pattern == nil {
		return []contour{c}
	}
	points := c.points
	if c.closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	at, left := 0, math.Max(p.DashOffset, 0)
	sum := 0.0
	for _, d := range pattern {
		sum += d
	}
	left = math.Mod(left, sum)
	for left >= pattern[at] {
		left -= pattern[at]
		at = (at + 1) % len(pattern)
	}
	rest := pattern[at] - left // of this dash or gap
	var all []contour
	var now contour
	if at%2 == 0 {
		now.add(points[0])
	}
	const most = 100_000 // dashes that no picture tells apart
	for i := 1; i < len(points); i++ {
		from, to := points[i-1], points[i]
		length := math.Hypot(to.X-from.X, to.Y-from.Y)
		done := 0.0
		for length-done > rest && len(all) < most {
			done += rest
			q := scene.Point{X: from.X + (to.X-from.X)*done/length, Y: from.Y + (to.Y-from.Y)*done/length}
			if at%2 == 0 {
				now.add(q)
				all = append(all, now)
				now = contour{}
			} else {
				now = contour{points: []scene.Point{q}}
			}
			at = (at + 1) % len(pattern)
			rest = pattern[at]
		}
		rest -= length - done
		if at%2 == 0 {
			now.add(to)
		}
	}
	if at%2 == 0 && len(now.points) > 0 {
		all = append(all, now)
	}
	return all
}

// A stroker gathers the polygons of a line. Cap, join and miter are as in a path.
type stroker struct {
	half      float64
	cap, join int
	miter     float64
	polygons  [][]scene.Point
}

func (s *stroker) line(c contour) {
	points := c.points
	if c.closed && len(points) > 1 && points[0] == points[len(points)-1] {
		points = points[:len(points)-1]
	}
	n := len(points)
	if n == 1 {
		if s.cap == 1 {
			s.disc(points[0])
		}
		return
	}
	parts := n - 1
	if c.closed && n > 2 {
		parts = n
	}
	for i := range parts {
		a, b := points[i], points[(i+1)%n]
		dx, dy := s.direction(a, b)
		if parts == n-1 && s.cap == 2 {
			if i == 0 {
				a = scene.Point{X: a.X - dx, Y: a.Y - dy}
			}
			if i == parts-1 {
				b = scene.Point{X: b.X + dx, Y: b.Y + dy}
			}
		}
		s.polygon(scene.Point{X: a.X + dy, Y: a.Y - dx}, scene.Point{X: b.X + dy, Y: b.Y - dx}, scene.Point{X: b.X - dy, Y: b.Y + dx}, scene.Point{X: a.X - dy, Y: a.Y + dx})
		if i > 0 || parts == n {
			s.joint(points[(i+n-1)%n], points[i], points[(i+1)%n])
		}
	}
	if parts == n-1 && s.cap == 1 {
		s.disc(points[0])
		s.disc(points[n-1])
	}
}

// direction is half the width of the line, along it.
func (s *stroker) direction(a, b scene.Point) (dx, dy float64) {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 {
		return 0, 0
	}
	return (b.X - a.X) / length * s.half, (b.Y - a.Y) / length * s.half
}

// joint fills the gap on the outer side of a corner.
func (s *stroker) joint(a, b, c scene.Point) {
	ux, uy := s.direction(a, b)
	vx, vy := s.direction(b, c)
	cross, dot := ux*vy-uy*vx, ux*vx+uy*vy
	if cross == 0 && dot >= 0 {
		return
	}
	if s.join == 1 {
		s.disc(b)
		return
	}
	side := 1.0 // the outer corners lie to the left of both parts
	if cross > 0 {
		side = -1
	}
	from := scene.Point{X: b.X - side*uy, Y: b.Y + side*ux}
	to := scene.Point{X: b.X - side*vy, Y: b.Y + side*vx}
	// 1/sin² of half the angle is 2/(1-cos), and the cosine between the parts is
	// -dot/half².
	square := s.half * s.half
	if s.join == 0 && dot > -square && 2*square/(square+dot) <= s.miter*s.miter {
		k := square / (square + dot)
		s.polygon(b, from, scene.Point{X: b.X + (from.X-b.X+to.X-b.X)*k, Y: b.Y + (from.Y-b.Y+to.Y-b.Y)*k}, to)
		return
	}
	s.polygon(b, from, to)
}

func (s *stroker) disc(at scene.Point) {
	n := max(8, int(math.Ceil(math.Pi/math.Acos(math.Max(0, 1-flatness/math.Max(s.half, flatness))))))
	points := make([]scene.Point, n)
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		points[i] = scene.Point{X: at.X + s.half*cos, Y: at.Y + s.half*sin}
	}
	s.polygon(points...)
}

// polygon adds one, turned to run as all do.
func (s *stroker) polygon(points ...scene.Point) {
	area := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		area += p.X*q.Y - q.X*p.Y
	}
	if area < 0 {
		for i, j := 0, len(points)-1; i < j; i, j = i+1, j-1 {
			points[i], points[j] = points[j], points[i]
		}
	}
	s.polygons = append(s.polygons, points)
}
