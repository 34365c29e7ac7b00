package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// NoValue says that a value is not known.
const NoValue = "غير متاح"

// describeGauges says what each value is, and against what.
func describeGauges(g *grid.Grid, d describer) string {
	parts := []string{d.opening("مقياس") + " يعرض " + numeral.Count(len(g.Categories), shownAmounts, d.system)}
	for c, name := range g.Categories {
		x := g.Value(0, c)
		text := d.quoted(name) + ": "
		switch {
		case math.IsNaN(x):
			text += NoValue
		case len(g.Series) > 1 && g.Value(1, c) > 0:
			text += d.amount(x, g.Unit) + "، أي " + Share(x/g.Value(1, c), d.system) + " من هدف قدره " + d.amount(g.Value(1, c), g.Unit)
		default:
			text += d.amount(x, g.Unit)
		}
		parts = append(parts, text)
	}
	if len(g.Bands) > 0 {
		var words []string
		for _, x := range g.Bands {
			words = append(words, d.amount(x, g.Unit))
		}
		parts = append(parts, "حدود النطاقات: "+list(words))
	}
	return sentences(parts...)
}

var shownAmounts = numeral.Forms{One: "قيمة واحدة", Two: "قيمتين", Few: "قيم", Many: "قيمةً"}
