package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
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

// layMosaic divides the width that a room at the axis' side leaves.
func layMosaic(v *canvas.Canvas, n int, side float64, sideRight bool) mosaic {
	m := mosaic{start: side, width: v.Width - side, rtl: v.RTL}
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

// uprightPanels draws panels of lines, areas or columns.
func uprightPanels(v *canvas.Canvas, g *grid.Grid, line lineStyle, columns bool) canvas.Drawing {
	first := g.Panels[0].Grid
	stack := grouped
	if line == stackedArea {
		stack = stacked
	}
	low, high := panelExtent(g, stack)
	low, high = withMarks(g, low, high)
	axis := v.ValueAxis(low, high, columns || line == stackedArea, 3)
	inverse := v.RunsRTL(first)
	m := layMosaic(v, len(g.Panels), v.AxisRoom(axis), inverse)
	band := m.panel / float64(len(first.Categories))
	names, lie := v.CategoryAxis(first, band), false
	if !names.Fits {
		lie = columns
		names = v.Thinned(first, band)
	}
	pad := v.Overhang(names, len(first.Categories), m.panel)
	swatch := ""
	if columns || line == stackedArea {
		swatch = "rect"
	}
	legend, top := v.Legend(v.Labels(first.Series), swatch)
	title, note := v.UnitNote(g.Unit, top, inverse)
	top += note
	heads, head := panelHeads(v, g, m)
	above := v.Leading() * (0.4 + 0.6*boolean(columns))
	plot := panelHeight
	if v.Chart.Height > 0 {
		plot = max(40, (v.Chart.Height-top)/float64(m.rows)-head-above-names.Height-panelGap/2)
	}
	step := head + above + plot + names.Height + panelGap/2
	thickness := min(26, band*0.76/float64(len(first.Series))*0.94)

	k := v.Sketch()
	even := places{n: len(first.Categories), shares: evenShares(len(first.Categories))}
	marks := unlabelled(g)
	bar, curve := echarts.NewBar(), echarts.NewLine()
	var grids, xs, ys, series []any
	bottom := top + step*float64(m.rows) - panelGap/2
	for i, p := range g.Panels {
		y := top + step*float64(m.row(i))
		left := m.left(i)
		panelHead(v, k, heads[i], left, m.panel, y+head/2)
		frame := v.Frame(left+pad, v.Width-left-m.panel+pad, y+head+above, bottom-y-head-above-plot)
		grids = append(grids, frame)
		x := names.Option(v, inverse, true)
		value := axis.Over(v, plot, v.Leading()).Option(v, canvas.SideOf(inverse))
		// Only the panel at the side has room for the numbers.
		value["axisLabel"].(map[string]any)["show"] = canvas.Fitted(m.outermost(i, len(g.Panels), inverse), true)
		x["gridIndex"], value["gridIndex"] = i, i
		x["name"] = canvas.Elsewhere(v.Label(p.Name))
		canvas.Named(value, v.Unit(g.Unit))
		xs, ys = append(xs, x), append(ys, value)
		labels := columnLabels(v, p.Grid.Values, axis, grouped, thickness)
		plotted := field{places: even, axis: axis, left: left + pad, right: left + m.panel - pad, top: y + head + above, bottom: y + head + above + plot, inverse: inverse, slots: columns, filled: line == stackedArea}
		lines, _ := markStrip(v, marksOf(marks, false), plotted.middle)
		plotted.annotate(v, k, marks, lines, nil, 0)
		for s, name := range first.Series {
			var style map[string]any
			if columns {
				bar.AddSeries(v.Label(name), barData(p.Grid.Values[s]))
				style = barSeries(v, s, grouped, thickness, columnMarks(v, p.Grid.Values[s], labels[s], grouped, s))
				if len(marks.Marks) > 0 {
					plated(style, func(c int) string { return plotted.ground(v, marks, plotted.x(c)) })
				}
			} else {
				curve.AddSeries(v.Label(name), nil)
				style = lineSeries(v, s, line, len(first.Categories) <= 12)
				style["data"] = marked(p.Grid.Values[s], line, s)
				if line == stackedArea {
					style["stack"] = p.Name
				}
			}
			style["xAxisIndex"], style["yAxisIndex"] = i, i
			if s == 0 {
				neutralMarks(v, g, style, false)
			}
			series = append(series, style)
		}
	}
	var chart canvas.EChart = curve
	if columns {
		chart = bar
	}
	upright := canvas.Drawing{Chart: chart, Height: bottom, Option: canvas.Headed(k.On(map[string]any{"grid": grids, "xAxis": xs, "yAxis": ys, "series": series}), legend, title)}
	upright = v.NoteBelow(upright, markNote(v, g.Marks))
	if !lie {
		return upright
	}
	lying := BarPanels(v, g)
	lying.Other = &upright
	return lying
}

// unlabelled is a grid of the marks of panels, which have no room for their labels: these
// are said once, below.
func unlabelled(g *grid.Grid) *grid.Grid {
	own := &grid.Grid{}
	for _, m := range g.Marks {
		m.Label = ""
		own.Marks = append(own.Marks, m)
	}
	return own
}

// panelHeads wraps the names of panels to their width; all take the same height.
func panelHeads(v *canvas.Canvas, g *grid.Grid, m mosaic) (names []string, height float64) {
	for _, p := range g.Panels {
		names = append(names, v.WrapBold(v.Label(p.Name), m.panel))
	}
	return names, float64(canvas.Tallest(names)) * v.Leading()
}

func panelHead(v *canvas.Canvas, k *canvas.Sketch, name string, left, width, y float64) {
	x, align := v.Start(left, width)
	k.Text(name, x, y, align, canvas.TextStyle{Bold: true})
}

// BarPanels draws panels of lying bars. The names stand once in each row, at
// the side that the bars grow from.
func BarPanels(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	first := g.Panels[0].Grid
	names := v.Wrapped(first.Categories, v.Width*0.3)
	all := &grid.Grid{Categories: g.Categories, Series: g.Series, Values: g.Values, Marks: g.Marks}
	scale := newBarScale(v, all, g.Values, grouped)
	scale.ticks, scale.room = false, 0
	plain := *g
	plain.Unit = ""
	labels := barLabels(v, &plain, g.Values, "", grouped)
	ends, starts := endRoom(v, labels, g.Values, grouped)
	nameRoom := v.Widest(names) + canvas.LabelGap
	m := layMosaic(v, len(g.Panels), nameRoom, v.RTL)
	legend, top := v.Legend(v.Labels(first.Series), "rect")
	title, note := v.UnitNote(g.Unit, top, v.RTL)
	top += note
	heads, head := panelHeads(v, g, m)
	n := float64(len(first.Series))
	band := max(float64(canvas.Tallest(names))*v.Leading()+4, n*max(barThickness, v.Leading()*boolean(n > 1))+barPad)
	plot := band * float64(len(names))
	step := head + 3 + plot + panelGap
	thickness := min(band-barPad, 16*n) / n

	k := v.Sketch()
	bar := echarts.NewBar()
	bar.XYReversal()
	var grids, xs, ys, series []any
	bottom := top + step*float64(m.rows) - panelGap
	for i, p := range g.Panels {
		y := top + step*float64(m.row(i))
		left := m.left(i)
		panelHead(v, k, heads[i], left, m.panel, y+head/2)
		before, after := v.Sides(starts, ends)
		grids = append(grids, v.Frame(left+before, v.Width-left-m.panel+after, y+head+3, bottom-y-head-3-plot))
		zeroLine(v, k, scale, left+before, left+m.panel-after, y+head+3, y+head+3+plot)
		for _, mark := range marksOf(g, true) {
			x := scale.x(v, mark.Value, left+before, left+m.panel-after)
			k.Dashed(x, y+head+3, x, y+head+3+plot, canvas.UnderLabels, true)
		}
		value := scale.axis(v, g.Unit, m.panel-before-after)
		value["gridIndex"] = i
		xs = append(xs, value)
		side := v.SideNames(scale.low >= 0, starts, names, v.Labels(first.Categories))
		side["gridIndex"], side["name"] = i, canvas.Elsewhere(v.Label(p.Name))
		side["axisLabel"].(map[string]any)["show"] = canvas.Fitted(i%m.perRow == 0, true)
		ys = append(ys, side)
		for s, name := range first.Series {
			own := labels[i*len(first.Series)+s]
			bar.AddSeries(v.Label(name), barData(p.Grid.Values[s]))
			style := barSeries(v, s, grouped, thickness, barMarks(v, p.Grid.Values[s], own, own, grouped, s))
			if len(g.Marks) > 0 {
				plated(style, func(int) string { return v.Palette.Ground })
			}
			if s == 0 {
				neutralMarks(v, g, style, true)
			}
			style["xAxisIndex"], style["yAxisIndex"] = i, i
			series = append(series, style)
		}
	}
	d := canvas.Drawing{Chart: bar, Height: bottom, Option: canvas.Headed(k.On(map[string]any{"grid": grids, "xAxis": xs, "yAxis": ys, "series": series}), legend, title)}
	return v.NoteBelow(d, markNote(v, g.Marks))
}

// panelExtent is the range of all panels.
func panelExtent(g *grid.Grid, how stacking) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, p := range g.Panels {
		a, b := spread(p.Grid.Values, how)
		low, high = min(low, a), max(high, b)
	}
	return low, high
}
