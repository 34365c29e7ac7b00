package brief

import "warraq/input/source"

// A Cover is the page of the title. What its author leaves open is the theme's.
type Cover struct {
	Style CoverStyle
	// Picture fills the page, with what its file leaves and the page does not hold cut
	// off evenly; nil where there is none.
	Picture *FrontPicture
	// Overlay is how far a colour of the theme covers the picture, from 0 to 1, where
	// the author asks for it; Asked has its place.
	Overlay float64
	Asked   source.Span
	// Credit says who made the picture.
	Credit Field
	Span   source.Span
}

// CoverStyle is what stands behind the title.
type CoverStyle string

// The styles. The empty one is left to the theme, or a picture where one is named.
const (
	PictureCover CoverStyle = "picture"
	FieldCover   CoverStyle = "field"
	PatternCover CoverStyle = "pattern"
	PlainCover   CoverStyle = "plain"
)

// A FrontPicture is a picture that the front matter names.
type FrontPicture struct {
	Path Field
	// Picture is nil where the file cannot be read.
	Picture *Picture
	Alt     string
	// Decorative is a picture that says nothing to those who cannot see it.
	Decorative bool
	Crop       Crop
	Span       source.Span
}

// A Partner is an institution that publishes the report together with its own. Logo is
// nil where the partner is printed by its name alone.
type Partner struct {
	Name Field
	Logo *FrontPicture
	Span source.Span
}

// About is the page about the institution.
type About struct {
	Blocks                             []Block
	Address, Telephone, Email, Website Field
	Span                               source.Span
}

// Texts are the texts of the front matter that stand by themselves: the imprint, the
// biographies and the text about the institution, in the order they are printed in.
func (m *Meta) Texts() [][]Block {
	texts := [][]Block{m.Imprint}
	for i := range m.Authors {
		texts = append(texts, m.Authors[i].Bio)
	}
	if m.About != nil {
		texts = append(texts, m.About.Blocks)
	}
	return texts
}

// EachText changes each of the texts of the front matter to what a function returns.
func (m *Meta) EachText(change func([]Block) []Block) {
	m.Imprint = change(m.Imprint)
	for i := range m.Authors {
		m.Authors[i].Bio = change(m.Authors[i].Bio)
	}
	if m.About != nil {
		m.About.Blocks = change(m.About.Blocks)
	}
}

// FrontPictures are the pictures that the front matter names with what is said of them.
func (m *Meta) FrontPictures() []*FrontPicture {
	var all []*FrontPicture
	add := func(p *FrontPicture) {
		if p != nil {
			all = append(all, p)
		}
	}
	if m.Cover != nil {
		add(m.Cover.Picture)
	}
	for i := range m.Partners {
		add(m.Partners[i].Logo)
	}
	for i := range m.Authors {
		add(m.Authors[i].Portrait)
	}
	return all
}
