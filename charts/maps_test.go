package charts

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"warraq/charts/outlines"
	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
)

// The earth is not turned round with the direction, and the caption is.
func TestTheEarthIsNeverMirrored(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	var west, east [2]float64
	for i, direction := range []string{"rtl", "ltr"} {
		c := brief.Chart{Type: "map", Data: samples.Table("الدولة,ن\nBR,نعم\nAU,لا\n"), Direction: direction}
		s, err := p.drawn(context.Background(), &c, 450)
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
	t.Parallel()
	p, s := plotter(brief.ArabicDigits)
	all := outlines.Countries()
	for i, values := range [][]string{{"0", "0"}, {"1e15", "-1e15"}, {"1e-15", "0.3%"}, {"نعم", ""}, {"أ", "ب {c}"}} {
		for _, style := range []string{"fill", "marks"} {
			for _, extent := range [][]string{nil, {"central-asia"}, {"الأردن"}, {"CL"}, {"فيجي", "نيوزيلندا"}, {"روسيا", "US"}} {
				var text strings.Builder
				text.WriteString("الدولة,القيمة\n")
				for k := i; k < len(all); k += 7 {
					fmt.Fprintf(&text, "%s,%s\n", all[k].Alpha2, values[k%len(values)])
				}
				c := brief.Chart{Type: "map", Style: style, Map: extent, Data: samples.Table(text.String()), Value: "القيمة"}
				if list := Check(&c); list.HasErrors() {
					if style == "marks" && strings.HasPrefix(values[1], "-") {
						continue
					}
					t.Fatalf("%v %s: %v", values, style, list)
				}
				// The world takes its time.
				if i > 0 && (len(extent) == 0 && style == "fill" || len(extent) == 2 && extent[0] == "روسيا") {
					continue
				}
				sc, err := p.drawn(context.Background(), &c, 300)
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
	p, _ := plotter(brief.LatinDigits)
	c := brief.Chart{Type: "map", Map: []string{"central-asia"}, Data: samples.Table("الدولة,ن\nقيرغيزستان,نعم\n")}
	if _, err := p.drawn(context.Background(), &c, 301); err != nil {
		t.Fatal(err)
	}
	if again := c; !p.cached(&again, 301) {
		t.Error("the same map is drawn again")
	}
	for name, change := range map[string]func(*brief.Chart){
		"spelling":  func(c *brief.Chart) { c.Data = samples.Table("الدولة,ن\nقرغيزستان,نعم\n") },
		"title":     func(c *brief.Chart) { c.Data = samples.Table("الدولة,م\nقيرغيزستان,نعم\n") },
		"direction": func(c *brief.Chart) { c.Direction = "ltr" },
		"extent":    func(c *brief.Chart) { c.Map = []string{"KG"} },
		"unit":      func(c *brief.Chart) { c.Unit = "طن" },
	} {
		other := c
		change(&other)
		if p.cached(&other, 301) {
			t.Errorf("%s: another map's scene would be used", name)
		}
	}
}

// Each label names the country that it stands on or points to.
func TestLabelsStandOnTheirCountry(t *testing.T) {
	c := brief.Chart{Type: "map", Map: []string{"central-asia"}, Data: samples.Table("الدولة,ن\nKZ,نعم\nUZ,لا\nTM,نعم\n")}
	p, _ := plotter(brief.LatinDigits)
	s, err := p.drawn(context.Background(), &c, 450)
	if err != nil {
		t.Fatal(err)
	}
	m := outlines.CentralAsia().Fit(450, 0.3*450, 0.62*450)
	land := map[string]*scene.Path{}
	for _, o := range m.Outlines(nil) {
		for _, polygon := range o.Polygons {
			for _, ring := range polygon {
				if land[o.Alpha2] == nil {
					land[o.Alpha2] = &scene.Path{}
				}
				p := land[o.Alpha2]
				for i, at := range ring {
					verb := scene.LineTo
					if i == 0 {
						verb = scene.MoveTo
					}
					p.Verbs, p.Points = append(p.Verbs, verb), append(p.Points, scene.Point{X: at.X, Y: at.Y})
				}
				p.Verbs = append(p.Verbs, scene.Close)
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
			stands := true
			for _, corner := range [][2]float64{{-2, -4}, {2, -4}, {-2, 0}, {2, 0}} {
				stands = stands && holds(land[country.Alpha2], item.Text.X+corner[0], item.Text.Y+corner[1])
			}
			if !stands {
				t.Errorf("%s does not stand on its country", item.Text.Value)
			}
		}
	}
	if found < 6 {
		t.Errorf("only %d names of countries and neighbours", found)
	}
}
