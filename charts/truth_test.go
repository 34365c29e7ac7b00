package charts

import (
	"cmp"
	"image/color"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/colour"
)

// What is drawn is true: shapes are as large as the values they stand for.

// barsOf returns the shapes of one colour from top to bottom, as boxes.
func barsOf(sc *scene.Scene, color string) []textBox {
	var list []textBox
	for _, item := range sc.Items {
		if p := item.Path; p != nil && p.Fill != nil && p.Clip == nil && colour.Hex(*p.Fill) == color {
			b := textBox{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), ""}
			for _, q := range p.Points {
				b.minX, b.maxX, b.minY, b.maxY = min(b.minX, q.X), max(b.maxX, q.X), min(b.minY, q.Y), max(b.maxY, q.Y)
			}
			list = append(list, b)
		}
	}
	return list
}

// On a logarithmic scale all bars grow from the end of the axis, whatever their
// values: a power of ten is as long below one as above it.
func TestLogarithmicBarsGrowFromTheEnd(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	for _, kind := range []string{"bar", "column", "funding"} {
		c := brief.Chart{Type: kind, Sort: "none", Scale: "log", Data: samples.Table("البند,القيمة\nأ,10\nب,1000\nج,0.2\nد,2\nه,0.02\n")}
		sc, err := p.drawn(t.Context(), &c, 450)
		if err != nil {
			t.Fatal(err)
		}
		bars := barsOf(sc, p.options.Palette.Color(0))
		if len(bars) != 5 {
			t.Fatalf("%s: %d bars", kind, len(bars))
		}
		long := make([]float64, len(bars))
		for i, b := range bars {
			long[i] = b.maxX - b.minX
			if kind == "column" {
				long[i] = b.maxY - b.minY
			}
		}
		decade := (long[1] - long[0]) / 2
		for i, want := range []float64{3, 5, math.Log10(20), math.Log10(200), math.Log10(2)} {
			if math.Abs(long[i]-want*decade) > 0.1 {
				t.Errorf("%s: bar %d is %.1f points long, not %.1f", kind, i, long[i], want*decade)
			}
		}
	}
}

// marksOf returns the middles of the marks of one colour, from left to right.
func marksOf(sc *scene.Scene, color string) []float64 {
	var list []float64
	for _, b := range barsOf(sc, color) {
		list = append(list, (b.minX+b.maxX)/2)
	}
	slices.Sort(list)
	return list
}

// Time is drawn in proportion and forward, however the rows stand and wherever
// reading begins; names stand at even distances.
func TestTimeIsInProportion(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	for _, c := range []struct {
		kind, table string
		want        []float64 // the distances of marks, in any unit
	}{
		{"line", "السنة,القيمة\n2017,5\n2001,6\n2016,7\n", []float64{15, 1}},
		{"step", "السنة,القيمة\n1800,5\n1805,6\n1820,7\n", []float64{5, 15}},
		{"line", "الشهر,القيمة\n2023-01,5\n2023-03,6\n2023-04,7\n", []float64{59, 31}},
		{"line", "اليوم,القيمة\n2023-01-10,5\n2023-01-01,6\n2023-01-04,7\n", []float64{3, 6}},
		{"line", "السنة,القيمة\n2003,5\n2002,6\n2001,7\n", []float64{1, 1}},
		{"line", "السنة,القيمة\n٢٠٠٠,5\n٢٠١٠,6\n٢٠١١,7\n", []float64{10, 1}},
		{"line", "البند,القيمة\nب,5\nأ,6\nج,7\n", []float64{1, 1}},
	} {
		chart := brief.Chart{Type: c.kind, Data: samples.Table(c.table)}
		sc, err := p.drawn(t.Context(), &chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		marks := marksOf(sc, p.options.Palette.Color(0))
		if len(marks) != len(c.want)+1 {
			t.Fatalf("%q: %d marks", c.table, len(marks))
		}
		unit := (marks[len(marks)-1] - marks[0]) / sumOf(c.want)
		for i, want := range c.want {
			if got := (marks[i+1] - marks[i]) / unit; math.Abs(got-want) > 0.05*want {
				t.Errorf("%q: distance %d is %.2f, not %g", c.table, i, got, want)
			}
		}
	}
}

func sumOf(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum
}

// What is known is seen: in areas and lines too a value whose neighbours are not
// known has a shape, as high as it is.
func TestValuesBesideGapsAreSeen(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	heights := func(c brief.Chart, s int) []float64 {
		sc, err := p.drawn(t.Context(), &c, 450)
		if err != nil {
			t.Fatal(err)
		}
		var list []float64
		for _, b := range barsOf(sc, p.options.Palette.Color(s)) {
			if w := b.maxX - b.minX; w > 0.5 && w < 15 && (b.maxY-b.minY > 9 || c.Type == "line") { // no swatch
				list = append(list, b.maxY-b.minY)
			}
		}
		return list
	}
	if got := heights(brief.Chart{Type: "area", Data: samples.Table("السنة,س\n2019,5\n")}, 0); len(got) != 1 || got[0] < 150 {
		t.Errorf("one value: slivers of %v", got)
	}
	gap := brief.Chart{Type: "area", Data: samples.Table("السنة,س,ص\n2020,4,7\n2021,3,\n2022,2,5\n2023,3,6\n")}
	if got := heights(gap, 1); len(got) != 1 {
		t.Errorf("beside a gap: slivers of %v", got)
	}
	below := brief.Chart{Type: "area", Data: samples.Table("السنة,س,ص\n2020,4,7\n2021,,5\n2022,2,5\n2023,3,6\n")}
	if got := heights(below, 1); len(got) != 2 { // in 2020 and 2021
		t.Errorf("over a gap: slivers of %v", got)
	}
	if got := heights(brief.Chart{Type: "line", Data: samples.Table(samples.Alone(30))}, 0); len(got) != 15 {
		t.Errorf("%d of 15 points are seen", len(got))
	}
}

// A point is a row: none are added, named by a number, or refused for standing
// in groups.
func TestPointsAreRows(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	cars := samples.Table("mpg,cyl,wt\n21,6,2.62\n21,6,2.875\n22.8,4,2.32\n22.8,4,3.15\n10.4,8,5.25\n10.4,8,5.424\n")
	flowers := samples.Table("sepal,petal,Species\n5.1,1.4,setosa\n4.9,1.4,setosa\n4.9,1.4,setosa\n7,4.7,versicolor\n")
	for _, c := range []struct {
		chart  brief.Chart
		points []int // by colour
	}{
		{brief.Chart{Type: "scatter", Data: cars, Values: []string{"wt", "mpg"}}, []int{6}},
		{brief.Chart{Type: "scatter", Data: cars, Values: []string{"wt", "mpg"}, Series: "cyl"}, []int{2, 2, 2}},
		{brief.Chart{Type: "scatter", Data: flowers}, []int{3, 1}},
		{brief.Chart{Type: "scatter", Data: flowers, Series: "Species"}, []int{3, 1}},
	} {
		if list := Check(&c.chart); len(list) > 0 {
			t.Errorf("%v", list)
			continue
		}
		sc, err := p.drawn(t.Context(), &c.chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		for s, want := range c.points {
			got := 0
			for _, item := range sc.Items {
				if q := item.Path; q != nil && q.Fill != nil && q.Fill.A != 255 && strings.HasPrefix(colour.Hex(*q.Fill), p.options.Palette.Color(s)) {
					got++
				}
			}
			if len(c.points) > 1 {
				got-- // its sign in the legend
			}
			if got != want {
				t.Errorf("%v by %q: %d points of colour %d, not %d", c.chart.Values, c.chart.Series, got, s, want)
			}
		}
	}
}

// A mark stands where it says: at a category, between two, or at a value.
func TestMarksStandAtTheirPlaces(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	field := func(text string) brief.Field { return brief.Field{Value: text} }
	table := samples.Table("السنة,القيمة\n2019,10\n2020,20\n2021,30\n2022,25\n")
	for _, direction := range []string{"ltr", "rtl"} {
		for _, c := range []struct {
			mark        brief.Mark
			first, last float64 // places among the points, or
			point       int     // the point at whose height it stands
		}{
			{brief.Mark{At: field("2021"), Label: field("أ")}, 2, 2, -1},
			{brief.Mark{At: field("٢٠٢٢"), Label: field("أ")}, 3, 3, -1},
			{brief.Mark{At: field("2020-07"), Label: field("أ")}, 1.497, 1.497, -1},
			{brief.Mark{From: field("2019"), To: field("2021"), Label: field("أ")}, 0, 2, -1},
			{brief.Mark{From: field("2022"), To: field("2020")}, 1, 3, -1},
			{brief.Mark{Value: field("20"), Label: field("أ")}, 0, 0, 1},
		} {
			chart := brief.Chart{Type: "line", Direction: direction, Data: table, Marks: []brief.Mark{c.mark}}
			if list := Check(&chart); len(list) > 0 {
				t.Fatal(list)
			}
			sc, err := p.drawn(t.Context(), &chart, 450)
			if err != nil {
				t.Fatal(err)
			}
			points := barsOf(sc, p.options.Palette.Color(0))
			slices.SortFunc(points, func(a, b textBox) int { return cmp.Compare(a.minX, b.minX) })
			if direction == "rtl" {
				slices.Reverse(points)
			}
			x := func(place float64) float64 {
				a, b := points[0], points[1]
				return (a.minX+a.maxX)/2 + place*(b.minX-a.minX)
			}
			found := false
			for _, item := range sc.Items {
				q := item.Path
				if q == nil {
					continue
				}
				b := barsOf(&scene.Scene{Items: []scene.Item{{Path: &scene.Path{Points: q.Points, Fill: &color.NRGBA{A: 255}}}}}, "#000000")[0]
				switch dashed := len(q.Dash) > 0 && q.Fill == nil; {
				case c.point >= 0:
					at := points[c.point]
					found = found || dashed && math.Abs(b.minY-b.maxY) < 0.1 && math.Abs(b.minY-(at.minY+at.maxY)/2) < 0.2
				case c.first == c.last:
					found = found || dashed && math.Abs(b.minX-b.maxX) < 0.1 && math.Abs(b.minX-x(c.first)) < 0.3
				default:
					found = found || q.Fill != nil && math.Abs(b.minX-min(x(c.first), x(c.last))) < 0.3 && math.Abs(b.maxX-max(x(c.first), x(c.last))) < 0.3
				}
			}
			if !found {
				t.Errorf("%s: nothing stands at %+v", direction, c.mark)
			}
		}
	}
}

// Every amount of a map is printed on it or below it.
func TestMapsPrintTheirValues(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	for _, sample := range samples.All() {
		if sample.Name != "map-world" && sample.Name != "map-circles" {
			continue
		}
		for _, width := range []float64{260, 450} {
			sc, err := p.drawn(t.Context(), &sample.Chart, width)
			if err != nil {
				t.Fatal(err)
			}
			var texts strings.Builder
			for _, item := range sc.Items {
				if item.Text != nil {
					texts.WriteString(strings.ReplaceAll(item.Text.Value, ",", "") + "\n")
				}
			}
			for _, row := range sample.Chart.Data.Rows {
				if cell := row.Cells[1]; cell.Kind == brief.NumberCell && !regexp.MustCompile(`(^|\D)`+cell.Text+`(\D|$)`).MatchString(texts.String()) {
					t.Errorf("%s at %g points does not print %s of %s", sample.Name, width, cell.Text, row.Cells[0].Text)
				}
			}
		}
	}
}

// A bar of little beside much is seen, and one of nought is not.
func TestSliversAreSeen(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	for table, want := range map[string]int{"البند,القيمة\nأ,1000000\nب,1\nج,-1\n": 3, "البند,القيمة\nأ,1000000\nب,0\n": 1} {
		for _, kind := range []string{"bar", "column"} {
			c := brief.Chart{Type: kind, Data: samples.Table(table)}
			sc, err := p.drawn(t.Context(), &c, 450)
			if err != nil {
				t.Fatal(err)
			}
			seen := 0
			for _, b := range barsOf(sc, p.options.Palette.Color(0)) {
				if min(b.maxX-b.minX, b.maxY-b.minY) > 0.5 {
					seen++
				}
			}
			if seen != want {
				t.Errorf("%s of %q: %d bars are seen, not %d", kind, table, seen, want)
			}
		}
	}
}

// A word that no line has room for is broken: no chart fails, and no text leaves
// its place, whatever its type.
func TestAnyWordIsDrawn(t *testing.T) {
	p, s := plotter(brief.LatinDigits)
	words := []string{"https://example.org/a/very/long/address/without/any/space/at/all/report.pdf", strings.Repeat("أفاستسقيناكموها", 4)}
	drawn := 0
	for n, sample := range samples.All() {
		c, word := sample.Chart, words[n%2]
		if c.Type == "map" {
			continue // countries
		}
		table := *c.Data
		table.Rows = slices.Clone(table.Rows)
		for i, row := range table.Rows {
			row.Cells = slices.Clone(row.Cells)
			for j, cell := range row.Cells {
				if cell.Kind == brief.TextCell && i%2 == 0 {
					row.Cells[j].Text = word[:len(word)-2*(i%10)] // another one for each row
				}
			}
			table.Rows[i] = row
		}
		c.Data = &table
		if Check(&c).HasErrors() {
			continue // the word is no date, or no currency
		}
		drawn++
		sc, err := p.drawn(t.Context(), &c, 300)
		if err != nil {
			t.Errorf("%s: %v", sample.Name, err)
			continue
		}
		for _, fault := range s.geometry(sc) {
			t.Errorf("%s: %s", sample.Name, fault)
		}
	}
	if drawn < 50 {
		t.Errorf("only %d charts were drawn", drawn)
	}
}

// A total that lacks a part says so, and one of nothing known is not printed.
func TestTotalsTellWhatTheyLack(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	for _, kind := range []string{"stacked-bar", "stacked-column"} {
		for _, of := range []struct{ data, totals, note string }{
			{"السنة,أ,ب\n2019,10,25\n2020,30,40\n", "35 70", ""},
			{"السنة,أ,ب\n2019,10,\n2020,30,40\n", "10* 70", "* مجموع ناقص: 2019؛ غير معلوم: ب (2019)"},
			{"السنة,أ,ب\n2019,,\n2020,30,40\n", "70", ""},
			{"السنة,أ,ب\n2019,10,-25\n2020,30,-7\n", "−15 23", "الصافي بالخط العريض"},
		} {
			c := brief.Chart{Type: kind, Category: "السنة", Totals: true, Data: samples.Table(of.data)}
			sc, err := p.drawn(t.Context(), &c, 450)
			if err != nil {
				t.Fatal(err)
			}
			var totals []string
			note := false
			for _, item := range sc.Items {
				if item.Text == nil {
					continue
				}
				if item.Text.Bold {
					totals = append(totals, item.Text.Value)
				}
				note = note || item.Text.Value == of.note
			}
			if got := strings.Join(totals, " "); got != of.totals {
				t.Errorf("%s: the totals are %q, and not %q", kind, got, of.totals)
			}
			if !note && of.note != "" {
				t.Errorf("%s: nothing says %q", kind, of.note)
			}
			if said := describe(&c, brief.LatinDigits); strings.Contains(said, "مجموع ناقص") != strings.Contains(of.totals, "*") {
				t.Errorf("%s: the description does not tell which totals are whole: %s", kind, said)
			}
		}
	}
}
