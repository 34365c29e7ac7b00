package charts

import (
	echarts "github.com/go-echarts/go-echarts/v2/charts"
)

// Sizes of panels, in points.
const (
	panelWidth  = 124.0 // the least
	manyPanels  = 6     // more may be narrower, or they would fill a page
	narrowPanel = 90.0
	panelHeight = 84.0 // of the plot
	panelGap    = 14.0
	panelsInRow = 4
)

// A mosaic lays panels out in rows, the first where reading begins.
type mosaic struct {
	perRow, rows int
	start, width float64 // of the panels beside each other, without the room at the side
	panel        float64 // the width of one
	rtl          bool
}

// mosaic divides the width that a room at the axis' side leaves.
func (v *canvas) mosaic(n int, side float64, sideRight bool) mosaic {
	m := mosaic{start: side, width: v.width - side, rtl: v.rtl}
	if sideRight {
		m.start = 0
	}
	least := panelWidth
	if n > manyPanels {
		least = narrowPanel
	}
	m.perRow = max(1, min(n, panelsInRow, int((m.width+panelGap)/(least+panelGap))))
	m.rows = (n + m.perRow - 1) / m.perRow
	m.perRow = (n + m.rows - 1) / m.rows // rows of even length
	m.panel = (m.width - panelGap*float64(m.perRow-1)) / float64(m.perRow)
	return m
}

// left is the left edge of panel i.
func (m mosaic) left(i int) float64 {
	column := i % m.perRow
	if m.rtl {
		column = m.perRow - 1 - column
	}
	return m.start + float64(column)*(m.panel+panelGap)
}

// outermost reports whether no panel stands beside panel i of n on the right, or
// else on the left.
func (m mosaic) outermost(i, n int, right bool) bool {
	if right == m.rtl {
		return i%m.perRow == 0
	}
	return i%m.perRow == m.perRow-1 || i == n-1
}

func (m mosaic) row(i int) int { return i / m.perRow }

// panels draws the panels of a grid, all on one scale.
func (v *canvas) panels(g *grid) drawing {
	switch g.kind {
	case "line", "small-multiples":
		return v.uprightPanels(g, plainLine, false)
	case "step":
		return v.uprightPanels(g, stepLine, false)
	case "area":
		return v.uprightPanels(g, stackedArea, false)
	case "column", "grouped-column":
		return v.uprightPanels(g, plainLine, true)
	}
	return v.barPanels(g)
}

// uprightPanels draws panels of lines, areas or columns.
func (v *canvas) uprightPanels(g *grid, line lineStyle, columns bool) drawing {
	first := g.panels[0].grid
	stack := grouped
	if line == stackedArea {
		stack = stacked
	}
	low, high := panelExtent(g, stack)
	axis := v.valueAxis(low, high, columns || line == stackedArea, 3)
	inverse := v.runsRTL(first)
	m := v.mosaic(len(g.panels), v.axisRoom(axis), inverse)
	band := m.panel / float64(len(first.categories))
	names := v.categoryAxis(first, band)
	if !names.fits {
		if columns {
			return v.barPanels(g)
		}
		names = v.thinned(first, band)
	}
	pad := v.overhang(names, len(first.categories), m.panel)
	swatch := ""
	if columns || line == stackedArea {
		swatch = "rect"
	}
	legend, top := v.legend(v.labels(first.series), swatch)
	title, note := v.unitNote(g.unit, top, inverse)
	top += note
	heads, head := v.panelHeads(g, m)
	above := v.leading() * (0.4 + 0.6*boolean(columns))
	plot := panelHeight
	if v.chart.Height > 0 {
		plot = max(40, (v.chart.Height-top)/float64(m.rows)-head-above-names.height-panelGap/2)
	}
	step := head + above + plot + names.height + panelGap/2
	thickness := min(26, band*0.76/float64(len(first.series))*0.94)

	k := v.sketch()
	bar, lines := echarts.NewBar(), echarts.NewLine()
	var grids, xs, ys, series []any
	bottom := top + step*float64(m.rows) - panelGap/2
	for i, p := range g.panels {
		y := top + step*float64(m.row(i))
		left := m.left(i)
		v.panelHead(k, heads[i], left, m.panel, y+head/2)
		frame := v.frame(left+pad, v.width-left-m.panel+pad, y+head+above, bottom-y-head-above-plot)
		grids = append(grids, frame)
		x := names.option(v, inverse, true)
		value := axis.option(v, sideOf(inverse))
		// Only the panel at the side has room for the numbers.
		value["axisLabel"].(map[string]any)["show"] = m.outermost(i, len(g.panels), inverse)
		x["gridIndex"], x["data"], value["gridIndex"] = i, names.names, i
		xs, ys = append(xs, x), append(ys, value)
		labels := v.columnLabels(p.grid.values, axis, grouped, thickness)
		for s, name := range first.series {
			var style map[string]any
			if columns {
				bar.AddSeries(v.label(name), v.columnData(p.grid.values[s], labels[s], grouped, s))
				style = v.barSeries(s, len(first.series), grouped, thickness)
			} else {
				lines.AddSeries(v.label(name), lineData(p.grid.values[s]))
				style = v.lineSeries(s, len(first.series), line, len(first.categories) <= 12)
				if line == stackedArea {
					style["stack"] = p.name
				}
			}
			style["xAxisIndex"], style["yAxisIndex"] = i, i
			series = append(series, style)
		}
	}
	var chart echart = lines
	if columns {
		chart = bar
	}
	return drawing{chart: chart, height: bottom, patch: headed(k.on(map[string]any{"grid": grids, "xAxis": xs, "yAxis": ys, "series": series}), legend, title)}
}

// sideOf names the side of an axis.
func sideOf(right bool) string {
	if right {
		return "right"
	}
	return "left"
}

// panelHeads wraps the names of panels to their width; all take the same height.
func (v *canvas) panelHeads(g *grid, m mosaic) (names []string, height float64) {
	for _, p := range g.panels {
		names = append(names, v.wrapBold(v.label(p.name), m.panel))
	}
	return names, float64(tallest(names)) * v.leading()
}

// wrapBold wraps a text that will be bold, which is a little wider.
func (v *canvas) wrapBold(text string, width float64) string {
	return v.wrap(text, width/1.08)
}

func (v *canvas) panelHead(k *sketch, name string, left, width, y float64) {
	x, align := left+width, "right"
	if !v.rtl {
		x, align = left, "left"
	}
	k.text(name, x, y, align, textStyle{bold: true})
}

// barPanels draws panels of lying bars. The names stand once in each row, at
// the side that the bars grow from.
func (v *canvas) barPanels(g *grid) drawing {
	first := g.panels[0].grid
	names := make([]string, len(first.categories))
	for c, name := range first.categories {
		names[c] = v.wrap(v.label(name), v.width*0.3)
	}
	all := &grid{categories: g.categories, series: g.series, values: g.values}
	scale := v.barScale(all, g.values, grouped)
	scale.ticks, scale.room = false, 0
	plain := *g
	plain.unit = ""
	labels := v.barLabels(&plain, g.values, "", grouped)
	ends, starts := v.endRoom(labels, g.values, grouped)
	nameRoom := v.widest(names) + labelGap
	m := v.mosaic(len(g.panels), nameRoom, v.rtl)
	legend, top := v.legend(v.labels(first.series), "rect")
	title, note := v.unitNote(g.unit, top, v.rtl)
	top += note
	heads, head := v.panelHeads(g, m)
	n := float64(len(first.series))
	band := max(float64(tallest(names))*v.leading()+4, n*max(barThickness, v.leading()*boolean(n > 1))+barPad)
	plot := band * float64(len(names))
	step := head + 3 + plot + panelGap
	thickness := min(band-barPad, 16*n) / n

	k := v.sketch()
	bar := echarts.NewBar()
	bar.XYReversal()
	var grids, xs, ys, series []any
	bottom := top + step*float64(m.rows) - panelGap
	for i, p := range g.panels {
		y := top + step*float64(m.row(i))
		left := m.left(i)
		v.panelHead(k, heads[i], left, m.panel, y+head/2)
		before, after := ends, starts
		if !v.rtl {
			before, after = starts, ends
		}
		grids = append(grids, v.frame(left+before, v.width-left-m.panel+after, y+head+3, bottom-y-head-3-plot))
		v.zeroLine(k, scale, left+before, left+m.panel-after, y+head+3, y+head+3+plot)
		value := scale.axis(v)
		value["gridIndex"] = i
		xs = append(xs, value)
		ys = append(ys, map[string]any{
			"type": "category", "gridIndex": i, "data": names, "inverse": true, "position": sideOf(v.rtl), "axisTick": map[string]any{"show": false},
			"axisLine": map[string]any{"show": scale.low >= 0, "onZero": false, "lineStyle": v.line(v.Palette.Axis, 0.75)},
			"axisLabel": map[string]any{
				"show": i%m.perRow == 0, "interval": 0, "margin": labelGap + starts, "color": v.Palette.Text,
				"fontSize": v.Size, "lineHeight": v.leading(),
			},
		})
		for s, name := range first.series {
			bar.AddSeries(v.label(name), v.barData(p.grid.values[s], labels[i*len(first.series)+s], grouped, s))
			style := v.barSeries(s, len(first.series), grouped, thickness)
			style["xAxisIndex"], style["yAxisIndex"] = i, i
			series = append(series, style)
		}
	}
	return drawing{chart: bar, height: bottom, patch: headed(k.on(map[string]any{"grid": grids, "xAxis": xs, "yAxis": ys, "series": series}), legend, title)}
}
