package grid

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/column"
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
func Day(year, month, day int) float64 { return column.Days(year, month, day) }

// DateOn is the date of a day.
func DateOn(day float64) time.Time { return time.Unix(int64(day)*secondsOfDay, 0).UTC() }

// dateOf reads a cell as a year, a month or a day. Of a moment the day is kept.
func dateOf(cell brief.Cell, in brief.Column) (Days, bool) {
	if cell.Kind == brief.NumberCell {
		year := int(cell.Number)
		if float64(year) != cell.Number || year < 1 || year > 3000 {
			return Days{}, false
		}
		return Days{Day(year, 1, 1), Day(year+1, 1, 1), fmt.Sprint(year)}, true
	}
	t, ok := column.TimeOf(cell.Text)
	if !ok && in.Type == brief.Times && cell.Kind == brief.DateCell {
		// A day that its column says how to read.
		on := DateOn(cell.Number)
		t = column.Time{First: cell.Number, Last: cell.Number + 1, Grain: brief.Day, Year: on.Year(), Month: int(on.Month()), Day: on.Day()}
		ok = true
	}
	switch {
	case !ok || t.Year == 0 || t.Hijri:
		return Days{}, false
	case t.Grain == brief.Year:
		return Days{t.First, t.Last, fmt.Sprint(t.Year)}, true
	case t.Grain == brief.Month:
		return Days{t.First, t.Last, fmt.Sprintf("%d/%02d", t.Year, t.Month)}, true
	case t.Grain == brief.Day, t.Grain == brief.Moment:
		first := math.Floor(t.First)
		return Days{first, first + 1, fmt.Sprintf("%d/%02d/%02d", t.Year, t.Month, t.Day)}, true
	}
	return Days{}, false
}

// wholeOf reads digits.
func wholeOf(text string) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// numberOf reads a number that the author wrote in the chart block.
func numberOf(text string) (float64, bool) {
	return numeral.Parse(strings.TrimSpace(text))
}

// compareTimes orders times; others keep their order.
func compareTimes(a, b string) int {
	x, okX := column.TimeOf(a)
	y, okY := column.TimeOf(b)
	if !okX || !okY {
		return 0
	}
	return cmp.Compare(x.First, y.First)
}
