package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// Waterfall draws how amounts add up: each bar begins where the last one
// ended, and the sum closes. The bars lie, so that names of any length have
// room.
func Waterfall(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	w := newWaterfall(g.Values[0])
	names := append(v.Wrapped(g.Categories, v.Width*labelShare), v.Words.Charts.Total)
	plain := append(v.Labels(g.Categories), v.Words.Charts.Total)
	labels := make([]string, len(names))
	for i, x := range append(append([]float64(nil), g.Values[0]...), w.total) {
		switch {
		case math.IsNaN(x):
		case x > 0 && i < len(g.Categories):
			labels[i] = "+" + v.Amount(x, g.Unit)
		default:
			labels[i] = v.Amount(x, g.Unit)
		}
	}
	band := max(float64(canvas.Tallest(names))*v.Leading()+4, stackThickness+barPad)
	height := band * float64(len(names))
	if v.Chart.Height > 0 {
		band = max(band, v.Chart.Height/float64(len(names)))
		height = band * float64(len(names))
	}
	ends, starts := 1.0, 0.0
	for i, label := range labels {
		if need := v.TextWidth(label) + canvas.LabelGap + 2; w.falls(i) && w.low[i] < 0 {
			starts = max(starts, need)
		} else {
			ends = max(ends, need)
		}
	}
	side := v.Widest(names) + canvas.LabelGap
	left, right := v.Sides(side+starts, ends)
	bar := echarts.NewBar()
	bar.XYReversal().SetXAxis(plain)
	base := make([]opts.BarData, len(names))
	above := make([]opts.BarData, len(names)) // the part of each bar above zero
	below := make([]opts.BarData, len(names))
	styles := [2][]any{make([]any, len(names)), make([]any, len(names))}
	for i := range names {
		low, high := w.low[i], w.high[i]
		base[i] = opts.BarData{Value: max(low, 0) + min(high, 0)}
		above[i] = opts.BarData{Value: max(high, 0) - max(low, 0)}
		below[i] = opts.BarData{Value: min(low, 0) - min(high, 0)}
		// The label stands beyond the bar, on the side away from the names.
		upper := !w.falls(i) || low >= 0
		style := w.style(i, p)
		label := map[string]any{"show": labels[i] != "", "formatter": canvas.Shield(labels[i]), "color": p.Text, "position": beyond(v, upper)}
		styles[0][i] = map[string]any{"itemStyle": style}
		styles[1][i] = map[string]any{"itemStyle": style}
		if part := 1 - int(boolean(upper)); labels[i] != "" {
			styles[part][i].(map[string]any)["label"] = label
		}
	}
	bar.AddSeries("", base)
	bar.AddSeries("", above)
	bar.AddSeries("", below)
	thickness := min(band-barPad, 18)
	series := []any{map[string]any{"stack": "all", "barWidth": canvas.Page(thickness), "itemStyle": map[string]any{"color": "transparent"}}}
	for _, part := range styles {
		series = append(series, map[string]any{
			"stack": "all", "barWidth": canvas.Page(thickness), "data": part,
			"label": map[string]any{"fontSize": canvas.Page(v.Size), "distance": canvas.Page(canvas.LabelGap)},
		})
	}
	scale := barScale{low: w.least, high: w.most}
	if scale.low == scale.high {
		scale.high++
	}
	k := v.Sketch()
	zeroLine(v, k, scale, left, v.Width-right, 0, height)
	return canvas.Drawing{Height: height, Chart: bar, Option: k.On(map[string]any{
		"grid": v.Frame(left, right, 0, 0), "xAxis": []any{scale.axis(v, g.Unit, v.Width-left-right)}, "yAxis": []any{v.SideNames(w.least >= 0, starts, names, plain)}, "series": series,
	})}
}

// beyond is the side of a bar away from the names, or with upper false the one
// toward them.
func beyond(v *canvas.Canvas, upper bool) string {
	if upper == v.RTL {
		return "left"
	}
	return "right"
}

// A waterfall is the bars of a running sum, the last one from nothing to all.
type waterfall struct {
	low, high   []float64
	down        []bool
	total       float64
	least, most float64
}

func newWaterfall(values []float64) waterfall {
	var w waterfall
	add := func(from, to float64) {
		w.low, w.high = append(w.low, min(from, to)), append(w.high, max(from, to))
		w.down = append(w.down, to < from)
		w.least, w.most = min(w.least, from, to), max(w.most, from, to)
	}
	for _, x := range values {
		if math.IsNaN(x) {
			x = 0
		}
		add(w.total, w.total+x)
		w.total += x
	}
	add(0, w.total)
	return w
}

// falls reports whether bar i goes down.
func (w waterfall) falls(i int) bool { return w.down[i] }

// style tells rises, falls and the sum apart, in grey too.
func (w waterfall) style(i int, p canvas.Palette) map[string]any {
	switch {
	case i == len(w.low)-1:
		return map[string]any{"color": p.Color(0)}
	case w.down[i]:
		return map[string]any{"color": p.Color(1), "decal": canvas.Page(p.Decal(1, 0))}
	}
	return map[string]any{"color": p.Color(2), "decal": canvas.Page(p.Decal(2, 0, 1))}
}
