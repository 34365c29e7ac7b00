package charts

import (
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// buildTreemap draws the parts of a whole as rectangles, the largest on the
// right and darkest. ECharts would cut Arabic words to fit a rectangle, so the
// labels are written afterwards, where the rectangles are known.
func buildTreemap(v *canvas, g *grid) drawing {
	p := v.Palette
	total := g.total(0)
	var labels, colors []string
	var nodes []opts.TreeMapNode
	var data []any
	n := 0
	for c := range g.categories {
		if g.value(0, c) > 0 {
			n++
		}
	}
	for c, name := range g.categories {
		x := g.value(0, c)
		if !(x > 0) {
			continue
		}
		label := v.label(name) + "\n" + shield(v.amount(x, g.unit)) + " (" + v.percent(x/total) + ")"
		color := mix(p.color(0), p.Ground, 0.78*float64(len(labels))/max(1, float64(n-1)))
		labels, colors = append(labels, label), append(colors, color)
		// go-echarts has whole values only; the true one is laid over it.
		nodes = append(nodes, opts.TreeMapNode{Name: label})
		data = append(data, map[string]any{"value": x, "itemStyle": map[string]any{"color": color}})
	}
	height := max(v.chart.Height, min(v.width*0.5, 240))
	tree := echarts.NewTreeMap()
	tree.AddSeries("", nodes)
	option := map[string]any{
		"series": []any{map[string]any{
			"left": 0, "top": 0, "right": 0, "bottom": 0, "width": v.width, "height": height, "roam": false, "nodeClick": false,
			"breadcrumb": map[string]any{"show": false}, "label": map[string]any{"show": false},
			"itemStyle": map[string]any{"borderWidth": 0, "gapWidth": 1.5, "borderColor": p.Ground}, "data": data,
		}},
	}
	return drawing{chart: tree, patch: option, height: height, mirror: v.rtl, annotate: func(s *scene.Scene) { v.nameTiles(s, labels, colors) }}
}

// nameTiles writes a label into each rectangle that has room for it: name and
// value, or the name alone. Each rectangle is known by its colour.
func (v *canvas) nameTiles(s *scene.Scene, labels, colors []string) {
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
			name = v.wrap(name, maxX-minX-2*pad)
			text := readingOrder(name + "\n" + v.wrap(value, maxX-minX-2*pad))
			fits := func(t string) bool {
				return v.measure(t) <= maxX-minX-2*pad && float64(lines(t))*v.leading() <= maxY-minY-pad
			}
			if !fits(text) {
				text = name
			}
			if fits(text) {
				v.write(s, text, v.Palette.on(colors[i]), minX+pad, maxX-pad, minY+pad)
			}
			break
		}
	}
}

// write adds the lines of a text at the top of a box, on the side that it reads
// from.
func (v *canvas) write(s *scene.Scene, text, color string, left, right, top float64) {
	ink, err := svg.ParseColor(color)
	if err != nil {
		return
	}
	for i, line := range strings.Split(text, "\n") {
		value, marked := strings.CutPrefix(line, scene.RightToLeft)
		t := scene.Text{
			X: left, Y: top + float64(i)*v.leading() + v.leading()/2 + (v.Ascent-v.Descent)/2*v.Size,
			Value: present(value, v.system), RTL: marked || scene.RTL(value), Size: v.Size, Color: ink,
		}
		if v.rtl {
			t.X, t.Anchor = right, scene.Right
		}
		t.X, t.Y = svg.Round(t.X), svg.Round(t.Y)
		s.Items = append(s.Items, scene.Item{Text: &t})
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
