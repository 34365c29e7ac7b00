package charts

import (
	"math"
	"slices"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/colour"
)

// What is drawn is true: shapes are as large as the values they stand for.

// bars returns the shapes of one colour from top to bottom, as boxes.
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
