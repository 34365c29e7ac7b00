package words

import (
	"strings"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// Panels says that there are panels, and then what each shows, as if they were
// series.
func Panels(g *grid.Grid, d Describer) string {
	opening := d.titled(locale.Say(d.say.Panels, d.count(len(g.Panels), d.say.Nouns.Panel)))
	parts := []string{locale.Say(d.say.InEach.Of(len(g.Panels)), opening, locale.Plain(d.called(g)))}
	for _, p := range g.Panels {
		own := *p.Grid
		own.Unit = g.Unit
		var said []string
		for s := range own.Series {
			if sentence := d.panelSentence(&own, s); sentence != "" {
				said = append(said, sentence)
			}
		}
		parts = append(parts, locale.Say(d.say.SaidOf, d.quoted(p.Name), locale.Plain(strings.Join(said, d.Locale.Marks.Semicolon))))
	}
	return d.sentences(append(parts, d.scale())...)
}

// panelSentence is the trend of a series of dates, or else its extremes.
func (d Describer) panelSentence(g *grid.Grid, s int) string {
	low, high, n := extremes(g.Values[s])
	if n == 0 {
		return d.say.NotKnown
	}
	if g.Temporal {
		return d.trend(g, s)
	}
	text := ""
	switch {
	case n == 1:
		text = locale.Say(d.say.Highest, d.quoted(g.Categories[high]), d.amount(g.Values[s][high], g.Unit))
	case g.Values[s][low] == g.Values[s][high]:
		text = locale.Say(d.say.AllSame.Of(n), d.amount(g.Values[s][high], g.Unit))
	default:
		text = d.extremes(g, s, low, high, d.say.Nouns.Category)
	}
	if len(g.Series) > 1 {
		return locale.Say(d.say.InSeries, d.quoted(g.Series[s]), locale.Plain(text))
	}
	return text
}
