package charts

// plotHeight is the height of the plot where the author gives none.
const plotHeight = 170.0

// An uprightPlot is the frame that columns and lines share: categories below,
// values at the side that the categories begin from, legend and unit above.
type uprightPlot struct {
	axis    valueAxis
	names   categoryAxis
	inverse bool    // categories run from the right
	room    float64 // beside the plot, for the labels of values
	free    float64 // on its other side, for the last name
	top     float64
	height  float64 // of the whole chart
	legend  []any
	unit    map[string]any
}

// axisRoom is the width that the labels of a value axis take.
func (v *canvas) axisRoom(a valueAxis) float64 { return v.widest(a.labels) + labelGap + 1 }

// uprightPlot lays out the frame of a grid. Above is the room over the plot,
// for labels that stand on the highest mark.
func (v *canvas) uprightPlot(g *grid, axis valueAxis, names categoryAxis, swatch, unit string, above float64) uprightPlot {
	p := uprightPlot{axis: axis, names: names, inverse: v.runsRTL(g), room: v.axisRoom(axis)}
	p.free = v.overhang(names, len(g.categories), v.width-p.room)
	var note float64
	p.legend, p.top = v.legend(v.labels(g.series), swatch)
	p.unit, note = v.unitNote(unit, p.top, p.inverse)
	p.top += note + above
	p.height = v.uprightHeight(p.top, names)
	return p
}

// uprightHeight is the height of a chart with a plot below top: the author's,
// unless nothing could be seen in it.
func (v *canvas) uprightHeight(top float64, names categoryAxis) float64 {
	if v.chart.Height > 0 {
		return max(v.chart.Height, top+names.height+60)
	}
	return top + plotHeight + names.height
}

// option is the frame with its series.
func (p uprightPlot) option(v *canvas, series []any) map[string]any {
	left, right, at := p.room, p.free, "left"
	if p.inverse {
		left, right, at = p.free, p.room, "right"
	}
	return headed(map[string]any{
		"grid":   v.frame(left, right, p.top, p.names.height),
		"xAxis":  []any{p.names.option(v, p.inverse, true)},
		"yAxis":  []any{p.axis.option(v, at)},
		"series": series,
	}, p.legend, p.unit)
}

// headed adds to an option the legend and the note of the unit that it has.
func headed(option map[string]any, legend []any, unit map[string]any) map[string]any {
	if legend != nil {
		option["legend"] = legend
	}
	if unit != nil {
		option["title"] = unit
	}
	return option
}
