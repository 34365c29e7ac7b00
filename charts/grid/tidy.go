package grid

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/ledger"
	"warraq/input/problem"
	"warraq/input/source"
)

// A table is wide, with a column of numbers for each series, or tidy, with a row for
// each value and columns that say whose it is. All types read both by the same rule:
// where a name comes again, the column whose pairs with it come once is the series.
// What is left out of a chart is never added up unsaid.

// parted returns the column of the series of a tidy table, where the author names
// none: the given one, or what tells apart the rows of one name. What more tells rows
// apart than the chart reads is a problem.
func (r *reader) parted(category, series, facet int, values []int) int {
	read := spoken(facet, category, series)
	others := r.aspects(category, series, facet, values)
	again, differing := r.undecided(read, others, values)
	switch {
	case len(differing) == 0 && series < 0 && r.shape.paired && len(values) == 1:
		if words := slices.DeleteFunc(others, r.isTimed); len(words) == 1 {
			return words[0]
		}
		return series
	case len(differing) == 0:
		return series
	case series >= 0 || !r.seriesTold():
		r.tellApart(again, category, differing, values, false)
		return series
	}
	var fit []int
	for _, i := range differing {
		if r.shape.timeless && r.isTimed(i) {
			continue
		}
		if more, _ := r.undecided(append(read, i), []int{i}, values); more == nil && !slices.ContainsFunc(fit, func(j int) bool { return r.alike(i, j) }) {
			fit = append(fit, i)
		}
	}
	if len(fit) == 1 {
		return fit[0]
	}
	r.tellApart(again, category, differing, values, !r.shape.timeless || !r.isTimed(differing[0]))
	return series
}

// seriesTold reports whether a column can tell series of this type apart.
func (r *reader) seriesTold() bool {
	return r.shape.series > 1 && !r.shape.anything && r.shape.takes("series")
}

// spoken leaves out columns that are not there.
func spoken(columns ...int) []int {
	return slices.DeleteFunc(columns, func(i int) bool { return i < 0 })
}

// aspects are the columns that say of what a row is, beside those that the chart
// reads: words and times, but for notes and codes, which say it anew.
func (r *reader) aspects(category, series, facet int, values []int) []int {
	var list []int
	account := r.shape.ledger && slices.ContainsFunc(r.table.Columns, func(c brief.Column) bool { return r.accounted(c.Name) })
	for i, c := range r.table.Columns {
		if i == category || i == series || i == facet || slices.Contains(values, i) || slices.Contains(r.spoken, i) {
			continue
		}
		role := ledger.RoleOf(c.Name)
		if role == ledger.Note || role == ledger.Code || c.Counted() || r.constant(i) {
			continue
		}
		if account && (role == ledger.Year || r.accounted(c.Name)) {
			continue // the rows of a ledger are there to be added up
		}
		list = append(list, i)
	}
	return list
}

// accounted reports whether a column's name is one of those that a ledger is told by.
func (r *reader) accounted(name string) bool {
	role := ledger.RoleOf(name)
	return role == ledger.Payer || role == ledger.Programme ||
		slices.ContainsFunc(slices.Concat(r.shape.categoryNames, r.shape.seriesNames), func(s string) bool { return strings.EqualFold(s, name) })
}

// constant reports whether a column says the same in all rows.
func (r *reader) constant(column int) bool {
	first := OneLine(r.table.Rows[0].Cell(column).Text)
	return !slices.ContainsFunc(r.table.Rows, func(row brief.Row) bool { return OneLine(row.Cell(column).Text) != first })
}

// undecided returns the first row with a value that says in some columns what one
// before it says, nil where none does, and in which of the others such rows differ.
func (r *reader) undecided(read, others, values []int) (again *brief.Row, differing []int) {
	first := map[string]brief.Row{}
	differs := map[int]bool{}
	for n, row := range r.table.Rows {
		if !slices.ContainsFunc(values, func(i int) bool { return row.Cell(i).Kind != brief.MissingCell }) {
			continue
		}
		key := names(row, read)
		before, ok := first[key]
		if !ok {
			first[key] = row
			continue
		}
		if again == nil {
			again = &r.table.Rows[n]
		}
		for _, i := range others {
			differs[i] = differs[i] || OneLine(row.Cell(i).Text) != OneLine(before.Cell(i).Text)
		}
	}
	for _, i := range others {
		if differs[i] {
			differing = append(differing, i)
		}
	}
	return again, differing
}

// names joins what a row says in some columns.
func names(row brief.Row, columns []int) string {
	var key strings.Builder
	for _, i := range columns {
		key.WriteString(OneLine(row.Cell(i).Text))
		key.WriteByte(0)
	}
	return key.String()
}

// alike reports whether two columns part the rows in the same way, as a name and its
// code do.
func (r *reader) alike(a, b int) bool {
	of, back := map[string]string{}, map[string]string{}
	for _, row := range r.table.Rows {
		x, y := OneLine(row.Cell(a).Text), OneLine(row.Cell(b).Text)
		was, ok := of[x]
		came, also := back[y]
		if ok && was != y || also && came != x {
			return false
		}
		of[x], back[y] = y, x
	}
	return true
}

// tellApart is the problem of rows of one name that differ in what the chart leaves
// out.
func (r *reader) tellApart(again *brief.Row, category int, differing, values []int, asSeries bool) {
	first := differing[0]
	kind := rowsLeftOut
	switch {
	case asSeries:
		kind = rowsWithoutSeries
	case r.shape.takes("levels") && len(r.chart.Levels) == 0 && !r.isTimed(first):
		kind = rowsWithoutLevels
	}
	r.problems.Add(kind.At(r.chart.Field("data"), problem.Quoted(OneLine(again.Cell(category).Text)), r.someNames(differing),
		r.table.Columns[first].Name, problem.Quoted(OneLine(again.Cell(first).Text)), r.table.Columns[category].Name, r.table.Columns[values[0]].Name))
}

// amount returns the one column of numbers of a tidy table: the first that is called
// an amount, or the only one there is; of others the author is asked.
func (r *reader) amount(values []int) []int {
	if len(values) < 2 || r.shape.anything {
		return values
	}
	var called []int
	for _, i := range values {
		c := r.table.Columns[i]
		if ledger.RoleOf(c.Name) == ledger.Amount || slices.Contains([]string{"value", "values", "القيمة", "قيمة"}, strings.ToLower(strings.TrimSpace(c.Name))) {
			called = append(called, i)
		}
	}
	if len(called) != 1 {
		r.problems.Add(severalAmounts.At(r.chart.Field("data"), r.someNames(values), r.table.Columns[values[0]].Name))
		return values
	}
	return called
}

// oneAmount reports several columns of numbers where the type draws one, and those of
// times where it has no place for these.
func (r *reader) oneAmount(values []int) bool {
	timed := func(i int) bool {
		_, ok := column.TimeOf(HeadOf(r.table.Columns[i].Name))
		return ok
	}
	if r.shape.timeless && len(values) > 1 && len(r.chart.Values) == 0 && !slices.ContainsFunc(values, func(i int) bool { return !timed(i) }) {
		r.problems.Add(timesApart.At(r.chart.Field("data"), r.someNames(values), r.chart.Type, r.table.Columns[values[len(values)-1]].Name))
		return false
	}
	if len(values) < 2 || r.shape.series > 1 && (r.shape.takes("series") || r.shape.timeless) {
		return true
	}
	last := r.table.Columns[values[len(values)-1]].Name
	r.problems.Add(oneAmountOnly.At(r.chart.Field("data"), r.someNames(values), r.chart.Type, last))
	return false
}

// someNames lists the first of some columns for a sentence.
func (r *reader) someNames(columns []int) string {
	const most = 5
	if len(columns) > most {
		return r.columnNames(columns[:most]) + " · …"
	}
	return r.columnNames(columns)
}

// turned returns the columns whose heads are times, and the column that names their
// rows, where times run along the chart: a table as statistical offices write it, with
// its years in the header. Both are none for another table.
func (r *reader) turned(series, facet int) (heads []int, names int) {
	if !r.shape.running && !(r.shape.upright && r.chart.Category == "") {
		return nil, -1
	}
	asked := slices.Clone(r.chart.Values)
	if r.chart.Value != "" {
		asked = append(asked, r.chart.Value)
	}
	var rest, counted []int
	for i, c := range r.table.Columns {
		_, timed := column.TimeOf(HeadOf(c.Name))
		switch {
		case timed && (len(asked) == 0 || slices.Contains(asked, c.Name)):
			heads = append(heads, i)
		case slices.Contains(asked, c.Name):
			return nil, -1
		case i == series || i == facet || timed || slices.Contains(r.spoken, i) || r.aside(i):
		case c.Counted():
			counted = append(counted, i)
		default:
			rest = append(rest, i)
		}
	}
	if len(heads) < 2 {
		return nil, -1
	}
	if own := r.table.Column(r.chart.Category); own >= 0 && own != facet {
		rest = []int{own}
	}
	if series >= 0 {
		rest = []int{series}
	}
	if len(rest) > 0 && r.isTimed(rest[0]) {
		return nil, -1 // months by years: the seasons run along
	}
	if len(counted) > 0 && len(asked) == 0 {
		r.problems.Add(headsMixed.At(r.chart.Field("data"), r.someNames(counted), r.someNames(heads), r.list(heads)))
		return heads, -1
	}
	names = -1
	for _, i := range rest {
		if names < 0 || r.repeats(spoken(facet, names)...) && !r.repeats(spoken(facet, i)...) {
			names = i
		}
	}
	switch {
	case names >= 0:
		others := r.aspects(names, series, facet, heads)
		if again, differing := r.undecided(spoken(facet, names), others, heads); len(differing) > 0 {
			r.tellApart(again, names, differing, heads, false)
		}
	case facet < 0 && len(r.table.Rows) > 1:
		r.problems.Add(missingColumn.At(r.chart.Span, "category"))
	}
	return heads, names
}

// HeadOf is a column's name without what the World Bank adds to years: 2010 [YR2010].
func HeadOf(name string) string {
	head, _, _ := strings.Cut(name, " [YR")
	return strings.TrimSpace(head)
}

// collectTurned gathers values whose columns are times and whose rows are series.
func (r *reader) collectTurned(names int, heads []int) *Grid {
	g := &Grid{}
	for _, i := range heads {
		g.Categories = append(g.Categories, OneLine(HeadOf(r.table.Columns[i].Name)))
	}
	categories, room := r.room()
	places, seen := map[string]int{}, map[[2]int]bool{}
	for _, row := range r.table.Rows {
		name := ""
		if names >= 0 {
			var place source.Span
			if name, place = r.name(row, names); name == "" {
				if slices.ContainsFunc(heads, func(i int) bool { return row.Cell(i).Kind != brief.MissingCell }) {
					r.problems.Add(missingCategory.At(place, r.table.Columns[names].Name))
				}
				continue
			}
		}
		s, ok := places[name]
		if !ok {
			s = len(g.Series)
			places[name] = s
			g.Series = append(g.Series, name)
			if s < room {
				n := min(len(heads), categories)
				g.Values = append(g.Values, nothing(n))
				g.Cells = append(g.Cells, slices.Repeat([]brief.Cell{{Kind: brief.MissingCell}}, n))
			}
		}
		for c, i := range heads {
			r.put(g, s, c, row, max(names, 0), i, seen)
		}
	}
	return g
}

var (
	rowsWithoutSeries = problem.Kind{
		Code: "rows-without-series", Severity: problem.Error,
		Message: problem.Text{
			AR: "صفوف «%s» تختلف في ما لا يقرؤه الرسم: %s",
			EN: "the rows of “%s” differ in what the chart does not read: %s",
		},
		Advice: problem.Text{
			AR: "اكتب: series: %[3]s؛ وأبقِ واحدًا مما بقي بخطوة مثل filter: {column: %[3]s, is: %[4]s}، أو اجمع بخطوة group: {by: %[5]s, sum: %[6]s}",
			EN: "Write series: %[3]s, and keep one of what is left with a step such as filter: {column: %[3]s, is: %[4]s}, or add up with group: {by: %[5]s, sum: %[6]s}",
		},
	}
	rowsLeftOut = problem.Kind{
		Code: "rows-left-out", Severity: problem.Error,
		Message: problem.Text{
			AR: "صفوف «%s» تختلف في ما لا يقرؤه الرسم: %s",
			EN: "the rows of “%s” differ in what the chart does not read: %s",
		},
		Advice: problem.Text{
			AR: "أبقِ واحدًا بخطوة مثل filter: {column: %[3]s, is: %[4]s}، أو اجمع بخطوة group: {by: %[5]s, sum: %[6]s}",
			EN: "Keep one with a step such as filter: {column: %[3]s, is: %[4]s}, or add up with group: {by: %[5]s, sum: %[6]s}",
		},
	}
	rowsWithoutLevels = problem.Kind{
		Code: "rows-without-levels", Severity: problem.Error,
		Message: problem.Text{
			AR: "صفوف «%s» تختلف في ما لا يقرؤه الرسم: %s",
			EN: "the rows of “%s” differ in what the chart does not read: %s",
		},
		Advice: problem.Text{
			AR: "اكتب: levels: [%[5]s, %[3]s]؛ أو أبقِ واحدًا بخطوة مثل filter: {column: %[3]s, is: %[4]s}، أو اجمع بخطوة group: {by: %[5]s, sum: %[6]s}",
			EN: "Write levels: [%[5]s, %[3]s], or keep one with a step such as filter: {column: %[3]s, is: %[4]s}, or add up with group: {by: %[5]s, sum: %[6]s}",
		},
	}
	severalAmounts = problem.Kind{
		Code: "several-amounts", Severity: problem.Error,
		Message: problem.Text{
			AR: "لكل صفّ أكثر من عدد، والسلاسل في عمود لها: %s",
			EN: "each row has several numbers, and the series stand in a column: %s",
		},
		Advice: problem.Text{AR: "اختر عمودًا واحدًا: value: %[2]s", EN: "Choose one column: value: %[2]s"},
	}
	oneAmountOnly = problem.Kind{
		Code: "one-column-of-values", Severity: problem.Error,
		Message: problem.Text{
			AR: "أعمدة الأعداد عدّة (%s)، والنوع «%s» يرسم واحدًا منها",
			EN: "there are several columns of numbers (%s), and the type “%s” draws one",
		},
		Advice: problem.Text{AR: "سمِّ ما يُرسم: value: %[3]s", EN: "Name what is drawn: value: %[3]s"},
	}
	timesApart = problem.Kind{
		Code: "times-in-header-apart", Severity: problem.Error,
		Message: problem.Text{
			AR: "عناوين الأعمدة أوقات (%s)، والنوع «%s» لا يرسم أوقاتًا متجاورة",
			EN: "the heads of columns are times (%s), which the type “%s” does not draw beside each other",
		},
		Advice: problem.Text{AR: "اختر عمودًا واحدًا: value: %[3]s", EN: "Choose one column: value: %[3]s"},
	}
	headsMixed = problem.Kind{
		Code: "times-in-header-mixed", Severity: problem.Error,
		Message: problem.Text{
			AR: "في صفّ العناوين أوقات، وبجانبها أعمدة أعداد أخرى: %s",
			EN: "there are times in the header, and other columns of numbers beside them: %s",
		},
		Advice: problem.Text{AR: "سمِّ ما يُرسم: values: [%[3]s]", EN: "Name what is drawn: values: [%[3]s]"},
	}
)
