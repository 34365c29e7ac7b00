package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// Gauges says what each value is, and against what.
func Gauges(g *grid.Grid, d Describer) string {
	parts := []string{locale.Say(d.say.Shows, d.kind(g), d.count(len(g.Categories), d.say.Nouns.Value))}
	for c, name := range g.Categories {
		x := g.Value(0, c)
		text := d.say.NotKnown
		switch {
		case math.IsNaN(x):
		case len(g.Series) > 1 && g.Value(1, c) > 0:
			text = locale.Say(d.say.AgainstTarget, d.amount(x, g.Unit), d.share(x/g.Value(1, c)), d.amount(g.Value(1, c), g.Unit))
		default:
			text = d.amount(x, g.Unit).Nominative
		}
		parts = append(parts, locale.Say(d.say.SaidOf, d.quoted(name), locale.Plain(text)))
	}
	if len(g.Bands) > 0 {
		var words []string
		for _, x := range g.Bands {
			words = append(words, d.amount(x, g.Unit).Nominative)
		}
		parts = append(parts, locale.Say(d.say.BandLimits, d.list(words)))
	}
	return d.sentences(parts...)
}
