// Package theme says how a document looks: faces, sizes, colours, page.
//
// Lengths are points. A theme is plain data; typesetting only reads it.
package theme

import "warraq/charts/scene"

// A Theme is one look.
type Theme struct {
	Name string
	Page Page
	// Body is running text; Lead is the paragraph that opens a report.
	Body Text
	// Emphasis takes the place of italics, which Arabic does not have: a second
	// face (alreq, "emphasis").
	Emphasis Text
	Code     Text
	Headings [6]Heading
	// Kind, Title, Subtitle and Byline make up the title block.
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
	// Kashida lets justified Arabic draw on kashida after its word spaces.
	Kashida bool
}

// Page is the sheet and its margins. Inner is the binding side, on the right
// of a recto page in a right-to-left book.
type Page struct {
	Width, Height             float64
	Top, Bottom, Inner, Outer float64
	// Mirrored swaps Inner and Outer on every second page.
	Mirrored bool
	// Head is from the top of the text to the baseline of the running head;
	// Foot from its bottom to the baseline of the folio.
	Head, Foot float64
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
}

// Space holds the distances between things.
type Space struct {
	Paragraph   float64 // between paragraphs
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

// Bundled returns the theme of that name.
func Bundled(name string) (*Theme, bool) {
	if name == "" || name == "think-tank" {
		return thinkTank(), true
	}
	return nil, false
}

// Names lists the bundled themes.
func Names() []string { return []string{"think-tank"} }
