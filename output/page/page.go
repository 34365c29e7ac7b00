package page

import (
	"image/color"
	"iter"
	"slices"
	"strings"
	"time"

	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/source"
)

// A Document is all that a PDF is made from.
type Document struct {
	Pages       []Page
	Tree        Tree
	Outline     []OutlineItem
	Anchors     []Anchor
	Attachments []Attachment
	Info        Info
	// Duplex is set where the pages are made for both sides of a sheet that is
	// turned over its long edge.
	Duplex bool
	// Justified are the justified lines of running text, in reading order.
	Justified []JustifiedLine
}

// A JustifiedLine says how evenly a line that fills its measure was set.
type JustifiedLine struct {
	// Ratio is the space between words over the faces' own.
	Ratio float64
	// Unstretched is what that would be without kashidas and wider forms.
	Unstretched float64
	// Words on the line, and how many of them were stretched, by a kashida or by wider
	// forms of their face.
	Words, Kashidas int
	// Follows says that it stands right below another of its paragraph.
	Follows bool
	// Source of the line's first word.
	Source source.Span
}

// Info is the document's description.
type Info struct {
	Title, Subject string
	Authors        []string
	Keywords       []string
	Language       string // BCP 47
	// Date stands for creation and modification; it comes from the brief, never
	// from the clock. Zero means that the brief has none.
	Date time.Time
}

// A Page of the document.
type Page struct {
	Width, Height float64
	// Slug is from each edge of the sheet to the trimmed page, and Bleed how far
	// the page is painted beyond its trim; both 0 where the sheet is the page.
	Slug, Bleed float64
	// Turn is how what stands on the sheet is turned: the places of items, links,
	// anchors and figures are those before, on a sheet as wide as this one is high.
	Turn Turn
	// Label is the folio as printed, or empty.
	Label string
	Items []Item
	Links []Link
}

// A Turn is by a quarter, or none.
type Turn int

// The turns.
const (
	Upright Turn = iota
	Clockwise
	Counterclockwise
)

// Upright is where a rectangle of what stands on the page lies on its sheet, from the
// upper left corner.
func (p *Page) Upright(x, y, width, height float64) (left, top, across, down float64) {
	switch p.Turn {
	case Clockwise:
		return p.Width - y - height, x, height, width
	case Counterclockwise:
		return y, p.Height - x - width, height, width
	}
	return x, y, width, height
}

// An Item is one painted thing: exactly one of its pointers is set. What that
// points at may stand in several places and documents, and is never changed. Items
// of one line stand in visual order, left to right.
type Item struct {
	// X, Y is where it stands: the left end of a text's baseline, the upper left
	// corner of an image, the origin of a path's points.
	X, Y  float64
	Text  *Text
	Path  *scene.Path
	Image *Image
	// Slot is the content slot of the structure tree that the item belongs to; 0
	// makes it an artifact.
	Slot Ref
	// Order sorts the items of one slot in reading order.
	Order int
	// Artifact says what an item without slot is.
	Artifact Artifact
}

// Artifact is the kind of an item that is not content (ISO 32000-1 §14.8.2.2).
type Artifact int

// The kinds of artifact.
const (
	LayoutArtifact Artifact = iota
	PaginationArtifact
	BackgroundArtifact
)

// Text is a stretch of one line in one face, size and colour.
type Text struct {
	Face  *fonts.Face
	Size  float64
	Color color.NRGBA
	// RTL reports that every cluster runs right to left.
	RTL bool
	// Words stand in visual order, left to right.
	Words []Word
	// Rotation is degrees clockwise about the left end of the baseline.
	Rotation float64
	// Invisible text leaves no ink (ISO 32000-1 §9.3.6, mode 3).
	Invisible bool
	// Language is set where it differs from the document's.
	Language string
}

// A Word is a word of a text or a part of one, or a space between two.
type Word struct {
	*fonts.Word
	// Added is what justification adds to the advance of a space, in points.
	Added float64
}

// Clusters goes through the clusters of a text in visual order, left to right.
func (t *Text) Clusters() iter.Seq[*fonts.Cluster] {
	return func(yield func(*fonts.Cluster) bool) {
		for _, w := range t.Words {
			for i := range w.Clusters {
				if !yield(&w.Clusters[i]) {
					return
				}
			}
		}
	}
}

// String returns the characters of a text in the order they are read.
func (t *Text) String() string {
	clusters := slices.Collect(t.Clusters())
	if t.RTL {
		slices.Reverse(clusters)
	}
	var b strings.Builder
	for _, c := range clusters {
		b.WriteString(c.Text)
	}
	return b.String()
}

// Width returns the width of the stretch in points.
func (t *Text) Width() float64 {
	var units int32
	added := 0.0
	for _, w := range t.Words {
		units += w.Advance
		added += w.Added
	}
	return float64(units)*t.Size/float64(t.Face.UnitsPerEm) + added
}

// Image is a picture in a rectangle: what its crop leaves of it.
type Image struct {
	Width, Height float64
	Picture       *brief.Picture
	Crop          brief.Crop
	Shade         Shade
}

// A Shade is a colour over a picture, so that text can be read on it: how far it covers
// that, from 0 to 1, above a height and below another. Between the two it changes slowly,
// faster, and slowly again. Heights are parts of the picture's, from the top. The zero
// value covers nothing.
type Shade struct {
	Color        color.NRGBA
	Above, Below float64
	From, To     float64
}

// Part is how far the picture is covered at a height.
func (s *Shade) Part(at float64) float64 {
	switch {
	case at <= s.From:
		return s.Above
	case at >= s.To:
		return s.Below
	}
	t := (at - s.From) / (s.To - s.From)
	return s.Above + (s.Below-s.Above)*t*t*(3-2*t)
}

// Rasters are the pictures of a document made ready to print, each by the image
// that shows it at its size; without one an image cannot be painted.
type Rasters map[*Image]*Raster

// A Raster is a picture as a PDF holds it.
type Raster struct {
	// JPEG tells it from a PNG.
	JPEG bool
	Data []byte
	// Orientation is how the pixels are to be turned, as in Exif; 0 and 1 are
	// upright.
	Orientation int
}

// A Link is an active rectangle. Exactly one of URL and Anchor is set.
type Link struct {
	X, Y, Width, Height float64
	URL, Anchor         string
	// Element is the Link, Reference or Note element the annotation belongs to.
	Element Ref
	// Description is what a screen reader says of the link.
	Description string
}

// An Anchor is a place that links and the outline point at.
type Anchor struct {
	Name string
	Page int // from 0
	X, Y float64
	// Element is what stands there, where it is known: a reader by ear goes on
	// from it. Where it is 0, it is the one with that ID, or the first one at
	// or below Y.
	Element Ref
}

// An OutlineItem is one entry of the outline. Level counts from 1.
type OutlineItem struct {
	Level  int
	Title  string
	Anchor string
}

// Role is a standard structure type (ISO 32000-1 §14.8.4). The empty role is a
// content slot: a leaf that items point at, which keeps text and elements of
// one parent in reading order.
type Role string

// The roles in use.
const (
	Slot         Role = ""
	RoleDocument Role = "Document"
	Part         Role = "Part"
	Section      Role = "Sect"
	BlockQuote   Role = "BlockQuote"
	Div          Role = "Div"
	Caption      Role = "Caption"
	TOC          Role = "TOC"
	TOCItem      Role = "TOCI"
	Title        Role = "Title" // of the document; PDF 1.7 has none
	Paragraph    Role = "P"
	Heading1     Role = "H1"
	Heading2     Role = "H2"
	Heading3     Role = "H3"
	Heading4     Role = "H4"
	Heading5     Role = "H5"
	Heading6     Role = "H6"
	List         Role = "L"
	ListItem     Role = "LI"
	Label        Role = "Lbl"
	ListBody     Role = "LBody"
	Table        Role = "Table"
	TableRow     Role = "TR"
	TableHead    Role = "TH"
	TableData    Role = "TD"
	TableHeader  Role = "THead"
	TableBody    Role = "TBody"
	Span         Role = "Span"
	Reference    Role = "Reference"
	BibEntry     Role = "BibEntry"
	LinkRole     Role = "Link"
	Note         Role = "Note"
	Figure       Role = "Figure"
	Code         Role = "Code"
)

// HeadingRole is the role of a heading of a level from 1 to 6.
func HeadingRole(level int) Role {
	return [...]Role{Heading1, Heading2, Heading3, Heading4, Heading5, Heading6}[level-1]
}

// A Box is a rectangle on a page.
type Box struct {
	Page                int
	X, Y, Width, Height float64
}

// An Attachment is a file inside the document (ISO 19005-3 §6.8).
type Attachment struct {
	Name        string
	MIME        string
	Data        []byte
	Description string
	// Relationship is the /AFRelationship: "Data", "Source" or "Supplement".
	Relationship string
	// Element is the element the file belongs to, or 0 for the document.
	Element Ref
}

// Tones are the colours of the parts of a picture, as it is seen upright: rows from the
// top, each from the left.
type Tones struct {
	Columns, Rows int
	Colors        []color.NRGBA
}

// Within goes through the colours that a rectangle of the picture touches, its sides as
// parts of the whole.
func (t *Tones) Within(left, top, right, bottom float64) iter.Seq[color.NRGBA] {
	return func(yield func(color.NRGBA) bool) {
		first := func(v float64, n int) int { return min(max(int(v*float64(n)), 0), n-1) }
		for y := first(top, t.Rows); y <= first(bottom, t.Rows); y++ {
			for x := first(left, t.Columns); x <= first(right, t.Columns); x++ {
				if !yield(t.Colors[y*t.Columns+x]) {
					return
				}
			}
		}
	}
}
