package charts

import (
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/locale"
)

// A unit whose forms are not known stands once, below the drawing, and the marks
// bear bare numbers; one that is known, or whose forms the author gives, stands
// with each of them.
func TestUnitsOnMarks(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	own := locale.Noun{One: "سند واحد", Two: "سندان", TwoOblique: "سندين", Few: "سندات", Many: "سندًا", Other: "سند"}
	for _, c := range []struct {
		unit  string
		forms *locale.Noun
		want  []string
	}{
		{"سند", nil, []string{"\"3\"", "\"11\"", "الوحدة: سند"}},
		{"سند", &own, []string{"3 سندات", "11 سندًا"}},
		{"طن", nil, []string{"3 أطنان", "11 طنًّا"}},
		{"مليون سند", nil, []string{"3 ملايين سند", "11 مليون سند"}},
	} {
		for _, kind := range []string{"bar", "waterfall", "pie", "treemap", "funnel", "gauge"} {
			chart := &brief.Chart{Type: kind, Unit: c.unit, UnitForms: c.forms, Data: samples.Table("البند,القيمة\nأ,11\nب,3\n")}
			f, err := p.Plot(t.Context(), chart, 450)
			if err != nil {
				t.Fatal(err)
			}
			drawn := scene.Dump(f.Scene)
			for _, want := range c.want {
				if kind == "pie" || kind == "treemap" || kind == "funnel" || kind == "waterfall" {
					want = strings.Trim(want, "\"") // other words stand beside the number
				}
				if !strings.Contains(drawn, want) {
					t.Errorf("%s in %q: no %q in\n%s", kind, c.unit, want, drawn)
				}
			}
			if once := strings.Count(drawn, c.unit); len(c.want) == 3 && once != 1 {
				t.Errorf("%s: the unit stands %d times", kind, once)
			}
			if description := f.Describe(); len(c.want) == 3 && (strings.Count(description, c.unit) != 1 || !strings.HasSuffix(description, "الوحدة: سند.")) {
				t.Errorf("%s: %s", kind, description)
			}
		}
	}
}
