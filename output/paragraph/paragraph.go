package paragraph

import (
	"image/color"

	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/output/page"
)

// A Style is how a span looks.
type Style struct {
	Family string
	Bold   bool
	Size   float64
	Color  color.NRGBA
	// Rise shifts the baseline up, as for raised marks.
	Rise float64
	// LTR makes the span an isolated left-to-right unit: code, a URL, a Latin
	// reference. Its digits and spaces stay as they are written.
	LTR bool
	// Language is set where it differs from the paragraph's (BCP 47).
	Language string
}

// A Target is where a link leads. Spans of one link share one Target.
type Target struct {
	URL, Anchor, Description string
	Element                  *page.Element
}

// A Span is a stretch of text in one style.
type Span struct {
	Text  string
	Style Style
	// Slot is the content slot of the structure tree.
	Slot *page.Element
	// Source is where the text comes from: exact to the byte where it is as long
	// as Text.
	Source source.Span
	Link   *Target
	// Note makes the span the mark of a note: it stays with the word before it
	// and is isolated from what surrounds it.
	Note *brief.Note
	// Keep allows no line break inside the span.
	Keep bool
	// Break is a forced line break; Text is empty.
	Break bool
}

// Direction is the base direction of a paragraph (UAX #9 HL1).
type Direction int

// The directions. Auto takes that of most of the letters, and right to left
// where there are none.
const (
	Auto Direction = iota
	RTL
	LTR
)

// Align is where the lines of a paragraph stand. Start is the right in a
// right-to-left paragraph.
type Align int

// The alignments. The last line of a justified paragraph stands at the start.
const (
	Justify Align = iota
	Start
	End
	Center
)

// Kashida is the set of places where a line may be stretched by kashidas.
type Kashida int

// The sets of places: none, the matrix of the naskh hand, and the simple order
// of word processors.
const (
	NoKashida Kashida = iota
	NaskhKashida
	SimpleKashida
)

// Text is one paragraph.
type Text struct {
	Spans     []Span
	Direction Direction
	Align     Align
	// Even makes lines that are not justified of like length, as in headings; else
	// they are as full as they can be.
	Even bool
	// Width is the measure.
	Width float64
	// Indent of the first line, from the start side.
	Indent float64
	// Order is the first value of page.Item.Order; later items count up in
	// logical order.
	Order int
	// Digits is the family the digits outside left-to-right spans and Latin
	// fragments are printed in; empty leaves them as written.
	Digits brief.Digits
	// Language of the paragraph (BCP 47); empty is "ar".
	Language string
	// Kashida turns stretching on for a justified paragraph, and Places says
	// where; where Places is not set it is the naskh set.
	Kashida bool
	Places  Kashida
	// Looseness asks for so many lines more (or fewer) than the best, where that
	// can be set well.
	Looseness int
}

// Environment is what setting needs besides the text. It serves one goroutine.
type Environment struct {
	Library *fonts.Library
	Shaper  *fonts.Shaper
}

// A Line is one line of a paragraph.
type Line struct {
	// Items stand in visual order on a baseline at y = 0, x from the left end of
	// the measure (0 to Width), slots and orders set.
	Items []page.Item
	// Links has one entry for each link on the line, y relative to the baseline
	// and negative above it.
	Links []page.Link
	// Width is the painted width.
	Width float64
	// Ascent and Descent are the largest of the faces on the line, both positive.
	Ascent, Descent float64
	// Notes are those whose marks stand on this line.
	Notes []*brief.Note
	// Ratio is the space between words over the faces' own space: 1 on a line
	// that is not justified.
	Ratio float64
	// Justified reports that the line fills the measure by its spaces.
	Justified bool
	// Words counts the words of the line, and Kashidas those that are stretched.
	Words, Kashidas int
	// Source of the line's first word.
	Source source.Span
	// Start and End are runes of the paragraph's text, which is that of its spans
	// with runs of white space as one space.
	Start, End int
}
