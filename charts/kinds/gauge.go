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

// Sizes of a gauge, in points.
const (
	gaugeRadius = 82.0
	leastGauge  = 40.0 // the smallest radius
	gaugeTrack  = 0.2  // the thickness of the arc, of the radius
	bandTrack   = 0.055
)

// Gauges draws each value as an arc of a half circle, all on one scale.
// The scale runs from left to right, as numeric axes do, unless the author
// turns it; the first gauge stands where reading begins.
func Gauges(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	high := gaugeEnd(v, g)
	number := v.Number
	if grid.IsPercent(g.Unit) {
		number = func(x float64) string { return v.Amount(x, "%") }
	}
	ends := max(v.TextWidth(number(0)), v.TextWidth(number(high)))
	limits := 0.0 // the room of the bands' numbers around the arc
	for _, x := range g.Bands {
		limits = max(limits, v.TextWidth(number(x))+3)
	}
	n := len(g.Categories)
	// Numbers below the feet of the arc reach beyond it by half their width.
	need := 2*max(leastGauge+limits, leastGauge*(1-gaugeTrack/2)+ends/2) + 12
	perRow := min(n, max(1, int(v.Width/need)), 4)
	rows := (n + perRow - 1) / perRow
	perRow = (n + rows - 1) / rows // rows of even length
	cell := v.Width / float64(perRow)
	radius := max(leastGauge, min(gaugeRadius, cell/2-6-limits, (cell/2-6-ends/2)/(1-gaugeTrack/2)))

	k := v.Sketch()
	gauge := echarts.NewGauge()
	var series []any
	turned := v.Chart.Direction == "rtl"
	y, row := 0.0, 0.0
	above := limits*boolean(limits > 0) + v.Leading()*0.5*boolean(limits > 0)
	for c, name := range g.Categories {
		at := c % perRow
		if at == 0 {
			y += row
			row = 0
		}
		// The gauges of a last row that is not full stand in its middle.
		inRow := min(perRow, n-c/perRow*perRow)
		x := (v.Width-cell*float64(inRow))/2 + cell*(float64(at)+0.5)
		if v.RTL {
			x = v.Width - x
		}
		center := []float64{x, y + above + radius}
		names := v.Wrap(v.Label(name), cell-8)
		value, against := gaugeTexts(v, g, c, cell-8)
		gauge.AddSeries("", []opts.GaugeData{{Value: known(g.Value(0, c))}})
		arc := gaugeArc(v, center, radius, high, turned, g.Value(0, c))
		arc["data"] = gaugeNames(v, g, c)
		series = append(series, arc)
		if g.Bands != nil {
			gauge.AddSeries("", []opts.GaugeData{})
			series = append(series, gaugeBands(v, center, radius, high, turned, g.Bands))
			for _, limit := range g.Bands {
				bandLimit(v, k, center, radius, limit/high, turned, number(limit))
			}
		}
		if len(g.Series) > 1 && !math.IsNaN(g.Value(1, c)) {
			targetMark(v, k, center, radius, g.Value(1, c)/high, turned)
		}
		// The value stands in the arc, the ends of the scale below its feet.
		value = canvas.ReadingOrder(v.WrapBold(value, 1.7*radius*(1-gaugeTrack)))
		k.Text(value, center[0], center[1]-float64(canvas.Lines(value))*v.Leading()/2-1, "center", canvas.TextStyle{Bold: true})
		track := radius * gaugeTrack / 2
		from, to := number(0), number(high)
		if turned {
			from, to = to, from
		}
		foot := center[1] + v.Leading()*0.7
		k.Text(from, center[0]-radius+track, foot, "center", canvas.TextStyle{Color: p.Muted})
		k.Text(to, center[0]+radius-track, foot, "center", canvas.TextStyle{Color: p.Muted})
		tall := v.Leading() * 1.5
		for _, line := range []struct {
			text  string
			style canvas.TextStyle
		}{{names, canvas.TextStyle{}}, {against, canvas.TextStyle{Color: p.Muted}}} {
			if line.text != "" {
				height := float64(canvas.Lines(line.text)) * v.Leading()
				k.Text(line.text, center[0], center[1]+tall+height/2, "center", line.style)
				tall += height
			}
		}
		row = max(row, above+radius+tall+v.Leading()*boolean(c/perRow < rows-1))
	}
	return canvas.Drawing{Height: max(y+row, v.Chart.Height), Chart: gauge, Option: k.On(map[string]any{"series": series})}
}

// gaugeEnd is the end of the common scale: the whole of a percentage, or a
// round number that holds values, targets and bands.
func gaugeEnd(v *canvas.Canvas, g *grid.Grid) float64 {
	_, high := g.Extent()
	for _, x := range g.Bands {
		high = max(high, x)
	}
	if grid.IsPercent(g.Unit) && high <= 100 {
		return 100
	}
	return v.ValueAxis(0, high, true, 4).High
}

// gaugeTexts are what stands in the arc and, below the name, what the value is
// measured against.
func gaugeTexts(v *canvas.Canvas, g *grid.Grid, c int, room float64) (value, against string) {
	x := g.Value(0, c)
	if math.IsNaN(x) {
		return "", v.Words.Charts.NotKnown
	}
	value = canvas.Shield(v.Amount(x, g.Unit))
	if len(g.Series) < 2 || math.IsNaN(g.Value(1, c)) {
		return value, ""
	}
	target := g.Value(1, c)
	if target == 0 {
		return value, v.Wrap(locale.SayPlain(v.Words.Charts.TargetIs, canvas.Shield(v.Amount(target, g.Unit))), room)
	}
	return value, v.Wrap(locale.SayPlain(v.Words.Charts.OfTarget, v.Percent(x/target), canvas.Shield(v.Amount(target, g.Unit))), room)
}

// gaugeFrame is what the arcs of one gauge have in common.
func gaugeFrame(center []float64, radius, high float64, turned bool) map[string]any {
	start, end := 180, 0
	if turned {
		start, end = 0, 180
	}
	hidden := canvas.Page(map[string]any{"show": false})
	return map[string]any{
		"center": canvas.Page(center), "radius": canvas.Page(radius), "startAngle": start, "endAngle": end, "clockwise": !turned, "min": 0, "max": high, "splitNumber": 1,
		"axisTick": hidden, "splitLine": hidden, "axisLabel": hidden, "anchor": hidden, "pointer": hidden, "title": hidden, "detail": hidden,
	}
}

// gaugeNames says what a gauge shows, and its target, where no text is placed
// beside it.
func gaugeNames(v *canvas.Canvas, g *grid.Grid, c int) []any {
	names := []any{map[string]any{"name": canvas.Elsewhere(v.Label(g.Categories[c]))}}
	if len(g.Series) > 1 && !math.IsNaN(g.Value(1, c)) {
		names = append(names, canvas.Elsewhere(map[string]any{"name": v.Words.Charts.Target, "value": g.Value(1, c)}))
	}
	return names
}

func gaugeArc(v *canvas.Canvas, center []float64, radius, high float64, turned bool, x float64) map[string]any {
	p := v.Palette
	width := radius * gaugeTrack
	s := gaugeFrame(center, radius, high, turned)
	s["axisLine"] = map[string]any{"show": true, "roundCap": false, "lineStyle": map[string]any{"width": canvas.Page(width), "color": []any{[]any{1, p.Pale()}}}}
	s["progress"] = map[string]any{"show": x > 0, "width": canvas.Page(width), "roundCap": false, "itemStyle": map[string]any{"color": p.Color(0)}}
	return s
}

// gaugeBands is a thin arc around the first, each band darker than the one
// before.
func gaugeBands(v *canvas.Canvas, center []float64, radius, high float64, turned bool, bands []float64) map[string]any {
	p := v.Palette
	s := gaugeFrame(center, radius*(1+1.6*bandTrack), high, turned)
	var colors []any
	ends := append(slices.Clone(bands), high)
	for i, end := range ends {
		shade := canvas.Mix(p.Pale(), p.Text, 0.1+0.65*float64(i)/float64(len(ends)-1))
		colors = append(colors, []any{min(1, end/high), shade})
	}
	s["axisLine"] = map[string]any{"show": true, "roundCap": false, "lineStyle": map[string]any{"width": canvas.Page(radius * bandTrack), "color": colors}}
	s["progress"] = map[string]any{"show": false}
	return s
}

// onArc is the place at a share of a scale, at a distance from the centre.
func onArc(center []float64, distance, share float64, turned bool) (x, y float64) {
	if turned {
		share = 1 - share
	}
	angle := math.Pi * share
	return center[0] - distance*math.Cos(angle), center[1] - distance*math.Sin(angle)
}

// bandLimit writes the number where a band ends, outside the arc.
func bandLimit(v *canvas.Canvas, k *canvas.Sketch, center []float64, radius, share float64, turned bool, text string) {
	if share >= 1-1e-9 {
		return // the end of the scale has its number
	}
	x, y := onArc(center, radius*(1+2.2*bandTrack)+3, share, turned)
	align := "center"
	switch {
	case x < center[0]-radius*0.2:
		align = "right"
	case x > center[0]+radius*0.2:
		align = "left"
	}
	k.Text(text, x, y-v.Leading()*0.25, align, canvas.TextStyle{Color: v.Palette.Muted})
}

// targetMark draws a line across the arc at the target.
func targetMark(v *canvas.Canvas, k *canvas.Sketch, center []float64, radius, share float64, turned bool) {
	x1, y1 := onArc(center, radius*(1-gaugeTrack)-3, share, turned)
	x2, y2 := onArc(center, radius+3, share, turned)
	k.Line(x1, y1, x2, y2, v.Palette.Text, 2, canvas.AboveSeries)
}
