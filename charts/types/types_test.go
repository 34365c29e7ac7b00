package types

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/charts/samples"
	"warraq/charts/words"
	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/locale"
)

// page returns a canvas for a chart.
func page(c *brief.Chart, l *locale.Locale, width, size float64) *canvas.Canvas {
	return &canvas.Canvas{
		Style: canvas.Style{
			Measure: func(text string, size float64, _ bool) float64 { return float64(len([]rune(text))) * size / 2 },
			Size:    size, LineHeight: 1.4, Ascent: 1.085, Descent: 0.415, Palette: canvas.DefaultPalette(),
		},
		Chart: c, Width: width, System: numeral.Latin, Words: l, RTL: c.Direction == "rtl" || c.Direction == "" && l.RightToLeft,
	}
}

// Each row of the table is whole: the type has a name of its own, in every
// language too, its data can be read, and it is drawn and described; a sample
// shows it, and where panels can divide it a sample shows that.
func TestEveryTypeIsWhole(t *testing.T) {
	shown, divided := map[string]bool{}, map[string]bool{}
	for _, sample := range samples.All() {
		c, list := Read(&sample.Chart, locale.For("ar"))
		if c == nil {
			t.Fatalf("%s: %v", sample.Name, list)
		}
		shown[c.kind.Name] = true
		if c.Grid.Panels != nil {
			divided[c.kind.Name] = true
		}
		for _, tag := range locale.Tags() {
			l := locale.For(tag)
			if text := c.Describe(l, brief.LatinDigits); len(strings.Fields(text)) < 3 {
				t.Errorf("%s: described in %s as %q", sample.Name, tag, text)
			}
			if d := c.Draw(page(&sample.Chart, l, 450, 8.5)); d.Chart == nil || d.Height <= 0 {
				t.Errorf("%s: drawn in %s as %+v", sample.Name, tag, d)
			}
		}
	}
	names := map[string]bool{}
	for _, row := range All() {
		for _, name := range append([]string{row.Name}, row.Others...) {
			if name == "" || names[name] {
				t.Errorf("%q is no name for one type", name)
			}
			names[name] = true
		}
		if row.Draw == nil || row.Describe == nil {
			t.Errorf("%s is not drawn or not described", row.Name)
		}
		if (row.Panels == nil) != (row.DescribePanels == nil) {
			t.Errorf("panels of %s are drawn and not described, or described and not drawn", row.Name)
		}
		if reflect.ValueOf(row.Shape).IsZero() {
			t.Errorf("%s asks nothing of its data", row.Name)
		}
		if !shown[row.Name] {
			t.Errorf("no sample shows %s", row.Name)
		}
		for _, tag := range locale.Tags() {
			if locale.For(tag).Charts.Names[row.Name] == "" {
				t.Errorf("%s has no name in %s", row.Name, tag)
			}
		}
	}
	// Types may share a layout of panels, which a sample of one of them shows.
	layouts := map[uintptr]bool{}
	for _, row := range All() {
		if row.Panels != nil && divided[row.Name] {
			layouts[reflect.ValueOf(row.Panels).Pointer()] = true
		}
	}
	for _, row := range All() {
		if row.Panels != nil && !layouts[reflect.ValueOf(row.Panels).Pointer()] {
			t.Errorf("no sample shows panels of %s", row.Name)
		}
	}
	for _, tag := range locale.Tags() {
		for name := range locale.For(tag).Charts.Names {
			if !names[name] {
				t.Errorf("%s names a type %s, which there is not", tag, name)
			}
		}
	}
}

// A type that is in no row is told, and is drawn and described as no other,
// however near its name is.
func TestNoTypeFallsThroughToAnother(t *testing.T) {
	table := samples.Table(samples.Share)
	unknown := []string{"columns", "percent-", "percent-pie", "Bar", "bar ", "map2", "none", ""}
	for _, row := range All() {
		unknown = append(unknown, row.Name+"s", strings.ToUpper(row.Name))
	}
	for _, name := range unknown {
		c, list := Read(&brief.Chart{Type: name, Data: table}, locale.For("ar"))
		if c != nil || len(list) == 0 || list[0].Code != "unknown-chart-type" && list[0].Code != "missing-chart-type" {
			t.Errorf("%q: got %v, %v", name, c, list)
		}
	}
	// One of the words missing from the table, and the same chart is no chart.
	for _, sample := range samples.All() {
		rows := slices.DeleteFunc(All(), func(row Type) bool {
			return row.Name == sample.Chart.Type || slices.Contains(row.Others, sample.Chart.Type)
		})
		if c, list := read(&sample.Chart, locale.For("ar"), rows); c != nil || !list.HasErrors() {
			t.Errorf("%s is drawn as %s without a row of its own", sample.Name, c.kind.Name)
		}
	}
}

// A row is all that a new type needs.
func TestANewTypeIsARow(t *testing.T) {
	drawn := canvas.Drawing{Height: 77}
	rows := append(All(), Type{
		Name: "lollipop", Others: []string{"sticks"}, Shape: grid.Bars(),
		Draw:     func(*canvas.Canvas, *grid.Grid) canvas.Drawing { return drawn },
		Describe: func(g *grid.Grid, _ words.Describer) string { return fmt.Sprint("sticks of ", g.Categories) },
	})
	for _, name := range []string{"lollipop", "sticks"} {
		block := &brief.Chart{Type: name, Data: samples.Table("a,b\nx,5\ny,7\n")}
		c, list := read(block, locale.For("en"), rows)
		if len(list) > 0 || c == nil {
			t.Fatalf("%s: %v", name, list)
		}
		if d := c.Draw(page(block, locale.For("en"), 450, 8.5)); d.Height != drawn.Height {
			t.Errorf("%s is drawn as another", name)
		}
		if got := c.Describe(locale.For("en"), brief.LatinDigits); got != "sticks of [x y]" {
			t.Errorf("%s is described as %s", name, got)
		}
		block.Facet = "a"
		if c, list := read(block, locale.For("en"), rows); c != nil || list[0].Code != "facet-not-for-type" {
			t.Errorf("%s is divided into panels: %v", name, list)
		}
	}
}
