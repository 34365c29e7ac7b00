package words

import (
	"slices"
	"strings"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// The words of the legend of a map.
const (
	Yes      = "نعم"
	No       = "لا"
	NotKnown = "غير معلوم"
)

// inCountries counts countries after a preposition.
func inCountries() numeral.Forms {
	return numeral.Forms{One: "دولة واحدة", Two: "دولتين", Few: "دول", Many: "دولةً"}
}

// describeMap says which countries have most and least, or which have what, and
// of which nothing is known.
func describeMap(g *grid.Grid, d describer) string {
	what := "خريطة"
	switch grid.ExtentOf(d.chart.Map) {
	case grid.World:
		what = "خريطة للعالم"
	case grid.CentralAsia:
		what = "خريطة لآسيا الوسطى"
	}
	parts := []string{d.opening(what) + " فيها بيانات عن " + numeral.Count(len(g.Categories), inCountries(), d.system)}
	for s, cells := range g.Cells {
		var says []string
		switch grid.ContentOf(cells) {
		case grid.Amount:
			says = d.mapAmounts(g, s)
		case grid.YesNo:
			says = append(says, d.members(g, s, Yes, func(c brief.Cell) bool { return c.Kind == brief.BoolCell && c.Number != 0 }))
			says = append(says, d.members(g, s, No, func(c brief.Cell) bool { return c.Kind == brief.BoolCell && c.Number == 0 }))
		case grid.Group:
			for _, group := range grid.GroupsOf(cells) {
				says = append(says, d.members(g, s, d.text(group), func(c brief.Cell) bool { return grid.GroupOf(c) == group }))
			}
		}
		says = append(says, d.members(g, s, NotKnown, func(c brief.Cell) bool { return c.Kind == brief.MissingCell }))
		says = slices.DeleteFunc(says, func(s string) bool { return s == "" })
		parts = append(parts, d.quoted(g.Series[s])+": "+strings.Join(says, "؛ "))
	}
	return sentences(parts...)
}

// place prints the name of a country of the data as the map does.
func (d describer) place(g *grid.Grid, c int) string {
	for _, t := range g.Territories() {
		if t.Category == c {
			return d.text(t.Name)
		}
	}
	return d.text(g.Categories[c])
}

// members says in which countries a word holds; of many only in how many.
func (d describer) members(g *grid.Grid, s int, word string, is func(brief.Cell) bool) string {
	var names []string
	for c, cell := range g.Cells[s] {
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
func (d describer) mapAmounts(g *grid.Grid, s int) []string {
	unit := g.UnitOf(s)
	if g.Percent(s) {
		unit = "%"
	}
	// The names as they are printed; the values stay.
	named := *g
	named.Categories = make([]string, len(g.Categories))
	for c := range named.Categories {
		named.Categories[c] = d.place(g, c)
	}
	named.Unit, named.Units = unit, nil
	low, high, n := extremes(g.Values[s])
	amount := func(c int) string { return d.amount(g.Values[s][c], unit) }
	switch {
	case n == 1:
		return []string{"القيمة الوحيدة " + amount(high) + " في " + d.quoted(named.Categories[high])}
	case g.Values[s][low] == g.Values[s][high]:
		return []string{"القيم متساوية، وهي " + amount(high)}
	}
	return []string{
		"الأعلى " + d.quoted(named.Categories[high]) + " بقيمة " + amount(high) + "، والأدنى " + d.quoted(named.Categories[low]) + " بقيمة " + amount(low),
		d.rest(&named, s, low, high),
	}
}
