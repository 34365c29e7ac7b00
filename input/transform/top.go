package transform

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/source"
)

// Top keeps the rows with the largest values of a column, the largest first.
// With Rest, the others are added up into one last row of that name.
type Top struct {
	Span source.Span
	N    int // from 1
	By   brief.Field
	Rest brief.Field
	// Name is the column that Rest stands in; where it is empty the first that
	// holds text.
	Name brief.Field
}

func (t *Top) place() source.Span                    { return t.Span }
func (t *Top) gives(names []string) ([]string, bool) { return names, true }

func (t *Top) needs() []brief.Field {
	if t.Name.Value == "" {
		return []brief.Field{t.By}
	}
	return []brief.Field{t.By, t.Name}
}

func (t *Top) apply(r *run) {
	by := r.column(t.By)
	if !r.numeric(t.By, by) {
		return
	}
	for _, row := range r.table.Rows {
		r.number(row.Cell(by), t.By.Value)
	}
	name := -1
	if t.Rest.Value != "" {
		if name = t.nameColumn(r); name < 0 {
			r.problems.Add(noName.At(t.Rest.Span, t.Rest.Value))
		}
	}
	if r.problems.HasErrors() {
		return
	}
	rows := ordered(r.table.Rows, by, r.table.Columns[by].Type, true)
	if len(rows) <= t.N {
		r.replace(rows)
		return
	}
	kept, others := slices.Clone(rows[:t.N]), rows[t.N:]
	if name >= 0 {
		r.checkSum(by, nil)
		r.checkRepeats(t.By, by, []int{name})
		kept = append(kept, t.rest(r, others, name, by))
	}
	r.replace(kept)
}

// nameColumn is the column that the rest is named in.
func (t *Top) nameColumn(r *run) int {
	if t.Name.Value != "" {
		return r.column(t.Name)
	}
	for i, c := range r.table.Columns {
		if c.Name != t.By.Value && slices.ContainsFunc(r.table.Rows, func(row brief.Row) bool { return row.Cell(i).Kind == brief.TextCell }) {
			return i
		}
	}
	return -1
}

// rest is the row of all others: what all agree on stays, numbers that can be
// added are, all else is missing.
func (t *Top) rest(r *run, rows []brief.Row, name, by int) brief.Row {
	additive := ledger.Additive(r.table)
	out := brief.Row{Span: rows[0].Span, Cells: make([]brief.Cell, len(r.table.Columns))}
	for i := range out.Cells {
		first := rows[0].Cell(i)
		switch {
		case i == name:
			out.Cells[i] = brief.Cell{Text: t.Rest.Value, Kind: brief.TextCell, Span: t.Rest.Span}
		case i == by:
			out.Cells[i] = r.measure(Sum, rows, i)
		case all(rows, func(row brief.Row) bool { return plain(row.Cell(i).Text) == plain(first.Text) }):
			out.Cells[i] = first
		case slices.Contains(additive, i) && percentOf(first) == "":
			out.Cells[i] = r.measure(Sum, rows, i)
		default:
			out.Cells[i] = brief.Cell{Kind: brief.MissingCell, Span: first.Span}
		}
	}
	return out
}

func all(rows []brief.Row, is func(brief.Row) bool) bool {
	return !slices.ContainsFunc(rows, func(row brief.Row) bool { return !is(row) })
}
