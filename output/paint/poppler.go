package paint

import (
	"unicode"

	"warraq/fonts/press"
	"warraq/output/page"
)

// rightToLeftMark is the directional mark that poppler is given: it turns a line from
// one strong character to the next, and takes what is neither for the number or Latin
// word beside it.
const rightToLeftMark = '\u200F'

// mostlyLatin reports whether texts have more letters that run left to right, by
// which poppler chooses how it turns the lines of a page.
func mostlyLatin(texts []*stretch) bool {
	balance := 0
	for _, st := range texts {
		for _, c := range st.cells {
			switch r := c.code.Rune; {
			case !unicode.IsLetter(r):
			case unicode.In(r, unicode.Arabic, unicode.Hebrew):
				balance--
			default:
				balance++
			}
		}
	}
	return balance >= 0
}

// marked reports whether poppler needs a directional mark before text k of a row, at
// its left end. On a page in Arabic that is a number or Latin word with Arabic on its
// left, whose space would else come before it; on a page in Latin script, Arabic that
// has a vowel mark there, which would else come before the word.
func (r row) marked(k int, latin bool) bool {
	st := r[k]
	if len(st.cells) == 0 || st.item.Text.Rotation != 0 {
		return false
	}
	arabicBefore := k > 0 && r[k-1].item.Text.RTL
	if latin {
		return st.item.Text.RTL && !arabicBefore && st.cells[st.blanks()].code.Mark()
	}
	return !st.item.Text.RTL && arabicBefore
}

// blanks counts the spaces at the left end of a stretch, but for its last code.
func (s *stretch) blanks() int {
	n := 0
	for n < len(s.cells)-1 && isSpace(s.cells[n].code) {
		n++
	}
	return n
}

// mark is a directional mark without width at the left end of a text. It stands apart
// from all content, and is an object of its own: pdfium passes over one without width,
// pdf.js over such characters, and the structure knows nothing of it.
func (s *presses) mark(st *stretch, row int) run {
	item := *st.item
	item.Slot, item.Artifact = 0, page.LayoutArtifact
	code := s.list[st.press].Resize(press.Code{Rune: rightToLeftMark}, 0)
	return run{item: &item, left: st.left, press: st.press, codes: []uint16{code.Number()}, order: item.Order, row: row}
}
