package scene

import "unicode"

// RightToLeft is the mark (U+200F) at the head of a line that reads from the
// right although none of its letters says so: a line of a longer label.
const RightToLeft = "\u200f"

// RTL reports whether a line of a chart reads from the right: it does where it
// has a letter of a right-to-left script. A number alone keeps its sign on the
// left.
func RTL(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return true
		}
	}
	return false
}
