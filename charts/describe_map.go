package charts

import (
	"slices"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// inCountries counts countries after a preposition.
func inCountries() numeral.Forms {
	return numeral.Forms{One: "دولة واحدة", Two: "دولتين", Few: "دول", Many: "دولةً"}
}

// describeMap says which countries have most and least, or which have what, and
// of which nothing is known.
func describeMap(g *grid, d describer) string {
	what := "خريطة"
	switch extentOf(d.chart.Map) {
	case worldExtent:
		what = "خريطة للعالم"
	case centralAsia:
		what = "خريطة لآسيا الوسطى"
	}
	parts := []string{d.opening(what) + " فيها بيانات عن " + numeral.Count(len(g.categories), inCountries(), d.system)}
	for s, cells := range g.cells {
		var says []string
		switch columnOf(cells) {
		case mapAmount:
			says = d.mapAmounts(g, s)
		case mapYesNo:
			says = append(says, d.members(g, s, mapYes, func(c brief.Cell) bool { return c.Kind == brief.BoolCell && c.Number != 0 }))
			says = append(says, d.members(g, s, mapNo, func(c brief.Cell) bool { return c.Kind == brief.BoolCell && c.Number == 0 }))
		case mapGroup:
			for _, group := range groupsOf(cells) {
				says = append(says, d.members(g, s, d.text(group), func(c brief.Cell) bool { return groupOf(c) == group }))
			}
		}
		says = append(says, d.members(g, s, mapNotKnown, func(c brief.Cell) bool { return c.Kind == brief.MissingCell }))
		says = slices.DeleteFunc(says, func(s string) bool { return s == "" })
		parts = append(parts, d.quoted(g.series[s])+": "+strings.Join(says, "؛ "))
	}
	return sentences(parts...)
}

// place prints the name of a country of the data as the map does.
func (d describer) place(g *grid, c int) string {
	for _, t := range territories(g) {
		if t.category == c {
			return d.text(t.name)
		}
	}
	return d.text(g.categories[c])
}

// members says in which countries a word holds; of many only in how many.
func (d describer) members(g *grid, s int, word string, is func(brief.Cell) bool) string {
	var names []string
	for c, cell := range g.cells[s] {
		if is(cell) {
			names = append(names, d.place(g, c))
		}
	}
	switch {
	case len(names) == 0:
		return ""
	case len(names) > restLimit:
		return word + " في " + numeral.Count(len(names), inCountries(), d.system)
	}
	return word + " في " + list(names)
}

// mapAmounts says which country has most and which least, and lists the others
// where they are few.
func (d describer) mapAmounts(g *grid, s int) []string {
	unit := g.unitOf(s)
	if g.percent(s) {
		unit = "%"
	}
	// The names as they are printed; the values stay.
	named := *g
	named.categories = make([]string, len(g.categories))
	for c := range named.categories {
		named.categories[c] = d.place(g, c)
	}
	named.unit, named.units = unit, nil
	low, high, n := extremes(g.values[s])
	amount := func(c int) string { return d.amount(g.values[s][c], unit) }
	switch {
	case n == 1:
		return []string{"القيمة الوحيدة " + amount(high) + " في " + d.quoted(named.categories[high])}
	case g.values[s][low] == g.values[s][high]:
		return []string{"القيم متساوية، وهي " + amount(high)}
	}
	return []string{
		"الأعلى " + d.quoted(named.categories[high]) + " بقيمة " + amount(high) + "، والأدنى " + d.quoted(named.categories[low]) + " بقيمة " + amount(low),
		d.rest(&named, s, low, high),
	}
}
