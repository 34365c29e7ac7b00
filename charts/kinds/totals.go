package kinds

import (
	"math"
	"strings"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// partial stands behind the sum of a stack that lacks a part, which is not known.
const partial = "*"

// stackSum is the sum of a stack, and where it ends above nought.
func stackSum(g *grid.Grid, c int) (sum, end float64) {
	for s := range g.Series {
		if x := g.Values[s][c]; !math.IsNaN(x) {
			sum, end = sum+x, end+max(x, 0)
		}
	}
	return canvas.Clean(sum), end
}

// sumText is the sum of a stack as it is printed: with a sign where a part is not
// known, and nothing where none is known.
func sumText(v *canvas.Canvas, g *grid.Grid, c int) string {
	some, all := g.KnownParts(c)
	if !some {
		return ""
	}
	sum, _ := stackSum(g, c)
	if !all {
		return v.Number(sum) + partial
	}
	return v.Number(sum)
}

// totalsOf returns the sums of stacks as they are printed at their ends, and the
// room that they need there; none where the author asks for none.
func totalsOf(v *canvas.Canvas, g *grid.Grid, how stacking) (sums []string, room float64) {
	if !v.Chart.Totals || how != stacked {
		return nil, 0
	}
	for c := range g.Categories {
		sums = append(sums, sumText(v, g, c))
	}
	return sums, v.Widest(sums) + canvas.LabelGap + 3
}

// totals writes the sum of each stack of columns over it.
func (f field) totals(v *canvas.Canvas, k *canvas.Sketch, g *grid.Grid) {
	for c := range g.Categories {
		text := sumText(v, g, c)
		if text == "" {
			continue
		}
		_, end := stackSum(g, c)
		k.Text(text, f.x(c), f.y(end)-v.Leading()/2-2, "center", canvas.TextStyle{Bold: true, Ground: f.ground(v, g, f.x(c))})
	}
}

// sums writes the sums of stacks at their ends.
func (s barScale) sums(v *canvas.Canvas, k *canvas.Sketch, g *grid.Grid, sums []string, left, right, top, band float64) {
	align, gap := "left", canvas.LabelGap
	if v.RTL {
		align, gap = "right", -gap
	}
	ground := ""
	if len(g.Marks) > 0 {
		ground = v.Palette.Ground // over their lines
	}
	for c, text := range sums {
		if text == "" {
			continue
		}
		_, end := stackSum(g, c)
		k.Text(text, s.x(v, end, left, right)+gap, top+band*(float64(c)+0.5), align, canvas.TextStyle{Bold: true, Ground: ground})
	}
}

// totalsNote says below a chart what its totals are where they are not the whole:
// which lack a part, and that those of parts with both signs are what is left.
func totalsNote(v *canvas.Canvas, g *grid.Grid) string {
	if !v.Chart.Totals {
		return ""
	}
	var notes []string
	if low, high := g.Extent(); low < 0 && high > 0 {
		notes = append(notes, v.Words.Charts.NetTotals)
	}
	if text := v.Speaker().Partial(g); text != "" {
		notes = append(notes, partial+" "+text, v.Speaker().Unknown(g))
	}
	return strings.Join(notes, v.Words.Marks.Semicolon)
}
