package charts

import (
	"slices"
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/input/brief"
)

func holdingsShape() shape {
	return shape{
		categories: barCategories, series: 30, anything: true,
		categoryNames: []string{"country", "الدولة", "البلد", "الجمهورية"},
	}
}

// buildHoldings draws who holds what: a row a country with its name on the
// right, a column a mineral from the right. A yes is a disc, a no a dash, what
// is not known stays empty; an amount is a number on a ground the darker the
// larger it is.
func buildHoldings(v *canvas, g *grid) drawing {
	p := v.Palette
	rows := make([]string, len(g.categories))
	for i, name := range g.categories {
		rows[i] = v.wrap(v.label(name), v.width*0.28)
	}
	side := v.widest(rows) + 2*labelGap
	band := (v.width - side) / float64(len(g.series))
	columns := make([]string, len(g.series))
	for i, name := range g.series {
		columns[i] = v.wrap(v.label(name), band-4)
	}
	turned := v.widest(columns) > band-2
	head := float64(tallest(columns))*v.leading() + labelGap + 3
	if turned {
		for i, name := range g.series {
			columns[i] = v.label(name)
		}
		head = v.widest(columns) + labelGap + 3
	}
	row := max(float64(tallest(rows))*v.leading()+6, 20)
	marks := v.holdingMarks(g)

	legend, note := v.holdingsLegend(marks)
	height := head + row*float64(len(rows)) + note + 1
	left, right := 1.0, side
	if !v.rtl {
		left, right = side, 1
	}
	scatter := echarts.NewScatter()
	scatter.SetXAxis(columns)
	var series []any
	yes, no, cells := []opts.ScatterData{}, []opts.ScatterData{}, []opts.ScatterData{}
	var styles []any
	low, high := g.extent()
	for s := range g.series {
		for c := range g.categories {
			at := []any{s, c}
			switch mark := marks[s][c]; mark.kind {
			case markYes:
				yes = append(yes, opts.ScatterData{Value: at})
			case markNo:
				no = append(no, opts.ScatterData{Value: at})
			case markAmount, markText:
				ground := p.Ground
				if mark.kind == markAmount && high > low {
					ground = mix(mix(p.Ground, p.color(0), 0.08), p.color(0), 0.9*(g.value(s, c)-low)/(high-low))
				}
				cells = append(cells, opts.ScatterData{Value: at})
				styles = append(styles, map[string]any{
					"symbolSize": []float64{band - 1.5, row - 1.5}, "itemStyle": map[string]any{"color": ground, "opacity": 1},
					"label": map[string]any{"show": true, "formatter": mark.text, "color": p.on(ground), "fontSize": v.Size, "position": "inside"},
				})
			}
		}
	}
	names := []string{holdingYes, holdingNo}
	for i, data := range [][]opts.ScatterData{yes, no} {
		if len(data) == 0 {
			continue
		}
		scatter.AddSeries(names[i], data)
		series = append(series, v.holdingSeries(i == 0))
	}
	if len(cells) > 0 {
		scatter.AddSeries("", cells)
		series = append(series, map[string]any{"symbol": "rect", "data": styles, "clip": false})
	}
	line := map[string]any{"show": true, "interval": 0, "lineStyle": v.line(p.Grid, 0.5)}
	axis := func(extra map[string]any) map[string]any {
		a := map[string]any{
			"type": "category", "axisTick": map[string]any{"show": false}, "splitLine": line, "boundaryGap": true,
			"axisLine": map[string]any{"show": true, "lineStyle": v.line(p.Axis, 0.75)},
		}
		merge(a, extra)
		return a
	}
	headLabel := map[string]any{"interval": 0, "margin": labelGap, "color": p.Text, "fontWeight": "bold", "fontSize": v.Size, "lineHeight": v.leading()}
	if turned {
		headLabel["rotate"] = 90
	}
	option := map[string]any{
		"grid":  v.frame(left, right, head, note+1),
		"xAxis": []any{axis(map[string]any{"inverse": v.rtl, "position": "top", "axisLabel": headLabel})},
		"yAxis": []any{axis(map[string]any{
			"inverse": true, "position": sideOf(v.rtl), "data": rows,
			"axisLabel": map[string]any{"interval": 0, "margin": labelGap, "color": p.Text, "fontSize": v.Size, "lineHeight": v.leading()},
		})},
		"series": series,
	}
	if legend != nil {
		legend["bottom"] = 0
		option["legend"] = legend
	}
	return drawing{chart: scatter, patch: option, height: height}
}

// The words of the legend of yes and no.
const (
	holdingYes = "متوافر"
	holdingNo  = "غير متوافر"
)

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
func (v *canvas) holdingMarks(g *grid) [][]holdingMark {
	marks := make([][]holdingMark, len(g.series))
	for s := range marks {
		marks[s] = make([]holdingMark, len(g.categories))
		for c, cell := range g.cells[s] {
			switch cell.Kind {
			case brief.BoolCell:
				marks[s][c].kind = markNo
				if cell.Number != 0 {
					marks[s][c].kind = markYes
				}
			case brief.NumberCell:
				text := v.number(g.value(s, c))
				if isPercent(g.unit) || inPercent(cell) {
					text = v.amount(g.value(s, c), "%")
				}
				marks[s][c] = holdingMark{markAmount, text}
			case brief.TextCell, brief.DateCell:
				marks[s][c] = holdingMark{markText, v.label(cell.Text)}
			}
		}
	}
	return marks
}

// inPercent reports whether a cell is written with a percent sign.
func inPercent(cell brief.Cell) bool {
	return strings.HasSuffix(cell.Text, "%") || strings.HasSuffix(cell.Text, "٪")
}

// holdingsLegend explains the disc and the dash where they occur.
func (v *canvas) holdingsLegend(marks [][]holdingMark) (legend map[string]any, height float64) {
	has := map[markKind]bool{}
	for _, column := range marks {
		for _, mark := range column {
			has[mark.kind] = true
		}
	}
	var names []any
	if has[markYes] {
		names = append(names, map[string]any{"name": holdingYes, "icon": "circle"})
	}
	if has[markNo] {
		names = append(names, map[string]any{"name": holdingNo, "icon": "path://M0 0L16 0L16 3L0 3Z"})
	}
	if len(names) == 0 {
		return nil, 0
	}
	if v.rtl {
		slices.Reverse(names)
	}
	return map[string]any{
		"data": names, "padding": 0, "itemGap": legendGap, "itemWidth": 8, "itemHeight": 8, "selectedMode": false,
		"right": 0, "align": "right",
		"textStyle": map[string]any{"color": v.Palette.Text, "fontSize": v.Size},
	}, v.leading() + 8
}

func (v *canvas) holdingSeries(yes bool) map[string]any {
	p := v.Palette
	if yes {
		return map[string]any{"symbol": "circle", "symbolSize": 8, "clip": false, "itemStyle": map[string]any{"color": p.color(0), "opacity": 1}}
	}
	return map[string]any{"symbol": "rect", "symbolSize": []float64{8, 1.5}, "clip": false, "itemStyle": map[string]any{"color": p.Muted, "opacity": 1}}
}
