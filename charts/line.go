package charts

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
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

// lines draws series as lines over categories, which mostly are years.
func (v *canvas) lines(g *grid, how lineStyle) drawing {
	bars := grouped
	if how == stackedArea {
		bars = stacked
	}
	low, high := spread(g.values, bars)
	axis := v.valueAxis(low, high, how == stackedArea, 5)
	band := (v.width - v.axisRoom(axis)) / float64(len(g.categories))
	names := v.categoryAxis(g, band)
	if !names.fits {
		// Lines cannot lie down: fewer names, all of them whole.
		names = v.thinned(g, band)
	}
	swatch := ""
	if how == stackedArea {
		swatch = "rect"
	}
	// Names stand below their point, so those at the ends reach half beyond the
	// plot: half a category is left free there.
	plot := v.uprightPlot(g, axis, names, swatch, g.unit, v.leading()*0.5)
	line := echarts.NewLine()
	line.SetXAxis(names.names)
	series := make([]any, len(g.series))
	marks := len(g.categories) <= 24
	for s, name := range g.series {
		line.AddSeries(v.label(name), lineData(g.values[s]))
		series[s] = v.lineSeries(s, len(g.series), how, marks)
	}
	return drawing{chart: line, patch: plot.option(v, series), height: plot.height}
}

// thinned prints one name in so many that all that are printed have room.
func (v *canvas) thinned(g *grid, band float64) categoryAxis {
	a := categoryAxis{every: 1, fits: true}
	for _, name := range g.categories {
		a.names = append(a.names, v.wrap(v.label(name), max(band-4, 60)))
	}
	a.every = max(1, int(math.Ceil((v.widest(a.names)+labelGap)/band)))
	a.height = float64(tallest(a.names))*v.leading() + labelGap + 2
	return a
}

func lineData(values []float64) []opts.LineData {
	data := make([]opts.LineData, len(values))
	for c, x := range values {
		if math.IsNaN(x) {
			data[c] = opts.LineData{Value: "-"}
		} else {
			data[c] = opts.LineData{Value: x}
		}
	}
	return data
}

func (v *canvas) lineSeries(s, n int, how lineStyle, marks bool) map[string]any {
	p := v.Palette
	style := map[string]any{
		"symbol": symbol(s), "symbolSize": 5, "showSymbol": marks, "connectNulls": false, "clip": false,
		"itemStyle": map[string]any{"color": p.color(s)},
		"lineStyle": map[string]any{"color": p.color(s), "width": 1.6, "type": dash(s)},
	}
	switch how {
	case stepLine:
		style["step"] = "end"
		if v.rtl && v.chart.Direction == "rtl" {
			style["step"] = "start"
		}
	case stackedArea:
		style["stack"], style["showSymbol"] = "all", false
		style["lineStyle"] = map[string]any{"color": p.Ground, "width": 0.75, "type": "solid"}
		style["areaStyle"] = map[string]any{"color": p.color(s), "opacity": 1}
		style["itemStyle"].(map[string]any)["decal"] = p.decal(s, n)
	}
	return style
}
