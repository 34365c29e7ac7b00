package words

import (
	"cmp"
	"math"
	"slices"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// describeSankey says what all gives and takes, and the largest flows.
func describeSankey(g *grid.Grid, d describer) string {
	total := 0.0
	type flow struct {
		from, to string
		amount   float64
	}
	var flows []flow
	for s := range g.Series {
		for c := range g.Categories {
			if x := g.Values[s][c]; !math.IsNaN(x) && x > 0 {
				total += x
				flows = append(flows, flow{g.Categories[c], g.Series[s], x})
			}
		}
	}
	slices.SortStableFunc(flows, func(a, b flow) int { return cmp.Compare(b.amount, a.amount) })
	parts := []string{d.opening("رسم تدفّقات") + " من " + numeral.Count(len(g.Categories), sources, d.system) + " إلى " + numeral.Count(len(g.Series), targets, d.system) + "، مجموعها " + d.amount(total, g.Unit)}
	var words []string
	for _, f := range flows[:min(len(flows), restLimit)] {
		words = append(words, "من "+d.quoted(f.from)+" إلى "+d.quoted(f.to)+" "+d.amount(f.amount, g.Unit))
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
