package typeset

import (
	"math"
	"slices"

	"warraq/input/theme"
	"warraq/output/pagination"
)

// A sheet is the paper of a stretch of pages: what is cut to the page, with room for
// bleed and crop marks around it.
type sheet struct {
	theme.Page
	// rtl is set where the text runs from right to left: in such a book the binding
	// of a recto (odd) page is on its right.
	rtl bool
	// line is the leading of running text.
	line float64
}

// textHeight is the height of the text on a page: as many whole lines as have room.
func (s sheet) textHeight() float64 {
	const rounding = 0.01
	return math.Floor((s.Height-s.Top-s.Bottom+rounding)/s.line) * s.line
}

// left is the x of the text on a page.
func (s sheet) left(index int) float64 {
	recto := index%2 == 0
	if !s.Mirrored || recto == s.rtl {
		return s.Outer
	}
	return s.Inner
}

// slug is the room around the trimmed page.
func (s sheet) slug() float64 {
	if s.CropMarks {
		return s.Bleed + cropMarkGap + cropMark
	}
	return s.Bleed
}

// A section is a stretch of pages on one kind of sheet: its pages are chosen
// together, and the next section begins on a new one.
type section struct {
	sheet sheet
	list  []node
	boxes []pagination.Box // of the nodes
	notes []*note
	pages []pagination.Page
	// frame is what a page has room for.
	frame pagination.Frame
	// first is the index of its first page.
	first int
	// plain pages have no running head and no folio.
	plain bool
}

// newSection chooses the pages of a list.
func newSection(list []node, sheet sheet, frame pagination.Frame) *section {
	s := &section{sheet: sheet, list: list, boxes: make([]pagination.Box, len(list)), frame: frame}
	var lines []pagination.Note
	for i := range list {
		n := &list[i]
		s.boxes[i] = pagination.Box{
			Kind: n.kind, Height: n.height, Lead: n.lead, Trail: n.trail, Head: n.headH, OnGrid: n.onGrid,
			Widens: n.widens, Pinned: n.pinned, Penalty: n.breakBefore, Forced: n.forced, Opens: n.opens,
		}
		for _, t := range n.notes {
			s.boxes[i].Notes = append(s.boxes[i].Notes, len(s.notes))
			s.notes = append(s.notes, t)
			heights := make(pagination.Note, len(t.lines))
			for k := range t.lines {
				heights[k] = t.lines[k].height
			}
			lines = append(lines, heights)
		}
	}
	s.pages = pagination.Pages(s.boxes, lines, frame)
	return s
}

// closeSection chooses the pages of the open list and begins a new one.
func (b *builder) closeSection(plain bool) {
	b.settle()
	list := b.nodes
	b.verticalList = verticalList{}
	frame := pagination.Frame{Height: b.sheet.textHeight(), NoteRule: noteRule(b.theme), Line: b.theme.Body.Leading, Grid: step(b.theme)}
	s := newSection(list, b.sheet, frame)
	if len(s.pages) == 0 {
		return
	}
	if n := len(b.sections); n > 0 {
		s.first = b.sections[n-1].first + len(b.sections[n-1].pages)
	}
	s.plain = plain
	b.sections = append(b.sections, s)
}

// landscape sets something wide on sheets of its own, turned by a quarter.
func (b *builder) landscape(set func()) {
	b.closeSection(false)
	upright, here := b.sheet, b.surroundings
	b.sheet.Width, b.sheet.Height = upright.Height, upright.Width
	b.x, b.width = 0, b.sheet.Measure()
	set()
	b.closeSection(false)
	b.sheet, b.surroundings = upright, here
}

// pagesOf returns the page of every anchor in the sections chosen so far.
func (b *builder) pagesOf() map[string]int {
	pages := map[string]int{}
	for _, s := range b.sections {
		for i := range s.pages {
			p := &s.pages[i]
			note := func(n *node) {
				for _, a := range n.content.anchors {
					if _, known := pages[a.Name]; !known {
						pages[a.Name] = s.first + i
					}
				}
			}
			for _, f := range p.Top {
				note(&s.list[f])
			}
			for j := p.From; j < p.To; j++ {
				if p.Holds(j, s.list[j].kind) {
					note(&s.list[j])
				}
			}
		}
	}
	return pages
}

// notesOn are the lines of the notes at the foot of a page.
func (s *section) notesOn(p *pagination.Page) []node {
	var lines []node
	add := func(n, from int) {
		to := len(s.notes[n].lines)
		if !p.Cut.None() && p.Cut.Note == n {
			to = p.Cut.Line
		}
		lines = append(lines, s.notes[n].lines[from:to]...)
	}
	if !p.Carry.None() {
		add(p.Carry.Note, p.Carry.Line)
	}
	for _, n := range p.Notes {
		add(n, 0)
	}
	return lines
}

// notesFromRight reports whether the rule over the notes of a page stands on the right:
// it does but where all of them are called for from parts that run from the left.
func (s *section) notesFromRight(p *pagination.Page) bool {
	fromRight := func(n int) bool { return s.notes[n].fromRight }
	return !p.Carry.None() && fromRight(p.Carry.Note) || slices.ContainsFunc(p.Notes, fromRight)
}
