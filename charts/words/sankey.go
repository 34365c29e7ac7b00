package words

import (
	"cmp"
	"math"
	"slices"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// Flows says what all gives and takes, and the largest flows.
func Flows(g *grid.Grid, d Describer) string {
	if g.Levelled() {
		return Hierarchy(g, d)
	}
	total := 0.0
	type flow struct {
		from, to string
		amount   float64
	}
	var flows []flow
	from, to := map[string]bool{}, map[string]bool{} // those that give or take something
	for s := range g.Series {
		for c := range g.Categories {
			if x := g.Values[s][c]; !math.IsNaN(x) && x > 0 {
				total += x
				from[g.Categories[c]], to[g.Series[s]] = true, true
				flows = append(flows, flow{g.Categories[c], g.Series[s], x})
			}
		}
	}
	slices.SortStableFunc(flows, func(a, b flow) int { return cmp.Compare(b.amount, a.amount) })
	opening := locale.Say(d.say.Flows, d.kind(g), d.count(len(from), d.say.Nouns.Source), d.count(len(to), d.say.Nouns.Target), d.amount(total, g.Unit))
	var words []string
	for _, f := range flows[:min(len(flows), restLimit)] {
		words = append(words, locale.Say(d.say.Flow, d.quoted(f.from), d.quoted(f.to), d.amount(f.amount, g.Unit)))
	}
	what := d.say.FlowList
	if len(flows) > restLimit {
		what = d.say.LargestFlows
	}
	return d.sentences(opening, locale.Say(what, d.list(words)))
}
