// Package theme says how a document looks: faces, sizes, colours, page. A theme
// is one YAML file; three are bundled, and any may extend another.
//
// Lengths are points.
package theme

import "warraq/charts/scene"

// A Theme is one look, as plain data; typesetting only reads it.
type Theme struct {
	Name string
	Page Page
	// Body is running text.
	Body Text
	// Emphasis takes the place of italics, which Arabic does not have: a second
	// face (alreq, "emphasis").
	Emphasis Text
	Code     Text
	Headings [6]Heading
	// Kind, Title, Subtitle and Byline make up the title block and the cover.
	Kind, Title, Subtitle, Byline Text
	Summary                       Text
	ContentsHeading, Contents     Text
	Note                          Text
	Caption                       Text
	Table                         Text
	Chart                         Text
	RunningHead, Folio            Text
	BibliographyEntry             Text
	Space                         Space
	Colors                        Colors
	// Palette are the colours of a chart's series.
	Palette []scene.Color
	// Kashida is the set of places where justified Arabic may be stretched after
	// its word spaces.
	Kashida Kashida
	Cover   Cover
}

// Kashida names a set of places for kashidas.
type Kashida string

// The sets: by the matrix of the naskh hand, by the order of word processors,
// and none.
const (
	NaskhKashida  Kashida = "naskh"
	SimpleKashida Kashida = "simple"
	NoKashida     Kashida = "none"
)

// Page is the sheet and its margins. Inner is the binding side: the right of a
// recto page in a right-to-left book.
type Page struct {
	// Width and Height are the trimmed sheet's.
	Width, Height             float64
	Top, Bottom, Inner, Outer float64
	// Mirrored swaps Inner and Outer on every second page.
	Mirrored bool
	// Head is from the top of the text up to the baseline of the running head;
	// Foot from its bottom down to the baseline of the folio.
	Head, Foot float64
	// Bleed is how far grounds run over the trim; CropMarks draws marks outside
	// of it for the press.
	Bleed     float64
	CropMarks bool
}

// Measure is the width of the text.
func (p Page) Measure() float64 { return p.Width - p.Inner - p.Outer }

// Text is how a kind of text is set. Leading is from baseline to baseline.
type Text struct {
	Family        string
	Bold          bool
	Size, Leading float64
	Color         scene.Color
}

// Heading is a heading's text with the space around it.
type Heading struct {
	Text
	Before, After float64
	// Rule draws a rule of the accent under it.
	Rule bool
}

// Space holds the distances between things.
type Space struct {
	Paragraph   float64 // between paragraphs
	Indent      float64 // of a paragraph's first line
	Block       float64 // around tables, figures, quotes and boxes
	ListItem    float64
	ListIndent  float64
	QuoteIndent float64
	BoxPadding  float64
	Note        float64 // between footnotes
	NoteRule    float64 // above and below the rule over the notes
	Cell        float64 // left and right of a table cell's text
	Row         float64 // above and below it
}

// Colors of a theme. Every text colour keeps a contrast of 4.5 to 1 or more
// with the ground it stands on (WCAG 2.1, 1.4.3).
type Colors struct {
	Ink, Accent, Muted, Rule, Tint scene.Color
}

// Cover is the page of the title, where a brief asks for one.
type Cover struct {
	// Band is the width of a band of the accent along the binding, 0 for none;
	// Ground fills the whole page with the tint.
	Band   float64
	Ground bool
}
