package words

import (
	"strings"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// describeFacets says that there are panels, and then what each shows, as if
// they were series.
func describeFacets(g *grid.Grid, d describer) string {
	what := d.called(g)
	if g.Type == "area" && len(g.Panels[0].Grid.Series) == 1 {
		what = d.say.AreaAlone
	}
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
func (d describer) panelSentence(g *grid.Grid, s int) string {
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
