package fonts

import (
	"github.com/go-text/typesetting/segmenter"

	"warraq/fonts/bidi"
)

// Break says whether a line may end at a place.
type Break uint8

// The kinds of place.
const (
	None Break = iota
	Allowed
	Mandatory
)

// Breaks returns the places where lines may end: element i tells of the place
// before character i, which is after the spaces there; there is one more than
// there are characters. The first is None, the last Mandatory.
//
// The places are those of UAX #14, with these changes: an address breaks only
// after / ? & = # - and before a full stop; a number is never parted from its
// sign, percent, currency or unit symbol, nor a range or date from itself; a
// letter that stands alone stays with what it belongs to: a prefix like و with
// the next word, an abbreviation like «ص.» or «د.» with its number or name;
// nothing that closes begins a line, nor does a reference like [1].
func Breaks(text []rune) []Break {
	breaks := unicodeBreaks(text)
	for i := 1; i < len(text); i++ {
		if breaks[i] == Allowed && forbidden(text, i) {
			breaks[i] = None
		}
	}
	for _, span := range bidi.Addresses(text) {
		breakAddress(text, breaks, span)
	}
	return breaks
}

// unicodeBreaks returns the breaks of UAX #14 as it stands. A line may end at the
// space between two Arabic words whatever stands around them, and nowhere within
// one, so only what is no such word is segmented.
func unicodeBreaks(text []rune) []Break {
	breaks := make([]Break, len(text)+1)
	var s segmenter.Segmenter
	start, odd := 0, -1 // of a stretch, and the first in it that is in no plain word
	finish := func(end int) {
		if odd >= 0 && (odd < end-1 || text[odd] != ' ') {
			segment(&s, text[start:end], breaks[start:])
		}
		breaks[end] = Allowed
		start, odd = end, -1
	}
	for i, r := range text {
		if i > start+1 && isArabicLetter(r) && text[i-1] == ' ' && inPlainWord(text[i-2]) {
			finish(i)
		}
		if odd < 0 && !inPlainWord(r) {
			odd = i
		}
	}
	if len(text) > 0 {
		finish(len(text))
		breaks[len(text)] = Mandatory
	}
	return breaks
}

// inPlainWord reports whether r is a letter or vowel mark of an Arabic word, or a
// comma or full stop (UAX #14, classes AL, CM and IS): no line ends between two
// of these.
func inPlainWord(r rune) bool {
	return isArabicLetter(r) || r >= 0x64B && r <= 0x652 || r == '،' || r == '.'
}

// segment sets the breaks of UAX #14 within a text.
func segment(s *segmenter.Segmenter, text []rune, breaks []Break) {
	s.Init(text)
	for lines := s.LineIterator(); lines.Next(); {
		line := lines.Line()
		breaks[line.Offset+len(line.Text)] = Allowed
		if line.IsMandatoryBreak {
			breaks[line.Offset+len(line.Text)] = Mandatory
		}
	}
}

// forbidden reports whether a line should not break before character i where
// UAX #14 lets it.
func forbidden(text []rune, i int) bool {
	next, last := text[i], i-1
	if text[last] != ' ' {
		// Inside a range or date: 2021–2027.
		return isDash(text[last]) && isDigit(next) && isDigit(at(text, last-1))
	}
	for last >= 0 && text[last] == ' ' {
		last--
	}
	if last < 0 {
		return false
	}
	if isClosing(next) && !isDigit(at(text, i+1)) {
		return true
	}
	if keepsNext(text, last, i) {
		return true
	}
	if i-last > 2 { // more than one space: nothing that belongs together
		return false
	}
	number := isDigit(text[last]) || isPercent(text[last]) && isDigit(at(text, last-1))
	switch {
	case number && (isDigit(next) && isDigit(text[last]) || isCurrency(next) || isPercent(next) || startsUnit(text[i:])):
		return true
	case isCurrency(text[last]) && isDigit(next):
		return true
	case number && isDash(next) && at(text, i+1) == ' ' && isDigit(at(text, i+2)):
		return true
	case isDash(text[last]) && isDigit(next) && at(text, last-1) == ' ' && isDigit(at(text, last-2)):
		return true
	}
	return next == '[' && isReference(text[i:])
}

// keepsNext reports whether an Arabic letter that stands alone before a space,
// with or without a full stop, belongs to what follows. last is the character
// before the space, next the one after it.
func keepsNext(text []rune, last, next int) bool {
	stop := text[last] == '.'
	if stop {
		last--
	}
	first := last // of the word: a و may stand before the letter
	if at(text, last-1) == 'و' {
		first--
	}
	letter := at(text, last)
	if before := at(text, first-1); !isArabicLetter(letter) || before != 0 && before != ' ' && !isOpening(before) {
		return false
	}
	if stop {
		// «ص. 3», «أ. د. سامي», «ق. م.»; but «622 م.» ends what comes before it.
		for first--; at(text, first) == ' '; first-- {
		}
		return !isDigit(at(text, first)) || isArabicLetter(text[next]) && at(text, next+1) == '.'
	}
	switch letter {
	case 'و', 'ف', 'ب', 'ل', 'ك', 'أ': // prefixes that someone set apart
		return true
	}
	return isDigit(text[next]) // «ص 3»
}

func isArabicLetter(r rune) bool { return r >= 'ء' && r <= 'ي' && r != 'ـ' }

func at(text []rune, i int) rune {
	if i < 0 || i >= len(text) {
		return 0
	}
	return text[i]
}

func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || r >= '٠' && r <= '٩' || r >= '۰' && r <= '۹'
}

func isDash(r rune) bool { return r == '-' || r >= 0x2010 && r <= 0x2015 || r == '−' }

func isPercent(r rune) bool { return r == '%' || r == '٪' || r == '‰' || r == '°' }

func isCurrency(r rune) bool {
	return r == '$' || r >= 0xA2 && r <= 0xA5 || r >= 0x20A0 && r <= 0x20CF || r == 0x060B || r == 0xFDFC
}

func isClosing(r rune) bool {
	switch r {
	case '.', ',', ':', ';', '!', '?', '،', '؛', '؟', '۔', ')', ']', '}', '»', '”', '›', '…':
		return true
	}
	return false
}

func isOpening(r rune) bool {
	switch r {
	case '(', '[', '{', '«', '“', '‹', '"':
		return true
	}
	return false
}

// startsUnit reports whether a text starts with a short unit symbol.
func startsUnit(text []rune) bool {
	const longest = 4
	n := 0
	for n < len(text) && n <= longest && (text[n] >= 'A' && text[n] <= 'z' || text[n] >= 'ء' && text[n] <= 'ي') {
		n++
	}
	if n == 0 || n > longest {
		return false
	}
	switch word := string(text[:n]); word {
	case "كم", "م", "سم", "مم", "كغ", "كجم", "غ", "جم", "كلغ", "ميغا", "هـ", "ق":
		return true
	default:
		return bidi.IsUnit(word)
	}
}

// isReference reports whether a text starts with a number in square brackets.
func isReference(text []rune) bool {
	i := 1
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i > 1 && at(text, i) == ']'
}

// breakAddress sets the breaks inside an address. The shortest piece is three
// characters, and the first holds the scheme and what follows it.
func breakAddress(text []rune, breaks []Break, span bidi.Span) {
	const shortest = 3
	first := span.Start + shortest
	for i := span.Start; i+1 < span.End; i++ {
		if text[i] == '/' && text[i+1] == '/' {
			first = i + 2 + shortest
			break
		}
	}
	for i := span.Start + 1; i < span.End; i++ {
		breaks[i] = None
		if i >= first && span.End-i >= shortest && addressBreaks(text[i-1], text[i], at(text, i+1)) {
			breaks[i] = Allowed
		}
	}
}

// addressBreaks reports whether an address may break between two characters.
func addressBreaks(before, after, next rune) bool {
	switch before {
	case '/', '?', '&', '=', '#', '-':
		return isWordlike(after)
	}
	return after == '.' && isWordlike(before) && isWordlike(next) && !(isDigit(before) && isDigit(next))
}

// isWordlike reports whether a character is a letter or digit of an address.
func isWordlike(r rune) bool {
	return isDigit(r) || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 0xBF
}
