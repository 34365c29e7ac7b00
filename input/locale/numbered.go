package locale

import (
	"slices"
	"strings"
	"unicode"
)

// NamesNumbered reports whether a word names what is numbered with points, as in
// «القسم 2.1»: with or without an article, and what is written together with it.
func (l *Locale) NamesNumbered(word string) bool {
	word = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == 'ـ' {
			return -1
		}
		return r
	}, strings.ToLower(word))
	if slices.Contains(l.Pages.Numbered.Names, word) {
		return true
	}
	if l.Tag != "ar" {
		return false
	}
	rest := word
	for _, clings := range [...][]string{{"و", "ف"}, {"ب", "ك", "ل"}, {"ال", "ل"}} {
		for _, c := range clings {
			if cut, ok := strings.CutPrefix(rest, c); ok {
				rest = cut
				break
			}
		}
		if slices.Contains(l.Pages.Numbered.Names, rest) {
			return true
		}
	}
	return false
}

// JoinsNumbered reports whether a word stands between two such numbers.
func (l *Locale) JoinsNumbered(word string) bool {
	return slices.Contains(l.Pages.Numbered.Joins, word)
}
