package transform

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// Pivot makes columns of the values of one column: a row for each value of Rows,
// a column for each of Columns, and where they meet the sum of Values, or of words, yes
// and no, and times what is said there. Rows and columns stand in the order in which
// each first appears.
type Pivot struct {
	Span                  source.Span
	Rows, Columns, Values brief.Field
}

// mostColumns is how many columns a pivot may make.
const mostColumns = 200

func (p *Pivot) place() source.Span              { return p.Span }
func (p *Pivot) needs() []brief.Field            { return []brief.Field{p.Rows, p.Columns, p.Values} }
func (p *Pivot) gives([]string) ([]string, bool) { return nil, false }

func (p *Pivot) apply(r *run) {
	row, column, value := r.column(p.Rows), r.column(p.Columns), r.column(p.Values)
	meet := func(group []brief.Row) brief.Cell { return r.measure(Sum, group, value) }
	summed := r.summed(value)
	if summed {
		r.checkSum(value, []int{row, column})
		r.checkRepeats(p.Values, value, []int{row, column})
	} else {
		meet = func(group []brief.Row) brief.Cell { return r.said(group, row, column, value) }
	}
	t := &brief.Table{Name: r.table.Name, File: r.table.File, Columns: []brief.Column{r.table.Columns[row]}}
	var heads []string
	for _, group := range groupsOf(r.table.Rows, []int{column}) {
		c := group[0].Cell(column)
		if c.Kind == brief.MissingCell {
			continue
		}
		heads = append(heads, key(group[0], []int{column}))
		made := r.table.Columns[value]
		if summed {
			made = measuredColumn(Sum, made)
		}
		made.Name, made.Span = c.Text, c.Span
		t.Columns = append(t.Columns, made)
	}
	if len(heads) > mostColumns {
		r.problems.Add(pivotTooWide.At(p.Columns.Span, p.Columns.Value, len(heads), mostColumns))
		return
	}
	for _, rows := range groupsOf(r.table.Rows, []int{row}) {
		out := brief.Row{Span: rows[0].Span, Cells: make([]brief.Cell, len(t.Columns))}
		for i := range out.Cells {
			out.Cells[i] = brief.Cell{Kind: brief.MissingCell, Span: rows[0].Span}
		}
		out.Cells[0] = rows[0].Cell(row)
		for _, group := range groupsOf(rows, []int{column}) {
			if at := slices.Index(heads, key(group[0], []int{column})); at >= 0 {
				out.Cells[at+1] = meet(group)
			}
		}
		t.Rows = append(t.Rows, out)
	}
	r.table = t
}

// summed reports whether what a column says is added up: numbers that are no years.
func (r *run) summed(value int) bool {
	c := r.table.Columns[value]
	return c.Counted() || c.Type == brief.NothingKnown && slices.ContainsFunc(r.table.Rows, func(row brief.Row) bool { return row.Cell(value).Kind == brief.NumberCell })
}

// said is what the rows of one pair say in a column, which is one thing.
func (r *run) said(rows []brief.Row, row, column, value int) brief.Cell {
	from := rows[0].Cell(value)
	for _, other := range rows[1:] {
		c := other.Cell(value)
		switch {
		case c.Kind == brief.MissingCell:
		case from.Kind == brief.MissingCell:
			from = c
		case plain(c.Text) != plain(from.Text):
			r.problems.Add(pivotTwice.At(c.Span, problem.Quoted(c.Text), problem.Quoted(from.Text), problem.Quoted(other.Cell(row).Text), problem.Quoted(other.Cell(column).Text)))
			return from
		}
	}
	return from
}
