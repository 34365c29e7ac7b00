package main

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"

	"golang.org/x/text/language"
)

// A point is a longitude and a latitude in degrees.
type point [2]float64

// A topology is countries whose borders are shared arcs (TopoJSON 1.0).
type topology struct {
	arcs      [][]point
	countries []country
}

// A country has polygons, of rings, of arcs; an arc -1-i is arc i backwards.
type country struct {
	region   language.Region // zero where ISO 3166 has no code
	polygons [][][]int
}

// A file is TopoJSON, with quantised arcs.
type file struct {
	Type      string              `json:"type"`
	Transform transform           `json:"transform"`
	Objects   map[string]geometry `json:"objects"`
	Arcs      [][][2]int          `json:"arcs"`
}

type transform struct {
	Scale     [2]float64 `json:"scale"`
	Translate [2]float64 `json:"translate"`
}

type geometry struct {
	Type       string          `json:"type"`
	ID         string          `json:"id,omitempty"`
	Properties *properties     `json:"properties,omitempty"`
	Arcs       json.RawMessage `json:"arcs,omitempty"`
	Geometries []geometry      `json:"geometries,omitempty"`
}

type properties struct {
	Name string `json:"name"`
}

// decode reads the countries of a file. Antarctica, which runs round a pole and
// has no figures of a state, is left out.
func decode(data []byte) (topology, error) {
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return topology{}, err
	}
	var t topology
	for _, arc := range f.Arcs {
		var points []point
		x, y := 0, 0
		for _, step := range arc {
			x, y = x+step[0], y+step[1]
			points = append(points, point{
				float64(x)*f.Transform.Scale[0] + f.Transform.Translate[0],
				float64(y)*f.Transform.Scale[1] + f.Transform.Translate[1],
			})
		}
		t.arcs = append(t.arcs, points)
	}
	for _, g := range f.Objects["countries"].Geometries {
		var c country
		switch g.ID {
		case "":
			// Of those without a code CLDR gives one to Kosovo.
			if g.Properties != nil && g.Properties.Name == "Kosovo" {
				c.region = language.MustParseRegion("XK")
			}
		case "010":
			continue
		default:
			number, err := strconv.Atoi(g.ID)
			if err != nil {
				return t, err
			}
			if c.region, err = language.EncodeM49(number); err != nil {
				return t, fmt.Errorf("country %s: %w", g.ID, err)
			}
		}
		switch g.Type {
		case "Polygon":
			c.polygons = make([][][]int, 1)
			if err := json.Unmarshal(g.Arcs, &c.polygons[0]); err != nil {
				return t, err
			}
		case "MultiPolygon":
			if err := json.Unmarshal(g.Arcs, &c.polygons); err != nil {
				return t, err
			}
		}
		t.add(c)
	}
	return t, nil
}

// add joins what the source keeps apart under one code: Australia has islands
// of their own entry.
func (t *topology) add(c country) {
	for i := range t.countries {
		if c.region != (language.Region{}) && t.countries[i].region == c.region {
			t.countries[i].polygons = append(t.countries[i].polygons, c.polygons...)
			return
		}
	}
	t.countries = append(t.countries, c)
}

// ring returns the points of a ring, which ends where it begins. Its longitudes
// run on beyond 180 degrees rather than jump.
func (t *topology) ring(arcs []int) []point {
	var ring []point
	for _, i := range arcs {
		arc := t.arcs[max(i, -1-i)]
		if i < 0 {
			arc = slices.Clone(arc)
			slices.Reverse(arc)
		}
		if len(ring) > 0 {
			arc = arc[1:] // the end of the arc before
		}
		for _, p := range arc {
			if n := len(ring); n > 0 {
				p[0] += 360 * math.Round((ring[n-1][0]-p[0])/360)
			}
			ring = append(ring, p)
		}
	}
	return ring
}

// area is that of a ring in square degrees of the equator.
func area(ring []point) float64 {
	sum, middle := 0.0, 0.0
	for i := 1; i < len(ring); i++ {
		sum += ring[i-1][0]*ring[i][1] - ring[i][0]*ring[i-1][1]
		middle += ring[i][1] / float64(len(ring)-1)
	}
	return math.Abs(sum) / 2 * math.Cos(middle*math.Pi/180)
}

// largest returns the outer ring of the largest polygon of a country.
func (t *topology) largest(c country) (ring []point) {
	most := 0.0
	for _, polygon := range c.polygons {
		if r := t.ring(polygon[0]); area(r) > most {
			ring, most = r, area(r)
		}
	}
	return ring
}

// reduce leaves out corners and islands smaller than some areas, and the arcs
// that are then not used. The largest island of a country stays.
func (t *topology) reduce(corner, island float64) {
	renamed := map[int]int{}
	var kept [][]point
	for i := range t.countries {
		c := &t.countries[i]
		most := area(t.largest(*c))
		c.polygons = slices.DeleteFunc(c.polygons, func(polygon [][]int) bool {
			a := area(t.ring(polygon[0]))
			return a < island && a < most
		})
		for _, polygon := range c.polygons {
			for _, ring := range polygon {
				for k, arc := range ring {
					from := max(arc, -1-arc)
					to, ok := renamed[from]
					if !ok {
						to = len(kept)
						renamed[from] = to
						kept = append(kept, simplified(t.arcs[from], corner))
					}
					if arc < 0 {
						to = -1 - to
					}
					ring[k] = to
				}
			}
		}
	}
	t.arcs = kept
}

// simplified takes the least corners out of an arc, one after another, until
// each that is left spans a triangle of some area (Visvalingam and Whyatt 1993).
// Both ends stay, and of an island three corners.
func simplified(arc []point, corner float64) []point {
	arc = slices.Clone(arc)
	least := 2
	if arc[0] == arc[len(arc)-1] {
		least = 4
	}
	for len(arc) > least {
		at, smallest := -1, corner
		for i := 1; i < len(arc)-1; i++ {
			a, b, c := arc[i-1], arc[i], arc[i+1]
			if x := math.Abs((b[0]-a[0])*(c[1]-a[1])-(c[0]-a[0])*(b[1]-a[1])) / 2 * math.Cos(b[1]*math.Pi/180); x < smallest {
				at, smallest = i, x
			}
		}
		if at < 0 {
			break
		}
		arc = slices.Delete(arc, at, at+1)
	}
	return arc
}

// step is the distance of two places that the file tells apart, in degrees.
const step = 0.01

// encode returns a topology as TopoJSON, with ISO 3166 alpha-2 codes as names.
func (t *topology) encode() file {
	f := file{Type: "Topology", Transform: transform{Scale: [2]float64{step, step}}}
	for _, arc := range t.arcs {
		var steps [][2]int
		x, y := 0, 0
		for i, p := range arc {
			nextX, nextY := int(math.Round(p[0]/step)), int(math.Round(p[1]/step))
			if i > 0 && i < len(arc)-1 && nextX == x && nextY == y {
				continue
			}
			steps = append(steps, [2]int{nextX - x, nextY - y})
			x, y = nextX, nextY
		}
		f.Arcs = append(f.Arcs, steps)
	}
	var list []geometry
	for _, c := range t.countries {
		arcs, err := json.Marshal(c.polygons)
		if err != nil {
			panic(err) // whole numbers always have a form
		}
		g := geometry{Type: "MultiPolygon", Arcs: arcs}
		if c.region != (language.Region{}) {
			g.ID = c.region.String()
		}
		list = append(list, g)
	}
	f.Objects = map[string]geometry{"countries": {Type: "GeometryCollection", Geometries: list}}
	return f
}
