package paint

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/fonts"
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
	x, y := a.item.Text, b.item.Text
	if a.index+1 != b.index || x.Rotation != 0 || y.Rotation != 0 || y.X <= x.X {
		return false
	}
	size := max(x.Size, y.Size)
	return math.Abs(x.Y-y.Y) <= size/2 && y.X-x.X-a.width()*x.Size/1000 <= size/2
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
	type place struct {
		*stretch
		*cell
	}
	var letter, space place // the two codes before
	for _, st := range r {
		for i := range st.cells {
			mark := place{st, &st.cells[i]}
			if letter.cell != nil && isSpace(space.code) && mark.code.Mark() && st.item.Text.RTL &&
				space.stretch == st && letter.item.Text.Size == st.item.Text.Size {
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

// widen gives a code a tile that is wider by some 1/1000 em.
func (s *presses) widen(p struct {
	*stretch
	*cell
}, by int) {
	if by != 0 {
		p.cell.code = s.list[p.press].Resize(p.code, p.code.Width+by)
	}
}

// hang paints the space at which a line ends, outside of the line's measure: so
// the words of two lines stay apart for those who read by the structure (ISO
// 32000-1 §14.8.2.5). A line that begins with a mark on its left has one in any
// case, for readers that would give the mark to the line above. more reports
// that the row is not the last of its block.
func (s *presses) hang(r row, more bool) {
	last := 0 // in reading order
	for i := range r {
		if r[i].item.Order > r[last].item.Order {
			last = i
		}
	}
	st := r[last]
	t := st.item.Text
	if st.item.Slot == nil || len(st.cells) == 0 || t.Rotation != 0 {
		return
	}
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
	blank := s.list[st.press].Codes(fonts.Cluster{
		Text: " ", Advance: int32(math.Round(t.Face.Space * float64(t.Face.UnitsPerEm))),
	}, t.RTL)
	if left {
		st.cells = append([]cell{{code: blank[0]}}, st.cells...)
		st.left -= float64(blank[0].Width) * t.Size / 1000
	} else {
		st.cells = append(st.cells, cell{code: blank[0]})
	}
}

// endsWord reports whether a text ends where a word does: left to right, lines
// also end inside an address or after a hyphen.
func endsWord(t *page.Text) bool {
	if t.RTL {
		return true
	}
	word := ""
	for i := len(t.Clusters) - 1; i >= 0 && t.Clusters[i].Text != " "; i-- {
		word = t.Clusters[i].Text + word
	}
	r, _ := utf8.DecodeLastRuneInString(word)
	return !strings.ContainsAny(word, "/@") && !unicode.Is(unicode.Pd, r)
}

// A cut is a place in a stretch where a new text object begins, or a new
// marked-content sequence as well.
type cut struct {
	at       int // the cell with which it begins
	sequence bool
}

// divide cuts the right-to-left stretches of a row at the space that is nearest
// to a stretch of the other direction or of another slot.
func divide(r row) {
	for i := 1; i < len(r); i++ {
		a, b := r[i-1], r[i]
		if len(a.cells) == 0 || len(b.cells) == 0 {
			continue
		}
		slots := a.item.Slot != b.item.Slot
		if !slots && a.item.Text.RTL == b.item.Text.RTL {
			continue
		}
		touch := !isSpace(a.cells[len(a.cells)-1].code) && !isSpace(b.cells[0].code)
		if a.item.Text.RTL {
			for k := len(a.cells) - 1; k > 0; k-- {
				if isSpace(a.cells[k].code) {
					a.cuts = append(a.cuts, cut{k, slots && touch})
					break
				}
			}
		}
		if b.item.Text.RTL {
			for k := range b.cells {
				if isSpace(b.cells[k].code) {
					b.cuts = append(b.cuts, cut{k, slots && touch})
					break
				}
			}
		}
	}
}
