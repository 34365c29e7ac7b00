package main

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"

	"golang.org/x/text/language"
)

// A row is one country of the table.
type row struct {
	region      language.Region
	label       point
	west, south float64
	east, north float64
}

// countries returns the table of countries: codes, a place for a label
// and the box of the mainland. What the coarser map has not is looked up in the
// finer one.
func countries(coarse, fine *topology) []byte {
	var rows []row
	for _, t := range []*topology{coarse, fine} {
		for _, c := range t.countries {
			known := func(r row) bool { return r.region == c.region }
			if c.region == (language.Region{}) || slices.ContainsFunc(rows, known) {
				continue
			}
			r := row{region: c.region, label: inmost(t.largest(c))}
			r.west, r.south, r.east, r.north = t.mainland(c)
			rows = append(rows, r)
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.region.String(), b.region.String()) })
	var b bytes.Buffer
	b.WriteString("alpha2\tlongitude\tlatitude\twest\tsouth\teast\tnorth\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "%s\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\n", r.region, r.label[0], r.label[1], r.west, r.south, r.east, r.north)
	}
	return b.Bytes()
}

// mainland returns the box of the largest polygon of a country with all that is
// a quarter of it in size or three degrees from it.
func (t *topology) mainland(c country) (west, south, east, north float64) {
	const near, large = 3.0, 0.25
	main := t.largest(c)
	most := area(main)
	west, south, east, north = box(main)
	var rest [][]point
	for _, polygon := range c.polygons {
		rest = append(rest, t.ring(polygon[0]))
	}
	for grown := true; grown; {
		grown = false
		rest = slices.DeleteFunc(rest, func(ring []point) bool {
			w, s, e, n := box(ring)
			// The same place, counted another time round.
			turn := 360 * math.Round(((west+east)-(w+e))/720)
			w, e = w+turn, e+turn
			if area(ring) < large*most && (w > east+near || e < west-near || s > north+near || n < south-near) {
				return false
			}
			west, south, east, north = min(west, w), min(south, s), max(east, e), max(north, n)
			grown = true
			return true
		})
	}
	return west, south, east, north
}

func box(ring []point) (west, south, east, north float64) {
	west, south, east, north = ring[0][0], ring[0][1], ring[0][0], ring[0][1]
	for _, p := range ring {
		west, south, east, north = min(west, p[0]), min(south, p[1]), max(east, p[0]), max(north, p[1])
	}
	return west, south, east, north
}

// inmost returns the point within a ring that is farthest from its edge: where
// a mark or a label stands best. It searches a net, then a finer one round the
// best of it.
func inmost(ring []point) point {
	west, south, east, north := box(ring)
	squeeze := math.Cos((south + north) / 2 * math.Pi / 180)
	best, farthest := ring[0], -1.0
	const net = 24
	for range 6 {
		center := best
		w, h := (east-west)/net, (north-south)/net
		for i := range net + 1 {
			for j := range net + 1 {
				p := point{west + float64(i)*w, south + float64(j)*h}
				if d := toEdge(ring, p, squeeze); d > farthest && holds(ring, p) {
					center, farthest = p, d
				}
			}
		}
		best = center
		west, east, south, north = best[0]-2*w, best[0]+2*w, best[1]-2*h, best[1]+2*h
	}
	return best
}

// toEdge is the distance of a point from the nearest edge of a ring.
func toEdge(ring []point, p point, squeeze float64) float64 {
	nearest := math.Inf(1)
	for i := 1; i < len(ring); i++ {
		ax, ay := (ring[i-1][0]-p[0])*squeeze, ring[i-1][1]-p[1]
		bx, by := (ring[i][0]-p[0])*squeeze, ring[i][1]-p[1]
		dx, dy := bx-ax, by-ay
		along := 0.0
		if length := dx*dx + dy*dy; length > 0 {
			along = min(1, max(0, -(ax*dx+ay*dy)/length))
		}
		nearest = min(nearest, math.Hypot(ax+along*dx, ay+along*dy))
	}
	return nearest
}

// holds reports whether a point lies within a ring.
func holds(ring []point, p point) bool {
	inside := false
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < (b[0]-a[0])*(p[1]-a[1])/(b[1]-a[1])+a[0] {
			inside = !inside
		}
	}
	return inside
}
