package kinds

import (
	"slices"
	"strconv"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// A flowNode is who gives or takes, in a level that runs from the first givers to
// the last takers. A name may stand in several.
type flowNode struct {
	name        string
	level       int
	gives, gets float64
}

// amount is what runs through a node.
func (n flowNode) amount() float64 { return max(n.gives, n.gets) }

// A flowBand is what one node gives to another.
type flowBand struct {
	from, to int
	value    float64
}

// flowsOf returns the nodes and the bands between them: of a hierarchy from level
// to level, else from categories to series. The nodes of a level stand in the
// order of the data.
func flowsOf(g *grid.Grid) (nodes []flowNode, bands []flowBand, levels int) {
	find := func(level int, name string) int {
		at := slices.IndexFunc(nodes, func(n flowNode) bool { return n.level == level && n.name == name })
		if at < 0 {
			at = len(nodes)
			nodes = append(nodes, flowNode{name: name, level: level})
		}
		levels = max(levels, level+1)
		return at
	}
	give := func(level int, from, to string, x float64) {
		a := find(level, from)
		b := find(level+1, to)
		nodes[a].gives += x
		nodes[b].gets += x
		at := slices.IndexFunc(bands, func(f flowBand) bool { return f.from == a && f.to == b })
		if at < 0 {
			bands = append(bands, flowBand{a, b, x})
			return
		}
		bands[at].value += x
	}
	if g.Levelled() {
		for c := range g.Categories {
			path := g.Path(c)
			for i := 0; i+1 < len(path) && g.Value(0, c) > 0; i++ {
				give(i, path[i], path[i+1], g.Value(0, c))
			}
		}
		return nodes, bands, levels
	}
	for c, from := range g.Categories {
		for s, to := range g.Series {
			if x := g.Value(s, c); x > 0 {
				give(0, from, to, x)
			}
		}
	}
	return nodes, bands, levels
}

// Flows draws who gives to what: givers where reading begins, what they
// give to on the other side, a band for each amount, and between them what passes
// on what it gets. ECharts has givers on the left only.
func Flows(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	list, bands, levels := flowsOf(g)
	room := v.Width * 0.3
	if levels > 2 {
		room = v.Width * 0.2
	}
	labels := make([][]string, max(levels, 2)) // by level
	count := make([]int, max(levels, 2))
	var nodes []opts.SankeyNode
	var styles []any
	id := func(n int) string { return "n" + strconv.Itoa(n) }
	for i, n := range list {
		amount := "\n" + canvas.Shield(v.Amount(n.amount(), g.Unit))
		text := canvas.ReadingOrder(v.Wrap(v.Label(n.name), room) + amount)
		side := "right"
		color, decal := p.Muted, any(map[string]any{"symbol": "none"})
		if n.level == 0 {
			side, color, decal = "left", p.Color(count[0]), p.Decal(count[0], count[0]-1)
		}
		label := map[string]any{"show": true, "formatter": canvas.Fitted(text, v.Label(n.name)+amount), "position": side, "color": p.Text, "fontSize": canvas.Page(v.Size), "lineHeight": canvas.Page(v.Leading())}
		place := n.level
		switch {
		case n.level > 0 && n.gives == 0:
			place = levels - 1 // ECharts puts what gives nothing at the end
		case n.level > 0:
			label["backgroundColor"] = canvas.Page(p.Ground) // over the bands
		}
		count[place]++
		labels[place] = append(labels[place], text)
		nodes = append(nodes, opts.SankeyNode{Name: id(i)})
		styles = append(styles, map[string]any{
			"label": label, "itemStyle": map[string]any{"color": color, "borderWidth": canvas.Page(0), "decal": canvas.Page(decal)},
		})
	}
	// Labels are as far apart as the gaps at least, so none meet.
	tall, many := 1, 1
	for i := range labels {
		tall, many = max(tall, canvas.Tallest(labels[i])), max(many, count[i])
	}
	gap := float64(tall)*v.Leading() + 3
	height := max(v.Chart.Height, 90+gap*float64(many))
	var links []opts.SankeyLink
	flows := make([]any, len(bands))
	for i, b := range bands {
		// The values once more: go-echarts keeps them in single precision.
		links = append(links, opts.SankeyLink{Source: id(b.from), Target: id(b.to), Value: float32(b.value)})
		flows[i] = map[string]any{"value": b.value}
	}
	sankey := echarts.NewSankey()
	sankey.AddSeries("", nodes, links)
	left, right := v.Widest(labels[0])+canvas.LabelGap+2, v.Widest(labels[len(labels)-1])+canvas.LabelGap+2
	return canvas.Drawing{Height: height, FromLeft: true, Chart: sankey, Option: map[string]any{
		"series": []any{map[string]any{
			"left": canvas.Page(left), "right": canvas.Page(right), "top": canvas.Page(gap / 2), "bottom": canvas.Page(gap / 2), "nodeWidth": canvas.Page(9), "nodeGap": canvas.Page(gap), "draggable": canvas.Page(false), "data": styles, "links": flows,
			"lineStyle": map[string]any{"color": "source", "opacity": 0.35, "curveness": 0.5},
		}},
	}}
}
