package kinds

import (
	"math"
	"slices"
	"strconv"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
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
	// tallBars is the height above which rows are thinner, so that as many as a
	// chart may have find room on a page.
	tallBars = 600.0
	// labelShare is the part of the width that names of categories may take.
	labelShare = 0.42
)

// drawBars draws horizontal bars. The names stand at the side the bars grow from,
// and the value of each bar at its end, so that no axis is needed; only a
// logarithmic scale shows its powers, since without them it would mislead.
func drawBars(v *canvas.Canvas, g *grid.Grid, how stacking) canvas.Drawing {
	names := v.Wrapped(g.Categories, v.Width*labelShare)
	values, unit := g.Values, g.Unit
	if how == percent {
		values, unit = g.Shares(), "%"
	}
	scale := newBarScale(v, g, values, how)
	labels := barLabels(v, g, values, unit, how)

	legend, top := v.Legend(v.Labels(g.Series), "rect")
	perCategory, thick := 1.0, stackThickness
	if how == grouped {
		perCategory, thick = float64(len(g.Series)), barThickness
	}
	var title any
	if len(g.Series) > 1 && how != percent && !scale.log {
		// The labels have no room for the unit.
		var note float64
		title, note = v.UnitNote(g.Unit, top, v.RTL)
		top += note
	}
	side := v.Widest(names) + canvas.LabelGap
	ends, starts := endRoom(v, labels, values, how)
	sums, sumRoom := totalsOf(v, g, how)
	ends = max(ends, sumRoom)
	left, right := v.Sides(side+starts, ends)
	strip, stripRoom := markStrip(v, marksOf(g, true), func(m grid.Mark) float64 { return scale.x(v, m.Value, left, v.Width-right) })
	top += stripRoom
	band := max(float64(canvas.Tallest(names))*v.Leading()+4, perCategory*max(thick, v.Leading()*boolean(len(g.Series) > 1))+barPad)
	pad := barPad
	if band > leastBand(v, names, perCategory) {
		band = rowBand(v, names, perCategory, band, top+scale.room)
		pad = min(pad, band*0.35)
	}
	height := top + band*float64(len(names)) + scale.room

	whole := labels
	if how != grouped {
		labels = wideEnough(v, labels, values, (v.Width-left-right)/(scale.high-scale.low))
	}
	thickness := min(band-pad, 16*perCategory) / perCategory
	whiskers := whiskersOf(g, func(s, c int, x float64) (across, along float64) {
		return top + band*(float64(c)+0.5) + inGroup(s, len(g.Series), thickness), scale.x(v, x, left, v.Width-right)
	})
	bar := echarts.NewBar()
	plain := v.Labels(g.Categories)
	bar.XYReversal().SetXAxis(plain)
	series := make([]any, len(g.Series))
	for s, name := range g.Series {
		bar.AddSeries(v.Label(name), barData(values[s]))
		series[s] = barSeries(v, s, how, thickness, barMarks(v, values[s], labels[s], whole[s], how, s))
		if len(g.Marks) > 0 {
			plated(series[s].(map[string]any), func(int) string {
				if how == grouped {
					return v.Palette.Ground
				}
				return v.Palette.Color(s)
			})
		}
		v.Fade(g, series[s].(map[string]any), how != grouped)
		if whiskers != nil {
			pastWhiskers(series[s].(map[string]any), g, s, whiskers[s])
		}
		if how == grouped && !scale.log {
			leastBar(series[s].(map[string]any), values[s], (v.Width-left-right)/(scale.high-scale.low))
		}
	}
	option := map[string]any{
		"grid":   v.Frame(left, right, top, scale.room),
		"xAxis":  []any{scale.axis(v, unit, v.Width-left-right)},
		"yAxis":  []any{v.SideNames(scale.log || scale.low >= 0, starts, names, plain)},
		"series": append(series, neutralErrors(g, func(int) string { return v.Palette.Text })...),
	}
	k := v.Sketch()
	drawWhiskers(v, k, whiskers, true)
	zeroLine(v, k, scale, left, v.Width-right, top, height-scale.room)
	drawStrip(v, k, strip, top, height-scale.room, canvas.UnderLabels, true)
	scale.sums(v, k, g, sums, left, v.Width-right, top, band)
	neutralMarks(v, g, series[0].(map[string]any), true)
	d := canvas.Drawing{Chart: bar, Option: canvas.Headed(k.On(option), legend, title), Height: height}
	return v.NoteBelow(v.NoteBelow(d, totalsNote(v, g)), errorNote(v, g))
}

// x is where a value stands between the ends of a plot.
func (s barScale) x(v *canvas.Canvas, value, left, right float64) float64 {
	share := (value - s.low) / (s.high - s.low)
	if s.log {
		share = math.Log(value/s.low) / math.Log(s.high/s.low)
	}
	if v.RTL {
		return right - share*(right-left)
	}
	return left + share*(right-left)
}

// leastBar gives the bars of a series, of which a unit is so many points long, a
// length that is seen, where none of them is nought and some would not be.
func leastBar(style map[string]any, values []float64, unit float64) {
	const least = 0.75
	short := false
	for _, x := range values {
		if x == 0 {
			return
		}
		short = short || math.Abs(x)*unit < least
	}
	if short {
		style["barMinHeight"], style["clip"] = canvas.Page(least), canvas.Page(false)
	}
}

// rowBand is the height of the rows of lying marks: as wanted, or thinner where there
// are many, or where the author gives a height, as far as their names can be read.
// Taken is what the chart has above and below them.
func rowBand(v *canvas.Canvas, names []string, bars, wanted, taken float64) float64 {
	least := leastBand(v, names, bars)
	switch room := (tallBars - taken) / float64(len(names)); {
	case wanted <= least:
		return wanted
	case v.Chart.Height > 0:
		return max((v.Chart.Height-taken)/float64(len(names)), least)
	case wanted > room:
		return max(room, least)
	}
	return wanted
}

// leastBand is the height that a category needs for its names, or for the labels
// of its bars, without any air.
func leastBand(v *canvas.Canvas, names []string, bars float64) float64 {
	const line = 1.2 // em, of a line without another of the same label
	tall := v.Size * line
	if lines := canvas.Tallest(names); lines > 1 {
		tall = float64(lines-1)*v.Leading() + tall
	}
	return max(tall, bars*v.Size*line)
}

// zeroLine draws the line that bars grow from, between the sides of a plot,
// where some bars are negative and the axis of names cannot be that line.
func zeroLine(v *canvas.Canvas, k *canvas.Sketch, s barScale, left, right, top, bottom float64) {
	if s.log || s.low >= 0 {
		return
	}
	share := -s.low / (s.high - s.low)
	x := left + share*(right-left)
	if v.RTL {
		x = right - share*(right-left)
	}
	k.Line(x, top, x, bottom, v.Palette.Axis, 0.75, canvas.AboveSeries)
}

func boolean(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// A barScale is the value axis of bars.
type barScale struct {
	low, high float64
	log       bool
	ticks     bool
	room      float64 // below the bars
	name      string
}

func newBarScale(v *canvas.Canvas, g *grid.Grid, values [][]float64, how stacking) barScale {
	low, high := spread(values, how)
	low, high = withMarks(g, low, high)
	s := barScale{low: min(low, 0), high: max(high, 0)}
	if v.Chart.Scale == "log" {
		s.log, s.ticks = true, true
		s.low, s.high = canvas.Decades(low, high)
		s.name = v.Words.Charts.LogScale
		if g.Unit != "" {
			s.name += " (" + v.Label(g.Unit) + ")"
		}
		s.room = 2*v.Leading() + 10
	}
	if g.Low != nil {
		s.low = *g.Low
	}
	if g.High != nil {
		s.high = *g.High
	}
	if s.low == s.high {
		s.high = s.low + 1
	}
	return s
}

// spread returns the range that bars cover, which is that of the sums where
// they are stacked, of what is above nought and of what is below.
func spread(values [][]float64, how stacking) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for c := range values[0] {
		below, above := 0.0, 0.0
		for s := range values {
			x := values[s][c]
			if math.IsNaN(x) {
				continue
			}
			below, above = below+min(x, 0), above+max(x, 0)
			if how == grouped {
				low, high = min(low, x), max(high, x)
			}
		}
		if how != grouped {
			low, high = min(low, below), max(high, above)
		}
	}
	if low > high {
		return 0, 0
	}
	return low, high
}

// axis is the axis of values, over so many points; on the page the labels of bars say
// the unit.
func (s barScale) axis(v *canvas.Canvas, unit string, points float64) map[string]any {
	axis := map[string]any{
		"type": "value", "inverse": v.RTL, "min": s.low, "max": s.high,
		"axisLine": map[string]any{"show": false}, "axisTick": map[string]any{"show": false},
		"axisLabel": map[string]any{"show": s.ticks, "color": v.Palette.Muted, "fontSize": canvas.Page(v.Size), "margin": canvas.Page(4), "hideOverlap": canvas.Page(true)},
		"splitLine": map[string]any{"show": s.ticks, "lineStyle": v.Stroke(v.Palette.Grid, 0.5)},
	}
	if s.log {
		a := canvas.ValueAxis{Log: true, Low: s.low, High: s.high}.Lying(v, points)
		canvas.LogLabels(axis, s.low, a.Ticks())
		v.LabelTicks(axis, a.Ticks())
		axis["name"], axis["nameLocation"], axis["nameGap"] = s.name, "middle", canvas.Page(v.Leading()+4)
		axis["nameTextStyle"] = map[string]any{"color": v.Palette.Muted, "fontSize": canvas.Page(v.Size), "verticalAlign": "top"}
		return axis
	}
	return canvas.Named(axis, v.Unit(unit))
}

// barLabels returns the text on each bar.
func barLabels(v *canvas.Canvas, g *grid.Grid, values [][]float64, unit string, how stacking) [][]string {
	labels := make([][]string, len(g.Series))
	for s := range labels {
		labels[s] = make([]string, len(g.Categories))
		for c := range labels[s] {
			if x := values[s][c]; !math.IsNaN(x) {
				switch {
				case how == percent:
					labels[s][c] = v.Percent(x / 100)
				case how == stacked || len(g.Series) > 1:
					labels[s][c] = v.Number(x)
				default:
					labels[s][c] = canvas.Shield(v.Amount(x, unit))
				}
			}
		}
	}
	return labels
}

// endRoom returns the room that labels need beyond the bars' ends and, where
// some are negative, before their beginnings.
func endRoom(v *canvas.Canvas, labels [][]string, values [][]float64, how stacking) (ends, starts float64) {
	if how != grouped {
		return 1, 0
	}
	for s := range labels {
		for c, label := range labels[s] {
			room := v.TextWidth(label) + canvas.LabelGap + 2
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

// wideEnough returns labels without those that are wider than their part of a
// bar, a unit of which is so many points long.
func wideEnough(v *canvas.Canvas, labels [][]string, values [][]float64, unit float64) [][]string {
	kept := make([][]string, len(labels))
	for s := range labels {
		kept[s] = slices.Clone(labels[s])
		for c, label := range labels[s] {
			if v.TextWidth(label)+4 > math.Abs(values[s][c])*unit {
				kept[s][c] = ""
			}
		}
	}
	return kept
}

func barData(values []float64) []opts.BarData {
	data := make([]opts.BarData, len(values))
	for c, x := range values {
		data[c] = opts.BarData{Value: known(x)}
	}
	return data
}

// known is a value as ECharts takes it, which has a sign for one that is
// missing.
func known(x float64) any {
	if math.IsNaN(x) {
		return "-"
	}
	return x
}

// barMarks has the label of each bar: those that have room on the page, and
// the whole of them.
func barMarks(v *canvas.Canvas, values []float64, labels, whole []string, how stacking, series int) []any {
	marks := make([]any, len(values))
	for c, x := range values {
		marks[c] = map[string]any{}
		if math.IsNaN(x) {
			continue
		}
		position := "right"
		if (x < 0) != v.RTL {
			position = "left"
		}
		label := barLabel(v, labels[c], whole[c], position, how, series)
		if how == grouped && v.Chart.Scale == "log" {
			label["backgroundColor"] = canvas.Page(v.Palette.Ground) // over the lines of the powers
		}
		label["show"] = canvas.Fitted(labels[c] != "", whole[c] != "")
		marks[c] = map[string]any{"label": label}
	}
	return marks
}

// barLabel is the label of a bar, on it where bars are stacked. There the colour
// of the series is put behind it where a pattern would run through the text.
func barLabel(v *canvas.Canvas, text, whole, position string, how stacking, series int) map[string]any {
	label := map[string]any{"position": position, "color": v.Palette.Text, "formatter": canvas.Fitted(text, whole)}
	if text == "" {
		label["formatter"] = canvas.Elsewhere(whole)
	}
	if how != grouped {
		label["position"], label["color"] = "inside", v.Palette.On(v.Palette.Color(series))
		if v.Palette.Patterned(series, series-1) {
			label["backgroundColor"] = canvas.Page(v.Palette.Color(series))
		}
	}
	return label
}

// barSeries is the style of one series of bars.
func barSeries(v *canvas.Canvas, s int, how stacking, thickness float64, marks []any) map[string]any {
	style := map[string]any{
		"barWidth": canvas.Page(thickness), "barGap": canvas.Page("8%"), "data": marks,
		"itemStyle": map[string]any{"color": v.Palette.Color(s), "decal": canvas.Page(v.Palette.Decal(s, s-1))},
		"label":     map[string]any{"fontSize": canvas.Page(v.Size), "distance": canvas.Page(canvas.LabelGap), "lineHeight": canvas.Page(math.Ceil(v.Size * 1.3)), "padding": canvas.Page([]float64{0, 1.5})},
	}
	if how != grouped {
		style["stack"] = "all"
		style["itemStyle"].(map[string]any)["borderColor"] = v.Palette.Ground
		style["itemStyle"].(map[string]any)["borderWidth"] = canvas.Page(0.75)
		style["id"] = strconv.Itoa(s)
	}
	return style
}
