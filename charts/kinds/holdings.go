package kinds

import (
	"slices"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/brief"
	"warraq/input/locale"
)

// Matrix draws who holds what: a row a country with its name on the
// right, a column a mineral from the right. A yes is a disc, a no a dash, what
// is not known stays empty, as the legend says; an amount is a number on a ground the darker the
// larger it is.
func Matrix(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	rows := v.Wrapped(g.Categories, v.Width*0.28)
	side := v.Widest(rows) + 2*canvas.LabelGap
	band := (v.Width - side) / float64(len(g.Series))
	heads := holdingHeads(g)
	columns := v.WrappedWhole(heads, (band-4)/boldWider)
	headSize := v.Size
	turned := v.Widest(columns)*boldWider > band-2
	head := float64(canvas.Tallest(columns))*v.Leading() + canvas.LabelGap + 3
	if turned {
		columns = upright(v, heads, band)
		headSize = min(v.Size, band/1.1)
		head = v.Widest(columns)*boldWider + canvas.LabelGap + 3
	}
	marks := holdingMarks(v, g)
	fit := fitCells(v, g, marks, band)
	row := max(float64(canvas.Tallest(rows))*v.Leading()+6, 20, fit.row)

	legend, note := holdingsLegend(v, marks)
	unit, note := holdingsUnit(v, g, marks, fit.unit, legend, note)
	height := head + row*float64(len(rows)) + note + 1
	left, right := v.Sides(side, 1)
	scatter := echarts.NewScatter()
	scatter.SetXAxis(v.Labels(heads))
	var series []any
	yes, no, cells := []opts.ScatterData{}, []opts.ScatterData{}, []opts.ScatterData{}
	var styles []any
	low, high := g.Extent()
	for s := range g.Series {
		if g.Units != nil {
			low, high = grid.Bounds(g.Known(s)) // amounts in several units do not compare
		}
		for c := range g.Categories {
			at := []any{s, c}
			switch mark := marks[s][c]; mark.kind {
			case markYes:
				yes = append(yes, opts.ScatterData{Value: at})
			case markNo:
				no = append(no, opts.ScatterData{Value: at})
			case markAmount, markText:
				ground := p.Ground
				if mark.kind == markAmount && high > low {
					ground = canvas.Mix(canvas.Mix(p.Ground, p.Color(0), 0.08), p.Color(0), 0.9*(g.Value(s, c)-low)/(high-low))
				}
				cells = append(cells, opts.ScatterData{Value: at})
				label := map[string]any{"show": true, "formatter": canvas.Fitted(fit.texts[s][c], mark.text), "color": p.On(ground), "fontSize": canvas.Page(v.Size), "position": "inside"}
				if mark.kind == markAmount {
					label["fontSize"] = canvas.Page(fit.size)
					if fit.turned {
						label["rotate"] = canvas.Page(90)
					}
				} else if canvas.Lines(fit.texts[s][c]) > 1 {
					label["lineHeight"] = canvas.Page(v.Leading())
				}
				styles = append(styles, map[string]any{
					"symbolSize": canvas.Page([]float64{band - 1.5, row - 1.5}), "itemStyle": map[string]any{"color": ground, "opacity": 1}, "label": label,
				})
			}
		}
	}
	for _, kind := range legendKinds(marks) {
		scatter.AddSeries(kind.said(v), map[markKind][]opts.ScatterData{markYes: yes, markNo: no}[kind])
		series = append(series, holdingSeries(v, kind))
	}
	if len(cells) > 0 {
		scatter.AddSeries("", cells)
		series = append(series, map[string]any{"symbol": "rect", "data": styles, "clip": false})
	}
	line := map[string]any{"show": true, "interval": 0, "lineStyle": v.Stroke(p.Grid, 0.5)}
	axis := func(extra map[string]any) map[string]any {
		a := map[string]any{
			"type": "category", "axisTick": map[string]any{"show": false}, "splitLine": line, "boundaryGap": true,
			"axisLine": map[string]any{"show": true, "lineStyle": v.Stroke(p.Axis, 0.75)},
		}
		canvas.Merge(a, extra)
		return a
	}
	headLabel := map[string]any{"interval": canvas.Page(0), "margin": canvas.Page(canvas.LabelGap), "color": p.Text, "fontWeight": "bold", "fontSize": canvas.Page(headSize), "lineHeight": canvas.Page(v.Leading())}
	if turned {
		headLabel["rotate"] = canvas.Page(90)
	}
	option := map[string]any{
		"grid":  v.Frame(left, right, head, note+1),
		"xAxis": []any{axis(map[string]any{"inverse": v.RTL, "position": "top", "data": canvas.Fitted(columns, v.Labels(heads)), "axisLabel": headLabel})},
		"yAxis": []any{axis(map[string]any{
			"inverse": true, "position": canvas.SideOf(v.RTL), "data": canvas.Fitted(rows, v.Labels(g.Categories)),
			"axisLabel": map[string]any{"interval": canvas.Page(0), "margin": canvas.Page(canvas.LabelGap), "color": p.Text, "fontSize": canvas.Page(v.Size), "lineHeight": canvas.Page(v.Leading())},
		})},
		"series": series,
	}
	if legend != nil {
		option["legend"] = legend
	}
	if unit != nil {
		option["title"] = unit
	}
	return canvas.Drawing{Chart: scatter, Option: option, Height: height}
}

// A holdingMark is what one cell of holdings shows.
type holdingMark struct {
	kind markKind
	text string
}

type markKind int

const (
	markNone markKind = iota
	markYes
	markNo
	markAmount
	markText
)

// holdingMarks says how each cell is drawn.
func holdingMarks(v *canvas.Canvas, g *grid.Grid) [][]holdingMark {
	marks := make([][]holdingMark, len(g.Series))
	for s := range marks {
		marks[s] = make([]holdingMark, len(g.Categories))
		for c, cell := range g.Cells[s] {
			switch cell.Kind {
			case brief.BoolCell:
				marks[s][c].kind = markNo
				if cell.Number != 0 {
					marks[s][c].kind = markYes
				}
			case brief.NumberCell:
				text := v.Number(g.Value(s, c))
				if grid.IsPercent(g.UnitOf(s)) || grid.InPercent(cell) {
					text = v.Amount(g.Value(s, c), "%")
				}
				marks[s][c] = holdingMark{markAmount, text}
			case brief.TextCell, brief.DateCell:
				marks[s][c] = holdingMark{markText, v.Label(cell.Text)}
			}
		}
	}
	return marks
}

// holdingHeads returns the names of the columns, each with its unit where the
// columns have several.
func holdingHeads(g *grid.Grid) []string {
	heads := slices.Clone(g.Series)
	for s, unit := range g.Units {
		if unit != "" && grid.UnitInName(heads[s]) != unit {
			heads[s] += " (" + unit + ")"
		}
	}
	return heads
}

// holdingsUnit says below the matrix what its amounts are counted in, beside the
// legend where both have room. Shown is the unit on the page. A percent sign stands with each number.
func holdingsUnit(v *canvas.Canvas, g *grid.Grid, marks [][]holdingMark, shown string, legend any, note float64) (any, float64) {
	if g.Units != nil || shown == "" || grid.IsPercent(shown) || !g.HasNumbers() {
		return nil, note
	}
	text, taken := locale.SayPlain(v.Words.Charts.Unit, shown), 0.0
	for _, kind := range legendKinds(marks) {
		taken += canvas.SwatchWidth + canvas.SwatchGap + canvas.LegendGap + v.TextWidth(kind.said(v))
	}
	title, line := v.UnitTitle(text, 0, (legend == nil) == v.RTL)
	delete(title, "top")
	title["bottom"] = 0
	switch {
	case legend == nil:
		note = line
	case taken+v.TextWidth(v.Label(text)) > v.Width:
		title["bottom"] = note
		note += line
	}
	if g.Unit == "" {
		return canvas.Page(title), note
	}
	return canvas.Fitted(title, map[string]any{"text": v.Label(locale.SayPlain(v.Words.Charts.Unit, g.Unit))}), note
}

// legendKinds are the kinds of marks in a matrix that its legend explains: discs,
// dashes and empty cells.
func legendKinds(marks [][]holdingMark) []markKind {
	var kinds []markKind
	for _, kind := range []markKind{markYes, markNo, markNone} {
		if slices.ContainsFunc(marks, func(column []holdingMark) bool {
			return slices.ContainsFunc(column, func(m holdingMark) bool { return m.kind == kind })
		}) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// said is what a legend calls a kind of marks.
func (k markKind) said(v *canvas.Canvas) string {
	switch k {
	case markYes:
		return v.Words.Charts.Held
	case markNo:
		return v.Words.Charts.NotHeld
	}
	return v.Words.Charts.NotKnown
}

// holdingsLegend explains the disc, the dash and the empty cell where they occur.
func holdingsLegend(v *canvas.Canvas, marks [][]holdingMark) (legend any, height float64) {
	var names []any
	for _, kind := range legendKinds(marks) {
		icon := map[markKind]string{markYes: "circle", markNo: "path://M0 0L16 0L16 3L0 3Z", markNone: "rect"}[kind]
		name := map[string]any{"name": kind.said(v), "icon": icon}
		if kind == markNone {
			name["itemStyle"] = canvas.Page(map[string]any{"borderWidth": 0.75})
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return nil, 0
	}
	row := slices.Clone(names)
	if v.RTL {
		slices.Reverse(row)
	}
	side := canvas.SideOf(v.RTL)
	return canvas.Fitted(map[string]any{
		"data": row, "padding": 0, "itemGap": canvas.LegendGap, "itemWidth": 8, "itemHeight": 8, "selectedMode": false, "bottom": 0,
		side: 0, "align": side,
		"textStyle": map[string]any{"color": v.Palette.Text, "fontSize": v.Size},
	}, map[string]any{"data": names, "textStyle": map[string]any{"color": v.Palette.Text}}), v.Leading() + 8
}

func holdingSeries(v *canvas.Canvas, kind markKind) map[string]any {
	p := v.Palette
	style := func(symbol string, size any, color string) map[string]any {
		return map[string]any{"symbol": symbol, "symbolSize": canvas.Page(size), "clip": false, "itemStyle": map[string]any{"color": color, "opacity": 1}}
	}
	switch kind {
	case markYes:
		return style("circle", 8, p.Color(0))
	case markNo:
		return style("rect", []float64{8, 1.5}, p.Muted)
	}
	empty := style("rect", 8, p.Ground) // stands in the legend alone
	empty["itemStyle"].(map[string]any)["borderColor"] = p.Axis
	empty["itemStyle"].(map[string]any)["borderWidth"] = canvas.Page(0.75)
	return empty
}
