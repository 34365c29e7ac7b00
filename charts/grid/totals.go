package grid

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/problem"
	"warraq/input/source"
)

// checkTotals warns where a total is drawn with what it is the total of: a row
// beside others, a name along the axis, a series on the stack of its parts.
func (r *reader) checkTotals(g *Grid) {
	if r.shape.whole || r.shape.compares && len(g.Categories) > 1 {
		told := map[string]bool{}
		for _, row := range r.table.Rows {
			if i := ledger.TotalCell(row); i >= 0 {
				told[row.Cells[i].Text] = true
				r.problems.Add(totalAsPart.At(row.Cells[i].Span, problem.Quoted(row.Cells[i].Text)))
			}
		}
		for _, name := range g.Categories {
			if ledger.Total(name) && !told[name] {
				r.problems.Add(totalAsPart.At(r.spanOfName(name), problem.Quoted(name)))
			}
		}
	}
	if stacked := r.shape.stacks || r.shape.parts && (r.shape.compares || r.shape.running); stacked && len(g.Series) > 1 {
		for _, name := range g.Series {
			if ledger.Total(name) {
				r.problems.Add(totalStacked.At(r.spanOfName(name), problem.Quoted(name)))
			}
		}
	}
}

// spanOfName is where a name stands first: at the head of a column or in a cell.
func (r *reader) spanOfName(name string) source.Span {
	if i := r.table.Column(name); i >= 0 {
		return r.table.Columns[i].Span
	}
	for _, row := range r.table.Rows {
		if i := slices.IndexFunc(row.Cells, func(c brief.Cell) bool { return c.Text == name }); i >= 0 {
			return row.Cells[i].Span
		}
	}
	return r.chart.Field("data")
}
