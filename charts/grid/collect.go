package grid

import (
	"math"
	"slices"
	"unicode/utf8"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
	"warraq/input/source"
)

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
func (r *reader) fits(g *Grid) bool {
	categories, series := r.room()
	r.checkSize(g)
	return len(g.Categories) <= categories && len(g.Series) <= series
}

// collect gathers the values by category and series, in the order of the rows.
func (r *reader) collect(category, series int, values []int) *Grid {
	if r.along {
		return r.collectTurned(series, values)
	}
	g := &Grid{}
	roomCategories, roomSeries := r.room()
	categories, seriesIndex := map[string]int{}, map[string]int{}
	seen := map[[2]int]bool{}
	addSeries := func(name string) int {
		i, ok := seriesIndex[name]
		if !ok {
			i = len(g.Series)
			seriesIndex[name] = i
			g.Series = append(g.Series, name)
			if i < roomSeries {
				n := min(len(g.Categories), roomCategories)
				g.Values = append(g.Values, nothing(n))
				g.Cells = append(g.Cells, slices.Repeat([]brief.Cell{{Kind: brief.MissingCell}}, n))
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
			if slices.ContainsFunc(values, func(column int) bool { return row.Cell(column).Kind != brief.MissingCell }) {
				r.problems.Add(missingCategory.At(place, r.table.Columns[category].Name))
			}
			continue
		}
		key := name
		if r.shape.countries {
			var known bool
			if key, name, known = r.nation(row, category, name, place); !known {
				continue
			}
		}
		c, ok := categories[key]
		if !ok {
			c = len(g.Categories)
			categories[key] = c
			g.Categories = append(g.Categories, name)
			for s := range g.Values {
				if c >= roomCategories {
					break
				}
				g.Values[s] = append(g.Values[s], math.NaN())
				g.Cells[s] = append(g.Cells[s], brief.Cell{Kind: brief.MissingCell})
			}
		}
		for i, column := range values {
			s := i
			if series >= 0 {
				seriesName, place := r.name(row, series)
				if seriesName == "" {
					if row.Cell(column).Kind != brief.MissingCell {
						r.problems.Add(missingCategory.At(place, r.table.Columns[series].Name))
					}
					continue
				}
				s = addSeries(seriesName)
			}
			r.put(g, s, c, row, category, column, seen)
		}
	}
	r.leaveOut(g)
	return g
}

// put sets or adds one value, of a row's column to the name in its category.
func (r *reader) put(g *Grid, s, c int, row brief.Row, category, column int, seen map[[2]int]bool) {
	cell := row.Cell(column)
	x, ok := r.number(cell, r.table.Columns[column])
	if !ok {
		return
	}
	if s >= len(g.Values) || c >= len(g.Values[s]) {
		return // there is no room, which fits reports
	}
	key := [2]int{s, c}
	if seen[key] && r.shape.single {
		old := g.Cells[s][c]
		switch {
		case cell.Kind == brief.MissingCell:
			return
		case old.Kind == brief.MissingCell:
		case old.Kind != brief.NumberCell && old.Kind == cell.Kind && old.Text == cell.Text:
			return // said twice in the same words
		default:
			r.problems.Add(twiceHeld.At(cell.Span, g.Categories[c], g.Series[s]))
			return
		}
	} else if seen[key] {
		if r.shape.countries && (cell.Kind == brief.BoolCell || cell.Kind == brief.TextCell || cell.Kind == brief.DateCell) {
			r.problems.Add(duplicateCountry.At(cell.Span, problem.Quoted(g.Categories[c])))
		} else if !r.shape.sums {
			r.problems.Add(duplicateCategory.At(row.Cell(category).Span, problem.Quoted(g.Categories[c])))
		}
		if old := g.Values[s][c]; !math.IsNaN(old) && !math.IsNaN(x) {
			x += old
		} else if math.IsNaN(x) {
			return
		}
	}
	seen[key] = true
	g.Values[s][c], g.Cells[s][c] = x, cell
	if r.ranges != nil {
		g.setErrors(s, c, r.errorRange(row, column, x))
	}
}

// name returns the text of a cell that names a category or a series.
func (r *reader) name(row brief.Row, column int) (string, source.Span) {
	cell := row.Cell(column)
	if cell.Kind == brief.MissingCell {
		return "", cell.Span
	}
	name := OneLine(cell.Text)
	if n := utf8.RuneCountInString(name); n > maxLabel {
		r.problems.Add(longLabel.At(cell.Span, problem.Quoted(n), maxLabel))
		return string([]rune(name)[:maxLabel]), cell.Span
	}
	return name, cell.Span
}

// number returns the value of a cell: NaN where it is missing, and false where
// it can be no value of this kind of chart.
func (r *reader) number(cell brief.Cell, in brief.Column) (float64, bool) {
	switch told, doubted := column.Problem(cell, in); {
	case cell.Kind == brief.MissingCell:
		return math.NaN(), true
	case cell.Kind == brief.NumberCell, r.shape.anything && cell.Kind == brief.BoolCell:
		if !(math.Abs(cell.Number) <= maxValue) {
			r.problems.Add(notFinite.At(cell.Span, problem.Quoted(cell.Text), in.Name))
			return 0, false
		}
		if cell.Number != 0 && math.Abs(cell.Number) < minValue {
			r.problems.Add(tooSmall.At(cell.Span, problem.Quoted(cell.Text), in.Name))
			return 0, false
		}
		return cell.Number, true
	case r.shape.anything && !unread(cell):
		return math.NaN(), true
	case doubted:
		r.problems.Add(told)
		return 0, false
	}
	r.problems.Add(notNumber.At(cell.Span, problem.Quoted(cell.Text), in.Name))
	return 0, false
}

// unread reports whether a cell is a number that could not be read, which is no word
// either.
func unread(cell brief.Cell) bool {
	switch cell.Doubt {
	case brief.OpenSeparator, brief.OtherSeparator, brief.OtherUnit, brief.NoSize, brief.NoPercent, brief.OnePercent:
		return true
	}
	return false
}
