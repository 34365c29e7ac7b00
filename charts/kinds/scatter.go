package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/locale"
)

// maxBubble is the diameter of the largest bubble.
const maxBubble = 42.0

// Scatter draws a point for each name at its two values, and with a third
// value a bubble whose area is that value. Points that have room are named.
func Scatter(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	lowX, highX := grid.Bounds(g.Values[0])
	lowY, highY := grid.Bounds(g.Values[1])
	x, y := v.ValueAxis(lowX, highX, false, 6), v.ValueAxis(lowY, highY, false, 5)
	inverse := v.Chart.Direction == "rtl" // numbers run from the left by default
	note := v.Label(g.Series[1])
	most := 0.0
	if len(g.Series) > 2 {
		note += v.Words.Marks.Comma + locale.SayPlain(v.Words.Charts.BubbleArea, v.Label(g.Series[2]))
		_, most = grid.Bounds(g.Values[2])
	}
	title, top := v.UnitNote(note, 0, inverse) // above the axis that it names
	top += v.Leading() + most/math.Max(most, 1)*maxBubble/4

	names := v.Labels(g.Categories)
	data := make([]opts.ScatterData, 0, len(names))
	var styles []any
	var sizes []float64
	for c, name := range names {
		at := []any{g.Value(0, c), g.Value(1, c)}
		if math.IsNaN(g.Value(0, c)) || math.IsNaN(g.Value(1, c)) {
			continue
		}
		size := 6.0
		if most > 0 {
			size = maxBubble * math.Sqrt(max(0, g.Value(2, c))/most)
			if !(size >= 2) {
				size = 2 // also of a missing value: the place is known
			}
		}
		data = append(data, opts.ScatterData{Name: name, Value: at})
		style := map[string]any{"symbolSize": canvas.Page(size)}
		if len(g.Series) > 2 {
			style["value"] = canvas.Elsewhere([]any{g.Value(0, c), g.Value(1, c), known(g.Value(2, c))})
		}
		styles = append(styles, style)
		sizes = append(sizes, size)
	}
	side := v.AxisRoom(y)
	free := max(v.Widest(x.Labels)/2, 4)
	room := 2*v.Leading() + 10
	left, right, at := side, free, "left"
	if inverse {
		left, right, at = free, side, "right"
	}
	height := top + v.PlotHeight() + room
	if v.Chart.Height > 0 {
		height = max(v.Chart.Height, top+room+80)
	}
	height = math.Ceil(height)
	dots := make([]dot, len(data))
	shown := make([]string, len(data))
	for i := range data {
		at := data[i].Value.([]any)
		across, up := x.Share(at[0].(float64)), y.Share(at[1].(float64))
		if inverse {
			across = 1 - across
		}
		dots[i] = dot{left + across*(v.Width-left-right), top + (1-up)*(height-top-room), sizes[i] / 2}
		shown[i] = data[i].Name
	}
	field := box{left, 0, v.Width, height - room} // the labels of the axis are not written over
	if inverse {
		field = box{0, 0, v.Width - right, height - room}
	}
	for i, position := range placeNames(v, shown, dots, field) {
		label := map[string]any{"show": false}
		if position != "" {
			label = map[string]any{"position": position}
		}
		styles[i].(map[string]any)["label"] = canvas.Page(label)
	}
	axis := x.Option(v, "bottom")
	canvas.Merge(axis, map[string]any{
		"inverse": inverse, "name": v.Label(g.Series[0]), "nameLocation": "middle", "nameGap": canvas.Page(v.Leading() + 4),
		"nameTextStyle": map[string]any{"color": p.Muted, "fontSize": canvas.Page(v.Size), "verticalAlign": "top"},
		"axisLine":      map[string]any{"show": true, "onZero": false, "lineStyle": v.Stroke(p.Axis, 0.75)},
	})
	scatter := echarts.NewScatter()
	scatter.AddSeries("", data)
	option := map[string]any{
		"grid": v.Frame(left, right, top, room), "xAxis": []any{axis}, "yAxis": []any{canvas.Named(y.Option(v, at), v.Label(g.Series[1]))}, "title": title,
		"series": []any{map[string]any{
			"data": styles, "clip": false,
			"itemStyle": map[string]any{"color": p.Color(0), "opacity": 0.75, "borderColor": p.Ground, "borderWidth": canvas.Page(0.5)},
			"label":     map[string]any{"show": true, "formatter": "{b}", "position": "top", "distance": canvas.Page(nameGap), "color": p.Text, "backgroundColor": p.Ground, "fontSize": canvas.Page(v.Size)},
		}},
	}
	return canvas.Drawing{Chart: scatter, Option: option, Height: height}
}
