package input

import (
	"strconv"
	"strings"
	"unicode"
)

// longestSlug is how many bytes of a heading's words go into its identifier,
// which stands in every link to it.
const longestSlug = 400

// slug makes an identifier of a heading's words: letters and digits of any
// script, joined by hyphens. Vowel marks and tatweel are left out, so that a
// link outlives a change of vocalisation.
func slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		if b.Len() >= longestSlug {
			break
		}
		switch {
		case unicode.IsLetter(r) && r != 'ـ', unicode.IsDigit(r), r == '_':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r), r == 'ـ':
		default:
			gap = true
		}
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}

func itoa(n int) string { return strconv.Itoa(n) }
