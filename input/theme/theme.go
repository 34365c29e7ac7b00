// Package theme says how a document looks: faces, sizes, colours, page. A theme
// is one YAML file; three are bundled, and any may extend another.
//
// Lengths are points.
package theme

import (
	"image/color"
	"slices"

	"warraq/input/source"
)

// A Theme is one look, as plain data; typesetting only reads it.
type Theme struct {
	Name  string
	Page  Page
	Faces Faces
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
	Palette []color.NRGBA
	// Kashida is the set of places where justified Arabic may be stretched after
	// its word spaces.
	Kashida Kashida
	// Loosest is the widest space of a justified line, over the face's own, that passes
	// without a warning.
	Loosest float64
	// Chapters says where sections of the first level begin.
	Chapters Chapters
	// Captions says where the captions of figures stand.
	Captions Captions
	Cover    Cover
	// callouts has what the file says of kinds of callout.
	callouts map[string]Callout
	// Families has the place of each family that the file itself names.
	Families map[string]source.Span
}

// Faces are the families that texts call by name: the text face, the modern one
// of headings and figures, and the monospaced one of code.
type Faces struct{ Text, Modern, Mono string }

// Kashida names a set of places for kashidas.
type Kashida string

// The sets: by the matrix of the naskh hand, by the order of word processors,
// and none.
const (
	NaskhKashida  Kashida = "naskh"
	SimpleKashida Kashida = "simple"
	NoKashida     Kashida = "none"
)

// Chapters says where sections of the first level begin.
type Chapters string

// They begin below the text before them, on a new page, or on a new recto, where need be
// with a blank page before it.
const (
	ContinuedChapters Chapters = "continue"
	PageChapters      Chapters = "page"
	RectoChapters     Chapters = "recto"
)

// Captions names where the captions of figures stand. Those of tables stand above.
type Captions string

// Below a figure in the middle, or above it at the side where lines begin.
const (
	CaptionsBelow Captions = "below"
	CaptionsAbove Captions = "above"
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
	Color         color.NRGBA
	// face and color are the names it calls them by, if it does: a theme that
	// extends this one changes them with the faces and colours of those names.
	face, color string
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
	Ink, Accent, Muted, Rule, Tint color.NRGBA
}

// Cover is the page of the title, where a brief asks for one.
type Cover struct {
	Style CoverStyle
	// Color fills the page and Ink is that of the text on it; Mark is that of the
	// rules between texts and of what stands out in a pattern. Those that are left out
	// are the accent, white, and the second colour of charts.
	Color, Ink, Mark color.NRGBA
	// Band is the width of a band of the accent along the binding of a plain cover, 0
	// for none; Ground fills all of it with the tint.
	Band   float64
	Ground bool
}

// CoverStyle is what stands behind the title where a brief does not say.
type CoverStyle string

// The styles: a colour to the edges of the page, one with a geometric pattern, and
// paper.
const (
	FieldCover   CoverStyle = "field"
	PatternCover CoverStyle = "pattern"
	PlainCover   CoverStyle = "plain"
)

// CoverColors are the colours of the cover, where it is not plain.
func (t *Theme) CoverColors() (ground, ink, mark color.NRGBA) {
	none := color.NRGBA{}
	ground, ink, mark = t.Cover.Color, t.Cover.Ink, t.Cover.Mark
	if ground == none {
		ground = t.Colors.Accent
	}
	if ink == none {
		ink = paper()
	}
	if mark == none {
		mark = ink
		if len(t.Palette) > 1 {
			mark = t.Palette[1]
		}
	}
	return ground, ink, mark
}

// A Callout is how a kind of callout looks: the colour of its bar and title, and
// its ground.
type Callout struct{ Color, Ground color.NRGBA }

// Callout returns the look of a kind of callout: what the theme says of it, else
// the accent on the tint.
func (t *Theme) Callout(kind string) Callout {
	c := t.callouts[kind]
	if c.Color == (color.NRGBA{}) {
		c.Color = t.Colors.Accent
	}
	if c.Ground == (color.NRGBA{}) {
		c.Ground = t.Colors.Tint
	}
	return c
}

// named are the texts of a theme by their keys.
func (t *Theme) named() map[string]*Text {
	return map[string]*Text{
		"body": &t.Body, "emphasis": &t.Emphasis, "code": &t.Code, "kind": &t.Kind, "title": &t.Title,
		"subtitle": &t.Subtitle, "byline": &t.Byline, "summary": &t.Summary, "contents-heading": &t.ContentsHeading,
		"contents": &t.Contents, "note": &t.Note, "caption": &t.Caption, "table": &t.Table, "chart": &t.Chart,
		"running-head": &t.RunningHead, "folio": &t.Folio, "bibliography": &t.BibliographyEntry,
	}
}

// textNames are the keys of texts, in the order of the alphabet.
func textNames() []string {
	var t Theme
	var names []string
	for name := range t.named() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Texts are all texts of a theme, those of headings last.
func (t *Theme) Texts() []*Text {
	named := t.named()
	texts := make([]*Text, 0, len(named)+len(t.Headings))
	for _, name := range textNames() {
		texts = append(texts, named[name])
	}
	for i := range t.Headings {
		texts = append(texts, &t.Headings[i].Text)
	}
	return texts
}
