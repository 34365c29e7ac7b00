package table

import (
	"fmt"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/problem"
	"warraq/input/source"
)

// mostHead is how many rows at the top of a table are looked through for its head.
const mostHead = 60

// A head is where the names of the columns stand among the first rows of a table.
type head struct {
	// at is the row that names them.
	at int
	// joined reports that the row below it completes the names: «الصادرات» over 2023
	// and 2024.
	joined bool
	// units reports that the row below them says what they are counted in.
	units bool
}

// length is how many rows the head takes.
func (h head) length() int {
	n := 1
	if h.joined {
		n++
	}
	if h.units {
		n++
	}
	return n
}

// findHead finds the head among the first rows that are not blank: where the author
// says, at the row that has the columns which are asked for, or else by how the rows
// look. Numbers are those of the rows in the file, and gaps says which of them a blank
// row follows. It says no where the author's row is none of them.
func findHead(rows [][]string, numbers []int, gaps []bool, o Options) (head, bool) {
	if len(rows) == 0 {
		return head{}, true
	}
	h := head{at: headerRow(rows, gaps)}
	if o.Reading.Header > 0 {
		h.at = slices.Index(numbers, o.Reading.Header)
		if h.at < 0 {
			return h, false
		}
	} else if at := askedRow(rows, h.at, o); at != h.at {
		h.at = at
	}
	h.joined = completes(rows[h.at:])
	if next := h.at + h.length(); next+1 < len(rows) {
		h.units = saysUnits(rows[next-1], rows[next], rows[next+1:])
	}
	return h, true
}

// askedRow is the row that has most of the names that are asked for, the found one
// where no other has more. A name may be asked for that is no column's but a value of
// tidy rows, or that a step makes: a row that has not all of them is no row of names
// where it has an amount or says that one is not known.
func askedRow(rows [][]string, found int, o Options) int {
	count := func(row []string) int {
		n := 0
		for _, name := range o.Asked {
			if slices.ContainsFunc(row, func(cell string) bool { return o.Reading.Rename(column.Trim(cell)) == name }) {
				n++
			}
		}
		return n
	}
	best, most := found, count(rows[found])
	for i, row := range rows {
		if n := count(row); n > most && (n == len(o.Asked) || !slices.ContainsFunc(row, func(cell string) bool {
			return column.IsAmount(cell) || column.Trim(cell) != "" && column.IsMissing(column.Trim(cell))
		})) {
			best, most = i, n
		}
	}
	return best
}

// completes reports whether the second of some rows completes the names that the
// first has: it fills the blanks beside them, and numbers stand only below it.
func completes(rows [][]string) bool {
	if len(rows) < 3 || slices.ContainsFunc(rows[0], column.IsAmount) || slices.ContainsFunc(rows[1], column.IsValue) || !slices.ContainsFunc(rows[2], column.IsAmount) {
		return false
	}
	if cellOf(rows[0], 0) != "" && cellOf(rows[1], 0) != "" {
		return false
	}
	filled, named := 0, false
	for i := range max(len(rows[0]), len(rows[1])) {
		above, below := cellOf(rows[0], i), cellOf(rows[1], i)
		if above == "" && below == "" {
			return i >= len(rows[2]) && filled > 0
		}
		if above == "" && named && below != "" {
			filled++
		}
		named = named || above != "" && below != ""
	}
	return filled > 0
}

// saysUnits reports whether a row says what the columns are counted in: words above
// numbers, and nothing above names, or «الوحدة», or all of it in brackets.
func saysUnits(names, row []string, below [][]string) bool {
	units, bracketed := 0, true
	for i := range row {
		text := column.Trim(row[i])
		if text == "" {
			continue
		}
		bracketed = bracketed && isBracketed(text)
		switch {
		case cellOf(names, i) == "" || column.IsValue(text) || len(text) > longestUnit:
			return false
		case aboveNumbers(below, i):
			if _, ok := column.TimeOf(text); ok {
				return false
			}
			units++
		case !bracketed && !callsUnits(text):
			return false
		}
	}
	return units > 0
}

// longestUnit is the most bytes of a unit in a row of them.
const longestUnit = 80

func isBracketed(text string) bool {
	return text[0] == '(' && text[len(text)-1] == ')' || text[0] == '[' && text[len(text)-1] == ']'
}

func callsUnits(text string) bool {
	switch strings.ToLower(strings.Trim(text, ":()[] ")) {
	case "unit", "units", "الوحدة", "وحدة", "الوحدات", "وحدة القياس":
		return true
	}
	return false
}

// aboveNumbers reports whether the first cells of a column that are not blank are
// numbers.
func aboveNumbers(rows [][]string, at int) bool {
	seen := 0
	for _, row := range rows {
		text := cellOf(row, at)
		if text == "" || column.IsMissing(text) {
			continue
		}
		if !column.IsAmount(text) {
			return false
		}
		if seen++; seen == 3 {
			break
		}
	}
	return seen > 0
}

func cellOf(row []string, at int) string {
	if at < len(row) {
		return column.Trim(row[at])
	}
	return ""
}

// joinNames makes the names of columns of two rows: what stands above several stands
// before each.
func joinNames(above, below []brief.Cell) []brief.Cell {
	joined := make([]brief.Cell, max(len(above), len(below)))
	group := ""
	for i := range joined {
		var first, second string
		if i < len(above) {
			joined[i], first = above[i], column.Trim(above[i].Text)
		}
		if i < len(below) {
			second = column.Trim(below[i].Text)
		}
		if first != "" {
			group = first
		}
		switch {
		case second == "":
		case group == "":
			joined[i] = below[i]
		default:
			joined[i].Text, joined[i].Span = group+" "+second, below[i].Span
		}
		if second == "" {
			group = ""
		}
	}
	return joined
}

// headOf notes where the head of the table was found.
func (b *builder) headOf(h head, line int) {
	origin := b.table.Origin
	origin.Header, origin.HeaderRows, origin.Above, origin.Units = line, h.length(), h.at, h.units
}

// units sets what columns are counted in by a row of the table's head.
func (b *builder) units(cells []brief.Cell) {
	b.unitTexts = make([]string, len(b.table.Columns))
	for i := range min(len(cells), len(b.unitTexts)) {
		text := column.Trim(cells[i].Text)
		if text != "" && isBracketed(text) {
			text = column.Trim(text[1 : len(text)-1])
		}
		if !callsUnits(text) {
			b.unitTexts[i] = text
		}
	}
}

// isNote reports whether a line of one cell below a table says something of it.
func isNote(text string) bool {
	text = strings.ToLower(column.Trim(text))
	for _, word := range []string{"source", "note", "المصدر", "مصدر", "المصادر", "ملاحظ", "ملحوظة", "تنويه", "*", "data from", "last updated", "(1)", "[1]", "1)", "©"} {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return len([]rune(text)) > longestName
}

// longestName is how many characters the name of a row has at most, beside which
// nothing else stands.
const longestName = 90

var noHeaderRow = problem.Kind{
	Code: "read-no-header-row",
	Message: problem.Text{
		AR: "لا صفّ عناوين في السطر %d من «%s»",
		EN: "line %d of %s is no header row",
	},
	Advice: problem.Text{
		AR: "اكتب رقم السطر الذي فيه أسماء الأعمدة؛ الأسطر الأولى: %[3]s",
		EN: "Write the number of the line that names the columns; the first lines are %[3]s",
	},
}

// noHeader is the problem of a header row that is not there.
func noHeader(o Options, name string, numbers []int, rows [][]string, place source.Span) problem.Problem {
	var said problem.Names
	for i := range min(len(rows), 6) {
		said = append(said, fmt.Sprintf("%d (%s)", numbers[i], strings.Join(rows[i], " ")))
	}
	return noHeaderRow.At(place, o.Reading.Header, name, said)
}
