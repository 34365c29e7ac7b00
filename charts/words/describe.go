// Package words is what charts say in Arabic: numbers with their units, names in
// the digits of the document, and, for readers who do not see a chart,
// sentences about what its data show.
package words

import (
	"math"
	"strings"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// Describe says in Arabic what a chart shows, from its data: what it is, the
// extremes, the total or the trend. It serves readers who do not see the
// figure.
func Describe(c *brief.Chart, g *grid.Grid, digits brief.Digits) string {
	return describer{chart: c, system: numeral.System(digits)}.describe(g)
}

// describe says what the data of a chart show, as its type says.
func (d describer) describe(g *grid.Grid) string {
	if g.Panels != nil {
		return describeFacets(g, d)
	}
	switch g.Type {
	case "funding", "pie", "treemap", "donut":
		return describeParts(g, d)
	case "holdings", "heatmap":
		return describeHoldings(g, d)
	case "line", "step", "area", "small-multiples", "combined":
		return describeTrend(g, d)
	case "waterfall":
		return describeWaterfall(g, d)
	case "funnel":
		return describeFunnel(g, d)
	case "sankey":
		return describeSankey(g, d)
	case "scatter", "bubble":
		return describeScatter(g, d)
	case "map":
		return describeMap(g, d)
	case "sunburst":
		return describeSunburst(g, d)
	case "gauge":
		return describeGauges(g, d)
	case "box-plot":
		return describeBoxes(g, d)
	case "timeline":
		return describeEvents(g, d)
	}
	return describeComparison(g, d)
}

// A describer prints what sentences need.
type describer struct {
	chart  *brief.Chart
	system numeral.System
}

// amount prints a value with its unit, in running text.
func (d describer) amount(x float64, unit string) string {
	return Amount(x, unit, d.system, false)
}

// genitive prints a value with its unit where it stands after a preposition: the
// dual that governs its noun, مليونا يورو, is مليوني يورو there.
func (d describer) genitive(x float64, unit string) string {
	text := d.amount(x, unit)
	for _, word := range []string{"ألف", "مليون", "مليار", "تريليون"} {
		if rest, ok := strings.CutPrefix(text, word+"ا "); ok {
			return word + "ي " + rest
		}
	}
	return text
}

func (d describer) text(s string) string {
	return Localise(s, d.system)
}

// quoted prints a name of the data.
func (d describer) quoted(name string) string { return "«" + d.text(name) + "»" }

// opening names the chart: "رسم بأعمدة أفقية بعنوان «…»".
func (d describer) opening(what string) string {
	if title := d.text(d.chart.Title); title != "" {
		return what + " بعنوان " + d.quoted(title)
	}
	return what
}

// list joins words as Arabic does: a و b و c, each with its و.
func list(words []string) string { return strings.Join(words, "، و") }

// sentences joins sentences with full stops.
func sentences(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p+".")
		}
	}
	return strings.Join(kept, " ")
}

// Things that are counted, in the genitive and accusative, where they stand
// after a verb or a preposition.
var (
	items   = numeral.Forms{One: "بندًا واحدًا", Two: "بندين", Few: "بنود", Many: "بندًا"}
	classes = numeral.Forms{One: "فئة واحدة", Two: "فئتين", Few: "فئات", Many: "فئةً"}
	strands = numeral.Forms{One: "سلسلة واحدة", Two: "سلسلتين", Few: "سلاسل", Many: "سلسلةً"}
	lists   = numeral.Forms{One: "صفّ واحد", Two: "صفّين", Few: "صفوف", Many: "صفًّا"}
	amounts = numeral.Forms{One: "قيمة واحدة", Two: "قيمتان", Few: "قيم", Many: "قيمةً"}
	columns = numeral.Forms{One: "عمود واحد", Two: "عمودين", Few: "أعمدة", Many: "عمودًا"}
)

// extremes returns the places of the smallest and the largest value of a list,
// the first where several are equal, and the number of values; -1 where there
// are none.
func extremes(values []float64) (low, high, n int) {
	low, high = -1, -1
	for i, x := range values {
		if math.IsNaN(x) {
			continue
		}
		n++
		if low < 0 || x < values[low] {
			low = i
		}
		if high < 0 || x > values[high] {
			high = i
		}
	}
	return low, high, n
}

// restLimit is the number of values that are read out one by one.
const restLimit = 8
