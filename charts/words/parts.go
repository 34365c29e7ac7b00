package words

import (
	"warraq/charts/grid"
	"warraq/input/locale"
)

// Parts says what each part amounts to, the largest first, and what all
// are together.
func Parts(g *grid.Grid, d Describer) string {
	if g.Levelled() {
		return Hierarchy(g, d)
	}
	values := g.Values[0]
	low, high, n := extremes(values)
	total := g.Total(0)
	if n == 1 {
		return d.sentences(locale.Say(d.say.HoldsOne, d.kind(g), d.quoted(g.Categories[high]), d.amount(values[high], g.Unit)), d.scale())
	}
	parts := []string{locale.Say(d.say.Holds.Of(n), d.kind(g), d.count(n, d.say.Nouns.Item), d.amount(total, g.Unit))}
	if values[low] == values[high] {
		parts = append(parts, locale.Say(d.say.AllSame.Of(n), d.amount(values[high], g.Unit)))
		return d.sentences(append(parts, d.scale())...)
	}
	most := d.amount(values[high], g.Unit)
	if total > 0 && !grid.IsPercent(g.Unit) {
		most = locale.Plain(locale.Say(d.say.OfShare, most, d.share(values[high]/total)))
	}
	name := func(c int) locale.Phrase { return d.quoted(g.Categories[c]) }
	largest, most := d.holders(values, high, most, name, d.say.Nouns.Item)
	smallest, least := d.holders(values, low, d.amount(values[low], g.Unit), name, d.say.Nouns.Item)
	parts = append(parts, locale.Say(d.say.Largest.Of(n), largest, most, smallest, least))
	return d.sentences(append(parts, d.rest(g, 0, low, high, d.say.Rest), d.Unknown(g), d.scale())...)
}
