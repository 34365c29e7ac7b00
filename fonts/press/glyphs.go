package press

import (
	"math"
	"slices"

	"warraq/fonts"
)

// glyphTables are the tables that are built glyph by glyph.
type glyphTables struct {
	glyf, loca, hmtx   []byte
	long               bool // loca holds 32-bit offsets
	count              int
	box                bounds
	maxWidth           int
	minLeft, minRight  int
	maxExtent          int
	simple, composite  extent
	parts              int  // of the composite glyph with the most
	inked              bool // some glyph is drawn
	offsets            []uint32
	unitsPerThousandth int
}

// A part is a glyph of the face as the press font holds it, once.
type part struct {
	simple
	number int
}

// glyphs encodes a glyph for each code, in the order of their numbers, after a
// blank one. An outline of the face stands once: at the first code that is
// nothing but it, or else after all codes. Others refer to it.
func (p *Press) glyphs() glyphTables {
	t := glyphTables{unitsPerThousandth: p.units / 1000}
	parts := map[uint32]*part{}
	for _, c := range p.codes {
		if id, ok := alone(p.drawings[c.Ink]); ok && parts[id] == nil {
			parts[id] = &part{p.draw(id), int(c.Number())}
		}
	}
	var rest []*part
	for _, d := range p.drawings {
		for _, g := range d {
			if parts[g.ID] == nil {
				rest = append(rest, &part{p.draw(g.ID), len(p.codes) + 1 + len(rest)})
				parts[g.ID] = rest[len(rest)-1]
			}
		}
	}
	t.add(nil, bounds{}, 0)
	for _, c := range p.codes {
		d := p.drawings[c.Ink]
		if id, ok := alone(d); ok && parts[id].number == t.count {
			t.addPart(parts[id], c.Width)
			continue
		}
		t.addComposite(p, d, parts, c.Width)
	}
	for _, part := range rest {
		t.addPart(part, 0)
	}
	t.offsets = append(t.offsets, uint32(len(t.glyf)))
	t.long = len(t.glyf) > 2*math.MaxUint16
	for _, o := range t.offsets {
		if t.long {
			t.loca = append32(t.loca, o)
		} else {
			t.loca = append16(t.loca, int(o/2))
		}
	}
	return t
}

// alone returns the one glyph of a drawing that is nothing but it, at its own
// place.
func alone(d []fonts.Glyph) (id uint32, ok bool) {
	if len(d) == 1 && d[0].X == 0 && d[0].Y == 0 {
		return d[0].ID, true
	}
	return 0, false
}

// add adds a glyph: its data, its box where it has ink, and its width in 1/1000
// em.
func (t *glyphTables) add(data []byte, box bounds, width int) {
	width *= t.unitsPerThousandth
	t.offsets = append(t.offsets, uint32(len(t.glyf)))
	t.glyf = append(t.glyf, data...)
	t.hmtx = append16(t.hmtx, width, box.xMin)
	t.maxWidth = max(t.maxWidth, width)
	t.count++
	if len(data) == 0 {
		return
	}
	if !t.inked {
		t.inked, t.box, t.minLeft, t.minRight = true, box, box.xMin, width-box.xMax
	}
	t.box.add(box)
	t.minLeft = min(t.minLeft, box.xMin)
	t.minRight = min(t.minRight, width-box.xMax)
	t.maxExtent = max(t.maxExtent, box.xMax)
}

func (t *glyphTables) addPart(p *part, width int) {
	t.add(p.data, p.box, width)
	t.simple.raise(p.extent)
}

// Flags of the parts of a composite glyph.
const (
	partWords   = 1 << 0 // its offset is two words, else two bytes
	partOffset  = 1 << 1 // it stands at an offset
	partMore    = 1 << 5 // another follows
	partOverlap = 1 << 10
)

// addComposite adds a glyph that is made of parts, at their places.
func (t *glyphTables) addComposite(p *Press, d []fonts.Glyph, parts map[uint32]*part, width int) {
	var box bounds
	var whole extent
	var b []byte
	// A part that cannot be encoded has no data.
	drawn := slices.DeleteFunc(slices.Clone(d), func(g fonts.Glyph) bool { return len(parts[g.ID].data) == 0 })
	for i, g := range drawn {
		part := parts[g.ID]
		x, y := p.round(float64(g.X)), p.round(float64(g.Y))
		placed := bounds{part.box.xMin + x, part.box.yMin + y, part.box.xMax + x, part.box.yMax + y}
		if i == 0 {
			box = placed
		}
		box.add(placed)
		whole.points += part.points
		whole.contours += part.contours
		flags := partOffset
		if i+1 < len(drawn) {
			flags |= partMore
		}
		if i == 0 && len(drawn) > 1 {
			flags |= partOverlap
		}
		if x < -128 || x > 127 || y < -128 || y > 127 {
			b = append16(b, flags|partWords, part.number, x, y)
		} else {
			b = append(append16(b, flags, part.number), byte(x), byte(y))
		}
	}
	if len(drawn) > 0 {
		b = append(append16(nil, -1, box.xMin, box.yMin, box.xMax, box.yMax), b...)
		t.composite.raise(whole)
		t.parts = max(t.parts, len(drawn))
	}
	t.add(b, box, width)
}
