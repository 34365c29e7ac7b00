package bidi

import "golang.org/x/text/unicode/bidi"

// telephone returns the end of the groups of digits of one number that starts at i,
// as those of telephones, accounts and cards are written: "06 123 4567",
// "(+962) 6 123 4567", "4000 1234 5678 9010". It returns i where there is none.
// Groups run from left to right in any family of digits.
func (s *scanner) telephone(i int) int {
	const fewest, fewestPlain = 7, 8 // digits
	const manyYears = 64             // groups that need be read of a row of years
	if !isOneOf(s.at(i), "+(") && !s.isDigit(i) || !s.signed(i) {
		return i
	}
	j, plus, brackets := i, false, 0
	if s.at(j) == '+' {
		plus = true
		j++
	}
	var digit class
	groups, digits, years, spaces := 0, 0, 0, 0
	zero := isOneOf(s.at(j), "0٠۰")
	end := i
	for {
		inside := s.at(j) == '('
		if inside {
			j++
			if s.at(j) == '+' {
				plus = true
				j++
			}
		}
		start := j
		if !s.isDigit(j) || groups > 0 && s.classes[j] != digit {
			break
		}
		digit = s.classes[j]
		for s.isDigit(j) && s.classes[j] == digit {
			j++
		}
		if inside {
			if s.at(j) != ')' || j-start < 2 && !plus || s.isYear(start, j) {
				break
			}
			brackets++
		}
		groups++
		digits += j - start
		if s.isYear(start, j) {
			years++
		}
		if groups == manyYears && 2*years >= groups && !plus && brackets == 0 {
			return i // or each year of a long row would look through all after it
		}
		if inside {
			j++
		}
		end = j
		switch {
		case isOneOf(s.at(j), " \u00A0\u202F"):
			spaces++
			j++
		case isOneOf(s.at(j), "-\u2010\u2011"), s.at(j) == '.' && (plus || brackets > 0):
			j++
		case inside, s.at(j) == '(' && brackets == 0:
		default:
			j = -1
		}
		if j < 0 {
			break
		}
	}
	switch {
	case groups < 2, digits < fewest, plus && brackets == 0 && digits < fewestPlain:
		return i
	case plus || brackets > 0 || zero && years == 0:
	case 2*years >= groups, spaces == 0 && (groups < 3 || years > 0): // years, dates and ranges
		return i
	}
	switch {
	case isOneOf(s.at(end), ".,:/٫٬") && s.isDigit(end+1), isOneOf(s.at(end), "%‰٪"):
		return i
	}
	return s.continued(number{start: i, end: end, european: digit == bidi.EN})
}

// interval returns the end of the half-open interval whose bracket stands at i, as
// "(0,1]" or "[18, 25)", or i. Its brackets are no pair to the bidirectional
// algorithm (UAX #9, BD16), so they would part from what they hold.
func (s *scanner) interval(i int) int {
	const longest = 40
	var closing string
	switch s.at(i) {
	case '(':
		closing = "]["
	case '[':
		closing = ")["
	case ']':
		if !s.signed(i) {
			return i
		}
		closing = "[])"
	default:
		return i
	}
	ends, filled := 0, false // how many of its two ends were read
	for j := i + 1; j < min(len(s.text), i+longest); j++ {
		r := s.text[j]
		switch {
		case isOneOf(r, closing):
			if filled && ends == 1 {
				return j + 1
			}
			return i
		case isOneOf(r, "()[]{}"), isBarrier(r):
			return i
		case isOneOf(r, ",;"):
			if !filled {
				return i
			}
			ends++
			filled = false
		}
		switch s.classes[j] {
		case bidi.L, bidi.EN, bidi.AN:
			filled = true
		case bidi.WS, bidi.CS, bidi.ES, bidi.ET, bidi.ON, bidi.NSM, bidi.BN:
			filled = filled || r == '∞'
		default:
			return i
		}
	}
	return i
}
