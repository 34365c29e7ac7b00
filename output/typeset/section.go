package typeset

import (
	"math"
	"slices"

	"warraq/input/source"
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
	// noted are the indexes of notes in the list.
	noted map[*note]int
	pages []pagination.Page
	// frame is what a page has room for.
	frame pagination.Frame
	// first is the index of its first page.
	first int
	// opener is set where a chapter begins on its first page, which has no running head.
	opener bool
	// plain pages have no running head and no folio.
	plain bool
}

// newSection chooses the pages of a list.
func newSection(list []node, sheet sheet, frame pagination.Frame) *section {
	s := &section{sheet: sheet, list: list, frame: frame, noted: map[*note]int{}}
	s.boxes = s.boxesOf(list)
	s.pages = pagination.Pages(s.boxes, s.noteLines(), frame)
	return s
}

// noteLines are the heights of the lines of the notes.
func (s *section) noteLines() []pagination.Note {
	lines := make([]pagination.Note, len(s.notes))
	for i, n := range s.notes {
		lines[i] = make(pagination.Note, len(n.lines))
		for k := range n.lines {
			lines[i][k] = n.lines[k].height
		}
	}
	return lines
}

// boxesOf are nodes as their pages are chosen by.
func (s *section) boxesOf(nodes []node) []pagination.Box {
	boxes := make([]pagination.Box, len(nodes))
	for i := range nodes {
		boxes[i] = s.box(&nodes[i])
	}
	return boxes
}

// box is a node as its pages are chosen by. Notes that the section does not know are
// its last.
func (s *section) box(n *node) pagination.Box {
	box := pagination.Box{
		Kind: n.kind, Height: n.height, Lead: n.lead, Trail: n.trail, Head: n.above(), Foot: n.below(), OnGrid: n.onGrid,
		Widens: n.widens, Pinned: n.pinned, Penalty: n.breakBefore, Forced: n.forced, Opens: n.opens,
	}
	for _, t := range n.notes {
		i, known := s.noted[t]
		if !known {
			i = len(s.notes)
			s.notes = append(s.notes, t)
			s.noted[t] = i
		}
		box.Notes = append(box.Notes, i)
	}
	return box
}

// closeSection chooses the pages of the open list and begins a new one.
func (b *builder) closeSection(plain bool) {
	b.settle()
	list, opener := b.nodes, b.opener
	b.verticalList, b.opener = verticalList{waiting: b.waiting}, ""
	s := newSection(list, b.sheet, b.frame())
	if len(s.pages) == 0 {
		return
	}
	b.lengthen(s)
	if n := len(b.sections); n > 0 {
		s.first = b.sections[n-1].first + len(b.sections[n-1].pages)
	}
	if recto := s.first%2 == 0; opener == theme.RectoChapters && !recto {
		s.first++ // after a blank page
	}
	s.plain, s.opener = plain, opener != ""
	b.sections = append(b.sections, s)
}

// A turnedPage is one of the pages of something that is set turned by a quarter.
type turnedPage struct {
	section *section
	page    int
}

// landscape sets something wide on pages turned by a quarter: their text is as wide as
// that of the others is high. Each moves like a figure as high as a page.
func (b *builder) landscape(place source.Span, set func()) {
	upright, here, list := b.sheet, b.surroundings, b.verticalList
	b.sheet.Width, b.sheet.Height = upright.textHeight(), upright.Measure()
	b.sheet.Top, b.sheet.Bottom, b.sheet.Inner, b.sheet.Outer = 0, 0, 0, 0
	b.x, b.width = 0, b.sheet.Measure()
	b.verticalList = verticalList{}
	set()
	b.settle()
	turned := newSection(b.nodes, b.sheet, b.frame())
	b.sheet, b.surroundings, b.verticalList = upright, here, list
	for i := range turned.pages {
		b.add(node{kind: floatNode, height: b.sheet.textHeight(), turned: &turnedPage{turned, i}, place: place})
	}
}

// frame is what a page of the open sheet has room for.
func (b *builder) frame() pagination.Frame {
	return pagination.Frame{Height: b.sheet.textHeight(), NoteRule: noteRule(b.theme), Line: b.theme.Body.Leading, Grid: step(b.theme)}
}

// pagesOf returns the page of every anchor in the sections chosen so far.
func (b *builder) pagesOf() map[string]int {
	pages := map[string]int{}
	for _, s := range b.sections {
		for i := range s.pages {
			s.nodesOn(i, func(n *node) {
				for _, a := range n.content.anchors {
					if _, known := pages[a.Name]; !known {
						pages[a.Name] = s.first + i
					}
				}
			})
		}
	}
	return pages
}

// nodesOn goes through the nodes of a page, those of a turned one included.
func (s *section) nodesOn(i int, visit func(*node)) {
	on := func(n *node) {
		if n.turned != nil {
			n.turned.section.nodesOn(n.turned.page, visit)
		}
		visit(n)
	}
	p := &s.pages[i]
	for _, f := range p.Top {
		on(&s.list[f])
	}
	for j := p.From; j < p.To; j++ {
		if p.Holds(j, s.list[j].kind) {
			on(&s.list[j])
		}
	}
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
// it does but where all of them stand at the left.
func (s *section) notesFromRight(p *pagination.Page) bool {
	fromRight := func(n int) bool { return s.notes[n].fromRight }
	return !p.Carry.None() && fromRight(p.Carry.Note) || slices.ContainsFunc(p.Notes, fromRight)
}
