package transform

import (
	"math"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
	"warraq/input/source"
)

// Filter keeps the rows whose cell in a column meets every condition given.
type Filter struct {
	Span   source.Span
	Column brief.Field
	// Is keeps the cells that say one of these, Not those that say none.
	Is, Not []brief.Field
	// From and To keep numbers and dates between them, both included; a year
	// stands for all its days.
	From, To brief.Field
}

func (f *Filter) place() source.Span                    { return f.Span }
func (f *Filter) needs() []brief.Field                  { return []brief.Field{f.Column} }
func (f *Filter) gives(names []string) ([]string, bool) { return names, true }

func (f *Filter) apply(r *run) {
	column := r.column(f.Column)
	from, to := r.bound(f.From), r.bound(f.To)
	ranged := f.From.Value != "" || f.To.Value != ""
	if in := r.table.Columns[max(column, 0)]; ranged && !in.Counted() && in.Type != brief.Times {
		r.holds(f.Column, column, noRange, brief.NumberCell, brief.DateCell)
	}
	if r.problems.HasErrors() {
		return
	}
	is, not := choicesOf(f.Is), choicesOf(f.Not)
	var kept []brief.Row
	for _, row := range r.table.Rows {
		c := row.Cell(column)
		keep := true
		if len(f.Is) > 0 {
			keep = is.has(c)
		}
		if len(f.Not) > 0 && not.has(c) {
			keep = false
		}
		if keep && ranged {
			keep = r.within(c, from, to, f.Column.Value)
		}
		if keep {
			kept = append(kept, row)
		}
	}
	r.unmet(f, is, column)
	r.unmet(f, not, column)
	r.replace(kept)
}

// mostUnmet is how many values without a cell one step tells of.
const mostUnmet = 20

// unmet warns of values that no cell says.
func (r *run) unmet(f *Filter, c *choices, column int) {
	told := 0
	for i, v := range c.list {
		if !c.met[i] && told < mostUnmet {
			told++
			r.problems.Add(noSuchValue.At(v.Span, v.Value, f.Column.Value, problem.DidYouMean(v.Value, values(r.table, column))))
		}
	}
}

// choices are the values that a filter asks for: a cell says one where it has
// the same number, or the same text whatever its spaces, case and digits.
type choices struct {
	list    []brief.Field
	texts   map[string]int
	numbers map[amount]int
	met     []bool
}

// An amount is a number, and whether it is a percentage.
type amount struct {
	x       float64
	percent string
}

func choicesOf(list []brief.Field) *choices {
	c := &choices{list: list, texts: map[string]int{}, numbers: map[amount]int{}, met: make([]bool, len(list))}
	for i, v := range list {
		text := strings.ToLower(plain(v.Value))
		if _, twice := c.texts[text]; twice {
			c.met[i] = true // it is told of once
			continue
		}
		c.texts[text] = i
		if x, ok := numeral.Parse(v.Value); ok {
			c.numbers[amount{x, percentOf(brief.Cell{Text: v.Value})}] = i
		}
	}
	return c
}

// has reports whether a cell says one of the values.
func (c *choices) has(cell brief.Cell) bool {
	i, said := c.texts[strings.ToLower(plain(cell.Text))]
	if said {
		c.met[i] = true
	}
	if cell.Kind == brief.NumberCell {
		if i, ok := c.numbers[amount{cell.Number, percentOf(cell)}]; ok {
			c.met[i], said = true, true
		}
	}
	return said
}

func plain(text string) string {
	return strings.Join(strings.Fields(numeral.Digits(text, numeral.Latin)), " ")
}

// values lists what the cells of a column say, each once, up to a number that
// can be looked through.
func values(t *brief.Table, column int) []string {
	const most = 500
	var list []string
	seen := map[string]bool{}
	for _, row := range t.Rows {
		if s := row.Cell(column).Text; s != "" && !seen[s] && len(list) < most {
			seen[s] = true
			list = append(list, s)
		}
	}
	return list
}

// A bound is one end of a range: a number, and the days it stands for.
type bound struct {
	set         bool
	number      float64
	first, last float64 // days since 1970-01-01
}

// bound reads from or to.
func (r *run) bound(f brief.Field) bound {
	if f.Value == "" {
		return bound{}
	}
	if t, ok := column.TimeOf(f.Value); ok && t.Year > 0 {
		return bound{set: true, number: float64(t.Year), first: t.First, last: t.Last - 1}
	}
	x, ok := numeral.Parse(plain(f.Value))
	if !ok {
		r.problems.Add(badBound.At(f.Span, f.Value))
		return bound{}
	}
	return bound{set: true, number: x, first: math.Inf(1), last: math.Inf(-1)}
}

// within reports whether a cell lies between two bounds; a missing one does not.
func (r *run) within(c brief.Cell, from, to bound, of string) bool {
	switch c.Kind {
	case brief.NumberCell:
		return (!from.set || c.Number >= from.number) && (!to.set || c.Number <= to.number)
	case brief.DateCell:
		return (!from.set || c.Number >= from.first) && (!to.set || c.Number <= to.last)
	case brief.MissingCell:
		return false
	}
	r.odd(c, of, notOrdered)
	return false
}
