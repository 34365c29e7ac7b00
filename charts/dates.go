package charts

import (
	"fmt"
	"strings"
	"time"

	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// A span of days: a day, a month, a year or a period. Days count from
// 1970-01-01; last is the day after the end.
type span struct {
	first, last float64
	// text is the date in figures, the year first (2017/06/24), without digits
	// of a family.
	text string
}

const secondsOfDay = 24 * 60 * 60

// day counts the days of a date.
func day(year, month, day int) float64 {
	return float64(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
}

// dateOn is the date of a day.
func dateOn(day float64) time.Time { return time.Unix(int64(day)*secondsOfDay, 0).UTC() }

// dateOf reads a cell as a year, a month (2024/06) or a day.
func dateOf(cell brief.Cell) (span, bool) {
	if cell.Kind == brief.DateCell {
		t := dateOn(cell.Number)
		return span{cell.Number, cell.Number + 1, fmt.Sprintf("%d/%02d/%02d", t.Year(), t.Month(), t.Day())}, inYears(t.Year())
	}
	if cell.Kind == brief.NumberCell {
		year := int(cell.Number)
		if float64(year) != cell.Number || !inYears(year) {
			return span{}, false
		}
		return span{day(year, 1, 1), day(year+1, 1, 1), fmt.Sprint(year)}, true
	}
	parts := strings.FieldsFunc(numeral.Digits(cell.Text, numeral.Latin), func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 2 || len(parts[0]) != 4 && len(parts[1]) != 4 {
		return span{}, false
	}
	if len(parts[0]) != 4 {
		parts[0], parts[1] = parts[1], parts[0]
	}
	year, okYear := wholeOf(parts[0])
	month, okMonth := wholeOf(parts[1])
	if !okYear || !okMonth || !inYears(year) || month < 1 || month > 12 {
		return span{}, false
	}
	return span{day(year, month, 1), day(year, month+1, 1), fmt.Sprintf("%d/%02d", year, month)}, true
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

// A tick of a time axis.
type tick struct {
	at   float64
	text string
}

// timeTicks returns the ticks of a time axis over some days: years in steps of
// 1, 2, 5, 10 …, or months, as many as have room where each takes so many
// points. The ends of the axis are ticks too.
func timeTicks(first, last, points float64, width func(string) float64) []tick {
	var ticks []tick
	for _, months := range []int{1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000} {
		ticks = monthTicks(first, last, months)
		if len(ticks) < 2 {
			break
		}
		widest := 0.0
		for _, t := range ticks {
			widest = max(widest, width(t.text))
		}
		if (widest+12)*float64(len(ticks)-1) <= points {
			break
		}
	}
	return ticks
}

// monthTicks returns the ticks at every so many months from the last one at or
// before the first day to the first one at or after the last; too many are cut.
func monthTicks(first, last float64, months int) []tick {
	const most = 500
	start := dateOn(first)
	at := (start.Year()*12 + int(start.Month()) - 1) / months * months
	var ticks []tick
	for range most {
		year, month := at/12, at%12+1
		text := fmt.Sprint(year)
		if months < 12 {
			text = fmt.Sprintf("%d/%02d", year, month)
		}
		ticks = append(ticks, tick{day(year, month, 1), text})
		if ticks[len(ticks)-1].at >= last {
			break
		}
		at += months
	}
	return ticks
}
