package pagination

// splitKeep is how many lines of a cut note stay together on each side.
const splitKeep = 2

// mostWaiting is how many floats may wait for a page to come: text that would
// leave more of them behind waits as well. Each costs so much that no good page
// comes near, and without a bound every page would look at all that follow.
const mostWaiting = 64

// fitTolerance lets rounding pass.
const fitTolerance = 0.01

// A trial is a page in the making.
type trial struct {
	*chooser
	start state
	page  Page
	// body and notes are the heights that are used, and widening counts the spaces
	// between the boxes that can widen.
	body, notes float64
	widening    int
	// float is the first that is not placed.
	float int
	// left counts the floats behind which the page goes on; once it leaves one, all
	// that it meets wait.
	left int
	// solids counts the boxes, and trailing is the space after the last.
	solids           int
	trailing         float64
	trailingWidening int
	// trail is that of the last box, unless a space is added to it.
	trail float64
}

// from offers every page that can begin in a state.
func (c *chooser) from(s state) {
	t := &trial{chooser: c, start: s, float: s.float}
	t.page = Page{From: s.box, To: s.box, Waits: len(c.boxes), Carry: s.carry}
	if !s.carry.None() {
		t.notes = c.frame.NoteRule + c.rest(s.carry)
		if t.notes > c.frame.Height {
			t.carryOn()
			return
		}
	}
	t.placeWaiting()
	first := c.solid(s.box)
	if len(t.page.Top) > 0 {
		t.offerFloatsAlone(first)
	}
	switch {
	case first < len(c.boxes):
		if !s.carry.None() && len(t.page.Top) == 0 {
			t.offerNoteAlone()
		}
		t.fill(first)
	case len(t.page.Top) == 0:
		p := t.page
		p.To, p.Used = len(c.boxes), t.notes
		t.offer(s, state{box: len(c.boxes), float: t.float}, p, costPage)
	}
}

// rest is the height of what is left of a note.
func (c *chooser) rest(p Part) float64 {
	h := 0.0
	for _, line := range c.notes[p.Note][p.Line:] {
		h += line
	}
	return h
}

// carryOn fills a page with a note that is taller than the page.
func (t *trial) carryOn() {
	part := t.start.carry
	lines := t.chooser.notes[part.Note]
	h, line := t.frame.NoteRule, part.Line
	for line < len(lines) && (h+lines[line] <= t.frame.Height || line == part.Line) {
		h += lines[line]
		line++
	}
	next := t.start
	next.carry = Part{part.Note, line}
	p := t.page
	p.Cut, p.Used = next.carry, h
	t.offer(t.start, next, p, costPage+costNoteSplit)
}

// placeWaiting puts the floats that wait at the head of the page, in order, as
// long as they fit; the first one always comes, so that every page makes progress.
func (t *trial) placeWaiting() {
	for ; t.waits(state{box: t.start.box, float: t.float}); t.float++ {
		b := &t.boxes[t.floats[t.float]]
		height := b.Height
		if len(t.page.Top) == 0 {
			height -= b.Lead
		} else if t.body+height+t.noteHeight(b, t.notes)+t.notes > t.frame.Height {
			break
		}
		t.body += height
		t.notes += t.noteHeight(b, t.notes)
		t.page.Top = append(t.page.Top, t.floats[t.float])
		t.page.Notes = append(t.page.Notes, b.Notes...)
	}
	for f := t.float; f < len(t.floats) && t.floats[f] < t.start.box; f++ {
		t.leave(t.start.box)
	}
}

// leave makes the floats from a box on wait.
func (t *trial) leave(box int) {
	t.left++
	t.page.Waits = min(t.page.Waits, box)
}

// offerFloatsAlone offers a page of the floats at its head and nothing else: where
// more wait, where nothing follows, or at the cost of its void. first is the box
// that would follow.
func (t *trial) offerFloatsAlone(first int) {
	used := t.body + t.notes
	p := t.page
	p.Used = used
	to := state{box: t.start.box, float: t.float}
	cost := costPage + t.overflow(used)
	if first == len(t.boxes) {
		to.box = len(t.boxes)
		cost += t.deferral(to)
	} else {
		at := filled{body: t.body, notes: t.notes}
		cost += t.deferral(to) + t.foot(at) + t.short(at) + t.needless(to, at)
	}
	t.offer(t.start, to, p, cost)
}

// offerNoteAlone offers a page for the rest of a note.
func (t *trial) offerNoteAlone() {
	p := t.page
	p.Used = t.notes
	t.offer(t.start, state{box: t.start.box, float: t.float}, p, costPage+t.foot(filled{notes: t.notes}))
}

// fill puts box after box on the page, and offers the page that ends with each.
func (t *trial) fill(first int) {
	t.page.From = first
	for j := first; j < len(t.boxes); j++ {
		b := &t.boxes[j]
		switch {
		case b.Forced && j > first:
			return
		case b.Kind == Space:
			if t.solids > 0 {
				t.trailing += b.After(&t.trail)
				if b.Widens {
					t.trailingWidening++
				}
			}
			continue
		case b.Pinned && t.left > 0:
			return
		case b.Kind == Float && !t.takes(j, first):
			t.leave(j) // it goes to a page to come, and so do those after it
			if t.left > mostWaiting {
				return
			}
			continue
		}
		t.add(b)
		if !t.end(j, first) {
			return
		}
	}
}

// takes reports whether a float stands where it is mentioned: where nothing else
// is on the page it does.
func (t *trial) takes(j, first int) bool {
	b := &t.boxes[j]
	if j == first && len(t.page.Top) == 0 && t.start.carry.None() {
		return true
	}
	return t.left == 0 && t.body+t.height(b)+t.noteHeight(b, t.notes)+t.notes-b.Trail+b.Foot <= t.frame.Height+fitTolerance
}

// height is what a box adds to the page, with the space before it and the way to the
// grid: to the first its head is added, and where it stands at the head of the page
// its lead is taken.
func (t *trial) height(b *Box) float64 {
	above := t.trailing
	if t.solids == 0 {
		above += b.Head
	}
	h := above + t.frame.Rise(b, t.body+above) + b.Height
	if t.solids == 0 && len(t.page.Top) == 0 {
		h -= b.Lead
	}
	return h
}

// add puts a box on the page, below the space before it.
func (t *trial) add(b *Box) {
	if b.Kind == Float {
		t.float++
	}
	t.body += t.height(b)
	t.widening += t.trailingWidening
	t.trailing, t.trailingWidening, t.trail = 0, 0, b.Trail
	t.solids++
	t.notes += t.noteHeight(b, t.notes)
	if len(b.Notes) > 0 {
		t.page.Notes = append(t.page.Notes[:len(t.page.Notes):len(t.page.Notes)], b.Notes...)
	}
}

// end offers the page that ends with a box, its last note cut where it must be,
// and reports whether more may stand on it.
func (t *trial) end(j, first int) bool {
	body := t.body - t.boxes[j].Trail
	p := t.page
	p.To, p.Used = j+1, body+t.boxes[j].Foot+t.notes
	next := state{box: j + 1, float: t.float}
	at := filled{body: t.body, trail: t.boxes[j].Trail, foot: t.boxes[j].Foot, notes: t.notes, widening: t.widening}
	over := p.Used - t.frame.Height
	if over <= fitTolerance {
		t.offer(t.start, next, p, t.ending(next, at, t.solids))
		return true
	}
	if cut, saved, ok := t.cut(p.Notes, over); ok {
		p.Cut, p.Used, next.carry = cut, p.Used-saved, cut
		at.notes -= saved
		t.offer(t.start, next, p, t.ending(next, at, t.solids)+costNoteSplit)
	} else if j == first {
		t.offer(t.start, next, p, costOverflow+over)
	}
	return body <= t.frame.Height
}

// cut looks for a place to cut the last note so that a page becomes at least over
// shorter.
func (c *chooser) cut(notes []int, over float64) (cut Part, saved float64, ok bool) {
	if len(notes) == 0 {
		return Part{}, 0, false
	}
	last := notes[len(notes)-1]
	lines := c.notes[last]
	for line := len(lines) - 1; line >= splitKeep; line-- {
		saved += lines[line]
		if saved >= over && len(lines)-line >= splitKeep {
			return Part{last, line}, saved, true
		}
	}
	return Part{}, 0, false
}
