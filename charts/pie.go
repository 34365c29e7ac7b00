package charts

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/fonts/numeral"
)

// pie draws the parts of a whole, from the top and against the clock where
// Arabic reads, each with its name, its value and its share beside it.
func (v *canvas) pie(g *grid, hollow bool) drawing {
	labels, values := v.pieLabels(g, " ")
	radius := v.pieRadius(labels)
	if radius < 40 {
		// A narrow chart: the share takes a line of its own.
		labels, values = v.pieLabels(g, "\n")
		radius = v.pieRadius(labels)
	}
	data := make([]opts.PieData, len(labels))
	for i := range labels {
		data[i] = opts.PieData{Name: labels[i], Value: values[i]}
	}
	// Names stand one under another on each side, at worst all on one.
	tall := float64(tallest(labels)) * v.leading()
	height := max(2*radius+2*tall, float64((len(data)+1)/2)*(tall+4)+tall)
	height = max(height, v.chart.Height)
	inner := 0.0
	if hollow {
		inner = radius * 0.58
	}
	pie := echarts.NewPie()
	pie.AddSeries("", data)
	items := make([]any, len(data))
	p := v.Palette
	for i := range data {
		items[i] = map[string]any{"itemStyle": map[string]any{"color": p.color(i), "decal": p.decal(i, len(data)), "borderColor": p.Ground, "borderWidth": 1}}
	}
	option := map[string]any{
		"series": []any{map[string]any{
			"radius": []any{inner, radius}, "center": []any{v.width / 2, height / 2}, "clockwise": !v.rtl, "startAngle": 90,
			"avoidLabelOverlap": true, "data": items, "minShowLabelAngle": 0,
			"label": map[string]any{
				"show": true, "formatter": "{b}", "position": "outer", "alignTo": "none", "bleedMargin": 0, "overflow": "none",
				"color": p.Text, "fontSize": v.Size, "lineHeight": v.leading(), "distanceToLabelLine": 3,
			},
			"labelLine": map[string]any{"show": true, "length": pieArm, "length2": pieArm, "lineStyle": v.line(p.Axis, 0.5)},
		}},
	}
	return drawing{chart: pie, patch: option, height: height}
}

// pieArm is each of the two parts of the line from a slice to its label.
const pieArm = 12.0

// pieLabels returns the label of each slice, and its value. Before stands
// between the value and its share.
func (v *canvas) pieLabels(g *grid, before string) (labels []string, values []float64) {
	total := g.total(0)
	for c, name := range g.categories {
		if x := g.value(0, c); x > 0 {
			label := v.wrap(v.label(name), v.width*0.3) + "\n" + shield(v.amount(x, g.unit))
			if !isPercent(g.unit) {
				label += before + "(" + v.percent(x/total) + ")"
			}
			labels = append(labels, readingOrder(label))
			values = append(values, x)
		}
	}
	return labels, values
}

// pieRadius is what labels on both sides leave.
func (v *canvas) pieRadius(labels []string) float64 {
	return max(20, min(85, (v.width-2*(v.widest(labels)+2*pieArm+labelGap))/2))
}

// percent prints a share of one with as many digits as it needs to be seen.
func (v *canvas) percent(share float64) string { return formatShare(share, v.system) }

func formatShare(share float64, s numeral.System) string {
	p := share * 100
	decimals := 0
	if p < 10 && p != math.Trunc(p) {
		decimals = 1
	}
	if p > 0 && p < 0.05 {
		return "<" + numeral.Percent(0.1, 1, s)
	}
	rounded := math.Round(p*math.Pow(10, float64(decimals))) / math.Pow(10, float64(decimals))
	return numeral.Percent(rounded, -1, s)
}
