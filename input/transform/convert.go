package transform

import (
	"math"
	"slices"

	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/problem"
	"warraq/input/source"
)

// Convert counts the numbers of some columns in one currency or unit, by rates
// that the brief states.
type Convert struct {
	Span    source.Span
	Columns []brief.Field
	// Unit is the column that says what each row is counted in; where it is
	// empty all are counted in From.
	Unit, From brief.Field
	To         brief.Field
	// Over is the column of times that rates hold for, where they change.
	Over  brief.Field
	Rates []Rate
}

// A Rate says how much of the new unit one of an old one is.
type Rate struct {
	Unit  brief.Field
	Value float64 // above 0
	// At is the time that it holds for; where it is empty it always does.
	At string
}

func (c *Convert) place() source.Span                    { return c.Span }
func (c *Convert) gives(names []string) ([]string, bool) { return names, true }

func (c *Convert) needs() []brief.Field {
	return withField(withField(slices.Clone(c.Columns), c.Unit), c.Over)
}

func (c *Convert) apply(r *run) {
	unit := -1
	if c.Unit.Value != "" {
		unit = r.column(c.Unit)
	}
	for _, f := range c.Columns {
		r.numeric(f, r.column(f))
	}
	if r.problems.HasErrors() {
		return
	}
	rows := r.change()
	missing := map[string]bool{} // units without a rate that were told
	for _, row := range rows {
		for _, f := range c.Columns {
			at := r.column(f)
			old := row.Cell(at)
			x := r.number(old, f.Value)
			if math.IsNaN(x) {
				continue
			}
			if rate, ok := c.rate(r, row, unit, missing); ok && at < len(row.Cells) {
				row.Cells[at] = derived(x*rate, percentOf(old), old)
				if rate == 1 {
					row.Cells[at] = old
				}
			}
		}
	}
	for _, row := range rows {
		if unit >= 0 && unit < len(row.Cells) && row.Cells[unit].Kind != brief.MissingCell {
			row.Cells[unit].Text, row.Cells[unit].Kind = c.To.Value, brief.TextCell
		}
	}
	r.replace(rows)
	r.table.Columns = slices.Clone(r.table.Columns)
	for _, f := range c.Columns {
		r.table.Columns[r.column(f)].Unit = c.To.Value
	}
	r.unit = c.To.Value
	r.currency = unit >= 0 && ledger.RoleOf(c.Unit.Value) == ledger.Currency
}

// rate returns what the values of a row are multiplied by. A rate is recorded
// once it is used.
func (c *Convert) rate(r *run, row brief.Row, column int, missing map[string]bool) (float64, bool) {
	from := c.From.Value
	place := c.From.Span
	if column >= 0 {
		said := row.Cell(column)
		from, place = said.Text, said.Span
		if said.Kind == brief.MissingCell {
			r.problems.Add(noUnit.At(place, c.Unit.Value))
			return 0, false
		}
	}
	if plain(from) == plain(c.To.Value) {
		return 1, true
	}
	at := brief.Cell{}
	if c.Over.Value != "" {
		at = row.Cell(r.column(c.Over))
	}
	for _, rate := range c.Rates {
		if plain(rate.Unit.Value) != plain(from) || rate.At != "" && plain(rate.At) != plain(at.Text) {
			continue
		}
		used := brief.Rate{From: rate.Unit.Value, To: c.To.Value, Value: rate.Value, At: rate.At}
		if !slices.Contains(r.rates, used) {
			r.rates = append(r.rates, used)
		}
		return rate.Value, true
	}
	timed := slices.ContainsFunc(c.Rates, func(rate Rate) bool { return plain(rate.Unit.Value) == plain(from) })
	switch k := plain(from) + "\x00" + plain(at.Text); {
	case timed && !missing[k]:
		missing[k] = true
		r.problems.Add(noRateAt.At(at.Span, from, c.To.Value, problem.Quoted(at.Text)))
	case !timed && !missing[from]:
		missing[from] = true
		r.problems.Add(noRate.At(place, from, c.To.Value))
	}
	return 0, false
}
