package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/locale"
)

// Sizes of spans, in points.
const (
	spanRow     = 19.0 // the least height of a row that has room
	spanBar     = 10.0 // the thickness of a range
	spanLine    = 1.5  // and that of the line of a dumbbell
	spanDot     = 7.5  // the diameter of a dot
	spanRing    = 11.0 // that of one under another
	spanCovered = 2.0  // the distance within which a dot covers another
)

// Dumbbells draws the values of each name as dots in a row, joined by a line.
func Dumbbells(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawSpans(v, g, true) }

// Ranges draws a bar for each name, from its first value to its second.
func Ranges(v *canvas.Canvas, g *grid.Grid) canvas.Drawing { return drawSpans(v, g, false) }

// A span is the lowest and the highest of the values of a name, as printed.
type span struct {
	low, high         float64 // NaN where no value is known
	lowText, highText string
}

// drawSpans draws lying rows over an axis of values. The names stand at the side
// where the axis begins, as those of bars do, and the values at both ends of a row.
func drawSpans(v *canvas.Canvas, g *grid.Grid, dots bool) canvas.Drawing {
	names := v.Wrapped(g.Categories, v.Width*labelShare)
	low, high := g.Extent()
	low, high = withMarks(g, low, high)
	axis := valueAxis(v, g, low, high, false)
	if g.Years && g.Low == nil && g.High == nil {
		axis = yearAxis(low, high, v.ValueAxis(low, high, false, 6))
	}
	spans := spansOf(v, g, dots)
	legend, top, unit := any(nil), 0.0, g.Unit
	if dots {
		legend, top = v.Legend(v.Labels(g.Series), "")
	} else {
		unit = rangeNote(v, g)
	}
	title, note := v.UnitNote(unit, top, v.RTL)
	top += note
	tall := v.Leading() + canvas.LabelGap + 2
	foot := tall + (v.Leading()+4)*boolean(axis.Log)

	free := v.Widest(axis.Labels)/2 + 1
	side := v.Widest(names) + canvas.LabelGap
	starts, ends := spanRoom(v, spans, axis, v.Width-side-free)
	left, right := v.Sides(max(side+starts, free), max(ends, free))
	f := lying{axis: axis, left: left, right: v.Width - right, rtl: v.RTL}
	strip, stripRoom := markStrip(v, marksOf(g, true), func(m grid.Mark) float64 { return f.x(m.Value) })
	top += stripRoom
	band := rowBand(v, names, 1, max(float64(canvas.Tallest(names))*v.Leading()+4, spanRow), top+foot)
	height := top + band*float64(len(names)) + foot

	chart, series := spanSeries(v, g, spans, f, dots, min(spanBar, band*0.6))
	values := axis.Lying(v, v.Width-left-right).Option(v, "bottom")
	values["inverse"] = v.RTL
	k := v.Sketch()
	if g.Years {
		f.years(v, k, values, top, height-foot)
	}
	if axis.Log {
		values["name"], values["nameLocation"], values["nameGap"] = v.Words.Charts.LogScale, "middle", canvas.Page(v.Leading()+4)
		values["nameTextStyle"] = map[string]any{"color": v.Palette.Muted, "fontSize": canvas.Page(v.Size), "verticalAlign": "top"}
	} else {
		canvas.Named(values, v.Unit(unit))
	}
	axisNames := v.SideNames(true, starts, names, v.Labels(g.Categories))
	axisNames["axisLine"].(map[string]any)["show"] = canvas.Fitted(false, true)
	if !axis.Log && axis.Low < 0 && axis.High > 0 {
		k.Line(f.x(0), top, f.x(0), height-foot, v.Palette.Axis, 0.75, canvas.BelowSeries)
	}
	layer := canvas.UnderLabels
	if !dots {
		layer = canvas.AboveSeries // boxes lie over that of the labels of bars
	}
	drawStrip(v, k, strip, top, height-foot, layer, true)
	f.write(v, k, spans, top, band)
	neutralMarks(v, g, series[0].(map[string]any), true)
	d := canvas.Drawing{Chart: chart, Height: height, Option: canvas.Headed(k.On(map[string]any{
		"grid": v.Frame(left, right, top, foot), "xAxis": []any{values}, "yAxis": []any{axisNames}, "series": series,
	}), legend, title)}
	if dots {
		return d
	}
	return v.NoteBelow(d, v.Speaker().Unknown(g)) // half a range looks as one without length
}

// rangeNote says above ranges what they run from and to, and in which unit.
func rangeNote(v *canvas.Canvas, g *grid.Grid) string {
	if !g.EndsCalled() {
		return g.Unit
	}
	text := locale.SayPlain(v.Words.Charts.Range, v.Label(g.Series[0]), v.Label(g.Series[1]))
	if g.Unit == "" {
		return text
	}
	return text + " (" + v.Unit(g.Unit) + ")"
}

// spansOf returns the span of each name. Where all its values are one that is said
// once; where only one end of a range is known, that end is said.
func spansOf(v *canvas.Canvas, g *grid.Grid, dots bool) []span {
	list := make([]span, len(g.Categories))
	for c := range list {
		s := span{low: math.NaN(), high: math.NaN()}
		for i := range g.Series {
			x := g.Values[i][c]
			if math.IsNaN(x) {
				continue
			}
			if math.IsNaN(s.low) {
				s.low, s.high = x, x
			}
			s.low, s.high = min(s.low, x), max(s.high, x)
		}
		text := func(x float64) string {
			if g.Years {
				return v.Label(yearText(x))
			}
			return v.Number(x)
		}
		switch {
		case math.IsNaN(s.low):
		case !dots && math.IsNaN(g.Values[1][c]):
			s.lowText = text(s.low)
		case s.low == s.high:
			s.highText = text(s.high)
		default:
			s.lowText, s.highText = text(s.low), text(s.high)
		}
		list[c] = s
	}
	return list
}

// spanRoom returns the room that the values at the ends of rows need beyond the axis,
// before its beginning and after its end, of a width that both narrow.
func spanRoom(v *canvas.Canvas, spans []span, axis canvas.ValueAxis, width float64) (starts, ends float64) {
	const gap = spanDot/2 + canvas.LabelGap + 2
	for range 4 { // what is free within the axis shrinks as room is taken
		plot := max(1, width-starts-ends)
		for _, s := range spans {
			if s.lowText != "" {
				starts = max(starts, gap+v.TextWidth(s.lowText)-axis.Share(s.low)*plot)
			}
			if s.highText != "" {
				ends = max(ends, gap+v.TextWidth(s.highText)-(1-axis.Share(s.high))*plot)
			}
		}
	}
	return starts, ends
}

// A lying field is a plot whose values run along the width.
type lying struct {
	axis        canvas.ValueAxis
	left, right float64
	rtl         bool
}

// x is where a value stands.
func (f lying) x(value float64) float64 {
	share := f.axis.Share(value)
	if f.rtl {
		share = 1 - share
	}
	return f.left + share*(f.right-f.left)
}

// write writes the values at the ends of rows.
func (f lying) write(v *canvas.Canvas, k *canvas.Sketch, spans []span, top, band float64) {
	before, after, gap := "right", "left", -(spanDot/2 + canvas.LabelGap - 1)
	if f.rtl {
		before, after, gap = after, before, -gap
	}
	for c, s := range spans {
		y := top + band*(float64(c)+0.5)
		plate := canvas.TextStyle{Ground: v.Palette.Ground} // over the lines of the axis
		if s.lowText != "" {
			k.Text(s.lowText, f.x(s.low)+gap, y, before, plate)
		}
		if s.highText != "" {
			k.Text(s.highText, f.x(s.high)-gap, y, after, plate)
		}
	}
}

// years writes the years under the axis, which ECharts would part into thousands.
func (f lying) years(v *canvas.Canvas, k *canvas.Sketch, axis map[string]any, top, bottom float64) {
	axis["axisLabel"], axis["splitLine"] = map[string]any{"show": canvas.Fitted(false, true)}, map[string]any{"show": false}
	for at := f.axis.Low; at <= f.axis.High; at += f.axis.Step {
		k.Line(f.x(at), top, f.x(at), bottom, v.Palette.Grid, 0.5, canvas.BelowSeries)
		k.Text(v.Label(yearText(at)), f.x(at), bottom+canvas.LabelGap+v.Leading()/2, "center", canvas.TextStyle{Color: v.Palette.Muted})
	}
}

// spanSeries are the bars or lines from end to end, which ECharts draws as boxes
// without whiskers, and the dots of each series.
func spanSeries(v *canvas.Canvas, g *grid.Grid, spans []span, f lying, dots bool, thickness float64) (*echarts.BoxPlot, []any) {
	p := v.Palette
	boxes, styles := make([]opts.BoxPlotData, len(spans)), make([]any, len(spans))
	for c, s := range spans {
		boxes[c] = opts.BoxPlotData{Value: []any{known(s.low), known(s.low), known(s.low), known(s.high), known(s.high)}}
		styles[c] = map[string]any{}
	}
	chart := echarts.NewBoxPlot()
	chart.AddSeries("", boxes)
	color, width := p.Color(0), thickness
	if dots {
		color, width = p.Axis, spanLine
	}
	style := map[string]any{
		"boxWidth": canvas.Page([]float64{width, width}), "clip": false, "data": styles,
		"itemStyle": map[string]any{"color": color, "borderColor": color, "borderWidth": canvas.Page(1)},
	}
	v.Fade(g, style, false)
	for _, s := range styles { // a box has a border of its own
		if own, ok := s.(map[string]any)["itemStyle"].(map[string]any); ok {
			own["borderColor"] = own["color"]
		}
	}
	series := []any{style}
	if !dots {
		return chart, series
	}
	scatter := echarts.NewScatter()
	for s, name := range g.Series {
		var data []opts.ScatterData
		marks := []any{}
		for c, category := range g.Categories {
			x := g.Values[s][c]
			if math.IsNaN(x) {
				continue
			}
			data = append(data, opts.ScatterData{Name: v.Label(category), Value: []any{x, c}})
			mark := map[string]any{"symbolSize": canvas.Page(spanDot)}
			for later := s + 1; later < len(g.Series); later++ {
				if math.Abs(f.x(x)-f.x(g.Values[later][c])) < spanCovered {
					mark["symbolSize"] = canvas.Page(spanRing) // seen around the one over it
				}
			}
			if v.AnyOut(g.Categories) && !v.StandsOut(category) {
				mark["itemStyle"] = map[string]any{"color": p.Faded(s)}
			}
			marks = append(marks, mark)
		}
		scatter.AddSeries(v.Label(name), data)
		series = append(series, map[string]any{
			"symbol": symbol(s), "clip": false, "data": marks,
			"itemStyle": map[string]any{"color": p.Color(s), "opacity": 1, "borderColor": p.Ground, "borderWidth": canvas.Page(0.5)},
		})
	}
	chart.Overlap(scatter)
	return chart, series
}
