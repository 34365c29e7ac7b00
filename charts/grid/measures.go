package grid

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/problem"
)

// A table of points may be tidy: a row for each value, and a column of words that tells
// which measure it is of. What the points are is said by the other columns.

// measured returns a table with a column for each measure, and these columns, where
// rows are not points yet: nil for another table. Where it is not plain which column
// tells measures, or which of them are drawn, that is a problem.
func (r *reader) measured() (pivoted *brief.Table, values []int) {
	c := r.chart
	asked := c.Values
	if len(c.Error) > 0 || len(c.Low) > 0 || slices.ContainsFunc(asked, func(name string) bool { return r.table.Column(name) >= 0 }) {
		return nil, nil
	}
	number, identity := -1, []int{}
	for i, column := range r.table.Columns {
		switch role := ledger.RoleOf(column.Name); {
		case column.Name == c.Value:
			number = i
		case role == ledger.Note || role == ledger.Unit:
		case !column.Counted():
			identity = append(identity, i)
		case number >= 0 && c.Value == "":
			return nil, nil // rows have several numbers
		case c.Value == "":
			number = i
		}
	}
	words := slices.DeleteFunc(slices.Clone(identity), func(i int) bool { return !r.isNamed(i) })
	named := len(asked) > 0 || c.Series != ""
	if number < 0 || len(identity) < 2 || len(asked) == 0 && r.pointed(identity) || !named && len(words) < 2 {
		return nil, nil
	}
	var telling, other []int
	for _, i := range identity {
		name := r.table.Columns[i].Name
		words := r.wordsOf(i)
		if name == c.Category || name == c.Labels || c.Series != "" && name != c.Series || len(asked) == 0 && !r.isNamed(i) || !r.tells(i, identity) {
			continue
		}
		switch {
		case len(asked) > 0 && subset(asked, words), len(asked) == 0 && len(words) == r.shape.leastSeries:
			telling = append(telling, i)
		case len(asked) == 0:
			other = append(other, i)
		}
	}
	switch {
	case len(telling) == 1:
		measures := asked
		if len(measures) == 0 {
			measures = r.wordsOf(telling[0])
		}
		return r.pivot(number, telling[0], identity, measures)
	case len(telling) > 1:
		r.problems.Add(severalMeasures.At(c.Field("data"), r.someNames(telling), r.table.Columns[telling[len(telling)-1]].Name))
	case len(other) > 0:
		at := other[len(other)-1]
		words := r.wordsOf(at)
		kind := measureCount
		if len(words) < r.shape.leastSeries {
			kind = fewMeasures
		}
		shown := words[:min(len(words), r.shape.leastSeries)]
		r.problems.Add(kind.At(c.Field("data"), r.table.Columns[at].Name, len(words), c.Type, r.shape.leastSeries, strings.Join(shown, ", ")))
	}
	return nil, nil
}

// pointed reports whether a time beside the number makes a row a point of a scatter
// chart.
func (r *reader) pointed(identity []int) bool {
	return r.shape.leastSeries == 2 && slices.ContainsFunc(identity, func(i int) bool { return r.yearNumbers(i) || r.dated(i) })
}

// wordsOf returns what a column says, each once, in the order of the rows.
func (r *reader) wordsOf(column int) []string {
	var list []string
	seen := map[string]bool{}
	for _, row := range r.table.Rows {
		if cell := row.Cell(column); cell.Kind != brief.MissingCell && !seen[OneLine(cell.Text)] {
			seen[OneLine(cell.Text)] = true
			list = append(list, OneLine(cell.Text))
		}
	}
	return list
}

// tells reports whether a column tells apart rows that say the same in the others, and
// there are such rows.
func (r *reader) tells(column int, identity []int) bool {
	others := slices.DeleteFunc(slices.Clone(identity), func(i int) bool { return i == column })
	return r.repeats(others...) && !r.repeats(identity...)
}

// subset reports whether all of some names are among others.
func subset(names, among []string) bool {
	return !slices.ContainsFunc(names, func(s string) bool { return !slices.Contains(among, OneLine(s)) })
}

// pivot makes a column of each measure: the words of one column, whose values stand in
// another. Rows of other measures are left out.
func (r *reader) pivot(number, telling int, identity []int, measures []string) (*brief.Table, []int) {
	t := *r.table
	t.Columns, t.Rows = nil, nil
	identity = slices.DeleteFunc(identity, func(i int) bool { return i == telling })
	for _, i := range identity {
		t.Columns = append(t.Columns, r.table.Columns[i])
	}
	var values []int
	for _, name := range measures {
		column := r.table.Columns[number]
		column.Name = name
		values = append(values, len(t.Columns))
		t.Columns = append(t.Columns, column)
	}
	places := map[string]int{}
	for _, row := range r.table.Rows {
		m := slices.IndexFunc(measures, func(s string) bool { return OneLine(s) == OneLine(row.Cell(telling).Text) })
		if m < 0 {
			continue
		}
		key := names(row, identity)
		at, ok := places[key]
		if !ok {
			at = len(t.Rows)
			places[key] = at
			own := brief.Row{Span: row.Span}
			for _, i := range identity {
				own.Cells = append(own.Cells, row.Cell(i))
			}
			for range measures {
				own.Cells = append(own.Cells, brief.Cell{Kind: brief.MissingCell, Span: row.Span})
			}
			t.Rows = append(t.Rows, own)
		}
		t.Rows[at].Cells[values[m]] = row.Cell(number)
	}
	return &t, values
}

var (
	severalMeasures = problem.Kind{
		Code: "points-several-measures", Severity: problem.Error,
		Message: problem.Text{AR: "أيّ هذه الأعمدة يسمّي ما يُقاس: %s؟", EN: "which of these columns names what is measured: %s?"},
		Advice:  problem.Text{AR: "سمِّه، مثل: series: %[2]s", EN: "Name it, for example: series: %[2]s"},
	}
	measureCount = problem.Kind{
		Code: "points-other-measures", Severity: problem.Error,
		Message: problem.Text{AR: "في العمود «%[1]s» أسماء عددها %[2]d، والنوع «%[3]s» يرسم %[4]d", EN: "column “%[1]s” names %[2]d things, and the type “%[3]s” draws %[4]d"},
		Advice:  problem.Text{AR: "سمِّ ما يُرسم بترتيب المحاور: values: [%[5]s]", EN: "Name what is drawn, in the order of the axes: values: [%[5]s]"},
	}
	fewMeasures = problem.Kind{
		Code: "points-too-few-measures", Severity: problem.Error,
		Message: problem.Text{AR: "في العمود «%[1]s» أسماء عددها %[2]d، والنوع «%[3]s» يرسم %[4]d", EN: "column “%[1]s” names %[2]d things, and the type “%[3]s” draws %[4]d"},
		Advice:  problem.Text{AR: "أضف صفوف ما ينقص، أو استعمل نوعًا آخر.", EN: "Add the rows of what is missing, or use another type."},
	}
)
