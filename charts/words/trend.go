package words

import (
	"math"
	"strings"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// describeTrend says how each series went from its first value to its last, and
// where it was highest and lowest.
func describeTrend(g *grid.Grid, d describer) string {
	if !g.Temporal {
		return describeComparison(g, d)
	}
	opening := d.opening(what(g))
	if len(g.Series) > 1 {
		opening += " فيه " + numeral.Count(len(g.Series), nominative, d.system)
	}
	if n := len(g.Categories); n > 1 {
		opening += " من " + d.text(g.Categories[0]) + " إلى " + d.text(g.Categories[n-1])
	}
	parts := []string{opening}
	for s := range g.Series {
		parts = append(parts, d.trend(g, s))
	}
	return sentences(append(parts, d.scale())...)
}

var nominative = numeral.Forms{One: "سلسلة واحدة", Two: "سلسلتان", Few: "سلاسل", Many: "سلسلةً"}

// trend is the sentence of one series.
func (d describer) trend(g *grid.Grid, s int) string {
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
	subject := "القيمة"
	if len(g.Series) > 1 {
		subject = "قيمة " + d.quoted(g.Series[s])
	}
	// After a preposition, or as what كان is said of.
	at := func(c int) string { return d.genitive(values[c], g.UnitOf(s)) + " في " + d.text(g.Categories[c]) }
	if first < 0 {
		return ""
	}
	if first == last {
		return subject + " " + d.amount(values[first], g.UnitOf(s)) + " في " + d.text(g.Categories[first])
	}
	var b strings.Builder
	from, to := values[first], values[last]
	low, high, _ := extremes(values)
	switch {
	case values[low] == values[high]:
		return "بقيت " + subject + " ثابتة عند " + d.genitive(from, g.UnitOf(s))
	case to > from:
		b.WriteString("ارتفعت " + subject + " من " + at(first) + " إلى " + at(last))
	case to < from:
		b.WriteString("انخفضت " + subject + " من " + at(first) + " إلى " + at(last))
	default:
		b.WriteString("عادت " + subject + " في " + d.text(g.Categories[last]) + " إلى ما كانت عليه في " + d.text(g.Categories[first]) + "، وهو " + d.amount(from, g.UnitOf(s)))
	}
	if from > 0 && to != from && !grid.IsPercent(g.UnitOf(s)) {
		b.WriteString("، أي بنسبة " + Share(math.Abs(to-from)/from, d.system))
	}
	if high != first && high != last {
		b.WriteString("، وكان أعلاها " + at(high))
	}
	if low != first && low != last {
		b.WriteString("، وأدناها " + at(low))
	}
	return b.String()
}
