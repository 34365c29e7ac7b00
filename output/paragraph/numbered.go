package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/input/locale"
)

// numbered follows the words of a text to tell numbers that are names, as that of a
// section, from decimals: «القسم 2.1» keeps its point. They stand after a word for what
// is numbered so, or are joined to one that does.
type numbered struct {
	words *locale.Locale
	// after is set where the words before the next are such a word, or such numbers.
	after bool
}

// next reports whether a word, with digits in it or none, is a number that is a name.
func (n *numbered) next(word []rune, digits bool) bool {
	outside := func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.Mn, unicode.Nd) && r != '%' && r != '٪' && r != '\u200c'
	}
	text := strings.TrimFunc(string(word), outside)
	if !digits {
		if i := strings.LastIndexFunc(text, outside); i >= 0 { // و«الإصدار
			_, size := utf8.DecodeRuneInString(text[i:])
			text = text[i+size:]
		}
		n.after = n.words.NamesNumbered(text) || n.after && (text == "" || n.words.JoinsNumbered(text))
		return false
	}
	if !n.after {
		return false
	}
	for _, join := range n.words.Pages.Numbered.Joins { // و2.2
		if rest, ok := strings.CutPrefix(text, join); ok {
			text = rest
			break
		}
	}
	for part := range strings.SplitSeq(text, ".") {
		if part == "" || strings.ContainsFunc(part, func(r rune) bool { return !unicode.IsDigit(r) && r != '–' && r != '-' }) {
			n.after = false
		}
	}
	return n.after
}
