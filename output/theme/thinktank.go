package theme

import "warraq/charts/scene"

// thinkTank is the restrained look of a policy report: a Naskh text face with
// its natural leading, headings and figures in a modern face, one dark accent.
func thinkTank() *Theme {
	const (
		text   = "Amiri"
		modern = "IBM Plex Sans Arabic"
	)
	ink := scene.Color{R: 24, G: 28, B: 33, A: 255}
	accent := scene.Color{R: 20, G: 66, B: 98, A: 255}
	muted := scene.Color{R: 84, G: 92, B: 102, A: 255}
	c := Colors{
		Ink: ink, Accent: accent, Muted: muted,
		Rule: scene.Color{R: 186, G: 195, B: 205, A: 255},
		Tint: scene.Color{R: 238, G: 243, B: 247, A: 255},
	}
	heading := func(size, leading, before, after float64, color scene.Color) Heading {
		return Heading{Text{modern, true, size, leading, color}, before, after}
	}
	return &Theme{
		Name: "think-tank",
		Page: Page{
			Width: 595.276, Height: 841.89, // A4, ISO 216
			Top: 84, Bottom: 80, Inner: 72, Outer: 72, Head: 26, Foot: 34,
		},
		Body:     Text{text, false, 13, 22, ink},
		Emphasis: Text{modern, false, 11, 22, ink},
		Code:     Text{modern, false, 10.5, 18, ink},
		Headings: [6]Heading{
			heading(16.5, 27, 22, 8, accent),
			heading(13.5, 22, 16, 5, accent),
			heading(12, 20, 12, 4, ink),
			heading(11, 19, 10, 3, ink),
			heading(11, 19, 10, 3, muted),
			heading(11, 19, 10, 3, muted),
		},
		Kind:              Text{modern, true, 11, 18, accent},
		Title:             Text{modern, true, 25, 40, accent},
		Subtitle:          Text{modern, false, 14, 24, muted},
		Byline:            Text{modern, false, 10.5, 18, ink},
		Summary:           Text{text, false, 12.5, 21, ink},
		ContentsHeading:   Text{modern, true, 13.5, 22, accent},
		Contents:          Text{modern, false, 10.5, 19, ink},
		Note:              Text{text, false, 10, 16.5, ink},
		Caption:           Text{modern, false, 9.5, 15.5, ink},
		Table:             Text{modern, false, 9.5, 15.5, ink},
		Chart:             Text{modern, false, 9, 14, ink},
		RunningHead:       Text{modern, false, 8.5, 12, muted},
		Folio:             Text{modern, false, 9.5, 14, muted},
		BibliographyEntry: Text{text, false, 11, 18, ink},
		Space: Space{
			Paragraph: 7, Block: 14, ListItem: 3, ListIndent: 20, QuoteIndent: 18,
			BoxPadding: 12, Note: 2, NoteRule: 8, Cell: 6, Row: 3.5,
		},
		Colors:  c,
		Kashida: true,
	}
}
