package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// errors says the error ranges of values: each, or of many the widest of each series.
func (d Describer) errors(g *grid.Grid) string {
	lists, widest := make([][]string, len(g.Series)), make([]string, len(g.Series))
	count, several := 0, -1
	for s := range g.Errors {
		width := math.Inf(-1)
		for c := range g.Categories {
			low, high := g.ErrorRange(s, c)
			if math.IsNaN(low) && math.IsNaN(high) {
				continue
			}
			said := d.errorRange(low, high, g.UnitOf(s))
			if name := g.Categories[c]; name != "" { // of a point that has one
				said = locale.Say(d.say.NameAmount, d.name(name), locale.Plain(said))
			}
			lists[s] = append(lists[s], said)
			if high-low > width {
				widest[s], width = said, high-low
			}
		}
		count += len(lists[s])
		if len(lists[s]) > 0 {
			several++
		}
	}
	var parts []string
	for s, name := range g.Series {
		said := ""
		switch {
		case len(lists[s]) == 0:
			continue
		case count <= restLimit && several > 0:
			said = locale.Say(d.say.ErrorIn, d.quoted(name), d.list(lists[s]))
		case count <= restLimit:
			said = locale.Say(d.say.ErrorList, d.list(lists[s]))
		case several > 0:
			said = locale.Say(d.say.InSeries, d.quoted(name), locale.Plain(locale.Say(d.say.WidestError, locale.Plain(widest[s]))))
		default:
			said = locale.Say(d.say.WidestError, locale.Plain(widest[s]))
		}
		parts = append(parts, said)
	}
	return d.sentences(parts...)
}

// errorRange is a range in words, of which one end may not be known.
func (d Describer) errorRange(low, high float64, unit string) string {
	amount := func(x float64) locale.Phrase {
		if math.IsNaN(x) {
			return locale.Plain(d.say.NotKnown)
		}
		return d.amount(x, unit)
	}
	return locale.Say(d.say.Range, amount(low), amount(high))
}
