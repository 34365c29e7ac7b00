package words

import (
	"math"
	"strings"
	"unicode"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// Localise gives a text of the author's the digits of the document, unless it
// has Latin letters, whose digits are its own.
func Localise(text string, s numeral.System) string {
	text = grid.OneLine(text)
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
		return text
	}
	return numeral.Digits(text, s)
}

// Number prints a value without the dust of binary fractions: twelve
// significant digits, and no more than two decimals for numbers from one up.
func Number(x float64, s numeral.System) string {
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return numeral.Format(x, 0, s)
	}
	decimals := 2
	if size := math.Abs(x); size < 1 {
		decimals = min(12, 2-int(math.Floor(math.Log10(size))))
	}
	scale := math.Pow(10, float64(decimals))
	rounded := math.Round(x*scale) / scale
	if math.IsInf(rounded, 0) || math.Abs(x) >= 1e15 {
		rounded = x
	}
	return numeral.Format(rounded, -1, s)
}

// Amount prints a value with its unit. A unit that counts millions or thousands
// is said in the word that fits the value: 10000 million euro are "10 مليارات
// يورو". In charts (digits) every value has digits, and two decimals at most; in
// running text one and two are words.
func Amount(x float64, unit string, s numeral.System, digits bool) string {
	unit = grid.OneLine(unit)
	if unit == "" {
		return Number(x, s)
	}
	if grid.IsPercent(unit) {
		return Number(x, s) + PercentSign(s)
	}
	by, noun := splitUnit(unit)
	if by == 1 {
		return Number(x, s) + " " + unit
	}
	decimals := 3
	if digits {
		decimals = 2
	}
	scaled := numeral.Scaled(x*by, decimals, s, noun)
	if digits && !strings.ContainsFunc(scaled, unicode.IsDigit) {
		// In a chart one and two are digits too, so that labels compare.
		word := strings.Fields(unit)[0]
		n := x
		switch {
		case strings.HasPrefix(scaled, "مليار"):
			word, n = "مليار", x*by/1e9
		case strings.HasPrefix(scaled, "مليون"):
			word, n = "مليون", x*by/1e6
		case strings.HasPrefix(scaled, "ألف"):
			word, n = "ألف", x*by/1e3
		case strings.HasPrefix(scaled, "تريليون"):
			word, n = "تريليون", x*by/1e12
		}
		return strings.TrimSpace(Number(n, s) + " " + word + " " + noun)
	}
	return scaled
}

// PercentSign is the sign that goes with the digits of a document.
func PercentSign(s numeral.System) string {
	return strings.TrimPrefix(numeral.Percent(0, 0, s), numeral.Format(0, 0, s))
}

// splitUnit takes a counting word off the front of a unit: "مليون يورو" is a
// million of "يورو".
func splitUnit(unit string) (by float64, noun string) {
	word, noun, _ := strings.Cut(unit, " ")
	switch word {
	case "ألف", "آلاف", "ألفًا":
		return 1e3, noun
	case "مليون", "ملايين", "مليونًا":
		return 1e6, noun
	case "مليار", "مليارات", "مليارًا", "بليون":
		return 1e9, noun
	case "تريليون", "تريليونات":
		return 1e12, noun
	}
	return 1, unit
}

// Share prints a share of one in percent, with as many digits as it needs to be
// seen.
func Share(share float64, s numeral.System) string {
	p := share * 100
	decimals := 0
	if p < 10 && p != math.Trunc(p) {
		decimals = 1
	}
	if p > 0 && p < 0.05 {
		return "<" + numeral.Percent(0.1, 1, s)
	}
	rounded := math.Round(p*math.Pow(10, float64(decimals))) / math.Pow(10, float64(decimals))
	return numeral.Percent(rounded, -1, s)
}
