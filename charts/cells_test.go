package charts

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/colour"
)

// plainTexts are the texts of a drawing as one, without marks of direction.
func plainTexts(list []string) string {
	return strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "", "\u200e", "", "\u200f", "", "\n", " ", "\u00a0", " ", "\u2060", "").Replace(strings.Join(list, " "))
}

// Each tile of a treemap, of however many branches and however small, says its own
// name and value, or the list below does, and no label stands over another.
func TestEveryTileIsSaid(t *testing.T) {
	p, s := plotter(brief.LatinDigits)
	random := rand.New(rand.NewPCG(1, 2))
	for _, branches := range []int{0, 3, 10, 20} {
		var data strings.Builder
		var names []string
		var want []int
		data.WriteString("الفرع,البند,المبلغ\n")
		for i := range 40 {
			name := "بند" + strconv.Itoa(101+i)
			x := 1000 + random.IntN(1000)
			if i%3 == 0 {
				x = 101 + i // slivers
			}
			names, want = append(names, name), append(want, x)
			fmt.Fprintf(&data, "فرع%d,%s,%d\n", i%max(1, branches), name, x)
		}
		c := &brief.Chart{Type: "treemap", Data: samples.Table(data.String()), Category: "البند"}
		if branches > 0 {
			c.Category, c.Levels = "", []string{"الفرع", "البند"}
		}
		sc, err := p.drawn(t.Context(), c, 450)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range s.geometry(sc) {
			t.Errorf("%d branches: %s", branches, fault)
		}
		said := plainTexts(texts(sc))
		for i, name := range names {
			at := strings.Index(said, name)
			if at < 0 {
				t.Errorf("%d branches: %s is not said", branches, name)
			} else if amount := strings.ReplaceAll(fmt.Sprintf("%d", want[i]), ",", ""); !strings.Contains(strings.ReplaceAll(said, ",", ""), amount) {
				t.Errorf("%d branches: %s of %s is not said in %s", branches, amount, name, said)
			}
		}
	}
}

// Empty cells of matrices and heatmaps are what the legend says of them; where there
// are none it says nothing.
func TestEmptyCellsStandInTheLegend(t *testing.T) {
	p, s := plotter(brief.LatinDigits)
	for _, kind := range []string{"holdings", "heatmap"} {
		for _, c := range []struct {
			table string
			empty bool
		}{
			{"الدولة,نحاس,ذهب\nأ,5,\nب,3,9\n", true},
			{"الدولة,نحاس,ذهب\nأ,نعم,لا\nب,نعم,\n", true},
			{"الدولة,نحاس,ذهب\nأ,5,2\nب,3,9\n", false},
			{"الدولة,نحاس,ذهب\nأ,نعم,لا\nب,نعم,لا\n", false},
		} {
			if kind == "heatmap" && strings.Contains(c.table, "نعم") {
				continue
			}
			for _, unit := range []string{"", "طن", "طنّ متري من المعدن الخام المستخرج سنويًا قبل التكرير"} {
				chart := &brief.Chart{Type: kind, Unit: unit, Data: samples.Table(c.table)}
				sc, err := p.drawn(t.Context(), chart, 300)
				if err != nil {
					t.Fatal(kind, err)
				}
				if got := strings.Contains(plainTexts(texts(sc)), "غير معلوم"); got != c.empty {
					t.Errorf("%s of %q: %q", kind, c.table, texts(sc))
				}
				for _, fault := range s.geometry(sc) {
					t.Errorf("%s of %q in %s: %s", kind, c.table, unit, fault)
				}
			}
		}
	}
}

// Lines of marks and error ranges are seen on dark bars and areas: each has edges of
// the ground's colour, over all that is filled.
func TestLinesOnDarkShapesHaveEdges(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	field := func(s string) brief.Field { return brief.Field{Value: s} }
	ground := p.options.Palette.Ground
	for _, c := range []brief.Chart{
		{Type: "column", Data: samples.Table("السنة,ق,خ\n2020,100,10\n2021,120,30\n"), Value: "ق", Error: []string{"خ"}},
		{Type: "bar", Data: samples.Table("البند,ق,خ\nأ,100,10\nب,120,30\n"), Value: "ق", Error: []string{"خ"}},
		{Type: "area", Data: samples.Table("السنة,ق,خ\n2020,100,10\n2021,120,30\n")},
		{Type: "stacked-column", Data: samples.Table("السنة,ق,خ\n2020,100,10\n2021,120,30\n")},
		{Type: "combined", Data: samples.Table("السنة,ق,خ\n2020,100,10\n2021,120,30\n")},
		{Type: "range", Data: samples.Table("البند,من,إلى\nأ,100,10\nب,120,30\n")},
		{Type: "column", Facet: "ل", Data: samples.Table("ل,السنة,ق\nأ,2020,100\nأ,2021,120\nب,2020,70\nب,2021,90\n")},
		{Type: "bar", Facet: "ل", Data: samples.Table("ل,البند,ق\nأ,س,100\nأ,ص,120\nب,س,70\nب,ص,90\n")},
	} {
		name := c.Type + c.Facet
		if c.Type == "bar" || c.Type == "range" {
			c.Marks = []brief.Mark{{Value: field("50"), Label: field("هدف")}}
		} else {
			c.Marks = []brief.Mark{{Value: field("50"), Label: field("هدف")}, {At: field("2021"), Label: field("أزمة")}}
		}
		if c.Type == "combined" {
			c.Marks = c.Marks[1:]
		}
		sc, err := p.drawn(t.Context(), &c, 450)
		if err != nil {
			t.Fatal(name, err)
		}
		lastFill, dashes, edged, edges := -1, 0, 0, map[string]int{}
		for i, item := range sc.Items {
			path := item.Path
			if path == nil {
				continue
			}
			if path.Fill != nil && colour.Lightness(*path.Fill) < 60 && areaOf(path) > 600 { // no plate of a label, no point
				lastFill = i
			}
			if path.Stroke == nil || len(path.Points) != 2 {
				continue
			}
			at := fmt.Sprint(path.Points)
			if colour.Hex(*path.Stroke) == ground && path.Width > 2 {
				edges[at] = i
			} else if colour.Hex(*path.Stroke) == p.options.Palette.Text {
				dashes++
				if e, ok := edges[at]; ok && e < i {
					edged++
				}
			}
		}
		if dashes < len(c.Marks) || edged != dashes {
			t.Errorf("%s: %d of %d lines have edges", name, edged, dashes)
		}
		for at, i := range edges {
			if i < lastFill {
				t.Errorf("%s: a shape lies over the line %s", name, at)
			}
		}
	}
}

// areaOf is the area of the box about a path.
func areaOf(p *scene.Path) float64 {
	low, high := p.Points[0], p.Points[0]
	for _, q := range p.Points {
		low.X, low.Y, high.X, high.Y = min(low.X, q.X), min(low.Y, q.Y), max(high.X, q.X), max(high.Y, q.Y)
	}
	return (high.X - low.X) * (high.Y - low.Y)
}
