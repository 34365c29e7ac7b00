// Package country tells whether a text is a country and which one, by the names
// that countries have in English, French and Arabic and by the codes of ISO
// 3166-1. It is the one room that does: maps, types of columns and checks ask it.
//
// Names are compared by rule, so that the data need not list what only looks
// different; README.md says where the data comes from.
package country

import (
	"strings"
	"unicode/utf8"
)

// A Country, or a territory that ISO 3166-1 has a code for.
type Country struct {
	// Alpha2 and Alpha3 are the codes of ISO 3166-1. Kosovo has those that CLDR
	// gives it.
	Alpha2, Alpha3 string
	// Numeric is its number in three digits; Kosovo's is empty.
	Numeric string
	// Arabic, English and French are the names that are printed.
	Arabic, English, French string
}

// A Kind is what a text is.
type Kind int

// The kinds of text.
const (
	Unknown Kind = iota
	One          // a country
	Several      // a name that several countries have, such as Congo
	Group        // several together: World, European Union, low income
)

// An Answer says what a text is. Countries are the one that it is, or those that
// it may be. The list is not to be changed.
type Answer struct {
	Kind      Kind
	Countries []Country
}

// longest is how many bytes a name can have: names are texts of a line.
const longest = 200

// Of tells what a text is. What it says must stand in the text itself: a name
// that several countries have is settled by what stands beside it, by [Settle].
func Of(text string) Answer {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > longest {
		return Answer{}
	}
	l := lists()
	if i, ok := l.codes[code(text)]; ok {
		return l.answer([]int{i})
	}
	if l.groupCodes[text] {
		return Answer{Kind: Group}
	}
	n := parse(text)
	for level := range levels {
		key := n.key(level)
		if key == "" {
			continue
		}
		if level == whole && l.former[key] {
			return Answer{} // «Yemen, Democratic» is not Yemen
		}
		found := l.names[level][key]
		if level != whole {
			found = l.untitled(level, key, n.titled())
		}
		if len(found) == 1 || len(found) > 1 && level < sound {
			return l.answer(found)
		}
		if level == whole && l.groups[key] {
			return Answer{Kind: Group}
		}
	}
	if a, ok := twice(text); ok {
		return a
	}
	if n.collective() {
		return Answer{Kind: Group}
	}
	return Answer{}
}

// twice reads a name with another of the same country, such as Myanmar (Burma), or
// with a note on what is counted in: Germany (until 1990 …).
func twice(text string) (Answer, bool) {
	at := strings.IndexAny(text, "(,،/")
	if at <= 0 {
		return Answer{}, false
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	first, rest := Of(text[:at]), strings.Trim(text[at+size:], ") ")
	bracket := text[at] == '('
	switch {
	case first.Kind == Group && bracket:
		return first, true
	case first.Kind != One:
		return Answer{}, false
	case bracket && notes[firstWord(rest)]:
		return first, true
	}
	second := Of(rest)
	same := second.Kind == One && second.Countries[0].Alpha2 == first.Countries[0].Alpha2
	return first, same
}

func firstWord(text string) string {
	word, _, _ := strings.Cut(fold(text), " ")
	return word
}

// Find returns the country that a text is.
func Find(text string) (Country, bool) {
	if a := Of(text); a.Kind == One {
		return a.Countries[0], true
	}
	return Country{}, false
}

// Settle tells which of several countries a name is where the others stand by
// names of their own beside it, as in the United Nations' lists «Congo» does
// beside «Democratic Republic of the Congo». Beside holds the Alpha2 codes of the
// countries that do.
func (a Answer) Settle(beside func(alpha2 string) bool) (Country, bool) {
	var left []Country
	for _, c := range a.Countries {
		if !beside(c.Alpha2) {
			left = append(left, c)
		}
	}
	if len(left) == 1 && len(a.Countries) > 0 {
		return left[0], true
	}
	return Country{}, false
}

// All returns all countries in the order of their codes. The list is not to be
// changed.
func All() []Country { return lists().countries }

// Names are the names that are printed of all countries: what a misspelt one is
// held against. The list is not to be changed.
func Names() []string { return lists().printed }

// Column reports whether texts are those of a column of countries: at least three
// in four that differ name countries, or groups of them beside some. Texts that
// are digits alone are not taken for codes, and two-letter codes only where all
// are, or all but one in twenty.
func Column(texts []string) bool {
	const enough = 50 // strangers, for a column that has more of them than countries
	seen := map[string]bool{}
	countries, groups, strangers, short := 0, 0, 0, 0
	for _, text := range texts {
		text = strings.TrimSpace(text)
		if text == "" || seen[text] {
			continue
		}
		seen[text] = true
		if len(text) == 2 {
			short++
		}
		switch a := Of(text); {
		case strings.Trim(text, digits) == "", a.Kind == Unknown:
			strangers++
		case a.Kind == Group:
			groups++
		default:
			countries++
		}
		if strangers > enough && strangers > countries {
			return false
		}
	}
	if short > 0 && strangers > 0 && short+strangers >= len(seen) && countries < 20*strangers {
		return false
	}
	return countries > 0 && countries >= groups && countries+groups >= 3*strangers
}
