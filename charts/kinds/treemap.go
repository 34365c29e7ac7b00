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
	if g.Levelled() {
		return nestedTreemap(v, g)
	}
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

// nestedTreemap draws the parts of parts: those of one branch of the first level
// stand together, in its colour, the larger the darker. The branches are named
// above.
func nestedTreemap(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	root := g.Tree("")
	var labels, colors []string
	var leaves func(b *grid.Branch, top, of int, n *int) []any
	leaves = func(b *grid.Branch, top, of int, n *int) []any {
		var list []any
		for _, child := range b.Branches {
			if len(child.Branches) > 0 {
				list = append(list, map[string]any{"name": v.Label(child.Name), "children": leaves(child, top, of, n)})
				continue
			}
			label := v.Label(child.Name) + "\n" + canvas.Shield(v.Amount(child.Value, g.Unit)) + " (" + v.Percent(child.Value/root.Value) + ")"
			color := canvas.Mix(p.Color(top), p.Ground, 0.6*float64(*n)/float64(of))
			*n++
			labels, colors = append(labels, label), append(colors, color)
			list = append(list, map[string]any{"name": label, "value": child.Value, "itemStyle": map[string]any{"color": color}})
		}
		return list
	}
	k := v.Sketch()
	var data []any
	var names []string
	for top, branch := range root.Branches {
		n := 0
		name := v.Label(branch.Name) + " (" + v.Percent(branch.Value/root.Value) + ")"
		names = append(names, name)
		if len(branch.Branches) == 0 {
			branch = &grid.Branch{Branches: []*grid.Branch{branch}}
		}
		data = append(data, map[string]any{"name": name, "children": leaves(branch, top, countLeaves(branch), &n)})
	}
	top := swatchRows(v, k, names)
	height := top + max(v.Chart.Height-top, min(v.Width*0.5, 240))
	tree := echarts.NewTreeMap()
	tree.AddSeries("", nil)
	option := map[string]any{
		"series": []any{map[string]any{
			"left": canvas.Page(0), "top": canvas.Page(top), "right": canvas.Page(0), "bottom": canvas.Page(0), "width": canvas.Page(v.Width), "height": canvas.Page(height - top), "roam": canvas.Page(false), "nodeClick": canvas.Page(false),
			"breadcrumb": canvas.Page(map[string]any{"show": false}), "label": map[string]any{"show": canvas.Fitted(false, true)},
			"levels": []any{
				map[string]any{"itemStyle": map[string]any{"borderWidth": canvas.Page(0), "gapWidth": canvas.Page(4), "borderColor": p.Ground}},
				map[string]any{"itemStyle": map[string]any{"borderWidth": canvas.Page(0), "gapWidth": canvas.Page(1), "borderColor": p.Ground}},
			},
			"itemStyle": map[string]any{"borderWidth": canvas.Page(0), "gapWidth": canvas.Page(1), "borderColor": p.Ground}, "data": data,
		}},
	}
	return canvas.Drawing{Chart: tree, Option: k.On(option), Height: height, Annotate: func(s *scene.Scene) { nameTiles(v, s, labels, colors) }}
}

func countLeaves(b *grid.Branch) int {
	if len(b.Branches) == 0 {
		return 1
	}
	n := 0
	for _, child := range b.Branches {
		n += countLeaves(child)
	}
	return n
}

// swatchRows names colours in rows from where reading begins, and returns their
// height.
func swatchRows(v *canvas.Canvas, k *canvas.Sketch, names []string) float64 {
	at, y := 0.0, 0.0
	for i, name := range names {
		width := canvas.SwatchWidth + canvas.SwatchGap + v.TextWidth(name)
		if at > 0 && at+width > v.Width {
			at, y = 0, y+v.Leading()*canvas.LegendRow
		}
		name = v.Wrap(name, v.Width-canvas.SwatchWidth-canvas.SwatchGap)
		tall := float64(canvas.Lines(name)) * v.Leading()
		left, text, align := at, at+canvas.SwatchWidth+canvas.SwatchGap, "left"
		if v.RTL {
			left, text, align = v.Width-at-canvas.SwatchWidth, v.Width-text, "right"
		}
		k.Bar(left, y+(v.Leading()-canvas.SwatchHeight)/2, canvas.SwatchWidth, canvas.SwatchHeight, v.Palette.Color(i))
		k.Text(name, text, y+tall/2, align, canvas.TextStyle{})
		at += width + canvas.LegendGap
		y += tall - v.Leading()
	}
	return y + v.Leading()*1.5
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
