package table

import (
	"strings"
	"time"
	"unicode"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/problem"
)

const secondsOfDay = 24 * 60 * 60

// classify fills in what a cell's text means. The form of its number is kept by
// the caller, who knows the other cells of the column.
func classify(c *brief.Cell) numeral.Form {
	c.Text = trim(c.Text)
	c.Kind = brief.TextCell
	if len(c.Text) <= longestWord {
		if isMissing(c.Text) {
			c.Kind = brief.MissingCell
			return numeral.PlainForm
		}
		if yes, ok := parseBool(c.Text); ok {
			c.Kind = brief.BoolCell
			if yes {
				c.Number = 1
			}
			return numeral.PlainForm
		}
	}
	if len(c.Text) > longestNumber {
		return numeral.PlainForm
	}
	if x, form, ok := numeral.ParseWith(c.Text, numeral.CommaGroups); ok {
		c.Kind, c.Number = brief.NumberCell, x
		return form
	}
	if day, ok := parseDate(c.Text); ok {
		c.Kind, c.Number = brief.DateCell, float64(day)
	}
	return numeral.PlainForm
}

// The most bytes of a text that can say missing, yes or no, and of one that can
// be a number; longer text is not looked at.
const (
	longestWord   = 48
	longestNumber = 128
)

// trim takes from the ends of a text spaces and the invisible marks of direction
// that programs put around what is typed into a right-to-left cell.
func trim(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
}

// isMissing reports whether a cell says that there is no value, with vowel marks
// or without.
func isMissing(text string) bool {
	if len(text) > 2 && (text[0] == '(' && text[len(text)-1] == ')' || text[0] == '[' && text[len(text)-1] == ']') {
		text = trim(text[1 : len(text)-1])
	}
	switch withoutMarks(text) {
	case "", "-", "–", "—", "−", "..", "…", ".", "--",
		"غير معلوم", "غير معلومة", "غير متاح", "غير متاحة", "غير متوفر", "غير متوفرة", "غير متوافر", "غير متوافرة", "غير معروف", "غير معروفة",
		"لا تتوفر", "لا تتوافر", "لا يتوفر", "لا بيانات", "لا تتوفر بيانات", "غ.م", "غ.م.", "غ/م", "غ م":
		return true
	}
	return strings.EqualFold(text, "n/a") || strings.EqualFold(text, "n.a.") ||
		strings.EqualFold(text, "na") || strings.EqualFold(text, "#n/a")
}

func withoutMarks(text string) string {
	if !strings.ContainsFunc(text, isMark) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isMark(r) {
			return -1
		}
		return r
	}, text)
}

func isMark(r rune) bool { return r == 'ـ' || unicode.Is(unicode.Mn, r) }

func parseBool(text string) (yes, ok bool) {
	switch text {
	case "نعم", "✓", "✔", "☑", "✅":
		return true, true
	case "لا", "كلا", "✗", "✘", "☒", "❌":
		return false, true
	}
	switch {
	case strings.EqualFold(text, "yes"), strings.EqualFold(text, "true"):
		return true, true
	case strings.EqualFold(text, "no"), strings.EqualFold(text, "false"):
		return false, true
	}
	return false, false
}

// parseDate reads 2025-04-09 and 2025/4/9, year first, in any digits, and a
// month without a day, 2025-04, as its first. It returns the days since
// 1970-01-01.
func parseDate(text string) (days int64, ok bool) {
	text = numeral.Digits(text, numeral.Latin)
	separator := "-"
	if strings.Contains(text, "/") {
		separator = "/"
	}
	parts := strings.Split(text, separator)
	if len(parts) != 3 && len(parts) != 2 || len(parts[0]) != 4 {
		return 0, false
	}
	numbers := [3]int{2: 1}
	for i, part := range parts {
		if len(part) == 0 || len(part) > 4 || i > 0 && len(part) > 2 || strings.Trim(part, "0123456789") != "" {
			return 0, false
		}
		numbers[i] = 0
		for _, d := range []byte(part) {
			numbers[i] = numbers[i]*10 + int(d-'0')
		}
	}
	day := time.Date(numbers[0], time.Month(numbers[1]), numbers[2], 0, 0, 0, 0, time.UTC)
	if day.Month() != time.Month(numbers[1]) || day.Day() != numbers[2] {
		return 0, false
	}
	return day.Unix() / secondsOfDay, true
}

// A columnForm gathers how the numbers of a column are written.
type columnForm struct{ ambiguous, decimal, grouping, points, ambiguousPoints bool }

func (f *columnForm) add(form numeral.Form) {
	switch form {
	case numeral.AmbiguousComma:
		f.ambiguous = true
	case numeral.DecimalComma:
		f.decimal = true
	case numeral.GroupingComma:
		f.grouping = true
	case numeral.DecimalPoint:
		f.points = true
	case numeral.AmbiguousPoint:
		f.ambiguousPoints = true
	}
}

// settleCommas reads 1,234 again as a fraction in columns whose other numbers
// show that they write a decimal comma.
func settleCommas(t *brief.Table, forms []columnForm) {
	for column, f := range forms {
		if !f.ambiguous || !f.decimal || f.grouping {
			continue
		}
		for i := range t.Rows {
			c := &t.Rows[i].Cells[column]
			if c.Kind != brief.NumberCell {
				continue
			}
			if x, form, ok := numeral.ParseWith(c.Text, numeral.CommaDecimal); ok && form == numeral.AmbiguousComma {
				c.Number = x
			}
		}
	}
}

// settlePoints reads 1.234 again as one thousand and more in columns that write
// a decimal comma, where a point can only part thousands. A column that writes
// fractions both ways can be read in neither: it is told of at the first number
// with a point. It is for text alone: what a program stored as a number has
// always a decimal point.
func settlePoints(t *brief.Table, forms []columnForm) (problems problem.List) {
	for column, f := range forms {
		if !f.decimal || !f.points && !f.ambiguousPoints {
			continue
		}
		for i := range t.Rows {
			c := &t.Rows[i].Cells[column]
			if c.Kind != brief.NumberCell {
				continue
			}
			_, form, _ := numeral.ParseWith(c.Text, numeral.CommaDecimal)
			switch {
			case f.points && (form == numeral.DecimalPoint || form == numeral.AmbiguousPoint):
				problems.Add(mixedSeparators.At(c.Span, t.Columns[column].Name, c.Text))
			case form == numeral.AmbiguousPoint:
				if x, ok := numeral.Parse(strings.ReplaceAll(c.Text, ".", "")); ok {
					c.Number = x
				}
				continue
			default:
				continue
			}
			break
		}
	}
	return problems
}
