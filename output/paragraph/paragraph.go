package paragraph

import (
	"image/color"

	"warraq/fonts"
	"warraq/fonts/numeral"
	"warraq/input/problem"
	"warraq/output/page"
)

// A Style is how a span looks.
type Style struct {
	Family string
	Bold   bool
	// Italic takes the italic of the family's Latin letters, where there is one.
	Italic bool
	Size   float64
	Color  color.NRGBA
	// Rise shifts the baseline up, as for raised marks.
	Rise float64
	// LTR makes the span an isolated left-to-right unit: code, a URL, a Latin
	// reference. Its digits and spaces stay as they are written.
	LTR bool
	// Language is set where it differs from the paragraph's (BCP 47).
	Language string
	// Decoration is what is drawn at the text.
	Decoration Decoration
	// Vowelled is text whose marks are part of it, as in the Qur'an: its words are never
	// stretched, and the ink of its lines is measured.
	Vowelled bool
}

// A Decoration is a set of things drawn at a text.
type Decoration uint8

// The decorations, of which a text may have several.
const (
	Underline Decoration = 1 << iota
	Strikethrough
	Highlight
)

// A Box is room in a line for what is no text, from a height above the baseline to a
// depth below it.
type Box struct{ Width, Height, Depth float64 }

// ObjectReplacement is the text of a span that is a box (U+FFFC).
const ObjectReplacement = "\uFFFC"

// A Span is a stretch of text in one style.
type Span struct {
	Text  string
	Style Style
	// Slot, Link and Note number what the span is part of, whatever these are to
	// who asks: text of two slots is not painted as one, what is one link is one
	// unit, and so is the mark of a note, which stays with the word before it. A
	// Link or Note of 0 is none.
	Slot, Link, Note int
	// Keep allows no line break inside the span.
	Keep bool
	// Printed keeps the digits, and the signs between them, as they are written.
	Printed bool
	// Break is a forced line break; Text is empty.
	Break bool
	// Box, where it has a width, is what stands in the line: Text is
	// [ObjectReplacement].
	Box Box
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
	// Digits is the system the digits outside left-to-right spans and Latin
	// fragments are printed in; empty leaves them as written.
	Digits numeral.System
	// Language of the paragraph (BCP 47); empty is "ar".
	Language string
	// Kashida says where the words of a justified paragraph may be stretched. Where
	// they may, the wider forms of their face come first.
	Kashida Kashida
	// Fill lets the last line of a justified paragraph fill the measure as well, however
	// wide its spaces become, as in a hemistich.
	Fill bool
	// Loosest is the widest space of a justified line, as a part of the face's own, that
	// passes without a warning; 0 is [LooseLimit].
	Loosest float64
	// Looseness asks for so many lines more (or fewer) than the best, where that
	// can be set well.
	Looseness int
}

// A Paragraph is a text set in lines. It may be kept, and stand in many documents:
// nothing of it may be changed.
type Paragraph struct {
	Lines    []Line
	Problems []Problem
}

// A Place is the bytes From to To of the text of a span.
type Place struct{ Span, From, To int }

// An Item is a stretch of one line, as in [page.Item].
type Item struct {
	// Span is the first that it shows, and Order sorts the items of a paragraph in
	// reading order: it counts up from 0.
	Span, Order int
	X, Y        float64
	// Text is nil where the span is a box.
	Text *page.Text
}

// A Mark is the part of decorated text on one line: from X on, at the size and in the
// colour of its text.
type Mark struct {
	Decoration Decoration
	X, Width   float64
	Size, Rise float64
	Color      color.NRGBA
}

// A Link is the part of a link on one line: a rectangle as in [page.Link].
type Link struct {
	Link                int
	X, Y, Width, Height float64
}

// A Line is one line of a paragraph.
type Line struct {
	// Items stand in visual order on a baseline at y = 0, x from the left end of
	// the measure (0 to Width).
	Items []Item
	// Links has one entry for each link on the line, y relative to the baseline
	// and negative above it.
	Links []Link
	// Marks are what is drawn at the text, from left to right.
	Marks []Mark
	// Width is the painted width.
	Width float64
	// Ascent and Descent are the largest of the faces on the line, both positive.
	Ascent, Descent float64
	// Marked reports that letters of the line carry marks, which may reach the lines
	// beside it.
	Marked bool
	// Notes are those whose marks stand on this line.
	Notes []int
	// Ratio is the space between words over the faces' own space: 1 on a line
	// that is not justified.
	Ratio float64
	// Unstretched is what that would be without kashidas and wider forms.
	Unstretched float64
	// Justified reports that the line fills the measure by its spaces.
	Justified bool
	// Words counts the words of the line, and Kashidas those that are stretched, also
	// by the wider forms of their face.
	Words, Kashidas int
	// Place of the line's first word.
	Place Place
	// Start and End are runes of the paragraph's text, which is that of its spans
	// with runs of white space as one space.
	Start, End int
}

// A Problem is what could not be set well, at one or several places.
type Problem struct {
	Kind   problem.Kind
	Places []Place
	// Words are what the kind's message is completed with.
	Words []any
}

// An Environment is what setting needs besides the text. It serves one goroutine.
type Environment struct {
	Library *fonts.Library
	Shaper  *fonts.Shaper
	// Memo keeps what was set; nil keeps nothing.
	Memo *Memo

	buffer []byte  // of the last key
	spare  *setter // whose room the next paragraph takes
}

// LooseLimit is the widest space, as a part of the face's own, that passes
// without a warning where a text names none.
const LooseLimit = 1.6
