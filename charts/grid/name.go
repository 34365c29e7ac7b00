package grid

import (
	"strings"
	"unicode"

	"warraq/input/column"
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

// temporal reports whether all names are times.
func temporal(names []string) bool {
	for _, name := range names {
		if _, ok := column.TimeOf(name); !ok {
			return false
		}
	}
	return len(names) > 0
}
