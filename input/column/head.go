package column

import (
	"slices"
	"strings"
	"unicode"
)

// IsAmount reports whether a text is a number as no head of a column is: one that is
// no year, and has no words but a currency.
func IsAmount(text string) bool {
	class := classify(Trim(text), Options{})
	if class.kind != numberClass {
		return false
	}
	n := class.number
	if _, money := Currency(n.unit); n.unit != "" && !money {
		return false
	}
	return !(n.asPoint && n.point >= 1900 && n.point < 2100 && n.point == float64(int(n.point)))
}

// IsValue reports whether a text is an amount, a day or a yes or no: what stands under
// the heads of columns, and is none.
func IsValue(text string) bool {
	text = Trim(text)
	if IsAmount(text) {
		return true
	}
	if _, ok := Answer(text); ok {
		return true
	}
	_, ok := dayText(text)
	return ok
}

// UnitInName returns the unit that a column's name has in brackets at its end: what
// stands there, unless it is a time, a number, or a word that says of what kind the
// numbers are and not what they count.
func UnitInName(name string) string {
	name = strings.TrimSpace(name)
	open := strings.LastIndex(name, "(")
	if open < 0 || !strings.HasSuffix(name, ")") {
		return ""
	}
	unit := strings.TrimSpace(name[open+1 : len(name)-1])
	if _, timed := TimeOf(unit); timed || !strings.ContainsFunc(unit, counts) || slices.Contains(kindsOfNumber(), strings.ToLower(unit)) {
		return ""
	}
	return unit
}

// counts reports whether a letter or a sign can be part of a unit by itself.
func counts(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) || strings.ContainsRune("%٪‰°", r)
}

// kindsOfNumber are the words that stand in brackets behind what is counted, and are
// no unit: measures, as the group step writes them, and how sure numbers are.
func kindsOfNumber() []string {
	return []string{
		"sum", "mean", "count", "min", "max", "total", "average", "median", "estimate", "estimated", "forecast", "projected", "provisional", "preliminary", "revised", "planned", "actual",
		"مجموع", "المجموع", "إجمالي", "الإجمالي", "متوسط", "متوسّط", "المتوسط", "المتوسّط", "وسيط", "تقدير", "تقديري", "تقديرية", "تقديريّة", "توقع", "توقّع", "متوقع", "متوقّع", "متوقعة", "متوقّعة",
		"أولي", "أوّلي", "أولية", "أوّلية", "مؤقت", "مؤقّت", "مؤقتة", "مؤقّتة", "معدل", "معدّل", "معدّلة", "مخطط", "مخطّط", "فعلي", "فعليّ", "فعلية",
	}
}
