package locale

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/fonts/numeral"
)

// A Unit is what amounts are counted in, taken apart: a million euro is 1e6 of
// the noun euro.
type Unit struct {
	By   float64
	Noun Noun
	// Known reports that the noun's forms are: of another only the text is there,
	// in every form.
	Known bool
}

// Unit reads a unit as an author writes it. Own are the forms the author gave
// for it, if any.
func (l *Locale) Unit(text string, own *Noun) Unit {
	if own != nil {
		return Unit{1, *own, true}
	}
	by, rest := 1.0, text
	word, tail, _ := strings.Cut(text, " ")
	for _, m := range l.Numbers.Magnitudes {
		for _, name := range m.Names {
			if sameWord(word, name) {
				by, rest = m.Power, tail
			}
		}
	}
	n, known := l.noun(rest)
	return Unit{by, n, known}
}

// Larger says a unit by a larger power: euro by a million is "million euro", and
// thousand tonnes by a thousand "million tonnes". It is false where the language
// has no word for the power.
func (l *Locale) Larger(unit string, by float64) (string, bool) {
	power, rest := l.Unit(unit, nil).By*by, unit
	if power != by {
		_, rest, _ = strings.Cut(unit, " ")
	}
	for _, m := range l.Numbers.Magnitudes {
		if m.Power == power {
			return strings.TrimSpace(m.Names[0] + " " + rest), true
		}
	}
	return "", false
}

// noun finds the forms of a noun and what is said of it.
func (l *Locale) noun(text string) (Noun, bool) {
	if text == "" {
		return Noun{}, true
	}
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) && l.RightToLeft || !strings.ContainsFunc(text, unicode.IsLetter) {
		return Invariable(text), true // an abbreviation or a sign
	}
	word, tail, _ := strings.Cut(text, " ")
	for _, n := range l.Numbers.Units {
		for _, form := range []string{n.Other, n.Few, n.Many, n.One} {
			if !sameWord(word, form) {
				continue
			}
			if l.Numbers.Tail == nil {
				break
			}
			if whole, ok := l.Numbers.Tail(n, tail); ok {
				return whole, true
			}
		}
	}
	return Invariable(text), !l.Numbers.Strict
}

// sameWord compares words without vowel marks and the case of Latin letters.
func sameWord(a, b string) bool {
	x, _ := utf8.DecodeRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return unicode.ToLower(x) == unicode.ToLower(y) && strings.EqualFold(unvowelled(a), unvowelled(b))
}

// unvowelled takes the vowel marks off a word.
func unvowelled(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, word)
}

// A Form says how long numbers are printed. The zero Form is short: from a million up
// in words of three digits (652 مليار), from a hundred thousand without a fraction.
type Form struct {
	// Decimals, where it is not nil, is how many digits stand after the point.
	Decimals *int
	// Long prints numbers as they are, without words for millions.
	Long bool
	// Computed numbers have more digits than are known: three are printed, and all
	// before the decimal sign.
	Computed bool
}

// Amount prints a value with its unit in running text; one and two are words where the language says them so. A
// unit that counts thousands or more is said in the word that fits the value:
// 10000 million euro are "10 مليارات يورو".
func (l *Locale) Amount(x float64, u Unit, f Form, s numeral.System) Phrase {
	return Phrase{l.amount(x, u, f, s, Nominative, l.Numbers.Silent), l.amount(x, u, f, s, Oblique, l.Numbers.Silent)}
}

// Mark is the same for a label on a chart: one and two are digits too, so that
// labels compare.
func (l *Locale) Mark(x float64, u Unit, f Form, s numeral.System) string {
	return l.amount(x, u, f, s, Nominative, false)
}

// Printed is a value without a unit.
func (l *Locale) Printed(x float64, f Form, s numeral.System) string {
	return l.Mark(x, Unit{By: 1}, f, s)
}

func (l *Locale) amount(x float64, u Unit, f Form, s numeral.System, c Case, silent bool) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return numeral.Format(x, 0, s)
	}
	n, before := u.Noun, Noun{}
	m, total := l.sized(x, u.By, f)
	if m != nil {
		before = m.Noun
		if u.Noun.Other != "" && l.Numbers.Construct != nil {
			before = l.Numbers.Construct(before)
		}
	}
	if m != nil || u.By != 1 {
		n = Invariable(u.Noun.Other)
	}
	category := l.Numbers.Category(total)
	counted := before
	if counted.Other == "" {
		counted = n
	}
	// What has one form says no number, and the dual cannot carry a sign.
	spoken := silent && total > 0 && (category == One || category == Two) && counted.Few != counted.Other
	if !spoken && l.Numbers.Silent && (category == One || category == Two) {
		category = Other // behind a numeral
	}
	words := []string{before.Form(category, c), n.Form(category, c)}
	if !spoken {
		digits := -1
		if f.Decimals != nil {
			digits = *f.Decimals
		}
		words = append([]string{numeral.Format(total, digits, s)}, words...)
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// shortFrom is the least number that is said in millions, and wholeFrom the least that
// is printed without a fraction.
const (
	shortFrom = 1e6
	wholeFrom = 1e5
)

// sized returns the magnitude that a number is said in, if any, and how many of them
// it is.
func (l *Locale) sized(x, by float64, f Form) (*Magnitude, float64) {
	size := math.Abs(x * by)
	switch {
	case by != 1 && f.Long:
		for i, m := range l.Numbers.Magnitudes {
			if m.Power == by {
				return &l.Numbers.Magnitudes[i], f.rounded(x)
			}
		}
	case by != 1:
		decimals := 2
		if f.Decimals != nil {
			decimals = *f.Decimals
		}
		if f.Computed && f.Decimals == nil {
			size = threeDigits(size)
		}
		m, scaled := l.scale(size, decimals)
		return m, math.Copysign(scaled, x)
	case f.Long || size < shortFrom || size >= 1e15:
	case f.Decimals != nil:
		m, scaled := l.scale(size, *f.Decimals)
		return m, math.Copysign(scaled, x)
	default:
		size = threeDigits(size)
		for i, m := range l.Numbers.Magnitudes {
			if size >= m.Power {
				return &l.Numbers.Magnitudes[i], math.Copysign(threeDigits(size/m.Power), x)
			}
		}
	}
	return nil, f.rounded(x)
}

// rounded is a number as it is printed without a word for its size.
func (f Form) rounded(x float64) float64 {
	switch {
	case f.Decimals != nil && math.Abs(x) < 1e15:
		return round(x, *f.Decimals)
	case !f.Long && math.Abs(x) >= wholeFrom, f.Computed && math.Abs(x) >= 1e3 && math.Abs(x) < 1e15:
		return math.Round(x)
	case f.Computed:
		return threeDigits(x)
	}
	return clean(x)
}

// threeDigits rounds a number to three digits.
func threeDigits(x float64) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 3, 64), 64)
	if err != nil {
		return x
	}
	return y
}

// Number prints a value without the dust of binary fractions: twelve
// significant digits, and no more than two decimals for numbers from one up.
func Number(x float64, s numeral.System) string {
	if x == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return numeral.Format(x, 0, s)
	}
	return numeral.Format(clean(x), -1, s)
}

// clean rounds a value as Number prints it.
func clean(x float64) float64 {
	if x == 0 || math.Abs(x) >= 1e15 {
		return x
	}
	decimals := 2
	if size := math.Abs(x); size < 1 {
		decimals = min(12, 2-int(math.Floor(math.Log10(size))))
	}
	scale := math.Pow(10, float64(decimals))
	return math.Round(x*scale) / scale
}

// scale divides a number by the largest magnitude it reaches. It is first
// rounded in the next smaller one, so that 999,999 is a million and not a
// thousand thousands.
func (l *Locale) scale(x float64, decimals int) (*Magnitude, float64) {
	list := l.Numbers.Magnitudes
	for i := range list {
		smaller := 1.0
		if i+1 < len(list) {
			smaller = list[i+1].Power
		}
		if round(x/smaller, decimals) >= list[i].Power/smaller {
			return &list[i], round(x/list[i].Power, decimals)
		}
	}
	return nil, round(x, decimals)
}

// round to a count of decimals, by the decimal text of the number, so that the
// result is what is printed.
func round(x float64, decimals int) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', max(decimals, -1), 64), 64)
	if err != nil {
		return x
	}
	return y
}
