package transform

import (
	"math"
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// Deflate counts amounts of several times in the prices of one, by an index of
// prices that the brief states.
type Deflate struct {
	Span    source.Span
	Columns []brief.Field
	// Over is the column of times, and Base the one whose prices are counted in.
	Over, Base brief.Field
	// Index is the column that says what prices stand at, or where it is empty
	// Levels say so.
	Index  brief.Field
	Levels []Level
}

// A Level is what prices stand at.
type Level struct {
	At    string
	Value float64 // above 0
}

func (d *Deflate) place() source.Span { return d.Span }
func (d *Deflate) needs() []brief.Field {
	return withField(append(slices.Clone(d.Columns), d.Over), d.Index)
}
func (d *Deflate) gives(names []string) ([]string, bool) { return names, true }

func (d *Deflate) apply(r *run) {
	over := r.column(d.Over)
	for _, f := range d.Columns {
		r.numeric(f, r.column(f))
	}
	levels := d.Levels
	if d.Index.Value != "" {
		levels = d.read(r, over)
	}
	level := func(at string) float64 {
		i := slices.IndexFunc(levels, func(l Level) bool { return plain(l.At) == plain(at) })
		if i < 0 {
			return math.NaN()
		}
		return levels[i].Value
	}
	base := level(d.Base.Value)
	if math.IsNaN(base) && !r.problems.HasErrors() {
		r.problems.Add(noLevel.At(d.Base.Span, problem.Quoted(d.Base.Value)))
	}
	if r.problems.HasErrors() {
		return
	}
	prices := &brief.Prices{Base: d.Base.Value}
	rows := r.change()
	told := map[string]bool{}
	for _, row := range rows {
		at := row.Cell(over)
		now := level(at.Text)
		for _, f := range d.Columns {
			column := r.column(f)
			old := row.Cell(column)
			x := r.number(old, f.Value)
			switch {
			case math.IsNaN(x):
				continue
			case math.IsNaN(now):
				if k := plain(at.Text); !told[k] {
					told[k] = true
					r.problems.Add(noLevel.At(at.Span, problem.Quoted(at.Text)))
				}
				continue
			case now != base:
				row.Cells[column] = derived(x*base/now, percentOf(old), old)
			}
			used := brief.PriceLevel{At: at.Text, Value: now}
			if !slices.Contains(prices.Index, used) {
				prices.Index = append(prices.Index, used)
			}
		}
	}
	if at := (brief.PriceLevel{At: d.Base.Value, Value: base}); !slices.Contains(prices.Index, at) {
		prices.Index = append(prices.Index, at)
	}
	r.prices = prices
	r.replace(rows)
}

// read takes the levels from their column; two for one time are told.
func (d *Deflate) read(r *run, over int) []Level {
	column := r.column(d.Index)
	if !r.numeric(d.Index, column) {
		return nil
	}
	var levels []Level
	for _, row := range r.table.Rows {
		at, c := row.Cell(over), row.Cell(column)
		x := r.number(c, d.Index.Value)
		if math.IsNaN(x) || at.Kind == brief.MissingCell {
			continue
		}
		i := slices.IndexFunc(levels, func(l Level) bool { return plain(l.At) == plain(at.Text) })
		switch {
		case !(x > 0):
			r.problems.Add(badLevel.At(c.Span, problem.Quoted(c.Text)))
		case i < 0:
			levels = append(levels, Level{at.Text, x})
		case levels[i].Value != x:
			r.problems.Add(twoLevels.At(c.Span, problem.Quoted(c.Text), problem.Quoted(at.Text)))
		}
	}
	return levels
}
