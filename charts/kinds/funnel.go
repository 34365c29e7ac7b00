package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// funnelArm is the least length of the line from a stage to its label, in points.
const funnelArm = 12.0

// Funnel draws stages, each narrower than the one before, with their names
// on the right.
func Funnel(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	var labels []string
	var data []opts.FunnelData
	var items []any
	first := math.NaN()
	_, largest := g.Extent()
	largest = max(largest, 1e-9)
	var shown []float64
	for c, name := range g.Categories {
		x := g.Value(0, c)
		if math.IsNaN(x) {
			continue
		}
		name = v.Label(name)
		value := "\n" + canvas.Shield(v.Amount(x, g.Unit))
		if math.IsNaN(first) {
			first = x
		} else if first > 0 {
			value += " (" + v.Percent(x/first) + ")"
		}
		label := canvas.ReadingOrder(v.Wrap(name, v.Width*0.38) + value)
		i := len(labels)
		labels = append(labels, label)
		shown = append(shown, x)
		data = append(data, opts.FunnelData{Name: name, Value: x})
		said := map[string]any{"formatter": name + value}
		items = append(items, map[string]any{"name": canvas.Fitted(label, name), "label": canvas.Elsewhere(said), "itemStyle": map[string]any{
			"color": canvas.Mix(p.Color(0), p.Ground, 0.62*float64(i)/math.Max(1, float64(len(g.Categories)-1))), "borderColor": p.Ground, "borderWidth": canvas.Page(1),
		}})
	}
	step := float64(canvas.Tallest(labels))*v.Leading() + 8
	height := max(step*float64(len(labels)), v.Chart.Height)
	// A label's first line stands where the funnel is wider than at its middle.
	arm := funnelArm
	for i := range shown {
		next := 0.0
		if i+1 < len(shown) {
			next = shown[i+1]
		}
		arm = max(arm, funnelArm+math.Abs(shown[i]-next)/largest*v.Width/4)
	}
	arm = min(arm, v.Width*0.2)
	side := v.Widest(labels) + canvas.LabelGap + funnelArm + arm
	funnel := echarts.NewFunnel()
	funnel.AddSeries("", data)
	series := map[string]any{
		"sort": "none", "gap": canvas.Page(1), "top": canvas.Page(0), "bottom": canvas.Page(0), "left": canvas.Page(0), "right": canvas.Page(side), "width": canvas.Page(v.Width - side), "height": canvas.Page(height), "min": 0, "minSize": "0%", "maxSize": "100%",
		"funnelAlign": "center", "data": items,
		"label": map[string]any{
			"show": true, "position": "right", "formatter": "{b}", "color": p.Text, "fontSize": canvas.Page(v.Size), "lineHeight": canvas.Page(v.Leading()), "overflow": "none",
		},
		"labelLine": map[string]any{"show": true, "length": canvas.Page(arm), "lineStyle": v.Stroke(p.Axis, 0.5)},
	}
	if !v.RTL {
		series["left"], series["right"] = canvas.Page(side), canvas.Page(0)
		series["label"].(map[string]any)["position"] = "left"
	}
	return canvas.Drawing{Height: height, Chart: funnel, Option: map[string]any{"series": []any{series}}}
}
