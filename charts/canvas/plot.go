package canvas

import (
	"math"
	"strings"

	"warraq/charts/grid"
)

// PlotHeight is the height of the plot where the author gives none, in points: in
// proportion to the width, so that a small page is not half filled by a chart, and
// never too low to read.
func (v *Canvas) PlotHeight() float64 { return max(110, min(0.38*v.Width, 170)) }

// An UprightPlot is the frame that columns and lines share: categories below,
// values at the side that the categories begin from, legend and unit above.
type UprightPlot struct {
	// Height is that of the whole chart.
	Height  float64
	axis    ValueAxis
	names   CategoryAxis
	inverse bool    // categories run from the right
	room    float64 // beside the plot, for the labels of values
	free    float64 // on its other side, for the last name
	top     float64
	legend  any
	title   any
	unit    string
}

// AxisRoom is the width that the labels of a value axis take.
func (v *Canvas) AxisRoom(a ValueAxis) float64 { return v.Widest(a.Labels) + LabelGap + 1 }

// AtEnds says in place of a swatch that on the page the names of series stand
// beside them, and in a legend elsewhere.
const AtEnds = "at ends"

// UprightPlot lays out the frame of a grid. Above is the room over the plot,
// for labels that stand on the highest mark. Swatch is that of the legend, or
// AtEnds.
func (v *Canvas) UprightPlot(g *grid.Grid, axis ValueAxis, names CategoryAxis, swatch, unit string, above float64) UprightPlot {
	p := UprightPlot{axis: axis, names: names, inverse: v.RunsRTL(g), room: v.AxisRoom(axis)}
	p.free = v.Overhang(names, len(g.Categories), v.Width-p.room)
	var note float64
	p.legend, p.top = v.Legend(v.Labels(g.Series), strings.TrimPrefix(swatch, AtEnds))
	if l, ok := p.legend.(marked); ok && swatch == AtEnds {
		p.legend, p.top = Elsewhere(l.other), 0
	}
	p.title, note = v.UnitNote(unit, p.top, p.inverse)
	p.unit = v.Unit(unit)
	p.top += note + above
	p.Height = v.UprightHeight(p.top, names)
	return p
}

// Beside keeps room free on the side where the categories end.
func (p *UprightPlot) Beside(room float64) { p.free = max(p.free, room) }

// Raise keeps so much more room free above the plot.
func (p *UprightPlot) Raise(v *Canvas, room float64) {
	if room > 0 {
		p.top += room
		p.Height = v.UprightHeight(p.top, p.names)
	}
}

// Box is where the plot lies, in points.
func (p UprightPlot) Box(v *Canvas) (left, right, top, bottom float64) {
	left, right = p.room, p.free
	if p.inverse {
		left, right = right, left
	}
	return left, v.Width - right, p.top, math.Ceil(p.Height-1e-6) - p.names.Height
}

// Inverse reports whether categories run from the right.
func (p UprightPlot) Inverse() bool { return p.inverse }

// UprightHeight is the height of a chart with a plot below top: the author's,
// unless nothing could be seen in it.
func (v *Canvas) UprightHeight(top float64, names CategoryAxis) float64 {
	if v.Chart.Height > 0 {
		return max(v.Chart.Height, top+names.Height+60)
	}
	return top + v.PlotHeight() + names.Height
}

// Option is the frame with its series.
func (p UprightPlot) Option(v *Canvas, series []any) map[string]any {
	left, right, at := p.room, p.free, "left"
	if p.inverse {
		left, right, at = p.free, p.room, "right"
	}
	axis := p.axis.Over(v, p.Height-p.top-p.names.Height, v.Leading())
	return Headed(map[string]any{
		"grid":   v.Frame(left, right, p.top, p.names.Height),
		"xAxis":  []any{p.names.Option(v, p.inverse, true)},
		"yAxis":  []any{Named(axis.Option(v, at), p.unit)},
		"series": series,
	}, p.legend, p.title)
}

// Headed adds to an option the legend and the note of the unit that it has.
func Headed(option map[string]any, legend, unit any) map[string]any {
	if legend != nil {
		option["legend"] = legend
	}
	if unit != nil {
		option["title"] = unit
	}
	return option
}

// Named gives an axis of values the unit that on the page stands in a note of
// its own.
func Named(axis map[string]any, unit string) map[string]any {
	if unit != "" {
		axis["name"] = Elsewhere(unit)
	}
	return axis
}
