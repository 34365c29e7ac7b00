package words

import (
	"strings"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// Hierarchy says what each branch of the first level amounts to and, of
// each, the largest part.
func Hierarchy(g *grid.Grid, d Describer) string {
	root := g.Tree("")
	parts := []string{locale.Say(d.say.Levels, d.kind(g), d.count(root.Depth(), d.say.Nouns.Level), d.amount(root.Value, g.Unit))}
	for _, first := range root.Branches[:min(len(root.Branches), restLimit)] {
		text := locale.Say(d.say.AmountShare, d.amount(first.Value, g.Unit), d.share(first.Value/root.Value))
		var words []string
		for _, child := range first.Branches[:min(len(first.Branches), restLimit)] {
			words = append(words, d.item(child.Name, child.Value, g.Unit))
		}
		switch {
		case len(first.Branches) > restLimit:
			text += locale.Say(d.say.LargestParts, d.list(words))
		case len(words) > 0:
			text += locale.Say(d.say.ItsParts.Of(len(words)), d.list(words))
		}
		parts = append(parts, locale.Say(d.say.SaidOf, d.quoted(first.Name), locale.Plain(text)))
	}
	leaves := g.Values[0]
	if low, high, n := extremes(leaves); n > 1 {
		name := func(c int) locale.Phrase { return d.quoted(strings.Join(g.Path(c), d.say.Path)) }
		if leaves[low] == leaves[high] {
			return d.sentences(append(parts, locale.Say(d.say.AllSame.Of(n), d.amount(leaves[high], g.Unit)))...)
		}
		largest, most := d.holders(leaves, high, d.amount(leaves[high], g.Unit), name, d.say.Nouns.Item)
		smallest, least := d.holders(leaves, low, d.amount(leaves[low], g.Unit), name, d.say.Nouns.Item)
		parts = append(parts, locale.Say(d.say.LargestItem, largest, most, smallest, least))
	}
	return d.sentences(parts...)
}
