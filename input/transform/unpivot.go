package transform

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/source"
)

// Unpivot makes rows of columns, as for years that stand in a header: each of
// their cells becomes a row, with the name of its column under Name and what it
// says under Value. The other columns are repeated beside them.
type Unpivot struct {
	Span source.Span
	// Columns become rows; where they are empty all do that Keep does not name.
	Columns, Keep []brief.Field
	Name, Value   brief.Field
}

func (u *Unpivot) place() source.Span   { return u.Span }
func (u *Unpivot) needs() []brief.Field { return slices.Concat(u.Columns, u.Keep) }
func named(list []brief.Field, name string) bool {
	return slices.ContainsFunc(list, func(f brief.Field) bool { return f.Value == name })
}

// turned reports whether a column becomes rows.
func (u *Unpivot) turned(name string) bool {
	if len(u.Columns) > 0 {
		return named(u.Columns, name)
	}
	return !named(u.Keep, name)
}

func (u *Unpivot) gives(names []string) ([]string, bool) {
	stay := slices.DeleteFunc(slices.Clone(names), u.turned)
	return append(stay, u.Name.Value, u.Value.Value), true
}

func (u *Unpivot) apply(r *run) {
	var stay, turn []int
	for i, c := range r.table.Columns {
		if u.turned(c.Name) {
			turn = append(turn, i)
		} else {
			stay = append(stay, i)
		}
	}
	for _, f := range []brief.Field{u.Name, u.Value} {
		if slices.ContainsFunc(stay, func(i int) bool { return r.table.Columns[i].Name == f.Value }) || u.Name.Value == u.Value.Value {
			r.problems.Add(nameTaken.At(f.Span, f.Value))
			return
		}
	}
	if n := len(turn) * len(r.table.Rows); n > mostRows {
		r.problems.Add(tooManyRows.At(u.Span, n, mostRows))
		return
	}
	t := &brief.Table{Name: r.table.Name, File: r.table.File}
	for _, i := range stay {
		t.Columns = append(t.Columns, r.table.Columns[i])
	}
	heads := r.headings(turn)
	t.Columns = append(t.Columns, brief.Column{Name: u.Name.Value, Span: u.Name.Span}, brief.Column{Name: u.Value.Value, Span: u.Value.Span, Unit: r.table.CommonUnit(turn)})
	for _, row := range r.table.Rows {
		for n, i := range turn {
			cells := make([]brief.Cell, 0, len(t.Columns))
			for _, k := range stay {
				cells = append(cells, row.Cell(k))
			}
			t.Rows = append(t.Rows, brief.Row{Span: row.Span, Cells: append(cells, heads[n], row.Cell(i))})
		}
	}
	r.table, r.owned = t, true
}

// mostRows is how many rows a step may make.
const mostRows = 1_000_000

// headings are the names of columns as cells, read together: years are times.
func (r *run) headings(columns []int) []brief.Cell {
	heads := &brief.Table{Columns: make([]brief.Column, 1)}
	for _, i := range columns {
		c := r.table.Columns[i]
		heads.Rows = append(heads.Rows, brief.Row{Cells: []brief.Cell{{Text: c.Name, Span: c.Span}}, Span: c.Span})
	}
	column.Read(heads, column.Options{})
	cells := make([]brief.Cell, len(columns))
	for i, row := range heads.Rows {
		cells[i] = row.Cells[0]
	}
	return cells
}
