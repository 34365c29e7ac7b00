package transform

import (
	"math"
	"slices"

	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/problem"
	"warraq/input/source"
)

// Over is what share and running-total have in common: a column of numbers, the
// columns within which they are counted, and the column for the result.
type Over struct {
	Span source.Span
	Of   brief.Field
	// Within parts the rows; where it is empty they are one group.
	Within []brief.Field
	// As names the column of the result; where it is empty that is Of itself.
	As brief.Field
}

func (o *Over) place() source.Span { return o.Span }

func (o *Over) needs() []brief.Field { return append([]brief.Field{o.Of}, o.Within...) }

func (o *Over) gives(names []string) ([]string, bool) {
	if o.As.Value == "" {
		return names, true
	}
	return added(names, o.As.Value), true
}

// over gives every row of every group its new cell.
func (o *Over) over(r *run, made brief.ColumnType, of func(rows []brief.Row, column int) []brief.Cell) {
	column := r.column(o.Of)
	if !r.numeric(o.Of, column) {
		return
	}
	var within []int
	for _, f := range o.Within {
		within = append(within, r.column(f))
	}
	r.checkSum(column, within)
	r.checkRepeats(o.Of, column, within)
	rows := r.change()
	cells := make(map[string][]brief.Cell)
	for _, group := range groupsOf(rows, within) {
		cells[key(group[0], within)] = of(group, column)
	}
	t := *r.table
	to := column
	if o.As.Value != "" {
		if to = t.Column(o.As.Value); to < 0 {
			to = len(t.Columns)
			t.Columns = append(t.Columns[:to:to], brief.Column{Name: o.As.Value, Span: o.As.Span})
		}
	}
	for i := range rows {
		k := key(rows[i], within)
		for len(rows[i].Cells) < len(t.Columns) {
			rows[i].Cells = append(rows[i].Cells, brief.Cell{Kind: brief.MissingCell, Span: rows[i].Span})
		}
		rows[i].Cells[to] = cells[k][0]
		cells[k] = cells[k][1:]
	}
	if t.Columns = slices.Clone(t.Columns); made == brief.Shares {
		t.Columns[to].Type, t.Columns[to].Unit = made, "%"
	} else {
		t.Columns[to].Type, t.Columns[to].Unit = t.Columns[column].Type, t.Columns[column].Unit
	}
	t.Columns[to].Declared = true
	t.Rows = rows
	r.table = &t
}

// Share turns numbers into percentages of their sum. Where they take the place of
// amounts the currency's column goes.
type Share struct{ Over }

func (s *Share) apply(r *run) {
	s.over(r, brief.Shares, func(rows []brief.Row, column int) []brief.Cell {
		name := s.Of.Value
		total := r.sum(rows, column)
		if total == 0 {
			r.problems.Add(noTotal.At(s.Of.Span, name))
		}
		cells := make([]brief.Cell, len(rows))
		for i, row := range rows {
			c := row.Cell(column)
			if c.Kind == brief.NumberCell && c.Number < 0 {
				r.problems.Add(negativeShare.At(c.Span, problem.Quoted(c.Text), name))
			}
			x := math.NaN()
			if c.Kind == brief.NumberCell && total != 0 {
				x = 100 * (c.Number / total)
			}
			cells[i] = derived(x, "%", c)
		}
		return cells
	})
	if s.As.Value != "" || r.problems.HasErrors() {
		return
	}
	// A percentage has no currency.
	r.unit, r.currency = "%", false
	if i := ledger.Column(r.table, ledger.Currency); i >= 0 && !slices.ContainsFunc(s.Within, func(f brief.Field) bool { return f.Value == r.table.Columns[i].Name }) {
		r.drop(i)
	}
}

// gives leaves out the currency, which goes where the share takes the place of
// the amounts.
func (s *Share) gives(names []string) ([]string, bool) {
	if s.As.Value != "" {
		return s.Over.gives(names)
	}
	return names, !slices.ContainsFunc(names, func(n string) bool { return ledger.RoleOf(n) == ledger.Currency })
}

// drop leaves out a column.
func (r *run) drop(column int) {
	t := *r.table
	t.Columns = slices.Delete(slices.Clone(t.Columns), column, column+1)
	t.Rows = r.change()
	for i := range t.Rows {
		if column < len(t.Rows[i].Cells) {
			t.Rows[i].Cells = slices.Delete(t.Rows[i].Cells, column, column+1)
		}
	}
	r.table = &t
}

// RunningTotal turns each number into the sum of it and those above it. A
// missing cell stays missing and adds nothing.
type RunningTotal struct{ Over }

func (t *RunningTotal) apply(r *run) {
	t.over(r, brief.Numbers, func(rows []brief.Row, column int) []brief.Cell {
		total := 0.0
		cells := make([]brief.Cell, len(rows))
		for i, row := range rows {
			c := row.Cell(column)
			x := r.number(c, t.Of.Value)
			if !math.IsNaN(x) {
				total += x
				x = total
			}
			cells[i] = computed(x, percentOf(c), c)
		}
		return cells
	})
}
