package press

import (
	"encoding/binary"
	"unicode"

	"warraq/fonts"
)

// maxGlyphs is how many glyphs a font has room for beside glyph 0, which is for
// what no code stands for: they are counted in 16 bits.
const maxGlyphs = 0xFFFE

// MaxWidth is the widest tile in 1/1000 em: hmtx is unsigned, but readers take
// its upper half for negative.
const MaxWidth = 16000

// A Code is one character as it is painted.
type Code struct {
	// Index counts a press's codes from 0 in the order they were allotted.
	Index int
	// Width is the tile's width in 1/1000 em; hmtx and /W agree on it.
	Width int
	// Rune is the character that the code stands for.
	Rune rune
	// Ink is the number of the drawing that the code carries, 0 for none.
	Ink int
}

// Number is what paints the code: two bytes, which are the number of its glyph
// as well (ISO 32000-1 §9.7.4.2, Identity). Later codes do not change it.
func (c Code) Number() uint16 { return uint16(c.Index + 1) }

// Mark reports that the code stands for a nonspacing mark.
func (c Code) Mark() bool { return unicode.Is(unicode.Mn, c.Rune) }

// A Press collects what one document prints in one face and makes the font that
// holds exactly that. It is for one goroutine.
type Press struct {
	face  *fonts.Face
	units int     // units per em of the press font
	scale float64 // from face units to press units

	words    map[*fonts.Word][][]Code
	clusters map[string][]Code
	key      []byte
	indexes  map[Code]int // by everything but the index itself
	codes    []Code
	inks     map[string]int
	drawings [][]fonts.Glyph // by Ink; the first is blank
	outlines map[uint32][]contour
}

// New returns an empty press for a face.
func New(f *fonts.Face) *Press {
	p := &Press{
		face:     f,
		units:    2000,
		words:    map[*fonts.Word][][]Code{},
		clusters: map[string][]Code{},
		indexes:  map[Code]int{},
		inks:     map[string]int{},
		drawings: [][]fonts.Glyph{nil},
		outlines: map[uint32][]contour{},
	}
	// /W counts whole 1/1000 em, so the font's units are a multiple of that
	// (ISO 32000-1 §9.7.4.3): then no width is rounded twice.
	if f.UnitsPerEm <= 1000 {
		p.units = 1000
	}
	p.scale = float64(p.units) / float64(f.UnitsPerEm)
	return p
}

// Full reports that there may be no room for n more codes, and for the glyphs of
// the face that they may bring, at most four each.
func (p *Press) Full(n int) bool { return len(p.codes)+len(p.outlines)+5*n > maxGlyphs }

// Word returns the codes of each cluster of a word, as Codes does. A word is known
// again by its place in memory, for as long as the press lasts.
func (p *Press) Word(w *fonts.Word) [][]Code {
	codes, ok := p.words[w]
	if !ok {
		codes = make([][]Code, len(w.Clusters))
		for i, c := range w.Clusters {
			codes[i] = p.Codes(c, w.RTL)
		}
		p.words[w] = codes
	}
	return codes
}

// Codes returns the codes that paint a cluster, from left to right, and allots
// those that are new; the caller has asked Full. Default-ignorable characters get
// no code. The result is shared: it must not be changed.
func (p *Press) Codes(c fonts.Cluster, rtl bool) []Code {
	k := p.key[:0]
	if rtl {
		k = append(k, 1)
	} else {
		k = append(k, 0)
	}
	k = binary.LittleEndian.AppendUint32(k, uint32(c.Advance))
	k = appendGlyphs(k, c.Glyphs)
	k = append(k, c.Text...)
	p.key = k
	if codes, ok := p.clusters[string(k)]; ok {
		return codes
	}
	codes := p.divide(c, rtl)
	p.clusters[string(k)] = codes
	return codes
}

func appendGlyphs(k []byte, glyphs []fonts.Glyph) []byte {
	k = append(k, byte(len(glyphs)))
	for _, g := range glyphs {
		k = binary.LittleEndian.AppendUint32(k, g.ID)
		k = binary.LittleEndian.AppendUint32(k, uint32(g.X))
		k = binary.LittleEndian.AppendUint32(k, uint32(g.Y))
	}
	return k
}

// divide makes the codes of a cluster: one for each character, whose tiles
// share the advance.
func (p *Press) divide(c fonts.Cluster, rtl bool) []Code {
	runes := make([]rune, 0, len(c.Text))
	spacing := 0
	for _, r := range c.Text {
		if r = Printed(r); r == 0 {
			continue
		}
		runes = append(runes, r)
		if !hasNoWidth(r) {
			spacing++
		}
	}
	if len(runes) == 0 {
		return nil
	}
	if rtl {
		for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
			runes[i], runes[j] = runes[j], runes[i]
		}
	}
	advance := min(p.thousandths(c.Advance), MaxWidth)
	codes := make([]Code, len(runes))
	// The carrier is the leftmost code with a tile of its own.
	n, carrier := 0, -1
	for i, r := range runes {
		codes[i].Rune = r
		if hasNoWidth(r) {
			continue
		}
		codes[i].Width = (n+1)*advance/spacing - n*advance/spacing
		n++
		if carrier < 0 {
			carrier = i
		}
	}
	if carrier < 0 {
		carrier = 0
		codes[0].Width = advance
	}
	codes[carrier].Ink = p.ink(c.Glyphs)
	for i := range codes {
		codes[i] = p.allot(codes[i])
	}
	return codes
}

// hasNoWidth reports whether a character has no tile of its own: a mark on another, a
// joiner.
func hasNoWidth(r rune) bool {
	return unicode.Is(unicode.Mn, r) || r == zeroWidthNonJoiner || r == zeroWidthJoiner
}

// thousandths returns a length of the face in 1/1000 em.
func (p *Press) thousandths(units int32) int {
	upem := p.face.UnitsPerEm
	return (int(units)*2000 + upem) / (2 * upem)
}

// The joiners have no ink, and part words or shape letters: they are copied as they are
// written.
const (
	zeroWidthNonJoiner = '\u200C'
	zeroWidthJoiner    = '\u200D'
)

// Printed returns the character that extraction should find for r: a plain
// space for every space, U+FFFD for what PDF/A forbids as text (ISO 19005-3
// §6.2.11.7), and 0 for characters without ink or meaning of their own, such as
// directional marks.
func Printed(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || unicode.Is(unicode.Zs, r):
		return ' '
	case fonts.HoldsNumber(r), r == zeroWidthNonJoiner, r == zeroWidthJoiner:
	case unicode.Is(unicode.Cf, r) || unicode.IsControl(r) || unicode.Is(unicode.Variation_Selector, r):
		return 0
	case unicode.Is(unicode.Co, r) || r == 0xFFFE || r == 0xFFFF || unicode.Is(unicode.Cs, r):
		return unicode.ReplacementChar
	}
	return r
}

// Resize returns the code that paints the same as c on a tile of another width.
func (p *Press) Resize(c Code, width int) Code {
	c.Width = max(0, min(width, MaxWidth))
	return p.allot(c)
}

// Space returns a code without ink that stands for a space.
func (p *Press) Space(width int) Code {
	return p.Resize(Code{Rune: ' '}, width)
}

// allot gives a code its index.
func (p *Press) allot(c Code) Code {
	c.Index = 0
	i, ok := p.indexes[c]
	if !ok {
		i = len(p.codes)
		p.indexes[c] = i
		c.Index = i
		p.codes = append(p.codes, c)
	}
	c.Index = i
	return c
}

// ink returns the number of a drawing.
func (p *Press) ink(glyphs []fonts.Glyph) int {
	drawn := make([]fonts.Glyph, 0, len(glyphs))
	for _, g := range glyphs {
		if len(p.outline(g.ID)) > 0 {
			drawn = append(drawn, g)
		}
	}
	if len(drawn) == 0 {
		return 0
	}
	k := string(appendGlyphs(nil, drawn))
	n, ok := p.inks[k]
	if !ok {
		n = len(p.drawings)
		p.inks[k] = n
		p.drawings = append(p.drawings, drawn)
	}
	return n
}

// All returns every allotted code by its index. It must not be changed.
func (p *Press) All() []Code { return p.codes }
