package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"

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

// dashes and symbols tell lines apart where there is no colour: of the ten that
// one chart may have no two have both.
func dash(i int) any {
	return []any{"solid", []float64{5, 2}, []float64{1.5, 1.5}, []float64{7, 2, 1.5, 2}, []float64{3, 3}}[i%5]
}

func symbol(i int) string {
	return []string{"circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond", "roundRect", "arrow"}[i%10]
}

// manyMarks is the number of categories from which lines have no marks at their
// values.
const manyMarks = 24

// drawLines draws series as lines over categories, which mostly are years. Dates
// at uneven distances stand in proportion to time. Where they have room the names
// of the series stand at the ends of their lines, and else in a legend.
func drawLines(v *canvas.Canvas, g *grid.Grid, how lineStyle) canvas.Drawing {
	bars := grouped
	if how == stackedArea {
		bars = stacked
	}
	low, high := spread(g.Values, bars)
	low, high = withMarks(g, low, high)
	axis := valueAxis(v, g, low, high, how == stackedArea)
	wide := v.Width - v.AxisRoom(axis)
	places := placesOf(g)
	var ends endNames
	if how != stackedArea {
		ends = endNamesOf(v, g, axis)
		wide -= ends.beside(v, wide, places)
	}
	band := wide / float64(len(g.Categories))
	names := v.CategoryAxis(g, band)
	if !names.Fits {
		// Lines cannot lie down: fewer names, all of them whole.
		names = v.Thinned(g, band)
	}
	swatch := ""
	if how == stackedArea {
		swatch = "rect"
	}
	if ends != nil {
		swatch = canvas.AtEnds
	}
	// Names stand below their point, so those at the ends reach half beyond the
	// plot: half a category is left free there.
	plot := v.UprightPlot(g, axis, names, swatch, g.Unit, v.Leading()*0.5)
	if places.uneven {
		plot.Beside(v.Widest([]string{v.Label(g.Categories[len(g.Categories)-1])})/2 - wide*placePad)
	}
	if ends != nil {
		plot.Beside(ends.beside(v, v.Width-v.AxisRoom(axis), places))
	}
	line := echarts.NewLine()
	k := v.Sketch()
	strip, above := markStrip(v, marksOf(g, false), newField(v, plot, axis, places).middle)
	plot.Raise(v, above)
	field := newField(v, plot, axis, places)
	field.named, field.filled = ends != nil, how == stackedArea
	series := make([]any, len(g.Series))
	joined := g.Values
	if how == stackedArea {
		joined = joinable(g)
		field.slivers(v, k, g, joined)
	}
	for s, name := range g.Series {
		line.AddSeries(v.Label(name), nil)
		series[s] = lineSeries(v, s, how, len(g.Categories) <= manyMarks)
		series[s].(map[string]any)["data"] = canvas.Fitted(places.data(joined[s], lone(joined[s], how), symbol(s)), each(g.Values[s]))
	}
	var areas []box
	if how == stackedArea {
		areas = field.areaBoxes(g)
	}
	for s, of := range whiskersOf(g, func(_, c int, x float64) (across, along float64) { return field.x(c), field.y(x) }) {
		for _, w := range of {
			if w != nil {
				w.draw(v, k, false, v.Palette.Color(s), canvas.UnderSeries)
				areas = append(areas, w.box())
			}
		}
	}
	across, _ := field.layAcross(v, g, areas, how != stackedArea)
	field.annotate(v, k, g, strip, across, 0)
	ends.write(v, k, field)
	neutralMarks(v, g, series[0].(map[string]any), false)
	option := plot.Option(v, append(series, neutralErrors(g, v.Palette.Color)...))
	if places.uneven {
		option["xAxis"] = canvas.Fitted([]any{field.timeAxis(v)}, option["xAxis"])
		field.nameTimes(v, k, g)
	}
	d := canvas.Drawing{Chart: line, Option: k.On(option), Height: plot.Height}
	if how == stackedArea {
		return v.NoteBelow(d, v.Speaker().Unknown(g))
	}
	return v.NoteBelow(d, errorNote(v, g))
}

// each is a list of values as ECharts takes them.
func each(values []float64) []any {
	data := make([]any, len(values))
	for c, x := range values {
		data[c] = known(x)
	}
	return data
}

// marked is a line over categories, with marks on values that are alone.
func marked(values []float64, how lineStyle, series int) []any {
	return places{}.data(values, lone(values, how), symbol(series))
}

// lone reports which values of a line have none beside them to be joined with,
// so that without a mark they would not be seen.
func lone(values []float64, how lineStyle) []bool {
	list := make([]bool, len(values))
	if how == stackedArea {
		return list // they are slivers
	}
	at := func(c int) bool { return c >= 0 && c < len(values) && !math.IsNaN(values[c]) }
	for c := range values {
		list[c] = at(c) && !at(c-1) && !at(c+1)
	}
	return list
}

// joinable returns the values of stacked areas that may be joined with their
// neighbours. One that lies over a value that is not known may not: it would
// stand on the one below that as if it were nought.
func joinable(g *grid.Grid) [][]float64 {
	list := make([][]float64, len(g.Values))
	for s := range list {
		list[s] = make([]float64, len(g.Values[s]))
		for c, x := range g.Values[s] {
			list[s][c] = x
			for below := range s {
				if math.IsNaN(g.Values[below][c]) {
					list[s][c] = math.NaN()
				}
			}
		}
	}
	return list
}

func lineSeries(v *canvas.Canvas, s int, how lineStyle, marks bool) map[string]any {
	p := v.Palette
	style := map[string]any{
		"symbol": symbol(s), "symbolSize": canvas.Page(5), "showSymbol": marks, "connectNulls": false, "clip": false,
		"itemStyle": map[string]any{"color": p.Color(s)},
		"lineStyle": map[string]any{"color": p.Color(s), "width": canvas.Page(1.6), "type": canvas.Page(dash(s))},
	}
	if !marks && how != stackedArea {
		// Only values without a neighbour are marked.
		style["symbol"], style["showSymbol"] = canvas.Fitted("none", symbol(s)), canvas.Fitted(true, false)
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
