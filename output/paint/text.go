package paint

import (
	"math"

	"warraq/fonts"
	"warraq/fonts/press"
	"warraq/output/page"
)

// presses holds the press fonts of a document, in the order of first use.
type presses struct {
	faces []*fonts.Face
	list  []*press.Press
	// current is the press of each face that still takes codes.
	current map[*fonts.Face]int
}

// A stretch is a text made ready: the array of its TJ operator and the press
// font it is set in.
type stretch struct {
	press int
	array []byte
}

// open returns the number of a face's press that has room for n more codes.
func (s *presses) open(f *fonts.Face, n int) int {
	i, ok := s.current[f]
	if !ok || s.list[i].Full(n) {
		i = len(s.list)
		s.list = append(s.list, press.New(f))
		s.faces = append(s.faces, f)
		s.current[f] = i
	}
	return i
}

// prepare allots the codes of a text. A space takes what justification adds on
// its own tile; what rounding leaves is made up at the spaces, by a number in
// the array.
func (s *presses) prepare(t *page.Text) stretch {
	n := 0
	for _, c := range t.Clusters {
		n += 2 * len(c.Text)
	}
	i := s.open(t.Face, n)
	p := s.list[i]
	array := make([]byte, 0, 4*n+8)
	em := 1000 / float64(t.Face.UnitsPerEm)
	want, at := 0.0, 0.0 // from the left end, in 1/1000 em
	array = append(array, '[', '(')
	for k, c := range t.Clusters {
		want += float64(c.Advance) * em
		if k < len(t.Spaces) && t.Size > 0 {
			want += t.Spaces[k] * 1000 / t.Size
		}
		codes := p.Codes(c, t.RTL)
		for j, code := range codes {
			if code.Rune == ' ' && code.Ink == 0 && j == len(codes)-1 {
				code = p.Resize(code, int(math.Round(want-at)))
			}
			array = appendCode(array, code.Code)
			at += float64(code.Width)
		}
		if d := want - at; math.Abs(d) >= 2 {
			array = append(array, ')')
			array = appendNumber(array, -math.Round(d), 0)
			array = append(array, '(')
			at += math.Round(d)
		}
	}
	array = append(array, ')', ']')
	return stretch{i, array}
}

// appendCode appends the two bytes of a code in a literal string (ISO 32000-1
// §7.3.4.2).
func appendCode(b []byte, code uint16) []byte {
	for _, v := range [...]byte{byte(code >> 8), byte(code)} {
		switch v {
		case '(', ')', '\\':
			b = append(b, '\\', v)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, v)
		}
	}
	return b
}

// text paints a stretch.
func (w *writer) text(t *page.Text, s stretch) {
	if len(s.array) <= len("[()]") || t.Color.A == 0 {
		return
	}
	c := &w.content
	if t.Color.A != 255 {
		c.line("q")
		w.opacity(t.Color.A)
	}
	if t.RTL {
		// Every show string inside is wholly right to left and painted from
		// left to right (ISO 32000-1 §14.8.2.3.3).
		c.line("/ReversedChars BMC")
	}
	c.word("BT /" + w.resources[s.press])
	c.number(t.Size)
	c.word("Tf")
	c.color(t.Color)
	c.word("rg")
	if t.Rotation == 0 {
		c.point(t.X, t.Y)
		c.word("Td")
	} else {
		sin, cos := math.Sincos(t.Rotation * math.Pi / 180)
		for _, v := range [...]float64{cos, -sin, sin, cos} {
			c.b = append(appendNumber(c.b, v, 6), ' ')
		}
		c.point(t.X, t.Y)
		c.word("Tm")
	}
	c.b = append(c.b, s.array...)
	c.line(" TJ ET")
	if t.RTL {
		c.line("EMC")
	}
	if t.Color.A != 255 {
		c.line("Q")
	}
}
