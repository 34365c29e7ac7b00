package charts

import (
	"math"
	"slices"
	"strings"

	"warraq/charts/outlines"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// A mapColumn says what one column of a map holds.
type mapColumn int

const (
	mapUnknown mapColumn = iota // nothing
	mapAmount
	mapYesNo
	mapGroup
)

// columnOf is what the first cell says that is not blank.
func columnOf(cells []brief.Cell) mapColumn {
	for _, cell := range cells {
		switch cell.Kind {
		case brief.NumberCell:
			return mapAmount
		case brief.BoolCell:
			return mapYesNo
		case brief.TextCell, brief.DateCell:
			return mapGroup
		}
	}
	return mapUnknown
}

// fits reports whether a cell is of its column's kind. A group may be called by
// a number.
func (k mapColumn) fits(cell brief.Cell) bool {
	switch cell.Kind {
	case brief.MissingCell:
		return true
	case brief.NumberCell:
		return k == mapAmount || k == mapGroup
	case brief.BoolCell:
		return k == mapYesNo
	}
	return k == mapGroup
}

// marked reports whether a map has marks: where the author says so, or gives
// more columns than a country has colours.
func marked(c *brief.Chart, g *grid) bool {
	return c.Style == "marks" || c.Style == "" && len(g.series) > 1
}

// groupsOf lists the groups of a column in the order of the rows.
func groupsOf(cells []brief.Cell) []string {
	var names []string
	seen := map[string]bool{}
	for _, cell := range cells {
		if name := groupOf(cell); name != "" && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

func groupOf(cell brief.Cell) string {
	if cell.Kind == brief.MissingCell {
		return ""
	}
	return strings.Join(strings.Fields(cell.Text), " ")
}

// country returns the code of a country's name, and reports another name.
func (r *reader) country(name string, place source.Span) (string, bool) {
	c, ok := outlines.Find(name)
	if !ok {
		// To seek a suggestion takes its time: a table without any country in it
		// gets no more than a screenful.
		advice := problem.Text{}
		if r.unknown++; r.unknown <= 40 {
			advice = suggestCountry(name)
		}
		r.problems.Add(unknownCountry.At(place, name, advice))
		return "", false
	}
	if r.countries == nil {
		r.countries = map[string]source.Span{}
	}
	if _, ok := r.countries[c.Alpha2]; !ok {
		r.countries[c.Alpha2] = place
	}
	return c.Alpha2, true
}

// suggestCountry is advice on a name that is neither a country's nor one of some
// others.
func suggestCountry(name string, others ...string) problem.Text {
	names := others
	for _, c := range outlines.Countries() {
		names = append(names, c.Arabic, c.English)
	}
	return problem.DidYouMean(name, names)
}

// checkMap reports what a map cannot show.
func checkMap(r *reader, g *grid) {
	c := r.chart
	if len(c.Map) > 1 || len(c.Map) == 1 && !slices.Contains(extents(), c.Map[0]) {
		for _, name := range c.Map {
			if _, ok := outlines.Find(name); !ok {
				r.problems.Add(unknownExtent.At(c.Field("map"), name, suggestCountry(name, extents()...)))
			}
		}
	}
	kinds := make([]mapColumn, len(g.series))
	count := map[mapColumn]int{}
	for s, cells := range g.cells {
		kinds[s] = columnOf(cells)
		count[kinds[s]]++
		for i, cell := range cells {
			if !kinds[s].fits(cell) {
				r.problems.Add(mixedColumn.At(cell.Span, cell.Text, g.series[s]))
			} else if marked(c, g) && kinds[s] == mapAmount && g.value(s, i) < 0 {
				r.problems.Add(negativeMark.At(cell.Span, cell.Text))
			}
		}
		if n := len(groupsOf(cells)); kinds[s] == mapGroup && n > mapGroups {
			r.problems.Add(tooManyGroups.At(c.Field("data"), n, mapGroups))
		}
	}
	switch {
	case !marked(c, g) && len(g.series) > 1:
		r.problems.Add(mapColumns.At(c.Field("values")))
	case count[mapAmount] > 1, count[mapGroup] > 1, count[mapYesNo] > 0 && count[mapAmount]+count[mapGroup] > 0:
		r.problems.Add(mapColumns.At(c.Field("values")))
	}
	r.checkPlaces(g)
}

// extents are the names of parts of the earth that are no country's.
func extents() []string { return append(worldNames(), centralAsiaNames()...) }

// checkPlaces reports countries that have values and are not on the map.
func (r *reader) checkPlaces(g *grid) {
	frame, _ := frameOf(r.chart.Map)
	// Which places are on a map does not depend on its width.
	m := frame.Fit(100, 30, 80)
	for _, t := range territories(g) {
		if !m.Holds(m.At(t.Label)) {
			r.problems.Add(outsideMap.At(r.countries[t.Alpha2], t.name))
		}
	}
}

// column returns the first series of a kind, or -1.
func (g *grid) column(kind mapColumn) int {
	for s, cells := range g.cells {
		if columnOf(cells) == kind {
			return s
		}
	}
	return -1
}

// known are the values of a series that there are.
func (g *grid) known(s int) []float64 {
	var list []float64
	for _, x := range g.values[s] {
		if !math.IsNaN(x) {
			list = append(list, x)
		}
	}
	return list
}

// percent reports whether a series is counted in percent, by its unit or by what
// its cells say.
func (g *grid) percent(s int) bool {
	if g.unitOf(s) != "" {
		return isPercent(g.unitOf(s))
	}
	for _, cell := range g.cells[s] {
		if cell.Kind == brief.NumberCell {
			return inPercent(cell)
		}
	}
	return false
}
