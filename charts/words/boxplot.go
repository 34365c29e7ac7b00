package words

import (
	"math"
	"strings"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// describeBoxes reads the five numbers of each box.
func describeBoxes(g *grid.Grid, d describer) string {
	parts := []string{d.opening("رسم صندوقي") + " يقارن " + numeral.Count(len(g.Categories), classes, d.system)}
	for c, name := range g.Categories {
		if math.IsNaN(g.Values[grid.BoxMedian][c]) {
			parts = append(parts, d.quoted(name)+": لا بيانات")
			continue
		}
		amount := func(s int) string { return d.amount(g.Values[s][c], g.Unit) }
		text := d.quoted(name) + ": الوسيط " + amount(grid.BoxMedian) + "، والربيعان " + amount(grid.BoxFirst) + " و" + amount(grid.BoxThird) + "، والطرفان " + amount(grid.BoxLow) + " و" + amount(grid.BoxHigh)
		if g.Outliers != nil && len(g.Outliers[c]) > 0 && len(g.Outliers[c]) <= restLimit {
			var words []string
			for _, x := range g.Outliers[c] {
				words = append(words, d.amount(x, g.Unit))
			}
			text += "، وما يتجاوزهما " + strings.Join(words, " و")
		} else if g.Outliers != nil && len(g.Outliers[c]) > 0 {
			text += "، ويتجاوزهما " + numeral.Count(len(g.Outliers[c]), amounts, d.system)
		}
		parts = append(parts, text)
	}
	if low, high, n := extremes(g.Values[grid.BoxMedian]); n > 1 && g.Values[grid.BoxMedian][low] != g.Values[grid.BoxMedian][high] {
		parts = append(parts, "أعلى وسيط في "+d.quoted(g.Categories[high])+"، وأدناه في "+d.quoted(g.Categories[low]))
	}
	return sentences(parts...)
}
