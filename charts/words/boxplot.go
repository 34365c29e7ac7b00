package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
	"warraq/input/locale"
)

// Boxes reads the five numbers of each box.
func Boxes(g *grid.Grid, d Describer) string {
	parts := []string{locale.Say(d.say.Compares, d.kind(g), d.count(len(g.Categories), d.say.Nouns.Category))}
	for c, name := range g.Categories {
		if math.IsNaN(g.Values[grid.BoxMedian][c]) {
			parts = append(parts, locale.Say(d.say.SaidOf, d.quoted(name), locale.Plain(d.say.NotKnown)))
			continue
		}
		amount := func(s int) locale.Phrase { return d.amount(g.Values[s][c], g.Unit) }
		text := locale.Say(d.say.Box, amount(grid.BoxMedian), amount(grid.BoxFirst), amount(grid.BoxThird), amount(grid.BoxLow), amount(grid.BoxHigh))
		if g.Outliers != nil && len(g.Outliers[c]) > 0 && len(g.Outliers[c]) <= restLimit {
			var words []string
			for _, x := range g.Outliers[c] {
				words = append(words, d.amount(x, g.Unit).Nominative)
			}
			text += locale.Say(d.say.Outliers, d.list(words))
		} else if g.Outliers != nil && len(g.Outliers[c]) > 0 {
			text += locale.SayPlain(d.say.ManyOutliers, numeral.Integer(len(g.Outliers[c]), d.System))
		}
		parts = append(parts, locale.Say(d.say.SaidOf, d.quoted(name), locale.Plain(text)))
	}
	if low, high, n := extremes(g.Values[grid.BoxMedian]); n > 1 && g.Values[grid.BoxMedian][low] != g.Values[grid.BoxMedian][high] {
		medians := g.Values[grid.BoxMedian]
		name := func(c int) locale.Phrase { return d.quoted(g.Categories[c]) }
		highest, _ := d.holders(medians, high, locale.Phrase{}, name, d.say.Nouns.Category)
		lowest, _ := d.holders(medians, low, locale.Phrase{}, name, d.say.Nouns.Category)
		parts = append(parts, locale.Say(d.say.MedianExtremes, highest, lowest))
	}
	return d.sentences(parts...)
}
