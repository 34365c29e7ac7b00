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
	name := func(c int) locale.Phrase { return d.quoted(g.Categories[c]) }
	parts := []string{locale.Say(d.say.SumsTo, d.kind(g), d.count(n, d.say.Nouns.Value), d.amount(g.Total(0), g.Unit))}
	if n > 1 && values[high] > 0 {
		who, most := d.holders(values, high, d.amount(values[high], g.Unit), name, d.say.Nouns.Value)
		parts = append(parts, locale.Say(d.say.LargestRise, who, most))
	}
	if values[low] < 0 {
		who, most := d.holders(values, low, d.amount(-values[low], g.Unit), name, d.say.Nouns.Value)
		parts = append(parts, locale.Say(d.say.LargestFall, who, most))
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
