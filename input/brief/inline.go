package brief

import "warraq/input/source"

// An Inline is a node inside a line of text.
type Inline interface {
	Place() source.Span
	inline()
}

// Text is characters as the author means them. Where Value equals the span's
// bytes, an offset in one is an offset in the other.
type Text struct {
	Value string
	Span  source.Span
}

// Emphasis is light emphasis; Arabic has no slant, so it is set by colour or a
// second face (alreq).
type Emphasis struct {
	Content []Inline
	Span    source.Span
}

// Strong is heavy emphasis, set by weight.
type Strong struct {
	Content []Inline
	Span    source.Span
}

// Code is literal text, left to right.
type Code struct {
	Value string
	// Math says that it is a formula in TeX.
	Math bool
	Span source.Span
}

// Link to a URL, or inside the document where URL begins with "#".
type Link struct {
	URL     string
	Content []Inline
	Span    source.Span
}

// Marked is text with attributes: [text]{#id .class}.
type Marked struct {
	Content []Inline
	// Language is a BCP 47 tag, or empty where the text is in that around it.
	Language string
	// Term is what the text enters into the index, or empty.
	Term string
	// LTR sets the text from left to right, whatever its letters.
	LTR  bool
	Tone Tone
	Attributes
	Span source.Span
}

// Tone is how strongly a text is coloured.
type Tone int

// The tones: that of the text around, a quieter one, and the accent's.
const (
	Regular Tone = iota
	Muted
	Accent
)

// Raised and Lowered are superscript and subscript text.
type Raised struct {
	Content []Inline
	Span    source.Span
}

// Lowered is subscript text.
type Lowered struct {
	Content []Inline
	Span    source.Span
}

// Decorated is text with a line under it or through it, or on a ground of its
// own.
type Decorated struct {
	Decoration Decoration
	Content    []Inline
	Span       source.Span
}

// Decoration is what is drawn at a text.
type Decoration int

// The decorations.
const (
	Underline Decoration = iota
	Strikethrough
	Highlight
)

// Image is a picture in a line, set at the height of the line. Picture is nil
// until it is read, and where it cannot be.
type Image struct {
	Picture *Picture
	Alt     string
	// Width is empty where the height of the line decides it.
	Width      Measure
	Decorative bool
	Span       source.Span
}

// NoteMark is the mark of a footnote. Label is what the author calls it.
type NoteMark struct {
	Label string
	Note  *Note
	Span  source.Span
}

// Note is a footnote. Number counts marks in the order of the text, or within
// its table where InTable is set: it stands under the table, with a letter.
type Note struct {
	Label   string
	Number  int
	InTable bool
	Blocks  []Block
	Span    source.Span
}

// Citation points at references: [@key, p. 3; @other], or @key in the run of a
// sentence, where InText is set.
type Citation struct {
	Items  []CitationItem
	InText bool
	// Written is the citation as it is written, for a document without references.
	Written []Inline
	Span    source.Span
}

// CitationItem is one key of a citation.
type CitationItem struct {
	Key       string
	Reference *Reference
	Prefix    string
	Locator   string
	// YearOnly leaves the author out, whom the sentence names: [-@key].
	YearOnly bool
	Span     source.Span
}

// CrossReference points at a section, figure or table by its id: @fig:funding.
// Target is a *Heading, *Figure or *TableBlock.
type CrossReference struct {
	ID     string
	Target Block
	Span   source.Span
}

// LineBreak is a forced break.
type LineBreak struct{ Span source.Span }

func (n *Text) Place() source.Span           { return n.Span }
func (n *Emphasis) Place() source.Span       { return n.Span }
func (n *Strong) Place() source.Span         { return n.Span }
func (n *Code) Place() source.Span           { return n.Span }
func (n *Link) Place() source.Span           { return n.Span }
func (n *Marked) Place() source.Span         { return n.Span }
func (n *Raised) Place() source.Span         { return n.Span }
func (n *Lowered) Place() source.Span        { return n.Span }
func (n *Decorated) Place() source.Span      { return n.Span }
func (n *Image) Place() source.Span          { return n.Span }
func (n *NoteMark) Place() source.Span       { return n.Span }
func (n *Citation) Place() source.Span       { return n.Span }
func (n *CrossReference) Place() source.Span { return n.Span }
func (n *LineBreak) Place() source.Span      { return n.Span }

func (*Text) inline()           {}
func (*Emphasis) inline()       {}
func (*Strong) inline()         {}
func (*Code) inline()           {}
func (*Link) inline()           {}
func (*Marked) inline()         {}
func (*Raised) inline()         {}
func (*Lowered) inline()        {}
func (*Decorated) inline()      {}
func (*Image) inline()          {}
func (*NoteMark) inline()       {}
func (*Citation) inline()       {}
func (*CrossReference) inline() {}
func (*LineBreak) inline()      {}
