package grid

import (
	"fmt"
	"strings"
	"time"

	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// Days are a day, a month or a year.
type Days struct {
	// First is the first day and Last the one after the end, counted from
	// 1970-01-01.
	First, Last float64
	// Text is the date in figures, the year first (2017/06/24), without digits
	// of a family.
	Text string
}

// Parts returns the year, and the month and the day where they are known, else 0.
func (d Days) Parts() (year, month, day int) {
	parts := [3]int{}
	for i, text := range strings.SplitN(d.Text, "/", len(parts)) {
		parts[i], _ = wholeOf(text) // of digits, as it was written here
	}
	return parts[0], parts[1], parts[2]
}

const secondsOfDay = 24 * 60 * 60

// Day counts the days from 1970-01-01 to a date.
func Day(year, month, day int) float64 {
	return float64(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
}

// DateOn is the date of a day.
func DateOn(day float64) time.Time { return time.Unix(int64(day)*secondsOfDay, 0).UTC() }

// dateOf reads a cell as a year, a month (2024/06) or a day.
func dateOf(cell brief.Cell) (Days, bool) {
	if m, ok := monthOf(cell.Text); ok {
		return m, true
	}
	if cell.Kind == brief.DateCell {
		t := DateOn(cell.Number)
		return Days{cell.Number, cell.Number + 1, fmt.Sprintf("%d/%02d/%02d", t.Year(), t.Month(), t.Day())}, inYears(t.Year())
	}
	if cell.Kind == brief.NumberCell {
		year := int(cell.Number)
		if float64(year) != cell.Number || !inYears(year) {
			return Days{}, false
		}
		return Days{Day(year, 1, 1), Day(year+1, 1, 1), fmt.Sprint(year)}, true
	}
	return Days{}, false
}

// monthOf reads a month and its year, in either order.
func monthOf(text string) (Days, bool) {
	parts := strings.FieldsFunc(numeral.Digits(text, numeral.Latin), func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 2 || len(parts[0]) != 4 && len(parts[1]) != 4 {
		return Days{}, false
	}
	if len(parts[0]) != 4 {
		parts[0], parts[1] = parts[1], parts[0]
	}
	year, okYear := wholeOf(parts[0])
	month, okMonth := wholeOf(parts[1])
	if !okYear || !okMonth || !inYears(year) || month < 1 || month > 12 {
		return Days{}, false
	}
	return Days{Day(year, month, 1), Day(year, month+1, 1), fmt.Sprintf("%d/%02d", year, month)}, true
}

func inYears(year int) bool { return year >= 1 && year <= 3000 }

// wholeOf reads one to four plain digits.
func wholeOf(text string) (int, bool) {
	if text == "" || len(text) > 4 || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n := 0
	for _, r := range text {
		n = n*10 + int(r-'0')
	}
	return n, true
}

// numberOf reads a number that the author wrote in the chart block.
func numberOf(text string) (float64, bool) {
	return numeral.Parse(strings.TrimSpace(text))
}

// compareTimes orders years and dates in figures; others keep their order.
func compareTimes(a, b string) int {
	x, okX := dateOf(timeCell(a))
	y, okY := dateOf(timeCell(b))
	switch {
	case !okX || !okY || x.First == y.First:
		return 0
	case x.First < y.First:
		return -1
	}
	return 1
}

// timeCell is the cell of a year or month in figures.
func timeCell(text string) brief.Cell {
	if n, ok := wholeOf(numeral.Digits(text, numeral.Latin)); ok {
		return brief.Cell{Kind: brief.NumberCell, Number: float64(n)}
	}
	return brief.Cell{Text: text}
}
