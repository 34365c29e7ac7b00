package words

import (
	"slices"
	"strings"

	"warraq/charts/grid"
	"warraq/input/brief"
	"warraq/input/locale"
)

// Map says which countries have most and least, or which have what, and
// of which nothing is known.
func Map(g *grid.Grid, d Describer) string {
	what := d.called(g)
	switch grid.ExtentOf(d.chart.Map) {
	case grid.World:
		what = d.say.World
	case grid.CentralAsia:
		what = d.say.CentralAsia
	}
	parts := []string{locale.Say(d.say.MapData, d.titled(what), d.count(len(g.Categories), d.say.Nouns.Country))}
	for s, cells := range g.Cells {
		var says []string
		switch grid.ContentOf(cells) {
		case grid.Amount:
			says = d.mapAmounts(g, s)
		case grid.YesNo:
			says = append(says, d.members(g, s, d.Locale.Quote(d.say.Yes), func(c brief.Cell) bool { return c.Kind == brief.BoolCell && c.Number != 0 }))
			says = append(says, d.members(g, s, d.Locale.Quote(d.say.No), func(c brief.Cell) bool { return c.Kind == brief.BoolCell && c.Number == 0 }))
		case grid.Group:
			for _, group := range grid.GroupsOf(cells) {
				says = append(says, d.members(g, s, d.quoted(group).Nominative, func(c brief.Cell) bool { return grid.GroupOf(c) == group }))
			}
		}
		says = append(says, d.members(g, s, d.say.NotKnown, func(c brief.Cell) bool { return c.Kind == brief.MissingCell }))
		says = slices.DeleteFunc(says, func(s string) bool { return s == "" })
		parts = append(parts, locale.Say(d.say.SaidOf, d.quoted(g.Series[s]), locale.Plain(strings.Join(says, d.Locale.Marks.Semicolon))))
	}
	return d.sentences(parts...)
}

// place is the name of a country of the data as the map prints it.
func (d Describer) place(g *grid.Grid, c int) string {
	for _, t := range g.Territories(d.Locale.RightToLeft) {
		if t.Category == c {
			return t.Name
		}
	}
	return g.Categories[c]
}

// members says in which countries a word holds; of many only in how many.
func (d Describer) members(g *grid.Grid, s int, word string, is func(brief.Cell) bool) string {
	var names []string
	for c, cell := range g.Cells[s] {
		if is(cell) {
			names = append(names, d.name(d.place(g, c)).Nominative)
		}
	}
	switch {
	case len(names) == 0:
		return ""
	case len(names) > restLimit:
		return locale.Say(d.say.SaidOf, locale.Plain(word), d.count(len(names), d.say.Nouns.Country))
	}
	return locale.Say(d.say.SaidOf, locale.Plain(word), d.list(names))
}

// mapAmounts says which country has most and which least, and lists the others
// where they are few.
func (d Describer) mapAmounts(g *grid.Grid, s int) []string {
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
	switch {
	case n == 1:
		return []string{locale.Say(d.say.OnlyValue, d.quoted(named.Categories[high]), d.amount(g.Values[s][high], unit))}
	case g.Values[s][low] == g.Values[s][high]:
		return []string{locale.Say(d.say.AllSame.Of(n), d.amount(g.Values[s][high], unit))}
	}
	return []string{d.extremes(&named, s, low, high, d.say.Nouns.Country), d.rest(&named, s, low, high, d.say.RestOfCountries)}
}
