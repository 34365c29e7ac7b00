package kinds

import (
	"math"
	"strings"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/locale"
)

// Sizes of whiskers, in points.
const (
	whiskerCap   = 5.0
	whiskerWidth = 0.9
	whiskerHalo  = 2.4 // of the ground about one, which shows it on a bar
)

// A whisker is an error range on the page: where it stands across the values, and
// where its value and its ends are along them.
type whisker struct {
	across, value float64
	ends          [2]float64 // NaN where one is not known
}

// draw draws a whisker upright, or lying, over bars or under lines.
func (w whisker) draw(v *canvas.Canvas, k *canvas.Sketch, lying bool, color string, layer int) {
	stroke := func(a, b, c, d float64) {
		if lying {
			a, b, c, d = b, a, d, c
		}
		if layer == canvas.UnderLabels {
			k.Line(a, b, c, d, v.Palette.Ground, whiskerHalo, layer)
		}
		k.Line(a, b, c, d, color, whiskerWidth, layer)
	}
	for _, end := range w.ends {
		if !math.IsNaN(end) {
			stroke(w.across, w.value, w.across, end)
			stroke(w.across-whiskerCap/2, end, w.across+whiskerCap/2, end)
		}
	}
}

// box is what an upright whisker takes of the plot.
func (w whisker) box() box {
	low, high := w.value, w.value
	for _, end := range w.ends {
		if !math.IsNaN(end) {
			low, high = min(low, end), max(high, end)
		}
	}
	return box{w.across - whiskerCap/2 - 1, low - 1, w.across + whiskerCap/2 + 1, high + 1}
}

// inGroup is how far the middle of a bar is from that of its category, where bars of a
// thickness stand side by side.
func inGroup(series, of int, thickness float64) float64 {
	const step = 1.08 // their gap is 8 percent
	return (float64(series) - float64(of-1)/2) * thickness * step
}

// whiskersOf returns the whiskers of a chart by series and category. Place says where
// a value of a series stands on the page; there are none where no value has any.
func whiskersOf(g *grid.Grid, place func(series, category int, x float64) (across, along float64)) [][]*whisker {
	if g.Errors == nil {
		return nil
	}
	list := make([][]*whisker, len(g.Series))
	for s := range list {
		list[s] = make([]*whisker, len(g.Categories))
		for c := range g.Categories {
			low, high := g.ErrorRange(s, c)
			if math.IsNaN(low) && math.IsNaN(high) {
				continue
			}
			w := whisker{}
			w.across, w.value = place(s, c, g.Values[s][c])
			_, w.ends[0] = place(s, c, low)
			_, w.ends[1] = place(s, c, high)
			list[s][c] = &w
		}
	}
	return list
}

// drawWhiskers draws the whiskers of bars.
func drawWhiskers(v *canvas.Canvas, k *canvas.Sketch, list [][]*whisker, lying bool) {
	for _, of := range list {
		for _, w := range of {
			if w != nil {
				w.draw(v, k, lying, v.Palette.Text, canvas.UnderLabels)
			}
		}
	}
}

// pastWhiskers moves the labels at the ends of a series' bars beyond its whiskers.
func pastWhiskers(style map[string]any, g *grid.Grid, s int, list []*whisker) {
	for c, w := range list {
		label, ok := style["data"].([]any)[c].(map[string]any)["label"].(map[string]any)
		if w == nil || !ok {
			continue
		}
		end := w.ends[1]
		if g.Values[s][c] < 0 {
			end = w.ends[0]
		}
		if !math.IsNaN(end) {
			label["distance"] = canvas.Page(canvas.LabelGap + math.Abs(end-w.value))
		}
	}
}

// neutralErrors are the error ranges in any other medium: boxes without height, of
// which only the whiskers are seen.
func neutralErrors(g *grid.Grid, color func(s int) string) []any {
	var list []any
	for s := range g.Errors {
		data := make([]any, len(g.Categories))
		for c, x := range g.Values[s] {
			low, high := g.ErrorRange(s, c)
			data[c] = []any{known(low), known(x), known(x), known(x), known(high)}
		}
		list = append(list, canvas.Elsewhere(map[string]any{"type": "boxplot", "data": data, "itemStyle": map[string]any{"borderColor": color(s)}}))
	}
	return list
}

// neutralRanges are those of points: a line from end to end of each.
func neutralRanges(v *canvas.Canvas, g *grid.Grid) []any {
	if g.Errors == nil {
		return nil
	}
	data := []any{}
	for c, x := range g.Values[0] {
		if low, high := g.ErrorRange(1, c); !math.IsNaN(low) && !math.IsNaN(high) && !math.IsNaN(x) {
			data = append(data, []any{x, low}, []any{x, high}, []any{x, "-"})
		}
	}
	return []any{canvas.Elsewhere(map[string]any{
		"type": "line", "symbol": "none", "data": data, "lineStyle": map[string]any{"color": v.Palette.Muted}, "itemStyle": map[string]any{"color": v.Palette.Muted},
	})}
}

// errorNote says below a chart what its thin lines are, by the names of the columns
// where there is one for all.
func errorNote(v *canvas.Canvas, g *grid.Grid) string {
	c, say := v.Chart, v.Words.Charts
	switch {
	case g.Errors == nil:
		return ""
	case len(c.Error) == 1:
		name := v.Label(c.Error[0])
		if !strings.Contains(name, "±") {
			name = "± " + name
		}
		return locale.SayPlain(say.NameAmount, say.ErrorLines, name)
	case len(c.Low) == 1 && !grid.JustEnds(c.Low[0], c.High[0]):
		return locale.SayPlain(say.NameAmount, say.ErrorLines, locale.SayPlain(say.Range, v.Label(c.Low[0]), v.Label(c.High[0])))
	}
	return say.ErrorLines
}
