package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/locale"
)

// maxBubble is the diameter of the largest bubble, and leastBubble of the
// smallest, in points.
const (
	maxBubble   = 42.0
	leastBubble = 2.0
	plainDot    = 6.0
)

// Scatter draws a point for each row at its two values, and with a third value a
// bubble whose area is that value, in the colour and shape of its group. Points
// that have a name, and room for it, are named.
func Scatter(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	first, last := grid.Bounds(g.Values[0]) // of the points
	lowX, highX := withPlaces(g, first, last)
	lowY, highY := grid.Bounds(g.Values[1])
	lowY, highY = withMarks(g, lowY, highY)
	x, y := v.ValueAxis(lowX, highX, false, 6), v.ValueAxis(lowY, highY, false, 5)
	inverse := v.Chart.Direction == "rtl" // numbers run from the left by default
	side := v.AxisRoom(y)
	free := max(v.Widest(x.Labels)/2, 4)
	var ticks []tick
	switch {
	case g.Years:
		x = yearAxis(lowX, highX, x)
		for at := x.Low; at <= x.High; at += x.Step {
			ticks = append(ticks, tick{at, yearText(at)})
		}
	case g.Dates:
		width := func(text string) float64 { return v.TextWidth(v.Label(text)) }
		ticks = timeTicks(lowX, highX+1, v.Width-side-free, width)
		x = canvas.ValueAxis{Low: ticks[0].at, High: ticks[len(ticks)-1].at, Step: highX - lowX + 1}
	}
	for _, t := range ticks {
		free = max(free, v.TextWidth(v.Label(t.text))/2+1)
	}
	note := v.Label(g.Series[1])
	most := 0.0
	if len(g.Series) > 2 {
		note += v.Words.Marks.Comma + locale.SayPlain(v.Words.Charts.BubbleArea, v.Label(g.Series[2]))
		_, most = grid.Bounds(g.Values[2])
	}
	legend, top := v.Legend(v.Labels(g.Groups), "")
	title, noteRoom := v.UnitNote(note, top, inverse) // above the axis that it names
	top += noteRoom + v.Leading() + most/math.Max(most, 1)*maxBubble/4
	room := 2*v.Leading() + 10
	left, right, at := side, free, "left"
	if inverse {
		left, right, at = free, side, "right"
	}
	along := func(px float64) float64 {
		across := x.Share(px)
		if inverse {
			across = 1 - across
		}
		return left + across*(v.Width-left-right)
	}
	strip, stripRoom := markStrip(v, marksOf(g, false), func(m grid.Mark) float64 { return (along(m.First) + along(m.Last)) / 2 })
	top += stripRoom
	height := top + v.PlotHeight() + room
	if v.Chart.Height > 0 {
		height = max(v.Chart.Height, top+room+80)
	}
	height = math.Ceil(height)

	// The points of each group are a series.
	groups := make([]pointGroup, max(1, len(g.Groups)))
	var dots []dot
	var whiskers []box
	var names []string
	k := v.Sketch()
	var styles []map[string]any
	plot := field{axis: y, left: left, right: v.Width - right, top: top, bottom: height - room, inverse: inverse, along: along}
	place := func(px, py float64) (float64, float64) { return along(px), plot.y(py) }
	for c, name := range v.Labels(g.Categories) {
		px, py := g.Value(0, c), g.Value(1, c)
		if math.IsNaN(px) || math.IsNaN(py) {
			continue
		}
		size := plainDot
		value := []any{px, py}
		if len(g.Series) > 2 {
			value = append(value, known(g.Value(2, c)))
			if most > 0 {
				size = maxBubble * math.Sqrt(max(0, g.Value(2, c))/most)
				if !(size >= leastBubble) {
					size = leastBubble // also of a missing value: the place is known
				}
			}
		}
		group := &groups[0]
		if g.Group != nil {
			group = &groups[g.Group[c]]
		}
		style := map[string]any{"symbolSize": canvas.Page(size)}
		if len(g.Series) > 2 {
			style["value"] = canvas.Elsewhere(value)
		}
		group.data = append(group.data, opts.ScatterData{Name: name, Value: []any{px, py}})
		group.styles = append(group.styles, style)
		styles = append(styles, style)
		dx, dy := place(px, py)
		dots = append(dots, dot{dx, dy, size / 2})
		if low, high := g.ErrorRange(1, c); !math.IsNaN(low) || !math.IsNaN(high) {
			w := whisker{across: dx, value: dy}
			_, w.ends[0] = place(px, low)
			_, w.ends[1] = place(px, high)
			color := p.Color(0)
			if g.Group != nil {
				color = p.Color(g.Group[c])
			}
			w.draw(v, k, false, color, canvas.UnderSeries)
			whiskers = append(whiskers, w.box())
		}
		names = append(names, name)
	}
	frame := box{left, 0, v.Width, height - room} // the labels of the axis are not written over
	if inverse {
		frame = box{0, 0, v.Width - right, height - room}
	}
	fit, trend := grid.FitLine(g.Values[0], g.Values[1])
	trend = trend && v.Chart.Trend
	line := whiskers // and what the trend runs through
	var from, to float64
	if trend {
		from, to = trendEnds(fit, first, last, y)
		const parts = 200
		for i := range parts {
			ax, ay := place(from+(to-from)*float64(i)/parts, fit.At(from+(to-from)*float64(i)/parts))
			bx, by := place(from+(to-from)*float64(i+1)/parts, fit.At(from+(to-from)*float64(i+1)/parts))
			line = append(line, box{min(ax, bx) - 1, min(ay, by) - 1, max(ax, bx) + 1, max(ay, by) + 1})
		}
	}
	positions, taken := placeNames(v, names, dots, append(line, plot.markLines(g)...), stripBoxes(strip, top), frame)
	for i, position := range positions {
		label := map[string]any{"show": false}
		if position != "" {
			label = map[string]any{"position": position}
			if len(strip) > 0 {
				label["backgroundColor"] = plot.plate(v, g, taken[i])
			}
		}
		styles[i]["label"] = canvas.Page(label)
	}
	axis := x.Option(v, "bottom")
	canvas.Merge(axis, map[string]any{
		"inverse": inverse, "name": v.Label(g.Series[0]), "nameLocation": "middle", "nameGap": canvas.Page(v.Leading() + 4),
		"nameTextStyle": map[string]any{"color": p.Muted, "fontSize": canvas.Page(v.Size), "verticalAlign": "top"},
		"axisLine":      map[string]any{"show": true, "onZero": false, "lineStyle": v.Stroke(p.Axis, 0.75)},
	})
	if g.Dates { // the page's ticks are as many as have room
		axis["min"], axis["max"] = canvas.Fitted(x.Low, lowX), canvas.Fitted(x.High, highX+1)
	}
	if ticks != nil {
		// ECharts would count days, and write years with thousands.
		axis["axisLabel"], axis["splitLine"] = map[string]any{"show": canvas.Fitted(false, g.Years)}, map[string]any{"show": false}
		for _, t := range ticks {
			tx, _ := place(t.at, lowY)
			k.Line(tx, top, tx, height-room, p.Grid, 0.5, canvas.BelowSeries)
			k.Text(v.Label(t.text), tx, height-room+canvas.LabelGap+v.Leading()/2, "center", canvas.TextStyle{Color: p.Muted})
		}
	}
	scatter := echarts.NewScatter()
	var series []any
	for i, group := range groups {
		name := ""
		if g.Groups != nil {
			name = v.Label(g.Groups[i])
		}
		scatter.AddSeries(name, group.data)
		shape := symbol(i)
		if len(g.Series) > 2 {
			shape = "circle" // areas compare
		}
		series = append(series, map[string]any{
			"data": group.styles, "clip": false, "symbol": shape,
			"itemStyle": map[string]any{"color": p.Color(i), "opacity": 0.75, "borderColor": p.Ground, "borderWidth": canvas.Page(0.5)},
			"label":     map[string]any{"show": true, "formatter": "{b}", "position": "top", "distance": canvas.Page(nameGap), "color": p.Text, "opacity": 1, "backgroundColor": p.Ground, "fontSize": canvas.Page(v.Size)},
		})
	}
	if trend {
		series = append(series, trendLine(v, fit, from, to))
	}
	series = append(series, neutralRanges(v, g)...)
	for _, d := range dots {
		taken = append(taken, d.box())
	}
	across, below := plot.layOrList(v, g, append(taken, line...))
	plot.annotate(v, k, g, strip, across, 0)
	neutralMarks(v, g, series[0].(map[string]any), false)
	option := map[string]any{
		"grid": v.Frame(left, right, top, room), "xAxis": []any{axis}, "yAxis": []any{canvas.Named(y.Option(v, at), v.Label(g.Series[1]))},
		"series": series,
	}
	d := canvas.Drawing{Chart: scatter, Option: canvas.Headed(k.On(option), legend, title), Height: height}
	if trend {
		d = v.NoteBelow(d, v.Speaker().TrendLine(fit))
	}
	return v.NoteBelow(v.NoteBelow(d, below), errorNote(v, g))
}

// A pointGroup is the points of one colour, with what they are on the page.
type pointGroup struct {
	data   []opts.ScatterData
	styles []any
}

// yearAxis is an axis of years: its steps are whole.
func yearAxis(low, high float64, a canvas.ValueAxis) canvas.ValueAxis {
	a.Step = max(1, math.Ceil(a.Step))
	a.Low, a.High = math.Floor(low/a.Step)*a.Step, math.Ceil(high/a.Step)*a.Step
	if a.Low == a.High {
		a.Low, a.High = a.Low-1, a.High+1
	}
	return a
}

// trendEnds are the ends of the line of a fit over the points' range, as far as the
// axis of their values reaches.
func trendEnds(f grid.Fit, low, high float64, y canvas.ValueAxis) (from, to float64) {
	end := func(x float64) float64 {
		if at := f.At(x); f.Slope != 0 && (at < y.Low || at > y.High) {
			at = max(y.Low, min(y.High, at))
			x = max(low, min(high, (at-f.Offset)/f.Slope))
		}
		return x
	}
	return end(low), end(high)
}

// trendLine is the line of a fit between those ends.
func trendLine(v *canvas.Canvas, f grid.Fit, from, to float64) map[string]any {
	return map[string]any{
		"type": "line", "symbol": "none", "data": []any{[]any{from, f.At(from)}, []any{to, f.At(to)}}, "clip": false, "silent": canvas.Page(true),
		"lineStyle": map[string]any{"color": v.Palette.Text, "width": canvas.Page(1), "type": canvas.Page([]float64{4, 2})},
		"itemStyle": map[string]any{"color": v.Palette.Text},
	}
}
