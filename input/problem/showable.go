package problem

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestArgument is how many characters of one argument a sentence shows: a
// name may be as long as its file.
const longestArgument = 600

// showable returns the arguments of a sentence as a terminal may show them.
func showable(args []any) []any {
	shown := make([]any, len(args))
	for i, a := range args {
		shown[i] = a
		if s, ok := a.(string); ok {
			shown[i] = showableText(s)
		}
	}
	return shown
}

// showableText is a text without what would command the terminal (ISO 6429) or
// turn round the sentence that it stands in (UAX #9 §2), and no longer than a
// sentence bears.
func showableText(s string) string {
	if at := cut(s, longestArgument); at < len(s) {
		s = s[:at] + "…"
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return utf8.RuneError
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// cut returns the byte after so many characters of a text.
func cut(s string, characters int) int {
	if len(s) <= characters {
		return len(s)
	}
	for at := range s {
		if characters--; characters < 0 {
			return at
		}
	}
	return len(s)
}
