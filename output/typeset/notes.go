package typeset

import (
	"fmt"
	"unicode"

	"warraq/input/brief"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// note sets a footnote once. Its element stays apart until the paragraph of its
// mark is done: a note is read after the paragraph that calls for it.
func (b *builder) note(n *brief.Note) *note {
	made := &note{brief: n}
	e := &page.Element{Role: page.Note, ID: "note-" + noteName(n), Place: n.Span}
	parent, x, width, depth, tight := b.parent, b.x, b.width, b.depth, b.tight
	b.parent, b.x, b.width, b.depth, b.tight = e, 0, b.measure(), 0, false
	made.lines = b.apart(func() { b.noteBlocks(n, e) })
	b.parent, b.x, b.width, b.depth, b.tight = parent, x, width, depth, tight
	b.pendingNotes = append(b.pendingNotes, e)
	return made
}

// placeNotes puts the notes of what was just set after it in the tree.
func (b *builder) placeNotes() {
	if len(b.pendingNotes) == 0 {
		return
	}
	notes := b.pendingNotes
	b.pendingNotes = nil
	// The parent may be a list body, a quote or the document itself: the notes
	// become siblings of the paragraph.
	b.parent.Children = append(b.parent.Children, notes...)
}

func (b *builder) noteBlocks(n *brief.Note, e *page.Element) {
	t := b.theme.Note
	number := b.noteNumber(n)
	label := e.Add(page.Label)
	back := &paragraph.Target{Anchor: noteMarkAnchor(n), Description: fmt.Sprintf(b.words.backToText, number)}
	in := &inliner{builder: b, text: t, style: styleOf(t), parent: label}
	in.inLink(page.LinkRole, back, func() {
		in.raised(number, func(s *paragraph.Span) { s.Style.Color, s.Source = b.theme.Colors.Accent, n.Span })
	})
	mark := in.spans
	for i, block := range n.Blocks {
		if p, ok := block.(*brief.Paragraph); ok {
			body := e.Add(page.Paragraph)
			var spans []paragraph.Span
			var anchors []page.Anchor
			if i == 0 {
				spans = append(mark, paragraph.Span{Text: "\u00a0", Style: styleOf(t), Slot: slot(body), Source: n.Span})
				anchors = []page.Anchor{{Name: noteAnchor(n)}}
			}
			spans = append(spans, b.spans(p.Content, t, body)...)
			direction := paragraph.Auto
			if !opensArabic(p.Content) && b.mostlyLatin(p.Content) {
				direction = paragraph.LTR
			}
			b.stack(spans, text{style: t, align: paragraph.Justify, anchors: anchors, direction: direction})
			continue
		}
		b.block(block)
	}
	b.room(b.theme.Space.Note, forbidden)
}

// mostlyLatin reports whether most letters of a text are not Arabic: such a
// note or reference runs from left to right.
func (b *builder) mostlyLatin(inlines []brief.Inline) bool {
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
