package kinds

import (
	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// A lineStyle is a way to join values.
type lineStyle int

const (
	plainLine lineStyle = iota
	stepLine
	stackedArea
)

// dashes and symbols tell lines apart where there is no colour.
func dash(i int) any {
	return []any{"solid", []float64{5, 2}, []float64{1.5, 1.5}, []float64{7, 2, 1.5, 2}, []float64{3, 3}}[i%5]
}

func symbol(i int) string {
	return []string{"circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond"}[i%8]
}

// drawLines draws series as lines over categories, which mostly are years.
func drawLines(v *canvas.Canvas, g *grid.Grid, how lineStyle) canvas.Drawing {
	bars := grouped
	if how == stackedArea {
		bars = stacked
	}
	low, high := spread(g.Values, bars)
	axis := v.ValueAxis(low, high, how == stackedArea, 5)
	band := (v.Width - v.AxisRoom(axis)) / float64(len(g.Categories))
	names := v.CategoryAxis(g, band)
	if !names.Fits {
		// Lines cannot lie down: fewer names, all of them whole.
		names = v.Thinned(g, band)
	}
	swatch := ""
	if how == stackedArea {
		swatch = "rect"
	}
	// Names stand below their point, so those at the ends reach half beyond the
	// plot: half a category is left free there.
	plot := v.UprightPlot(g, axis, names, swatch, g.Unit, v.Leading()*0.5)
	line := echarts.NewLine()
	line.SetXAxis(names.Plain)
	series := make([]any, len(g.Series))
	marks := len(g.Categories) <= 24
	for s, name := range g.Series {
		line.AddSeries(v.Label(name), lineData(g.Values[s]))
		series[s] = lineSeries(v, s, how, marks)
	}
	return canvas.Drawing{Chart: line, Option: plot.Option(v, series), Height: plot.Height}
}

func lineData(values []float64) []opts.LineData {
	data := make([]opts.LineData, len(values))
	for c, x := range values {
		data[c] = opts.LineData{Value: known(x)}
	}
	return data
}

func lineSeries(v *canvas.Canvas, s int, how lineStyle, marks bool) map[string]any {
	p := v.Palette
	style := map[string]any{
		"symbol": symbol(s), "symbolSize": canvas.Page(5), "showSymbol": marks, "connectNulls": false, "clip": false,
		"itemStyle": map[string]any{"color": p.Color(s)},
		"lineStyle": map[string]any{"color": p.Color(s), "width": canvas.Page(1.6), "type": canvas.Page(dash(s))},
	}
	switch how {
	case stepLine:
		style["step"] = "end"
		if v.RTL && v.Chart.Direction == "rtl" {
			style["step"] = "start"
		}
	case stackedArea:
		style["stack"], style["showSymbol"] = "all", false
		style["lineStyle"] = map[string]any{"color": p.Ground, "width": canvas.Page(0.75), "type": "solid"}
		style["areaStyle"] = map[string]any{"color": p.Color(s), "opacity": 1}
		style["itemStyle"].(map[string]any)["decal"] = canvas.Page(p.Decal(s, s-1))
	}
	return style
}
