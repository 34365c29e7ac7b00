package kinds

import (
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/brief"
)

// A label of a line across columns stands on no column and on no number of one, on
// no line of another mark, and nearer to its own line than to any other.
func TestLabelsOfLinesStandOffColumns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := &canvas.Canvas{Width: 450, Chart: &brief.Chart{}, Style: canvas.Style{Size: 9, LineHeight: 1.5,
			Measure: func(text string, size float64, _ bool) float64 { return size * 0.5 * float64(len([]rune(text))) }}}
		n := rapid.IntRange(1, 8).Draw(t, "columns")
		g := &grid.Grid{Series: []string{"أ"}, Categories: make([]string, n), Values: [][]float64{rapid.SliceOfN(rapid.Float64Range(-100, 100), n, n).Draw(t, "values")}}
		labels := [][]string{make([]string, n)}
		for c := range labels[0] {
			labels[0][c] = "123"
		}
		for range rapid.IntRange(1, 3).Draw(t, "marks") {
			name := rapid.SampledFrom([]string{"هدف", "متوسّط الدول", "مستوى ما قبل الجائحة"}).Draw(t, "label")
			g.Marks = append(g.Marks, grid.Mark{Across: true, Label: name, Value: rapid.Float64Range(-100, 100).Draw(t, "value")})
		}
		f := field{places: places{n: n, shares: evenShares(n)}, axis: canvas.ValueAxis{Low: -120, High: 120, Step: 40}, left: 40, right: 450, top: 20, bottom: 200, slots: true, inverse: rapid.Bool().Draw(t, "inverse")}
		boxes := f.columnBoxes(v, g, g.Values, labels, grouped, min(34, 410/float64(n)*0.6))
		list, free := f.layAcross(v, g, boxes, false)
		if !free {
			return // they stand beside the plot
		}
		for i, l := range list {
			if l.box.meetsAny(boxes) {
				t.Fatalf("%q stands on a column: %v", l.text, l.box)
			}
			for j, m := range g.Marks {
				y, own := f.y(m.Value), f.y(g.Marks[i].Value)
				if j != i && l.box.top < y && y < l.box.bottom {
					t.Fatalf("a line runs through %q", l.text)
				}
				if j != i && y != own && (y < l.y) == (own < l.y) && max(y-l.y, l.y-y) < max(own-l.y, l.y-own) {
					t.Fatalf("%q is nearer to the line of %d", l.text, j)
				}
			}
			for j := range i {
				if l.box.meets(list[j].box) {
					t.Fatalf("%q stands over %q", l.text, list[j].text)
				}
			}
		}
	})
}
