package outlines

import (
	"math"
	"slices"
)

// A Point of a map, in points from its top left corner.
type Point struct{ X, Y float64 }

// A Map is a frame laid out at a size.
type Map struct {
	Width, Height float64
	frame         Frame
	scale         float64 // points a unit of the projection
	left, top     float64 // where the middle of the projection stands
}

// Fit lays a frame out at a width in points. The height follows from the frame
// and stands between the bounds; where it cannot, more of the earth is shown on
// two sides.
func (f Frame) Fit(width, least, most float64) Map {
	height := width * (f.north - f.south) / (f.east - f.west)
	height = math.Round(min(max(height, least), most))
	scale := min(width/(f.east-f.west), height/(f.north-f.south))
	return Map{
		Width: width, Height: height, frame: f, scale: scale,
		left: width/2 - scale*(f.west+f.east)/2, top: height/2 + scale*(f.north+f.south)/2,
	}
}

// At returns where a place stands, which may be off the map.
func (m Map) At(p Place) Point {
	x, y := m.frame.project(p)
	return Point{m.left + m.scale*x, m.top - m.scale*y}
}

// Holds reports whether a point is on the map.
func (m Map) Holds(p Point) bool { return p.X >= 0 && p.Y >= 0 && p.X <= m.Width && p.Y <= m.Height }

// An Outline is the part of a country that a map shows: polygons, each an outer
// ring and its holes. A ring does not repeat its first point. Alpha2 is empty
// for land that ISO 3166 has no code for.
type Outline struct {
	Alpha2   string
	Polygons [][][]Point
}

// Dot is the radius of the disc that stands for a country too small to be seen,
// tiny the area below which it is so, and speck that of an island not drawn.
const (
	Dot   = 2.4
	tiny  = 6.0
	speck = 0.4
)

// Outlines returns the countries on a map, in an order that is always the same.
// Of those that are named by their codes, one that is too small to be seen, or
// has no outline at the map's scale, is a disc.
func (m Map) Outlines(named []string) []Outline {
	t := world()
	if m.frame.regional {
		t = region()
	}
	arcs := make([][]Point, len(t.arcs))
	for i, arc := range t.arcs {
		arcs[i] = m.lay(arc)
	}
	var list []Outline
	small := slices.Clone(named)
	for _, s := range t.shapes {
		o := Outline{Alpha2: s.alpha2}
		seen := 0.0
		for _, polygon := range s.polygons {
			var rings [][]Point
			for i, ring := range polygon {
				r := m.clip(join(arcs, ring))
				if len(r) < 3 {
					if i == 0 {
						break // a hole needs what it is in
					}
					continue
				}
				size := area(r)
				if size < speck {
					break // no ink would show it
				}
				if i == 0 {
					seen += size
				}
				rings = append(rings, r)
			}
			if len(rings) > 0 {
				o.Polygons = append(o.Polygons, rings)
			}
		}
		if seen >= tiny {
			small = slices.DeleteFunc(small, func(code string) bool { return code == s.alpha2 })
		}
		if len(o.Polygons) > 0 {
			list = append(list, o)
		}
	}
	for _, code := range small {
		c, ok := byCode(code)
		if at := m.At(c.Label); ok && m.Holds(at) {
			list = slices.DeleteFunc(list, func(o Outline) bool { return o.Alpha2 == code })
			list = append(list, Outline{code, [][][]Point{{disc(at)}}})
		}
	}
	return list
}

// disc is a ring round a point.
func disc(at Point) []Point {
	const corners = 16
	ring := make([]Point, corners)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		ring[i] = Point{at.X + Dot*cos, at.Y + Dot*sin}
	}
	return ring
}

// The distance in points by which a border may leave its place: less than the
// line that is drawn along it on maps of the world and of a part of it.
const finestWorld, finestRegion = 0.25, 0.15

// lay projects an arc, with no more points than can be seen. Both neighbours of
// a border share its arc, so that no gap opens between them.
func (m Map) lay(arc []Place) []Point {
	points := make([]Point, len(arc))
	var last Place
	for i, p := range arc {
		if i > 0 {
			p.Longitude += 360 * math.Round((last.Longitude-p.Longitude)/360)
		}
		last = p
		points[i] = m.At(p)
		if i > 0 && !m.frame.regional {
			// An island across the edge of the world stays whole: the projection is
			// a straight line in longitude, so what it turned round the earth goes
			// back.
			turn := m.scale * 2 * edge(p.Latitude)
			points[i].X += turn * math.Round((points[i-1].X-points[i].X)/turn)
		}
	}
	if m.frame.regional {
		return thinned(points, finestRegion)
	}
	return thinned(points, finestWorld)
}

// thinned leaves out the points of a line that lie near what is left (Douglas
// and Peucker 1973). Both ends stay; of a ring, whose ends are one point, also
// the farthest from it.
func thinned(points []Point, finest float64) []Point {
	keep := make([]bool, len(points))
	keep[0], keep[len(points)-1] = true, true
	type part struct{ from, to int }
	for parts := []part{{0, len(points) - 1}}; len(parts) > 0; {
		p := parts[len(parts)-1]
		parts = parts[:len(parts)-1]
		at, farthest := -1, finest
		for i := p.from + 1; i < p.to; i++ {
			if d := toLine(points[i], points[p.from], points[p.to]); d > farthest {
				at, farthest = i, d
			}
		}
		if at >= 0 {
			keep[at] = true
			parts = append(parts, part{p.from, at}, part{at, p.to})
		}
	}
	var kept []Point
	for i, p := range points {
		if keep[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

// toLine is the distance of a point from the straight line between two others.
func toLine(p, a, b Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	along := 0.0
	if length := dx*dx + dy*dy; length > 0 {
		along = min(1, max(0, ((p.X-a.X)*dx+(p.Y-a.Y)*dy)/length))
	}
	return math.Hypot(p.X-a.X-along*dx, p.Y-a.Y-along*dy)
}

// edge is half the width of the world at a latitude.
func edge(latitude float64) float64 {
	x, _ := equalEarth(180, latitude)
	return x
}

// join returns the ring of some arcs, without its first point at the end.
func join(arcs [][]Point, ring []int) []Point {
	var points []Point
	for _, i := range ring {
		if i >= 0 {
			points = append(points, arcs[i][:len(arcs[i])-1]...)
			continue
		}
		arc := arcs[-1-i]
		for k := len(arc) - 1; k > 0; k-- {
			points = append(points, arc[k])
		}
	}
	return points
}

func area(ring []Point) float64 {
	sum := 0.0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return math.Abs(sum) / 2
}

// clip returns what of a ring is on the map (Sutherland and Hodgman 1974). The
// edges that it adds lie on the map's own.
func (m Map) clip(ring []Point) []Point {
	outside := true
	for _, p := range ring {
		if m.Holds(p) {
			outside = false
		}
	}
	if outside && m.misses(ring) {
		return nil
	}
	for side := range 4 {
		// depth is how far within one side a point lies.
		depth := func(p Point) float64 { return [4]float64{p.X, m.Width - p.X, p.Y, m.Height - p.Y}[side] }
		var kept []Point
		for i, p := range ring {
			q := ring[(i+1)%len(ring)]
			a, b := depth(p), depth(q)
			if a >= 0 {
				kept = append(kept, p)
			}
			if (a < 0) != (b < 0) {
				t := a / (a - b)
				kept = append(kept, Point{p.X + t*(q.X-p.X), p.Y + t*(q.Y-p.Y)})
			}
		}
		ring = kept
	}
	return ring
}

// misses reports whether a ring lies wholly to one side of the map, or round the
// back of the earth, where Lambert's projection turns it inside out.
func (m Map) misses(ring []Point) bool {
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range ring {
		minX, minY, maxX, maxY = min(minX, p.X), min(minY, p.Y), max(maxX, p.X), max(maxY, p.Y)
	}
	if maxX < 0 || maxY < 0 || minX > m.Width || minY > m.Height {
		return true
	}
	// The whole earth is a disc of radius 2; what has a corner beyond 1.9 and
	// none on the map is on its back.
	return m.frame.regional && max(maxX-m.left, m.left-minX, maxY-m.top, m.top-minY) > 1.9*m.scale
}
