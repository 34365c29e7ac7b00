package grid_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/grid"
	"warraq/charts/samples"
	"warraq/input/brief"
)

// Points are the same whether their measures stand in columns or in rows, of which some
// may be missing.
func TestTidyPointsAreThoseOfColumns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		types := []grid.Type{{Name: "scatter", Shape: grid.Points()}, {Name: "bubble", Shape: grid.Bubbles()}}
		k := rapid.IntRange(0, 1).Draw(t, "type")
		measures := []string{"الدخل", "العمر", "السكان"}[:2+k]
		n := rapid.IntRange(len(measures)+1, 8).Draw(t, "rows")
		wide, tidy := "البلد,"+strings.Join(measures, ",")+"\n", "البلد,المؤشّر,القيمة\n"
		for i := range n {
			name := fmt.Sprint("دولة ", i)
			wide += name
			for m, measure := range measures {
				cell := fmt.Sprint(rapid.IntRange(1, 99).Draw(t, "value"))
				missing := i > 0 && rapid.IntRange(0, 5).Draw(t, "missing") == 0 && m > 0
				if missing {
					cell = ""
				} else {
					tidy += name + "," + measure + "," + cell + "\n"
				}
				wide += "," + cell
			}
			wide += "\n"
		}
		read := func(csv string) *grid.Grid {
			g, problems := grid.Read(&brief.Chart{Type: types[k].Name, Data: samples.Table(csv)}, types)
			if g == nil || problems.HasErrors() {
				t.Fatalf("%s: %v", csv, problems)
			}
			return g
		}
		a, b := read(wide), read(tidy)
		if !slices.Equal(a.Categories, b.Categories) || !slices.Equal(a.Series, b.Series) {
			t.Fatalf("%v of %v, want %v of %v", b.Series, b.Categories, a.Series, a.Categories)
		}
		for s := range a.Values {
			if !slices.EqualFunc(a.Values[s], b.Values[s], func(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) }) {
				t.Fatalf("%v, want %v", b.Values[s], a.Values[s])
			}
		}
	})
}
