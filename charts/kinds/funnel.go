package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

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
		label := v.Wrap(v.Label(name), v.Width*0.38) + "\n" + canvas.Shield(v.Amount(x, g.Unit))
		if math.IsNaN(first) {
			first = x
		} else if first > 0 {
			label += " (" + v.Percent(x/first) + ")"
		}
		label = canvas.ReadingOrder(label)
		i := len(labels)
		labels = append(labels, label)
		shown = append(shown, x)
		data = append(data, opts.FunnelData{Name: label, Value: x})
		items = append(items, map[string]any{"itemStyle": map[string]any{
			"color": canvas.Mix(p.Color(0), p.Ground, 0.62*float64(i)/math.Max(1, float64(len(g.Categories)-1))), "borderColor": p.Ground, "borderWidth": 1,
		}})
	}
	step := float64(canvas.Tallest(labels))*v.Leading() + 8
	height := max(step*float64(len(labels)), v.Chart.Height)
	// A label's first line stands where the funnel is wider than at its middle.
	arm := pieArm
	for i := range shown {
		next := 0.0
		if i+1 < len(shown) {
			next = shown[i+1]
		}
		arm = max(arm, pieArm+math.Abs(shown[i]-next)/largest*v.Width/4)
	}
	arm = min(arm, v.Width*0.2)
	side := v.Widest(labels) + canvas.LabelGap + pieArm + arm
	funnel := echarts.NewFunnel()
	funnel.AddSeries("", data)
	series := map[string]any{
		"sort": "none", "gap": 1, "top": 0, "bottom": 0, "left": 0, "right": side, "width": v.Width - side, "height": height, "min": 0, "minSize": "0%", "maxSize": "100%",
		"funnelAlign": "center", "data": items,
		"label": map[string]any{
			"show": true, "position": "right", "formatter": "{b}", "color": p.Text, "fontSize": v.Size, "lineHeight": v.Leading(), "overflow": "none",
		},
		"labelLine": map[string]any{"show": true, "length": arm, "lineStyle": v.Stroke(p.Axis, 0.5)},
	}
	if !v.RTL {
		series["left"], series["right"] = side, 0
		series["label"].(map[string]any)["position"] = "left"
	}
	return canvas.Drawing{Height: height, Chart: funnel, Patch: map[string]any{"series": []any{series}}}
}
