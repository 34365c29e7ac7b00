package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// describeWaterfall says what the sum is made of and what it comes to.
func describeWaterfall(g *grid.Grid, d describer) string {
	values := g.Values[0]
	low, high, n := extremes(values)
	parts := []string{d.opening("رسم شلّالي") + " يبيّن كيف تجتمع " + numeral.Count(n, amounts, d.system) + " في مجموع قدره " + d.amount(g.Total(0), g.Unit)}
	if n > 1 && values[high] > 0 {
		parts = append(parts, "أكبر زيادة "+d.quoted(g.Categories[high])+" بقيمة "+d.genitive(values[high], g.Unit))
	}
	if values[low] < 0 {
		parts = append(parts, "أكبر نقصان "+d.quoted(g.Categories[low])+" بقيمة "+d.genitive(values[low], g.Unit))
	}
	var steps []string
	for c, x := range values {
		if !math.IsNaN(x) {
			steps = append(steps, d.text(g.Categories[c])+" ("+d.amount(x, g.Unit)+")")
		}
	}
	if len(steps) <= restLimit {
		parts = append(parts, "الخطوات بالترتيب: "+list(steps))
	}
	return sentences(parts...)
}
