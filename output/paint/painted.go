package paint

import (
	"time"

	"warraq/output/page"
)

// Painted is a document as fpdf wrote it, with what sealing needs to know of
// it: fpdf itself keeps no structure.
type Painted struct {
	PDF []byte
	// Marks holds, for each page, its marked-content sequences: the index is the
	// MCID.
	Marks [][]Mark
	// Fonts are the press fonts, by the PostScript name they are embedded under.
	Fonts []Font
	// Date is what fpdf wrote as creation and modification date: the
	// document's, or a fixed one where it has none.
	Date time.Time
}

// A Mark is one marked-content sequence.
type Mark struct {
	Slot  *page.Element
	Order int
}

// A Font maps the codes of an embedded press font to characters.
type Font struct {
	Name string
	// PostScript is the name of the face, to be embedded under with a subset
	// tag (ISO 32000-1 §9.6.4).
	PostScript string
	// Unicode gives for each code the one character it stands for.
	Unicode map[uint16]rune
	// Widths gives for each code its width in 1/1000 em.
	Widths map[uint16]float64
}
