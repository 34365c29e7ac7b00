package maps

import (
	"cmp"
	"math"
	"slices"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/types"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/charts/outlines"
	"warraq/input/locale"
)

// Sizes of marks on a map, in points.
const (
	leastCircle  = 3.0
	symbolSize   = 7.0
	symbolPitch  = 9.0 // from one symbol of a country to the next
	symbolsInRow = 4
)

// A mark is one symbol on a map, or in its legend.
type mark struct {
	at     outlines.Point
	size   float64 // its diameter
	symbol string
	style  map[string]any
	// name and value are what the mark shows in any medium: a country, and where it
	// lies in degrees, with the amount if it has one. A mark of the legend has
	// none.
	name  string
	value []any
}

// buildMarks draws marks on land that has no colour of its own: a circle whose
// area is the amount, or a symbol for each yes.
func (m *worldMap) buildMarks() (canvas.EChart, map[string]any) {
	var marks []mark
	var legend []entry
	if m.grid.SeriesOf(grid.YesNo) >= 0 {
		marks, legend = m.symbols()
	} else {
		marks, legend = m.circles()
	}
	m.legend = m.layLegend(legend)
	for _, row := range m.legend.rows {
		for _, e := range row {
			if e.Style != nil {
				marks = append(marks, mark{at: outlines.Point{X: e.X, Y: e.Y}, size: e.Size, symbol: e.Symbol, style: e.Style})
			}
		}
	}
	// A small circle stands over a large one, never under it.
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(b.size, a.size) })
	chart := echarts.NewGeo()
	var items []any
	for _, k := range marks {
		at := []float64{hundredth(k.at.X), hundredth(m.layout.Height - k.at.Y)}
		item := map[string]any{"value": at, "symbol": k.symbol, "symbolSize": canvas.Page(k.size), "itemStyle": marked(k.style)}
		if k.value == nil {
			items = append(items, canvas.Page(item))
			continue
		}
		item["name"], item["value"] = canvas.Elsewhere(k.name), canvas.Fitted(at, k.value)
		items = append(items, item)
	}
	chart.AddSeries("", types.ChartScatter, nil)
	var regions []any
	strong := m.strong()
	for _, t := range m.places {
		regions = append(regions, map[string]any{"name": t.Alpha2, "itemStyle": map[string]any{"areaColor": strong}})
	}
	geo := m.geometry()
	geo["regions"] = regions
	return chart, map[string]any{"geo": geo, "series": []any{map[string]any{"data": items, "clip": false, "silent": canvas.Page(true)}}}
}

// strong is the colour of the countries of the data on a map of marks.
func (m *worldMap) strong() string {
	return canvas.Mix(m.Palette.Ground, m.Palette.Muted, 0.24)
}

// circles returns a circle for each amount, and the legend of sizes and groups.
// Where there are groups only, all circles are of one size.
func (m *worldMap) circles() (marks []mark, legend []entry) {
	p, g := m.Palette, m.grid
	amount, group := g.SeriesOf(grid.Amount), g.SeriesOf(grid.Group)
	var groups []string
	if group >= 0 {
		groups = grid.GroupsOf(g.Cells[group])
	}
	most := 0.0
	if amount >= 0 {
		_, most = grid.Bounds(g.Values[amount])
	}
	largest := min(44, m.Width*0.1)
	diameter := func(x float64) float64 {
		if amount < 0 || most == 0 {
			return symbolSize
		}
		return max(leastCircle, largest*math.Sqrt(x/most))
	}
	style := func(i int) map[string]any {
		return map[string]any{"color": p.Color(i), "opacity": 0.82, "borderColor": p.Ground, "borderWidth": 0.6}
	}
	unknown := map[string]any{"color": p.Ground, "opacity": 1, "borderColor": p.Muted, "borderWidth": 0.8, "borderType": []float64{1.6, 1.4}}
	some := false
	m.labels = nil
	for _, t := range m.places {
		color := 0
		if group >= 0 {
			color = slices.Index(groups, grid.GroupOf(g.Cells[group][t.Category]))
		}
		k := m.markOf(t, "circle", unknown)
		switch {
		case color < 0, amount >= 0 && m.missing(amount, t.Category):
			some = true
		case amount >= 0:
			x := g.Value(amount, t.Category)
			k.size, k.style, k.value = diameter(x), style(color), append(k.value, x)
		default:
			k.style = style(color)
		}
		k.at = m.onMap(k.at, k.size/2, k.size/2)
		marks = append(marks, k)
		label := m.labelOf(t, p.On(canvas.Mix(m.land, p.Color(max(0, color)), 0.82)), k.size/2)
		label.At = k.at
		m.labels = append(m.labels, label)
	}
	if amount >= 0 && most > 0 {
		for _, x := range roundSizes(most) {
			legend = append(legend, entry{Text: m.bareAmount(amount, x), Style: style(0), Symbol: "circle", Size: diameter(x), Width: diameter(x)})
		}
	}
	for i, name := range groups {
		legend = append(legend, entry{Text: m.Label(name), Style: style(i), Symbol: "circle", Size: symbolSize, Width: symbolSize})
	}
	if some {
		legend = append(legend, entry{Text: m.Words.Charts.NotKnown, Style: unknown, Symbol: "circle", Size: symbolSize, Width: symbolSize})
	}
	return marks, legend
}

// markOf is a mark of a country.
func (m *worldMap) markOf(t grid.Territory, symbol string, style map[string]any) mark {
	return mark{
		at: m.layout.At(t.Label), size: symbolSize, symbol: symbol, style: style,
		name: m.Label(t.Name), value: []any{t.Label.Longitude, t.Label.Latitude},
	}
}

// onMap moves what reaches over the edge of the map within it.
func (m *worldMap) onMap(at outlines.Point, wide, high float64) outlines.Point {
	return outlines.Point{X: min(max(at.X, wide), m.layout.Width-wide), Y: min(max(at.Y, high), m.layout.Height-high)}
}

// roundSizes are up to three amounts that show what sizes mean, the smallest
// first.
func roundSizes(most float64) []float64 {
	var list []float64
	for _, share := range []float64{0.1, 0.4, 1} {
		if x := roundest(most*share*0.5, most*share); len(list) == 0 || x > list[len(list)-1] {
			list = append(list, x)
		}
	}
	return list
}

// symbols returns for each country a row of symbols, one a column: filled for a
// yes, hollow for a no; what is not known leaves its place empty.
func (m *worldMap) symbols() (marks []mark, legend []entry) {
	p, g := m.Palette, m.grid
	shapes := []string{"circle", "rect", "triangle", "diamond"}
	filled := func(s int) map[string]any {
		return map[string]any{"color": p.Color(s), "opacity": 1, "borderColor": p.On(p.Color(s)), "borderWidth": 0.3}
	}
	hollow := map[string]any{"color": p.Ground, "opacity": 1, "borderColor": p.Muted, "borderWidth": 0.8}
	n := len(g.Series)
	columns := min(n, symbolsInRow)
	if n > symbolsInRow {
		columns = (n + 1) / 2 // two rows of equal length
	}
	rows := (n + columns - 1) / columns
	var no, gap bool
	m.labels = nil
	for _, t := range m.places {
		wide, high := float64(columns)*symbolPitch/2, float64(rows)*symbolPitch/2
		at := m.onMap(m.layout.At(t.Label), wide, high)
		for s := range n {
			k := m.markOf(t, shapes[s%len(shapes)], filled(s))
			x := (float64(s%columns) - float64(columns-1)/2) * symbolPitch
			if m.RTL {
				x = -x
			}
			k.at = outlines.Point{X: at.X + x, Y: at.Y + (float64(s/columns)-float64(rows-1)/2)*symbolPitch}
			switch cell := g.Cells[s][t.Category]; {
			case m.missing(s, t.Category):
				gap = true
				continue
			case cell.Number == 0:
				k.style, no = hollow, true
			}
			marks = append(marks, k)
		}
		label := m.labelOf(t, p.On(m.land), 0)
		label.At, label.WideX, label.WideY = at, wide, high
		m.labels = append(m.labels, label)
	}
	for s, name := range g.Series {
		legend = append(legend, entry{Text: m.Label(name), Style: filled(s), Symbol: shapes[s%len(shapes)], Size: symbolSize, Width: symbolSize})
	}
	if no {
		legend = append(legend, entry{Text: locale.SayPlain(m.Words.Charts.Hollow, m.Words.Charts.No), Style: hollow, Symbol: "circle", Size: symbolSize, Width: symbolSize})
	}
	if gap {
		legend = append(legend, entry{Text: locale.SayPlain(m.Words.Charts.Unmarked, m.Words.Charts.NotKnown)})
	}
	return marks, legend
}
