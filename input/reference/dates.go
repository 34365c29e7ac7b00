package reference

import (
	"strconv"
	"strings"

	"warraq/fonts/numeral"
)

// monthNames are the names BibTeX abbreviates to three letters.
var monthNames = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december"}

// arabicMonths in the names of the Nile and the Maghreb's neighbours, and of the
// Levant and Iraq.
var arabicMonths = [...][2]string{{"يناير", "كانون الثاني"}, {"فبراير", "شباط"}, {"مارس", "آذار"}, {"أبريل", "نيسان"},
	{"مايو", "أيار"}, {"يونيو", "حزيران"}, {"يوليو", "تموز"}, {"أغسطس", "آب"}, {"سبتمبر", "أيلول"},
	{"أكتوبر", "تشرين الأول"}, {"نوفمبر", "تشرين الثاني"}, {"ديسمبر", "كانون الأول"}}

// parseDate reads 2025-04-03, 2025-04 or 2025, and of a range its first date.
func parseDate(text string) (date [3]int, ok bool) {
	text = strings.TrimSpace(numeral.Digits(text, numeral.Latin))
	first, _, _ := strings.Cut(text, "/")
	parts := strings.Split(strings.TrimRight(first, "~?% "), "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return [3]int{}, false
	}
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 {
			return [3]int{}, false
		}
		date[i] = n
	}
	return date, validDate(date)
}

// validDate reports whether a year, month and day can be, each 0 where it is
// not known.
func validDate(date [3]int) bool {
	y, m, d := date[0], date[1], date[2]
	if y < 1 || m < 0 || m > 12 || d < 0 || m == 0 && d > 0 {
		return false
	}
	days := 31
	switch m {
	case 4, 6, 9, 11:
		days = 30
	case 2:
		days = 28
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			days = 29
		}
	}
	return d <= days
}

// parseMonth reads the number, the English or the Arabic name of a month; 0
// where it is none.
func parseMonth(text string) int {
	text = strings.ToLower(strings.TrimSpace(strings.TrimRight(numeral.Digits(text, numeral.Latin), ".")))
	if n, err := strconv.Atoi(text); err == nil {
		if n >= 1 && n <= 12 {
			return n
		}
		return 0
	}
	for i, name := range monthNames {
		if text == name || len(text) >= 3 && strings.HasPrefix(name, text) {
			return i + 1
		}
	}
	text = strings.ReplaceAll(text, "إبريل", "أبريل")
	for i, names := range arabicMonths {
		if text == names[0] || text == names[1] {
			return i + 1
		}
	}
	return 0
}
