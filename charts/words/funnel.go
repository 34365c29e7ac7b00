package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// Funnel reads the stages in order, each with what is left of the
// first.
func Funnel(g *grid.Grid, d Describer) string {
	var steps []string
	first, last := math.NaN(), math.NaN()
	for c, x := range g.Values[0] {
		if math.IsNaN(x) {
			continue
		}
		if math.IsNaN(first) {
			first = x
		}
		last = x
		steps = append(steps, d.item(g.Categories[c], x, g.Unit))
	}
	parts := []string{
		locale.Say(d.say.Stages, d.kind(g), d.count(len(steps), d.say.Nouns.Stage)),
		locale.Say(d.say.StagesInOrder, d.list(steps)),
	}
	if len(steps) > 1 && first > 0 {
		parts = append(parts, locale.Say(d.say.Reached, d.share(last/first)))
	}
	return d.sentences(parts...)
}
