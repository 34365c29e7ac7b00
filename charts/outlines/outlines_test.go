package outlines

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Every country with an outline has a name, and is found by it.
func TestCountriesAreFound(t *testing.T) {
	for _, c := range Countries() {
		if got, ok := Find(c.Arabic); !ok || got != c || c.English == "" {
			t.Errorf("%+v is %+v", c, got)
		}
	}
	if n := len(Countries()); n < 230 {
		t.Errorf("only %d countries", n)
	}
	if _, ok := Find("Guadeloupe"); ok {
		t.Error("Guadeloupe has an outline of its own")
	}
}

// The data names no country that the table has not, and every outline is whole.
func TestOutlinesAreThoseOfTheTable(t *testing.T) {
	for name, top := range map[string]topology{"world": world(), "region": region()} {
		for _, s := range top.shapes {
			if _, ok := byCode(s.alpha2); !ok && s.alpha2 != "" {
				t.Errorf("%s: no country %s", name, s.alpha2)
			}
			for _, polygon := range s.polygons {
				for _, ring := range polygon {
					for i, arc := range ring {
						next := ring[(i+1)%len(ring)]
						if end(top, arc) != end(top, -1-next) {
							t.Errorf("%s: a ring of %s is open", name, s.alpha2)
						}
					}
				}
			}
		}
	}
}

// end is the last place of an arc.
func end(t topology, arc int) Place {
	if arc < 0 {
		return t.arcs[-1-arc][0]
	}
	return t.arcs[arc][len(t.arcs[arc])-1]
}

// Each label lies in its country and in the box of its mainland, but of the
// smallest, of which only a few corners are kept.
func TestLabelsLieInTheirCountry(t *testing.T) {
	for _, s := range region().shapes {
		c, ok := byCode(s.alpha2)
		b := c.Mainland
		if !ok || b.East-b.West < 0.2 {
			continue
		}
		in := false
		for _, polygon := range s.polygons {
			for _, ring := range polygon {
				var last *Place
				for _, i := range ring {
					for _, p := range run(region(), i) {
						p.Longitude += 360 * math.Round((c.Label.Longitude-p.Longitude)/360)
						if last != nil && (last.Latitude > c.Label.Latitude) != (p.Latitude > c.Label.Latitude) &&
							c.Label.Longitude < (p.Longitude-last.Longitude)*(c.Label.Latitude-last.Latitude)/(p.Latitude-last.Latitude)+last.Longitude {
							in = !in
						}
						last = &p
					}
				}
			}
		}
		if !in || c.Label.Longitude < b.West || c.Label.Longitude > b.East || c.Label.Latitude < b.South || c.Label.Latitude > b.North {
			t.Errorf("the label of %s lies elsewhere", c.English)
		}
	}
}

// run returns the places of an arc in the direction it is used.
func run(t topology, arc int) []Place {
	if arc >= 0 {
		return t.arcs[arc]
	}
	backwards := slices.Clone(t.arcs[-1-arc])
	slices.Reverse(backwards)
	return backwards
}

// Both projections keep areas: a small square is as large on the map wherever it
// lies.
func TestProjectionsKeepAreas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Place{rapid.Float64Range(-150, 150).Draw(t, "longitude"), rapid.Float64Range(-75, 75).Draw(t, "latitude")}
		for _, f := range []Frame{World(), CentralAsia()} {
			if f.regional && math.Abs(p.Longitude-f.center.Longitude) > 100 {
				continue
			}
			if !f.regional && math.Abs(math.Abs(p.Longitude-f.center.Longitude)-180) < 1 {
				continue // across the edge
			}
			const d = 0.01
			x0, y0 := f.project(p)
			x1, y1 := f.project(Place{p.Longitude + d, p.Latitude})
			x2, y2 := f.project(Place{p.Longitude, p.Latitude + d})
			got := math.Abs((x1-x0)*(y2-y0) - (x2-x0)*(y1-y0))
			want := d * d * radian * radian * math.Cos((p.Latitude+d/2)*radian)
			if math.Abs(got/want-1) > 0.003 {
				t.Errorf("%+v: an area of %g is %g", p, want, got)
			}
		}
	})
	// The table of the paper: the pole's line is 0.59 of the equator's length, and
	// the earth is 2.05 times as wide as high.
	x, y := equalEarth(180, 90)
	equator, _ := equalEarth(180, 0)
	if math.Abs(x/equator-0.5924) > 0.002 || math.Abs(equator/y-2.0546) > 0.002 {
		t.Errorf("the pole is %g of the equator, the earth %g wide", x/equator, equator/y)
	}
}

// Whatever is framed, all outlines are on the map.
func TestOutlinesStayOnTheMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []Country
		var codes []string
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(Countries())-1), 0, 4).Draw(t, "countries") {
			list = append(list, Countries()[i])
			codes = append(codes, Countries()[i].Alpha2)
		}
		m := Around(list).Fit(rapid.Float64Range(120, 800).Draw(t, "width"), 60, 600)
		seen := map[string]bool{}
		for _, o := range m.Outlines(codes) {
			seen[o.Alpha2] = true
			for _, polygon := range o.Polygons {
				for _, ring := range polygon {
					for _, p := range ring {
						if !(p.X >= -Dot-1e-6 && p.Y >= -Dot-1e-6 && p.X <= m.Width+Dot+1e-6 && p.Y <= m.Height+Dot+1e-6) {
							t.Fatalf("%s of %v: %v is not on %g by %g", o.Alpha2, codes, p, m.Width, m.Height)
						}
					}
				}
			}
		}
		for _, code := range codes {
			if c, _ := byCode(code); !seen[code] && m.Holds(m.At(c.Label)) {
				t.Errorf("%s is not on a map of %v", code, codes)
			}
		}
	})
}
