package types

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/charts/samples"
	"warraq/input/brief"
	"warraq/input/locale"
)

// drawn lays a sample out on a canvas and returns what it says in any medium,
// and as it is printed.
func drawn(t *testing.T, name string, block *brief.Chart, v *canvas.Canvas) (neutral, printed string) {
	t.Helper()
	c, list := Read(block, v.Words)
	if c == nil {
		t.Fatalf("%s: %v", name, list)
	}
	d := c.Draw(v)
	option, err := v.Neutral(d)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	before := text(t, option)
	p, err := v.Print(d)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	// A finish is a function over the drawing: it leaves it as it is.
	again, err := v.Print(d)
	if err != nil || string(again.Option) != string(p.Option) {
		t.Errorf("%s is printed otherwise the second time, %v", name, err)
	}
	if option, err = v.Neutral(d); err != nil || text(t, option) != before {
		t.Errorf("%s says something else once it is printed, %v", name, err)
	}
	return before, string(p.Option)
}

func text(t *testing.T, option map[string]any) string {
	t.Helper()
	b, err := json.Marshal(option)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// What a chart says in any medium is the same on every page: nothing in it was
// measured in a page's points, chosen for want of its room or broken into its
// lines. What is printed is not.
func TestNeutralOptionsAreOfNoPage(t *testing.T) {
	for _, tag := range []string{"ar", "en"} {
		for _, sample := range samples.All() {
			var first string
			pages := map[string]bool{}
			for _, width := range []float64{450, 120, 200, 320, 700, 1400} {
				for _, size := range []float64{8.5, 14} {
					block := sample.Chart
					if size > 10 {
						block.Height = min(width, 1200)
					}
					v := page(&block, locale.For(tag), width, size)
					v.LineHeight = size / 6
					neutral, printed := drawn(t, sample.Name, &block, v)
					pages[printed] = true
					if first == "" {
						first = neutral
					}
					if neutral != first {
						t.Errorf("%s (%s) says something else at a width of %g in %g points: %s", sample.Name, tag, width, size, differing(first, neutral))
					}
				}
			}
			if len(pages) < 2 {
				t.Errorf("%s (%s) is printed alike on pages that differ", sample.Name, tag)
			}
		}
	}
}

// differing shows where two texts begin to differ.
func differing(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	part := func(s string) string { return strings.ToValidUTF8(s[max(0, i-80):min(len(s), i+60)], "") }
	return fmt.Sprintf("\n\t%s\n\t%s", part(a), part(b))
}

// printOnly are the keys of an option that say how it is printed: in its points,
// without a pointer, without colour, without motion.
var printOnly = []string{
	"animation", "fontSize", "fontFamily", "lineHeight", "decal", "graphic", "tooltip",
	"left", "right", "top", "bottom", "width", "height", "center", "containLabel", "outerBoundsMode", "r0", "boundingCoords", "aspectScale",
	"margin", "padding", "distance", "nameGap", "barWidth", "barGap", "boxWidth", "symbolSize", "borderWidth", "nodeWidth", "nodeGap", "gap", "length",
	"itemGap", "itemWidth", "itemHeight", "hideOverlap",
	"selectedMode", "silent", "roam", "draggable", "nodeClick", "breadcrumb",
}

// keysOf returns all keys of an option and of what is in it.
func keysOf(v any, keys map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			keys[key] = true
			keysOf(value, keys)
		}
	case []any:
		for _, value := range v {
			keysOf(value, keys)
		}
	}
}

// The neutral options of all samples hold nothing that only print needs, and
// what is printed holds all of it: the finish lays it over them.
func TestNeutralOptionsHoldNothingOfPrint(t *testing.T) {
	printed := map[string]bool{}
	for _, sample := range samples.All() {
		v := page(&sample.Chart, locale.For("ar"), 450, 8.5)
		neutral, paper := drawn(t, sample.Name, &sample.Chart, v)
		var a, b any
		if err := json.Unmarshal([]byte(neutral), &a); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(paper), &b); err != nil {
			t.Fatal(err)
		}
		keys := map[string]bool{}
		keysOf(a, keys)
		keysOf(b, printed)
		for _, key := range printOnly {
			if keys[key] {
				t.Errorf("%s says %s in any medium: %s", sample.Name, key, neutral)
			}
		}
	}
	for _, key := range printOnly {
		if key != "tooltip" && !printed[key] {
			t.Errorf("no sample is printed with %s", key)
		}
	}
}

// What a chart says is whole without the page: each name of its data stands in
// it as the author wrote it, in one line.
func TestNeutralOptionsNameAllData(t *testing.T) {
	for _, sample := range samples.All() {
		v := page(&sample.Chart, locale.For("ar"), 160, 8.5)
		neutral, _ := drawn(t, sample.Name, &sample.Chart, v)
		c, _ := Read(&sample.Chart, v.Words)
		var names []string
		for i, name := range c.Grid.Categories {
			if slices.ContainsFunc(c.Grid.Values, func(list []float64) bool { return list[i] > 0 }) {
				names = append(names, name)
			}
		}
		for _, e := range c.Grid.Events {
			names = append(names, e.Name)
		}
		for _, p := range c.Grid.Panels {
			names = append(names, p.Name)
		}
		if sample.Chart.Type == "map" {
			names = nil // countries are named by their codes
			for _, place := range c.Grid.Territories(true) {
				names = append(names, place.Alpha2)
			}
		}
		if c.Grid.Levelled() {
			names = branches(c.Grid.Tree("")) // a path is its branches
		}
		for _, name := range names {
			quoted, _ := json.Marshal(v.Label(name))
			if !strings.Contains(neutral, strings.Trim(string(quoted), `"`)) {
				t.Errorf("%s does not name %s: %s", sample.Name, name, neutral)
			}
		}
	}
}

// branches returns the names of all that is below a branch.
func branches(b *grid.Branch) []string {
	var names []string
	for _, child := range b.Branches {
		names = append(append(names, child.Name), branches(child)...)
	}
	return names
}
