package column

import "warraq/input/brief"

// A dayCount counts the days of a column that can only be read with the day first,
// and those with the month first.
type dayCount struct{ day, month int }

func (d *dayCount) add(text string) {
	day, byDay := timeOf(text, dayFirst, false)
	_, byMonth := timeOf(text, monthFirst, false)
	switch {
	case byDay == isTime && day.Grain == brief.Day && byMonth != isTime:
		d.day++
	case byDay != isTime && byMonth == isTime:
		d.month++
	}
}

// order is the order of the days of a column: as the author says, or as its other
// days show; a few the other way round are what is odd.
func (f *found) order() dayOrder {
	switch {
	case f.declared == "dmy":
		return dayFirst
	case f.declared == "mdy":
		return monthFirst
	case f.days.day > f.days.month:
		return dayFirst
	case f.days.month > f.days.day:
		return monthFirst
	}
	return yearFirst
}
