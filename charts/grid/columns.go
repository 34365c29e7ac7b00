package grid

import (
	"slices"
	"strings"

	"warraq/input/brief"
)

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

// category returns the column of names, and notes whether it holds times.
func (r *reader) category(series int) int {
	i := r.categoryColumn(series)
	r.timed = i >= 0 && r.isTimed(i) && !slices.ContainsFunc(r.table.Rows, func(row brief.Row) bool { return row.Cell(i).Kind == brief.TextCell })
	return i
}

// categoryColumn is the author's, one of the kind's usual names, or the first that is
// not all numbers.
func (r *reader) categoryColumn(series int) int {
	if r.chart.Category != "" {
		return r.named("category", r.chart.Category)
	}
	if r.chart.Labels != "" && r.shape.takes("labels") {
		return r.named("labels", r.chart.Labels)
	}
	if i := r.usual(r.shape.categoryNames); i >= 0 && i != series && !slices.Contains(r.spoken, i) {
		return i
	}
	varied := func(fits func(int) bool) func(int) bool {
		return func(i int) bool { return fits(i) && !r.constant(i) }
	}
	ranks := []func(int) bool{varied(r.isNamed), varied(r.isTimed), r.isNamed, r.isTimed, anyColumn}
	switch {
	case r.shape.running:
		// Times run along a line, first those that do not repeat: months of one year.
		ranks = []func(int) bool{func(i int) bool { return r.isTimed(i) && !r.repeats(i) }, varied(r.isTimed), r.isTimed, varied(r.isNamed), r.isNamed, anyColumn}
	case r.shape.upright:
		// So they do below upright bars, unless each row has a name of its own.
		ranks = append([]func(int) bool{func(i int) bool { return r.isNamed(i) && !r.repeats(i) }, varied(r.isTimed)}, ranks...)
	}
	for _, fits := range ranks {
		for i := range r.table.Columns {
			if i != series && !slices.Contains(r.spoken, i) && fits(i) {
				return i
			}
		}
	}
	r.problems.Add(missingColumn.At(r.chart.Span, "category"))
	return -1
}

func (r *reader) isNamed(column int) bool {
	return !r.table.Columns[column].Counted() && !r.isTimed(column)
}
func (r *reader) isTimed(column int) bool { return r.table.Columns[column].Type == brief.Times }
func anyColumn(int) bool                  { return true }

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

// any reports whether some cell of a column is of a kind.
func (r *reader) any(column int, kind brief.CellKind) bool {
	for _, row := range r.table.Rows {
		if column < len(row.Cells) && row.Cells[column].Kind == kind {
			return true
		}
	}
	return false
}

// valueColumns returns the columns of numbers: those the author names, or those
// that hold numbers.
func (r *reader) valueColumns(category, series int) []int {
	if list := r.endColumns(category, series); list != nil {
		return list
	}
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
		if c := r.table.Columns[i]; c.Counted() || r.shape.anything && !r.yearNumbers(i) {
			list = append(list, i)
		}
	}
	if len(list) == 0 && !r.problems.HasErrors() {
		// A column of numbers with other cells in it: these are what is wrong.
		for i := range r.table.Columns {
			if i != category && i != series && !slices.Contains(r.spoken, i) && r.any(i, brief.NumberCell) && !r.yearNumbers(i) {
				list = append(list, i)
			}
		}
	}
	if len(list) == 0 && !r.problems.HasErrors() {
		for i, c := range r.table.Columns {
			if i != category && i != series && r.yearNumbers(i) {
				r.problems.Add(yearsAlone.At(r.chart.Span, c.Name))
				return nil
			}
		}
	}
	if len(list) == 0 && !r.problems.HasErrors() {
		r.problems.Add(missingColumn.At(r.chart.Span, "value"))
	}
	return list
}

// yearNumbers reports whether a column holds years as numbers, which are values only
// where the author names them.
func (r *reader) yearNumbers(column int) bool {
	return r.table.Columns[column].Type == brief.Times && r.any(column, brief.NumberCell)
}

// facet returns the column of the panels, or -1.
func (r *reader) facet() int {
	if r.chart.Facet == "" {
		if r.shape.panelled {
			r.problems.Add(missingFacet.At(r.chart.Span))
		}
		return -1
	}
	facet := r.named("facet", r.chart.Facet)
	r.spoken = append(r.spoken, facet)
	return facet
}
