package canvas

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"warraq/input/theme"
)

// What names of some reports get, by the first letters of names: a digit is the place
// of the colour, and a dot the palette's order.
func TestNamesKeepTheirColours(t *testing.T) {
	for _, c := range []struct {
		charts []string
		want   [][]int
	}{
		{[]string{"ABC", "ABC"}, [][]int{nil, nil}},
		{[]string{"ABC", "CA"}, [][]int{nil, {2, 0}}},
		{[]string{"ABC", "BD"}, [][]int{nil, {1, 0}}},           // A is not there, so D may have its colour
		{[]string{"ABC", "B", "X"}, [][]int{nil, {1}, nil}},     // alone: as elsewhere, or the first
		{[]string{"B", "AB"}, [][]int{{1}, nil}},                // also before the chart that tells it apart
		{[]string{"AB", "CD", "AC"}, [][]int{nil, {1, 0}, nil}}, // C meets A later on
		{[]string{"ABCDEFGHIJ", "JA"}, [][]int{nil, {1, 0}}},    // beyond the palette there is a pattern
		{[]string{"", "A"}, [][]int{nil, nil}},
	} {
		var charts [][]string
		for _, names := range c.charts {
			var list []string
			for _, r := range names {
				list = append(list, string(r))
			}
			charts = append(charts, list)
		}
		if got := DefaultPalette().ColourNames(charts); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: %v, want %v", c.charts, got, c.want)
		}
	}
}

// In any report no two names of a chart share a colour, the same report gives the
// same, a name has one colour wherever the palette suffices, and neighbours are told
// apart in grey where a colour for that is left.
func TestNamesNeverShareAColourInAChart(t *testing.T) {
	palettes := []Palette{DefaultPalette()}
	for _, name := range theme.Names() {
		look, _ := theme.Bundled(name)
		palettes = append(palettes, PaletteOf(look.Palette, look.Colors.Ink, look.Colors.Muted, look.Colors.Rule))
	}
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(palettes).Draw(t, "palette")
		many := rapid.IntRange(2, 14).Draw(t, "names")
		charts := make([][]string, rapid.IntRange(1, 8).Draw(t, "charts"))
		meets := map[string]map[string]bool{}
		for i := range charts {
			names := rapid.Permutation(numbers(many)).Draw(t, "order")
			charts[i] = names[:rapid.IntRange(0, many).Draw(t, "length")]
			for _, a := range charts[i] {
				for _, b := range charts[i] {
					if meets[a] == nil {
						meets[a] = map[string]bool{}
					}
					meets[a][b] = true
				}
			}
		}
		got := p.ColourNames(charts)
		if again := p.ColourNames(charts); !reflect.DeepEqual(got, again) {
			t.Fatalf("%v and then %v", got, again)
		}
		// A name that meets too many takes a colour of one of them, which may have to give
		// way: the palette suffices where it does for all that a name meets.
		suffices := func(name string) bool {
			for other := range meets[name] {
				if len(meets[other]) > len(p.Series) {
					return false
				}
			}
			return true
		}
		of := map[string]int{}
		for i, names := range charts {
			q := p.Ordered(got[i])
			if sorted := slices.Sorted(slices.Values(q.Series)); !slices.Equal(sorted, slices.Sorted(slices.Values(p.Series))) {
				t.Fatalf("%v has other colours than the palette", q.Series)
			}
			if got[i] != nil && len(got[i]) != min(len(names), len(p.Series)) {
				t.Fatalf("%d places for %d names", len(got[i]), len(names))
			}
			for k, name := range names[:min(len(names), len(p.Series))] {
				c := slices.Index(p.Series, q.Color(k))
				if !suffices(name) || len(names) < 2 {
					continue
				}
				if before, known := of[name]; known && before != c {
					t.Fatalf("%s has the colours %d and %d: %v %v", name, before, c, charts, got)
				}
				of[name] = c
			}
		}
	})
}

func numbers(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprint("n", i)
	}
	return names
}
