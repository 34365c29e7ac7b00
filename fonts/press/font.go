package press

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// A Font is a press font as a PDF embeds it. Lengths are in 1/1000 em.
type Font struct {
	// Data is a TrueType file of the tables that a PDF reads of one: glyf, head,
	// hhea, hmtx, loca, maxp (ISO 32000-1 §9.9). The glyph of a code has the
	// code's Number.
	Data []byte
	// Box holds all glyphs: left, bottom, right, top, Y up.
	Box [4]float64
	// Ascent, Descent (negative) and CapHeight are the face's.
	Ascent, Descent, CapHeight float64
}

// Font returns the press font. The same codes in the same order give the same
// bytes.
func (p *Press) Font() (Font, error) {
	if len(p.codes) == 0 {
		return Font{}, errors.New("press: nothing was printed")
	}
	if p.Full(0) {
		return Font{}, errors.New("press: more codes than one font can hold")
	}
	glyphs := p.glyphs()
	f := Font{
		Data: assemble([]table{
			{"glyf", glyphs.glyf},
			{"head", p.head(glyphs)},
			{"hhea", p.hhea(glyphs)},
			{"hmtx", glyphs.hmtx},
			{"loca", glyphs.loca},
			{"maxp", maxp(glyphs)},
		}),
		Ascent: 1000 * p.face.Ascent, Descent: -1000 * p.face.Descent, CapHeight: 1000 * p.face.CapHeight,
	}
	for i, v := range [...]int{glyphs.box.xMin, glyphs.box.yMin, glyphs.box.xMax, glyphs.box.yMax} {
		f.Box[i] = float64(v) * 1000 / float64(p.units)
	}
	return f, nil
}

func (p *Press) em(v float64) int { return int(math.Round(v * float64(p.units))) }

func (p *Press) head(t glyphTables) []byte {
	b := append32(nil, 0x00010000, 0x00010000, 0, 0x5F0F3CF5)
	b = append16(b, 0x000B, p.units) // baseline and left bearing at 0, integer scaling
	b = append32(b, 0, 0, 0, 0)      // no dates: the same bytes every day
	b = append16(b, t.box.xMin, t.box.yMin, t.box.xMax, t.box.yMax, p.macStyle(), 6, 2, boolean(t.long), 0)
	return b
}

func (p *Press) macStyle() int { return boolean(p.face.Bold) }

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (p *Press) hhea(t glyphTables) []byte {
	b := append32(nil, 0x00010000)
	b = append16(b, p.em(p.face.Ascent), -p.em(p.face.Descent), p.em(p.face.LineGap))
	b = append16(b, t.maxWidth, t.minLeft, t.minRight, t.maxExtent)
	b = append16(b, 1, 0, 0) // upright caret
	b = append16(b, 0, 0, 0, 0)
	return append16(b, 0, t.count)
}

func maxp(t glyphTables) []byte {
	b := append32(nil, 0x00010000)
	b = append16(b, t.count, t.simple.points, t.simple.contours, t.composite.points, t.composite.contours)
	b = append16(b, 2, 0, 0, 0, 0, 0, 0)
	return append16(b, t.parts, min(t.parts, 1))
}

type table struct {
	tag  string
	data []byte
}

// assemble lays tables, in order of their tags, into one file.
func assemble(tables []table) []byte {
	selector := bits.Len(uint(len(tables))) - 1
	search := 16 << selector
	b := append32(nil, 0x00010000)
	b = append16(b, len(tables), search, selector, 16*len(tables)-search)
	offset := len(b) + 16*len(tables)
	head := 0
	for _, t := range tables {
		if t.tag == "head" {
			head = offset
		}
		b = append(b, t.tag...)
		b = append32(b, checksum(t.data), uint32(offset), uint32(len(t.data)))
		offset += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		b = append(b, t.data...)
		for len(b)%4 != 0 {
			b = append(b, 0)
		}
	}
	binary.BigEndian.PutUint32(b[head+8:], 0xB1B0AFBA-checksum(b))
	return b
}

// checksum sums 32-bit words, the last padded with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + binary.BigEndian.Uint32(rest[:])
}
