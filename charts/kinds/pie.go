package kinds

import (
	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// drawPie draws the parts of a whole, from the top and against the clock where
// Arabic reads, each with its name, its value and its share beside it.
func drawPie(v *canvas.Canvas, g *grid.Grid, hollow bool) canvas.Drawing {
	labels, values := pieLabels(v, g, " ")
	radius := pieRadius(v, labels)
	if radius < 40 {
		// A narrow chart: the share takes a line of its own.
		labels, values = pieLabels(v, g, "\n")
		radius = pieRadius(v, labels)
	}
	data := make([]opts.PieData, len(labels))
	for i := range labels {
		data[i] = opts.PieData{Name: labels[i], Value: values[i]}
	}
	// Names stand one under another on each side, at worst all on one.
	tall := float64(canvas.Tallest(labels)) * v.Leading()
	height := max(2*radius+2*tall, float64((len(data)+1)/2)*(tall+4)+tall)
	height = max(height, v.Chart.Height)
	inner := 0.0
	if hollow {
		inner = radius * 0.58
	}
	pie := echarts.NewPie()
	pie.AddSeries("", data)
	items := make([]any, len(data))
	p := v.Palette
	for i := range data {
		items[i] = map[string]any{"itemStyle": map[string]any{"color": p.Color(i), "decal": p.Decal(i, len(data)), "borderColor": p.Ground, "borderWidth": 1}}
	}
	option := map[string]any{
		"series": []any{map[string]any{
			"radius": []any{inner, radius}, "center": []any{v.Width / 2, height / 2}, "clockwise": !v.RTL, "startAngle": 90,
			"avoidLabelOverlap": true, "data": items, "minShowLabelAngle": 0,
			"label": map[string]any{
				"show": true, "formatter": "{b}", "position": "outer", "alignTo": "none", "bleedMargin": 0, "overflow": "none",
				"color": p.Text, "fontSize": v.Size, "lineHeight": v.Leading(), "distanceToLabelLine": 3,
			},
			"labelLine": map[string]any{"show": true, "length": pieArm, "length2": pieArm, "lineStyle": v.Stroke(p.Axis, 0.5)},
		}},
	}
	return canvas.Drawing{Chart: pie, Patch: option, Height: height}
}

// pieArm is each of the two parts of the line from a slice to its label.
const pieArm = 12.0

// pieLabels returns the label of each slice, and its value. Before stands
// between the value and its share.
func pieLabels(v *canvas.Canvas, g *grid.Grid, before string) (labels []string, values []float64) {
	total := g.Total(0)
	for c, name := range g.Categories {
		if x := g.Value(0, c); x > 0 {
			label := v.Wrap(v.Label(name), v.Width*0.3) + "\n" + canvas.Shield(v.Amount(x, g.Unit))
			if !grid.IsPercent(g.Unit) {
				label += before + "(" + v.Percent(x/total) + ")"
			}
			labels = append(labels, canvas.ReadingOrder(label))
			values = append(values, x)
		}
	}
	return labels, values
}

// pieRadius is what labels on both sides leave.
func pieRadius(v *canvas.Canvas, labels []string) float64 {
	return max(20, min(85, (v.Width-2*(v.Widest(labels)+2*pieArm+canvas.LabelGap))/2))
}
