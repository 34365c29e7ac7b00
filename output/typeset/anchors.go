package typeset

import (
	"fmt"
	"strconv"

	"warraq/input/brief"
	"warraq/output/page"
)

// Every place that a link may lead to has an anchor, whatever stands there and
// whether anything of it is printed: what is written last is set on the first
// line that follows, or on a place of no height.

// anchor lets links lead to the first of the nodes from an index on that holds
// something, or where there is none to a place of no height.
func (b *builder) anchor(first int, anchors ...page.Anchor) {
	first = b.filled(first)
	if first == len(b.list) {
		b.room(0, 0)
	}
	c := &b.list[first].content
	c.anchors = append(c.anchors, anchors...)
}

// filled is the index of the first node from one on that is no space.
func (b *builder) filled(from int) int {
	for from < len(b.list) && b.list[from].kind == spaceNode {
		from++
	}
	return from
}

// claim returns the anchors of a slot once: where its text begins, or where it
// has none with its paragraph.
func (b *builder) claim(slot page.Ref) []page.Anchor {
	var anchors []page.Anchor
	for _, name := range b.slotAnchors[slot] {
		anchors = append(anchors, page.Anchor{Name: name, X: b.x})
	}
	delete(b.slotAnchors, slot)
	return anchors
}

// noteName tells a note from all others: numbers of tables' notes start anew in
// each table.
func noteName(n *brief.Note) string {
	if n.InTable {
		return "table:" + n.Label
	}
	return strconv.Itoa(n.Number)
}

// own returns a name for an anchor of the program's that no author's id is.
func (b *builder) own(name string) string {
	unique := name
	for n := 2; b.ids[unique]; n++ {
		unique = fmt.Sprintf("%s-%d", name, n)
	}
	return unique
}

func (b *builder) noteAnchor(n *brief.Note) string           { return b.own("note:" + noteName(n)) }
func (b *builder) markAnchor(n *brief.Note) string           { return b.own("mark:" + noteName(n)) }
func (b *builder) referenceAnchor(r *brief.Reference) string { return b.own("ref:" + r.Key) }

// idsOf gathers the ids of a brief.
func idsOf(b *brief.Brief) map[string]bool {
	ids := map[string]bool{}
	var marked func(line []brief.Inline)
	marked = func(line []brief.Inline) {
		for _, n := range line {
			if m, ok := n.(*brief.Marked); ok {
				ids[m.ID] = true
			}
			marked(brief.Content(n))
		}
	}
	walk := func(blocks []brief.Block) {
		brief.Walk(blocks, func(block brief.Block) {
			switch n := block.(type) {
			case *brief.Heading:
				ids[n.ID] = true
			case *brief.Paragraph:
				ids[n.ID] = true
			case *brief.TableBlock:
				ids[n.ID] = true
			case *brief.Figure:
				ids[n.ID] = true
			}
			brief.Lines(block, marked)
		})
	}
	for _, blocks := range [][]brief.Block{b.Meta.Imprint, b.Summary, b.Body} {
		walk(blocks)
	}
	for _, n := range b.Notes {
		walk(n.Blocks)
	}
	for _, t := range b.DataTables {
		for _, n := range t.Notes {
			walk(n.Blocks)
		}
	}
	return ids
}
