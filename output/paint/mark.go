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

// A sequence is an open marked-content sequence (ISO 32000-1 §14.6).
type sequence struct {
	open     bool
	slot     *page.Element
	artifact page.Artifact
	order    int // of the last item in it
	rtl      bool
}

// takes reports whether an item may stand in the sequence after what is there.
// The items of a line are painted from left to right; where that is not their
// reading order, or the direction changes, a new sequence begins, so that
// sealing can put the sequences of a slot into reading order.
func (s sequence) takes(it page.Item) bool {
	if !s.open || s.slot != it.Slot {
		return false
	}
	if it.Slot == nil {
		return s.artifact == it.Artifact
	}
	return s.order <= it.Order && s.rtl == rightToLeft(it)
}

func rightToLeft(it page.Item) bool { return it.Text != nil && it.Text.RTL }

// begin opens the sequence of an item, unless the open one takes it.
func (w *writer) begin(it page.Item) {
	if w.sequence.takes(it) {
		w.sequence.order = it.Order
		return
	}
	w.end()
	w.sequence = sequence{true, it.Slot, it.Artifact, it.Order, rightToLeft(it)}
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
	w.marks = append(w.marks, Mark{it.Slot, it.Order})
}

// end closes the open sequence.
func (w *writer) end() {
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
