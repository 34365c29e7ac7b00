package typeset

import (
	"math"
	"slices"

	"warraq/input/brief"
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
	// lead is the part of a node's height that vanishes at the head of a page, and
	// trail the part that vanishes at its foot.
	lead, trail float64
	// onGrid makes the node stand on the grid of half lines.
	onGrid bool
	// widens lets a space grow by half a line to level a page.
	widens bool
	// pinned is set for a figure that stays where it is mentioned.
	pinned bool
	// again sets the paragraph of the line anew, where it may be longer.
	again *setting
	// turned is a page of its own, which the node stands for.
	turned *turnedPage
	// heading is set for what belongs to the text below it.
	heading bool
	// breakBefore is the cost of a page that begins with this node; forced
	// makes one begin here.
	breakBefore float64
	forced      bool
	// rule is set for a space with a line in it, which vanishes where the space does.
	rule bool
	// opens is set where a section of the first level begins, which running heads
	// name by section.
	opens   bool
	section string
	content content
	notes   []*note
	// frames are the boxes around the node, outermost first; begins and ends are those
	// of which it is the room at the end.
	frames       []*frame
	begins, ends *frame
	// head is repeated where a page begins at this node: a table's header.
	head  *content
	headH float64
	place source.Span
}

// content is what a node puts on its page: y runs down from the node's top, x
// from the left edge of the text.
type content struct {
	items []page.Item
	// edge is what is placed from the left edge of the trimmed page on, or nil.
	edge    *content
	links   []page.Link
	anchors []page.Anchor
	// figures are structure elements whose box becomes known with the page.
	figures []figureBox
	// late makes items that need the finished page numbers.
	late func(folio func(anchor string) string) []page.Item
}

// shift moves content down.
func (c *content) shift(dy float64) { c.move(0, dy) }

// move moves content to a side and down; what is placed from the edge of the page, only
// down.
func (c *content) move(dx, dy float64) {
	shift(c.items, dx, dy)
	if c.edge != nil {
		c.edge.move(0, dy)
	}
	for i := range c.links {
		c.links[i].X += dx
		c.links[i].Y += dy
	}
	for i := range c.anchors {
		c.anchors[i].X += dx
		c.anchors[i].Y += dy
	}
	for i := range c.figures {
		c.figures[i].x += dx
		c.figures[i].y += dy
	}
}

// join adds the content of another node.
func (c *content) join(o *content) {
	c.items = append(c.items, o.items...)
	switch {
	case c.edge == nil:
		c.edge = o.edge
	case o.edge != nil:
		c.edge.join(o.edge)
	}
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
	// above and below are the room between what stands in it and its ends: those at
	// which it begins and ends, and those where pages cut it.
	above, below float64
	// head is repeated above it where a page begins with a part of it.
	head  *content
	headH float64
}

// above is the room above a node where a page begins with it.
func (n *node) above() float64 {
	room := n.headH
	for _, f := range n.frames {
		if n.begins != f {
			room += f.headH + f.above
		}
	}
	return room
}

// below is the room below a node where a page ends with it.
func (n *node) below() float64 {
	room := 0.0
	for _, f := range n.frames {
		if n.ends != f {
			room += f.below
		}
	}
	return room
}

// A note is a footnote that waits for the page of its mark.
type note struct {
	of    *brief.Note
	lines []node
	// fromRight is the side that it stands at.
	fromRight bool
}

// A verticalList is a list in the making.
type verticalList struct {
	nodes []node
	// frames are those of this place, outermost first.
	frames []*frame
	// keep is the cost of a page break before the next node, and newPage forces
	// one.
	keep    float64
	newPage bool
	// waiting are the anchors of the next node that is no space.
	waiting []page.Anchor
	// aside counts the lists that this one will be put into: none of their nodes can
	// begin a page.
	aside int
}

// add appends a node. A space next to a space becomes the larger of the two.
func (l *verticalList) add(n node) {
	n.frames = slices.Concat(l.frames, n.frames)
	if n.kind == spaceNode && len(l.nodes) > 0 {
		if last := &l.nodes[len(l.nodes)-1]; last.kind == spaceNode && !last.rule && !n.rule && len(last.frames) == len(n.frames) {
			last.height = math.Max(last.height, n.height)
			last.widens = last.widens || n.widens
			last.breakBefore = math.Max(last.breakBefore, n.breakBefore)
			return
		}
	}
	n.breakBefore = math.Max(n.breakBefore, l.keep)
	if n.kind == boxNode { // a float may move away from what it was kept with
		l.keep = 0
	}
	if l.newPage && n.kind != spaceNode {
		n.forced, l.newPage = true, false
	}
	if len(l.waiting) > 0 && n.kind != spaceNode {
		n.content.anchors = append(slices.Clip(n.content.anchors), l.waiting...)
		l.waiting = nil
	}
	l.nodes = append(l.nodes, n)
}

// space appends room that a page may drop.
func (l *verticalList) space(height float64) {
	if height > 0 {
		l.add(node{kind: spaceNode, height: height})
	}
}

// widening appends room that a page may drop or widen.
func (l *verticalList) widening(height float64) {
	l.add(node{kind: spaceNode, height: height, widens: true})
}

// room appends space that stays.
func (l *verticalList) room(height float64, breakBefore float64) {
	l.add(node{kind: boxNode, height: height, breakBefore: breakBefore})
}

// keepNext forbids a page break before the next node that holds something.
func (l *verticalList) keepNext() { l.keep = forbidden }

// settle sets figures in place that a heading or an announcement stands over
// with no text between: were they to move away, it would stand over nothing.
// It is called where the text that could follow them is known not to come.
func (l *verticalList) settle() {
	if l.keep == 0 {
		return
	}
	var first *node
	for i := len(l.nodes) - 1; i >= 0 && l.nodes[i].kind != boxNode; i-- {
		if l.nodes[i].kind == floatNode && l.nodes[i].turned == nil {
			if first != nil {
				first.breakBefore = 0 // only the first is kept with what stands over it
			}
			first = &l.nodes[i]
			first.kind, first.pinned = boxNode, true
			l.keep = 0
		}
	}
}

// costIntroduced is the cost of a break after a paragraph that announces what
// follows.
const costIntroduced = 2500

// trimSpace takes back space at the end of the list.
func (l *verticalList) trimSpace() {
	for len(l.nodes) > 0 && l.nodes[len(l.nodes)-1].kind == spaceNode {
		l.nodes = l.nodes[:len(l.nodes)-1]
	}
}

// inFrame sets blocks inside a frame.
func (l *verticalList) inFrame(f *frame, set func()) {
	frames := l.frames
	l.frames = append(frames[:len(frames):len(frames)], f)
	set()
	l.frames = frames
}

// padded sets blocks inside a frame with room at both of its ends.
func (l *verticalList) padded(f *frame, set func()) {
	l.inFrame(f, func() {
		l.add(node{kind: boxNode, height: f.above, begins: f})
		l.keepNext()
		set()
		l.trimSpace()
		l.add(node{kind: boxNode, height: f.below, ends: f, breakBefore: forbidden})
	})
}

// append puts a list made apart into the list, inside the frames of this place.
func (l *verticalList) append(made []node) {
	for _, n := range made {
		l.add(n)
	}
}

// anchor lets links lead to the first of the nodes from an index on that holds
// something, or where there is none to a place of no height.
func (l *verticalList) anchor(first int, anchors ...page.Anchor) {
	first = l.filled(first)
	if first == len(l.nodes) {
		l.room(0, 0)
	}
	c := &l.nodes[first].content
	c.anchors = append(c.anchors, anchors...)
}

// filled is the index of the first node from one on that is no space.
func (l *verticalList) filled(from int) int {
	for from < len(l.nodes) && l.nodes[from].kind == spaceNode {
		from++
	}
	return from
}

// lastFilled is the last node that is no space, or nil.
func (l *verticalList) lastFilled() *node {
	for i := len(l.nodes) - 1; i >= 0; i-- {
		if l.nodes[i].kind != spaceNode {
			return &l.nodes[i]
		}
	}
	return nil
}

// pile puts nodes one below another into one, from y down.
func pile(into *node, nodes []node, y float64) {
	for i := range nodes {
		nodes[i].content.shift(y)
		into.content.join(&nodes[i].content)
		into.notes = append(into.notes, nodes[i].notes...)
		y += nodes[i].height
	}
}

func heightOf(nodes []node) float64 {
	h := 0.0
	for _, n := range nodes {
		h += n.height
	}
	return h
}

// apart sets blocks into a list of their own and returns it.
func (l *verticalList) apart(set func()) []node {
	outer := *l
	*l = verticalList{aside: outer.aside + 1}
	set()
	made := l.nodes
	*l = outer
	return made
}

// shift moves items, but nothing that they point at.
func shift(items []page.Item, dx, dy float64) {
	for i := range items {
		items[i].X += dx
		items[i].Y += dy
	}
}
