package charts

import (
	"math"
	"slices"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/problem"
)

// maxGauges bounds the gauges of one chart; more are better read as bars.
const maxGauges = 8

// readGauges reads a value for each category, its target, where there is one,
// and the limits of the bands.
func readGauges(r *reader) *grid {
	target := math.NaN()
	column := -1
	if name := r.chart.Target; name != "" {
		if x, ok := numberOf(name); ok && r.table.Column(name) < 0 {
			if target = x; !(x > 0 && x <= maxValue) {
				r.problems.Add(badTarget.At(r.chart.Field("target"), name))
			}
		} else {
			column = r.named("target", name)
		}
	}
	r.spoken = append(r.spoken, column)
	category := r.category(-1)
	values := r.valueColumns(category, -1)
	if r.problems.HasErrors() {
		return nil
	}
	if len(values) != 1 {
		r.problems.Add(tooManySeries.At(r.chart.Field("data"), len(values), r.chart.Type, 1))
		return nil
	}
	if column >= 0 {
		values = append(values, column)
	}
	g := r.collect(category, -1, values)
	if !r.fits(g) {
		return nil
	}
	if column < 0 && !math.IsNaN(target) {
		g.series = append(g.series, gaugeTarget)
		g.values = append(g.values, slices.Repeat([]float64{target}, len(g.categories)))
		g.cells = append(g.cells, slices.Repeat([]brief.Cell{{Text: r.chart.Target, Kind: brief.NumberCell, Number: target, Span: r.chart.Field("target")}}, len(g.categories)))
	}
	g.unit = r.unit(values)
	for i, text := range r.chart.Bands {
		x, ok := numberOf(text)
		if !ok || !(x > 0 && x <= maxValue) || i > 0 && len(g.bands) > 0 && x <= g.bands[len(g.bands)-1] {
			r.problems.Add(badBands.At(r.chart.Field("bands"), text))
			break
		}
		g.bands = append(g.bands, x)
	}
	if n := len(g.bands); n > maxBands {
		r.problems.Add(tooManyBands.At(r.chart.Field("bands"), n, maxBands))
	}
	r.sort(g)
	r.check(g)
	return g
}

const maxBands = 5

// gaugeTarget names the target that is the same for all.
const gaugeTarget = "الهدف"

// Sizes of a gauge, in points.
const (
	gaugeRadius = 82.0
	leastGauge  = 40.0 // the smallest radius
	gaugeTrack  = 0.2  // the thickness of the arc, of the radius
	bandTrack   = 0.055
)

// buildGauges draws each value as an arc of a half circle, all on one scale.
// The scale runs from left to right, as numeric axes do, unless the author
// turns it; the first gauge stands where reading begins.
func buildGauges(v *canvas, g *grid) drawing {
	p := v.Palette
	high := v.gaugeEnd(g)
	number := v.number
	if isPercent(g.unit) {
		number = func(x float64) string { return v.amount(x, "%") }
	}
	ends := max(v.measure(number(0)), v.measure(number(high)))
	limits := 0.0 // the room of the bands' numbers around the arc
	for _, x := range g.bands {
		limits = max(limits, v.measure(number(x))+3)
	}
	n := len(g.categories)
	// Numbers below the feet of the arc reach beyond it by half their width.
	need := 2*max(leastGauge+limits, leastGauge*(1-gaugeTrack/2)+ends/2) + 12
	perRow := min(n, max(1, int(v.width/need)), 4)
	rows := (n + perRow - 1) / perRow
	perRow = (n + rows - 1) / rows // rows of even length
	cell := v.width / float64(perRow)
	radius := max(leastGauge, min(gaugeRadius, cell/2-6-limits, (cell/2-6-ends/2)/(1-gaugeTrack/2)))

	k := v.sketch()
	gauge := echarts.NewGauge()
	var series []any
	turned := v.chart.Direction == "rtl"
	y, row := 0.0, 0.0
	above := limits*boolean(limits > 0) + v.leading()*0.5*boolean(limits > 0)
	for c, name := range g.categories {
		at := c % perRow
		if at == 0 {
			y += row
			row = 0
		}
		// The gauges of a last row that is not full stand in its middle.
		inRow := min(perRow, n-c/perRow*perRow)
		x := (v.width-cell*float64(inRow))/2 + cell*(float64(at)+0.5)
		if v.rtl {
			x = v.width - x
		}
		center := []float64{x, y + above + radius}
		names := v.wrap(v.label(name), cell-8)
		value, against := v.gaugeTexts(g, c, cell-8)
		gauge.AddSeries("", []opts.GaugeData{{Value: gaugeValue(g.value(0, c))}})
		series = append(series, v.gaugeArc(center, radius, high, turned, g.value(0, c)))
		if g.bands != nil {
			gauge.AddSeries("", []opts.GaugeData{})
			series = append(series, v.gaugeBands(center, radius, high, turned, g.bands))
			for _, limit := range g.bands {
				v.bandLimit(k, center, radius, limit/high, turned, number(limit))
			}
		}
		if len(g.series) > 1 && !math.IsNaN(g.value(1, c)) {
			v.targetMark(k, center, radius, g.value(1, c)/high, turned)
		}
		// The value stands in the arc, the ends of the scale below its feet.
		value = readingOrder(v.wrapBold(value, 1.7*radius*(1-gaugeTrack)))
		k.text(value, center[0], center[1]-float64(lines(value))*v.leading()/2-1, "center", textStyle{bold: true})
		track := radius * gaugeTrack / 2
		from, to := number(0), number(high)
		if turned {
			from, to = to, from
		}
		foot := center[1] + v.leading()*0.7
		k.text(from, center[0]-radius+track, foot, "center", textStyle{color: p.Muted})
		k.text(to, center[0]+radius-track, foot, "center", textStyle{color: p.Muted})
		tall := v.leading() * 1.5
		for _, line := range []struct {
			text  string
			style textStyle
		}{{names, textStyle{}}, {against, textStyle{color: p.Muted}}} {
			if line.text != "" {
				height := float64(lines(line.text)) * v.leading()
				k.text(line.text, center[0], center[1]+tall+height/2, "center", line.style)
				tall += height
			}
		}
		row = max(row, above+radius+tall+v.leading()*boolean(c/perRow < rows-1))
	}
	return drawing{height: max(y+row, v.chart.Height), chart: gauge, patch: k.on(map[string]any{"series": series})}
}

// gaugeValue is a value as ECharts takes it.
func gaugeValue(x float64) any {
	if math.IsNaN(x) {
		return "-"
	}
	return x
}

// gaugeEnd is the end of the common scale: the whole of a percentage, or a
// round number that holds values, targets and bands.
func (v *canvas) gaugeEnd(g *grid) float64 {
	_, high := g.extent()
	for _, x := range g.bands {
		high = max(high, x)
	}
	if isPercent(g.unit) && high <= 100 {
		return 100
	}
	return v.valueAxis(0, high, true, 4).high
}

// gaugeTexts are what stands in the arc and, below the name, what the value is
// measured against.
func (v *canvas) gaugeTexts(g *grid, c int, room float64) (value, against string) {
	x := g.value(0, c)
	if math.IsNaN(x) {
		return "", noValue
	}
	value = shield(v.amount(x, g.unit))
	if len(g.series) < 2 || math.IsNaN(g.value(1, c)) {
		return value, ""
	}
	target := g.value(1, c)
	if target == 0 {
		return value, v.wrap(gaugeTarget+": "+shield(v.amount(target, g.unit)), room)
	}
	return value, v.wrap(v.percent(x/target)+" من الهدف ("+shield(v.amount(target, g.unit))+")", room)
}

// noValue says that a value is not known.
const noValue = "غير متاح"

// gaugeFrame is what the arcs of one gauge have in common.
func gaugeFrame(center []float64, radius, high float64, turned bool) map[string]any {
	start, end := 180, 0
	if turned {
		start, end = 0, 180
	}
	hidden := map[string]any{"show": false}
	return map[string]any{
		"center": center, "radius": radius, "startAngle": start, "endAngle": end, "clockwise": !turned, "min": 0, "max": high, "splitNumber": 1,
		"axisTick": hidden, "splitLine": hidden, "axisLabel": hidden, "anchor": hidden, "pointer": hidden, "title": hidden, "detail": hidden,
	}
}

func (v *canvas) gaugeArc(center []float64, radius, high float64, turned bool, x float64) map[string]any {
	p := v.Palette
	width := radius * gaugeTrack
	s := gaugeFrame(center, radius, high, turned)
	s["axisLine"] = map[string]any{"show": true, "roundCap": false, "lineStyle": map[string]any{"width": width, "color": []any{[]any{1, p.pale()}}}}
	s["progress"] = map[string]any{"show": x > 0, "width": width, "roundCap": false, "itemStyle": map[string]any{"color": p.color(0)}}
	return s
}

// gaugeBands is a thin arc around the first, each band darker than the one
// before.
func (v *canvas) gaugeBands(center []float64, radius, high float64, turned bool, bands []float64) map[string]any {
	p := v.Palette
	s := gaugeFrame(center, radius*(1+1.6*bandTrack), high, turned)
	var colors []any
	ends := append(slices.Clone(bands), high)
	for i, end := range ends {
		shade := mix(p.pale(), p.Text, 0.1+0.65*float64(i)/float64(len(ends)-1))
		colors = append(colors, []any{min(1, end/high), shade})
	}
	s["axisLine"] = map[string]any{"show": true, "roundCap": false, "lineStyle": map[string]any{"width": radius * bandTrack, "color": colors}}
	s["progress"] = map[string]any{"show": false}
	return s
}

// onArc is the place at a share of a scale, at a distance from the centre.
func onArc(center []float64, distance, share float64, turned bool) (x, y float64) {
	if turned {
		share = 1 - share
	}
	angle := math.Pi * share
	return center[0] - distance*math.Cos(angle), center[1] - distance*math.Sin(angle)
}

// bandLimit writes the number where a band ends, outside the arc.
func (v *canvas) bandLimit(k *sketch, center []float64, radius, share float64, turned bool, text string) {
	if share >= 1-1e-9 {
		return // the end of the scale has its number
	}
	x, y := onArc(center, radius*(1+2.2*bandTrack)+3, share, turned)
	align := "center"
	switch {
	case x < center[0]-radius*0.2:
		align = "right"
	case x > center[0]+radius*0.2:
		align = "left"
	}
	k.text(text, x, y-v.leading()*0.25, align, textStyle{color: v.Palette.Muted})
}

// targetMark draws a line across the arc at the target.
func (v *canvas) targetMark(k *sketch, center []float64, radius, share float64, turned bool) {
	x1, y1 := onArc(center, radius*(1-gaugeTrack)-3, share, turned)
	x2, y2 := onArc(center, radius+3, share, turned)
	k.line(x1, y1, x2, y2, v.Palette.Text, 2, aboveSeries)
}

// describeGauges says what each value is, and against what.
func describeGauges(g *grid, d describer) string {
	parts := []string{d.opening("مقياس") + " يعرض " + numeral.Count(len(g.categories), shownAmounts, d.system)}
	for c, name := range g.categories {
		x := g.value(0, c)
		text := d.quoted(name) + ": "
		switch {
		case math.IsNaN(x):
			text += noValue
		case len(g.series) > 1 && g.value(1, c) > 0:
			text += d.amount(x, g.unit) + "، أي " + formatShare(x/g.value(1, c), d.system) + " من هدف قدره " + d.amount(g.value(1, c), g.unit)
		default:
			text += d.amount(x, g.unit)
		}
		parts = append(parts, text)
	}
	if len(g.bands) > 0 {
		var words []string
		for _, x := range g.bands {
			words = append(words, d.amount(x, g.unit))
		}
		parts = append(parts, "حدود النطاقات: "+list(words))
	}
	return sentences(parts...)
}

var shownAmounts = numeral.Forms{One: "قيمة واحدة", Two: "قيمتين", Few: "قيم", Many: "قيمةً"}

var (
	badTarget = problem.Kind{
		Code: "bad-chart-target", Severity: problem.Error,
		Message: problem.Text{AR: "الهدف «%s» ليس عددًا موجبًا", EN: "the target “%s” is not a positive number"},
		Advice:  problem.Text{AR: "اكتب عددًا موجبًا، أو اسم عمود الأهداف", EN: "write a positive number, or the name of the column of targets"},
	}
	badBands = problem.Kind{
		Code: "bad-chart-bands", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» لا يصلح حدًّا لنطاق", EN: "“%s” cannot be the limit of a band"},
		Advice:  problem.Text{AR: "اكتب في «bands» أعدادًا موجبة متصاعدة، مثل [40, 70]", EN: "write in bands positive numbers that rise, such as [40, 70]"},
	}
	tooManyBands = problem.Kind{
		Code: "too-many-bands", Severity: problem.Error,
		Message: problem.Text{AR: "حدود النطاقات %d، والمقياس يتّسع لـ%d", EN: "there are %d limits of bands; a gauge has room for %d"},
		Advice:  problem.Text{AR: "اقتصر على الحدود المهمّة", EN: "keep the limits that matter"},
	}
)
