package paint

import (
	"image/color"
	"math"
	"strconv"

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
	// blocks gives each content slot the block of text it stands in, and waiting
	// how many texts of each block are still to come.
	blocks  []page.Ref
	waiting []int
	// cells has room for those of one page, which the next page uses again.
	cells []cell
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

// A stretch is a text made ready to paint.
type stretch struct {
	item *page.Item
	// before counts the items of the page that are no text and come before.
	before int
	press  int
	// left is where the first code stands from the text's own left end, in
	// points.
	left  float64
	cells []cell
	cuts  []int // the cells where a run begins, from left to right
}

// A cell is one code and the gap after its tile, in 1/1000 em.
type cell struct {
	code  press.Code
	shift int
}

// width is the sum of the tiles and gaps, in 1/1000 em.
func (s *stretch) width() float64 {
	w := 0
	for _, c := range s.cells {
		w += c.code.Width + c.shift
	}
	return float64(w)
}

// prepare allots the codes of a text. A space takes what justification adds on
// its own tile, and what rounding left over as well.
func (s *presses) prepare(it *page.Item, before int) *stretch {
	t := it.Text
	n := 2
	for _, w := range t.Words {
		for i := range w.Clusters {
			n += 2 * len(w.Clusters[i].Text)
		}
	}
	i := s.open(t.Face, n)
	p := s.list[i]
	first := len(s.cells)
	em := 1000 / float64(t.Face.UnitsPerEm)
	want, at := 0.0, 0 // from the left end, in 1/1000 em
	for _, w := range t.Words {
		want += w.Added * 1000 / t.Size
		for k, codes := range p.Word(w.Word) {
			want += float64(w.Clusters[k].Advance) * em
			for j, code := range codes {
				if isSpace(code) && j == len(codes)-1 {
					code = p.Resize(code, int(math.Round(want))-at)
				}
				s.cells = append(s.cells, cell{code: code})
				at += code.Width
			}
			if d := int(math.Round(want)) - at; len(s.cells) > first && (d >= 2 || d <= -2) {
				s.cells[len(s.cells)-1].shift += d
				at += d
			}
		}
	}
	return &stretch{item: it, before: before, press: i, cells: s.cells[first:len(s.cells):len(s.cells)]}
}

// A run is what is painted at once: an item that is no text, or the part of a
// text between two cuts.
type run struct {
	item *page.Item
	// left is where the run begins from the text's left end, in points; codes are
	// its two-byte codes, and gaps what stands between them.
	left  float64
	press int
	codes []uint16
	gaps  []gap
	// order is the item's, and in a text that is cut the place in it.
	order int
	// row counts the lines of the page.
	row int
	// cut reports that the run begins at a cut.
	cut bool
}

// A gap of some 1/1000 em follows the code before code at.
type gap struct{ at, by int }

// runs divides a stretch at its cuts.
func (s *stretch) runs(row int) []run {
	const most = 4 // more parts than a stretch can have
	all := make([]run, 0, len(s.cuts)+1)
	left := s.left
	from := 0
	for i := 0; i <= len(s.cuts); i++ {
		to := len(s.cells)
		if i < len(s.cuts) {
			to = s.cuts[i]
		}
		if to > from {
			place := i
			if s.item.Text.RTL {
				place = len(s.cuts) - i
			}
			r := run{
				item: s.item, left: left, press: s.press, codes: make([]uint16, to-from),
				order: s.item.Order*most + place, row: row, cut: from > 0,
			}
			advance := 0
			for k, c := range s.cells[from:to] {
				r.codes[k] = c.code.Number()
				advance += c.code.Width + c.shift
				if c.shift != 0 {
					r.gaps = append(r.gaps, gap{k + 1, c.shift})
				}
			}
			all = append(all, r)
			left += float64(advance) * s.item.Text.Size / 1000
		}
		from = max(from, to)
	}
	return all
}

// show appends the TJ operator of a run (ISO 32000-1 §9.4.3).
func (c *content) show(r *run) {
	gaps := r.gaps
	b := append(c.b, "[("...)
	for i, code := range r.codes {
		if len(gaps) > 0 && gaps[0].at == i {
			b = append(b, ')')
			b = strconv.AppendInt(b, int64(-gaps[0].by), 10)
			b = append(b, '(')
			gaps = gaps[1:]
		}
		b = appendCode(b, code)
	}
	c.b = append(b, ")] TJ\n"...)
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

// A textState is what the graphics state holds of text: it outlives the text
// object (ISO 32000-1 §9.3.1).
type textState struct {
	press int
	size  float64
	color color.NRGBA
	set   bool
}

// state sets the face, size and colour of a text, where they are not set
// already.
func (w *writer) state(press int, t *page.Text) {
	c := &w.content
	want := textState{press, t.Size, t.Color, true}
	now := w.shown
	if !now.set || now.press != want.press || now.size != want.size {
		c.word("/" + resource(press))
		c.number(t.Size)
		c.word("Tf")
	}
	if !now.set || now.color != want.color {
		c.color(t.Color)
		c.word("rg")
	}
	w.shown = want
}

// text paints a run of text. An opaque run leaves the text object open for what
// follows.
func (w *writer) text(r *run) {
	t := r.item.Text
	c := &w.content
	opaque := t.Color.A == 255
	before := w.shown
	if !opaque {
		w.endText()
		c.line("q")
		w.opacity(t.Color.A)
	}
	w.beginText()
	w.state(r.press, t)
	sin, cos := math.Sincos(t.Rotation * math.Pi / 180)
	for _, v := range [...]float64{cos, -sin, sin, cos} {
		c.b = append(appendNumber(c.b, v, 6), ' ')
	}
	c.point(r.item.X+r.left*cos, r.item.Y+r.left*sin)
	c.word("Tm")
	if t.Invisible {
		c.line("3 Tr")
	}
	c.show(r)
	if t.Invisible {
		c.line("0 Tr")
	}
	if !opaque {
		w.endText()
		c.line("Q")
		w.shown = before
	}
}

// beginText opens a text object, unless one is open.
func (w *writer) beginText() {
	if !w.inText {
		w.content.line("BT")
	}
	w.inText = true
}

// endText closes the text object.
func (w *writer) endText() {
	if w.inText {
		w.content.line("ET")
	}
	w.inText = false
}
