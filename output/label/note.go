package label

import (
	"strings"

	"warraq/input/brief"
	"warraq/input/locale"
)

// Note is the mark of a note: a number, or in a table a letter.
func (n *Names) Note(note *brief.Note) string {
	switch {
	case !note.InTable:
		return n.Integer(note.Number)
	case n.words.RightToLeft:
		return n.words.Letter(note.Number)
	}
	letters := ""
	for i := note.Number; i > 0; i = (i - 1) / 26 {
		letters = string(rune('a'+(i-1)%26)) + letters
	}
	return letters
}

// ToNote is where the link of a note's mark leads, in words, and Back that of the
// note itself.
func (n *Names) ToNote(note *brief.Note) string {
	return locale.SayPlain(n.words.Pages.Note, n.Note(note))
}

// Back is where the link before a note leads, in words.
func (n *Names) Back(note *brief.Note) string {
	return locale.SayPlain(n.words.Pages.Back, n.Note(note))
}

// BetweenNotes parts two marks, which side by side would read as one number.
func (n *Names) BetweenNotes() string { return strings.TrimSpace(n.words.Marks.Comma) }
