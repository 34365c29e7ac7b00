package typeset

import (
	"math"

	"warraq/input/brief"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// How a poem is set, in em: the gap between its columns, how far the second hemistich of
// a folded line stands in, and how much of a leading parts two stanzas.
const (
	verseGap    = 2.5
	verseIndent = 2.0
	stanzaSpace = 0.6
)

// A poem is how the lines of one are laid out.
type poem struct {
	*builder
	// half is the width of each column, 0 where there are none, and whole that of the
	// poem, which stands in the middle.
	half, whole float64
	// columns says of each line whether its hemistichs stand in these.
	columns []bool
	rtl     bool
}

// verse sets a poem. Its hemistichs stand in two columns whose edges are straight: each
// is stretched to the width of the longest. A line with one that no column holds is
// folded, its second hemistich below the first and at the other edge. A poem is not
// parted after its first line or before its last.
func (b *builder) verse(v *brief.Verse) {
	b.blockSpace()
	p := b.poem(v)
	first := len(b.nodes)
	b.under(page.Div, func() {
		for i := range v.Lines {
			line := &v.Lines[i]
			if line.First == nil && line.Second == nil {
				b.space(steps(b.body.Leading*stanzaSpace, step(b.theme)))
				continue
			}
			nodes := p.line(line, p.columns[i])
			for j := range nodes {
				if j > 0 || i == 1 || i > 0 && i == len(v.Lines)-1 {
					nodes[j].breakBefore = forbidden
				}
			}
			b.append(nodes)
			b.placeNotes()
		}
	})
	if v.ID != "" {
		b.anchor(first, page.Anchor{Name: v.ID})
	}
	b.opening = false
	b.blockSpace()
}

// poem measures a poem: its columns are as wide as the longest hemistich that the page
// has room for twice.
func (b *builder) poem(v *brief.Verse) *poem {
	p := &poem{builder: b, rtl: b.rtl, columns: make([]bool, len(v.Lines))}
	gap, indent := verseGap*b.body.Size, verseIndent*b.body.Size
	most := (b.width - gap) / 2
	folded := 0.0
	var spans []span
	for i := range v.Lines {
		line := &v.Lines[i]
		first := b.scrap(line.First)
		spans = append(spans, first...)
		longer := math.Max(b.measured(first), b.measured(b.scrap(line.Second)))
		switch p.columns[i] = line.Second != nil && longer <= most; {
		case p.columns[i]:
			p.half = math.Max(p.half, longer)
		case line.Second == nil:
			folded = math.Max(folded, longer)
		default:
			folded = math.Max(folded, longer+indent)
		}
	}
	if direction := b.direction(spans); direction != paragraph.Auto {
		p.rtl = direction == paragraph.RTL
	}
	p.whole = folded
	if p.half > 0 {
		p.half += 0.01 // the longest keeps its own spaces
		p.whole = math.Max(p.whole, 2*p.half+gap)
	}
	p.whole = math.Min(p.whole, b.width)
	return p
}

// scrap is the text of a hemistich that is measured and not kept.
func (b *builder) scrap(content []brief.Inline) []span {
	tree := page.NewTree()
	in := b.inliner(b.body, 0)
	in.tree, in.measuring = &tree, true
	in.all(content)
	return in.spans
}

// measured is the width of a hemistich on one line.
func (b *builder) measured(spans []span) float64 {
	if len(spans) == 0 {
		return 0
	}
	width, _ := b.natural(&paragraph.Text{Direction: b.direction(spans), Digits: b.digits}, spans)
	return width
}

// line sets one line of a poem.
func (p *poem) line(l *brief.VerseLine, columns bool) []node {
	e := p.tree.Add(p.parent, page.Paragraph)
	p.element(e).Place = l.Span
	left := p.x + (p.width-p.whole)/2
	at := func(start bool, width float64) float64 { // where a part begins, at the one edge or the other
		if start == p.rtl {
			return left + p.whole - width
		}
		return left
	}
	if l.Second == nil {
		align := paragraph.Start
		if p.half > 0 {
			align = paragraph.Center
		}
		return p.part(l.First, e, left, p.whole, align)
	}
	first, second := p.tree.Add(e, page.Span), p.tree.Add(e, page.Span)
	if columns {
		one := p.part(l.First, first, at(true, p.half), p.half, paragraph.Justify)
		other := p.part(l.Second, second, at(false, p.half), p.half, paragraph.Justify)
		return beside(one, other)
	}
	room := p.whole - verseIndent*p.body.Size
	one := p.part(l.First, first, at(true, room), room, paragraph.Start)
	return append(one, p.part(l.Second, second, at(false, room), room, paragraph.End)...)
}

// part sets a hemistich.
func (p *poem) part(content []brief.Inline, e page.Ref, x, width float64, align paragraph.Align) []node {
	here := p.surroundings
	p.x, p.width = x, width
	direction := paragraph.LTR
	if p.rtl {
		direction = paragraph.RTL
	}
	nodes := p.apart(func() {
		p.stack(p.spans(content, p.body, e), text{style: p.body, align: align, fill: align == paragraph.Justify, direction: direction})
	})
	p.surroundings = here
	return nodes
}

// beside puts the first nodes of two lists on one baseline.
func beside(one, other []node) []node {
	if len(one) == 0 || len(other) == 0 {
		return append(one, other...)
	}
	a, b := &one[0], &other[0]
	baseline := math.Max(a.baseline, b.baseline)
	below := math.Max(a.height-a.baseline, b.height-b.baseline)
	a.content.shift(baseline - a.baseline)
	b.content.shift(baseline - b.baseline)
	a.content.join(&b.content)
	a.notes = append(a.notes, b.notes...)
	a.baseline, a.height = baseline, baseline+below
	return append(one, other[1:]...)
}
