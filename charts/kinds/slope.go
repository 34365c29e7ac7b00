package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/locale"
)

const (
	slopeShare = 0.33 // of the width, that names may take at each end of slopes
	slopeArm   = 18.0 // from the end of a line to its name, which may stand far from it
)

// Slopes draws a line for each name from one time to another, with its name and value
// at both ends, so that neither a legend nor an axis is needed.
func Slopes(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	low, high := g.Extent()
	axis := v.ValueAxis(low, high, false, 5)
	inverse := v.RunsRTL(g)
	first, last := slopeNames(v, g, 0), slopeNames(v, g, 1)
	left, right := first.armed(v, slopeArm), last.armed(v, slopeArm)
	if inverse {
		left, right = right, left
	}
	title, top := v.UnitNote(g.Unit, 0, v.RTL)
	// The names of the ends stand over them.
	ends := v.Wrapped(g.Categories, min(2*min(left, right), v.Width-left-right))
	head := float64(canvas.Tallest(ends))*v.Leading() + canvas.LabelGap
	top += head
	tall := max(first.tall(v), last.tall(v), 1.2*v.PlotHeight())
	if v.Chart.Height > 0 {
		tall = max(first.tall(v), last.tall(v), v.Chart.Height-top-v.Leading())
	}
	height := top + tall + v.Leading()*0.7
	f := field{
		places: places{n: 2, shares: []float64{0, 1}}, axis: axis, inverse: inverse,
		left: left, right: v.Width - right, top: top + v.Leading()*0.7, bottom: top + tall,
	}
	line := echarts.NewLine()
	series := make([]any, len(g.Series))
	for s, name := range g.Series {
		line.AddSeries(v.Label(name), nil)
		style := lineSeries(v, s, plainLine, true)
		style["data"] = marked(g.Values[s], plainLine, s)
		series[s] = style
	}
	k := v.Sketch()
	for c, name := range ends {
		k.Line(f.x(c), f.top-v.Leading()*0.5, f.x(c), f.bottom, v.Palette.Axis, 0.75, canvas.BelowSeries)
		k.Text(name, f.x(c), top-head/2-canvas.LabelGap/2, "center", canvas.TextStyle{Bold: true})
	}
	opposite := f
	opposite.inverse = !inverse
	first.writeAt(v, k, opposite, f.x(0), slopeArm)
	last.writeAt(v, k, f, f.x(1), slopeArm)
	values := axis.Option(v, canvas.SideOf(inverse))
	values["axisLabel"].(map[string]any)["show"] = canvas.Fitted(false, true)
	values["splitLine"] = map[string]any{"show": false}
	option := map[string]any{
		"grid": v.Frame(f.left, v.Width-f.right, f.top, math.Ceil(height-1e-6)-f.bottom),
		"xAxis": []any{map[string]any{
			"type": "category", "inverse": inverse, "boundaryGap": false, "data": v.Labels(g.Categories),
			"axisLine": map[string]any{"show": false}, "axisTick": map[string]any{"show": false},
			"axisLabel": map[string]any{"show": canvas.Fitted(false, true)}, "splitLine": map[string]any{"show": canvas.Fitted(false, true)},
		}},
		"yAxis":  []any{canvas.Named(values, v.Unit(g.Unit))},
		"series": series,
		"legend": canvas.Elsewhere([]any{map[string]any{"data": v.Labels(g.Series), "textStyle": map[string]any{"color": v.Palette.Text}}}),
	}
	return canvas.Drawing{Chart: line, Height: height, Option: canvas.Headed(k.On(option), nil, title)}
}

// slopeNames are the names of slopes with their values at one end.
func slopeNames(v *canvas.Canvas, g *grid.Grid, end int) endNames {
	var list endNames
	for s, name := range g.Series {
		if x := g.Values[s][end]; !math.IsNaN(x) {
			text := locale.SayPlain(v.Words.Charts.SaidOf, v.Label(name), v.Number(x))
			list = append(list, endName{v.Wrap(text, v.Width*slopeShare-slopeArm-4), s, x})
		}
	}
	return list
}
