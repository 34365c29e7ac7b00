package paint

import (
	"cmp"
	"slices"
	"strconv"

	"warraq/output/page"
)

// roles gives each content slot the role of the element it stands in, which is
// the tag of its marked content.
func roles(t page.Tree) []page.Role {
	all := make([]page.Role, len(t))
	for i := range t {
		for _, c := range t[i].Children {
			if all[c] = t[c].Role; all[c] == page.Slot {
				all[c] = t[i].Role
			}
		}
	}
	return all
}

// blocks gives each element the block of text that it belongs to: itself, or for
// slots and elements that stand inside a line the block around them.
func blocks(t page.Tree) []page.Ref {
	all := make([]page.Ref, max(1, len(t)))
	var walk func(at, block page.Ref)
	walk = func(at, block page.Ref) {
		switch t[at].Role {
		case page.Slot, page.Span, page.LinkRole, page.Reference, page.Code:
		default:
			block = at
		}
		all[at] = block
		for _, c := range t[at].Children {
			walk(c, block)
		}
	}
	if len(t) > 0 {
		walk(0, 0)
	}
	return all
}

// A unit is the runs of one line, slot and direction that stand next to each
// other and are read in the order they are painted, or an item that is no text.
// It is never divided between sequences.
type unit struct {
	runs []run
	// lowest is the least order in it.
	lowest int
	// rank counts the units of its slot on the page as they are read.
	rank int
}

// reversed reports that the unit is content whose show strings are wholly right
// to left, and painted from left to right.
func (u unit) reversed() bool {
	it := u.runs[0].item
	return it.Text != nil && it.Text.RTL && it.Slot != 0
}

// units groups the runs of a page.
func units(runs []run) []unit {
	var all []unit
	for i := range runs {
		r := &runs[i]
		if n := len(all); n > 0 && r.continues(&runs[i-1]) {
			u := &all[n-1]
			u.runs = runs[i-len(u.runs) : i+1]
			continue
		}
		all = append(all, unit{runs: runs[i : i+1], lowest: r.order})
	}
	rank(all)
	return all
}

// rank numbers the units of each slot in reading order.
func rank(units []unit) {
	read := make([]int, len(units))
	for i := range read {
		read[i] = i
	}
	slices.SortStableFunc(read, func(a, b int) int { return cmp.Compare(units[a].lowest, units[b].lowest) })
	next := map[page.Ref]int{}
	for _, i := range read {
		slot := units[i].runs[0].item.Slot
		units[i].rank = next[slot]
		next[slot]++
	}
}

// continues reports whether a run stands in the unit of the run before it.
func (r *run) continues(before *run) bool {
	a, b := before.item, r.item
	if a.Text == nil || b.Text == nil || r.row != before.row || a.Slot != b.Slot || a.Artifact != b.Artifact {
		return false
	}
	return a.Slot == 0 || !r.cut && a.Text.RTL == b.Text.RTL && before.order < r.order
}

// A sequence is an open marked-content sequence (ISO 32000-1 §14.6).
type sequence struct {
	open     bool
	slot     page.Ref
	artifact page.Artifact
	// Of the last unit in it.
	rank, row int
	rtl       bool
}

// takes reports whether a unit may stand in the sequence after what is there: it
// does if it is the next of its slot to be read, and on another line or in the
// same direction. So a reader of the structure, which takes the sequences of a slot by their
// order, gets the words of every line in reading order.
func (s sequence) takes(u unit) bool {
	it := u.runs[0].item
	if !s.open || s.slot != it.Slot {
		return false
	}
	if it.Slot == 0 {
		return s.artifact == it.Artifact
	}
	return u.rank == s.rank+1 && (s.rtl == u.runs[0].rtl() || s.row != u.runs[0].row)
}

func (s *sequence) follow(u unit) {
	s.rank, s.row, s.rtl = u.rank, u.runs[0].row, u.runs[0].rtl()
}

func (r *run) rtl() bool { return r.item.Text != nil && r.item.Text.RTL }

// begin opens the sequence of a unit, unless the open one takes it.
func (w *writer) begin(u unit) {
	if w.sequence.takes(u) {
		w.sequence.follow(u)
		return
	}
	w.end()
	it := u.runs[0].item
	w.sequence = sequence{open: true, slot: it.Slot, artifact: it.Artifact}
	w.sequence.follow(u)
	c := &w.content
	if it.Slot == 0 {
		c.line("/Artifact <</Type /" + artifactType(it.Artifact) + ">> BDC")
		return
	}
	role := w.roles[it.Slot]
	if role == page.Slot {
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
