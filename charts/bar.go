package charts

import (
	"math"
	"strconv"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// A stacking says how the bars of one category stand to each other.
type stacking int

const (
	grouped stacking = iota // side by side
	stacked                 // on one another
	percent                 // on one another, each category filling the axis
)

// Sizes of bars, in points.
const (
	barThickness = 11.0 // of one bar in a group
	// stackThickness holds a label on its ground.
	stackThickness = 15.0
	barPad         = 8.0 // between categories
	// labelShare is the part of the width that names of categories may take.
	labelShare = 0.42
)

// fundingShape is that of a ledger: rows of one programme or payer are added.
func fundingShape() shape {
	return shape{
		categories: barCategories, series: 1, logarithmic: true, sums: true, sort: "descending", parts: true,
		categoryNames: []string{"programme", "program", "البرنامج", "برنامج", "payee", "المستفيد", "payer", "الجهة المموِّلة", "الجهة الممولة", "الممول", "الجهة"},
		valueNames:    []string{"amount", "المبلغ", "مبلغ", "القيمة", "value"},
	}
}

// shares returns the values of a grid in percent of their category.
func (g *grid) shares() [][]float64 {
	result := make([][]float64, len(g.series))
	for s := range result {
		result[s] = nothing(len(g.categories))
	}
	for c := range g.categories {
		sum := 0.0
		for s := range g.series {
			if x := g.values[s][c]; !math.IsNaN(x) {
				sum += x
			}
		}
		for s := range g.series {
			if sum > 0 {
				result[s][c] = g.values[s][c] / sum * 100
			}
		}
	}
	return result
}

// bars draws horizontal bars. The names stand at the side the bars grow from,
// and the value of each bar at its end, so that no axis is needed; only a
// logarithmic scale shows its powers, since without them it would mislead.
func (v *canvas) bars(g *grid, how stacking) drawing {
	names := make([]string, len(g.categories))
	room := v.width * labelShare
	for i, name := range g.categories {
		names[i] = v.wrap(v.label(name), room)
	}
	values, unit := g.values, g.unit
	if how == percent {
		values, unit = g.shares(), "%"
	}
	scale := v.barScale(g, values, how)
	labels := v.barLabels(g, values, unit, how)

	legend, top := v.legend(v.labels(g.series), "rect")
	perCategory, thick := 1.0, stackThickness
	if how == grouped {
		perCategory, thick = float64(len(g.series)), barThickness
	}
	var title map[string]any
	if len(g.series) > 1 && how != percent && !scale.log {
		// The labels have no room for the unit.
		var note float64
		title, note = v.unitNote(g.unit, top, v.rtl)
		top += note
	}
	band := max(float64(tallest(names))*v.leading()+4, perCategory*max(thick, v.leading()*boolean(len(g.series) > 1))+barPad)
	if fixed := v.chart.Height - top - scale.room; v.chart.Height > 0 {
		band = max(band, fixed/float64(len(names)))
	}
	height := top + band*float64(len(names)) + scale.room

	side := v.widest(names) + labelGap
	ends, starts := v.endRoom(labels, values, how)
	left, right := ends, side+starts
	if !v.rtl {
		left, right = side+starts, ends
	}
	if how != grouped {
		v.dropNarrow(labels, values, (v.width-left-right)/(scale.high-scale.low))
	}
	thickness := min(band-barPad, 16*perCategory) / perCategory
	bar := echarts.NewBar()
	bar.XYReversal().SetXAxis(names)
	series := make([]any, len(g.series))
	for s, name := range g.series {
		bar.AddSeries(v.label(name), v.barData(values[s], labels[s], how, s))
		series[s] = v.barSeries(s, len(g.series), how, thickness)
	}
	axis := map[string]any{
		"type": "category", "inverse": true, "position": sideOf(v.rtl), "axisTick": map[string]any{"show": false},
		"axisLine":  map[string]any{"show": scale.log || scale.low >= 0, "onZero": false, "lineStyle": v.line(v.Palette.Axis, 0.75)},
		"axisLabel": map[string]any{"interval": 0, "margin": labelGap + starts, "color": v.Palette.Text, "fontSize": v.Size, "lineHeight": v.leading()},
	}
	option := map[string]any{
		"grid":   v.frame(left, right, top, scale.room),
		"xAxis":  []any{scale.axis(v)},
		"yAxis":  []any{axis},
		"series": series,
	}
	k := v.sketch()
	v.zeroLine(k, scale, left, v.width-right, top, height-scale.room)
	return drawing{chart: bar, patch: headed(k.on(option), legend, title), height: height}
}

// zeroLine draws the line that bars grow from, between the sides of a plot,
// where some bars are negative and the axis of names cannot be that line.
func (v *canvas) zeroLine(k *sketch, s barScale, left, right, top, bottom float64) {
	if s.log || s.low >= 0 {
		return
	}
	share := -s.low / (s.high - s.low)
	x := left + share*(right-left)
	if v.rtl {
		x = right - share*(right-left)
	}
	k.line(x, top, x, bottom, v.Palette.Axis, 0.75, aboveSeries)
}

func boolean(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// frame is a grid with room for labels on each side, which ECharts is not to
// change: everything was measured.
func (v *canvas) frame(left, right, top, bottom float64) map[string]any {
	return map[string]any{"left": left, "right": right, "top": top, "bottom": bottom, "containLabel": false, "outerBoundsMode": "none"}
}

func (v *canvas) line(color string, width float64) map[string]any {
	return map[string]any{"color": color, "width": width}
}

// A barScale is the value axis of bars.
type barScale struct {
	low, high float64
	log       bool
	ticks     bool
	room      float64 // below the bars
	name      string
}

func (v *canvas) barScale(g *grid, values [][]float64, how stacking) barScale {
	low, high := spread(values, how)
	s := barScale{low: min(low, 0), high: max(high, 0)}
	if v.chart.Scale == "log" {
		s.log, s.ticks = true, true
		s.low, s.high = decades(low, high)
		s.name = "مقياس لوغاريتمي"
		if g.unit != "" {
			s.name += " (" + v.label(g.unit) + ")"
		}
		s.room = 2*v.leading() + 10
	}
	if s.low == s.high {
		s.high = s.low + 1
	}
	return s
}

// spread returns the range that bars cover, which is that of the sums where
// they are stacked.
func spread(values [][]float64, how stacking) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for c := range values[0] {
		sum := 0.0
		for s := range values {
			x := values[s][c]
			if math.IsNaN(x) {
				continue
			}
			sum += x
			if how == grouped {
				low, high = min(low, x), max(high, x)
			}
		}
		if how != grouped {
			low, high = min(low, sum), max(high, sum)
		}
	}
	if low > high {
		return 0, 0
	}
	return low, high
}

// decades returns the powers of ten around a range; the smallest value still
// gets a bar that is seen.
func decades(low, high float64) (from, to float64) {
	from = math.Pow(10, math.Floor(math.Log10(low)))
	if low < from*1.2 {
		from /= 10
	}
	to = math.Pow(10, math.Ceil(math.Log10(high)-1e-9))
	return from, max(to, from*10)
}

func (s barScale) axis(v *canvas) map[string]any {
	axis := map[string]any{
		"type": "value", "inverse": v.rtl, "min": s.low, "max": s.high,
		"axisLine": map[string]any{"show": false}, "axisTick": map[string]any{"show": false},
		"axisLabel": map[string]any{"show": s.ticks, "color": v.Palette.Muted, "fontSize": v.Size, "margin": 4, "hideOverlap": true},
		"splitLine": map[string]any{"show": s.ticks, "lineStyle": v.line(v.Palette.Grid, 0.5)},
	}
	if s.log {
		axis["type"] = "log"
		axis["name"], axis["nameLocation"], axis["nameGap"] = s.name, "middle", v.leading()+4
		axis["nameTextStyle"] = map[string]any{"color": v.Palette.Muted, "fontSize": v.Size, "verticalAlign": "top"}
	}
	return axis
}

// barLabels returns the text on each bar.
func (v *canvas) barLabels(g *grid, values [][]float64, unit string, how stacking) [][]string {
	labels := make([][]string, len(g.series))
	for s := range labels {
		labels[s] = make([]string, len(g.categories))
		for c := range labels[s] {
			if x := values[s][c]; !math.IsNaN(x) {
				switch {
				case how == percent:
					labels[s][c] = v.amount(math.Round(x), unit)
				case how == stacked || len(g.series) > 1:
					labels[s][c] = v.number(x)
				default:
					labels[s][c] = shield(v.amount(x, unit))
				}
			}
		}
	}
	return labels
}

// endRoom returns the room that labels need beyond the bars' ends and, where
// some are negative, before their beginnings.
func (v *canvas) endRoom(labels [][]string, values [][]float64, how stacking) (ends, starts float64) {
	if how != grouped {
		return 1, 0
	}
	for s := range labels {
		for c, label := range labels[s] {
			room := v.measure(label) + labelGap + 2
			switch x := values[s][c]; {
			case x < 0:
				starts = max(starts, room)
			case x >= 0:
				ends = max(ends, room)
			}
		}
	}
	return max(ends, 1), starts
}

// dropNarrow removes the labels that are wider than their part of a bar, a unit
// of which is so many points long.
func (v *canvas) dropNarrow(labels [][]string, values [][]float64, unit float64) {
	for s := range labels {
		for c, label := range labels[s] {
			if v.measure(label)+4 > values[s][c]*unit {
				labels[s][c] = ""
			}
		}
	}
}

func (v *canvas) barData(values []float64, labels []string, how stacking, series int) []opts.BarData {
	data := make([]opts.BarData, len(values))
	for c, x := range values {
		if math.IsNaN(x) {
			data[c] = opts.BarData{Value: "-"} // ECharts' sign for no value
			continue
		}
		position := "right"
		if (x < 0) != v.rtl {
			position = "left"
		}
		label := &opts.Label{Show: opts.Bool(labels[c] != ""), Formatter: labels[c], Position: position, Color: v.Palette.Text}
		if v.chart.Scale == "log" {
			label.BackgroundColor = v.Palette.Ground // over the lines of the powers
		}
		if how != grouped {
			label.Position, label.Color = "inside", v.Palette.on(v.Palette.color(series))
			v.plain(label, series)
		}
		data[c] = opts.BarData{Value: x, Label: label}
	}
	return data
}

// plain puts the colour of a series behind a label on it, so that no pattern
// runs through the text.
func (v *canvas) plain(label *opts.Label, series int) {
	label.BackgroundColor = ""
	if series > 0 {
		label.BackgroundColor = v.Palette.color(series)
	}
}

// barSeries is the style of one series of bars.
func (v *canvas) barSeries(s, n int, how stacking, thickness float64) map[string]any {
	style := map[string]any{
		"barWidth": thickness, "barGap": "8%",
		"itemStyle": map[string]any{"color": v.Palette.color(s), "decal": v.Palette.decal(s, n)},
		"label":     map[string]any{"fontSize": v.Size, "distance": labelGap, "lineHeight": math.Ceil(v.Size * 1.3), "padding": []float64{0, 1.5}},
	}
	if how != grouped {
		style["stack"] = "all"
		style["itemStyle"].(map[string]any)["borderColor"] = v.Palette.Ground
		style["itemStyle"].(map[string]any)["borderWidth"] = 0.75
		style["id"] = strconv.Itoa(s)
	}
	return style
}
