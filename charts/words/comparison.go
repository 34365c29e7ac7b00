package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// Comparison says which category has most and which least, series by
// series. Categories that are years tell a development instead.
func Comparison(g *grid.Grid, d Describer) string {
	if g.Temporal {
		return Trend(g, d)
	}
	count := d.count(len(g.Categories), d.say.Nouns.Category)
	parts := []string{locale.Say(d.say.Compares, d.kind(g), count)}
	if len(g.Series) > 1 {
		parts[0] = locale.Say(d.say.ComparesSeries, d.kind(g), count, d.count(len(g.Series), d.say.Nouns.Series))
	}
	for s, name := range g.Series {
		low, high, n := extremes(g.Values[s])
		if n == 0 {
			continue
		}
		text := ""
		switch {
		case n == 1:
			text = locale.Say(d.say.OnlyValue, d.quoted(g.Categories[high]), d.amount(g.Values[s][high], g.UnitOf(s)))
		case g.Values[s][low] == g.Values[s][high]:
			text = locale.Say(d.say.AllSame.Of(n), d.amount(g.Values[s][high], g.UnitOf(s)))
		default:
			text = d.extremes(g, s, low, high, d.say.Nouns.Category)
		}
		if len(g.Series) > 1 {
			text = locale.Say(d.say.InSeries, d.quoted(name), locale.Plain(text))
		}
		parts = append(parts, text)
		if len(g.Series) == 1 && n > 1 && g.Values[s][low] != g.Values[s][high] {
			parts = append(parts, d.rest(g, s, low, high, d.say.Rest))
		}
	}
	return d.sentences(append(parts, d.Unknown(g), d.Partial(g), d.scale())...)
}

// Shares says the same of what part of its category each series has, as it is
// drawn: of years too.
func Shares(g *grid.Grid, d Describer) string {
	d.shares = true
	return Comparison(&grid.Grid{Type: g.Type, Categories: g.Categories, Series: g.Series, Values: g.Shares(), Unit: "%", Temporal: g.Temporal}, d)
}

// extremes says which category has most and which least.
func (d Describer) extremes(g *grid.Grid, s, low, high int, noun locale.Noun) string {
	values := g.Values[s]
	name := func(c int) locale.Phrase { return d.quoted(g.Categories[c]) }
	highest, most := d.holders(values, high, d.amount(values[high], g.UnitOf(s)), name, noun)
	lowest, least := d.holders(values, low, d.amount(values[low], g.UnitOf(s)), name, noun)
	return locale.Say(d.say.Extremes, highest, most, lowest, least)
}

// rest lists the values that were not named yet, unless they are many.
func (d Describer) rest(g *grid.Grid, series, low, high int, what locale.Counted) string {
	var words []string
	for c, x := range g.Values[series] {
		if x != g.Values[series][low] && x != g.Values[series][high] && !math.IsNaN(x) {
			words = append(words, d.item(g.Categories[c], x, g.UnitOf(series)))
		}
	}
	if len(words) == 0 || len(words) > restLimit {
		return ""
	}
	return locale.Say(what.Of(len(words)), d.list(words))
}
