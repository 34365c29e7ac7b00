package transform

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/source"
)

// Pivot makes columns of the values of one column: a row for each value of Rows,
// a column for each of Columns, and where they meet the sum of Values. Rows and
// columns stand in the order in which each first appears.
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
	if !r.numeric(p.Values, value) {
		return
	}
	r.checkSum(value, []int{row, column})
	t := &brief.Table{Name: r.table.Name, File: r.table.File, Columns: []brief.Column{r.table.Columns[row]}}
	var heads []string
	for _, group := range groupsOf(r.table.Rows, []int{column}) {
		c := group[0].Cell(column)
		if c.Kind == brief.MissingCell {
			continue
		}
		heads = append(heads, key(group[0], []int{column}))
		made := measuredColumn(Sum, r.table.Columns[value])
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
				out.Cells[at+1] = r.measure(Sum, group, value)
			}
		}
		t.Rows = append(t.Rows, out)
	}
	r.table = t
}
