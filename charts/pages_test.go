package charts

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
	"warraq/input/colour"
)

// A value that is not nought never lies on the line of the axis, whatever round number
// the least or the largest one is; nought lies on its own line.
func TestNoValueLiesOnTheAxis(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	for _, kind := range []string{"step", "line"} {
		for table, ofNought := range map[string]bool{
			"السنة,الرسم\n2019,310\n2020,310\n2021,280\n2022,340\n2023,340\n2024,295\n": false,
			"السنة,الرسم\n2019,300\n2020,320\n2021,340\n":                               false,
			"السنة,الرسم\n2019,-30\n2020,20\n2021,-60\n":                                false,
			"السنة,الرسم\n2019,-100\n2020,-80\n2021,-60\n":                              false,
			"السنة,الرسم\n2019,0\n2020,40\n2021,10\n":                                   true,
		} {
			c := brief.Chart{Type: kind, Data: samples.Table(table)}
			sc, err := p.drawn(t.Context(), &c, 450)
			if err != nil {
				t.Fatal(err)
			}
			axis, found := math.Inf(-1), false
			for _, item := range sc.Items {
				if q := item.Path; q != nil && q.Stroke != nil && colour.Hex(*q.Stroke) == p.options.Palette.Axis && len(q.Points) == 2 && math.Abs(q.Points[0].Y-q.Points[1].Y) < 0.1 && math.Abs(q.Points[0].X-q.Points[1].X) > 200 {
					axis, found = max(axis, q.Points[0].Y), true
				}
			}
			if !found {
				t.Fatalf("%s of %q has no axis", kind, table)
			}
			nearest := math.Inf(1)
			for _, b := range barsOf(sc, p.options.Palette.Color(0)) {
				nearest = min(nearest, math.Abs((b.minY+b.maxY)/2-axis))
			}
			if on := nearest < 1; on != ofNought {
				t.Errorf("%s of %q: a value is %.1f points from the axis", kind, table, nearest)
			}
		}
	}
}

// Lines that an author's own option lays across a chart are drawn, with their names,
// and stay within its width.
func TestLinesOfAnOptionStayInside(t *testing.T) {
	p, setter := plotter(brief.LatinDigits)
	const width = 450.0
	c := brief.Chart{
		Type: "line", Data: samples.Table("السنة,الرسم\n2019,310\n2020,290\n2021,280\n2022,340\n"),
		Option: map[string]any{"series": []any{map[string]any{
			"markLine": map[string]any{"data": []any{map[string]any{"yAxis": 300.0, "name": "هدف"}, map[string]any{"yAxis": 320.0}}},
		}}},
	}
	sc, err := p.drawn(t.Context(), &c, width)
	if err != nil {
		t.Fatal(err)
	}
	lines, named, valued := 0, false, 0
	for _, item := range sc.Items {
		if q := item.Path; q != nil {
			if len(q.Dash) > 0 && q.Stroke != nil && colour.Hex(*q.Stroke) == p.options.Palette.Color(0) {
				lines++
			}
			for _, at := range q.Points {
				if at.X < -0.5 || at.X > width+0.5 {
					t.Errorf("a path reaches to %.1f", at.X)
				}
			}
		}
		if item.Text == nil {
			continue
		}
		named = named || strings.Contains(item.Text.Value, "هدف")
		if item.Text.Value == "320" {
			valued++
		}
		if b := setter.box(item.Text); b.minX < -0.5 || b.maxX > width+0.5 {
			t.Errorf("%q stands from %.1f to %.1f", item.Text.Value, b.minX, b.maxX)
		}
	}
	if lines != 2 || !named || valued != 2 { // on the axis and on its line
		t.Errorf("%d lines are drawn; named %v, the value is there %d times", lines, named, valued)
	}
}

// Branches of a hierarchy differ in hue, down to their last ring.
func TestRingsOfBranchesDifferInHue(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	c := brief.Chart{
		Type: "sunburst", Levels: []string{"القطاع", "البرنامج"}, Unit: "مليون يورو",
		Data: samples.Table("القطاع,البرنامج,المبلغ\nالنقل,قزوين,420\nالنقل,طرق,190\nالطاقة,رياح,150\nالطاقة,شمس,90\nالمياه,ري,78\nالتعليم,منح,38\n"),
	}
	sc, err := p.drawn(t.Context(), &c, 450)
	if err != nil {
		t.Fatal(err)
	}
	hues := map[int]bool{}
	for _, item := range sc.Items {
		if q := item.Path; q != nil && q.Fill != nil {
			if hue, chroma := colour.Hue(*q.Fill); chroma > 0.06 {
				hues[int(math.Round(hue))] = true
			}
		}
	}
	// A paler shade keeps its hue but for rounding.
	var apart []int
	for hue := range hues {
		if !closeTo(apart, hue) {
			apart = append(apart, hue)
		}
	}
	if len(apart) != 4 {
		t.Errorf("four branches have %d hues: %v", len(apart), hues)
	}
}

// closeTo reports whether a hue is one of a list, within a few degrees.
func closeTo(list []int, hue int) bool {
	for _, h := range list {
		if math.Abs(math.Remainder(float64(h-hue), 360)) < 5 {
			return true
		}
	}
	return false
}

// Where small slices are gathered, those that are drawn have the first colours.
func TestColoursOfGatheredSlices(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	table := "البند,القيمة\n"
	for i := range 10 {
		table += string(rune('ا'+i)) + "ب,1\n"
	}
	c := brief.Chart{Type: "pie", Data: samples.Table(table + "كبير,900\n")}
	sc, err := p.drawn(t.Context(), &c, 450)
	if err != nil {
		t.Fatal(err)
	}
	for s := range 2 {
		if len(barsOf(sc, p.options.Palette.Color(s))) == 0 {
			t.Errorf("nothing has colour %d", s)
		}
	}
}

// Every value of a map is on it or listed below it, also of countries that are smaller
// than their names, and the largest of all.
func TestMapsLoseNoValue(t *testing.T) {
	p, _ := plotter(brief.LatinDigits)
	for _, table := range []string{
		"الدولة,المبلغ\nألمانيا,1840\nفرنسا,960\nالمملكة المتحدة,1120\nالسويد,275\nالولايات المتحدة,2300\nكندا,420\nاليابان,780\nكوريا الجنوبية,150\nأستراليا,96\nالسعودية,640\nالإمارات,510\nتركيا,85\nالصين,1500\nالهند,60\nالبرازيل,12\nجنوب أفريقيا,4\nكازاخستان,غير متاح\n",
		"الدولة,المبلغ\nسنغافورة,120\nالبحرين,80\nمالطا,30\nلوكسمبورغ,60\nقطر,900\nالفاتيكان,2\nجزر القمر,5\nجزر المالديف,9\nهولندا,300\nالكويت,400\nلبنان,77\nفلسطين,66\n",
	} {
		for _, width := range []float64{220, 380, 450} {
			c := brief.Chart{Type: "map", Data: samples.Table(table), Unit: "مليون دولار"}
			sc, err := p.drawn(t.Context(), &c, width)
			if err != nil {
				t.Fatal(err)
			}
			var texts strings.Builder
			for _, item := range sc.Items {
				if item.Text != nil {
					texts.WriteString(strings.ReplaceAll(item.Text.Value, ",", "") + "\n")
				}
			}
			for _, row := range c.Data.Rows {
				if cell := row.Cells[1]; cell.Kind == brief.NumberCell && !regexp.MustCompile(`(^|\D)`+cell.Text+`(\D|$)`).MatchString(texts.String()) {
					t.Errorf("at %g points %s of %s is not printed", width, cell.Text, row.Cells[0].Text)
				}
			}
		}
	}
}
