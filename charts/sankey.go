package charts

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/fonts/numeral"
)

func sankeyShape() shape {
	return shape{
		categories: 20, series: 20, parts: true, sums: true,
		categoryNames: []string{"payer", "الجهة المموِّلة", "الجهة الممولة", "الممول", "المصدر"},
		seriesNames:   []string{"programme", "program", "البرنامج", "payee", "المستفيد", "الوجهة"},
		valueNames:    []string{"amount", "المبلغ", "القيمة", "value"},
	}
}

// buildSankey draws who gives to what: givers on the right, what they give to
// on the left, a band for each amount. ECharts has givers on the left only, so
// the shapes are turned round.
func buildSankey(v *canvas, g *grid) drawing {
	p := v.Palette
	room := v.width * 0.3
	var givers, takers []string
	var nodes []opts.SankeyNode
	var styles []any
	var links []opts.SankeyLink
	// A name may stand on both sides, so nodes are told apart by number.
	giver := func(c int) string { return "a" + strconv.Itoa(c) }
	taker := func(s int) string { return "b" + strconv.Itoa(s) }
	node := func(id, text, side, color string, decal any) {
		nodes = append(nodes, opts.SankeyNode{Name: id})
		styles = append(styles, map[string]any{
			"label":     map[string]any{"show": true, "formatter": text, "position": side, "color": p.Text, "fontSize": v.Size, "lineHeight": v.leading()},
			"itemStyle": map[string]any{"color": color, "borderWidth": 0, "decal": decal},
		})
	}
	for c, name := range g.categories {
		sum := 0.0
		for s := range g.series {
			if x := g.value(s, c); x > 0 {
				sum += x
				links = append(links, opts.SankeyLink{Source: giver(c), Target: taker(s), Value: float32(x)})
			}
		}
		if sum > 0 {
			text := readingOrder(v.wrap(v.label(name), room) + "\n" + shield(v.amount(sum, g.unit)))
			givers = append(givers, text)
			node(giver(c), text, "left", p.color(c), p.decal(c, len(g.categories)))
		}
	}
	for s, name := range g.series {
		if sum := g.total(s); sum > 0 {
			text := readingOrder(v.wrap(v.label(name), room) + "\n" + shield(v.amount(sum, g.unit)))
			takers = append(takers, text)
			node(taker(s), text, "right", p.Muted, map[string]any{"symbol": "none"})
		}
	}
	// Labels are as far apart as the gaps at least, so none meet.
	gap := float64(max(tallest(givers), tallest(takers)))*v.leading() + 3
	height := max(v.chart.Height, 90+gap*float64(max(len(givers), len(takers))))
	flows := make([]any, len(links))
	for i := range links {
		// The values once more: go-echarts keeps them in single precision.
		c, s := index(links[i].Source), index(links[i].Target)
		flows[i] = map[string]any{"value": g.value(s, c)}
	}
	sankey := echarts.NewSankey()
	sankey.AddSeries("", nodes, links)
	left, right := v.widest(givers)+labelGap+2, v.widest(takers)+labelGap+2
	return drawing{height: height, mirror: v.rtl, chart: sankey, patch: map[string]any{
		"series": []any{map[string]any{
			"left": left, "right": right, "top": gap / 2, "bottom": gap / 2, "nodeWidth": 9, "nodeGap": gap, "draggable": false, "data": styles, "links": flows,
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

// describeSankey says what all gives and takes, and the largest flows.
func describeSankey(g *grid, d describer) string {
	total := 0.0
	type flow struct {
		from, to string
		amount   float64
	}
	var flows []flow
	for s := range g.series {
		for c := range g.categories {
			if x := g.values[s][c]; !math.IsNaN(x) && x > 0 {
				total += x
				flows = append(flows, flow{g.categories[c], g.series[s], x})
			}
		}
	}
	slices.SortStableFunc(flows, func(a, b flow) int { return cmp.Compare(b.amount, a.amount) })
	parts := []string{d.opening("رسم تدفّقات") + " من " + numeral.Count(len(g.categories), sources, d.system) + " إلى " + numeral.Count(len(g.series), targets, d.system) + "، مجموعها " + d.amount(total, g.unit)}
	var words []string
	for _, f := range flows[:min(len(flows), restLimit)] {
		words = append(words, "من "+d.quoted(f.from)+" إلى "+d.quoted(f.to)+" "+d.amount(f.amount, g.unit))
	}
	what := "التدفّقات: "
	if len(flows) > restLimit {
		what = "أكبر التدفّقات: "
	}
	return sentences(append(parts, what+list(words))...)
}

var (
	sources = numeral.Forms{One: "مصدر واحد", Two: "مصدرين", Few: "مصادر", Many: "مصدرًا"}
	targets = numeral.Forms{One: "وجهة واحدة", Two: "وجهتين", Few: "وجهات", Many: "وجهةً"}
)
