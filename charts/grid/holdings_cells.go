package grid

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/country"
	"warraq/input/ledger"
)

// What the cells of a table of holdings say: other names of their row, yes and
// no in one of the ways that tables have, or words.

// saying returns the column that holds what each pair is said to be, added to
// the table where none does: a pair of which nothing is said but that it is there
// is a yes.
func (r *reader) saying(series, value int) int {
	if value >= 0 {
		if ledger.RoleOf(r.table.Columns[value].Name) == ledger.Held && r.bits(value) || r.incidence([]int{value}) {
			r.reword([]int{value}, held)
		}
		return value
	}
	whole, added := r.table, len(r.table.Columns)
	table := &brief.Table{Name: whole.Name, File: whole.File, Columns: append(slices.Clip(whole.Columns), whole.Columns[series])}
	for _, row := range whole.Rows {
		cells := make([]brief.Cell, added+1)
		for i := range added {
			cells[i] = row.Cell(i)
		}
		cell := row.Cell(series)
		if cell.Kind != brief.MissingCell {
			cell.Kind, cell.Number = brief.BoolCell, 1
		}
		cells[added] = cell
		table.Rows = append(table.Rows, brief.Row{Cells: cells, Span: row.Span})
	}
	r.table = table
	return added
}

// reword changes the cells of some columns, in a table of its own.
func (r *reader) reword(columns []int, change func(brief.Cell) brief.Cell) {
	table := *r.table
	table.Rows = make([]brief.Row, len(r.table.Rows))
	for n, row := range r.table.Rows {
		row.Cells = slices.Clone(row.Cells)
		for _, i := range columns {
			if i < len(row.Cells) {
				row.Cells[i] = change(row.Cells[i])
			}
		}
		table.Rows[n] = row
	}
	r.table = &table
}

// held makes yes and no of 1 and 0.
func held(c brief.Cell) brief.Cell {
	if c.Kind == brief.NumberCell {
		c.Kind = brief.BoolCell
	}
	return c
}

// bits reports whether all that a column holds is 1 and 0, written so.
func (r *reader) bits(column int) bool {
	for _, row := range r.table.Rows {
		if c := row.Cell(column); c.Kind == brief.NumberCell {
			if text := numeral.Digits(c.Text, numeral.Latin); text != "0" && text != "1" {
				return false
			}
		}
	}
	return r.holds(column, brief.NumberCell)
}

// incidence reports whether columns hold 1 and 0, and both, of what is counted
// in no unit and called neither amount nor share: a matrix of yes and no as it is
// written for machines.
func (r *reader) incidence(columns []int) bool {
	if r.chart.Unit != "" || ledger.Column(r.table, ledger.Unit) >= 0 {
		return false
	}
	var seen [2]bool
	for _, i := range columns {
		role := ledger.RoleOf(r.table.Columns[i].Name)
		if !r.bits(i) || role == ledger.Amount || role == ledger.Share {
			return false
		}
		for _, row := range r.table.Rows {
			if c := row.Cell(i); c.Kind == brief.NumberCell {
				seen[int(c.Number)] = true
			}
		}
	}
	return seen[0] && seen[1]
}

// answers are pairs of words that say yes and no where nothing else is said. Some
// of the second are read as unknown where they stand alone.
var answers = [][2]string{
	{"متوفر", "غير متوفر"}, {"متوفرة", "غير متوفرة"}, {"متوافر", "غير متوافر"}, {"متوافرة", "غير متوافرة"},
	{"متاح", "غير متاح"}, {"متاحة", "غير متاحة"}, {"موجود", "غير موجود"}, {"يتوفر", "لا يتوفر"}, {"يتوافر", "لا يتوافر"},
	{"يوجد", "لا يوجد"}, {"يملك", "لا يملك"}, {"يمتلك", "لا يمتلك"}, {"تملك", "لا تملك"}, {"تمتلك", "لا تمتلك"},
	{"y", "n"}, {"on", "off"}, {"available", "unavailable"}, {"available", "not available"}, {"held", "not held"}, {"+", "-"}, {"+", "−"},
}

// settle makes yes and no of the words of a pair of answers where both stand in
// some columns, and no other word does.
func (r *reader) settle(columns []int) {
	words, blanks := map[string]bool{}, map[string]bool{}
	for _, row := range r.table.Rows {
		for _, i := range columns {
			switch c := row.Cell(i); c.Kind {
			case brief.TextCell:
				words[answer(c)] = true
			case brief.MissingCell:
				blanks[answer(c)] = true
			default:
				return
			}
		}
	}
	for _, pair := range answers {
		yes, no := pair[0], pair[1]
		if !words[yes] || !words[no] && !blanks[no] || len(words) > 2 || len(words) == 2 && !words[no] {
			continue
		}
		r.reword(columns, func(c brief.Cell) brief.Cell {
			switch answer(c) {
			case yes:
				c.Kind, c.Number = brief.BoolCell, 1
			case no:
				c.Kind, c.Number = brief.BoolCell, 0
			}
			return c
		})
		return
	}
}

func answer(c brief.Cell) string { return strings.ToLower(OneLine(c.Text)) }

// single reports cells that list several things where each row is a pair: a
// part of one is a name of its own in another row.
func (r *reader) single(column int) {
	names := map[string]bool{}
	for _, row := range r.table.Rows {
		names[OneLine(row.Cell(column).Text)] = true
	}
	for _, row := range r.table.Rows {
		cell := row.Cell(column)
		parts := strings.FieldsFunc(cell.Text, func(c rune) bool { return strings.ContainsRune("،,;؛/+\n", c) })
		if len(parts) < 2 {
			continue
		}
		for _, part := range parts {
			if part = OneLine(part); part != "" && names[part] {
				r.problems.Add(severalNames.At(cell.Span, OneLine(cell.Text), part))
				break
			}
		}
	}
}

// codes reports whether a column holds codes, which name a country or a mineral
// anew and say nothing of both: two or three capitals each, as in ISO 3166 and
// among the elements, one for each name and no two alike.
func (r *reader) codes(column, other int) bool {
	codes, names := map[string]string{}, map[string]string{}
	for _, row := range r.table.Rows {
		name, code := OneLine(row.Cell(other).Text), row.Cell(column).Text
		if len(code) < 2 || len(code) > 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != "" || !unicode.IsUpper(rune(code[0])) {
			return false
		}
		before, coded := codes[name]
		named, taken := names[code]
		if coded && before != code || taken && named != name {
			return false
		}
		codes[name], names[code] = code, name
	}
	return true
}

// calls reports whether a column names the countries of another anew, as ISO
// 3166 or another language does.
func (r *reader) calls(column, category int) bool {
	some := false
	for _, row := range r.table.Rows {
		cell := row.Cell(column)
		if cell.Kind == brief.MissingCell {
			continue
		}
		named, known := country.Find(OneLine(row.Cell(category).Text))
		called, also := country.Find(OneLine(cell.Text))
		if !known || !also || called.Alpha2 != named.Alpha2 {
			return false
		}
		some = true
	}
	return some
}

// counts reports whether a column numbers the rows: 1, 2, 3 and so on.
func (r *reader) counts(column int) bool {
	for n, row := range r.table.Rows {
		if numeral.Digits(row.Cell(column).Text, numeral.Latin) != strconv.Itoa(n+1) {
			return false
		}
	}
	return len(r.table.Rows) >= 3
}

// prose reports whether a column holds words and no amounts in words or marks:
// 10 to 20, less than 5, x.
func (r *reader) prose(column int) bool {
	for _, row := range r.table.Rows {
		c := row.Cell(column)
		if c.Kind != brief.MissingCell && (strings.ContainsFunc(c.Text, unicode.IsDigit) || utf8.RuneCountInString(c.Text) < 2) {
			return false
		}
	}
	return r.wordy(column)
}

// sharing are those of some columns a word of which stands in another of them.
func (r *reader) sharing(columns []int) map[int]bool {
	shared, first := map[int]bool{}, map[string]int{}
	for _, i := range columns {
		for _, row := range r.table.Rows {
			c := row.Cell(i)
			if c.Kind != brief.TextCell {
				continue
			}
			word := OneLine(c.Text)
			if before, ok := first[word]; !ok {
				first[word] = i
			} else if before != i {
				shared[before], shared[i] = true, true
			}
		}
	}
	return shared
}

// list writes the names of columns as a list in YAML.
func (r *reader) list(columns []int) string {
	var names []string
	for _, i := range columns {
		names = append(names, r.table.Columns[i].Name)
	}
	return strings.Join(names, ", ")
}
