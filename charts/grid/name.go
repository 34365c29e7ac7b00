package grid

import (
	"strings"
	"unicode"

	"warraq/fonts/numeral"
)

// OneLine returns a text of the author's without what a line cannot show.
func OneLine(text string) string {
	if isLine(text) {
		return text // as almost all are, in a column of thousands
	}
	return strings.Join(strings.Fields(strings.Map(printed, text)), " ")
}

// isLine reports whether a text is one line as it is: words with one space
// between them.
func isLine(text string) bool {
	space := true // before the first word there may be none
	for _, r := range text {
		switch {
		case r == ' ':
			if space {
				return false
			}
			space = true
		case r == unicode.ReplacementChar || unicode.IsSpace(r) || printed(r) < 0:
			return false
		default:
			space = false
		}
	}
	return !space
}

// printed drops what is no character of a label: controls, which XML does not
// allow, and the marks that would turn the text beside it round (UAX #9 §2).
func printed(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return r
	case unicode.IsControl(r), r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\ufffe', r == '\uffff':
		return -1
	}
	return r
}

// temporal reports whether all names are years or dates.
func temporal(names []string) bool {
	for _, name := range names {
		if !isTime(name) {
			return false
		}
	}
	return len(names) > 0
}

// isTime reports whether a name is a year, a span of years or a date in
// figures: 2024, 2021–2027, 2024/06, 2025-04-09, with digits of either family.
func isTime(name string) bool {
	name = numeral.Digits(name, numeral.Latin)
	parts := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("-–—/.", r) })
	if len(parts) == 0 || len(parts) > 3 || strings.ContainsFunc(name, unicode.IsSpace) {
		return false
	}
	year := false
	for _, part := range parts {
		if len(part) > 4 || strings.Trim(part, "0123456789") != "" {
			return false
		}
		if len(part) == 4 && part >= "1000" && part <= "2999" {
			year = true
		}
	}
	return year
}
