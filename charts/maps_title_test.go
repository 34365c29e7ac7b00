package charts

import (
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
)

// The title of a map's legend reads with the document, whatever letters its column
// has, and says its unit once.
func TestTitlesOfMapLegends(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	for column, want := range map[string]string{"v": "v:", "القيمة": "القيمة:", "الكمية (ألف طن)": "الكمية (ألف طن):"} {
		c := brief.Chart{Type: "map", Data: samples.Table("الدولة," + column + "\nمصر,5\nتونس,7\nالجزائر,9\n")}
		sc, err := p.drawn(t.Context(), &c, 450)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, item := range sc.Items {
			if item.Text != nil && item.Text.Value == want {
				found = true
				if !item.Text.RTL {
					t.Errorf("%s is written from the left", want)
				}
			}
		}
		if !found {
			t.Errorf("the legend has no title %s", want)
		}
	}
}
