package words

import (
	"math"
	"strconv"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
	"warraq/input/locale"
)

// Gaps says what a comparison says, and between the values of which name there is
// most.
func Gaps(g *grid.Grid, d Describer) string {
	gaps := make([]float64, len(g.Categories))
	for c := range gaps {
		low, high := math.NaN(), math.NaN()
		for s := range g.Series {
			if x := g.Values[s][c]; math.IsNaN(low) {
				low, high = x, x
			} else if !math.IsNaN(x) {
				low, high = min(low, x), max(high, x)
			}
		}
		if gaps[c] = math.NaN(); high > low {
			gaps[c] = high - low
		}
	}
	text := Comparison(g, d)
	if said := d.sentences(d.widest(g, gaps, d.say.LargestGap)); said != "" {
		text += " " + said
	}
	return text
}

// widest says which name has the largest of some differences, where there are two or
// more that are known.
func (d Describer) widest(g *grid.Grid, gaps []float64, what string) string {
	low, high, n := extremes(gaps)
	if n < 2 || gaps[low] == gaps[high] {
		return ""
	}
	name := func(c int) locale.Phrase { return d.quoted(g.Categories[c]) }
	who, much := d.holders(gaps, high, d.amount(gaps[high], g.Unit), name, d.say.Nouns.Category)
	return locale.Say(what, who, much)
}

// Slopes says how each name went from one end to the other; of many which rose and
// which fell most.
func Slopes(g *grid.Grid, d Describer) string {
	first, last := g.Categories[0], g.Categories[1]
	opening := locale.Plain(locale.Say(d.say.TrendSeries, d.kind(g), d.count(len(g.Series), d.say.Nouns.Series)))
	parts := []string{locale.Say(d.say.TrendSpan, opening, d.name(first), d.name(last))}
	if len(g.Series) <= restLimit {
		for s := range g.Series {
			parts = append(parts, d.trend(g, s))
		}
		return d.sentences(append(parts, d.Unknown(g))...)
	}
	changes := make([]float64, len(g.Series))
	for s, values := range g.Values {
		changes[s] = values[1] - values[0]
	}
	low, high, n := extremes(changes)
	name := func(s int) locale.Phrase { return d.quoted(g.Series[s]) }
	if n > 0 && changes[high] > 0 {
		who, much := d.holders(changes, high, d.amount(changes[high], g.Unit), name, d.say.Nouns.Series)
		parts = append(parts, locale.Say(d.say.LargestRise, who, much))
	}
	if n > 0 && changes[low] < 0 {
		who, much := d.holders(changes, low, d.amount(-changes[low], g.Unit), name, d.say.Nouns.Series)
		parts = append(parts, locale.Say(d.say.LargestFall, who, much))
	}
	return d.sentences(append(parts, d.Unknown(g))...)
}

// Ranges says from where to where each name runs; of many the lowest beginning and the
// highest end; and which range is the widest.
func Ranges(g *grid.Grid, d Describer) string {
	count := d.count(len(g.Categories), d.say.Nouns.Category)
	parts := []string{locale.Say(d.say.Compares, d.kind(g), count)}
	if g.EndsCalled() {
		parts[0] = locale.Say(d.say.ComparesRanges, d.kind(g), count, d.quoted(g.Series[0]), d.quoted(g.Series[1]))
	}
	amount := func(x float64) locale.Phrase {
		if g.Years {
			return locale.Plain(numeral.Digits(strconv.Itoa(int(x)), d.System))
		}
		return d.amount(x, g.Unit)
	}
	var listed []string
	widths := make([]float64, len(g.Categories))
	for c, name := range g.Categories {
		from, to := g.Values[0][c], g.Values[1][c]
		if widths[c] = to - from; !math.IsNaN(widths[c]) {
			listed = append(listed, locale.Say(d.say.NameAmount, d.name(name), locale.Plain(locale.Say(d.say.Range, amount(from), amount(to)))))
		}
	}
	if len(g.Categories) <= restLimit {
		parts = append(parts, d.list(listed).Nominative)
	} else {
		for s, name := range g.Series {
			low, high, n := extremes(g.Values[s])
			if n < 2 {
				continue
			}
			called := func(c int) locale.Phrase { return d.quoted(g.Categories[c]) }
			highest, most := d.holders(g.Values[s], high, amount(g.Values[s][high]), called, d.say.Nouns.Category)
			lowest, least := d.holders(g.Values[s], low, amount(g.Values[s][low]), called, d.say.Nouns.Category)
			parts = append(parts, locale.Say(d.say.InSeries, d.quoted(name), locale.Plain(locale.Say(d.say.Extremes, highest, most, lowest, least))))
		}
	}
	if !g.Years {
		parts = append(parts, d.widest(g, widths, d.say.WidestRange))
	}
	return d.sentences(append(parts, d.Unknown(g), d.scale())...)
}
