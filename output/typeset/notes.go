package typeset

import (
	"slices"
	"unicode"

	"warraq/input/brief"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// footnotes are the notes that were met.
type footnotes struct {
	// marked are those whose first mark is set.
	marked map[*brief.Note]bool
	// pending are set, but not yet in the structure tree.
	pending []page.Ref
}

// first reports whether a mark is the first of its note, once.
func (f *footnotes) first(n *brief.Note) bool {
	if f.marked[n] {
		return false
	}
	f.marked[n] = true
	return true
}

// note sets a footnote once. Its element stays apart until the paragraph of its
// mark is done: a note is read after the paragraph that calls for it.
func (b *builder) note(n *brief.Note) *note {
	made := &note{of: n, fromRight: b.noteFromRight(n)}
	e := b.tree.New(page.Note)
	b.element(e).ID, b.element(e).Place = b.own("note-"+noteName(n)), n.Span
	here, waiting := b.surroundings, b.footnotes.pending
	b.surroundings = b.outermost(e)
	b.fromRight, b.rtl = made.fromRight, made.fromRight
	b.footnotes.pending = nil
	made.lines = b.apart(func() { b.noteBlocks(n, e, b.theme.Note) })
	b.surroundings, b.footnotes.pending = here, append(waiting, e)
	return made
}

// placeNotes puts the notes of what was just set after it in the tree.
func (b *builder) placeNotes() {
	notes := b.footnotes.pending
	b.footnotes.pending = nil
	// The parent may be a list body, a quote or the document itself: the notes
	// become siblings of the paragraph.
	b.tree.Append(b.parent, notes...)
}

// noteBlocks sets a note: its mark, before its first paragraph or, where it
// begins with anything else or holds nothing, on a line of its own; then its
// blocks, all at the size of notes: those below a table have that of its source.
func (b *builder) noteBlocks(n *brief.Note, e page.Ref, t theme.Text) {
	body, inNote := b.body, b.inNote
	b.body, b.inNote = t, true
	label := b.tree.Add(e, page.Label)
	back := &linkTarget{anchor: b.markAnchor(n), description: b.names.Back(n)}
	in := b.inliner(t, label)
	in.inLink(page.LinkRole, back, func() {
		in.raised(b.names.Note(n), func(s *span) { s.style.Color, s.source = b.theme.Colors.Accent, n.Span })
	})
	mark, anchors := in.spans, []page.Anchor{{Name: b.noteAnchor(n)}}
	blocks := n.Blocks
	if first, ok := firstParagraph(blocks); ok {
		body := b.tree.Add(e, page.Paragraph)
		mark = append(mark, b.span("\u00a0", t, body, n.Span))
		b.noteParagraph(first, mark, anchors, body)
		blocks = blocks[1:]
	} else {
		direction := paragraph.LTR
		if b.rtl {
			direction = paragraph.RTL
		}
		b.stack(mark, text{style: t, align: paragraph.Start, keepLines: true, direction: direction, anchors: anchors})
	}
	below := len(b.nodes)
	for _, block := range blocks {
		if p, ok := block.(*brief.Paragraph); ok {
			b.noteParagraph(p, nil, nil, b.tree.Add(e, page.Paragraph))
			continue
		}
		b.block(block)
	}
	b.trimSpace()
	b.nodes = slices.Delete(b.nodes, below, b.filled(below)) // what follows a mark stands close to it
	b.room(b.theme.Space.Note, forbidden)
	b.body, b.inNote = body, inNote
}

func firstParagraph(blocks []brief.Block) (*brief.Paragraph, bool) {
	if len(blocks) == 0 {
		return nil, false
	}
	p, ok := blocks[0].(*brief.Paragraph)
	return p, ok
}

// noteParagraph sets a paragraph of a note after what stands before it.
func (b *builder) noteParagraph(p *brief.Paragraph, before []span, anchors []page.Anchor, e page.Ref) {
	spans := append(before, b.spans(p.Content, b.body, e)...)
	if p.ID != "" {
		anchors = append(anchors, page.Anchor{Name: p.ID})
	}
	direction := paragraph.Auto
	if !opensArabic(p.Content) && mostlyLatin(p.Content) {
		direction = paragraph.LTR
	}
	b.stack(spans, text{style: b.body, align: paragraph.Justify, anchors: anchors, direction: direction})
}

// headingInNote sets a heading inside a note: it opens no section of the
// document, so it is a bold line there and no heading to a reader by ear.
func (b *builder) headingInNote(h *brief.Heading) {
	look := b.body
	look.Bold = true
	b.space(b.paragraphSpace())
	b.stack(b.spans(h.Content, look, b.tree.Add(b.parent, page.Paragraph)),
		text{style: look, align: paragraph.Start, keepLines: true, anchors: []page.Anchor{{Name: h.ID}}})
	b.keepNext()
}

// fitting is a look no larger than the running text of a note, inside one.
func (b *builder) fitting(t theme.Text) theme.Text {
	if b.inNote && t.Size > b.body.Size {
		t.Leading *= b.body.Size / t.Size
		t.Size = b.body.Size
	}
	return t
}

// mostlyLatin reports whether most letters of a text are not Arabic: such a
// note or reference runs from left to right.
func mostlyLatin(inlines []brief.Inline) bool {
	arabic, other := countLetters(brief.Plain(inlines))
	return other > 2*arabic
}

// opensArabic reports whether the first letter of a text is Arabic: a note that
// opens with «انظر» runs from right to left whatever it points at.
func opensArabic(inlines []brief.Inline) bool {
	for _, r := range brief.Plain(inlines) {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Arabic, r)
		}
	}
	return false
}
