package words

import (
	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// describeSunburst says what each branch of the first level amounts to and, of
// each, the largest part.
func describeSunburst(g *grid.Grid, d describer) string {
	root := g.Tree("")
	amount := func(b *grid.Branch) string {
		return d.amount(b.Value, g.Unit) + " (" + Share(b.Value/root.Value, d.system) + " من المجموع)"
	}
	parts := []string{d.opening("رسم هرمي بالحلقات") + " من " + numeral.Count(root.Depth(), tiers, d.system) + "، مجموعه " + d.amount(root.Value, g.Unit)}
	for _, first := range root.Branches[:min(len(root.Branches), restLimit)] {
		text := d.quoted(first.Name) + ": " + amount(first)
		var words []string
		for _, child := range first.Branches[:min(len(first.Branches), restLimit)] {
			words = append(words, d.text(child.Name)+" ("+d.amount(child.Value, g.Unit)+")")
		}
		switch {
		case len(first.Branches) > restLimit:
			text += "، أكبر أجزائه " + list(words)
		case len(words) > 0:
			text += "، وأجزاؤه " + list(words)
		}
		parts = append(parts, text)
	}
	leaves := g.Values[0]
	if low, high, n := extremes(leaves); n > 1 {
		parts = append(parts, "أكبر بند "+d.quoted(g.Categories[high])+" بقيمة "+d.genitive(leaves[high], g.Unit)+"، وأصغر بند "+d.quoted(g.Categories[low])+" بقيمة "+d.genitive(leaves[low], g.Unit))
	}
	return sentences(parts...)
}

var tiers = numeral.Forms{One: "مستوى واحد", Two: "مستويين", Few: "مستويات", Many: "مستوىً"}
