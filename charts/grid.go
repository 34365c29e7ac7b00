package charts

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// A grid is the data of a chart: a value for each category in each series.
type grid struct {
	// kind is the name of the chart's type.
	kind       string
	categories []string
	series     []string
	// values holds one list a series, with one value a category; NaN where
	// there is none.
	values [][]float64
	// cells holds where each value comes from, and what a value that is not a
	// number says; it is shaped like values.
	cells [][]brief.Cell
	// unit is the unit of all values, or empty.
	unit string
	// units, where set, holds the unit of each series instead.
	units []string
	// temporal reports that the categories are years or dates, which run from
	// left to right.
	temporal bool
	// paths, where set, holds the names above each category and its own, of a
	// hierarchy.
	paths [][]string
	// outliers, where set, holds the values beyond the whiskers of each box.
	outliers [][]float64
	// bands, where set, are the limits that divide the scale of a gauge.
	bands []float64
	// events, where set, are what a timeline shows, and lanes the rows they
	// stand in, if there are any.
	events []event
	lanes  []string
	// panels, where set, are the parts of the grid that stand beside each
	// other; all have the same categories and series.
	panels []panel
}

// value returns the value of a category in a series.
func (g *grid) value(series, category int) float64 { return g.values[series][category] }

// unitOf returns the unit of a series.
func (g *grid) unitOf(s int) string {
	if g.units != nil {
		return g.units[s]
	}
	return g.unit
}

// total returns the sum of a series without what is missing.
func (g *grid) total(series int) float64 {
	sum := 0.0
	for _, x := range g.values[series] {
		if !math.IsNaN(x) {
			sum += x
		}
	}
	return sum
}

// extent returns the smallest and the largest value, or two zeros.
func (g *grid) extent() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, list := range g.values {
		for _, x := range list {
			if !math.IsNaN(x) {
				low, high = min(low, x), max(high, x)
			}
		}
	}
	if low > high {
		return 0, 0
	}
	return low, high
}

// Limits of what one chart may hold.
const (
	maxRows        = 20_000
	maxLabel       = 200
	maxValue       = 1e15
	minValue       = 1e-15    // of what is not nought
	maxCells       = 50_000   // values: categories times series
	maxOption      = 10_000   // values in an option
	maxOptionText  = 64 << 10 // bytes of its texts and keys
	maxOptionDepth = 24
	minHeight      = 60
	maxHeight      = 1200
)

// shape says what a kind needs of its data.
type shape struct {
	// categories and series bound their numbers; zero means one.
	categories, series int
	// anything lets cells hold texts and yes or no beside numbers.
	anything bool
	// parts refuses negative values.
	parts bool
	// whole refuses a total of nothing.
	whole bool
	// logarithmic allows scale: log.
	logarithmic bool
	// sums adds values of one category without a word: rows of a ledger.
	sums bool
	// sort is the order where the author asks for none.
	sort string
	// names are columns that are the category or the value where the author
	// names none, best first.
	categoryNames, valueNames, seriesNames []string
	// countries says that the categories are countries: spellings of one are one
	// category, and another name is a problem.
	countries bool
	// check, where set, reports what else the kind cannot draw.
	check func(*reader, *grid)
	// leastCategories and leastSeries are what there must be; zero means one.
	leastCategories, leastSeries int
	// ownUnits gives each series the unit that its name has in brackets; the
	// chart's unit is that of the first.
	ownUnits bool
	// facets allows panels.
	facets bool
	// read, where set, reads a table that is not categories by series.
	read func(r *reader) *grid
}

// A reader reads one chart's table into a grid.
type reader struct {
	chart    *brief.Chart
	table    *brief.Table
	shape    shape
	problems problem.List
	// spoken are columns that are neither names nor values.
	spoken []int
	// countries holds where each country was first named, by its code.
	countries map[string]source.Span
	// unknown counts the names that no country has.
	unknown int
}

// read returns the data of a chart, or nil where there is none to speak of.
func (r *reader) read() *grid {
	if r.table == nil {
		// That an author names no data, or why those that are named are not there, was
		// told where the block was read.
		if r.chart.Fields == nil {
			r.problems.Add(missingData.At(r.chart.Span))
		}
		return nil
	}
	if n := len(r.table.Rows); n > maxRows {
		r.problems.Add(tooManyRows.At(r.chart.Field("data"), n, maxRows))
		return nil
	}
	if len(r.table.Rows) == 0 || len(r.table.Columns) == 0 {
		r.problems.Add(emptyData.At(r.chart.Field("data")))
		return nil
	}
	if r.shape.read != nil {
		return r.shape.read(r)
	}
	seriesColumn := r.named("series", r.chart.Series)
	if r.chart.Series == "" {
		seriesColumn = r.usual(r.shape.seriesNames)
	}
	facet := r.facet()
	category := r.category(seriesColumn)
	values := r.valueColumns(category, seriesColumn)
	if r.problems.HasErrors() {
		return nil
	}
	var g *grid
	if facet >= 0 {
		g = r.faceted(facet, category, seriesColumn, values)
	} else if g = r.collect(category, seriesColumn, values); !r.fits(g) {
		g = nil
	}
	if g == nil {
		return nil
	}
	g.unit = r.unit(values)
	if r.shape.ownUnits {
		g.units = unitsInNames(g)
	}
	r.sort(g)
	g.temporal = temporal(g.categories)
	r.check(g)
	return g
}

// named returns the index of a column the author names, -1 where none is named,
// and a problem where there is no such column.
func (r *reader) named(key, name string) int {
	if name == "" {
		return -1
	}
	if i := r.table.Column(name); i >= 0 {
		return i
	}
	var names []string
	for _, c := range r.table.Columns {
		names = append(names, c.Name)
	}
	r.problems.Add(unknownColumn.At(r.chart.Field(key), name, nearest(name, names), strings.Join(names, " · ")))
	return -1
}

// facet returns the column of the panels, or -1.
func (r *reader) facet() int {
	if r.chart.Facet == "" {
		if r.chart.Type == smallMultiples {
			r.problems.Add(missingFacet.At(r.chart.Span))
		}
		return -1
	}
	facet := r.named("facet", r.chart.Facet)
	r.spoken = append(r.spoken, facet)
	return facet
}

// category returns the column of names: the author's, one of the kind's usual
// names, or the first that is not all numbers.
func (r *reader) category(series int) int {
	if r.chart.Category != "" {
		return r.named("category", r.chart.Category)
	}
	if i := r.usual(r.shape.categoryNames); i >= 0 && i != series && !slices.Contains(r.spoken, i) {
		return i
	}
	for i := range r.table.Columns {
		if i != series && !slices.Contains(r.spoken, i) && !r.holds(i, brief.NumberCell) {
			return i
		}
	}
	for i := range r.table.Columns {
		if i != series && !slices.Contains(r.spoken, i) {
			return i
		}
	}
	r.problems.Add(missingColumn.At(r.chart.Span, "category"))
	return -1
}

// usual returns the first column that has one of some names.
func (r *reader) usual(names []string) int {
	for _, name := range names {
		for i, c := range r.table.Columns {
			if strings.EqualFold(c.Name, name) {
				return i
			}
		}
	}
	return -1
}

// holds reports whether all cells of a column that are not blank are of a kind,
// and some is.
func (r *reader) holds(column int, kind brief.CellKind) bool {
	some := false
	for _, row := range r.table.Rows {
		if column >= len(row.Cells) || row.Cells[column].Kind == brief.MissingCell {
			continue
		}
		if row.Cells[column].Kind != kind {
			return false
		}
		some = true
	}
	return some
}

// valueColumns returns the columns of numbers: those the author names, or those
// that hold numbers.
func (r *reader) valueColumns(category, series int) []int {
	var list []int
	names := r.chart.Values
	if r.chart.Value != "" {
		names = append([]string{r.chart.Value}, names...)
	}
	for _, name := range names {
		key := "values"
		if name == r.chart.Value {
			key = "value"
		}
		if i := r.named(key, name); i >= 0 {
			list = append(list, i)
		}
	}
	if len(names) > 0 {
		return list
	}
	if i := r.usual(r.shape.valueNames); i >= 0 && i != category && i != series && !slices.Contains(r.spoken, i) {
		return []int{i}
	}
	for i := range r.table.Columns {
		if i == category || i == series || slices.Contains(r.spoken, i) {
			continue
		}
		if r.shape.anything || r.holds(i, brief.NumberCell) {
			list = append(list, i)
		}
	}
	if series >= 0 && len(list) > 1 {
		list = list[:1] // the series column tells the series apart already
	}
	if len(list) == 0 && !r.problems.HasErrors() {
		r.problems.Add(missingColumn.At(r.chart.Span, "value"))
	}
	return list
}

// room returns for how many categories and series values are kept. A table may
// name another category and another series in each row, and values for all
// pairs of them would take no memory's measure: of what is too many only the
// names are counted.
func (r *reader) room() (categories, series int) {
	series = min(max(1, r.shape.series), maxCells)
	return min(max(1, r.shape.categories), max(1, maxCells/series)), series
}

// fits reports whether there is a value for each pair of names, and the problem
// that there is not.
func (r *reader) fits(g *grid) bool {
	categories, series := r.room()
	r.checkSize(g)
	return len(g.categories) <= categories && len(g.series) <= series
}

// collect gathers the values by category and series, in the order of the rows.
func (r *reader) collect(category, series int, values []int) *grid {
	g := &grid{}
	roomCategories, roomSeries := r.room()
	categories, seriesIndex := map[string]int{}, map[string]int{}
	seen := map[[2]int]bool{}
	addSeries := func(name string) int {
		i, ok := seriesIndex[name]
		if !ok {
			i = len(g.series)
			seriesIndex[name] = i
			g.series = append(g.series, name)
			if i < roomSeries {
				n := min(len(g.categories), roomCategories)
				g.values = append(g.values, nothing(n))
				g.cells = append(g.cells, slices.Repeat([]brief.Cell{{Kind: brief.MissingCell}}, n))
			}
		}
		return i
	}
	if series < 0 {
		for _, column := range values {
			addSeries(r.table.Columns[column].Name)
		}
	}
	for _, row := range r.table.Rows {
		name, place := r.name(row, category)
		if name == "" {
			if slices.ContainsFunc(values, func(column int) bool { return cellOf(row, column).Kind != brief.MissingCell }) {
				r.problems.Add(missingCategory.At(place, r.table.Columns[category].Name))
			}
			continue
		}
		key := name
		if r.shape.countries {
			var known bool
			if key, known = r.country(name, place); !known {
				continue
			}
		}
		c, ok := categories[key]
		if !ok {
			c = len(g.categories)
			categories[key] = c
			g.categories = append(g.categories, name)
			for s := range g.values {
				if c >= roomCategories {
					break
				}
				g.values[s] = append(g.values[s], math.NaN())
				g.cells[s] = append(g.cells[s], brief.Cell{Kind: brief.MissingCell})
			}
		}
		for i, column := range values {
			s := i
			if series >= 0 {
				seriesName, _ := r.name(row, series)
				s = addSeries(seriesName)
			}
			r.put(g, s, c, row, category, column, seen)
		}
	}
	return g
}

// put sets or adds one value, of a row's column to the name in its category.
func (r *reader) put(g *grid, s, c int, row brief.Row, category, column int, seen map[[2]int]bool) {
	cell := cellOf(row, column)
	x, ok := r.number(cell, r.table.Columns[column].Name)
	if !ok {
		return
	}
	if s >= len(g.values) || c >= len(g.values[s]) {
		return // there is no room, which fits reports
	}
	key := [2]int{s, c}
	if seen[key] {
		if r.shape.countries && (cell.Kind == brief.BoolCell || cell.Kind == brief.TextCell || cell.Kind == brief.DateCell) {
			r.problems.Add(duplicateCountry.At(cell.Span, g.categories[c]))
		} else if !r.shape.sums {
			r.problems.Add(duplicateCategory.At(cellOf(row, category).Span, g.categories[c]))
		}
		if old := g.values[s][c]; !math.IsNaN(old) && !math.IsNaN(x) {
			x += old
		} else if math.IsNaN(x) {
			return
		}
	}
	seen[key] = true
	g.values[s][c], g.cells[s][c] = x, cell
}

func nothing(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = math.NaN()
	}
	return list
}

func cellOf(row brief.Row, column int) brief.Cell {
	if column < 0 || column >= len(row.Cells) {
		return brief.Cell{Kind: brief.MissingCell, Span: row.Span}
	}
	return row.Cells[column]
}

// name returns the text of a cell that names a category or a series.
func (r *reader) name(row brief.Row, column int) (string, source.Span) {
	cell := cellOf(row, column)
	if cell.Kind == brief.MissingCell {
		return "", cell.Span
	}
	name := oneLine(cell.Text)
	if n := utf8.RuneCountInString(name); n > maxLabel {
		r.problems.Add(longLabel.At(cell.Span, n, maxLabel))
		return string([]rune(name)[:maxLabel]), cell.Span
	}
	return name, cell.Span
}

// number returns the value of a cell: NaN where it is missing, and false where
// it can be no value of this kind of chart.
func (r *reader) number(cell brief.Cell, column string) (float64, bool) {
	switch {
	case cell.Kind == brief.MissingCell:
		return math.NaN(), true
	case cell.Kind == brief.NumberCell, r.shape.anything && cell.Kind == brief.BoolCell:
		if !(math.Abs(cell.Number) <= maxValue) {
			r.problems.Add(notFinite.At(cell.Span, cell.Text, column))
			return 0, false
		}
		if cell.Number != 0 && math.Abs(cell.Number) < minValue {
			r.problems.Add(tooSmall.At(cell.Span, cell.Text, column))
			return 0, false
		}
		return cell.Number, true
	case r.shape.anything:
		return math.NaN(), true
	}
	r.problems.Add(notNumber.At(cell.Span, cell.Text, column))
	return 0, false
}

// sort orders the categories by the sum of their values.
func (r *reader) sort(g *grid) {
	order := r.chart.Sort
	if order == "" {
		order = r.shape.sort
	}
	if order != "descending" && order != "ascending" {
		return
	}
	sums := make([]float64, len(g.categories))
	for c := range g.categories {
		for s := range g.series {
			if x := g.values[s][c]; !math.IsNaN(x) {
				sums[c] += x
			}
		}
	}
	g.permute(sortedPlaces(sums, order == "ascending"))
}

// sortedPlaces returns the places of some values in their order. Equal values
// keep the order of the rows either way; what is not known comes first or last
// as the smallest would.
func sortedPlaces(values []float64, ascending bool) []int {
	places := make([]int, len(values))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int {
		if ascending {
			return cmp.Compare(values[a], values[b])
		}
		return cmp.Compare(values[b], values[a])
	})
	return places
}

// permute puts the categories in another order.
func (g *grid) permute(places []int) {
	for _, p := range g.panels {
		p.grid.permute(places)
	}
	g.categories = permuted(g.categories, places)
	for s := range g.values {
		g.values[s] = permuted(g.values[s], places)
		g.cells[s] = permuted(g.cells[s], places)
	}
}

func permuted[T any](list []T, places []int) []T {
	result := make([]T, len(list))
	for i, from := range places {
		result[i] = list[from]
	}
	return result
}

// checkSize reports that there are too many names for the kind, or too few.
func (r *reader) checkSize(g *grid) {
	if n, most := len(g.categories), max(1, r.shape.categories); n > most {
		r.problems.Add(tooManyCategories.At(r.chart.Field("data"), n, r.chart.Type, most))
	}
	if n, most := len(g.series), max(1, r.shape.series); n > most {
		r.problems.Add(tooManySeries.At(r.chart.Field("data"), n, r.chart.Type, most))
	}
	if n, least := len(g.categories), r.shape.leastCategories; n < least {
		r.problems.Add(tooFewCategories.At(r.chart.Field("data"), n, r.chart.Type, least))
	}
	if n, least := len(g.series), r.shape.leastSeries; n < least {
		r.problems.Add(tooFewSeries.At(r.chart.Field("data"), n, r.chart.Type, least))
	}
}

// check reports what the kind cannot draw.
func (r *reader) check(g *grid) {
	some := false
	for s, list := range g.cells {
		for c, cell := range list {
			x := g.values[s][c]
			if cell.Kind != brief.MissingCell {
				some = true
			}
			if r.chart.Scale == "log" && r.shape.logarithmic && x <= 0 {
				r.problems.Add(notLogarithmic.At(cell.Span, cell.Text))
			}
			if r.shape.parts && x < 0 {
				r.problems.Add(negativePart.At(cell.Span, cell.Text))
			}
		}
	}
	if r.shape.whole && some && len(g.series) == 1 && g.total(0) == 0 && !r.problems.HasErrors() {
		r.problems.Add(nothingWhole.At(r.chart.Field("data")))
	}
	if !some && !r.problems.HasErrors() {
		r.problems.Add(emptyData.At(r.chart.Field("data")))
	}
	if r.shape.check != nil {
		r.shape.check(r, g)
	}
	if r.chart.Scale == "log" && !r.shape.logarithmic {
		r.problems.Add(logStacked.At(r.chart.Field("scale"), r.chart.Type))
	}
}
