package bidi

import "golang.org/x/text/unicode/bidi"

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
	operators  = "+-−×÷=*^"
)

func isCurrency(r rune) bool {
	return r == '$' || r >= 0xA2 && r <= 0xA5 || r >= 0x20A0 && r <= 0x20CF || r == 0x060B || r == 0xFDFC
}

// isDigit reports whether a digit that a number can begin with stands at i: one
// that is raised or lowered belongs to what it follows.
func (s *scanner) isDigit(i int) bool {
	switch s.class(i) {
	case bidi.EN:
		return !isRaised(s.text[i])
	case bidi.AN:
		return !isOneOf(s.text[i], "٫٬") && !isNumberSign(s.text[i])
	}
	return false
}

// isRaised reports whether r is a digit above or below the line.
func isRaised(r rune) bool {
	return r == 0xB2 || r == 0xB3 || r == 0xB9 || r >= 0x2070 && r <= 0x2089
}

// isNumberSign reports whether r is a sign that holds or underlines the digits after
// it (Unicode, Prepended_Concatenation_Mark), or a currency mark over a number.
func isNumberSign(r rune) bool {
	return r >= 0x0600 && r <= 0x0605 || r == 0x06DD || r == 0x0890 || r == 0x0891 || r == 0x08E2
}

// number reads the number that starts at i: sign, currency, digits in groups, a
// range, percent.
func (s *scanner) number(i int) (n number, ok bool) {
	n.start = i
	j := i
	if isNumberSign(s.text[j]) {
		if !s.isDigit(j + 1) {
			return n, false
		}
		// Sign and digits are of one level in a right-to-left stretch only: in another
		// European digits would be letters to the sign (UAX #9, W7).
		n.rtl, n.end = true, s.digits(j+1, s.classes[j+1])
		return n, true
	}
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
	formula := s.inFormula(i)
	for {
		for s.class(i) == digit && (s.isDigit(i) || isRaised(s.text[i])) || s.class(i) == bidi.NSM || s.invisible(i, digit) {
			i++
		}
		next := s.isDigit(i+1) && s.class(i+1) == digit
		switch r := s.at(i); {
		case next && formula && isOneOf(r, operators):
			return i
		case next && isOneOf(r, separators):
		case next && isOneOf(r, "\u00A0\u202F"): // thousands set apart
		case next && digit == bidi.EN && s.isSpace(i) && s.thousands(i):
		default:
			return i
		}
		i++
	}
}

// inFormula reports whether the number at i goes on with what an Arabic letter begins,
// as in «س²+5=9»: such a formula runs with the letter.
func (s *scanner) inFormula(i int) bool {
	if !isOneOf(s.at(i-1), operators) {
		return false
	}
	for i -= 2; s.class(i) == bidi.EN && isRaised(s.text[i]); i-- {
	}
	return s.class(i) == bidi.AL && !isOneOf(s.at(i), "ـ") && s.class(i-1) != bidi.AL
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
