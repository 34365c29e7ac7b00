package press

import (
	"encoding/binary"
	"math"
)

// A simple glyph's flags (OpenType, glyf table).
const (
	flagOn     = 1 << 0
	flagXByte  = 1 << 1
	flagYByte  = 1 << 2
	flagRepeat = 1 << 3
	flagXSame  = 1 << 4 // or, with flagXByte, that X grows
	flagYSame  = 1 << 5
)

// A bounds is the smallest rectangle around a glyph.
type bounds struct{ xMin, yMin, xMax, yMax int }

func (b *bounds) add(c bounds) {
	b.xMin, b.yMin = min(b.xMin, c.xMin), min(b.yMin, c.yMin)
	b.xMax, b.yMax = max(b.xMax, c.xMax), max(b.yMax, c.yMax)
}

// An extent is how many points and contours a glyph has.
type extent struct{ points, contours int }

func (e *extent) raise(to extent) {
	e.points, e.contours = max(e.points, to.points), max(e.contours, to.contours)
}

// A simple is an encoded simple glyph.
type simple struct {
	data []byte
	box  bounds
	extent
}

// draw encodes a glyph of the face as one simple glyph in press units.
func (p *Press) draw(glyph uint32) simple {
	type whole struct {
		x, y int
		off  bool
	}
	var points []whole
	var ends []int
	for _, c := range p.outline(glyph) {
		for _, q := range c {
			points = append(points, whole{p.round(q.x), p.round(q.y), q.off})
		}
		ends = append(ends, len(points)-1)
	}
	if len(points) == 0 || len(points) > math.MaxUint16 {
		return simple{}
	}
	s := simple{extent: extent{len(points), len(ends)}}
	s.box = bounds{points[0].x, points[0].y, points[0].x, points[0].y}
	for _, q := range points[1:] {
		s.box.add(bounds{q.x, q.y, q.x, q.y})
	}
	d := make([]byte, 0, 12+2*len(ends)+5*len(points))
	d = append16(d, len(ends), s.box.xMin, s.box.yMin, s.box.xMax, s.box.yMax)
	for _, e := range ends {
		d = append16(d, e)
	}
	d = append16(d, 0) // no instructions
	var xs, ys []byte
	var x, y int
	last, repeats := -1, 0 // where the last flag stands, and how often it repeats
	for _, q := range points {
		var flag byte
		if !q.off {
			flag |= flagOn
		}
		flag |= delta(&xs, q.x-x, flagXByte, flagXSame)
		flag |= delta(&ys, q.y-y, flagYByte, flagYSame)
		x, y = q.x, q.y
		switch {
		case last >= 0 && d[last]&^flagRepeat == flag && repeats > 0 && repeats < 255:
			repeats++
			d[last+1] = byte(repeats)
		case last >= 0 && d[last] == flag && repeats == 0:
			d[last] |= flagRepeat
			d = append(d, 1)
			repeats = 1
		default:
			last, repeats = len(d), 0
			d = append(d, flag)
		}
	}
	d = append(d, xs...)
	d = append(d, ys...)
	if len(d)%2 != 0 {
		d = append(d, 0) // loca counts in twos
	}
	s.data = d
	return s
}

// delta appends one coordinate's difference and returns its flags.
func delta(to *[]byte, d int, short, same byte) byte {
	switch {
	case d == 0:
		return same
	case d > 0 && d < 256:
		*to = append(*to, byte(d))
		return short | same
	case d < 0 && d > -256:
		*to = append(*to, byte(-d))
		return short
	}
	*to = append16(*to, d)
	return 0
}

// round returns a length of the face in whole press units, within what glyf
// can hold.
func (p *Press) round(v float64) int {
	v = math.Round(v * p.scale)
	// Half the range, so that no difference of two points leaves it.
	return int(max(-16000, min(v, 16000)))
}

func append16(b []byte, values ...int) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

func append32(b []byte, values ...uint32) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}
