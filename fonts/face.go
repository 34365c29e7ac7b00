// Package fonts finds faces, and turns text into shaped clusters of glyphs.
//
// Lengths are font units of the face unless a comment says em or points.
package fonts

import (
	"sync/atomic"

	"github.com/go-text/typesetting/font"
)

// A Face is one font, ready to shape and to print.
type Face struct {
	// Family, Bold and Italic select the face; Name is its PostScript name, unique
	// in a library.
	Family       string
	Bold, Italic bool
	Name         string
	// Data is the font file.
	Data []byte
	// UnitsPerEm, and the face's own metrics in em: Descent is positive below
	// the baseline.
	UnitsPerEm               int
	Ascent, Descent, LineGap float64
	XHeight, CapHeight       float64
	// DrawnX is how high the letter x is drawn, which is not what every face says
	// its XHeight is.
	DrawnX float64
	// Space and Tatweel are the advances of U+0020 and U+0640 in em; a face
	// whose Tatweel is 0 or blank can draw no kashida.
	Space, Tatweel float64
	// Wider are the features (OpenType 1.9, registered features) by which the face
	// offers wider forms of its Arabic letters, the one to be tried first before the
	// others; none in most faces.
	Wider []uint32
	// Fixed reports that its letters are all as wide as its space, as in type for
	// code.
	Fixed bool
	// PrintOnly reports that its licence lets a file with the face be read and
	// printed, but not edited (OS/2 fsType, preview and print).
	PrintOnly bool

	font *font.Font
	// codes is set of the face that draws the codes of characters.
	codes bool
	// arabic tells which characters from U+0600 to U+06FF have a glyph: it is asked
	// of each letter of the text.
	arabic [0x100]bool
	// outlines reads glyphs; its methods in use change nothing in it, so that
	// it serves any number of goroutines.
	outlines *font.Face
	// coordinates select the instance of a variable font; nil is its default.
	coordinates []font.VarCoord
}

// A Glyph is one glyph of a cluster: its origin stands X, Y from the cluster's
// left end on the baseline, Y up.
type Glyph struct {
	ID   uint32
	X, Y int32
}

// A Cluster is the smallest stretch of text whose ink cannot be told apart: one
// or more characters drawn by any number of glyphs.
type Cluster struct {
	// Text is the cluster's characters in logical order; inserted tatweels are
	// not in it.
	Text string
	// Start is the index of the first character, in runes: of the word, or of the
	// text where that was shaped as a whole.
	Start  int
	Glyphs []Glyph
	// Advance is the width of the cluster.
	Advance int32
	// Tatweel reports that a tatweel may be inserted before this cluster, in
	// logical order, without changing the shapes around it.
	Tatweel bool
}

// A Word is a shaped word, or a space, to be shared by all texts it stands in.
type Word struct {
	// Clusters stand in visual order, left to right.
	Clusters []Cluster
	// Advance is the sum of theirs.
	Advance int32
	// RTL reports that it was shaped to run right to left.
	RTL bool
	// ink is measured when it is asked for.
	ink atomic.Pointer[Ink]
}

func newWord(clusters []Cluster, rtl bool) *Word {
	w := &Word{Clusters: clusters, RTL: rtl}
	for i := range clusters {
		w.Advance += clusters[i].Advance
	}
	return w
}

// Part returns the clusters of a word from one up to, not with, another.
func (w *Word) Part(from, to int) *Word {
	if from == 0 && to == len(w.Clusters) {
		return w
	}
	return newWord(w.Clusters[from:to:to], w.RTL)
}

// An Item is a stretch of text of one face, one script and one bidi level.
// Start and End are indexes of runes.
type Item struct {
	Start, End int
	Face       *Face
	Level      uint8
	Script     uint32
	Language   string
	// Feature is the tag of one that is applied to all of the text besides those that
	// its script asks for, as [Face.Wider] lists them; 0 is none.
	Feature uint32
}

// RTL reports whether the item runs right to left.
func (i Item) RTL() bool { return i.Level%2 == 1 }
