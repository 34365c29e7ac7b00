package kinds

import (
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/charts/scene"
	"warraq/charts/svg"
)

// Treemap draws the parts of a whole as rectangles, the largest on the
// right and darkest. ECharts would cut Arabic words to fit a rectangle, so the
// labels are written afterwards, where the rectangles are known.
func Treemap(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	total := g.Total(0)
	var labels, colors []string
	var nodes []opts.TreeMapNode
	var data []any
	n := 0
	for c := range g.Categories {
		if g.Value(0, c) > 0 {
			n++
		}
	}
	for c, name := range g.Categories {
		x := g.Value(0, c)
		if !(x > 0) {
			continue
		}
		label := v.Label(name) + "\n" + canvas.Shield(v.Amount(x, g.Unit)) + " (" + v.Percent(x/total) + ")"
		color := canvas.Mix(p.Color(0), p.Ground, 0.78*float64(len(labels))/max(1, float64(n-1)))
		labels, colors = append(labels, label), append(colors, color)
		// go-echarts has whole values only; the true one is laid over it.
		nodes = append(nodes, opts.TreeMapNode{Name: label})
		data = append(data, map[string]any{"value": x, "itemStyle": map[string]any{"color": color}})
	}
	height := max(v.Chart.Height, min(v.Width*0.5, 240))
	tree := echarts.NewTreeMap()
	tree.AddSeries("", nodes)
	option := map[string]any{
		"series": []any{map[string]any{
			"left": canvas.Page(0), "top": canvas.Page(0), "right": canvas.Page(0), "bottom": canvas.Page(0), "width": canvas.Page(v.Width), "height": canvas.Page(height), "roam": canvas.Page(false), "nodeClick": canvas.Page(false),
			"breadcrumb": canvas.Page(map[string]any{"show": false}), "label": map[string]any{"show": canvas.Fitted(false, true)},
			"itemStyle": map[string]any{"borderWidth": canvas.Page(0), "gapWidth": canvas.Page(1.5), "borderColor": p.Ground}, "data": data,
		}},
	}
	return canvas.Drawing{Chart: tree, Option: option, Height: height, FromLeft: true, Annotate: func(s *scene.Scene) { nameTiles(v, s, labels, colors) }}
}

// nameTiles writes a label into each rectangle that has room for it: name and
// value, or the name alone. Each rectangle is known by its colour.
func nameTiles(v *canvas.Canvas, s *scene.Scene, labels, colors []string) {
	const pad = 4.0
	for i, label := range labels {
		color, err := svg.ParseColor(colors[i])
		if err != nil {
			continue
		}
		for _, item := range s.Items {
			if item.Path == nil || item.Path.Fill == nil || *item.Path.Fill != color {
				continue
			}
			minX, minY, maxX, maxY := corners(item.Path)
			name, value, _ := strings.Cut(label, "\n")
			name = v.WrapWhole(name, maxX-minX-2*pad)
			text := canvas.ReadingOrder(name + "\n" + v.WrapWhole(value, maxX-minX-2*pad))
			fits := func(t string) bool {
				return v.TextWidth(t) <= maxX-minX-2*pad && float64(canvas.Lines(t))*v.Leading() <= maxY-minY-pad
			}
			if !fits(text) {
				text = name
			}
			if fits(text) {
				v.Write(s, text, v.Palette.On(colors[i]), minX+pad, maxX-pad, minY+pad)
			}
			break
		}
	}
}

// corners returns the box of a path's points.
func corners(p *scene.Path) (minX, minY, maxX, maxY float64) {
	minX, minY, maxX, maxY = p.Points[0].X, p.Points[0].Y, p.Points[0].X, p.Points[0].Y
	for _, q := range p.Points {
		minX, minY, maxX, maxY = min(minX, q.X), min(minY, q.Y), max(maxX, q.X), max(maxY, q.Y)
	}
	return minX, minY, maxX, maxY
}
