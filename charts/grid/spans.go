package grid

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
)

// Dumbbells is the shape of names with two values or more that a line joins.
func Dumbbells() Shape {
	return Shape{
		categories: barCategories, series: 6, leastSeries: 2, logarithmic: true, compares: true,
		floating: true, marked: true, highlights: true, scaled: true, check: checkDumbbells,
	}
}

// Slopes is that of lines from one time, or one state, to another. Names and ends are
// told apart once they are read, so that both may be many until then.
func Slopes() Shape {
	return Shape{
		categories: maxSlopes, series: maxSlopes, floating: true, highlights: true, check: checkSlopes,
		keys: []string{"category", "value", "values", "series", "unit", "direction"},
	}
}

// Ranges is that of names with the value that each begins at, and the one it ends at.
func Ranges() Shape {
	return Shape{
		categories: barCategories, series: manySeries, logarithmic: true, compares: true,
		floating: true, marked: true, highlights: true, scaled: true, check: checkRanges, ends: true,
		keys: []string{"category", "value", "values", "series", "unit", "sort", "direction", "from", "to"},
	}
}

// maxSlopes is how many lines with a name at both ends can stand on one page.
const maxSlopes = 30

// beginnings and ends are what columns of the two are called.
func beginnings() []string {
	return []string{"from", "start", "low", "lowest", "min", "minimum", "من", "البداية", "الأدنى", "أدنى", "الحد الأدنى", "الحدّ الأدنى"}
}

func ends() []string {
	return []string{"to", "end", "high", "highest", "max", "maximum", "إلى", "النهاية", "الأعلى", "أعلى", "الحد الأعلى", "الحدّ الأعلى"}
}

// Ends returns the columns of a table that are called as beginnings and ends are.
func Ends(t *brief.Table) (from, to string, ok bool) {
	r := &reader{table: t}
	i, j := r.usual(beginnings()), r.usual(ends())
	if i < 0 || j < 0 || i == j {
		return "", "", false
	}
	return t.Columns[i].Name, t.Columns[j].Name, true
}

// endColumns returns the columns of beginnings and ends: those the author names, or
// those that are called so. It is nil where there are none.
func (r *reader) endColumns(category, series int) []int {
	if !r.shape.ends || len(r.chart.Values) > 0 || r.chart.Value != "" {
		return nil
	}
	from, to := r.named("from", r.chart.From), r.named("to", r.chart.To)
	written := r.chart.From != "" || r.chart.To != ""
	if r.chart.From == "" {
		from = r.usual(beginnings())
	}
	if r.chart.To == "" {
		to = r.usual(ends())
	}
	switch taken := []int{category, series}; {
	case r.problems.HasErrors():
		return nil
	case written && from < 0:
		r.problems.Add(missingColumn.At(r.chart.Span, "from"))
		return nil
	case written && to < 0:
		r.problems.Add(missingColumn.At(r.chart.Span, "to"))
		return nil
	case from < 0 || to < 0 || from == to || slices.Contains(taken, from) || slices.Contains(taken, to):
		return nil
	}
	for _, i := range []int{from, to} {
		if r.isTimed(i) && !r.yearNumbers(i) {
			r.problems.Add(rangeOfDates.At(r.chart.Field("data"), r.table.Columns[i].Name))
			return nil
		}
	}
	return []int{from, to}
}

// checkDumbbells puts series that are times in their order.
func checkDumbbells(_ *reader, g *Grid) { g.seriesInOrder() }

// checkSlopes turns a grid so that its categories are the two ends of the lines. They
// are its series, as names come first in a table, unless its names are times.
func checkSlopes(r *reader, g *Grid) {
	if len(g.Categories) > 1 && temporal(g.Categories) {
		g.transpose()
	}
	g.seriesInOrder()
	g.transpose()
	g.Temporal = temporal(g.Categories)
	if n := len(g.Categories); n != 2 && !r.problems.HasErrors() {
		kind, first, last := slopeEnds, g.Categories[0], g.Categories[n-1]
		if n == 1 {
			kind = slopeOneEnd
		} else if r.table.Column(first) < 0 {
			kind = slopeRows
		}
		r.problems.Add(kind.At(r.chart.Field("data"), n, problem.Quoted(first), problem.Quoted(last), r.partingColumn(first)))
	}
}

// partingColumn names the column that some cell of a tidy table stands in.
func (r *reader) partingColumn(name string) string {
	for _, row := range r.table.Rows {
		for i, cell := range row.Cells {
			if OneLine(cell.Text) == name && i < len(r.table.Columns) {
				return r.table.Columns[i].Name
			}
		}
	}
	return ""
}

// transpose exchanges categories and series.
func (g *Grid) transpose() {
	values, cells := make([][]float64, len(g.Categories)), make([][]brief.Cell, len(g.Categories))
	for c := range g.Categories {
		for s := range g.Series {
			values[c], cells[c] = append(values[c], g.Values[s][c]), append(cells[c], g.Cells[s][c])
		}
	}
	g.Categories, g.Series, g.Values, g.Cells = g.Series, g.Categories, values, cells
}

// checkRanges reports what is no range: one column or several, and an end before its
// beginning. Columns of which the first is nowhere below the second are exchanged.
func checkRanges(r *reader, g *Grid) {
	if len(g.Series) != 2 {
		if r.problems.HasErrors() {
			return
		}
		first, last := g.Series[0], g.Series[len(g.Series)-1]
		kind := rangeColumns
		if first == last {
			kind = rangeOneColumn
		}
		r.problems.Add(kind.At(r.chart.Field("data"), len(g.Series), first, last))
		return
	}
	falls := func(c int) bool { return g.Values[1][c] < g.Values[0][c] }
	rises := func(c int) bool { return g.Values[1][c] > g.Values[0][c] }
	down, up := false, false
	for c := range g.Categories {
		down, up = down || falls(c), up || rises(c)
	}
	if down && !up && r.chart.From == "" && r.chart.To == "" {
		slices.Reverse(g.Series)
		slices.Reverse(g.Values)
		slices.Reverse(g.Cells)
		down = false
	}
	for c, name := range g.Categories {
		if down && falls(c) {
			cell := g.Cells[1][c]
			r.problems.Add(rangeFalls.At(cell.Span, problem.Quoted(cell.Text), problem.Quoted(g.Cells[0][c].Text), problem.Quoted(name)))
		}
	}
	g.Years = r.isYears(g.Series[0]) && r.isYears(g.Series[1])
}

// EndsCalled reports whether the columns of ranges are called more than from and to.
func (g *Grid) EndsCalled() bool {
	return len(g.Series) == 2 && !JustEnds(g.Series[0], g.Series[1])
}

// JustEnds reports whether two names say no more than that one is a beginning and the
// other an end.
func JustEnds(from, to string) bool {
	plain := []string{"from", "to", "start", "end", "من", "إلى", "البداية", "النهاية"}
	return slices.Contains(plain, strings.ToLower(from)) && slices.Contains(plain, strings.ToLower(to))
}

// isYears reports whether a column of some name holds years.
func (r *reader) isYears(name string) bool {
	i := r.table.Column(name)
	return i >= 0 && r.yearNumbers(i)
}

var (
	slopeEnds = problem.Kind{
		Code: "slope-ends", Severity: problem.Error,
		Message: problem.Text{AR: "لخطوط الميل طرفان، وفي البيانات %d: من «%s» إلى «%s»", EN: "slopes have two ends, and the data have %d: from “%s” to “%s”"},
		Advice:  problem.Text{AR: "سمِّ طرفين: values: [\"%[2]s\", \"%[3]s\"]؛ أو استعمل «line».", EN: "Name two: values: [\"%[2]s\", \"%[3]s\"]; or use line."},
	}
	slopeRows = problem.Kind{
		Code: "slope-end-rows", Severity: problem.Error,
		Message: problem.Text{AR: "لخطوط الميل طرفان، وفي البيانات %d: من «%s» إلى «%s»", EN: "slopes have two ends, and the data have %d: from “%s” to “%s”"},
		Advice: problem.Text{
			AR: "أبقِ طرفين بخطوة: filter: {column: %[4]s, is: [%[2]s, %[3]s]}؛ أو استعمل «line».",
			EN: "Keep two with a step: filter: {column: %[4]s, is: [%[2]s, %[3]s]}; or use line.",
		},
	}
	slopeOneEnd = problem.Kind{
		Code: "slope-one-end", Severity: problem.Error,
		Message: problem.Text{AR: "لخطوط الميل طرفان، وفي البيانات واحد: «%[2]s»", EN: "slopes have two ends, and the data have one: “%[2]s”"},
		Advice:  problem.Text{AR: "أضف قيم الطرف الآخر، أو استعمل «bar».", EN: "Add the values of the other end, or use bar."},
	}
	rangeColumns = problem.Kind{
		Code: "range-columns", Severity: problem.Error,
		Message: problem.Text{AR: "لأعمدة المدى عمود بداية وعمود نهاية، وأعمدة الأعداد هنا %d", EN: "ranges have a column of beginnings and one of ends, and there are %d columns of numbers"},
		Advice:  problem.Text{AR: "سمِّهما في سطرين: from: %[2]s ثم to: %[3]s", EN: "Name them in two lines: from: %[2]s, then to: %[3]s"},
	}
	rangeOneColumn = problem.Kind{
		Code: "range-one-column", Severity: problem.Error,
		Message: problem.Text{AR: "لأعمدة المدى عمود بداية وعمود نهاية، وليس هنا إلا «%[2]s»", EN: "ranges have a column of beginnings and one of ends, and there is only “%[2]s”"},
		Advice:  problem.Text{AR: "أضف العمود الآخر، أو استعمل «bar».", EN: "Add the other column, or use bar."},
	}
	rangeFalls = problem.Kind{
		Code: "range-falls", Severity: problem.Error,
		Message: problem.Text{AR: "نهاية «%[3]s» (%[1]s) أصغر من بدايته (%[2]s)", EN: "the end of “%[3]s” (%[1]s) is below its beginning (%[2]s)"},
		Advice:  problem.Text{AR: "صحّح إحدى القيمتين؛ وإن كانت القيمتان لوقتين فاستعمل «dumbbell».", EN: "Correct one of the two; if they are values of two times, use dumbbell."},
	}
	rangeOfDates = problem.Kind{
		Code: "range-of-dates", Severity: problem.Error,
		Message: problem.Text{AR: "في العمود «%s» أوقات ليست سنوات", EN: "column “%s” holds times that are no years"},
		Advice:  problem.Text{AR: "استعمل النوع «timeline».", EN: "Use the type timeline."},
	}
)
