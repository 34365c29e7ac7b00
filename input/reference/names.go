package reference

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/input/brief"
)

// parseNames reads a BibTeX list of names: "Last, First and {Institution}".
func parseNames(latex string) []brief.Name {
	var names []brief.Name
	arabic := false // any of the names so far
	for _, part := range splitNames(latex) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		n := others(arabic)
		if !strings.EqualFold(part, "others") {
			n = parseName(part)
		}
		arabic = arabic || hasArabic(n.Family) || hasArabic(n.Literal)
		names = append(names, n)
	}
	return names
}

// others stands for the authors a list leaves out, in the language of those
// before.
func others(arabic bool) brief.Name {
	if arabic {
		return brief.Name{Literal: "وآخرون"}
	}
	return brief.Name{Literal: "et al."}
}

// splitNames splits at the word "and" outside braces.
func splitNames(latex string) []string {
	var parts []string
	start, depth := 0, 0
	for i := 0; i < len(latex); i++ {
		switch latex[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			depth--
		case 'a', 'A':
			if depth <= 0 && i > 0 && isSpaceByte(latex[i-1]) && len(latex) > i+3 &&
				strings.EqualFold(latex[i:i+3], "and") && isSpaceByte(latex[i+3]) {
				parts = append(parts, latex[start:i])
				start = i + 3
				i += 2
			}
		}
	}
	return append(parts, latex[start:])
}

func isSpaceByte(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// parseName reads one name. A name in braces is an institution's and stays
// whole, and so does a name in Arabic script without a comma: its last word is
// no family name to be put first (عبد الله).
func parseName(latex string) brief.Name {
	if wholeGroup(latex) || !strings.Contains(latex, ",") && !strings.ContainsRune(latex, '،') && hasArabic(latex) {
		return brief.Name{Literal: plainText(latex)}
	}
	switch parts := splitTop(latex); len(parts) {
	case 1:
		return westernName(parts[0])
	case 2:
		return brief.Name{Family: plainText(parts[0]), Given: plainText(parts[1])}
	default: // Last, Jr, First
		return brief.Name{Family: plainText(parts[0]), Given: strings.TrimSpace(plainText(strings.Join(parts[2:], " ")) + ", " + plainText(parts[1]))}
	}
}

// westernName reads "First von Last": the family name is the last word with the
// words in lower case before it.
func westernName(latex string) brief.Name {
	words := splitWords(latex)
	first := len(words) - 1
	for first > 0 && isLower(words[first-1]) {
		first--
	}
	if first < 0 {
		return brief.Name{}
	}
	return brief.Name{
		Family: plainText(strings.Join(words[first:], " ")),
		Given:  plainText(strings.Join(words[:first], " ")),
	}
}

func isLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(plainText(word))
	return unicode.IsLower(r)
}

// wholeGroup reports whether one pair of braces holds the whole text.
func wholeGroup(latex string) bool {
	if latex == "" || latex[0] != '{' || latex[len(latex)-1] != '}' {
		return false
	}
	depth := 0
	for i := 0; i < len(latex); i++ {
		switch latex[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			depth--
			if depth == 0 {
				return i == len(latex)-1
			}
		}
	}
	return false
}

// splitTop splits at commas, also Arabic ones, outside braces.
func splitTop(latex string) []string {
	return splitAt(latex, func(r rune) bool { return r == ',' || r == '،' })
}

// splitWords splits at spaces and ties outside braces.
func splitWords(latex string) []string {
	var words []string
	for _, w := range splitAt(latex, func(r rune) bool { return unicode.IsSpace(r) || r == '~' }) {
		if w != "" {
			words = append(words, w)
		}
	}
	return words
}

func splitAt(latex string, separates func(rune) bool) []string {
	var parts []string
	start, depth := 0, 0
	escaped := false
	for i, r := range latex {
		switch {
		case escaped:
			escaped = false
		case r == '\\':
			escaped = true
		case r == '{':
			depth++
		case r == '}':
			depth--
		case depth <= 0 && separates(r):
			parts = append(parts, latex[start:i])
			start = i + utf8.RuneLen(r)
		}
	}
	return append(parts, latex[start:])
}

func hasArabic(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}
