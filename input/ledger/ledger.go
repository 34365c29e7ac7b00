// Package ledger knows what the columns of a ledger are called, in Arabic and in
// English, and finds what in one does not add up: totals, shares, rows that come
// twice. What it finds are warnings: a table may have its reasons.
package ledger

import (
	"slices"
	"strings"
	"unicode"

	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// A Role is what a column of a ledger holds.
type Role int

// The roles. A column that has none of them is NoRole.
const (
	NoRole Role = iota
	Payer
	Programme
	Amount
	Currency
	Year
	Share
	Note
	Country
	// Those of a holding: what is held, that it is, and in what amounts are
	// counted.
	Mineral
	Held
	Unit
	// Code is that of a code or a running number, which calls its row by another
	// name.
	Code
)

// RoleOf returns the role that a column's name gives it.
func RoleOf(name string) Role {
	switch strings.Trim(fold(name), " ?؟:*") {
	case "payer", "donor", "funder", "الجهه", "الجهه المموله", "الممول", "المانح", "الجهه المانحه", "جهه التمويل":
		return Payer
	case "programme", "program", "project", "البرنامج", "برنامج", "المشروع":
		return Programme
	case "amount", "المبلغ", "مبلغ":
		return Amount
	case "currency", "العمله", "عمله":
		return Currency
	case "year", "السنه", "سنه", "العام", "عام":
		return Year
	case "share", "share %", "% of total", "share of total", "الحصه", "حصه", "الحصه %", "النصيب", "نصيب",
		"النسبه من المجموع", "النسبه من الاجمالي", "الحصه من المجموع", "الحصه من الاجمالي":
		return Share
	case "note", "notes", "remark", "ملاحظه", "ملاحظات", "الملاحظات", "بيان":
		return Note
	case "country", "country name", "الدوله", "البلد", "الجمهوريه", "دوله", "بلد", "اسم الدوله", "اسم البلد":
		return Country
	case "mineral", "minerals", "metal", "metals", "mineral name",
		"المعدن", "معدن", "المعادن", "الفلز", "اسم المعدن", "المعدن الحرج", "المعادن الحرجه", "المعدن الاستراتيجي":
		return Mineral
	case "held", "holds", "is held",
		"يمتلك", "تمتلك", "تملك", "يحوز", "تحوز", "محوز", "متوافره", "متوفره", "هل يملك", "هل تملك",
		"متوافر", "متوفر", "متاح", "التوافر", "التوفر", "توافر", "توفر", "الحيازه", "حيازه", "موجود", "وجود", "يملك":
		return Held
	case "unit", "units", "unit of measure", "الوحده", "وحده", "وحده القياس":
		return Unit
	case "iso", "iso2", "iso3", "iso 2", "iso 3", "iso-2", "iso-3", "iso code", "iso_a2", "iso_a3", "iso_n3", "code", "country code", "symbol",
		"الرمز", "رمز", "رمز الدوله", "رمز البلد", "رمز المعدن", "الكود", "كود",
		"#", "id", "no", "no.", "n", "s/n", "م", "ت", "رقم", "الرقم", "مسلسل", "الرقم المسلسل", "الرقم التسلسلي", "التسلسل", "تسلسل":
		return Code
	}
	return NoRole
}

// Key returns the English name that a role's column is known by, or "": codes of
// many kinds have none in common.
func (r Role) Key() string {
	return [...]string{"", "payer", "programme", "amount", "currency", "year", "share", "note", "country", "mineral", "held", "unit", ""}[r]
}

// Column returns the index of the first column of a role, or -1.
func Column(t *brief.Table, r Role) int {
	return slices.IndexFunc(t.Columns, func(c brief.Column) bool { return RoleOf(c.Name) == r })
}

// isTotal reports whether a name says that what it names is the sum of the rest.
// Only whole names count, a unit in brackets apart: "إجمالي الإنفاق" is a thing of
// its own, and "الإجمالي (طن)" is not.
func isTotal(name string) bool {
	if at := strings.IndexByte(name, '('); at > 0 && strings.HasSuffix(strings.TrimSpace(name), ")") {
		name = name[:at]
	}
	switch strings.TrimSpace(strings.TrimRight(fold(name), ":")) {
	case "الاجمالي", "اجمالي", "المجموع", "مجموع", "الاجمالي العام", "المجموع العام", "المجموع الكلي", "الاجمالي الكلي", "الجمله",
		"المجموع الفرعي", "total", "grand total", "subtotal", "sub-total", "sum":
		return true
	}
	return false
}

// fold takes from a name what writers leave to taste: the case of Latin letters,
// vowel marks and tatweel, hamza on alef, teh marbuta, the family of digits,
// spaces.
func fold(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case r == 'أ' || r == 'إ' || r == 'آ':
			return 'ا'
		case r == 'ة':
			return 'ه'
		case r == 'ـ' || unicode.Is(unicode.Mn, r):
			return -1
		case r == '٪':
			return '%'
		}
		return unicode.ToLower(r)
	}, name)
	return strings.Join(strings.Fields(numeral.Digits(name, numeral.Latin)), " ")
}
