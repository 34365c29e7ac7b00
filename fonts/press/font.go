package press

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"unicode/utf16"
)

// Font returns the press font as a TrueType file under a PostScript name. The
// same codes in the same order give the same bytes.
func (p *Press) Font(name string) ([]byte, error) {
	if len(p.codes) == 0 {
		return nil, errors.New("press: nothing was printed")
	}
	if p.Full(0) {
		return nil, errors.New("press: more codes than one font can hold")
	}
	glyphs := p.glyphs()
	return assemble([]table{
		{"OS/2", p.os2(glyphs.codes)},
		{"cmap", cmap(glyphs.codes, glyphs.numbers)},
		{"glyf", glyphs.glyf},
		{"head", p.head(glyphs)},
		{"hhea", p.hhea(glyphs)},
		{"hmtx", glyphs.hmtx},
		{"loca", glyphs.loca},
		{"maxp", maxp(glyphs)},
		{"name", names(p.face.Family, name)},
		{"post", post()},
	}), nil
}

// glyphTables are the tables that are built glyph by glyph.
type glyphTables struct {
	codes               []uint16 // ascending
	numbers             []int    // the glyph of each code
	glyf, loca, hmtx    []byte
	long                bool // loca holds 32-bit offsets
	count               int
	box                 bounds
	maxWidth            int
	minLeft, minRight   int
	maxExtent           int
	maxPoints, contours int
}

// glyphs encodes a glyph for each drawing and width. Glyph 0 is blank; codes that
// differ in their character alone share a glyph.
func (p *Press) glyphs() glyphTables {
	type shape struct{ ink, width int }
	var t glyphTables
	known := map[shape]int{}
	drawn := make([]simple, len(p.drawings))
	encoded := make([]bool, len(p.drawings))
	var offsets []uint32
	k := p.units / 1000
	add := func(s shape) int {
		d := &drawn[s.ink]
		if !encoded[s.ink] {
			*d, encoded[s.ink] = p.draw(p.drawings[s.ink]), true
		}
		offsets = append(offsets, uint32(len(t.glyf)))
		t.glyf = append(t.glyf, d.data...)
		width := s.width * k
		t.hmtx = append16(t.hmtx, width, d.box.xMin)
		t.maxWidth = max(t.maxWidth, width)
		if len(d.data) > 0 {
			if t.maxPoints == 0 {
				t.box, t.minLeft, t.minRight = d.box, d.box.xMin, width-d.box.xMax
			}
			t.box.add(d.box)
			t.minLeft = min(t.minLeft, d.box.xMin)
			t.minRight = min(t.minRight, width-d.box.xMax)
			t.maxExtent = max(t.maxExtent, d.box.xMax)
			t.maxPoints = max(t.maxPoints, d.points)
			t.contours = max(t.contours, d.contours)
		}
		t.count++
		return t.count - 1
	}
	add(shape{})
	numbers := p.Numbers()
	for _, i := range p.order() {
		c := p.codes[i]
		s := shape{c.Ink, c.Width}
		n, ok := known[s]
		if !ok {
			n = add(s)
			known[s] = n
		}
		t.codes = append(t.codes, numbers[i])
		t.numbers = append(t.numbers, n)
	}
	offsets = append(offsets, uint32(len(t.glyf)))
	t.long = len(t.glyf) > 2*math.MaxUint16
	for _, o := range offsets {
		if t.long {
			t.loca = append32(t.loca, o)
		} else {
			t.loca = append16(t.loca, int(o/2))
		}
	}
	return t
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
	b = append16(b, t.count, t.maxPoints, t.contours, 0, 0)
	return append16(b, 2, 0, 0, 0, 0, 0, 0, 0, 0)
}

func (p *Press) os2(codes []uint16) []byte {
	f := p.face
	weight, style := 400, 1<<6
	if f.Bold {
		weight, style = 700, 1<<5
	}
	first, last := int(codes[0]), int(codes[len(codes)-1])
	b := append16(nil, 4, p.units/2, weight, 5, 0)
	b = append16(b, p.units/2, p.units/2, 0, 0, p.units/2, p.units/2, 0, p.units/2, p.units/20, p.units/4, 0)
	b = append(b, 2, 0, 5, 3, 0, 0, 0, 0, 0, 0) // PANOSE: Latin text, nothing else said
	b = append32(b, 0, 0, 0, 0)
	b = append(b, "WRRQ"...)
	b = append16(b, style, first, last)
	b = append16(b, p.em(f.Ascent), -p.em(f.Descent), p.em(f.LineGap), p.em(f.Ascent), p.em(f.Descent))
	b = append32(b, 0, 0)
	return append16(b, p.em(f.XHeight), p.em(f.CapHeight), 0, ' ', 1)
}

func post() []byte {
	b := append32(nil, 0x00030000, 0)
	b = append16(b, -100, 50)
	return append32(b, 0, 0, 0, 0, 0)
}

// names is the name table in the one encoding that fpdf reads.
func names(family, name string) []byte {
	records := []struct {
		id    int
		value string
	}{{1, family}, {2, "Regular"}, {3, name}, {4, name}, {6, name}}
	b := append16(nil, 0, len(records), 6+12*len(records))
	var text []byte
	for _, r := range records {
		start := len(text)
		for _, u := range utf16.Encode([]rune(r.value)) {
			text = append16(text, int(u))
		}
		b = append16(b, 3, 1, 0x409, r.id, len(text)-start, start)
	}
	return append(b, text...)
}

// cmap is one format 4 subtable: a segment for each run of codes, whose glyphs
// stand in the table's array.
func cmap(codes []uint16, glyphs []int) []byte {
	type segment struct{ first, last, start int }
	var segments []segment
	for i, c := range codes {
		n := int(c)
		if k := len(segments) - 1; k >= 0 && segments[k].last == n-1 {
			segments[k].last = n
			continue
		}
		segments = append(segments, segment{n, n, i})
	}
	count := len(segments) + 1
	selector := bits.Len(uint(count)) - 1
	search := 2 << selector
	length := 16 + 8*count + 2*len(codes)
	b := append16(nil, 0, 1, 3, 1, 0, 12)
	b = append16(b, 4, length, 0, 2*count, search, selector, 2*count-search)
	for _, s := range segments {
		b = append16(b, s.last)
	}
	b = append16(b, 0xFFFF, 0)
	for _, s := range segments {
		b = append16(b, s.first)
	}
	b = append16(b, 0xFFFF)
	for range segments {
		b = append16(b, 0)
	}
	b = append16(b, 1)
	for i, s := range segments {
		// From this place in the table to the segment's first glyph.
		b = append16(b, 2*(count-i)+2*s.start)
	}
	b = append16(b, 0)
	for _, g := range glyphs {
		b = append16(b, g)
	}
	return b
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
