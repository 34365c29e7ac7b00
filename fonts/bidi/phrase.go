package bidi

import "golang.org/x/text/unicode/bidi"

// leading returns the index of the left-to-right letter that a phrase starting
// at i begins with, or -1: i itself, or the letter after a sign that belongs to
// it ("@user", "#tag", ".NET", "--flag").
func (s *scanner) leading(i int) int {
	if s.classes[i] == bidi.L {
		return i
	}
	if !s.signed(i) {
		return -1
	}
	switch {
	case isOneOf(s.text[i], "@#./~") && s.class(i+1) == bidi.L:
		return i + 1
	case s.text[i] == '-' && s.at(i+1) == '-' && s.class(i+2) == bidi.L:
		return i + 2
	}
	return -1
}

// phrase returns the end of the left-to-right phrase with a letter at i: its
// last letter or digit, with the signs that cling to it.
func (s *scanner) phrase(i int) int {
	end := i + 1
	for i < len(s.text) {
		if i > end && s.opens(i) {
			if e := s.address(i); e > i {
				i, end = e, e
				continue
			}
		}
		switch c := s.classes[i]; c {
		case bidi.L, bidi.EN:
			i++
			end = s.clinging(i)
			i = end
			continue
		case bidi.NSM:
			if i == end {
				end++
			}
		case bidi.BN: // parts nothing (UAX #9, X9)
		case bidi.WS, bidi.ON, bidi.CS, bidi.ES, bidi.ET:
			r := s.text[i]
			if isBarrier(r) {
				return end
			}
			if isOpening(r) {
				shut, kind := s.group(i)
				if !s.belongs(kind, r, i == end) {
					return end
				}
				touching := i == end
				i = shut + 1
				if kind != year || touching { // a year parted by a space needs more of the phrase after it
					end = i
				}
				continue
			}
			if isClosing(r) {
				return end
			}
		default:
			return end
		}
		i++
	}
	return end
}

// isBarrier reports whether a neutral character ends any phrase: the Arabic
// comma, semicolon, question mark and full stop, and bullets.
func isBarrier(r rune) bool { return isOneOf(r, "،؛؟۔•◦▪●■|") }

// isOpening and isClosing tell of brackets and quotes. A straight quote opens:
// the search for its partner tells whether it does.
func isOpening(r rune) bool { return isOneOf(r, `([{«“„‘‹"`) }

func isClosing(r rune) bool { return isOneOf(r, `)]}»”›`) }

func closingOf(r rune) string {
	switch r {
	case '“', '„':
		return "”“"
	case '‘':
		return "’"
	case '"':
		return `"`
	case '‹':
		return "›"
	case '«':
		return "»"
	}
	return string(Mirror(r))
}

// clinging returns the end of the signs that belong to the word that ends at
// end: "Erasmus+", "C++", "C#", "U.S.", "5°", "10%".
func (s *scanner) clinging(end int) int {
	for i := end; i < len(s.text); i++ {
		r := s.text[i]
		switch {
		case isOneOf(r, "+#®™©℠°′″"):
		case (isOneOf(r, "%‰") || isCurrency(r)) && s.class(end-1) == bidi.EN:
		case r == '.' && (s.initials(i) || s.company(i)):
			return i + 1
		case s.classes[i] == bidi.NSM:
		default:
			return i
		}
	}
	return len(s.text)
}

// initials reports whether the full stop at i ends an abbreviation like "U.S.".
func (s *scanner) initials(i int) bool {
	return s.class(i-1) == bidi.L && s.at(i-2) == '.' && s.class(i-3) == bidi.L && s.class(i-4) != bidi.L &&
		s.class(i+1) != bidi.L
}

// company reports whether the full stop at i ends a word that is written with
// one ("Ltd.", "Inc."), and does not end the sentence: more of it follows.
func (s *scanner) company(i int) bool {
	start := i
	for start > 0 && s.class(start-1) == bidi.L {
		start--
	}
	switch string(s.text[start:i]) {
	case "Ltd", "Inc", "Co", "Corp", "Bros", "Jr", "Sr", "Dr", "Mr", "Mrs", "St", "etc", "al", "ed", "eds", "vol", "no", "No", "pp", "Vol":
		return s.isSpace(i+1) && i+2 < len(s.text)
	}
	return false
}

// groupKind is what a bracketed or quoted stretch holds.
type groupKind int

const (
	foreign  groupKind = iota // something right to left, or no closing bracket
	empty                     // nothing
	numeric                   // digits and signs, not a year
	year                      // four digits
	lettered                  // a left-to-right letter
)

// longestGroup bounds how far to look for a closing bracket.
const longestGroup = 300

// group returns the place of the bracket that closes the one at i, and what
// stands between them.
func (s *scanner) group(i int) (shut int, kind groupKind) {
	closing := closingOf(s.text[i])
	letters, digits, others, depth := 0, 0, 0, 0
	for j := i + 1; j < min(len(s.text), i+longestGroup); j++ {
		r := s.text[j]
		if depth == 0 && isOneOf(r, closing) {
			switch {
			case letters > 0:
				return j, lettered
			case digits == 4 && others == 0:
				return j, year
			case digits+others == 0:
				return j, empty
			}
			return j, numeric
		}
		if r == s.text[i] {
			depth++
		} else if isOneOf(r, closing) {
			depth--
		}
		switch s.classes[j] {
		case bidi.L:
			letters++
		case bidi.EN:
			digits++
		case bidi.BN:
		case bidi.WS, bidi.ON, bidi.CS, bidi.ES, bidi.ET, bidi.NSM:
			if isBarrier(r) {
				return j, foreign
			}
			others++
		default:
			return j, foreign
		}
	}
	return len(s.text), foreign
}

// belongs reports whether a bracketed stretch may stand inside a phrase.
// touching tells that no space parts it from the phrase. A numeral in square
// brackets is a reference, after the phrase and not of it.
func (s *scanner) belongs(kind groupKind, opening rune, touching bool) bool {
	switch kind {
	case lettered:
		return true
	case year:
		return opening == '('
	case numeric, empty:
		return touching && opening == '('
	}
	return false
}

// arabic returns the end of the right-to-left phrase that starts at i, in a
// left-to-right paragraph: its last letter, with the Arabic punctuation that
// clings to it. A number belongs to the phrase it follows after one space.
func (s *scanner) arabic(i int) int {
	end := i + 1
	for i < len(s.text) {
		switch c := s.classes[i]; c {
		case bidi.R, bidi.AL, bidi.AN:
			end = i + 1
		case bidi.NSM:
			if i == end {
				end++
			}
		case bidi.BN: // as a zero width non-joiner within a word
		case bidi.EN:
			if i != end && !(i == end+1 && s.isSpace(end)) && !s.abbreviated(end, i) {
				return end
			}
			n, ok := s.number(i)
			if !ok {
				return end
			}
			if s.class(n.end) == bidi.L || s.continued(n) > n.end {
				return end
			}
			i, end = n.end, n.end
			continue
		case bidi.WS, bidi.ON, bidi.CS, bidi.ES, bidi.ET:
			r := s.text[i]
			switch {
			case i == end && isOneOf(r, "؟؛،٪"):
				end++
			case isOpening(r):
				shut := s.arabicGroup(i)
				if shut < 0 {
					return end
				}
				i, end = shut+1, shut+1
				continue
			case isClosing(r):
				return end
			}
		default:
			return end
		}
		i++
	}
	return end
}

// abbreviated reports whether the number at i follows a letter that stands for a
// word and ends at end, as in "ص. 5".
func (s *scanner) abbreviated(end, i int) bool {
	return i-end <= 2 && s.at(end) == '.' && (i == end+1 || s.isSpace(end+1)) &&
		s.class(end-1) == bidi.AL && s.class(end-2) != bidi.AL
}

// arabicGroup returns the place of the bracket that closes the one at i where a
// right-to-left letter but no left-to-right one stands between them, or -1.
func (s *scanner) arabicGroup(i int) int {
	closing, letters := closingOf(s.text[i]), 0
	for j := i + 1; j < min(len(s.text), i+longestGroup); j++ {
		if isOneOf(s.text[j], closing) {
			if letters == 0 {
				return -1
			}
			return j
		}
		switch s.classes[j] {
		case bidi.R, bidi.AL:
			letters++
		case bidi.WS, bidi.ON, bidi.CS, bidi.ES, bidi.ET, bidi.NSM, bidi.BN, bidi.EN, bidi.AN:
			if isOpening(s.text[j]) {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}
