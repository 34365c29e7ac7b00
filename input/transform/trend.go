package transform

import (
	"cmp"
	"math"
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
)

// Change turns each number into the change from the one before it, in percent of
// that. The first has none, and neither has what follows an unknown one.
type Change struct {
	Over
	// By is the column whose order is that of time; where it is empty it is that of
	// the rows.
	By brief.Field
}

func (c *Change) needs() []brief.Field { return withField(c.Over.needs(), c.By) }

func (c *Change) apply(r *run) {
	c.over(r, brief.Shares, func(rows []brief.Row, column int) []brief.Cell {
		cells := make([]brief.Cell, len(rows))
		before := math.NaN()
		for _, i := range r.inOrder(rows, c.By) {
			from := rows[i].Cell(column)
			x := r.number(from, c.Of.Value)
			if before == 0 && !math.IsNaN(x) {
				r.problems.Add(divided.At(from.Span, c.Of.Value))
			}
			cells[i] = derived(100*(x-before)/math.Abs(before), "%", from)
			before = x
		}
		return cells
	})
}

// Index counts each number in hundredths of the one at a base, as a year.
type Index struct {
	Over
	// By is the column that Base stands in.
	By, Base brief.Field
}

func (x *Index) needs() []brief.Field { return withField(x.Over.needs(), x.By) }

func (x *Index) apply(r *run) {
	by := r.column(x.By)
	defer x.unitless(r)
	x.over(r, brief.Numbers, func(rows []brief.Row, column int) []brief.Cell {
		cells := make([]brief.Cell, len(rows))
		at := slices.IndexFunc(rows, func(row brief.Row) bool { return plain(row.Cell(by).Text) == plain(x.Base.Value) })
		if at < 0 {
			r.problems.Add(noBase.At(x.Base.Span, x.Base.Value, x.By.Value))
			return cells
		}
		base := r.number(rows[at].Cell(column), x.Of.Value)
		if base == 0 || math.IsNaN(base) {
			r.problems.Add(baseUnknown.At(rows[at].Cell(column).Span, problem.Quoted(x.Base.Value), x.Of.Value))
		}
		for i, row := range rows {
			from := row.Cell(column)
			cells[i] = derived(100*r.number(from, x.Of.Value)/base, "", from)
		}
		return cells
	})
}

// unitless takes the unit of what was counted from the indices made of it.
func (x *Index) unitless(r *run) {
	name := x.As.Value
	if name == "" {
		name = x.Of.Value
	}
	if i := r.table.Column(name); i >= 0 && !r.problems.HasErrors() {
		r.table.Columns[i].Unit = ""
	}
}

// withField appends a field where there is one.
func withField(list []brief.Field, f brief.Field) []brief.Field {
	if f.Value == "" {
		return list
	}
	return append(list, f)
}

// inOrder are the places of rows in the order of a column, or in their own.
func (r *run) inOrder(rows []brief.Row, by brief.Field) []int {
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	if by.Value == "" {
		return order
	}
	column := r.column(by)
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(rows[a].Cell(column).Number, rows[b].Cell(column).Number)
	})
	return order
}
