package words

import (
	"math"
	"strings"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// Trend says how each series went from its first value to its last, and
// where it was highest and lowest.
func Trend(g *grid.Grid, d Describer) string {
	if !g.Temporal {
		return Comparison(g, d)
	}
	opening := d.kind(g)
	if len(g.Series) > 1 {
		opening = locale.Plain(locale.Say(d.say.TrendSeries, opening, d.count(len(g.Series), d.say.Nouns.Series)))
	}
	if first, last := span(g); last > first {
		opening = locale.Plain(locale.Say(d.say.TrendSpan, opening, d.name(g.Categories[first]), d.name(g.Categories[last])))
	}
	parts := []string{opening.Nominative}
	for s := range g.Series {
		parts = append(parts, d.trend(g, s))
	}
	return d.sentences(append(parts, d.Unknown(g), d.Partial(g), d.scale())...)
}

// trend is the sentence of one series.
func (d Describer) trend(g *grid.Grid, s int) string {
	values := g.Values[s]
	first, last := -1, -1
	for c, x := range values {
		if math.IsNaN(x) {
			continue
		}
		if first < 0 {
			first = c
		}
		last = c
	}
	if first < 0 {
		return ""
	}
	subject := locale.Plain(d.say.TheValue)
	if len(g.Series) > 1 {
		subject = locale.Plain(locale.Say(d.say.ValueOf, d.quoted(g.Series[s])))
	}
	amount := func(c int) locale.Phrase { return d.amount(values[c], g.UnitOf(s)) }
	when := func(c int) locale.Phrase { return d.name(g.Categories[c]) }
	if first == last {
		return locale.Say(d.say.Single, subject, amount(first), when(first))
	}
	var b strings.Builder
	from, to := values[first], values[last]
	low, high, _ := extremes(values)
	// What is printed alike is the same to who reads it.
	same := func(a, b int) bool { return amount(a) == amount(b) }
	switch {
	case same(low, high):
		return locale.Say(d.say.Constant, subject, amount(first))
	case same(first, last):
		b.WriteString(locale.Say(d.say.Returned, subject, when(last), when(first), amount(first)))
	case to > from:
		b.WriteString(locale.Say(d.say.Rose, subject, amount(first), when(first), amount(last), when(last)))
	default:
		b.WriteString(locale.Say(d.say.Fell, subject, amount(first), when(first), amount(last), when(last)))
	}
	if from > 0 && !same(first, last) && !grid.IsPercent(g.UnitOf(s)) {
		b.WriteString(locale.Say(d.say.By, d.share(math.Abs(to-from)/from)))
	}
	if !same(high, first) && !same(high, last) {
		b.WriteString(locale.Say(d.say.HighestIn, amount(high), when(high)))
	}
	if !same(low, first) && !same(low, last) {
		b.WriteString(locale.Say(d.say.LowestIn, amount(low), when(low)))
	}
	return b.String()
}

// span returns the first and the last time at which some series has a value: a
// change from one time to the next has none at the first.
func span(g *grid.Grid) (first, last int) {
	first, last = len(g.Categories), -1
	for _, values := range g.Values {
		for c, x := range values {
			if !math.IsNaN(x) {
				first, last = min(first, c), max(last, c)
			}
		}
	}
	return first, last
}
