package words

import (
	"warraq/charts/grid"
	"warraq/input/locale"
)

// marks says the lines and bands that are drawn over the values.
func (d Describer) marks(g *grid.Grid) string {
	var parts []string
	for _, m := range g.Marks {
		label := d.name(m.Label)
		when := d.name(m.From)
		switch {
		case m.Across:
			when = d.amount(m.Value, g.Unit)
			if g.Units != nil {
				when = d.amount(m.Value, g.UnitOf(m.Series))
			}
		case m.From != m.To:
			when = locale.Plain(locale.Say(d.say.Range, d.name(m.From), d.name(m.To)))
		}
		switch {
		case m.Label == "":
			parts = append(parts, when.Nominative)
		case m.Across:
			parts = append(parts, locale.Say(d.say.NameAmount, label, when))
		default:
			parts = append(parts, locale.Say(d.say.SaidOf, when, label))
		}
	}
	return d.sentences(parts...)
}
