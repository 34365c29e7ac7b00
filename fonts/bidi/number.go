package bidi

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// A number is a number with what belongs to it.
type number struct {
	start, end int
	// european reports European digits; rtl, that it runs right to left.
	european, rtl bool
}

const (
	signs = "+-−±∓~≈<>≤≥"
	// separators join two digits of one number, range or date.
	separators = ".,:/⁄÷'’٫٬-–—−‒×^=+*_"
	dashes     = "-–—−‒"
)

func isCurrency(r rune) bool {
	return r == '$' || r >= 0xA2 && r <= 0xA5 || r >= 0x20A0 && r <= 0x20CF || r == 0x060B || r == 0xFDFC
}

func (s *scanner) isDigit(i int) bool {
	c := s.class(i)
	return c == bidi.EN || c == bidi.AN && !isOneOf(s.at(i), "٫٬")
}

// number reads the number that starts at i: sign, currency, digits in groups, a
// range, percent.
func (s *scanner) number(i int) (n number, ok bool) {
	n.start = i
	j := i
	signed := false
	if isOneOf(s.text[j], signs) && s.signed(j) {
		signed = true
		j++
	}
	currency := false
	if isCurrency(s.at(j)) {
		currency = true
		j++
		if s.isSpace(j) && s.isDigit(j+1) {
			j++
		}
		if isOneOf(s.at(j), "-−") {
			j++
		}
	} else if isOneOf(s.at(j), "#№") && s.opens(j) {
		j++
	}
	if !s.isDigit(j) {
		return n, false
	}
	digit := s.classes[j]
	n.european = digit == bidi.EN
	n.end = s.digits(j, digit)
	if n.european {
		n.end = s.fraction(n.end)
	}
	if s.text[i] == '+' && n.european {
		n.end = max(n.end, s.telephone(j))
	}
	for { // a range: each side with its percent or currency
		n.end = s.suffix(n.end, n.european)
		next := n.end
		spaced := s.isSpace(next)
		if spaced {
			next++
		}
		if !isOneOf(s.at(next), dashes) {
			break
		}
		next++
		if spaced != s.isSpace(next) {
			break
		}
		if spaced {
			next++
		}
		if isCurrency(s.at(next)) {
			next++
		}
		if s.class(next) != digit || !s.isDigit(next) {
			break
		}
		n.end = s.digits(next, digit)
	}
	// The sign of a number in Arabic-Indic digits is read first, from the right.
	n.rtl = !n.european && !(currency && !signed)
	return n, true
}

// digits returns the end of groups of digits of one class from i.
func (s *scanner) digits(i int, digit class) int {
	for {
		for s.class(i) == digit && s.isDigit(i) || s.class(i) == bidi.NSM || s.invisible(i, digit) {
			i++
		}
		next := s.isDigit(i+1) && s.class(i+1) == digit
		switch r := s.at(i); {
		case next && isOneOf(r, separators):
		case next && isOneOf(r, "\u00A0\u202F"): // thousands set apart
		case next && digit == bidi.EN && s.isSpace(i) && s.thousands(i):
		default:
			return i
		}
		i++
	}
}

// invisible reports whether a character without width (UAX #9, BN) stands at i
// before a digit of the class: a zero width space ends no number.
func (s *scanner) invisible(i int, digit class) bool {
	return s.class(i) == bidi.BN && s.class(i+1) == digit && s.isDigit(i+1)
}

// fraction returns the end of the vulgar fraction that belongs to the whole
// number that ends at i, as in "3 ½", or i.
func (s *scanner) fraction(i int) int {
	next := i
	if s.isSpace(next) {
		next++
	}
	if r := s.at(next); r >= 0xBC && r <= 0xBE || r >= 0x2150 && r <= 0x215E || r == 0x2189 {
		return next + 1
	}
	return i
}

// thousands reports whether the space at i sets thousands apart: up to three
// digits before it, and just three after it.
func (s *scanner) thousands(i int) bool {
	before := i
	for s.class(before-1) == bidi.EN {
		before--
	}
	after := i + 1
	for s.class(after) == bidi.EN {
		after++
	}
	return i-before <= 3 && after-i == 4 && s.class(after) != bidi.L
}

// suffix returns the end of the signs after the digits that end at i. Percent
// in its Arabic form stands left of the number (alreq), so it is no part of a
// left-to-right one.
func (s *scanner) suffix(i int, european bool) int {
	for ; i < len(s.text); i++ {
		r := s.text[i]
		switch {
		case isOneOf(r, "%‰°′″") || isCurrency(r):
		case isOneOf(r, "٪؉؊") && !european:
		case r == '+' && !s.isDigit(i+1):
		default:
			return i
		}
	}
	return i
}

// telephone returns the end of the telephone number whose country code begins at
// i, or i where it has fewer than eight digits.
func (s *scanner) telephone(i int) int {
	end, digits := i, 0
	for j := i; j < len(s.text); j++ {
		r := s.text[j]
		switch {
		case s.class(j) == bidi.EN:
			digits++
			end = j + 1
		case isOneOf(r, "-().") || s.isSpace(j):
			if s.isSpace(j) && s.isSpace(j+1) {
				j = len(s.text)
			}
		default:
			j = len(s.text)
		}
	}
	if digits < 8 {
		return i
	}
	return end
}

// continued returns the end of the left-to-right phrase that a number begins
// ("5G", "10 km", "19-COVID", "3 June 2024"), or the number's own end.
func (s *scanner) continued(n number) int {
	i := n.end
	switch {
	case s.class(i) == bidi.L:
		return s.phrase(i)
	case isOneOf(s.at(i), "-./_:&'’") && s.class(i+1) == bidi.L:
		return s.phrase(i + 1)
	case s.isSpace(i) && s.at(i+1) == '°' && s.class(i+2) == bidi.L: // −5 °C
		return s.phrase(i + 2)
	case s.isSpace(i) && s.class(i+1) == bidi.L:
		end := i + 1
		for s.class(end) == bidi.L {
			end++
		}
		if IsUnit(string(s.text[i+1 : end])) {
			return s.phrase(i + 1)
		}
	}
	return n.end
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
