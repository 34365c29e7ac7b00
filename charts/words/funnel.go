package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// describeFunnel reads the stages in order, each with what is left of the
// first.
func describeFunnel(g *grid.Grid, d describer) string {
	var steps []string
	first, last := math.NaN(), math.NaN()
	for c, x := range g.Values[0] {
		if math.IsNaN(x) {
			continue
		}
		if math.IsNaN(first) {
			first = x
		}
		last = x
		steps = append(steps, d.text(g.Categories[c])+" ("+d.amount(x, g.Unit)+")")
	}
	parts := []string{d.opening("رسم قِمعي") + " من " + numeral.Count(len(steps), stages, d.system), "المراحل بالترتيب: " + list(steps)}
	if len(steps) > 1 && first > 0 {
		parts = append(parts, "ما بلغ المرحلة الأخيرة "+Share(last/first, d.system)+" من الأولى")
	}
	return sentences(parts...)
}

var stages = numeral.Forms{One: "مرحلة واحدة", Two: "مرحلتين", Few: "مراحل", Many: "مرحلةً"}
