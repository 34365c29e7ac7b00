package typeset

import (
	"math"
	"slices"

	"warraq/input/source"
	"warraq/output/page"
	"warraq/output/pagination"
)

// The vertical list is what a chapter is before it has pages: nodes one below
// another, as in TeX. Nodes are boxes, spaces or floats.

// The kinds of node, and the cost of a break where there must be none, as the
// pages are chosen by.
const (
	boxNode   = pagination.Solid
	spaceNode = pagination.Space
	floatNode = pagination.Float

	forbidden = pagination.Forbidden
)

// A node of the vertical list.
type node struct {
	kind   pagination.Kind
	height float64
	// baseline is from the node's top to the baseline of its text.
	baseline float64
	// lead is the part of a float's height that vanishes at the head of a page, and
	// trail the part that vanishes at its foot.
	lead, trail float64
	// stretch is how far a space may grow to level a page.
	stretch float64
	// breakBefore is the cost of a page that begins with this node; forced
	// makes one begin here.
	breakBefore float64
	forced      bool
	// opens is set where a section of the first level begins.
	opens   bool
	content content
	notes   []*note
	// frames are the boxes around the node, outermost first.
	frames []*frame
	// head is repeated where a page begins at this node: a table's header.
	head  *content
	headH float64
	place source.Span
}

// content is what a node puts on its page: y runs down from the node's top, x
// from the left edge of the text.
type content struct {
	items   []page.Item
	links   []page.Link
	anchors []page.Anchor
	// figures are structure elements whose box becomes known with the page.
	figures []figureBox
	// late makes items that need the finished page numbers.
	late func(folio func(anchor string) string) []page.Item
}

// shift moves content down.
func (c *content) shift(dy float64) {
	shift(c.items, 0, dy)
	for i := range c.links {
		c.links[i].Y += dy
	}
	for i := range c.anchors {
		c.anchors[i].Y += dy
	}
	for i := range c.figures {
		c.figures[i].y += dy
	}
}

// join adds the content of another node.
func (c *content) join(o *content) {
	c.items = append(c.items, o.items...)
	c.links = append(c.links, o.links...)
	c.anchors = append(c.anchors, o.anchors...)
	c.figures = append(c.figures, o.figures...)
}

// figureBox is the place of a figure's element inside its node.
type figureBox struct {
	element             page.Ref
	x, y, width, height float64
}

// A frame is the ground or rule behind a stretch of nodes.
type frame struct {
	x, width float64
	paint    func(x, y, width, height float64) []page.Item
}

// A note is a footnote that waits for the page of its mark.
type note struct{ lines []node }

// add appends a node. A space next to a space becomes the larger of the two.
func (b *builder) add(n node) {
	n.frames = slices.Concat(b.frames, n.frames)
	if n.kind == spaceNode && len(b.list) > 0 {
		if last := &b.list[len(b.list)-1]; last.kind == spaceNode && len(last.frames) == len(n.frames) {
			last.height = math.Max(last.height, n.height)
			last.stretch = math.Max(last.stretch, n.stretch)
			last.breakBefore = math.Max(last.breakBefore, n.breakBefore)
			return
		}
	}
	n.breakBefore = math.Max(n.breakBefore, b.keep)
	if n.kind == boxNode { // a float may move away from what it was kept with
		b.keep = 0
	}
	if b.newPage && n.kind != spaceNode {
		n.forced, b.newPage = true, false
	}
	b.list = append(b.list, n)
}

// space appends room that a page may drop and, a little, stretch.
func (b *builder) space(height float64) {
	if height > 0 {
		b.add(node{kind: spaceNode, height: height, stretch: height / 2})
	}
}

// room appends space that stays.
func (b *builder) room(height float64, breakBefore float64) {
	b.add(node{kind: boxNode, height: height, breakBefore: breakBefore})
}

// keepNext forbids a page break before the next node that holds something.
func (b *builder) keepNext() { b.keep = forbidden }

// settle sets figures in place that a heading or an announcement stands over
// with no text between: were they to move away, it would stand over nothing.
// It is called where the text that could follow them is known not to come.
func (b *builder) settle() {
	if b.keep == 0 {
		return
	}
	var first *node
	for i := len(b.list) - 1; i >= 0 && b.list[i].kind != boxNode; i-- {
		if b.list[i].kind == floatNode {
			if first != nil {
				first.breakBefore = 0 // only the first is kept with what stands over it
			}
			first = &b.list[i]
			first.kind = boxNode
			b.keep = 0
		}
	}
}

// costIntroduced is the cost of a break after a paragraph that announces what
// follows.
const costIntroduced = 2500

// shift moves items, but nothing that they point at.
func shift(items []page.Item, dx, dy float64) {
	for i := range items {
		items[i].X += dx
		items[i].Y += dy
	}
}
