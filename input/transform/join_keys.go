package transform

import (
	"slices"
	"strconv"
	"strings"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/country"
	"warraq/input/problem"
)

// The sides of a join.
const (
	ownSide = iota
	otherSide
)

// keyColumns are two columns that must agree, by their places on each side.
type keyColumns struct {
	at [2]int
	// countries reports that both are of countries, which agree by what they are:
	// مصر, Egypt and EGY.
	countries bool
	// outright are the countries that have a name of their own on each side, which
	// settles what another name beside them means.
	outright [2]map[string]bool
}

func keyColumnsOf(own *brief.Table, at int, other *brief.Table, otherAt int) keyColumns {
	k := keyColumns{at: [2]int{at, otherAt}}
	k.countries = own.Columns[at].Type == brief.Countries && other.Columns[otherAt].Type == brief.Countries
	if !k.countries {
		return k
	}
	for side, t := range []*brief.Table{own, other} {
		k.outright[side] = map[string]bool{}
		for _, row := range t.Rows {
			if c, ok := country.Find(row.Cell(k.at[side]).Text); ok {
				k.outright[side][c.Alpha2] = true
			}
		}
	}
	return k
}

// joinKeys are what the rows of one side say in the columns that must agree, in a form
// that is equal where they do; empty where a row cannot have a partner. A cell that can
// be read in two ways is told.
func (r *run) joinKeys(t *brief.Table, pairs []keyColumns, side int) []string {
	keys := make([]string, len(t.Rows))
	known := map[string]string{} // of texts, which repeat
	var b strings.Builder
	for n, row := range t.Rows {
		b.Reset()
		for _, k := range pairs {
			c := row.Cell(k.at[side])
			if open := c.Doubt == brief.OpenSeparator || c.Doubt == brief.OpenDate || c.Doubt == brief.OtherSeparator; open {
				r.odd(c, t.Columns[k.at[side]].Name, notNumber)
			}
			part := ""
			if k.countries {
				memo := strconv.Itoa(k.at[side]) + " " + c.Text
				if _, ok := known[memo]; !ok {
					known[memo] = k.countryKey(c, side)
				}
				part = known[memo]
			} else {
				part = cellKey(c, t.Columns[k.at[side]])
			}
			if part == "" {
				b.Reset()
				break
			}
			b.WriteString(part)
			b.WriteByte(0)
		}
		keys[n] = b.String()
	}
	return keys
}

// countryKey is which country a cell is; a group of countries, or what is none, is its
// text. A name that several countries have is none of them.
func (k keyColumns) countryKey(c brief.Cell, side int) string {
	said := country.Of(c.Text)
	switch said.Kind {
	case country.One:
		return "country " + said.Countries[0].Alpha2
	case country.Several:
		if one, ok := said.Settle(func(alpha2 string) bool { return k.outright[side][alpha2] }); ok {
			return "country " + one.Alpha2
		}
		return ""
	}
	return textKey(c)
}

// cellKey is what a cell says: of numbers and years their number, of other times the
// first day and the length, else the text whatever its spaces, case and digits.
func cellKey(c brief.Cell, in brief.Column) string {
	switch c.Kind {
	case brief.MissingCell:
		return ""
	case brief.NumberCell:
		return "number " + strconv.FormatFloat(c.Number, 'g', -1, 64) + percentOf(c)
	case brief.BoolCell:
		return "answer " + strconv.FormatFloat(c.Number, 'g', -1, 64)
	case brief.DateCell:
		grain := in.Grain
		if t, ok := column.TimeOf(c.Text); ok && t.First == c.Number {
			grain = t.Grain
		}
		return "time " + strconv.FormatFloat(c.Number, 'g', -1, 64) + " " + strconv.Itoa(int(grain))
	}
	return textKey(c)
}

func textKey(c brief.Cell) string {
	if c.Kind == brief.MissingCell || c.Text == "" {
		return ""
	}
	return "text " + strings.ToLower(plain(c.Text))
}

// keyText is what a row says in the columns that must agree, for people.
func keyText(row brief.Row, pairs []keyColumns, side int) string {
	texts := make([]string, len(pairs))
	for i, k := range pairs {
		if texts[i] = oneLine(row.Cell(k.at[side]).Text); texts[i] == "" {
			texts[i] = "—"
		}
	}
	return strings.Join(texts, " · ")
}

// keyTexts are the first that the rows of a table say.
func keyTexts(t *brief.Table, pairs []keyColumns, side int) problem.Names {
	const few = 6
	var list problem.Names
	for _, row := range t.Rows {
		if text := keyText(row, pairs, side); !slices.Contains(list, text) {
			list = append(list, text)
		}
		if len(list) == few {
			break
		}
	}
	return list
}

// A repeat is a number of a joined table that stands beside several rows.
type repeat struct {
	column string
	cell   brief.Cell
}

func repeatOf(column string, c brief.Cell) repeat {
	return repeat{column, brief.Cell{Span: c.Span, Number: c.Number}}
}

// noteRepeats keeps the numbers that a join has just put beside more than one row, in
// the columns from one on: added up over these they would count several times.
func (r *run) noteRepeats(from int) {
	if r.repeats == nil {
		r.repeats = map[repeat]bool{}
	}
	seen := map[repeat]bool{}
	for _, row := range r.table.Rows {
		for i := from; i < len(r.table.Columns); i++ {
			if c := row.Cell(i); c.Kind == brief.NumberCell && r.table.Columns[i].Counted() {
				n := repeatOf(r.table.Columns[i].Name, c)
				r.repeats[n] = r.repeats[n] || seen[n]
				seen[n] = true
			}
		}
	}
}

// checkRepeats tells where one number of a joined table would be added up more than
// once within a group.
func (r *run) checkRepeats(column brief.Field, at int, by []int) {
	if len(r.repeats) == 0 {
		return
	}
	seen := map[string]map[repeat]bool{}
	for _, row := range r.table.Rows {
		n := repeatOf(r.table.Columns[at].Name, row.Cell(at))
		if !r.repeats[n] {
			continue
		}
		group := key(row, by)
		if seen[group] == nil {
			seen[group] = map[repeat]bool{}
		}
		if seen[group][n] {
			r.problems.Add(joinedTwice.At(column.Span, column.Value, row.Cell(at).Text))
			return
		}
		seen[group][n] = true
	}
}

var (
	joinUnknownColumn = problem.Kind{
		Code: "join-unknown-column", Severity: problem.Error,
		Message: problem.Text{AR: "لا عمود اسمه «%s» في «%s»", EN: "there is no column “%s” in “%s”"},
		Advice:  problem.Text{AR: "%[3]s", EN: "%[3]s"},
	}
	joinNameTaken = problem.Kind{
		Code: "join-name-taken", Severity: problem.Error,
		Message: problem.Text{AR: "اسم العمود «%s» من «%s» مأخوذ قبل الضمّ", EN: "there is a column “%s” already, and another in “%s”"},
		Advice:  problem.Text{AR: "أضف names: {%[3]s: اسم آخر}، أو columns بأسماء ما يؤخذ من الجدول.", EN: "Add names: {%[3]s: another name}, or columns with the names of those to take."},
	}
	joinTwice = problem.Kind{
		Code: "join-two-partners", Severity: problem.Error,
		Message: problem.Text{AR: "صفّ ثانٍ لـ«%s» في «%s»، والأول في السطر %d: لا يُعرف أيّهما يُضمّ، ولو ضُمّا لتكرّرت القيم", EN: "a second row for “%s” in “%s”, after that of line %d: which belongs to the others is not said, and both would count their values twice"},
		Advice:  problem.Text{AR: "أضف إلى on عمودًا آخر يميّز بينهما، مثل السنة، أو أبقِ أحدهما.", EN: "Add to on another column that tells them apart, such as the year, or keep one of them."},
	}
	joinAlone = problem.Kind{
		Code: "join-no-partner", Severity: problem.Warning,
		Message: problem.Text{AR: "صفوف بلا نظير في «%[2]s»، عددها %[1]d: %[3]s؛ قيمها منه غير معلومة", EN: "rows without a partner in “%[2]s”, %[1]d of them: %[3]s; what it would say of them is not known"},
		Advice:  problem.Text{AR: "صحّح الأسماء، أو سوِّها بـread: {names: {…}}، أو أخرج الصفوف بـkind: inner.", EN: "Correct the names, or make them equal with read: {names: {…}}, or leave the rows out with kind: inner."},
	}
	joinLeftOut = problem.Kind{
		Code: "join-left-out", Severity: problem.Warning,
		Message: problem.Text{AR: "صفوف تُركت إذ لا نظير لها في «%[2]s»، عددها %[1]d: %[3]s", EN: "rows were left out, since they have no partner in “%[2]s”, %[1]d of them: %[3]s"},
		Advice:  problem.Text{AR: "صحّح الأسماء، أو أخرج الصفوف قبلُ بخطوة filter.", EN: "Correct the names, or leave the rows out before with a filter."},
	}
	joinNothing = problem.Kind{
		Code: "join-nothing", Severity: problem.Error,
		Message: problem.Text{AR: "لا صفّ له نظير في «%s»: هنا %s، وهناك %s", EN: "no row has a partner in “%s”: here stand %s, there %s"},
		Advice:  problem.Text{AR: "سمِّ في on العمودين اللذين يقولان الشيء نفسه: {هنا: هناك}.", EN: "Name in on the two columns that say the same: {here: there}."},
	}
	joinTooLarge = problem.Kind{
		Code: "join-too-large", Severity: problem.Error,
		Message: problem.Text{AR: "عدد ما يصنعه هذا الضمّ من خلايا %d، والحدّ %d", EN: "this join makes %d cells; the limit is %d"},
		Advice:  problem.Text{AR: "سمِّ في columns ما يؤخذ من الجدول، أو رشّح الصفوف قبله.", EN: "Name in columns those to take, or filter the rows before."},
	}
	joinedTwice = problem.Kind{
		Code: "join-counted-twice", Severity: problem.Error,
		Message: problem.Text{AR: "قيم «%s» ضُمّت إلى صفوف عدّة من المجموعة نفسها، مثل %s، وجمعها يعدّها أكثر من مرة", EN: "values of “%s” stand beside several rows of one group, such as %s: a sum counts them more than once"},
		Advice:  problem.Text{AR: "استعمل max أو mean، أو اجمع الصفوف قبل الضمّ.", EN: "Use max or mean, or sum up the rows before the join."},
	}
)
