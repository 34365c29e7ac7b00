package press

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"unicode"

	"warraq/fonts"
)

// firstCode is above the codes that fpdf treats as Latin text.
const firstCode = 0x0100

// MaxWidth is the widest tile in 1/1000 em: hmtx is unsigned, but readers take
// its upper half for negative.
const MaxWidth = 16000

// A Code is one character as it is painted.
type Code struct {
	// Index counts a press's codes from 0 in the order they were allotted. It is
	// the index into the result of Numbers.
	Index int
	// Width is the tile's width in 1/1000 em; hmtx and /W agree on it.
	Width int
	// Rune is the character that the code stands for.
	Rune rune
	// Ink is the number of the drawing that the code carries, 0 for none.
	Ink int
}

// Mark reports that the code stands for a nonspacing mark.
func (c Code) Mark() bool { return unicode.Is(unicode.Mn, c.Rune) }

// A Press collects what one document prints in one face and makes the font that
// holds exactly that. It is for one goroutine.
type Press struct {
	face  *fonts.Face
	units int     // units per em of the press font
	scale float64 // from face units to press units

	clusters map[string][]Code
	key      []byte
	indexes  map[Code]int // by everything but the index itself
	codes    []Code
	widths   map[int]bool
	inks     map[string]int
	drawings [][]fonts.Glyph // by Ink; the first is blank
	outlines map[uint32][]contour
}

// New returns an empty press for a face.
func New(f *fonts.Face) *Press {
	p := &Press{
		face:     f,
		units:    2000,
		clusters: map[string][]Code{},
		indexes:  map[Code]int{},
		widths:   map[int]bool{},
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

// Full reports that there may be no room for n more codes: the length of a cmap
// of format 4 has 16 bits, and each width begins a segment.
func (p *Press) Full(n int) bool {
	return 16+8*(len(p.widths)+n+1)+2*(len(p.codes)+n) > math.MaxUint16
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
		if !unicode.Is(unicode.Mn, r) {
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
		if unicode.Is(unicode.Mn, r) {
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

// thousandths returns a length of the face in 1/1000 em.
func (p *Press) thousandths(units int32) int {
	upem := p.face.UnitsPerEm
	return (int(units)*2000 + upem) / (2 * upem)
}

// Printed returns the character that extraction should find for r: a plain
// space for every space, U+FFFD for what PDF/A forbids as text (ISO 19005-3
// §6.2.11.7), and 0 for characters without ink or meaning of their own, such as
// joiners and directional marks.
func Printed(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || unicode.Is(unicode.Zs, r):
		return ' '
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
		p.widths[c.Width] = true
	}
	c.Index = i
	return c
}

// Numbers returns the two-byte code of each Code by its index. It is for when
// all codes are allotted, since each new one may move the others: codes of one
// width stand together, and a code is left out between two widths, so that /W is
// a range for each width. fpdf takes cubic time to join ranges that touch.
func (p *Press) Numbers() []uint16 {
	numbers := make([]uint16, len(p.codes))
	next, width := firstCode-1, -1
	for _, i := range p.order() {
		if w := p.codes[i].Width; w != width {
			next++
			width = w
		}
		numbers[i] = uint16(next)
		next++
	}
	return numbers
}

// order returns the indexes of all codes in the order of their numbers.
func (p *Press) order() []int {
	order := make([]int, len(p.codes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(p.codes[a].Width, p.codes[b].Width)
	})
	return order
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

// Unicode returns the character that each two-byte code stands for.
func (p *Press) Unicode() map[uint16]rune {
	m := make(map[uint16]rune, len(p.codes))
	for i, n := range p.Numbers() {
		m[n] = p.codes[i].Rune
	}
	return m
}

// All returns every allotted code by its index. It must not be changed.
func (p *Press) All() []Code { return p.codes }
