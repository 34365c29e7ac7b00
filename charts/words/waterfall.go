package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// Steps says what the sum is made of and what it comes to.
func Steps(g *grid.Grid, d Describer) string {
	values := g.Values[0]
	low, high, n := extremes(values)
	parts := []string{locale.Say(d.say.SumsTo, d.kind(g), d.count(n, d.say.Nouns.Value), d.amount(g.Total(0), g.Unit))}
	if n > 1 && values[high] > 0 {
		parts = append(parts, locale.Say(d.say.LargestRise, d.quoted(g.Categories[high]), d.amount(values[high], g.Unit)))
	}
	if values[low] < 0 {
		parts = append(parts, locale.Say(d.say.LargestFall, d.quoted(g.Categories[low]), d.amount(-values[low], g.Unit)))
	}
	var steps []string
	for c, x := range values {
		if !math.IsNaN(x) {
			steps = append(steps, d.item(g.Categories[c], x, g.Unit))
		}
	}
	if len(steps) <= restLimit {
		parts = append(parts, locale.Say(d.say.StepsInOrder, d.list(steps)))
	}
	return d.sentences(parts...)
}
