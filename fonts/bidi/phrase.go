package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// leading returns the index of the left-to-right letter that a phrase starting
// at i begins with, or -1: i itself, or the letter after signs that belong to
// it ("@user", "#tag", ".NET", "--flag", "*.txt").
func (s *scanner) leading(i int) int {
	const most = 8 // signs before a word
	if s.classes[i] == bidi.L {
		return i
	}
	if !s.signed(i) {
		return -1
	}
	j := i
	for j < i+most && isOneOf(s.at(j), "@#./~\\*+-−=$&!?%^_") {
		j++
	}
	switch run := s.text[i:j]; {
	case len(run) == 0:
	case s.class(j) == bidi.EN && isOneOf(run[0], "/\\*"):
		return j
	case s.class(j) != bidi.L:
	case len(run) > 1 && run[len(run)-1] == '.' && run[len(run)-2] == '.': // an ellipsis
	case len(run) == 1 && isOneOf(run[0], "-−") && s.parenthetic(i, 1):
	default:
		return j
	}
	return -1
}

// parenthetic reports whether the dash at i, which clings to a word, is one of two
// that stand around more than that word: it looks ahead, or back where step is -1.
func (s *scanner) parenthetic(i, step int) bool {
	arabic := false
	for j := i + step; j >= 0 && j < len(s.text) && j != i+step*longestGroup; j += step {
		switch c := s.classes[j]; {
		case c == bidi.AL || c == bidi.R:
			arabic = true
		case s.text[j] == s.text[i] && s.spaced(j+step) && !s.spaced(j-step):
			return arabic
		}
	}
	return false
}

// spaced reports whether no letter, digit or sign but those of a sentence stand at i.
func (s *scanner) spaced(i int) bool {
	switch s.class(i) {
	case bidi.WS, bidi.B, bidi.S, bidi.BN:
		return true
	}
	return isOneOf(s.at(i), ".,:;،؛؟!?") || isOpening(s.at(i)) || isClosing(s.at(i))
}

// phrase returns the end of the left-to-right phrase with a letter at i: its
// last letter or digit, with the signs that cling to it.
func (s *scanner) phrase(i int) int { return s.extend(i, i) }

// extend returns the end of the phrase that is known to reach from start to i.
func (s *scanner) extend(start, i int) int {
	end := i
	for i < len(s.text) {
		if i > end && s.opens(i) {
			if e := max(s.address(i), s.path(i)); e > i {
				i, end = e, e
				continue
			}
		}
		c := s.classes[i]
		if c == bidi.AN && s.arabicDigits && s.isDigit(i) {
			c = bidi.EN
		}
		switch c {
		case bidi.L, bidi.EN:
			i++
			end = s.clinging(start, i)
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
			if e := max(s.interval(i), s.markup(i)); e > i {
				i, end = e, e
				continue
			}
			if isOpening(r) {
				shut, kind := s.group(i)
				touching, more := i == end, s.goesOn(shut+1)
				if !s.belongs(kind, r, touching) && !(more && (kind == numeric || kind == empty)) {
					return end
				}
				i = shut + 1
				// A year parted by a space needs more of the phrase after it, or names
				// with initials before it.
				if kind != year || touching || s.cites(start, end) {
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

// goesOn reports whether what stands at i goes on with the word before it: "(1).pdf".
func (s *scanner) goesOn(i int) bool {
	if isOneOf(s.at(i), "._-") {
		i++
	}
	c := s.class(i)
	return c == bidi.L || c == bidi.EN
}

// cites reports whether a stretch is names of authors: two with a sign between them,
// or one with initials.
func (s *scanner) cites(start, end int) bool {
	return s.at(end-1) == '.' || slices.Contains(s.text[start:end], '&')
}

// markup returns the end of a tag or an address in angle brackets at i, or i.
func (s *scanner) markup(i int) int {
	if s.at(i) != '<' || s.class(i+1) != bidi.L && !isOneOf(s.at(i+1), "/!?") {
		return i
	}
	letters := false
	for j := i + 1; j < min(len(s.text), i+longestGroup); j++ {
		switch s.classes[j] {
		case bidi.L:
			letters = true
		case bidi.R, bidi.AL, bidi.AN, bidi.B:
			return i
		}
		switch s.text[j] {
		case '<':
			return i
		case '>':
			if letters {
				return j + 1
			}
			return i
		}
	}
	return i
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
