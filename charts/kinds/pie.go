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
	slices := pieSlices(v, g)
	labels := pieLabels(v, slices, " ")
	radius := pieRadius(v, labels)
	if radius < 40 {
		// A narrow chart: the share takes a line of its own.
		labels = pieLabels(v, slices, "\n")
		radius = pieRadius(v, labels)
	}
	data := make([]opts.PieData, len(slices))
	for i, s := range slices {
		data[i] = opts.PieData{Name: s.name, Value: s.value}
	}
	// Names stand one under another on each side, at worst all on one.
	tall := float64(canvas.Tallest(labels)) * v.Leading()
	height := max(2*radius+2*tall, float64((len(data)+1)/2)*(tall+4)+tall)
	height = max(height, v.Chart.Height)
	rings, whole := []any{0.0, radius}, []any{0, "75%"}
	if hollow {
		rings[0], whole[0] = radius*pieHole, "43.5%"
	}
	pie := echarts.NewPie()
	pie.AddSeries("", data)
	items := make([]any, len(data))
	p := v.Palette
	for i, s := range slices {
		items[i] = map[string]any{
			"name": canvas.Fitted(labels[i], s.name), "label": canvas.Elsewhere(map[string]any{"formatter": s.label(s.name, " ")}),
			"itemStyle": map[string]any{"color": p.Color(i), "decal": canvas.Page(p.Decal(i, len(data))), "borderColor": p.Ground, "borderWidth": canvas.Page(1)},
		}
	}
	option := map[string]any{
		"series": []any{map[string]any{
			"radius": canvas.Fitted(rings, whole),
			"center": canvas.Page([]any{v.Width / 2, height / 2}), "clockwise": !v.RTL, "startAngle": 90,
			"avoidLabelOverlap": true, "data": items, "minShowLabelAngle": 0,
			"label": map[string]any{
				"show": true, "formatter": "{b}", "position": "outer", "alignTo": "none", "bleedMargin": canvas.Page(0), "overflow": "none",
				"color": p.Text, "fontSize": canvas.Page(v.Size), "lineHeight": canvas.Page(v.Leading()), "distanceToLabelLine": canvas.Page(3),
			},
			"labelLine": map[string]any{"show": true, "length": canvas.Page(pieArm), "length2": canvas.Page(pieArm), "lineStyle": v.Stroke(p.Axis, 0.5)},
		}},
	}
	return canvas.Drawing{Chart: pie, Option: option, Height: height}
}

// pieArm is each of the two parts of the line from a slice to its label, and
// pieHole the part of the radius that a donut leaves free.
const (
	pieArm  = 12.0
	pieHole = 0.58
)

// A slice is a part of a pie, with what is said of it.
type slice struct {
	name          string
	value         float64
	amount, share string
}

// label is the name of a slice with its value. Before stands between the value
// and its share.
func (s slice) label(name, before string) string {
	if s.share == "" {
		return name + "\n" + s.amount
	}
	return name + "\n" + s.amount + before + "(" + s.share + ")"
}

// pieSlices returns the slices that there is something of.
func pieSlices(v *canvas.Canvas, g *grid.Grid) []slice {
	var list []slice
	total := g.Total(0)
	for c, name := range g.Categories {
		if x := g.Value(0, c); x > 0 {
			s := slice{name: v.Label(name), value: x, amount: canvas.Shield(v.Amount(x, g.Unit))}
			if !grid.IsPercent(g.Unit) {
				s.share = v.Percent(x / total)
			}
			list = append(list, s)
		}
	}
	return list
}

// pieLabels returns the label of each slice as it stands on the page.
func pieLabels(v *canvas.Canvas, slices []slice, before string) []string {
	labels := make([]string, len(slices))
	for i, s := range slices {
		labels[i] = canvas.ReadingOrder(s.label(v.Wrap(s.name, v.Width*0.3), before))
	}
	return labels
}

// pieRadius is what labels on both sides leave.
func pieRadius(v *canvas.Canvas, labels []string) float64 {
	return max(20, min(85, (v.Width-2*(v.Widest(labels)+2*pieArm+canvas.LabelGap))/2))
}
