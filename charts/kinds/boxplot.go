package kinds

import (
	"math"
	"slices"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/locale"
)

// Boxes draws a box from quartile to quartile, a line at the median,
// whiskers, and points beyond them. Where the names have no room below upright
// boxes, the boxes lie down.
func Boxes(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	low, high := boxExtent(g)
	axis := v.ValueAxis(low, high, false, 5)
	band := (v.Width - v.AxisRoom(axis)) / float64(len(g.Categories))
	names := v.CategoryAxis(g, band)
	single := *g
	single.Series = nil // boxes need no legend
	plot := v.UprightPlot(&single, axis, names, "", g.Unit, v.Leading()*0.5)
	note, room := boxNote(v, g, plot.Height)
	chart, series := boxSeries(v, g, min(44, band*0.5), false)
	chart.SetXAxis(names.Plain)
	patch := plot.Option(v, series)
	patch["grid"].(map[string]any)["bottom"] = canvas.Page(names.Height + room)
	upright := canvas.Drawing{Chart: chart, Option: note.On(patch), Height: plot.Height + room}
	if names.Fits {
		return upright
	}
	lying := lyingBoxes(v, g, axis)
	lying.Other = &upright
	return lying
}

// lyingBoxes draws the boxes as bars lie: names at the side, values below.
func lyingBoxes(v *canvas.Canvas, g *grid.Grid, axis canvas.ValueAxis) canvas.Drawing {
	names := v.Wrapped(g.Categories, v.Width*labelShare)
	side := v.Widest(names) + canvas.LabelGap
	title, top := v.UnitNote(g.Unit, 0, v.RTL)
	band := max(float64(canvas.Tallest(names))*v.Leading()+6, 22)
	foot := v.Leading() + canvas.LabelGap + 2
	if v.Chart.Height > 0 {
		band = max(band, (v.Chart.Height-top-foot)/float64(len(names)))
	}
	height := top + band*float64(len(names)) + foot
	note, room := boxNote(v, g, height)
	free := v.Widest(axis.Labels)/2 + 1
	left, right := v.Sides(max(side, free), free)
	chart, series := boxSeries(v, g, min(18, band*0.55), true)
	chart.SetXAxis(names) // laid over as the axis at the side
	values := axis.Option(v, "bottom")
	values["inverse"] = v.RTL
	axisNames := v.SideNames(true, 0, names, v.Labels(g.Categories))
	axisNames["splitLine"] = map[string]any{"show": false}
	patch := canvas.Headed(map[string]any{
		"grid":   v.Frame(left, right, top, foot+room),
		"xAxis":  []any{canvas.Named(values, v.Unit(g.Unit))},
		"yAxis":  []any{axisNames},
		"series": series,
	}, nil, title)
	return canvas.Drawing{Chart: chart, Option: note.On(patch), Height: height + room}
}

// boxSeries returns boxes and outliers, with the width of a box.
func boxSeries(v *canvas.Canvas, g *grid.Grid, width float64, lying bool) (*echarts.BoxPlot, []any) {
	p := v.Palette
	boxes := make([]opts.BoxPlotData, len(g.Categories))
	for c := range boxes {
		five := make([]any, len(g.Values))
		for s := range five {
			five[s] = known(g.Values[s][c])
		}
		boxes[c] = opts.BoxPlotData{Value: five}
	}
	chart := echarts.NewBoxPlot()
	chart.AddSeries("", boxes)
	series := []any{map[string]any{
		"boxWidth": canvas.Page([]float64{width, width}), "clip": false,
		"itemStyle": map[string]any{"color": canvas.Mix(p.Ground, p.Color(0), 0.22), "borderColor": p.Color(0), "borderWidth": canvas.Page(1)},
	}}
	place := func(c int, x float64) opts.ScatterData {
		if lying {
			return opts.ScatterData{Value: []any{x, c}}
		}
		return opts.ScatterData{Value: []any{c, x}}
	}
	// The median is heavier than the box, which ECharts draws with one line.
	var medians, points []opts.ScatterData
	for c, x := range g.Values[grid.BoxMedian] {
		if !math.IsNaN(x) {
			medians = append(medians, place(c, x))
		}
	}
	for c, list := range g.Outliers {
		for _, x := range list {
			points = append(points, place(c, x))
		}
	}
	across := []float64{width, 2.5}
	if lying {
		across = []float64{2.5, width}
	}
	scatter := echarts.NewScatter()
	scatter.AddSeries("", medians)
	series = append(series, map[string]any{"symbol": "rect", "symbolSize": canvas.Page(across), "clip": false, "itemStyle": map[string]any{"color": p.Color(0), "opacity": 1}})
	if len(points) > 0 {
		scatter.AddSeries("", points)
		series = append(series, map[string]any{
			"symbol": "circle", "symbolSize": canvas.Page(4), "clip": false,
			"itemStyle": map[string]any{"color": p.Ground, "borderColor": p.Color(0), "borderWidth": canvas.Page(1), "opacity": 1},
		})
	}
	chart.Overlap(scatter)
	return chart, series
}

// boxNote says below a chart how its boxes are to be read.
func boxNote(v *canvas.Canvas, g *grid.Grid, top float64) (k *canvas.Sketch, height float64) {
	text := v.Words.Charts.BoxWhole
	if g.Outliers != nil {
		text = locale.SayPlain(v.Words.Charts.BoxWhiskers, v.Number(grid.Whisker))
		if len(slices.Concat(g.Outliers...)) > 0 {
			text += v.Words.Charts.BoxOutliers
		}
	}
	text = v.Wrap(text, v.Width)
	k = v.Sketch()
	height = float64(canvas.Lines(text))*v.Leading() + 4
	x, align := v.Start(0, v.Width)
	k.Text(text, x, top+height-float64(canvas.Lines(text))*v.Leading()/2, align, canvas.TextStyle{Color: v.Palette.Muted})
	return k, height
}

// boxExtent is the range of whiskers and outliers.
func boxExtent(g *grid.Grid) (low, high float64) {
	low, high = g.Extent()
	for _, x := range slices.Concat(g.Outliers...) {
		low, high = min(low, x), max(high, x)
	}
	return low, high
}
