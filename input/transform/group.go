package transform

import (
	"math"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/source"
)

// A Measure is what is made of the cells of one group.
type Measure string

// The measures.
const (
	Sum   Measure = "sum"
	Mean  Measure = "mean"
	Count Measure = "count"
	Min   Measure = "min"
	Max   Measure = "max"
)

// Group makes one row of all rows that agree in some columns, in the order in
// which each first appears. The columns after it are those, then one for each
// measure, and the currency where all rows have one.
type Group struct {
	Span     source.Span
	By       []brief.Field
	Measures []Measured
}

// Measured is a column and what is made of its cells.
type Measured struct {
	Measure Measure
	Column  brief.Field
}

func (g *Group) place() source.Span { return g.Span }

func (g *Group) needs() []brief.Field {
	list := slices.Clone(g.By)
	for _, m := range g.Measures {
		list = append(list, m.Column)
	}
	return list
}

// gives leaves out the currency, which hangs on the rows; a step that names it
// is looked up again when its turn comes.
func (g *Group) gives(names []string) ([]string, bool) {
	if slices.ContainsFunc(names, func(n string) bool { return ledger.RoleOf(n) == ledger.Currency }) {
		return nil, false
	}
	return g.names(), true
}

// names are the columns by which rows are grouped, and one for each measure: its
// column's name, or where that is taken "name (measure)".
func (g *Group) names() []string {
	var names []string
	for _, f := range g.By {
		names = added(names, f.Value)
	}
	for _, m := range g.Measures {
		name := m.Column.Value
		if slices.Contains(names, name) {
			name += " (" + string(m.Measure) + ")"
		}
		names = append(names, name)
	}
	return names
}

func (g *Group) apply(r *run) {
	var by []int
	for _, f := range g.By {
		if i := r.column(f); !slices.Contains(by, i) {
			by = append(by, i)
		}
	}
	var measured []int
	for _, m := range g.Measures {
		i := r.column(m.Column)
		measured = append(measured, i)
		if m.Measure != Count && r.numeric(m.Column, i) {
			r.checkSum(i, by)
		}
		if m.Measure == Sum {
			r.checkRepeats(m.Column, i, by)
		}
	}
	if r.problems.HasErrors() {
		return
	}
	currency := r.commonCurrency(by)
	groups := groupsOf(r.table.Rows, by)
	t := &brief.Table{Name: r.table.Name, File: r.table.File}
	places := append(slices.Clone(by), measured...)
	for i, name := range g.names() {
		c := r.table.Columns[places[i]]
		if i >= len(by) {
			c = measuredColumn(g.Measures[i-len(by)].Measure, c)
		}
		c.Name = name
		t.Columns = append(t.Columns, c)
	}
	if currency >= 0 {
		t.Columns = append(t.Columns, r.table.Columns[currency])
	}
	for _, rows := range groups {
		row := brief.Row{Span: rows[0].Span}
		for _, i := range by {
			row.Cells = append(row.Cells, rows[0].Cell(i))
		}
		for k, i := range measured {
			if g.Measures[k].Measure == Sum {
				r.noteUnknown(rows, i, by)
			}
			row.Cells = append(row.Cells, r.measure(g.Measures[k].Measure, rows, i))
		}
		if currency >= 0 {
			row.Cells = append(row.Cells, rows[0].Cell(currency))
		}
		t.Rows = append(t.Rows, row)
	}
	r.table = t
}

// measuredColumn is the column of a measure: a count has no unit, and of years only the
// first, the last and the mean are years.
func measuredColumn(m Measure, of brief.Column) brief.Column {
	switch {
	case m == Count:
		return brief.Column{Span: of.Span, Type: brief.Numbers, Declared: true}
	case of.Type == brief.Times && m == Sum:
		of.Type = brief.Numbers
	}
	of.Declared = true // what was made is known, whatever its numbers look like
	return of
}

// groupsOf parts rows by what they say in some columns, in the order in which
// each group first appears.
func groupsOf(rows []brief.Row, by []int) [][]brief.Row {
	index := map[string]int{}
	var groups [][]brief.Row
	for _, row := range rows {
		k := key(row, by)
		at, ok := index[k]
		if !ok {
			at = len(groups)
			index[k] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], row)
	}
	return groups
}

// key joins what a row says in some columns.
func key(row brief.Row, by []int) string {
	var b strings.Builder
	for _, i := range by {
		b.WriteString(plain(row.Cell(i).Text))
		b.WriteByte(0)
	}
	return b.String()
}

// measure computes one cell of a group. Missing cells do not count; of missing
// cells alone nothing is known but their count.
func (r *run) measure(m Measure, rows []brief.Row, column int) brief.Cell {
	from := rows[0].Cell(column)
	x, n := math.NaN(), 0
	for _, row := range rows {
		c := row.Cell(column)
		if c.Kind == brief.MissingCell {
			continue
		}
		if m == Count {
			n++
			continue
		}
		y := r.number(c, r.table.Columns[column].Name)
		if math.IsNaN(y) {
			continue
		}
		if n == 0 {
			x, from = y, c
		} else {
			switch m {
			case Min:
				if y < x {
					x, from = y, c
				}
			case Max:
				if y > x {
					x, from = y, c
				}
			default:
				x += y
			}
		}
		n++
	}
	switch {
	case m == Count:
		return computed(float64(n), "", from)
	case m == Mean && n > 0:
		return derived(x/float64(n), percentOf(from), from)
	}
	return computed(x, percentOf(from), from)
}
