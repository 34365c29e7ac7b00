package grid

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
)

// readPoints reads a table whose rows are points: two numbers or three, the name
// of the point if it has one, and the group that colours it if there are groups.
// Rows of one name are points of one name, and are never added.
func readPoints(r *reader) *Grid {
	series := r.chart.Series
	pivoted, values := r.measured()
	if r.problems.HasErrors() {
		return nil
	}
	if pivoted != nil {
		r.table = pivoted
		if pivoted.Column(series) < 0 {
			series = "" // it told measures
		}
	}
	names, groups := r.named("category", r.chart.Category), r.named("series", series)
	if r.chart.Category == "" && r.chart.Labels != "" {
		names = r.named("labels", r.chart.Labels)
	}
	if r.chart.Category == "" || series == "" {
		unique, repeated := r.words(names, groups)
		if names < 0 {
			names = unique
		}
		if series == "" {
			groups = repeated
		}
	}
	r.spoken = append(r.spoken, names, groups)
	r.errorColumns()
	if values == nil {
		values = r.pointColumns()
	}
	if len(values) > 1 {
		r.errorsOf(values[1:2]) // those of what is above the axis
	}
	if r.problems.HasErrors() {
		return nil
	}
	g := &Grid{}
	for _, column := range values {
		g.Series = append(g.Series, OneLine(r.table.Columns[column].Name))
	}
	g.Categories = make([]string, len(r.table.Rows))
	r.checkSize(g)
	if r.problems.HasErrors() {
		return nil
	}
	g.Categories = nil
	g.Values, g.Cells = make([][]float64, len(values)), make([][]brief.Cell, len(values))
	g.Dates = r.dated(values[0])
	for _, row := range r.table.Rows {
		name := ""
		if names >= 0 {
			name, _ = r.name(row, names)
		}
		if groups >= 0 {
			group, _ := r.name(row, groups)
			at := slices.Index(g.Groups, group)
			if at < 0 {
				at = len(g.Groups)
				g.Groups = append(g.Groups, group)
			}
			g.Group = append(g.Group, at)
		}
		g.Categories = append(g.Categories, name)
		for i, column := range values {
			cell := row.Cell(column)
			x, ok := cell.Number, true
			if i > 0 || !g.Dates || cell.Kind == brief.MissingCell {
				x, ok = r.number(cell, r.table.Columns[column])
			}
			if !ok {
				cell.Kind = brief.MissingCell
			}
			g.Values[i], g.Cells[i] = append(g.Values[i], x), append(g.Cells[i], cell)
			if i == 1 && r.ranges != nil {
				g.setErrors(i, len(g.Categories)-1, r.errorRange(row, column, x))
			}
		}
	}
	if n := len(g.Groups); n > manySeries {
		r.problems.Add(tooManySeries.At(r.chart.Field("series"), n, r.chart.Type, manySeries))
	}
	g.squareErrors()
	g.Years = !g.Dates && years(g.Values[0])
	r.check(g)
	return g
}

// words returns the first column of words of which each stands once, and the
// first in which some stand again; either may be missing. Columns that are
// spoken for are left out.
func (r *reader) words(spoken ...int) (unique, repeated int) {
	unique, repeated = -1, -1
	for i := range r.table.Columns {
		if slices.Contains(spoken, i) || !r.any(i, brief.TextCell) || r.any(i, brief.NumberCell) {
			continue
		}
		seen := map[string]bool{}
		again := false
		for _, row := range r.table.Rows {
			if cell := row.Cell(i); cell.Kind != brief.MissingCell {
				again = again || seen[cell.Text]
				seen[cell.Text] = true
			}
		}
		switch {
		case !again && unique < 0:
			unique = i
		case again && repeated < 0:
			repeated = i
		}
	}
	return unique, repeated
}

// pointColumns returns the columns of the coordinates: those the author names, or
// those that hold numbers.
func (r *reader) pointColumns() []int {
	if len(r.chart.Values) == 0 && r.chart.Value == "" {
		var list []int
		for i := range r.table.Columns {
			if !slices.Contains(r.spoken, i) && (r.holds(i, brief.NumberCell) || len(list) == 0 && r.dated(i)) {
				list = append(list, i)
			}
		}
		if len(list) >= r.shape.leastSeries {
			return list
		}
	}
	return r.valueColumns(-1, -1)
}

// dated reports whether all that a column holds are days.
func (r *reader) dated(column int) bool { return r.holds(column, brief.DateCell) }

// years reports whether numbers are years: whole, from 1900 to 2099.
func years(list []float64) bool {
	low, high := Bounds(list)
	if low < 1900 || high > 2099 {
		return false
	}
	for _, x := range list {
		if x == x && x != float64(int(x)) {
			return false
		}
	}
	return true
}

// checkPoints refuses a trend where it says nothing.
func checkPoints(r *reader, g *Grid) {
	if _, ok := FitLine(g.Values[0], g.Values[1]); r.chart.Trend && !ok && !r.problems.HasErrors() {
		r.problems.Add(noTrend.At(r.chart.Field("trend")))
	}
}

var noTrend = problem.Kind{
	Code: "no-trend-line", Severity: problem.Error,
	Message: problem.Text{AR: "لا خطّ اتجاه لهذه النقاط", EN: "these points have no trend line"},
	Advice:  problem.Text{AR: "خطّ الاتجاه لثلاث نقاط فأكثر تختلف قيمها: احذف «trend».", EN: "A trend line is for three points or more that differ: remove trend."},
}
