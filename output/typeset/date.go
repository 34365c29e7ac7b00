package typeset

import (
	"time"

	hijri "github.com/hablullah/go-hijri"

	"warraq/fonts/numeral"
	"warraq/input/brief"
)

var hijriMonths = [12]string{
	"محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
	"رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
}

// dateText prints a date in the calendar of the brief: Gregorian with Arabic
// month names, Hijri by the Umm al-Qura calendar, which is tabulated from 1937
// to 2077; outside those years only the Gregorian date is known.
func (b *builder) dateText(date time.Time, calendar brief.Calendar) string {
	if date.IsZero() {
		return ""
	}
	if !b.rtl {
		return date.Format("2 January 2006")
	}
	gregorian := b.integer(date.Day()) + " " + numeral.Month(int(date.Month()), b.brief.Meta.Months == brief.LevantineMonths) + " " + b.integer(date.Year())
	if calendar != brief.Hijri && calendar != brief.BothCalendars {
		return gregorian
	}
	h, err := hijri.CreateUmmAlQuraDate(date)
	if err != nil || h.Month < 1 || h.Month > 12 {
		return gregorian
	}
	text := b.integer(int(h.Day)) + " " + hijriMonths[h.Month-1] + " " + b.integer(int(h.Year)) + "هـ"
	if calendar == brief.Hijri {
		return text
	}
	return gregorian + "م / " + text
}
