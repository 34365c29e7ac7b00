package problem

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestArgument is how many characters of one argument a sentence shows: a
// name may be as long as its file.
const longestArgument = 600

// A phrase is words of the program's own. A constant becomes one by itself, in
// any package; what is put together at run time, and may hold an author's words,
// does not: no other package can name the type. Such words go into a sentence as
// arguments, which are made showable on their way.
type phrase string

// Shown is a text that may stand on a terminal: it holds nothing that would
// command the terminal (ISO 6429), turn round what stands beside it (UAX #9 §2)
// or be there unseen. Only [Show], [Say] and [Text.Shown] make one.
type Shown struct{ text string }

func (s Shown) String() string { return s.text }

// Show makes words of anybody showable: a path, a name, the error of a library
// or of the machine. What cannot be shown is named by its code point, such as
// <U+202E>, so that its author can find it; bytes that are no UTF-8 are U+FFFD;
// after 600 characters it ends in an ellipsis.
func Show(words string) Shown { return Shown{showable(words, longestArgument)} }

// Say fills the verbs of an English sentence with showable arguments, as
// [Text.Shown] does.
func Say(sentence phrase, args ...any) Shown {
	return Text{EN: sentence}.Shown(English, args...)
}

// showable is the words without what [isHidden], as far as so many characters.
func showable(words string, most int) string {
	plain := len(words) <= most
	for _, r := range words {
		if !plain {
			break
		}
		plain = r != utf8.RuneError && !isHidden(r)
	}
	if plain {
		return words
	}
	var b strings.Builder
	shown := 0
	for _, r := range words {
		if shown >= most {
			b.WriteRune('…')
			break
		}
		if isHidden(r) {
			n, _ := fmt.Fprintf(&b, "<U+%04X>", r)
			shown += n
			continue
		}
		b.WriteRune(r)
		shown++
	}
	return b.String()
}

// isHidden reports whether a character must not be shown as it is: the controls
// C0, DEL and C1, the line separators, all that orders text, and whatever takes
// no room of its own. The signs of Arabic that Unicode counts as formats (Cf)
// are drawn, and so are white space in a line and the two selectors that choose
// between text and emoji.
func isHidden(r rune) bool {
	if r < 0xAD {
		return r < ' ' || r >= 0x7F && r < 0xA0
	}
	switch {
	case r == 0xFE0E, r == 0xFE0F:
		return false
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}
