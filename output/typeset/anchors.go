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

// anchors names the places of a document, and knows those whose place on the page
// is still to be found.
type anchors struct {
	// ids are the author's, which are anchors too.
	ids map[string]bool
	// slots are the anchors of slots whose line is not yet known.
	slots map[page.Ref][]string
	// unplaced are the slots with anchors in the spans of the next paragraph.
	unplaced []page.Ref
	// tables counts the tables, whose cells are named by it.
	tables int
}

func newAnchors(b *brief.Brief) anchors {
	return anchors{ids: idsOf(b), slots: map[page.Ref][]string{}}
}

// await gives a slot its anchors, until its line is known.
func (a *anchors) await(slot page.Ref, names []string) {
	a.slots[slot] = names
	a.unplaced = append(a.unplaced, slot)
}

// claim returns the anchors of a slot once: where its text begins, or where it
// has none with its paragraph. x is the left end of the column.
func (a *anchors) claim(slot page.Ref, x float64) []page.Anchor {
	var claimed []page.Anchor
	for _, name := range a.slots[slot] {
		claimed = append(claimed, page.Anchor{Name: name, X: x})
	}
	delete(a.slots, slot)
	return claimed
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
func (a *anchors) own(name string) string {
	unique := name
	for n := 2; a.ids[unique]; n++ {
		unique = fmt.Sprintf("%s-%d", name, n)
	}
	return unique
}

func (a *anchors) noteAnchor(n *brief.Note) string           { return a.own("note:" + noteName(n)) }
func (a *anchors) markAnchor(n *brief.Note) string           { return a.own("mark:" + noteName(n)) }
func (a *anchors) referenceAnchor(r *brief.Reference) string { return a.own("ref:" + r.Key) }

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
	for _, blocks := range append(b.Meta.Texts(), b.Summary, b.Body) {
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
