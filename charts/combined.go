package charts

import (
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
)

// buildCombined draws the first series as columns and the second as a line, each
// against an axis of its own.
func buildCombined(v *canvas, g *grid) drawing {
	p := v.Palette
	lowColumn, highColumn := bounds(g.values[0])
	lowLine, highLine := bounds(g.values[1])
	columns := v.valueAxis(lowColumn, highColumn, true, 5)
	line := v.valueAxis(lowLine, highLine, true, 5)
	alignZero(v, &columns, &line)
	sideColumn, sideLine := v.axisRoom(columns), v.axisRoom(line)
	band := (v.width - sideColumn - sideLine) / float64(len(g.categories))
	names := v.categoryAxis(g, band)
	if !names.fits {
		names = v.thinned(g, band)
	}
	inverse := v.runsRTL(g)
	legend, top := v.legend(v.labels(g.series), "")
	// Each unit stands over its axis.
	first, note := v.unitNote(g.unitOf(0), top, inverse)
	second, otherNote := v.unitNote(g.unitOf(1), top, !inverse)
	top += max(note, otherNote) + v.leading()*0.5
	height := v.uprightHeight(top, names)
	thickness := min(34, band*0.6)
	bar := echarts.NewBar()
	bar.SetXAxis(names.names)
	none := make([]string, len(g.categories))
	bar.AddSeries(v.label(g.series[0]), v.columnData(g.values[0], none, grouped, 0))
	overlay := echarts.NewLine()
	overlay.AddSeries(v.label(g.series[1]), lineData(g.values[1]))
	bar.Overlap(overlay)
	bar.ExtendYAxis(bar.YAxisList[0])

	left, right, at, other := sideColumn, sideLine, "left", "right"
	if inverse {
		left, right, at, other = sideLine, sideColumn, "right", "left"
	}
	lineStyle := v.lineSeries(1, 2, plainLine, len(g.categories) <= 24)
	lineStyle["yAxisIndex"] = 1
	secondAxis := line.option(v, other)
	secondAxis["splitLine"] = map[string]any{"show": false}
	barStyle := v.barSeries(0, 2, grouped, thickness)
	option := map[string]any{
		"grid":   v.frame(left, right, top, names.height),
		"xAxis":  []any{names.option(v, inverse, true)},
		"yAxis":  []any{columns.option(v, at), secondAxis},
		"series": []any{barStyle, lineStyle},
	}
	var titles []any
	for _, t := range []map[string]any{first, second} {
		if t != nil {
			t["textStyle"].(map[string]any)["color"] = p.Muted
			titles = append(titles, t)
		}
	}
	if titles != nil {
		option["title"] = titles
	}
	return drawing{chart: bar, patch: headed(option, legend, nil), height: height}
}

// alignZero gives two axes the same number of steps above and below zero, so
// that one set of lines serves both and their zeros meet.
func alignZero(v *canvas, a, b *valueAxis) {
	if a.log || b.log {
		return
	}
	below := max(-a.low/a.step, -b.low/b.step)
	above := max(a.high/a.step, b.high/b.step)
	for _, x := range []*valueAxis{a, b} {
		x.low, x.high = -below*x.step, above*x.step
		x.labels = nil
		for i := 0.0; i <= below+above+0.5; i++ {
			x.labels = append(x.labels, v.number(x.low+i*x.step))
		}
	}
}

// unitInName returns what a column's name has in brackets at its end.
func unitInName(name string) string {
	name = strings.TrimSpace(name)
	open := strings.LastIndex(name, "(")
	if open < 0 || !strings.HasSuffix(name, ")") {
		return ""
	}
	return strings.TrimSpace(name[open+1 : len(name)-1])
}
