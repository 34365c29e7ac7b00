package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// describeParts says what each part amounts to, the largest first, and what all
// are together.
func describeParts(g *grid.Grid, d describer) string {
	what := map[string]string{"funding": "رسم بأعمدة أفقية للتمويل", "pie": "رسم دائري", "donut": "رسم حلقي", "treemap": "رسم شجري بالمستطيلات"}[g.Type]
	values := g.Values[0]
	low, high, n := extremes(values)
	total := g.Total(0)
	var parts []string
	if n == 1 {
		return sentences(d.opening(what) + " فيه بند واحد: " + d.text(g.Categories[high]) + " " + d.amount(values[high], g.Unit))
	}
	parts = append(parts, d.opening(what)+" يضمّ "+numeral.Count(n, items, d.system)+" مجموعها "+d.amount(total, g.Unit))
	largest := "أكبرها " + d.quoted(g.Categories[high]) + " بقيمة " + d.genitive(values[high], g.Unit)
	if total > 0 && !grid.IsPercent(g.Unit) {
		largest += " (" + Share(values[high]/total, d.system) + " من المجموع)"
	}
	if values[low] != values[high] {
		parts = append(parts, largest+"، وأصغرها "+d.quoted(g.Categories[low])+" بقيمة "+d.genitive(values[low], g.Unit))
	} else {
		parts = append(parts, "قيمها جميعًا متساوية: "+d.amount(values[high], g.Unit))
	}
	if rest := d.rest(g, 0, low, high); rest != "" {
		parts = append(parts, rest)
	}
	if d.chart.Scale == "log" {
		parts = append(parts, "المقياس لوغاريتمي")
	}
	return sentences(parts...)
}

// rest lists the values that were not named yet, unless they are many.
func (d describer) rest(g *grid.Grid, series, low, high int) string {
	var words []string
	for c, x := range g.Values[series] {
		if c != low && c != high && !math.IsNaN(x) {
			words = append(words, d.text(g.Categories[c])+" ("+d.amount(x, g.Unit)+")")
		}
	}
	if len(words) == 0 || len(words) > restLimit {
		return ""
	}
	return "وسائر البنود: " + list(words)
}
