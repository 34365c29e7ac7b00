package table

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A styleTable tells what the number formats of a sheet's cells make of their
// raw values.
type styleTable struct {
	book *excelize.File
	// kinds holds the formats asked for before.
	kinds map[int]formatKind
	// base1904 is the workbook's first day, known once asked for.
	base1904, baseKnown bool
}

// formatKind is what a number format shows.
type formatKind int

const (
	numberFormat formatKind = iota
	percentFormat
	dateFormat
	monthFormat
	yearFormat
	timeFormat
)

// show returns the text of a cell: a yes or no, a date in year-month-day order or as
// much of it as is shown, a time of day, a percentage, or else what is stored, since
// another number format adds only separators and units.
func (t *styleTable) show(c sheetCell) string {
	switch c.kind {
	case "b":
		if c.text == "1" {
			return "TRUE"
		}
		return "FALSE"
	case "", "n":
	default:
		return c.text
	}
	kind := t.kind(c.style)
	if kind == numberFormat {
		return tidy(c.text)
	}
	x, err := strconv.ParseFloat(c.text, 64)
	if err != nil {
		return c.text
	}
	switch kind {
	case percentFormat:
		return percentText(x)
	case dateFormat:
		return t.dateText(x, c.text, "2006-01-02")
	case monthFormat:
		return t.dateText(x, c.text, "2006-01")
	case yearFormat:
		return t.dateText(x, c.text, "2006")
	}
	return clockText(x)
}

// clockText is a part of a day, or several days, in hours and minutes.
func clockText(x float64) string {
	const day = 24 * 60 * 60
	seconds := int64(math.Round(math.Abs(x) * day))
	if math.Abs(x) > 1e6 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	text := fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf(":%02d", seconds%60)
	}
	if x < 0 {
		return "-" + text
	}
	return text
}

// percentText moves the point by two places, in the 15 digits that spreadsheets
// show.
func percentText(x float64) string {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x*100, 'g', 15, 64), 64)
	if err != nil {
		y = x * 100
	}
	return strconv.FormatFloat(y, 'f', -1, 64) + "%"
}

func (t *styleTable) dateText(x float64, raw, layout string) string {
	if !t.baseKnown {
		properties, err := t.book.GetWorkbookProps()
		t.base1904 = err == nil && properties.Date1904 != nil && *properties.Date1904
		t.baseKnown = true
	}
	day, err := excelize.ExcelDateToTime(x, t.base1904)
	if err != nil || day.Year() > 9999 {
		return raw
	}
	return day.Format(layout)
}

// kind is what the number format of a style shows.
func (t *styleTable) kind(index int) formatKind {
	if kind, known := t.kinds[index]; known {
		return kind
	}
	kind := numberFormat
	if style, err := t.book.GetStyle(index); err == nil {
		kind = kindOf(style)
	}
	if t.kinds == nil {
		t.kinds = map[int]formatKind{}
	}
	t.kinds[index] = kind
	return kind
}

// kindOf reads a number format: the numbers of the built-in ones
// (ECMA-376-1 §18.8.30), or the code of a custom one.
func kindOf(style *excelize.Style) formatKind {
	if style.CustomNumFmt != nil {
		return kindOfCode(*style.CustomNumFmt)
	}
	switch n := style.NumFmt; {
	case n == 9 || n == 10:
		return percentFormat
	case n == 17: // mmm-yy
		return monthFormat
	case n >= 14 && n <= 16, n == 22, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 54, n == 57, n == 58:
		return dateFormat
	case n >= 18 && n <= 21, n >= 32 && n <= 35, n >= 45 && n <= 47, n == 55, n == 56:
		return timeFormat
	}
	return numberFormat
}

// kindOfCode looks at the letters of a format code outside quoted text, escaped
// characters and brackets, which hold colours and conditions.
func kindOfCode(code string) formatKind {
	code, _, _ = strings.Cut(code, ";") // the section for positive numbers
	year, day, month, hour, percent := false, false, false, false, false
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return numberFormat
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return numberFormat
			}
			if inner := strings.ToLower(code[i+1 : i+end]); strings.Trim(inner, "hms") == "" {
				hour = true // [h]:mm, elapsed time
			}
			i += end
		case 'y', 'Y':
			year = true
		case 'd', 'D':
			day = true
		case 'm', 'M':
			month = true
		case 'h', 'H', 's', 'S':
			hour = true
		case '%':
			percent = true
		case 'G', 'g':
			if strings.HasPrefix(strings.ToLower(code[i:]), "general") {
				i += len("general") - 1
			}
		}
	}
	switch {
	case year && !day && !month && !hour:
		return yearFormat
	case year && month && !day && !hour:
		return monthFormat
	case year || day || month && !hour:
		return dateFormat
	case hour:
		return timeFormat
	case percent:
		return percentFormat
	}
	return numberFormat
}
