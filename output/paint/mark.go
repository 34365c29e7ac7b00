package paint

import (
	"strconv"

	"warraq/output/page"
)

// roles gives each content slot the role of the element it stands in, which is
// the tag of its marked content.
func roles(root *page.Element) map[*page.Element]page.Role {
	m := map[*page.Element]page.Role{}
	var walk func(e *page.Element)
	walk = func(e *page.Element) {
		for _, c := range e.Children {
			if c.Role == page.Slot {
				m[c] = e.Role
			} else {
				m[c] = c.Role
			}
			walk(c)
		}
	}
	if root != nil {
		m[root] = root.Role
		walk(root)
	}
	return m
}

// blocks gives each element the block of text that it belongs to: itself, or for
// slots and elements that stand inside a line the block around them.
func blocks(root *page.Element) map[*page.Element]*page.Element {
	m := map[*page.Element]*page.Element{}
	var walk func(e, block *page.Element)
	walk = func(e, block *page.Element) {
		switch e.Role {
		case page.Slot, page.Span, page.LinkRole, page.Reference, page.Code:
		default:
			block = e
		}
		m[e] = block
		for _, c := range e.Children {
			walk(c, block)
		}
	}
	if root != nil {
		walk(root, root)
	}
	return m
}

// A unit is the runs of one line that stand next to each other in one content
// slot, or an item that is no text. It is never divided between sequences.
type unit struct {
	runs []run
	// lowest and highest are the least and greatest order in it.
	lowest, highest int
	// reversed reports that it is content of which every run is right to left.
	reversed bool
}

// units groups the runs of a page.
func units(runs []run) []unit {
	var all []unit
	start := 0
	for i := 1; i <= len(runs); i++ {
		if i < len(runs) && runs[i].continues(&runs[i-1]) {
			continue
		}
		u := unit{runs[start:i], runs[start].order, runs[start].order, runs[start].item.Slot != nil}
		for _, r := range u.runs {
			u.lowest, u.highest = min(u.lowest, r.order), max(u.highest, r.order)
			u.reversed = u.reversed && r.item.Text != nil && r.item.Text.RTL
		}
		all = append(all, u)
		start = i
	}
	return all
}

// continues reports whether a run stands in the unit of the run before.
func (r *run) continues(before *run) bool {
	a, b := before.item, r.item
	return a.Text != nil && b.Text != nil && r.row == before.row && !r.sequence &&
		a.Slot == b.Slot && a.Artifact == b.Artifact
}

// A sequence is an open marked-content sequence (ISO 32000-1 §14.6).
type sequence struct {
	open     bool
	slot     *page.Element
	artifact page.Artifact
	order    int // the greatest in it
}

// takes reports whether a unit may stand in the sequence after what is there: it
// does if it is read after that.
func (s sequence) takes(u unit) bool {
	it := u.runs[0].item
	if !s.open || s.slot != it.Slot || u.runs[0].sequence {
		return false
	}
	if it.Slot == nil {
		return s.artifact == it.Artifact
	}
	return s.order <= u.lowest
}

// begin opens the sequence of a unit, unless the open one takes it.
func (w *writer) begin(u unit) {
	if w.sequence.takes(u) {
		w.sequence.order = u.highest
		return
	}
	w.end()
	it := u.runs[0].item
	w.sequence = sequence{true, it.Slot, it.Artifact, u.highest}
	c := &w.content
	if it.Slot == nil {
		c.line("/Artifact <</Type /" + artifactType(it.Artifact) + ">> BDC")
		return
	}
	role, ok := w.roles[it.Slot]
	if !ok || role == page.Slot {
		role = page.Span
	}
	c.b = append(c.b, '/')
	c.b = append(c.b, role...)
	c.b = append(c.b, " <</MCID "...)
	c.b = strconv.AppendInt(c.b, int64(len(w.marks)), 10)
	c.line(">> BDC")
	w.marks = append(w.marks, Mark{it.Slot, u.lowest})
}

// end closes the open sequence.
func (w *writer) end() {
	w.endText()
	if w.sequence.open {
		w.content.line("EMC")
	}
	w.sequence = sequence{}
}

// artifactType is the name of a kind of artifact (ISO 32000-1 table 330).
func artifactType(a page.Artifact) string {
	switch a {
	case page.PaginationArtifact:
		return "Pagination"
	case page.BackgroundArtifact:
		return "Background"
	}
	return "Layout"
}
