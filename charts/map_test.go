package charts

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/outlines"
	"warraq/charts/svg"
	"warraq/input/brief"
)

// Classes part all values, in order, about evenly; limits have few digits.
func TestClassesPartTheValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-1e9, 1e9), 1, 60).Draw(t, "values")
		limits := classLimits(values)
		if !slices.IsSorted(limits) || len(limits) >= mostClasses {
			t.Fatalf("limits %v", limits)
		}
		count := make([]int, len(limits)+1)
		for _, x := range values {
			count[classOf(x, limits)]++
		}
		for class, n := range count {
			if n == 0 {
				t.Fatalf("class %d of %v by %v is empty", class, values, limits)
			}
		}
	})
	for _, c := range []struct{ low, high, want float64 }{
		{85, 96, 90}, {198, 205, 200}, {0, 5e-7, 5e-7}, {310, 420, 400}, {-40, -3, -20}, {-1, 1, 0}, {-1, 0, 0}, {99, 101, 100}, {3, 4, 4}, {0.12, 0.19, 0.15},
	} {
		if got := roundest(c.low, c.high); got != c.want {
			t.Errorf("between %g and %g: got %g, want %g", c.low, c.high, got, c.want)
		}
	}
}

// A darker shade is a larger class, and neighbours are told apart in grey.
func TestShadesRunFromLightToDark(t *testing.T) {
	p := DefaultPalette()
	last := 2.0
	for i := range mostClasses {
		c, err := svg.ParseColor(p.shade(i, mostClasses))
		if err != nil {
			t.Fatal(err)
		}
		grey := (0.299*float64(c.R) + 0.587*float64(c.G) + 0.114*float64(c.B)) / 255
		if grey > last-0.07 {
			t.Errorf("shade %d of %g is not darker than %g", i, grey, last)
		}
		last = grey
	}
}

// Spellings of one country are one country: their amounts are added.
func TestSpellingsOfACountryAreAdded(t *testing.T) {
	c := brief.Chart{Type: "map", Data: data("الدولة,المبلغ\nKZ,5\nجمهورية كازاخستان,7\nKazakhstan,1\nأوزبكستان,4\n")}
	g, list := read(&c)
	if len(list) > 0 || len(g.categories) != 2 || g.values[0][0] != 13 {
		t.Errorf("got %v, %+v", list, g)
	}
}

// The earth is not turned round with the direction, and the caption is.
func TestTheEarthIsNeverMirrored(t *testing.T) {
	p, _ := plotter(t, brief.LatinDigits)
	var west, east [2]float64
	for i, direction := range []string{"rtl", "ltr"} {
		c := brief.Chart{Type: "map", Data: data("الدولة,ن\nBR,نعم\nAU,لا\n"), Direction: direction}
		s, err := p.Plot(context.Background(), &c, 450)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range s.Items {
			if item.Text != nil && item.Text.Value == "البرازيل" {
				west[i] = item.Text.X
			}
			if item.Text != nil && item.Text.Value == "أستراليا" {
				east[i] = item.Text.X
			}
		}
	}
	if west[0] != west[1] || east[0] != east[1] || west[0] > 225 || east[0] < 225 || west[0] == 0 {
		t.Errorf("Brazil at %v, Australia at %v", west, east)
	}
}

// Whatever values countries have, the map is drawn with no text over another.
func TestMapsOfAnything(t *testing.T) {
	p, s := plotter(t, brief.ArabicDigits)
	all := outlines.Countries()
	for i, values := range [][]string{{"0", "0"}, {"1e15", "-1e15"}, {"1e-15", "0.3%"}, {"نعم", ""}, {"أ", "ب {c}"}} {
		for _, style := range []string{"fill", "marks"} {
			for _, extent := range [][]string{nil, {"central-asia"}, {"الأردن"}, {"CL"}, {"فيجي", "نيوزيلندا"}, {"روسيا", "US"}} {
				var text strings.Builder
				text.WriteString("الدولة,القيمة\n")
				for k := i; k < len(all); k += 7 {
					fmt.Fprintf(&text, "%s,%s\n", all[k].Alpha2, values[k%len(values)])
				}
				c := brief.Chart{Type: "map", Style: style, Map: extent, Data: data(text.String()), Value: "القيمة"}
				if list := p.Check(&c); list.HasErrors() {
					if style == "marks" && strings.HasPrefix(values[1], "-") {
						continue
					}
					t.Fatalf("%v %s: %v", values, style, list)
				}
				// The world takes its time.
				if i > 0 && (len(extent) == 0 && style == "fill" || len(extent) == 2 && extent[0] == "روسيا") {
					continue
				}
				sc, err := p.Plot(context.Background(), &c, 300)
				if err != nil {
					t.Fatalf("%v %s %v: %v", values, style, extent, err)
				}
				for _, fault := range s.geometry(sc) {
					t.Errorf("%v %s %v: %s", values, style, extent, fault)
				}
				for _, item := range sc.Items {
					if item.Path == nil {
						continue
					}
					for _, q := range item.Path.Points {
						if !(q.X > -3 && q.Y > -3 && q.X < sc.Width+3 && q.Y < sc.Height+3) && item.Path.Clip == nil || math.IsNaN(q.X) {
							t.Fatalf("%v %s %v: a shape leaves the frame at %v", values, style, extent, q)
						}
					}
				}
			}
		}
	}
}

// What is written on a map and under it tells cached scenes apart, although the
// option does not hold it.
func TestTheCacheKnowsAMapsWords(t *testing.T) {
	p, _ := plotter(t, brief.LatinDigits)
	c := brief.Chart{Type: "map", Map: []string{"central-asia"}, Data: data("الدولة,ن\nقيرغيزستان,نعم\n")}
	if _, err := p.Plot(context.Background(), &c, 301); err != nil {
		t.Fatal(err)
	}
	if again := c; !p.Cached(&again, 301) {
		t.Error("the same map is drawn again")
	}
	for name, change := range map[string]func(*brief.Chart){
		"spelling":  func(c *brief.Chart) { c.Data = data("الدولة,ن\nقرغيزستان,نعم\n") },
		"title":     func(c *brief.Chart) { c.Data = data("الدولة,م\nقيرغيزستان,نعم\n") },
		"direction": func(c *brief.Chart) { c.Direction = "ltr" },
		"extent":    func(c *brief.Chart) { c.Map = []string{"KG"} },
		"unit":      func(c *brief.Chart) { c.Unit = "طن" },
	} {
		other := c
		change(&other)
		if p.Cached(&other, 301) {
			t.Errorf("%s: another map's scene would be used", name)
		}
	}
}

// Each label names the country that it stands on or points to.
func TestLabelsStandOnTheirCountry(t *testing.T) {
	c := brief.Chart{Type: "map", Map: []string{"central-asia"}, Data: data("الدولة,ن\nKZ,نعم\nUZ,لا\nTM,نعم\n")}
	p, _ := plotter(t, brief.LatinDigits)
	s, err := p.Plot(context.Background(), &c, 450)
	if err != nil {
		t.Fatal(err)
	}
	m := outlines.CentralAsia().Fit(450, 0.3*450, 0.62*450)
	rings := map[string][]ringOf{}
	for _, o := range m.Outlines(nil) {
		for _, polygon := range o.Polygons {
			for _, ring := range polygon {
				rings[o.Alpha2] = append(rings[o.Alpha2], boxed(ring))
			}
		}
	}
	found := 0
	for _, item := range s.Items {
		if item.Text == nil {
			continue
		}
		if country, ok := outlines.Find(item.Text.Value); ok {
			found++
			if !inside(rings[country.Alpha2], around(outlines.Point{X: item.Text.X, Y: item.Text.Y - 2}, 4, 4)) {
				t.Errorf("%s does not stand on its country", item.Text.Value)
			}
		}
	}
	if found < 6 {
		t.Errorf("only %d names of countries and neighbours", found)
	}
}
