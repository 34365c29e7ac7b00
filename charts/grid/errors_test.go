package grid_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/grid"
	"warraq/charts/samples"
	"warraq/input/brief"
)

// The error range of a value stays with it, in wide and tidy tables, however names and
// series are put in order.
func TestErrorRangesFollowTheirValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		years := rapid.Permutation([]string{"2021", "2022", "2023"}).Draw(t, "years")
		n := rapid.IntRange(2, 6).Draw(t, "names")
		type known struct{ value, low, high float64 }
		want := map[[2]string]known{}
		tidy, wide := []string{"الاسم,السنة,القيمة,من,إلى"}, []string{"الاسم,أ,ب,أدنى أ,أدنى ب,أعلى أ,أعلى ب"}
		ofWide := map[[2]string]known{}
		for i := range n {
			name := fmt.Sprint("س", i)
			draw := func() known {
				x := float64(rapid.IntRange(-50, 50).Draw(t, "value"))
				return known{x, x - float64(rapid.IntRange(0, 9).Draw(t, "below")), x + float64(rapid.IntRange(0, 9).Draw(t, "above"))}
			}
			for _, year := range years {
				k := draw()
				want[[2]string{name, year}] = k
				tidy = append(tidy, fmt.Sprintf("%s,%s,%g,%g,%g", name, year, k.value, k.low, k.high))
			}
			a, b := draw(), draw()
			ofWide[[2]string{name, "أ"}], ofWide[[2]string{name, "ب"}] = a, b
			wide = append(wide, fmt.Sprintf("%s,%g,%g,%g,%g,%g,%g", name, a.value, b.value, a.low, b.low, a.high, b.high))
		}
		sort := rapid.SampledFrom([]string{"", "ascending", "descending"}).Draw(t, "sort")
		for _, c := range []struct {
			chart brief.Chart
			want  map[[2]string]known
		}{
			{brief.Chart{Type: "bar", Sort: sort, Data: samples.Table(strings.Join(tidy, "\n")), Series: "السنة", Low: []string{"من"}, High: []string{"إلى"}}, want},
			{brief.Chart{Type: "bar", Sort: sort, Data: samples.Table(strings.Join(wide, "\n")), Values: []string{"أ", "ب"}, Low: []string{"أدنى أ", "أدنى ب"}, High: []string{"أعلى أ", "أعلى ب"}}, ofWide},
		} {
			g, problems := grid.Read(&c.chart, []grid.Type{{Name: "bar", Shape: grid.Bars()}})
			if g == nil || problems.HasErrors() {
				t.Fatal(problems)
			}
			for s, series := range g.Series {
				for i, name := range g.Categories {
					low, high := g.ErrorRange(s, i)
					if got := (known{g.Value(s, i), low, high}); got != c.want[[2]string{name, series}] {
						t.Fatalf("%s in %s has %v, want %v", name, series, got, c.want[[2]string{name, series}])
					}
				}
			}
		}
	})
}
