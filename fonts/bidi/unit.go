package bidi

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// continued returns the end of the left-to-right phrase that a number begins
// ("5G", "10 km", "19-COVID", "3 June 2024", "10 x 20 cm"), or the number's own end.
// Digits of the number's family go on in it.
func (s *scanner) continued(n number) int {
	arabicDigits := s.arabicDigits
	s.arabicDigits = !n.european
	defer func() { s.arabicDigits = arabicDigits }()
	i := n.end
	switch {
	case s.class(i) == bidi.L:
		return s.phrase(i)
	case isOneOf(s.at(i), "-./_:&'’") && s.class(i+1) == bidi.L:
		return s.phrase(i + 1)
	case !s.isSpace(i):
		return n.end
	case s.class(i+1) == bidi.L:
		if s.unit(n, i+1) {
			return s.phrase(i + 1)
		}
	case !n.european:
	case isOneOf(s.at(i+1), "°℃℉") && s.class(i+2) == bidi.L: // −5 °C
		return s.phrase(i + 2)
	case (isOneOf(s.at(i+1), "%‰°℃℉′″") || isCurrency(s.at(i+1))) && s.parts(i+2) && !(s.isSpace(i+2) && s.isDigit(i+3)):
		return i + 2
	case isOneOf(s.at(i+1), "×÷=+*/") && s.isSpace(i+2) && s.isDigit(i+3) && s.classes[i+3] == bidi.EN && !s.inFormula(n.start):
		if next, ok := s.number(i + 3); ok {
			next.start = n.start
			return s.continued(next)
		}
	}
	return n.end
}

// unit reports whether the left-to-right word at i, after a number and a space, is
// what the number counts, by the word's shape: units are written with small letters
// or are as short as symbols are. A word with a capital after a year, or after the
// number that opens a text, is told from a name by [IsUnit] alone.
func (s *scanner) unit(n number, i int) bool {
	end := i
	for s.class(end) == bidi.L {
		end++
	}
	word := s.text[i:end]
	if IsUnit(string(word)) {
		return true
	}
	if unicode.IsLower(word[0]) {
		return !isBrand(word)
	}
	if s.isYear(n.start, n.end) || s.class(n.start-1) == bidi.B {
		return false
	}
	capitals, small := 0, 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		} else if unicode.IsLower(r) {
			small++
		}
	}
	switch {
	case len(word) <= 2, capitals == len(word) && len(word) == 3: // Pa, TEU
		return true
	case isOneOf(s.at(end), "/·⋅") && s.class(end+1) == bidi.L && len(word) <= 4: // GJ/t
		return true
	case capitals > 1 && small > 0 && len(word) <= 5, len(word) > 2 && word[0] == 'M' && word[1] == 'M': // MWh, MMBtu
		return true
	}
	// No name but those with S begins with a capital and a stop: Mtoe, Gbps, Tcf.
	return len(word) <= 5 && word[0] != 'S' && isOneOf(word[1], "bcdfgjkmpqtvxz")
}

// isBrand reports whether a word that begins with a small letter has a name in it:
// iPhone, eBay.
func isBrand(word []rune) bool {
	k := slices.IndexFunc(word, unicode.IsUpper)
	return k > 0 && k+2 < len(word) && unicode.IsLower(word[k+1]) && unicode.IsLower(word[k+2])
}

// isYear reports whether four digits of a year of these centuries stand from start
// to end.
func (s *scanner) isYear(start, end int) bool {
	if end-start != 4 {
		return false
	}
	century := 0
	for i := start; i < start+2; i++ {
		switch r := s.text[i]; {
		case r >= '0' && r <= '9':
			century = century*10 + int(r-'0')
		case r >= '٠' && r <= '٩':
			century = century*10 + int(r-'٠')
		case r >= '۰' && r <= '۹':
			century = century*10 + int(r-'۰')
		}
	}
	return century >= 18 && century <= 21
}

// parts reports whether what stands at i is no letter or digit.
func (s *scanner) parts(i int) bool {
	switch s.class(i) {
	case bidi.L, bidi.EN, bidi.AN:
		return false
	case bidi.R, bidi.AL: // ؛ and ؟ are of the letters' class
		return !unicode.In(s.text[i], unicode.L, unicode.M)
	}
	return true
}

// IsUnit reports whether a Latin word counts what the number before it says: a unit
// of measure, a currency code, a magnitude, a month, a half of the day.
func IsUnit(word string) bool {
	switch word {
	case "m", "km", "cm", "mm", "nm", "µm", "μm", "ft", "mi", "ha",
		"g", "kg", "mg", "t", "kt", "Mt", "Gt", "lb", "oz",
		"l", "L", "ml", "mL", "bbl",
		"s", "h", "min", "ms", "Hz", "kHz", "MHz", "GHz",
		"W", "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh",
		"J", "kJ", "MJ", "GJ", "TJ", "PJ", "EJ", "Pa", "kPa", "MPa", "V", "kV", "A", "K", "C", "F",
		"B", "KB", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB",
		"pt", "px", "em", "dpi", "ppm", "ppb", "bn", "mn", "tn", "k", "M", "CO",
		"EUR", "USD", "GBP", "JPY", "CNY", "RUB", "KZT", "UZS", "KGS", "TJS", "TMT",
		"SAR", "AED", "EGP", "KWD", "QAR", "BHD", "OMR", "JOD", "IQD", "MAD", "TND", "DZD", "LYD", "LBP", "SYP", "YER", "SDG", "TRY", "CHF":
		return true
	}
	switch strings.ToLower(word) {
	case "million", "millions", "billion", "billions", "trillion", "trillions", "thousand", "hundred",
		"euro", "euros", "dollar", "dollars", "percent", "tonnes", "tons", "tonne", "years", "days",
		"january", "february", "march", "april", "may", "june", "july", "august",
		"september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"am", "pm":
		return true
	}
	return false
}
