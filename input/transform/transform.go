// Package transform changes the rows of a table in a few declared ways before
// they are drawn: filter, sort, group, top, pivot, unpivot, fill, share,
// running-total, compute, join, convert and
// deflate. Each step takes a table and hands
// on another; the one it was given stays as it is. A cell keeps the place it came
// from, so that what is wrong with it still points at the author's file; a cell
// that is computed has the place of the first one it was computed from.
package transform

import (
	"math"
	"slices"
	"strconv"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
	"warraq/input/source"
)

// A Step is one change of the rows, as an author declared it.
type Step interface {
	// place is where the step stands in the brief.
	place() source.Span
	// needs are the columns that the step names.
	needs() []brief.Field
	// gives returns the names of the columns after the step, and false where
	// they hang on the rows.
	gives(names []string) ([]string, bool)
	// apply changes the run's table.
	apply(r *run)
}

// Result is what the steps made.
type Result struct {
	Table *brief.Table
	// Rates are those that amounts were converted by, in the order of their use.
	Rates []brief.Rate
	// Prices are those of the last deflate step, or nil.
	Prices *brief.Prices
	// Unknown names the cells that sums of group steps went without, since nothing
	// is known of them.
	Unknown []string
	// Unit is what the last convert step counts in, or empty; Currency reports
	// that it is the code of a currency.
	Unit     string
	Currency bool
}

// Apply takes a table through the steps. Where there are errors the table of the
// result is nil.
func Apply(t *brief.Table, steps []Step) (Result, problem.List) {
	r := &run{table: t}
	r.checkNames(steps)
	for _, s := range steps {
		if r.problems.HasErrors() {
			break
		}
		for _, f := range s.needs() {
			r.column(f)
		}
		if r.problems.HasErrors() {
			break
		}
		s.apply(r)
		if len(r.table.Rows) == 0 && !r.problems.HasErrors() {
			r.problems.Add(noRows.At(s.place()))
		}
	}
	if r.problems.HasErrors() {
		return Result{}, r.problems
	}
	return Result{markComputed(column.Find(r.table)), r.rates, r.prices, r.unknown(), r.unit, r.currency}, r.problems
}

// run is a table on its way through the steps.
type run struct {
	table *brief.Table
	// owned reports that no one else has the table's cells, so that they may be
	// written to.
	owned    bool
	rates    []brief.Rate
	prices   *brief.Prices
	lacks    []lack
	repeats  map[repeat]bool
	unit     string
	currency bool
	problems problem.List
}

// checkNames looks up the columns that all steps name, so that one run tells of
// every wrong name, as far as names can be known before the rows are.
func (r *run) checkNames(steps []Step) {
	names := namesOf(r.table)
	for _, s := range steps {
		for _, f := range s.needs() {
			r.look(f, names)
		}
		known := false
		if names, known = s.gives(names); !known {
			return
		}
	}
}

func namesOf(t *brief.Table) []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// look returns the place of a name among others, or -1 and a problem.
func (r *run) look(f brief.Field, names []string) int {
	if i := slices.Index(names, f.Value); i >= 0 {
		return i
	}
	r.problems.Add(unknownColumn.At(f.Span, f.Value, problem.DidYouMean(f.Value, names)))
	return -1
}

// column returns the index of a column that the table has, or -1 and a problem.
func (r *run) column(f brief.Field) int { return r.look(f, namesOf(r.table)) }

// replace sets the rows of a new table with the columns of the old one.
func (r *run) replace(rows []brief.Row) {
	t := *r.table
	t.Rows = rows
	r.table = &t
}

// change returns the table's rows with cells that may be written to. They are
// copied once, however many steps there are.
func (r *run) change() []brief.Row {
	rows := slices.Clone(r.table.Rows)
	if !r.owned {
		for i, row := range rows {
			rows[i].Cells = slices.Clone(row.Cells)
		}
	}
	r.owned = true
	return rows
}

// numeric reports whether a column has numbers, or nothing at all. A column of
// texts is told once, where the step names it, and not at each of its cells; one
// of numbers that cannot be read is told at these.
func (r *run) numeric(f brief.Field, column int) bool {
	return r.table.Columns[column].Counted() || r.holds(f, column, noNumbers, brief.NumberCell)
}

// holds reports whether a column has a cell of some kind, or nothing at all.
func (r *run) holds(f brief.Field, column int, wrong problem.Kind, kinds ...brief.CellKind) bool {
	other := false
	for _, row := range r.table.Rows {
		switch k := row.Cell(column).Kind; {
		case slices.Contains(kinds, k):
			return true
		case k != brief.MissingCell:
			other = true
		}
	}
	if other {
		r.problems.Add(wrong.At(f.Span, f.Value))
	}
	return !other
}

// number returns the value of a cell, NaN where it is missing, and a problem
// where it is something else.
func (r *run) number(c brief.Cell, of string) float64 {
	switch c.Kind {
	case brief.NumberCell:
		return c.Number
	case brief.MissingCell:
	default:
		r.odd(c, of, notNumber)
	}
	return math.NaN()
}

// odd tells why a cell is not what its column is asked for, in the words of the room
// that read it where it has some.
func (r *run) odd(c brief.Cell, of string, otherwise problem.Kind) {
	in := brief.Column{Name: of}
	if i := r.table.Column(of); i >= 0 {
		in = r.table.Columns[i]
	}
	if p, ok := column.Problem(c, in); ok {
		r.problems.Add(p)
		return
	}
	r.problems.Add(otherwise.At(c.Span, problem.Quoted(c.Text), of))
}

// computed makes a cell of a number, with the place of one it comes from. The
// text has 12 digits at most, without the dust of binary fractions.
func computed(x float64, suffix string, from brief.Cell) brief.Cell {
	if math.IsNaN(x) {
		return brief.Cell{Kind: brief.MissingCell, Span: from.Span}
	}
	if y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 12, 64), 64); err == nil {
		x = y
	}
	if x == 0 {
		x = 0 // no negative nought
	}
	return brief.Cell{Text: strconv.FormatFloat(x, 'f', -1, 64) + suffix, Kind: brief.NumberCell, Number: x, Computed: from.Computed, Span: from.Span}
}

// derived is computed of a number that has more digits than what it comes from: a sum
// has no more.
func derived(x float64, suffix string, from brief.Cell) brief.Cell {
	from.Computed = true
	return computed(x, suffix, from)
}

// markComputed returns a table whose columns say which have computed numbers.
func markComputed(t *brief.Table) *brief.Table {
	own := *t
	own.Columns = slices.Clone(t.Columns)
	for i := range own.Columns {
		own.Columns[i].Computed = slices.ContainsFunc(t.Rows, func(row brief.Row) bool { return row.Cell(i).Computed })
	}
	return &own
}

// percentOf returns the percent sign that a cell's number is written with, so
// that a sum of percentages is one.
func percentOf(c brief.Cell) string {
	if t := numeral.Digits(c.Text, numeral.Latin); len(t) > 0 && (t[0] == '%' || t[len(t)-1] == '%') {
		return "%"
	}
	return ""
}

// add appends a column, or takes the place of one of the same name.
func added(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names[:len(names):len(names)], name)
}
