package words

import (
	"strings"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// Panels says that there are panels, and then what each shows, as if they were
// series.
func Panels(g *grid.Grid, d Describer) string { return panels(g, d, d.called(g)) }

// AreaPanels says the same of areas, which are not stacked where each panel has
// only one.
func AreaPanels(g *grid.Grid, d Describer) string {
	if len(g.Panels[0].Grid.Series) == 1 {
		return panels(g, d, d.say.AreaAlone)
	}
	return Panels(g, d)
}

// panels says it of what each panel is called.
func panels(g *grid.Grid, d Describer, what string) string {
	opening := d.titled(locale.Say(d.say.Panels, d.count(len(g.Panels), d.say.Nouns.Panel)))
	parts := []string{locale.Say(d.say.InEach.Of(len(g.Panels)), opening, locale.Plain(what))}
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
	text := locale.Say(d.say.Highest, d.quoted(g.Categories[high]), d.amount(g.Values[s][high], g.Unit))
	if g.Values[s][low] != g.Values[s][high] {
		text = d.extremes(g, s, low, high)
	}
	if len(g.Series) > 1 {
		return locale.Say(d.say.InSeries, d.quoted(g.Series[s]), locale.Plain(text))
	}
	return text
}
