package label

import (
	"time"

	hijri "github.com/hablullah/go-hijri"

	"warraq/input/brief"
	"warraq/input/locale"
)

// Date is a date in the calendar of the brief: Gregorian, or Hijri by the Umm
// al-Qura calendar, which is tabulated from 1937 to 2077; outside those years only
// the Gregorian date is known. Of a date of which the brief knows the month or the
// year alone, no more is printed. No date is an empty text.
func (n *Names) Date(date time.Time) string {
	if date.IsZero() {
		return ""
	}
	words, calendar := n.words.Dates, n.meta.Calendar
	if date.Equal(n.meta.Date) {
		switch n.meta.DateGrain {
		case brief.Month:
			return locale.SayPlain(words.Month, words.Months[date.Month()-1], n.Integer(date.Year()))
		case brief.Year:
			return n.Integer(date.Year())
		}
	}
	gregorian := locale.SayPlain(words.Day, n.Integer(date.Day()), words.Months[date.Month()-1], n.Integer(date.Year()))
	if calendar != brief.Hijri && calendar != brief.BothCalendars {
		return gregorian
	}
	h, err := hijri.CreateUmmAlQuraDate(date)
	if err != nil || h.Month < 1 || h.Month > 12 {
		return gregorian
	}
	text := locale.SayPlain(words.HijriDay, n.Integer(int(h.Day)), words.Hijri[h.Month-1], n.Integer(int(h.Year)))
	if calendar == brief.Hijri {
		return text
	}
	return locale.SayPlain(words.Both, gregorian, text)
}
