package kinds

import (
	"math"
	"slices"
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
	var list tiles
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
		if math.IsNaN(x) {
			continue
		}
		color := canvas.Mix(p.Color(0), p.Ground, 0.78*float64(len(list))/max(1, float64(n-1)))
		label, color := list.add(v, tile{v.Label(name), canvas.Shield(v.Amount(x, g.Unit)) + " (" + v.Percent(x/total) + ")", color})
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
	return canvas.Drawing{Chart: tree, Option: option, Height: height, FromLeft: true, Annotate: func(s *scene.Scene) { list.write(v, s) }}
}

// nestedTreemap draws the parts of parts: those of one branch of the first level
// stand together, in its colour, the larger the darker. The branches are named
// above.
func nestedTreemap(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	root := g.Tree("")
	var list tiles
	var leaves func(b *grid.Branch, top, of int, n *int) []any
	leaves = func(b *grid.Branch, top, of int, n *int) []any {
		var nodes []any
		for _, child := range b.Branches {
			if len(child.Branches) > 0 {
				nodes = append(nodes, map[string]any{"name": v.Label(child.Name), "children": leaves(child, top, of, n)})
				continue
			}
			name := v.Label(child.Name)
			if branch := v.Label(root.Branches[top].Name); len(root.Branches) > len(p.Series) && branch != name {
				name = branch + " – " + name // two branches have one colour
			}
			color := canvas.Mix(p.Branch(top), p.Ground, 0.6*float64(*n)/float64(of))
			*n++
			label, color := list.add(v, tile{name, canvas.Shield(v.Amount(child.Value, g.Unit)) + " (" + v.Percent(child.Value/root.Value) + ")", color})
			nodes = append(nodes, map[string]any{"name": label, "value": child.Value, "itemStyle": map[string]any{"color": color}})
		}
		return nodes
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
	return canvas.Drawing{Chart: tree, Option: k.On(option), Height: height, Annotate: func(s *scene.Scene) { list.write(v, s) }}
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
		k.Bar(left, y+(v.Leading()-canvas.SwatchHeight)/2, canvas.SwatchWidth, canvas.SwatchHeight, v.Palette.Branch(i))
		k.Text(name, text, y+tall/2, align, canvas.TextStyle{})
		at += width + canvas.LegendGap
		y += tall - v.Leading()
	}
	return y + v.Leading()*1.5
}

// A tile is a rectangle with its name and its value, which is known by its colour.
type tile struct{ name, value, color string }

type tiles []tile

// add adds a tile, and returns what it is called and its colour, which no other has:
// one that is taken is changed by what no eye sees.
func (list *tiles) add(v *canvas.Canvas, t tile) (label, color string) {
	taken := func(color string) bool {
		return slices.ContainsFunc(*list, func(o tile) bool { return o.color == color })
	}
	toward := v.Palette.Text
	if taken(t.color) && t.color == toward {
		toward = v.Palette.Ground
	}
	color = t.color
	for i := 1; taken(color); i++ {
		color = canvas.Mix(t.color, toward, float64(i)/256)
	}
	t.color = color
	*list = append(*list, t)
	return t.name + "\n" + t.value, color
}

// write writes a label into each rectangle that has room for it, name and value, or the
// name alone, and below the chart those whose value has none.
func (list tiles) write(v *canvas.Canvas, s *scene.Scene) {
	const pad = 4.0
	var below []string
	for _, t := range list {
		if !t.writeIn(v, s, pad) {
			below = append(below, t.name+v.Words.Marks.Comma+t.value)
		}
	}
	v.WriteBelow(s, strings.Join(below, v.Words.Marks.Semicolon))
}

// writeIn writes the label into its rectangle, and reports whether the value is there.
func (t tile) writeIn(v *canvas.Canvas, s *scene.Scene, pad float64) bool {
	color, err := svg.ParseColor(t.color)
	if err != nil {
		return false
	}
	for _, item := range s.Items {
		if item.Path == nil || item.Path.Fill == nil || *item.Path.Fill != color {
			continue
		}
		minX, minY, maxX, maxY := corners(item.Path)
		name := v.WrapWhole(t.name, maxX-minX-2*pad)
		text := canvas.ReadingOrder(name + "\n" + v.WrapWhole(t.value, maxX-minX-2*pad))
		fits := func(t string) bool {
			return v.TextWidth(t) <= maxX-minX-2*pad && float64(canvas.Lines(t))*v.Leading() <= maxY-minY-pad
		}
		whole := fits(text)
		if !whole {
			text = name
		}
		if fits(text) {
			v.Write(s, text, v.Palette.On(t.color), minX+pad, maxX-pad, minY+pad)
		}
		return whole
	}
	return false
}

// corners returns the box of a path's points.
func corners(p *scene.Path) (minX, minY, maxX, maxY float64) {
	minX, minY, maxX, maxY = p.Points[0].X, p.Points[0].Y, p.Points[0].X, p.Points[0].Y
	for _, q := range p.Points {
		minX, minY, maxX, maxY = min(minX, q.X), min(minY, q.Y), max(maxX, q.X), max(maxY, q.Y)
	}
	return minX, minY, maxX, maxY
}
