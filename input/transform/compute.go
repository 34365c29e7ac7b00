package transform

import (
	"maps"
	"math"

	"warraq/input/brief"
	"warraq/input/source"
)

// An Operation is what is computed of the numbers of a row.
type Operation string

// The operations. All but Total and Product take two columns.
const (
	Ratio      Operation = "ratio"      // the first by the second
	Percent    Operation = "percent"    // the first in hundredths of the second
	Difference Operation = "difference" // the first less the second
	Total      Operation = "sum"
	Product    Operation = "product"
)

// Compute adds a column that is computed of others in each row. A row in which one
// of them is not known has no value; nothing is divided by nought.
type Compute struct {
	Span      source.Span
	Operation Operation
	Of        []brief.Field
	// Times multiplies the result, as for a rate for each thousand heads.
	Times float64
	As    brief.Field
}

func (c *Compute) place() source.Span                    { return c.Span }
func (c *Compute) needs() []brief.Field                  { return c.Of }
func (c *Compute) gives(names []string) ([]string, bool) { return added(names, c.As.Value), true }

func (c *Compute) apply(r *run) {
	columns := make([]int, len(c.Of))
	for i, f := range c.Of {
		columns[i] = r.column(f)
		r.numeric(f, columns[i])
	}
	if r.problems.HasErrors() {
		return
	}
	suffix := ""
	if c.Operation == Percent {
		suffix = "%"
	}
	r.put(c.As, func(row brief.Row) brief.Cell {
		from := row.Cell(columns[0])
		x := r.number(from, c.Of[0].Value)
		for i, k := range columns[1:] {
			of := row.Cell(k)
			y := r.number(of, c.Of[i+1].Value)
			switch c.Operation {
			case Difference:
				x -= y
			case Total:
				x += y
			case Product:
				x *= y
			default:
				if y == 0 {
					r.problems.Add(divided.At(of.Span, c.Of[i+1].Value))
					y = math.NaN()
				}
				x /= y
			}
		}
		if c.Operation == Percent {
			x *= 100
		}
		if c.Operation == Total || c.Operation == Difference {
			return computed(x*c.Times, suffix, from)
		}
		return derived(x*c.Times, suffix, from)
	})
}

// put gives each row its cell in a column, which is added where it is new.
func (r *run) put(as brief.Field, of func(row brief.Row) brief.Cell) {
	t := *r.table
	to := t.Column(as.Value)
	if to < 0 {
		to = len(t.Columns)
		t.Columns = append(t.Columns[:to:to], brief.Column{Name: as.Value, Span: as.Span})
	}
	maps.DeleteFunc(r.repeats, func(n repeat, _ bool) bool { return n.column == as.Value })
	rows := r.change()
	for i := range rows {
		for len(rows[i].Cells) < len(t.Columns) {
			rows[i].Cells = append(rows[i].Cells, brief.Cell{Kind: brief.MissingCell, Span: rows[i].Span})
		}
		rows[i].Cells[to] = of(rows[i])
	}
	t.Rows = rows
	r.table = &t
}
