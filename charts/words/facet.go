package words

import (
	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// describeFacets says that there are panels, and then what each shows, as if
// they were series.
func describeFacets(g *grid.Grid, d describer) string {
	what := what(g)
	if what == stackedAreaName && len(g.Panels[0].Grid.Series) == 1 {
		what = areaName
	}
	parts := []string{d.opening(numeral.Count(len(g.Panels), panelCounts, d.system)+" على مقياس واحد") + "، في كلّ منها " + what}
	for _, p := range g.Panels {
		own := *p.Grid
		own.Unit = g.Unit
		text := d.quoted(p.Name) + ": "
		for s := range own.Series {
			switch sentence := d.panelSentence(&own, s); {
			case sentence == "":
			case s > 0:
				text += "؛ و" + sentence
			default:
				text += sentence
			}
		}
		parts = append(parts, text)
	}
	return sentences(append(parts, d.scale())...)
}

// panelSentence is the trend of a series of dates, or else its extremes.
func (d describer) panelSentence(g *grid.Grid, s int) string {
	low, high, n := extremes(g.Values[s])
	if n == 0 {
		return NoValue
	}
	if g.Temporal {
		return d.trend(g, s)
	}
	text := "الأعلى "
	if len(g.Series) > 1 {
		text = "في " + d.quoted(g.Series[s]) + " الأعلى "
	}
	text += d.quoted(g.Categories[high]) + " بقيمة " + d.genitive(g.Values[s][high], g.Unit)
	if g.Values[s][low] != g.Values[s][high] {
		text += "، والأدنى " + d.quoted(g.Categories[low]) + " بقيمة " + d.genitive(g.Values[s][low], g.Unit)
	}
	return text
}

var panelCounts = numeral.Forms{One: "لوحة صغيرة", Two: "لوحتان صغيرتان", Few: "لوحات صغيرة", Many: "لوحة صغيرة"}
