package paint

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/fonts/press"
	"warraq/output/page"
)

// A row is the texts that stand next to each other on one line, from left to
// right, whatever their content slots.
type row []*stretch

// rows groups the texts of a page, which stand in all in the order of their
// items.
func rows(all []*stretch) []row {
	var groups []row
	start := 0
	for i := 1; i <= len(all); i++ {
		if i == len(all) || !adjoins(all[i-1], all[i]) {
			groups = append(groups, all[start:i])
			start = i
		}
	}
	return groups
}

// adjoins reports whether b goes on where a ends: they are painted one after the
// other, on one line but for a raised or lowered mark, and no column lies
// between.
func adjoins(a, b *stretch) bool {
	return onLine(a, b) && b.item.X >= a.item.X && gapBetween(a, b) <= max(a.item.Text.Size, b.item.Text.Size)/2
}

// gapBetween is how far b begins from the end of a, in points.
func gapBetween(a, b *stretch) float64 {
	return b.item.X - a.item.X - a.left - a.width()*a.item.Text.Size/1000
}

// onLine reports whether two texts stand on one line, but for a raised or
// lowered mark, and nothing else is painted between them.
func onLine(a, b *stretch) bool {
	x, y := a.item.Text, b.item.Text
	return a.before == b.before && x.Rotation == 0 && y.Rotation == 0 && math.Abs(a.item.Y-b.item.Y) <= max(x.Size, y.Size)/2
}

func isSpace(c press.Code) bool { return c.Rune == ' ' && c.Ink == 0 }

// Tiles around a mark, in 1/1000 em: of the space before it, and the widest of
// the mark itself. The package's comment says why.
const (
	narrowSpace = 80
	widestMark  = 130
)

// spread gives a space with a mark on its right a narrow tile, and the rest of
// its width to the tiles on both sides: to the letter's on its left, and up to
// widestMark to the mark's.
func (s *presses) spread(r row) {
	var letter, space place // the two codes before
	for _, st := range r {
		for i := range st.cells {
			mark := place{st, &st.cells[i]}
			if letter.cell != nil && isSpace(space.code) && mark.code.Mark() && st.item.Text.RTL &&
				letter.press == st.press && letter.item.Text.Size == st.item.Text.Size && space.stretch == st {
				rest := space.code.Width - narrowSpace
				if rest > 0 && letter.shift == 0 && space.shift == 0 {
					share := rest % widestMark
					s.widen(letter, rest-share)
					s.widen(space, -rest)
					s.widen(mark, share)
					if letter.stretch != st {
						st.left += float64(rest-share) * st.item.Text.Size / 1000
					}
				}
			}
			letter, space = space, mark
		}
	}
}

// A place is a cell of a stretch.
type place struct {
	*stretch
	*cell
}

// widen gives a code a tile that is wider by some 1/1000 em.
func (s *presses) widen(p place, by int) {
	if by != 0 {
		p.code = s.list[p.press].Resize(p.code, p.code.Width+by)
	}
}

// hang paints the space at which a line ends, outside of the line's measure: so
// the words of two lines stay apart for those who read by the structure (ISO
// 32000-1 §14.8.2.5). A line that begins with a mark on its left has one in any
// case, for readers that would give the mark to the line above.
func (s *presses) hang(r row) {
	last := -1 // in reading order
	for i, st := range r {
		if st.item.Slot == 0 || len(st.cells) == 0 || st.item.Text.Rotation != 0 {
			continue
		}
		if last < 0 || st.item.Order > r[last].item.Order {
			last = i
		}
	}
	if last < 0 {
		return
	}
	st := r[last]
	t := st.item.Text
	more := s.waiting[s.blocks[st.item.Slot]] > 0
	// A line that ends at its left end runs right to left, even where its last
	// word does not.
	left := last == 0 && (len(r) > 1 || t.RTL)
	if !left && last != len(r)-1 {
		return
	}
	edge := st.cells[0]
	if !left {
		edge = st.cells[len(st.cells)-1]
	}
	if isSpace(edge.code) || !(left && edge.code.Mark()) && !(more && endsWord(t)) {
		return
	}
	blank := s.list[st.press].Space(int(math.Round(1000 * t.Face.Space)))
	if left {
		first := len(s.cells)
		s.cells = append(append(s.cells, cell{code: blank}), st.cells...)
		st.cells = s.cells[first:len(s.cells):len(s.cells)]
		st.left -= float64(blank.Width) * t.Size / 1000
	} else {
		st.cells = append(st.cells, cell{code: blank})
	}
}

// endsWord reports whether a text ends where a word does: left to right, lines
// also end inside an address or after a hyphen.
func endsWord(t *page.Text) bool {
	if t.RTL {
		return true
	}
	text := t.String()
	word := text[strings.LastIndexByte(text, ' ')+1:]
	r, _ := utf8.DecodeLastRuneInString(word)
	return !strings.ContainsAny(word, "/@") && !unicode.Is(unicode.Pd, r)
}

// separator is the tile of a space that is painted where nothing but a gap or
// a rise keeps words apart, in 1/1000 em. It is above what readers take for
// nothing.
const separator = 120

// separate paints a space between a word and the raised mark of a note that
// touches it, on part of the left one's tile.
func (s *presses) separate(r row) {
	for i := 1; i < len(r); i++ {
		a, b := r[i-1], r[i]
		x, y := a.item.Text, b.item.Text
		if a.item.Slot == b.item.Slot || math.Abs(a.item.Y-b.item.Y) < min(x.Size, y.Size)/8 || !touch(a, b) {
			continue
		}
		last := &a.cells[len(a.cells)-1]
		if last.shift != 0 || last.code.Width <= separator {
			continue
		}
		p := s.list[a.press]
		last.code = p.Resize(last.code, last.code.Width-separator)
		a.cells = append(a.cells, cell{code: p.Space(separator)})
	}
}

// touch reports whether no space stands between two neighbours.
func touch(a, b *stretch) bool {
	return len(a.cells) > 0 && len(b.cells) > 0 && !isSpace(a.cells[len(a.cells)-1].code) && !isSpace(b.cells[0].code)
}

// partition paints a space after a row that is followed on its line, past a gap,
// by text of the other direction, such as the number in the next cell of a table:
// MuPDF takes no account of the gap there.
func (s *presses) partition(a, b row) {
	x, y := a[len(a)-1], b[0]
	if !onLine(x, y) || gapBetween(x, y) <= 0 || x.item.Text.RTL == y.item.Text.RTL || x.item.Slot == 0 || !touch(x, y) {
		return
	}
	if x.item.Text.RTL {
		x.cuts = append(x.cuts, len(x.cells))
	}
	x.cells = append(x.cells, cell{code: s.list[x.press].Space(separator)})
}

// divide cuts the right-to-left stretches of a row at the space that is nearest
// to a stretch of the other direction or of another slot. What lies between goes
// with neither run, as sequences of different direction are put in order by
// readers each for itself: a comma before a number would bring the far end of
// its line next to the number.
func divide(r row) {
	for i := 1; i < len(r); i++ {
		a, b := r[i-1], r[i]
		if len(a.cells) == 0 || len(b.cells) == 0 {
			continue
		}
		if a.item.Slot == b.item.Slot && a.item.Text.RTL == b.item.Text.RTL {
			continue
		}
		if a.item.Text.RTL {
			for k := len(a.cells) - 1; k > 0; k-- {
				if isSpace(a.cells[k].code) {
					a.cuts = append(a.cuts, k)
					break
				}
			}
		}
		if b.item.Text.RTL {
			for k := range b.cells {
				if isSpace(b.cells[k].code) {
					b.cuts = append(b.cuts, k)
					break
				}
			}
		}
	}
}

// fromLeft puts texts that follow each other on one line, such as the cells of a
// table's row or a list's marker and its text, in order from left to right.
// Marked content gives the order in which they are read; but those who go by the
// order of painting take a step back for no space at all.
func fromLeft(all []*stretch) {
	start := 0
	for i := 1; i <= len(all); i++ {
		if i < len(all) && onLine(all[i-1], all[i]) {
			continue
		}
		slices.SortStableFunc(all[start:i], func(a, b *stretch) int { return cmp.Compare(a.item.X, b.item.X) })
		start = i
	}
}
