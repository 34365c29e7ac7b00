package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/locale"
)

// Combined draws the first series as columns and the second as a line, each
// against an axis of its own.
func Combined(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	lowColumn, highColumn := boundsOf(g, 0)
	lowLine, highLine := boundsOf(g, 1)
	columns := v.ValueAxis(lowColumn, highColumn, true, 5)
	line := v.ValueAxis(lowLine, highLine, true, 5)
	alignZero(v, &columns, &line)
	sideColumn, sideLine := v.AxisRoom(columns), v.AxisRoom(line)
	band := (v.Width - sideColumn - sideLine) / float64(len(g.Categories))
	names := v.CategoryAxis(g, band)
	if !names.Fits {
		names = v.Thinned(g, band)
	}
	inverse := v.RunsRTL(g)
	legend, top := v.Legend(v.Labels(g.Series), "")
	// Each axis has its name over it: whose it is, and in which unit.
	first, note := v.AxisNote(axisName(v, g, 0), top, inverse)
	second, otherNote := v.AxisNote(axisName(v, g, 1), top, !inverse)
	top += max(note, otherNote) + v.Leading()*0.5
	left, right, at, other := sideColumn, sideLine, "left", "right"
	if inverse {
		left, right, at, other = sideLine, sideColumn, "right", "left"
	}
	even := places{n: len(g.Categories), shares: evenShares(len(g.Categories))}
	plot := field{places: even, axis: columns, left: left, right: v.Width - right, inverse: inverse, slots: true}
	strip, stripRoom := markStrip(v, marksOf(g, false), plot.middle)
	top += stripRoom
	height := v.UprightHeight(top, names)
	plot.top, plot.bottom = top, math.Ceil(height-1e-6)-names.Height
	thickness := min(34, band*0.6)
	bar := echarts.NewBar()
	bar.SetXAxis(names.Plain)
	none := make([]string, len(g.Categories))
	bar.AddSeries(v.Label(g.Series[0]), barData(g.Values[0]))
	overlay := echarts.NewLine()
	overlay.AddSeries(v.Label(g.Series[1]), nil)
	bar.Overlap(overlay)
	bar.ExtendYAxis(bar.YAxisList[0])

	lineStyle := lineSeries(v, 1, plainLine, len(g.Categories) <= manyMarks)
	lineStyle["yAxisIndex"], lineStyle["data"] = 1, marked(g.Values[1], plainLine, 1)
	secondAxis := canvas.Named(line.Option(v, other), axisName(v, g, 1))
	secondAxis["splitLine"] = map[string]any{"show": false}
	barStyle := barSeries(v, 0, grouped, thickness, columnMarks(v, g.Values[0], none, grouped, 0))
	neutralMarks(v, ofSeries(g, 0), barStyle, false)
	neutralMarks(v, ofSeries(g, 1), lineStyle, false)
	k := v.Sketch()
	// Marks on the axis of the line stand at the same height on that of the columns.
	drawn := &grid.Grid{Categories: g.Categories, Series: g.Series[1:], Values: [][]float64{make([]float64, len(g.Categories))}}
	onColumns := func(x float64) float64 { return columns.Low + line.Share(x)*(columns.High-columns.Low) }
	for c, x := range g.Values[1] {
		drawn.Values[0][c] = onColumns(x)
	}
	for _, m := range g.Marks {
		if m.Across && m.Label != "" {
			// The number tells which axis it is on.
			m.Label = locale.SayPlain(v.Words.Charts.SaidOf, m.Label, numberOf(v, m.Value, g.UnitOf(m.Series)))
		}
		if m.Across && m.Series == 1 {
			m.Value = onColumns(m.Value)
		}
		drawn.Marks = append(drawn.Marks, m)
	}
	boxes := plot.columnBoxes(v, g, g.Values[:1], [][]string{none}, grouped, thickness)
	across, free := plot.layAcross(v, drawn, boxes, true)
	below := ""
	if !free {
		across, below = nil, markNote(v, marksOf(g, true))
	}
	plot.annotate(v, k, drawn, strip, across, 0)
	option := map[string]any{
		"grid":   v.Frame(left, right, top, names.Height),
		"xAxis":  []any{names.Option(v, inverse, true)},
		"yAxis":  []any{canvas.Named(columns.Option(v, at), axisName(v, g, 0)), secondAxis},
		"series": []any{barStyle, lineStyle},
	}
	option["title"] = canvas.Page([]any{first, second})
	return v.NoteBelow(canvas.Drawing{Chart: bar, Option: canvas.Headed(k.On(option), legend, nil), Height: height}, below)
}

// numberOf is a value, with the sign of percent where that is its unit.
func numberOf(v *canvas.Canvas, x float64, unit string) string {
	if grid.IsPercent(unit) {
		return v.Speaker().Mark(x, unit)
	}
	return v.Number(x)
}

// ofSeries is a grid with the marks on the axis of one series, and for the first those
// among the categories.
func ofSeries(g *grid.Grid, s int) *grid.Grid {
	own := *g
	own.Marks = nil
	for _, m := range g.Marks {
		if m.Across && m.Series == s || !m.Across && s == 0 {
			own.Marks = append(own.Marks, m)
		}
	}
	return &own
}

// boundsOf is the range of a series and of the marks on its axis.
func boundsOf(g *grid.Grid, s int) (low, high float64) {
	low, high = grid.Bounds(g.Values[s])
	return withMarks(ofSeries(g, s), low, high)
}

// axisName is the name of a series with its unit, where the name does not say it.
func axisName(v *canvas.Canvas, g *grid.Grid, s int) string {
	name, unit := v.Label(g.Series[s]), g.UnitOf(s)
	if unit == "" || grid.UnitInName(g.Series[s]) == unit {
		return name
	}
	return name + " (" + v.Unit(unit) + ")"
}

// alignZero gives two axes the same number of steps above and below zero, so
// that one set of lines serves both and their zeros meet.
func alignZero(v *canvas.Canvas, a, b *canvas.ValueAxis) {
	if a.Log || b.Log {
		return
	}
	below := max(-a.Low/a.Step, -b.Low/b.Step)
	above := max(a.High/a.Step, b.High/b.Step)
	for _, x := range []*canvas.ValueAxis{a, b} {
		x.Low, x.High = -below*x.Step, above*x.Step
		x.Labels = nil
		for i := 0.0; i <= below+above+0.5; i++ {
			x.Labels = append(x.Labels, v.Tick(x.Low+i*x.Step))
		}
	}
}
