package numeral

// Month is the Arabic name of a month of the Gregorian calendar, from 1 to 12:
// that of most Arab countries, or that of the Levant and Iraq. It is empty for
// any other number.
func Month(n int, levantine bool) string {
	switch {
	case n < 1 || n > 12:
		return ""
	case levantine:
		return levantineMonths[n-1]
	}
	return gregorianMonths[n-1]
}

var gregorianMonths = [12]string{
	"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
	"يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
}

var levantineMonths = [12]string{
	"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
	"تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
}
