package charts

import (
	"math"
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/fonts/numeral"
)

// maxBubble is the diameter of the largest bubble.
const maxBubble = 42.0

// buildScatter draws a point for each name at its two values, and with a third
// value a bubble whose area is that value. Points that have room are named.
func buildScatter(v *canvas, g *grid) drawing {
	p := v.Palette
	lowX, highX := bounds(g.values[0])
	lowY, highY := bounds(g.values[1])
	x, y := v.valueAxis(lowX, highX, false, 6), v.valueAxis(lowY, highY, false, 5)
	inverse := v.chart.Direction == "rtl" // numbers run from the left by default
	note := v.label(g.series[1])
	most := 0.0
	if len(g.series) > 2 {
		note += "، " + bubbleNote + " " + v.label(g.series[2])
		_, most = bounds(g.values[2])
	}
	title, top := v.unitNote(note, 0, v.rtl)
	top += v.leading() + most/math.Max(most, 1)*maxBubble/4

	names := v.labels(g.categories)
	data := make([]opts.ScatterData, 0, len(names))
	var styles []any
	var sizes []float64
	for c, name := range names {
		at := []any{g.value(0, c), g.value(1, c)}
		if math.IsNaN(g.value(0, c)) || math.IsNaN(g.value(1, c)) {
			continue
		}
		size := 6.0
		if most > 0 {
			size = maxBubble * math.Sqrt(max(0, g.value(2, c))/most)
			if !(size >= 2) {
				size = 2 // also of a missing value: the place is known
			}
		}
		data = append(data, opts.ScatterData{Name: name, Value: at})
		styles = append(styles, map[string]any{"symbolSize": size})
		sizes = append(sizes, size)
	}
	side := v.axisRoom(y)
	free := max(v.widest(x.labels)/2, 4)
	room := 2*v.leading() + 10
	left, right, at := side, free, "left"
	if inverse {
		left, right, at = free, side, "right"
	}
	height := top + plotHeight*1.2 + room
	if v.chart.Height > 0 {
		height = max(v.chart.Height, top+room+80)
	}
	height = math.Ceil(height)
	dots := make([]dot, len(data))
	shown := make([]string, len(data))
	for i := range data {
		at := data[i].Value.([]any)
		across, up := x.share(at[0].(float64)), y.share(at[1].(float64))
		if inverse {
			across = 1 - across
		}
		dots[i] = dot{left + across*(v.width-left-right), top + (1-up)*(height-top-room), sizes[i] / 2}
		shown[i] = data[i].Name
	}
	for i, position := range v.placeNames(shown, dots, box{0, 0, v.width, height - room}) {
		label := map[string]any{"show": false}
		if position != "" {
			label = map[string]any{"position": position}
		}
		styles[i].(map[string]any)["label"] = label
	}
	axis := x.option(v, "bottom")
	merge(axis, map[string]any{
		"inverse": inverse, "name": v.label(g.series[0]), "nameLocation": "middle", "nameGap": v.leading() + 4,
		"nameTextStyle": map[string]any{"color": p.Muted, "fontSize": v.Size, "verticalAlign": "top"},
		"axisLine":      map[string]any{"show": true, "onZero": false, "lineStyle": v.line(p.Axis, 0.75)},
	})
	scatter := echarts.NewScatter()
	scatter.AddSeries("", data)
	option := map[string]any{
		"grid": v.frame(left, right, top, room), "xAxis": []any{axis}, "yAxis": []any{y.option(v, at)}, "title": title,
		"series": []any{map[string]any{
			"data": styles, "clip": false,
			"itemStyle": map[string]any{"color": p.color(0), "opacity": 0.75, "borderColor": p.Ground, "borderWidth": 0.5},
			"label":     map[string]any{"show": true, "formatter": "{b}", "position": "top", "distance": nameGap, "color": p.Text, "backgroundColor": p.Ground, "fontSize": v.Size},
		}},
	}
	return drawing{chart: scatter, patch: option, height: height}
}

// bubbleNote says what the size of bubbles stands for.
const bubbleNote = "ومساحة الدائرة:"

// bounds returns the smallest and the largest of some values.
func bounds(values []float64) (low, high float64) {
	one := grid{values: [][]float64{values}}
	return one.extent()
}

// describeScatter says what the axes are, the extremes of each, and how the two
// go together.
func describeScatter(g *grid, d describer) string {
	what := "رسم نقطي"
	if len(g.series) > 2 {
		what = "رسم فقاعي"
	}
	n := 0
	for c := range g.categories {
		if !math.IsNaN(g.values[0][c]) && !math.IsNaN(g.values[1][c]) {
			n++
		}
	}
	axes := d.quoted(g.series[0]) + " أفقيًّا و" + d.quoted(g.series[1]) + " رأسيًّا"
	if len(g.series) > 2 {
		axes += "، ومساحة الدائرة " + d.quoted(g.series[2])
	}
	parts := []string{d.opening(what) + " يعرض " + numeral.Count(n, dots, d.system) + " بحسب " + axes}
	for s, name := range g.series {
		low, high, count := extremes(g.values[s])
		if count < 2 {
			continue
		}
		parts = append(parts, strings.Join([]string{"في ", d.quoted(name), ": الأعلى ", d.quoted(g.categories[high]), " (", d.amount(g.values[s][high], ""),
			")، والأدنى ", d.quoted(g.categories[low]), " (", d.amount(g.values[s][low], ""), ")"}, ""))
	}
	if r, ok := correlation(g.values[0], g.values[1]); ok {
		switch {
		case r > 0.5:
			parts = append(parts, "القيمتان تزيدان معًا في الغالب")
		case r < -0.5:
			parts = append(parts, "تزيد إحدى القيمتين حيث تنقص الأخرى في الغالب")
		default:
			parts = append(parts, "لا علاقة خطّية واضحة بين القيمتين")
		}
	}
	return sentences(parts...)
}

var dots = numeral.Forms{One: "نقطة واحدة", Two: "نقطتين", Few: "نقاط", Many: "نقطةً"}

// correlation is Pearson's coefficient of the pairs of which both are known;
// fewer than four say nothing.
func correlation(x, y []float64) (r float64, ok bool) {
	n, sumX, sumY := 0.0, 0.0, 0.0
	for i := range x {
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			n, sumX, sumY = n+1, sumX+x[i], sumY+y[i]
		}
	}
	if n < 4 {
		return 0, false
	}
	var xy, xx, yy float64
	for i := range x {
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			dx, dy := x[i]-sumX/n, y[i]-sumY/n
			xy, xx, yy = xy+dx*dy, xx+dx*dx, yy+dy*dy
		}
	}
	if xx == 0 || yy == 0 {
		return 0, false
	}
	return xy / math.Sqrt(xx*yy), true
}
