package transform

import (
	"math"

	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/problem"
)

// checkSum warns where the cells of a column, added up within groups, are
// amounts in several currencies or a total among its own parts.
func (r *run) checkSum(column int, by []int) {
	currency := ledger.Column(r.table, ledger.Currency)
	first := map[string]string{}
	told := map[string]bool{}
	size := map[string]int{}
	for _, row := range r.table.Rows {
		size[key(row, by)]++
	}
	for _, row := range r.table.Rows {
		if row.Cell(column).Kind == brief.MissingCell {
			continue
		}
		k := key(row, by)
		if i := ledger.TotalAmong(row, by); i >= 0 && i != column && size[k] > 1 {
			r.problems.Add(totalSummed.At(row.Cells[i].Span, problem.Quoted(row.Cells[i].Text)))
		}
		if currency < 0 || currency == column {
			continue
		}
		c := row.Cell(currency)
		switch before, ok := first[k]; {
		case c.Kind == brief.MissingCell:
		case !ok:
			first[k] = c.Text
		case before != c.Text && !told[k]:
			told[k] = true
			r.problems.Add(mixedSum.At(c.Span, problem.Quoted(c.Text), before))
		}
	}
}

// commonCurrency returns the column of the currency where all rows that have one
// have the same and the column is not among those given, or -1.
func (r *run) commonCurrency(by []int) int {
	currency := ledger.Column(r.table, ledger.Currency)
	for _, i := range by {
		if i == currency {
			return -1
		}
	}
	if currency < 0 {
		return -1
	}
	first := ""
	for _, row := range r.table.Rows {
		c := row.Cell(currency)
		if c.Kind == brief.MissingCell || first != "" && c.Text != first {
			return -1
		}
		first = c.Text
	}
	return currency
}

// sum adds the numbers of a column; it is NaN where there are none.
func (r *run) sum(rows []brief.Row, column int) float64 {
	total := math.NaN()
	for _, row := range rows {
		x := r.number(row.Cell(column), r.table.Columns[column].Name)
		switch {
		case math.IsNaN(x):
		case math.IsNaN(total):
			total = x
		default:
			total += x
		}
	}
	return total
}
