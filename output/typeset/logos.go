package typeset

import (
	"math"

	"warraq/input/brief"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// A sign is a logo, or the name of a partner that has none, at its size.
type sign struct {
	picture       *brief.Picture
	name          brief.Field // the name in words; its alternative text
	place         source.Span
	width, height float64
}

// hasLogos reports whether there is any logo to be printed.
func (b *builder) hasLogos() bool {
	m := b.brief.Meta
	for _, p := range m.Partners {
		if p.Logo != nil && p.Logo.Picture != nil {
			return true
		}
	}
	return m.Logo != nil
}

// logoGap and rowGap are the room between two logos and between two rows of them, in
// parts of their height.
const (
	logoGap = 0.75
	rowGap  = 0.3
)

// logos sets the institution's logo at the side where lines begin, and at the other the
// partners' under the words for them, in rows as wide as is left. They stand on one
// middle; x is 0 at the column's left. The height is that of all.
func (b *builder) logos(height float64) node {
	m := b.brief.Meta
	n := node{kind: boxNode}
	own := b.signOf(m.Logo, brief.Field{Value: b.names.Logo()}, height, b.width/4)
	room := b.width
	if own != nil {
		room -= own.width + 2*height*logoGap
	}
	small := b.theme.Caption
	small.Size, small.Leading = small.Size*0.9, small.Leading*0.9+4
	small.Color = b.theme.Colors.Muted
	var rows [][]*sign
	for i := range m.Partners {
		p := &m.Partners[i]
		s := &sign{name: p.Name, place: p.Span}
		if p.Logo != nil && p.Logo.Picture != nil {
			s = b.signOf(p.Logo.Picture, p.Name, height*0.86, b.width/5)
			s.place = p.Logo.Span
		} else {
			s.width, s.height = math.Min(b.widthOf(p.Name.Value, b.nameless()), room), b.nameless().Leading
		}
		if k := len(rows) - 1; k >= 0 && widthOfRow(rows[k], height)+height*logoGap+s.width <= room {
			rows[k] = append(rows[k], s)
			continue
		}
		rows = append(rows, []*sign{s})
	}
	// The middle of the partners' rows is that of the institution's logo.
	label, signs := 0.0, 0.0
	if len(rows) > 0 {
		label, signs = small.Leading, float64(len(rows))*height+float64(len(rows)-1)*height*rowGap
	}
	if own != nil {
		signs = math.Max(signs, own.height)
		x := b.x
		if b.rtl {
			x = b.x + b.width - own.width
		}
		b.sign(&n, own, x, label+(signs-own.height)/2)
	}
	n.height = label + signs
	if len(rows) == 0 {
		return n
	}
	// The group ends with the line; where it has no logo beside it, it begins with it.
	group := 0.0
	for _, row := range rows {
		group = math.Max(group, widthOfRow(row, height))
	}
	e := b.tree.Add(b.parent, page.Paragraph)
	words := b.span(b.names.Partners(), small, e, source.Span{})
	group = math.Max(group, b.widthOf(words.text, small)+1)
	before := 0.0 // the room that the line has before the group
	if own != nil {
		before = b.width - group
	}
	var lines []node
	b.within(before, 0, func() {
		lines = b.apart(func() { b.stack([]span{words}, text{style: small, align: paragraph.Start, keepLines: true}) })
	})
	pile(&n, lines, -4)
	y := label + (signs-float64(len(rows))*height-float64(len(rows)-1)*height*rowGap)/2
	for _, row := range rows {
		at := before
		for _, s := range row {
			x := b.x + at
			if b.rtl {
				x = b.x + b.width - at - s.width
			}
			b.sign(&n, s, x, y+(height-s.height)/2)
			at += s.width + height*logoGap
		}
		y += height * (1 + rowGap)
	}
	return n
}

func widthOfRow(row []*sign, height float64) float64 {
	w := height * logoGap * float64(len(row)-1)
	for _, s := range row {
		w += s.width
	}
	return w
}

// nameless is how a partner's name is set in place of a logo.
func (b *builder) nameless() theme.Text {
	t := b.theme.Byline
	t.Bold = true
	return t
}

// signOf is a logo at a height, or narrower where it would be too wide.
func (b *builder) signOf(p *brief.Picture, name brief.Field, height, widest float64) *sign {
	if p == nil {
		return nil
	}
	across, down := b.sizeOf(p)
	s := &sign{picture: p, name: name, place: p.Span, width: height * across / down, height: height}
	if s.width > widest {
		s.width, s.height = widest, widest*down/across
	}
	return s
}

// sign puts a logo or a name into a node.
func (b *builder) sign(n *node, s *sign, x, y float64) {
	if s.picture == nil {
		e := b.tree.Add(b.parent, page.Paragraph)
		here := b.surroundings
		b.x, b.width = x, s.width+0.5
		lines := b.apart(func() {
			b.stack([]span{b.span(s.name.Value, b.nameless(), e, s.name.Span)}, text{style: b.nameless(), align: paragraph.Start, keepLines: true})
		})
		b.surroundings = here
		pile(n, lines, y)
		return
	}
	e := b.tree.Add(b.parent, page.Figure)
	b.element(e).Alt, b.element(e).Place = s.name.Value, s.place
	items := b.picture(s.picture, brief.Crop{}, x, s.width, s.height, b.tree.Slot(e), s.place)
	shift(items, 0, y)
	n.content.items = append(n.content.items, items...)
	n.content.figures = append(n.content.figures, figureBox{e, x, y, s.width, s.height})
}
