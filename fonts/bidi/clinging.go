package bidi

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// clinging returns the end of the signs that belong to the word that ends at
// end, in a phrase from start on: "Erasmus+", "C++", "C#", "U.S.", "5°", "10%",
// "BBB-", "path/".
func (s *scanner) clinging(start, end int) int {
	for i := end; i < len(s.text); i++ {
		r := s.text[i]
		switch {
		case isOneOf(r, "+#®™©℠°′″"), isCurrency(r):
		case isOneOf(r, "%‰") && (s.class(end-1) == bidi.EN || s.class(end-1) == bidi.AN || s.quoted(i)):
		case r == '.' && (s.initials(i) || s.dotted(start, i) || s.initial(start, i) || s.company(i)):
			return i + 1
		case s.classes[i] == bidi.NSM:
		default:
			return s.signsAfter(i)
		}
	}
	return len(s.text)
}

// quoted reports whether the sign at i closes a word that begins with the same one:
// "%PATH%".
func (s *scanner) quoted(i int) bool {
	r := s.text[i]
	for i--; s.class(i) == bidi.L || s.class(i) == bidi.EN || s.at(i) == '_'; i-- {
	}
	return s.at(i) == r && s.signed(i)
}

// signsAfter returns the end of the strokes, stars, dashes and the like that close a
// word at i, or i where they part it from a letter, or from the sentence.
func (s *scanner) signsAfter(i int) int {
	end, last := i, i
	for isOneOf(s.at(end), "/\\*_=^-−.:~") {
		end++
		if !isOneOf(s.text[end-1], ".:~") {
			last = end
		}
	}
	if last == i {
		return i
	}
	if !s.parts(end) { // «Erasmus/إيراسموس», or the phrase goes on
		return i
	}
	if dashes := strings.Trim(string(s.text[i:last]), "-−") == ""; dashes && (last-i > 1 || s.parenthetic(i, -1)) {
		return i
	}
	return last
}

// initials reports whether the full stop at i ends an abbreviation like "U.S.", or
// initials like "J.-P.".
func (s *scanner) initials(i int) bool {
	stop := i - 2
	if s.at(stop) == '-' {
		stop--
	}
	return s.class(i-1) == bidi.L && s.at(stop) == '.' && s.class(stop-1) == bidi.L && s.class(stop-2) != bidi.L &&
		s.class(i+1) != bidi.L
}

// dotted reports whether the full stop at i ends an abbreviation whose parts each
// have one, as "Ph.D.", "M.Sc." and "S.p.A.": short parts, of which the first is one
// letter or the last one capital, so that it is no name of a file.
func (s *scanner) dotted(start, i int) bool {
	const longest = 4
	if s.class(i+1) == bidi.L { // asked first: of "a.b.c." each stop would look back over all before it
		return false
	}
	from := i
	for from > start && (s.class(from-1) == bidi.L || s.at(from-1) == '.') {
		from--
	}
	parts := strings.Split(string(s.text[from:i]), ".")
	if len(parts) < 2 {
		return false
	}
	for _, part := range parts {
		if n := len([]rune(part)); n == 0 || n > longest {
			return false
		}
	}
	first, last := []rune(parts[0]), []rune(parts[len(parts)-1])
	return len(first) == 1 || len(last) == 1 && unicode.IsUpper(last[0])
}

// initial reports whether the full stop at i ends the initial of a name before it:
// "Smith, J.", "Smith, J. K.".
func (s *scanner) initial(start, i int) bool {
	for i > start && s.at(i) == '.' && unicode.IsUpper(s.at(i-1)) && s.isSpace(i-2) {
		switch i -= 3; s.at(i) {
		case '.':
			continue
		case ',':
			return s.class(i-1) == bidi.L && s.class(i-2) == bidi.L && unicode.IsLower(s.at(i-1))
		}
		break
	}
	return false
}

// company reports whether the full stop at i ends a word that is written with
// one ("Ltd.", "Inc."), and does not end the sentence: more of it follows.
func (s *scanner) company(i int) bool {
	start := i
	for start > 0 && s.class(start-1) == bidi.L {
		start--
	}
	if !s.isSpace(i+1) || i+2 >= len(s.text) || s.at(start-1) == '.' {
		return false
	}
	word := string(s.text[start:i])
	switch word {
	case "Inc", "Co", "Corp", "Bros", "etc", "al", "ed", "eds", "vol", "no", "No", "pp", "Vol", "cf", "vs", "ca",
		"approx", "Prof", "Univ", "Dept", "Gen", "Fig", "fig":
		return true
	}
	// A word of one capital and then consonants alone cannot be spoken: Ltd., Dr.
	return len(word) > 1 && len(word) <= 4 && unicode.IsUpper(rune(word[0])) && !strings.ContainsAny(word, "aeiouyAEIOUY") &&
		strings.ToLower(word[1:]) == word[1:] && !IsUnit(word)
}
