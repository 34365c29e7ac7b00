package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// drawColumns draws upright bars. Where the names have no room side by side even
// when wrapped, the bars lie down, since neither cut nor slanted Arabic reads.
func drawColumns(v *canvas.Canvas, g *grid.Grid, how stacking) canvas.Drawing {
	d, free := columnsWith(v, g, how, 0)
	if !free { // labels of marks have no room among the columns
		d, _ = columnsWith(v, g, how, besideRoom(v, g))
	}
	return d
}

// columnsWith draws columns with so much room beside them for the labels of lines
// across. Where there is none these stand among the columns; free reports that
// they can.
func columnsWith(v *canvas.Canvas, g *grid.Grid, how stacking, beside float64) (d canvas.Drawing, free bool) {
	values, unit := g.Values, g.Unit
	if how == percent {
		values, unit = g.Shares(), "%"
	}
	low, high := spread(values, how)
	low, high = withMarks(g, low, high)
	axis := valueAxis(v, g, low, high, true)
	if under := (v.Leading() + canvas.LabelGap) / v.PlotHeight(); how == grouped && low < 0 && g.Low == nil && axis.Share(low) < under {
		// The number under the lowest column stands over the axis of names.
		axis = valueAxis(v, g, low-under*(axis.High-axis.Low), high, true)
	}
	if how == percent {
		axis = v.ValueAxis(0, 100, true, 5)
	}
	band := (v.Width - v.AxisRoom(axis) - beside) / float64(len(g.Categories))
	names := v.CategoryAxis(g, band)
	perCategory, above := 1.0, v.Leading()*(0.5+boolean(v.Chart.Totals))
	if how == grouped {
		perCategory, above = float64(len(g.Series)), v.Leading()
		// The label of the highest bar stands over it.
		above = max(above, v.Leading()+canvas.LabelGap-(1-axis.Share(high))*v.PlotHeight())
	}
	plot := v.UprightPlot(g, axis, names, "rect", unit, above)
	plot.Beside(beside)
	even := places{n: len(g.Categories), shares: evenShares(len(g.Categories))}
	strip, stripRoom := markStrip(v, marksOf(g, false), newColumnField(v, plot, axis, even).middle)
	plot.Raise(v, stripRoom)
	field := newColumnField(v, plot, axis, even)
	k := v.Sketch()
	thickness := min(34, band*0.72/perCategory*0.94)
	whiskers := whiskersOf(g, func(s, c int, x float64) (across, along float64) {
		return field.x(c) + inGroup(s, len(g.Series), thickness), field.y(x)
	})
	labels := columnLabels(v, values, axis, how, thickness)
	bar := echarts.NewBar()
	bar.SetXAxis(names.Plain)
	series := make([]any, len(g.Series))
	for s, name := range g.Series {
		bar.AddSeries(v.Label(name), barData(values[s]))
		series[s] = barSeries(v, s, how, thickness, columnMarks(v, values[s], labels[s], how, s))
		if len(g.Marks) > 0 {
			plated(series[s].(map[string]any), func(c int) string {
				if how == grouped {
					return field.ground(v, g, field.x(c))
				}
				return v.Palette.Color(s)
			})
		}
		v.Fade(g, series[s].(map[string]any), how != grouped)
		if whiskers != nil {
			pastWhiskers(series[s].(map[string]any), g, s, whiskers[s])
		}
		if how == grouped && !axis.Log {
			leastBar(series[s].(map[string]any), values[s], v.PlotHeight()/(axis.High-axis.Low))
		}
	}
	var across []acrossLabel
	free = true
	boxes, over := field.columnBoxes(v, g, values, labels, how, thickness), 0.0
	for _, b := range boxes {
		over = max(over, field.top-b.top)
	}
	if beside > 0 {
		field.layBeside(v, k, g)
	} else {
		across, free = field.layAcross(v, g, boxes, false)
	}
	field.annotate(v, k, g, strip, across, min(over, above))
	drawWhiskers(v, k, whiskers, false)
	if v.Chart.Totals {
		field.totals(v, k, g)
	}
	neutralMarks(v, g, series[0].(map[string]any), false)
	upright := canvas.Drawing{Chart: bar, Option: k.On(plot.Option(v, append(series, neutralErrors(g, func(int) string { return v.Palette.Text })...))), Height: plot.Height}
	upright = v.NoteBelow(v.NoteBelow(upright, totalsNote(v, g)), errorNote(v, g))
	if names.Fits {
		return upright, free
	}
	lying := v.NoteBelow(drawBars(v, g, how), markNote(v, marksOf(g, false)))
	lying.Other = &upright
	return lying, true
}

// newColumnField is the plot of columns.
func newColumnField(v *canvas.Canvas, plot canvas.UprightPlot, axis canvas.ValueAxis, p places) field {
	f := newField(v, plot, axis, p)
	f.slots = true
	return f
}

// columnBoxes are what the columns of each category take of the plot, with the
// numbers over and under them.
func (f field) columnBoxes(v *canvas.Canvas, g *grid.Grid, values [][]float64, labels [][]string, how stacking, thickness float64) []box {
	boxes := make([]box, f.n)
	for c := range boxes {
		low, high, width := 0.0, 0.0, thickness
		below, above := 0.0, 0.0
		if how == grouped {
			width *= float64(len(values)) * 1.08
		}
		over, under := 0.0, 0.0
		for s := range values {
			x := values[s][c]
			if math.IsNaN(x) {
				continue
			}
			below, above = below+min(x, 0), above+max(x, 0)
			low, high = min(low, x), max(high, x)
			if a, b := g.ErrorRange(s, c); !math.IsNaN(a) && !math.IsNaN(b) {
				low, high = min(low, a), max(high, b)
			}
			if how == grouped && labels[s][c] != "" {
				width = max(width, v.TextWidth(labels[s][c])+4)
				if room := v.Leading() + canvas.LabelGap; x < 0 {
					under = room
				} else {
					over = room
				}
			}
		}
		if how != grouped {
			low, high = below, above
			if v.Chart.Totals {
				over, width = v.Leading()+4, max(width, v.TextWidth(v.Number(canvas.Clean(below+above)))*1.1+4)
			}
		}
		from := f.axis.Low
		if !f.axis.Log {
			from = 0
			high, low = min(high, f.axis.High), max(low, f.axis.Low)
		} else {
			low, high = from, max(high, from)
		}
		boxes[c] = box{f.x(c) - width/2 - 2, f.y(max(high, from)) - over, f.x(c) + width/2 + 2, f.y(min(low, from)) + under}
	}
	return boxes
}

// columnLabels returns the text on each column, or nothing for all of them
// where one has no room: some numbers without the others would mislead.
func columnLabels(v *canvas.Canvas, values [][]float64, axis canvas.ValueAxis, how stacking, thickness float64) [][]string {
	labels := make([][]string, len(values))
	fits := true
	for s := range values {
		labels[s] = make([]string, len(values[s]))
		for c, x := range values[s] {
			if math.IsNaN(x) {
				continue
			}
			labels[s][c] = columnLabel(v, x, how)
			room := thickness
			if how == grouped && len(values) == 1 {
				room = thickness / 0.72
			}
			if v.TextWidth(labels[s][c]) > room-1 {
				fits = false
			}
			if how != grouped && !axis.Log && math.Abs(x)/(axis.High-axis.Low)*v.PlotHeight() < v.Leading() {
				labels[s][c] = "" // a slice too thin for its number; the axis tells
			}
		}
	}
	if !fits {
		for s := range labels {
			clear(labels[s])
		}
	}
	return labels
}

// columnMarks has the label of each upright bar. Elsewhere than on the page each
// has one.
func columnMarks(v *canvas.Canvas, values []float64, labels []string, how stacking, series int) []any {
	marks := make([]any, len(values))
	for c, x := range values {
		marks[c] = map[string]any{}
		if math.IsNaN(x) {
			continue
		}
		position := "top"
		if x < 0 {
			position = "bottom"
		}
		label := barLabel(v, labels[c], columnLabel(v, x, how), position, how, series)
		label["show"] = true
		if how == grouped {
			label["backgroundColor"] = canvas.Page(v.Palette.Ground)
		}
		marks[c] = map[string]any{"label": label}
		if labels[c] == "" {
			marks[c] = map[string]any{"label": canvas.Elsewhere(label)}
		}
	}
	return marks
}

// columnLabel is the text on a column.
func columnLabel(v *canvas.Canvas, x float64, how stacking) string {
	if how == percent {
		return v.Percent(x / 100)
	}
	return v.Number(x)
}
