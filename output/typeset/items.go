package typeset

import (
	"math"
	"unicode/utf8"

	"warraq/input/brief"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

func (b *builder) listBlock(l *brief.List) {
	e := b.tree.Add(b.parent, page.List)
	b.element(e).Numbering = "Disc"
	if l.Ordered {
		b.element(e).Numbering = "Decimal"
		if b.depth%2 == 1 {
			b.element(e).Numbering = "LowerAlpha" // the nearest ListNumbering has for abjad
		}
	} else if b.depth%2 == 1 {
		b.element(e).Numbering = "Circle"
	}
	parent, tight := b.parent, b.tight
	// Paragraphs that are told apart by indents alone are so from a list as well.
	outer := math.Max(b.paragraphSpace(), b.theme.Space.ListItem)
	b.tight = l.Tight
	rtl := b.rtl
	if b.depth == 0 { // a list in another hangs under its item, whatever its letters
		b.rtl = b.fromRight && !latinList(l)
	}
	indent := b.markerRoom(l)
	if !b.opening {
		b.space(outer)
	}
	for i, item := range l.Items {
		if i > 0 {
			b.space(b.paragraphSpace())
		}
		li := b.tree.Add(e, page.ListItem)
		label, body := b.tree.Add(li, page.Label), b.tree.Add(li, page.ListBody)
		marker := b.names.Item(l, i, b.depth, b.rtl)
		b.parent = body
		b.depth++
		b.hang(marker, label, item.Span, b.body, indent, func() { b.open(item.Blocks) })
		b.depth--
	}
	b.parent, b.tight, b.rtl = parent, tight, rtl
	b.space(outer)
}

// latinList reports whether all items of a list begin with text that runs from
// left to right: then their markers stand on the left. A single Latin item stays
// in line with the others.
func latinList(l *brief.List) bool {
	for _, item := range l.Items {
		if len(item.Blocks) == 0 {
			return false
		}
		p, ok := item.Blocks[0].(*brief.Paragraph)
		if !ok {
			return false
		}
		if arabic, other := countLetters(brief.Plain(p.Content)); arabic > 0 || other == 0 {
			return false
		}
	}
	return len(l.Items) > 0
}

// markerRoom is the room before the items of a list: that of the theme, or what
// its widest marker needs.
func (b *builder) markerRoom(l *brief.List) float64 {
	room := b.theme.Space.ListIndent
	for i, item := range l.Items {
		if l.Ordered && (i == 0 || i == len(l.Items)-1) || item.Task != brief.NoTask {
			room = math.Max(room, b.widthOf(b.names.Item(l, i, b.depth, b.rtl), b.body)+b.body.Size*0.4)
		}
	}
	return room
}

// paragraphSpace is the space between paragraphs: less in a tight list.
func (b *builder) paragraphSpace() float64 {
	if b.tight {
		return b.theme.Space.ListItem
	}
	return b.theme.Space.Paragraph
}

// hang sets blocks beside a marker in a room before them, which stands on the baseline of their first
// line.
func (b *builder) hang(marker string, label page.Ref, place source.Span, t theme.Text, indent float64, set func()) {
	order := b.take(utf8.RuneCountInString(marker) + 1)
	var made []node
	b.within(indent, 0, func() { made = b.apart(set) })
	for len(made) > 0 && made[0].kind == spaceNode {
		made = made[1:]
	}
	baseline := t.Leading * 0.7
	if len(made) == 0 {
		made = []node{{kind: boxNode, height: t.Leading, place: place}}
	} else if made[0].baseline > 0 {
		baseline = made[0].baseline
	}
	p := &paragraph.Text{Width: indent * 1.4, Align: paragraph.Start, Digits: b.digits}
	x := b.x
	p.Direction = paragraph.LTR
	if b.rtl {
		p.Direction = paragraph.RTL
		x = b.x + b.width - p.Width
	}
	if lines := b.lines(p, []span{b.span(marker, t, label, place).kept()}, order); len(lines) > 0 {
		shift(lines[0].items, x, baseline)
		first := &made[0]
		first.content.items = append(lines[0].items, first.content.items...)
	}
	b.append(made)
}

// definitions sets terms with what they mean hung under them. A term stands nearer to
// its definition than to the text above it: half a line parts it from that, also where
// paragraphs have no space between them, and nothing from its definition. The text after
// the list is parted from it likewise.
func (b *builder) definitions(d *brief.DefinitionList) {
	e := b.tree.Add(b.parent, page.List)
	parent := b.parent
	half := math.Max(b.paragraphSpace(), b.body.Leading/2)
	for _, item := range d.Items {
		if !b.opening { // what the list opens has its own space
			b.space(half)
		}
		li := b.tree.Add(e, page.ListItem)
		term := b.body
		term.Bold = true
		b.stack(b.spans(item.Term, term, b.tree.Add(li, page.Label)), text{style: term, align: paragraph.Start, keepLines: true})
		b.keepNext()
		b.parent = b.tree.Add(li, page.ListBody)
		b.within(b.theme.Space.ListIndent, 0, func() { b.open(item.Blocks) })
	}
	b.parent = parent
	b.space(half)
}
