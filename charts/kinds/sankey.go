package kinds

import (
	"strconv"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// Flows draws who gives to what: givers where reading begins, what they
// give to on the other side, a band for each amount. ECharts has givers on the
// left only.
func Flows(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	room := v.Width * 0.3
	var givers, takers []string
	var nodes []opts.SankeyNode
	var styles []any
	var links []opts.SankeyLink
	// A name may stand on both sides, so nodes are told apart by number.
	giver := func(c int) string { return "a" + strconv.Itoa(c) }
	taker := func(s int) string { return "b" + strconv.Itoa(s) }
	node := func(id, text, whole, side, color string, decal any) {
		nodes = append(nodes, opts.SankeyNode{Name: id})
		styles = append(styles, map[string]any{
			"label":     map[string]any{"show": true, "formatter": canvas.Fitted(text, whole), "position": side, "color": p.Text, "fontSize": canvas.Page(v.Size), "lineHeight": canvas.Page(v.Leading())},
			"itemStyle": map[string]any{"color": color, "borderWidth": canvas.Page(0), "decal": canvas.Page(decal)},
		})
	}
	for c, name := range g.Categories {
		sum := 0.0
		for s := range g.Series {
			if x := g.Value(s, c); x > 0 {
				sum += x
				links = append(links, opts.SankeyLink{Source: giver(c), Target: taker(s), Value: float32(x)})
			}
		}
		if sum > 0 {
			amount := "\n" + canvas.Shield(v.Amount(sum, g.Unit))
			text := canvas.ReadingOrder(v.Wrap(v.Label(name), room) + amount)
			givers = append(givers, text)
			node(giver(c), text, v.Label(name)+amount, "left", p.Color(c), p.Decal(c, c-1))
		}
	}
	for s, name := range g.Series {
		if sum := g.Total(s); sum > 0 {
			amount := "\n" + canvas.Shield(v.Amount(sum, g.Unit))
			text := canvas.ReadingOrder(v.Wrap(v.Label(name), room) + amount)
			takers = append(takers, text)
			node(taker(s), text, v.Label(name)+amount, "right", p.Muted, map[string]any{"symbol": "none"})
		}
	}
	// Labels are as far apart as the gaps at least, so none meet.
	gap := float64(max(canvas.Tallest(givers), canvas.Tallest(takers)))*v.Leading() + 3
	height := max(v.Chart.Height, 90+gap*float64(max(len(givers), len(takers))))
	flows := make([]any, len(links))
	for i := range links {
		// The values once more: go-echarts keeps them in single precision.
		c, s := index(links[i].Source), index(links[i].Target)
		flows[i] = map[string]any{"value": g.Value(s, c)}
	}
	sankey := echarts.NewSankey()
	sankey.AddSeries("", nodes, links)
	left, right := v.Widest(givers)+canvas.LabelGap+2, v.Widest(takers)+canvas.LabelGap+2
	return canvas.Drawing{Height: height, FromLeft: true, Chart: sankey, Option: map[string]any{
		"series": []any{map[string]any{
			"left": canvas.Page(left), "right": canvas.Page(right), "top": canvas.Page(gap / 2), "bottom": canvas.Page(gap / 2), "nodeWidth": canvas.Page(9), "nodeGap": canvas.Page(gap), "draggable": canvas.Page(false), "data": styles, "links": flows,
			"lineStyle": map[string]any{"color": "source", "opacity": 0.35, "curveness": 0.5},
		}},
	}}
}

// index reads the number of a node back.
func index(node any) int {
	name, _ := node.(string)
	n, err := strconv.Atoi(name[1:])
	if err != nil {
		return 0
	}
	return n
}
