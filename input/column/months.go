package column

import "strings"

// monthOf returns the month, from 1, of a name in Arabic, English or French, whole or
// short; Arabic names are those of the Nile, of the Levant and of the Maghreb.
func monthOf(word string) (int, bool) {
	switch word {
	case "january", "jan", "janvier", "janv", "يناير", "كانون الثاني", "جانفي", "كانون ثاني":
		return 1, true
	case "february", "feb", "février", "fevrier", "févr", "فبراير", "شباط", "فيفري":
		return 2, true
	case "march", "mar", "mars", "مارس", "اذار":
		return 3, true
	case "april", "apr", "avril", "avr", "ابريل", "نيسان", "افريل":
		return 4, true
	case "may", "mai", "مايو", "ايار", "ماي":
		return 5, true
	case "june", "jun", "juin", "يونيو", "حزيران", "جوان", "يونيه":
		return 6, true
	case "july", "jul", "juillet", "juil", "يوليو", "تموز", "جويليه", "يوليوز", "يوليه":
		return 7, true
	case "august", "aug", "août", "aout", "اغسطس", "اب", "اوت", "غشت":
		return 8, true
	case "september", "sep", "sept", "septembre", "سبتمبر", "ايلول", "شتنبر":
		return 9, true
	case "october", "oct", "octobre", "اكتوبر", "تشرين الاول", "تشرين اول":
		return 10, true
	case "november", "nov", "novembre", "نوفمبر", "تشرين الثاني", "تشرين ثاني", "نونبر":
		return 11, true
	case "december", "dec", "décembre", "decembre", "déc", "ديسمبر", "كانون الاول", "كانون اول", "دجنبر":
		return 12, true
	}
	return 0, false
}

// hijriMonthOf returns the month, from 1, of the Hijri calendar.
func hijriMonthOf(word string) (int, bool) {
	switch word {
	case "محرم", "المحرم":
		return 1, true
	case "صفر":
		return 2, true
	case "ربيع الاول", "ربيع اول":
		return 3, true
	case "ربيع الاخر", "ربيع الثاني", "ربيع ثاني", "ربيع اخر":
		return 4, true
	case "جمادي الاولي", "جمادي الاول", "جمادي اول":
		return 5, true
	case "جمادي الاخره", "جمادي الثانيه", "جمادي ثاني":
		return 6, true
	case "رجب":
		return 7, true
	case "شعبان":
		return 8, true
	case "رمضان":
		return 9, true
	case "شوال":
		return 10, true
	case "ذو القعده", "ذي القعده":
		return 11, true
	case "ذو الحجه", "ذي الحجه":
		return 12, true
	}
	return 0, false
}

// ordinalOf returns 1 to 4 of an Arabic ordinal.
func ordinalOf(word string) (int, bool) {
	switch strings.TrimPrefix(word, "ال") {
	case "اول", "اولي":
		return 1, true
	case "ثاني", "ثانيه":
		return 2, true
	case "ثالث", "ثالثه":
		return 3, true
	case "رابع", "رابعه":
		return 4, true
	}
	switch word {
	case "first":
		return 1, true
	case "second":
		return 2, true
	case "third":
		return 3, true
	case "fourth":
		return 4, true
	}
	return 0, false
}
