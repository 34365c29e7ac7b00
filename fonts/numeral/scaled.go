package numeral

import (
	"math"
	"strconv"
	"strings"
)

// A magnitude is a counted word for a power of a thousand, in the forms that
// the number before it asks for.
type magnitude struct {
	unit float64
	// one is the singular, two the dual and its form before a noun, few the
	// plural after three to ten, many the accusative after eleven to
	// ninety-nine (تمييز), which loses its tanween before a noun.
	one, two, twoOf, few, many string
}

// The largest comes first.
var magnitudes = [...]magnitude{
	{1e12, "تريليون", "تريليونان", "تريليونا", "تريليونات", "تريليونًا"},
	{1e9, "مليار", "ملياران", "مليارا", "مليارات", "مليارًا"},
	{1e6, "مليون", "مليونان", "مليونا", "ملايين", "مليونًا"},
	{1e3, "ألف", "ألفان", "ألفا", "آلاف", "ألفًا"},
}

// Scaled prints a large number in words of thousands, millions, milliards and
// trillions, as Arabic counts them: "10 مليارات", "365 مليونًا", "مليونان".
// With a noun the word before it stands in construct with it: "365 مليون يورو",
// "مليونا يورو". Decimals is the most digits after the point; zeros at the end
// fall away. One and two are said by the word alone. A number below a thousand is
// printed by its digits.
func Scaled(x float64, decimals int, s System, noun string) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return join(Format(x, 0, s), noun)
	}
	m, scaled := scale(math.Abs(x), decimals)
	if m == nil {
		return join(trimmed(x, decimals, s), noun)
	}
	switch {
	case x < 0 && scaled == 2:
		// The dual cannot carry a sign.
		return join(trimmed(-scaled, decimals, s), m.one, noun)
	case x < 0:
		return join(trimmed(-scaled, decimals, s), m.word(scaled, noun != ""), noun)
	case scaled == 1 || scaled == 2:
		return join(m.word(scaled, noun != ""), noun)
	}
	return join(trimmed(scaled, decimals, s), m.word(scaled, noun != ""), noun)
}

// scale divides a number by the largest magnitude it reaches. It is first
// rounded in the next smaller one, so that 999,999 is a million and not a
// thousand thousands.
func scale(x float64, decimals int) (*magnitude, float64) {
	for i := range magnitudes {
		m := &magnitudes[i]
		smaller := 1.0
		if i+1 < len(magnitudes) {
			smaller = magnitudes[i+1].unit
		}
		if round(x/smaller, decimals) >= m.unit/smaller {
			return m, round(x/m.unit, decimals)
		}
	}
	return nil, x
}

// word chooses the form of the counted word. The whole part of a fraction
// decides (3.5 ملايين); after one or two and a fraction stands the singular.
func (m *magnitude) word(n float64, construct bool) string {
	if n == 2 {
		if construct {
			return m.twoOf
		}
		return m.two
	}
	switch rest := math.Mod(math.Floor(n), 100); {
	case rest >= 3 && rest <= 10:
		return m.few
	case rest >= 11 && !construct:
		return m.many
	}
	return m.one
}

// Forms are the shapes a counted noun takes.
type Forms struct {
	// One after one and after hundreds (دولة), Two for two without a number
	// (دولتان), Few after three to ten (دول), Many after eleven to ninety-nine
	// (دولةً).
	One, Two, Few, Many string
}

// Count prints a whole number of things with the noun in the form the number
// asks for: دولة واحدة is left to the caller, so one prints as One alone and two
// as Two alone.
func Count(n int, f Forms, s System) string {
	switch rest := n % 100; {
	case n == 1:
		return f.One
	case n == 2:
		return f.Two
	case rest >= 3 && rest <= 10:
		return Integer(n, s) + " " + f.Few
	case rest >= 11:
		return Integer(n, s) + " " + f.Many
	}
	return Integer(n, s) + " " + f.One
}

// round to a count of decimals, by the decimal text of the number, so that the
// result is what Format prints.
func round(x float64, decimals int) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', max(decimals, -1), 64), 64)
	if err != nil {
		return x
	}
	return y
}

// trimmed formats without zeros at the end of the fraction.
func trimmed(x float64, decimals int, s System) string {
	return Format(round(x, decimals), -1, s)
}

func join(words ...string) string {
	return strings.TrimSpace(strings.Join(words, " "))
}
