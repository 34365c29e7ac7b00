package typeset

import (
	"time"

	hijri "github.com/hablullah/go-hijri"

	"warraq/input/brief"
	"warraq/input/locale"
)

// dateText prints a date in the calendar of the brief: Gregorian, or Hijri by the
// Umm al-Qura calendar, which is tabulated from 1937 to 2077; outside those years
// only the Gregorian date is known.
func (b *builder) dateText(date time.Time, calendar brief.Calendar) string {
	if date.IsZero() {
		return ""
	}
	words := b.words.Dates
	gregorian := locale.SayPlain(words.Day, b.integer(date.Day()), words.Months[date.Month()-1], b.integer(date.Year()))
	if calendar != brief.Hijri && calendar != brief.BothCalendars {
		return gregorian
	}
	h, err := hijri.CreateUmmAlQuraDate(date)
	if err != nil || h.Month < 1 || h.Month > 12 {
		return gregorian
	}
	text := locale.SayPlain(words.HijriDay, b.integer(int(h.Day)), words.Hijri[h.Month-1], b.integer(int(h.Year)))
	if calendar == brief.Hijri {
		return text
	}
	return locale.SayPlain(words.Both, gregorian, text)
}
