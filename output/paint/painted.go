package paint

import (
	"time"

	"warraq/fonts/press"
	"warraq/output/page"
)

// Painted is a document as fpdf wrote it, with what sealing needs to know of
// it: fpdf itself keeps no structure.
type Painted struct {
	// PDF has its pages' streams uncompressed: sealing compresses once.
	PDF []byte
	// Marks holds, for each page, its marked-content sequences: the index is the
	// MCID.
	Marks [][]Mark
	// Fonts are the press fonts, in the order in which they were begun.
	Fonts []Font
	// Date is what fpdf wrote as creation and modification date: the
	// document's, or a fixed one where it has none.
	Date time.Time
}

// A Mark is one marked-content sequence.
type Mark struct {
	Slot  page.Ref
	Order int
}

// A Font is a press font that the pages use, and is not yet in the file: fpdf
// would take it apart and subset it anew.
type Font struct {
	// Resource is the name by which the pages call it.
	Resource string
	// PostScript is the name of the face, to be embedded under with a subset
	// tag (ISO 32000-1 §9.6.4).
	PostScript string
	press.Font
	// Unicode gives for each code, from 1, the one character it stands for, and
	// Widths its width in 1/1000 em. Code n is glyph n.
	Unicode []rune
	Widths  []int
}
