package grid

import (
	"slices"
	"strings"

	"warraq/charts/outlines"
	"warraq/input/brief"
	"warraq/input/country"
	"warraq/input/problem"
)

// A Content says what one column of a map holds.
type Content int

// What a column can hold.
const (
	nothingKnown Content = iota // blank cells alone
	Amount                      // numbers
	YesNo                       // yes or no
	Group                       // names of groups
)

// ContentOf is what the first cell says that is not blank.
func ContentOf(cells []brief.Cell) Content {
	for _, cell := range cells {
		switch cell.Kind {
		case brief.NumberCell:
			return Amount
		case brief.BoolCell:
			return YesNo
		case brief.TextCell, brief.DateCell:
			return Group
		}
	}
	return nothingKnown
}

// fits reports whether a cell is of its column's kind. A group may be called by
// a number.
func (k Content) fits(cell brief.Cell) bool {
	switch cell.Kind {
	case brief.MissingCell:
		return true
	case brief.NumberCell:
		return k == Amount || k == Group
	case brief.BoolCell:
		return k == YesNo
	}
	return k == Group
}

// Marked reports whether a map has marks: where the author says so, or gives
// more columns than a country has colours.
func Marked(c *brief.Chart, g *Grid) bool {
	return c.Style == "marks" || c.Style == "" && len(g.Series) > 1
}

// GroupsOf lists the groups of a column in the order of the rows.
func GroupsOf(cells []brief.Cell) []string {
	var names []string
	seen := map[string]bool{}
	for _, cell := range cells {
		if name := GroupOf(cell); name != "" && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

// GroupOf is the group that a cell names, or empty.
func GroupOf(cell brief.Cell) string {
	if cell.Kind == brief.MissingCell {
		return ""
	}
	return strings.Join(strings.Fields(cell.Text), " ")
}

// checkMap reports what a map cannot show.
func checkMap(r *reader, g *Grid) {
	c := r.chart
	if len(c.Map) > 1 || len(c.Map) == 1 && !slices.Contains(extents(), c.Map[0]) {
		for _, name := range c.Map {
			r.checkExtent(name)
		}
	}
	kinds := make([]Content, len(g.Series))
	count := map[Content]int{}
	for s, cells := range g.Cells {
		kinds[s] = ContentOf(cells)
		count[kinds[s]]++
		for i, cell := range cells {
			if !kinds[s].fits(cell) {
				r.problems.Add(mixedColumn.At(cell.Span, problem.Quoted(cell.Text), g.Series[s]))
			} else if Marked(c, g) && kinds[s] == Amount && g.Value(s, i) < 0 {
				r.problems.Add(negativeMark.At(cell.Span, problem.Quoted(cell.Text)))
			}
		}
		if n := len(GroupsOf(cells)); kinds[s] == Group && n > mapGroups {
			r.problems.Add(tooManyGroups.At(c.Field("data"), n, mapGroups))
		}
	}
	switch {
	case !Marked(c, g) && len(g.Series) > 1:
		r.problems.Add(mapColumns.At(c.Field("values")))
	case count[Amount] > 1, count[Group] > 1, count[YesNo] > 0 && count[Amount]+count[Group] > 0:
		r.problems.Add(mapColumns.At(c.Field("values")))
	}
	r.checkPlaces(g)
}

// checkExtent reports a name in the list of countries to show that says no place.
func (r *reader) checkExtent(name string) {
	place := r.chart.Field("map")
	said := country.Of(name)
	switch {
	case said.Kind == country.Several:
		r.problems.Add(oneOf(said, name, place))
	case said.Kind != country.One:
		r.problems.Add(unknownExtent.At(place, name, suggestCountry(name, extents()...)))
	default:
		if _, ok := outlines.Of(said.Countries[0]); !ok {
			r.problems.Add(countryNotDrawn.At(place, problem.Quoted(name)))
		}
	}
}

// SeriesOf returns the first series of a kind, or -1.
func (g *Grid) SeriesOf(kind Content) int {
	for s, cells := range g.Cells {
		if ContentOf(cells) == kind {
			return s
		}
	}
	return -1
}
