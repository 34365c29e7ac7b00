package transform

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
	"warraq/input/source"
)

// Join adds to each row what the row of another table with the same key says. The
// columns after it are the rows' own, then those of the other table but its keys.
type Join struct {
	Span source.Span
	// Data is the other table: a name of the front matter, or a path.
	Data brief.Field
	// Other is that table, once it was read.
	Other *brief.Table
	// On are the columns that must agree.
	On []KeyPair
	// Inner leaves out the rows that have no partner; else they stay, and nothing is
	// known of what the other table would say of them.
	Inner bool
	// Columns are those that are taken from the other table; all where it is empty.
	Columns []brief.Field
	// Renamed gives columns of the other table other names.
	Renamed []column.Named
}

// A KeyPair is a column of the rows and the one of the other table that says the same.
type KeyPair struct{ Own, Other brief.Field }

// mostCells is how many cells a join may make, as a file may have.
const mostCells = 2_000_000

// With is the step with the other table.
func (j *Join) With(other *brief.Table) *Join {
	own := *j
	own.Other = other
	return &own
}

// Asks are the columns that the step names of the other table.
func (j *Join) Asks() []brief.Field {
	list := slices.Clone(j.Columns)
	for _, k := range j.On {
		list = append(list, k.Other)
	}
	for _, n := range j.Renamed {
		list = append(list, n.Name)
	}
	return list
}

func (j *Join) place() source.Span { return j.Span }

func (j *Join) needs() []brief.Field {
	list := make([]brief.Field, len(j.On))
	for i, k := range j.On {
		list[i] = k.Own
	}
	return list
}

func (j *Join) gives(names []string) ([]string, bool) {
	if j.Other == nil {
		return nil, false
	}
	for _, i := range j.taken() {
		names = added(names, j.renamed(j.Other.Columns[i].Name))
	}
	return names, true
}

// taken are the columns of the other table that are added.
func (j *Join) taken() []int {
	var list []int
	for i, c := range j.Other.Columns {
		isKey := slices.ContainsFunc(j.On, func(k KeyPair) bool { return k.Other.Value == c.Name })
		if len(j.Columns) > 0 && named(j.Columns, c.Name) || len(j.Columns) == 0 && !isKey && c.Name != "" {
			list = append(list, i)
		}
	}
	return list
}

func (j *Join) renamed(name string) string {
	for _, n := range j.Renamed {
		if n.Name.Value == name {
			return n.Value.Value
		}
	}
	return name
}

func (j *Join) apply(r *run) {
	if j.Other == nil {
		j = j.With(&brief.Table{}) // has none of the columns, as is told
	}
	for _, f := range j.Asks() {
		if names := namesOf(j.Other); !slices.Contains(names, f.Value) {
			r.problems.Add(joinUnknownColumn.At(f.Span, f.Value, j.Data.Value, problem.DidYouMean(f.Value, names)))
		}
	}
	taken := j.taken()
	if r.problems.HasErrors() || !j.distinct(r, taken) {
		return
	}
	if n := len(r.table.Rows) * (len(r.table.Columns) + len(taken)); n > mostCells {
		r.problems.Add(joinTooLarge.At(j.Span, n, mostCells))
		return
	}
	pairs := make([]keyColumns, len(j.On))
	for i, k := range j.On {
		pairs[i] = keyColumnsOf(r.table, r.column(k.Own), j.Other, j.Other.Column(k.Other.Value))
	}
	own, partners := r.joinKeys(r.table, pairs, ownSide), r.joinKeys(j.Other, pairs, otherSide)
	wanted := map[string]bool{}
	for _, k := range own {
		wanted[k] = true
	}
	index := map[string]int{} // the row of each key in the other table
	for i, k := range partners {
		if k == "" || !wanted[k] {
			continue
		}
		if first, twice := index[k]; twice {
			at := j.Other.Rows[i].Cell(pairs[0].at[otherSide])
			r.problems.Add(joinTwice.At(at.Span, problem.Quoted(keyText(j.Other.Rows[i], pairs, otherSide)), j.Data.Value, problem.Quoted(problem.LineOf(j.Other.Rows[first].Cell(pairs[0].at[otherSide]).Span))))
			continue
		}
		index[k] = i
	}
	if r.problems.HasErrors() {
		return
	}
	j.add(r, taken, pairs, own, index)
}

// distinct reports whether no column that is added has the name of another.
func (j *Join) distinct(r *run, taken []int) bool {
	names := namesOf(r.table)
	before := len(r.problems)
	for _, i := range taken {
		name := j.renamed(j.Other.Columns[i].Name)
		if slices.Contains(names, name) {
			r.problems.Add(joinNameTaken.At(j.Data.Span, name, j.Data.Value, j.Other.Columns[i].Name))
		}
		names = append(names, name)
	}
	return len(r.problems) == before
}

// add puts beside each row what its partner says.
func (j *Join) add(r *run, taken []int, pairs []keyColumns, own []string, index map[string]int) {
	t := *r.table
	t.Columns = slices.Clone(t.Columns)
	width := len(t.Columns)
	for _, i := range taken {
		c := j.Other.Columns[i]
		c.Name = j.renamed(c.Name)
		t.Columns = append(t.Columns, c)
	}
	t.Rows = make([]brief.Row, 0, len(r.table.Rows))
	var alone problem.Names
	found, lonely := 0, 0
	seen := map[string]bool{}
	for n, row := range r.table.Rows {
		partner, ok := index[own[n]]
		if ok = ok && own[n] != ""; ok {
			found++
		} else {
			lonely++
			if text := keyText(row, pairs, ownSide); !seen[text] {
				seen[text] = true
				alone = append(alone, text)
			}
			if j.Inner {
				continue
			}
		}
		cells := make([]brief.Cell, 0, len(t.Columns))
		for i := range width {
			cells = append(cells, row.Cell(i))
		}
		for _, i := range taken {
			c := brief.Cell{Kind: brief.MissingCell, Span: row.Span}
			if ok {
				c = j.Other.Rows[partner].Cell(i)
			}
			cells = append(cells, c)
		}
		t.Rows = append(t.Rows, brief.Row{Cells: cells, Span: row.Span})
	}
	switch {
	case found == 0:
		r.problems.Add(joinNothing.At(j.Span, j.Data.Value, alone, keyTexts(j.Other, pairs, otherSide)))
		return
	case lonely > 0 && j.Inner:
		r.problems.Add(joinLeftOut.At(j.Span, lonely, j.Data.Value, alone))
	case lonely > 0:
		r.problems.Add(joinAlone.At(j.Span, lonely, j.Data.Value, alone))
	}
	r.table, r.owned = &t, true
	r.noteRepeats(width)
}
