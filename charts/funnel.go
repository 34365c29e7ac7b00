package charts

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/fonts/numeral"
)

// buildFunnel draws stages, each narrower than the one before, with their names
// on the right.
func buildFunnel(v *canvas, g *grid) drawing {
	p := v.Palette
	var labels []string
	var data []opts.FunnelData
	var items []any
	first := math.NaN()
	_, largest := g.extent()
	largest = max(largest, 1e-9)
	var shown []float64
	for c, name := range g.categories {
		x := g.value(0, c)
		if math.IsNaN(x) {
			continue
		}
		label := v.wrap(v.label(name), v.width*0.38) + "\n" + shield(v.amount(x, g.unit))
		if math.IsNaN(first) {
			first = x
		} else if first > 0 {
			label += " (" + v.percent(x/first) + ")"
		}
		label = readingOrder(label)
		i := len(labels)
		labels = append(labels, label)
		shown = append(shown, x)
		data = append(data, opts.FunnelData{Name: label, Value: x})
		items = append(items, map[string]any{"itemStyle": map[string]any{
			"color": mix(p.color(0), p.Ground, 0.62*float64(i)/math.Max(1, float64(len(g.categories)-1))), "borderColor": p.Ground, "borderWidth": 1,
		}})
	}
	step := float64(tallest(labels))*v.leading() + 8
	height := max(step*float64(len(labels)), v.chart.Height)
	// A label's first line stands where the funnel is wider than at its middle.
	arm := pieArm
	for i := range shown {
		next := 0.0
		if i+1 < len(shown) {
			next = shown[i+1]
		}
		arm = max(arm, pieArm+math.Abs(shown[i]-next)/largest*v.width/4)
	}
	arm = min(arm, v.width*0.2)
	side := v.widest(labels) + labelGap + pieArm + arm
	funnel := echarts.NewFunnel()
	funnel.AddSeries("", data)
	series := map[string]any{
		"sort": "none", "gap": 1, "top": 0, "bottom": 0, "left": 0, "right": side, "width": v.width - side, "height": height, "min": 0, "minSize": "0%", "maxSize": "100%",
		"funnelAlign": "center", "data": items,
		"label": map[string]any{
			"show": true, "position": "right", "formatter": "{b}", "color": p.Text, "fontSize": v.Size, "lineHeight": v.leading(), "overflow": "none",
		},
		"labelLine": map[string]any{"show": true, "length": arm, "lineStyle": v.line(p.Axis, 0.5)},
	}
	if !v.rtl {
		series["left"], series["right"] = side, 0
		series["label"].(map[string]any)["position"] = "left"
	}
	return drawing{height: height, chart: funnel, patch: map[string]any{"series": []any{series}}}
}

// describeFunnel reads the stages in order, each with what is left of the
// first.
func describeFunnel(g *grid, d describer) string {
	var steps []string
	first, last := math.NaN(), math.NaN()
	for c, x := range g.values[0] {
		if math.IsNaN(x) {
			continue
		}
		if math.IsNaN(first) {
			first = x
		}
		last = x
		steps = append(steps, d.text(g.categories[c])+" ("+d.amount(x, g.unit)+")")
	}
	parts := []string{d.opening("رسم قِمعي") + " من " + numeral.Count(len(steps), stages, d.system), "المراحل بالترتيب: " + list(steps)}
	if len(steps) > 1 && first > 0 {
		parts = append(parts, "ما بلغ المرحلة الأخيرة "+formatShare(last/first, d.system)+" من الأولى")
	}
	return sentences(parts...)
}

var stages = numeral.Forms{One: "مرحلة واحدة", Two: "مرحلتين", Few: "مراحل", Many: "مرحلةً"}
