package grid

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/ledger"
	"warraq/input/problem"
)

// readHoldings reads who holds what, from either shape of table: a row a country
// with a column a mineral, or a row for each pair of the two. Which shape it is
// follows from the names of the columns and from what stands in them; where both
// are possible, that is told.
func readHoldings(r *reader) *Grid {
	category, series := r.named("category", r.chart.Category), r.named("series", r.chart.Series)
	if r.problems.HasErrors() {
		return nil
	}
	if category < 0 {
		category = r.holder(series)
	}
	if series < 0 {
		series = r.held(category)
	}
	if r.problems.HasErrors() {
		return nil
	}
	values := []int{}
	if series >= 0 {
		value := r.pairValue(category, series)
		if !r.problems.HasErrors() {
			values = append(values, r.saying(series, value))
			r.single(series)
		}
	} else {
		values = r.minerals(category)
		if !r.problems.HasErrors() && r.incidence(values) {
			r.reword(values, held)
		}
	}
	r.settle(values)
	if r.problems.HasErrors() {
		return nil
	}
	g := r.collect(category, series, values)
	if !r.fits(g) {
		return nil
	}
	g.Unit = r.unit(values)
	r.holdingUnits(g, category, series, values)
	return r.finish(g)
}

// holder returns the column of those who hold: a country's by its name, or the
// first of words.
func (r *reader) holder(series int) int {
	if i := ledger.Column(r.table, ledger.Country); i >= 0 && i != series && r.wordy(i) {
		return i
	}
	return r.category(series)
}

// held returns the column of what is held, where each row is a pair; -1 where
// each row is a country with a column a mineral.
func (r *reader) held(category int) int {
	if category < 0 || len(r.chart.Values) > 1 {
		return -1
	}
	named := r.usual(r.shape.seriesNames)
	var words, others []int
	for i, c := range r.table.Columns {
		switch {
		case i == category || c.Name == r.chart.Value || r.aside(i) || r.blank(i):
		case r.calls(i, category):
		case !r.wordy(i):
			others = append(others, i)
		case ledger.RoleOf(c.Name) == ledger.Mineral, i == named:
			return i
		default:
			words = append(words, i)
		}
	}
	if i := ledger.Column(r.table, ledger.Mineral); slices.Contains(others, i) && r.heldValue(others) {
		return i // called by numbers, as isotopes are
	}
	if r.repeats(category) {
		// A country cannot have two rows of one matrix.
		paired := slices.DeleteFunc(slices.Clone(words), func(i int) bool { return r.repeats(category, i) })
		switch {
		case len(paired) == 1:
			return paired[0]
		case len(paired) > 1:
			r.problems.Add(severalHeld.At(r.chart.Field("data"), r.columnNames(paired), r.table.Columns[paired[0]].Name))
		}
		return -1
	}
	if len(words) != 1 {
		return -1
	}
	word := r.table.Columns[words[0]].Name
	switch value := r.heldValue(others); {
	case len(others) == 1 && value:
		return words[0]
	case len(others) == 1 && r.chart.Value == "":
		r.problems.Add(eitherShape.At(r.chart.Field("data"), word, r.table.Columns[others[0]].Name))
	}
	return -1
}

// heldValue reports whether one of some columns is called what no mineral is:
// held, amount, share.
func (r *reader) heldValue(columns []int) bool {
	return slices.ContainsFunc(columns, func(i int) bool {
		role := ledger.RoleOf(r.table.Columns[i].Name)
		return role == ledger.Held || role == ledger.Amount || role == ledger.Share
	})
}

// aside reports whether a column says something about its row that is no
// holding: when, in what unit, on whose word.
func (r *reader) aside(column int) bool {
	switch ledger.RoleOf(r.table.Columns[column].Name) {
	case ledger.Year, ledger.Unit, ledger.Currency, ledger.Note, ledger.Code:
		return true
	}
	return column == 0 && r.counts(column)
}

// wordy reports whether a column holds words alone, and some.
func (r *reader) wordy(column int) bool { return r.holds(column, brief.TextCell) }

// repeats reports whether two rows have the same names in some columns. Rows
// that lack one of them do not count.
func (r *reader) repeats(columns ...int) bool {
	seen := map[string]bool{}
	for _, row := range r.table.Rows {
		var key strings.Builder
		whole := true
		for _, i := range columns {
			cell := row.Cell(i)
			whole = whole && cell.Kind != brief.MissingCell
			key.WriteString(OneLine(cell.Text))
			key.WriteByte(0)
		}
		if !whole {
			continue
		}
		if seen[key.String()] {
			return true
		}
		seen[key.String()] = true
	}
	return false
}

// minerals returns the columns of a matrix: those that the author names, or all
// that hold something of the country. Of words that stand in no other column
// nothing tells whether they say how a mineral is held, which is held, or where
// the country lies.
func (r *reader) minerals(category int) []int {
	values := r.valueColumns(category, -1)
	if len(r.chart.Values) > 0 || r.chart.Value != "" {
		return values
	}
	kept := slices.DeleteFunc(slices.Clone(values), func(i int) bool { return r.aside(i) || r.calls(i, category) })
	if len(kept) == 0 {
		return values
	}
	r.settle(kept)
	var strange, others []int
	shared := r.sharing(kept)
	for _, i := range kept {
		if r.prose(i) && !shared[i] {
			strange = append(strange, i)
		} else {
			others = append(others, i)
		}
	}
	if len(strange) > 0 && len(kept) > 1 {
		if len(others) == 0 {
			others = kept
		}
		r.problems.Add(strangeWords.At(r.chart.Field("data"), r.table.Columns[strange[0]].Name, r.list(others)))
	}
	return kept
}

// pairValue returns the column of what is said of each pair, or -1 where a row
// says no more than that there is one.
func (r *reader) pairValue(category, series int) int {
	if r.chart.Value != "" {
		return r.named("value", r.chart.Value)
	}
	if len(r.chart.Values) == 1 {
		return r.named("values", r.chart.Values[0])
	}
	if len(r.chart.Values) > 1 {
		r.problems.Add(severalOfPair.At(r.chart.Field("values"), strings.Join(r.chart.Values, " · "), r.chart.Values[0]))
		return -1
	}
	var words, others []int
	for i := range r.table.Columns {
		switch {
		case i == category || i == series || r.aside(i) || r.blank(i) || r.calls(i, category):
		case r.wordy(i):
			words = append(words, i)
		default:
			others = append(others, i)
		}
	}
	if len(others) == 0 {
		others = slices.DeleteFunc(words, func(i int) bool { return r.codes(i, category) || r.codes(i, series) })
	}
	switch len(others) {
	case 0:
		return -1
	case 1:
		return others[0]
	}
	r.problems.Add(severalOfPair.At(r.chart.Field("data"), r.columnNames(others), r.table.Columns[others[0]].Name))
	return -1
}

// blank reports whether nothing is known in a column.
func (r *reader) blank(column int) bool {
	return !slices.ContainsFunc(r.table.Rows, func(row brief.Row) bool { return row.Cell(column).Kind != brief.MissingCell })
}

// columnNames lists columns for a sentence.
func (r *reader) columnNames(columns []int) string {
	var names []string
	for _, i := range columns {
		names = append(names, r.table.Columns[i].Name)
	}
	return strings.Join(names, " · ")
}

// holdingUnits takes the units of amounts from a column of units: one for all,
// or one for each mineral.
func (r *reader) holdingUnits(g *Grid, category, series int, values []int) {
	column := ledger.Column(r.table, ledger.Unit)
	if column < 0 || column == category || column == series || slices.Contains(values, column) {
		if g.Unit == "" {
			g.Units = differing(unitsInNames(g))
		}
		return
	}
	units := make([]string, len(g.Series))
	for _, row := range r.table.Rows {
		unit := row.Cell(column)
		counted := slices.ContainsFunc(values, func(i int) bool { return row.Cell(i).Kind == brief.NumberCell })
		if !counted || unit.Kind == brief.MissingCell {
			continue
		}
		s := 0
		if series >= 0 {
			s = slices.Index(g.Series, OneLine(row.Cell(series).Text))
		}
		switch {
		case s < 0:
		case units[s] == "":
			units[s] = OneLine(unit.Text)
		case units[s] != OneLine(unit.Text):
			r.problems.Add(mixedUnits.At(unit.Span, unit.Text, units[s], r.table.Columns[column].Name))
			return
		}
	}
	if series < 0 {
		if g.Unit == "" {
			g.Unit = units[0]
		}
		return
	}
	several := differing(units)
	switch {
	case several != nil && g.Unit == "":
		g.Units = several
	case several != nil && r.chart.Unit != "":
		r.problems.Add(unitForSeveral.At(r.chart.Field("unit"), r.chart.Unit, r.table.Columns[column].Name))
	case g.Unit == "":
		for _, unit := range units {
			if unit != "" {
				g.Unit = unit
			}
		}
	}
}

// differing returns units where there are several, else nil.
func differing(units []string) []string {
	first := ""
	for _, unit := range units {
		switch {
		case unit == "" || unit == first:
		case first == "":
			first = unit
		default:
			return units
		}
	}
	return nil
}

var (
	severalHeld = problem.Kind{
		Code: "holdings-several-columns", Severity: problem.Error,
		Message: problem.Text{AR: "أيّ هذه الأعمدة يسمّي ما يُحاز: %s؟", EN: "which of these columns names what is held: %s?"},
		Advice:  problem.Text{AR: "سمِّه في الرسم البياني، مثل: series: %[2]s", EN: "Name it in the chart, for example: series: %[2]s"},
	}
	severalOfPair = problem.Kind{
		Code: "holdings-several-values", Severity: problem.Error,
		Message: problem.Text{AR: "لكل دولة ومعدن أكثر من قيمة: %s", EN: "each pair of country and mineral has several values: %s"},
		Advice:  problem.Text{AR: "اختر عمودًا واحدًا، مثل: value: %[2]s", EN: "Choose one column, for example: value: %[2]s"},
	}
	eitherShape = problem.Kind{
		Code: "holdings-either-shape", Severity: problem.Error,
		Message: problem.Text{
			AR: "يُقرأ هذا الجدول على وجهين: «%s» أسماء ما يُحاز، أو عمود من أعمدة المصفوفة كعمود «%s»",
			EN: "this table can be read in two ways: “%s” names what is held, or is a column of the matrix as “%s” is",
		},
		Advice: problem.Text{
			AR: "للأول اكتب: series: %[1]s؛ وللثاني اكتب: values: [%[1]s, %[2]s]",
			EN: "For the first write: series: %[1]s; for the second write: values: [%[1]s, %[2]s]",
		},
	}
	strangeWords = problem.Kind{
		Code: "holdings-strange-words", Severity: problem.Error,
		Message: problem.Text{
			AR: "في العمود «%s» كلمات ليست في غيره، فهي أسماء ما يُحاز أو وصف للدولة",
			EN: "column “%s” holds words that no other has: they name what is held, or say something else of the country",
		},
		Advice: problem.Text{
			AR: "إن كانت أسماء ما يُحاز فاكتب: series: %[1]s؛ وإلا فسمِّ أعمدة المصفوفة: values: [%[2]s]",
			EN: "If they name what is held, write: series: %[1]s; else name the columns of the matrix: values: [%[2]s]",
		},
	}
	severalNames = problem.Kind{
		Code: "holdings-several-names", Severity: problem.Error,
		Message: problem.Text{AR: "في الخلية «%s» أكثر من اسم، منها «%s»", EN: "the cell “%s” holds several names, “%s” among them"},
		Advice:  problem.Text{AR: "اكتب صفًّا لكل اسم.", EN: "Write a row for each name."},
	}
	twiceHeld = problem.Kind{
		Code: "holdings-pair-twice", Severity: problem.Error,
		Message: problem.Text{AR: "«%s» مع «%s» في أكثر من صفّ، وللخلية قيمة واحدة", EN: "“%s” with “%s” stands in several rows; a cell has one value"},
		Advice: problem.Text{
			AR: "أبقِ صفًّا واحدًا، أو اختر سنة بخطوة filter، أو اجمع القيم بخطوة group، أو سمِّ عمود ما يُحاز بالمفتاح series.",
			EN: "Keep one row, choose a year with a filter step, add the values up with a group step, or name the column of what is held with series.",
		},
	}
	mixedUnits = problem.Kind{
		Code: "holdings-mixed-units", Severity: problem.Error,
		Message: problem.Text{AR: "الوحدة «%s» تخالف «%s» قبلها في العمود «%s»، والمقادير لا تُقارن بوحدتين", EN: "the unit “%s” differs from “%s” before it in column “%s”; amounts in two units do not compare"},
		Advice:  problem.Text{AR: "حوّل المقادير إلى وحدة واحدة بخطوة convert.", EN: "Bring the amounts to one unit with a convert step."},
	}
	unitForSeveral = problem.Kind{
		Code: "holdings-unit-for-several", Severity: problem.Error,
		Message: problem.Text{AR: "كُتبت وحدة واحدة «%s»، وفي العمود «%s» أكثر من وحدة", EN: "one unit “%s” is written, and column “%s” has several"},
		Advice:  problem.Text{AR: "احذف unit فتظهر وحدة كل معدن معه، أو حوّل المقادير بخطوة convert.", EN: "Remove unit, and each mineral shows its own; or bring the amounts to one unit with a convert step."},
	}
)
