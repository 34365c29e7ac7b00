package typeset

import "math"

// Pages are chosen over the whole list, not one at a time: the cheapest way
// through all places where a page may begin, as paragraphs are broken into
// lines (Knuth and Plass 1981; Plass 1981 for pages with floats).

// breaker holds what choosing pages needs.
type breaker struct {
	list   []node
	floats []int // indexes of float nodes
	// opened counts, for each node, the sections that open before it.
	opened []int
	height float64
	// noteRule is the room that the rule above the notes takes.
	noteRule float64
	// line is the height of a line of text: what an empty line at the foot
	// costs is counted in these.
	line float64
}

// Costs of things a good page avoids.
const (
	costDeferred  = 400  // a figure moved to the next page
	costPassed    = 2000 // and that behind the head of another section
	costNoteSplit = 2000 // a footnote cut in two
	costShortEnd  = 300  // a last page of less than three lines
	costOverflow  = 1e8  // a node taller than the page
	costPage      = 60   // each page: of two ways the shorter
	splitKeep     = 2    // lines of a cut note on each side
	raggedWeight  = 40   // an empty line at the foot, squared
	raggedLines   = 6    // up to so many; each line more costs
	emptyLine     = 120  // so much
	needlessLine  = 300  // an empty line where what follows would have had room
	stretchWeight = 30   // spaces stretched to their limit
)

// mostWaiting is how many floats may wait for a page to come: text that would
// leave more of them behind waits as well. Each costs so much that no good page
// comes near, and without a bound every page would look at all that follow.
const mostWaiting = 64

// state is a place where a page may begin: at a node, with floats still to be
// placed, and the rest of a cut note.
type state struct {
	node  int
	float int // floats before this index are placed
	carry carried
}

// carried is the rest of a note cut at the foot of the page before.
type carried struct {
	note *note
	line int
}

// way is the cheapest known way to a state.
type way struct {
	cost float64
	from state
	plan pagePlan
}

// pagePlan says what stands on one page.
type pagePlan struct {
	top  []int // floats at the top
	from int   // nodes from … to, without the floats that wait
	to   int
	// floats with an index in [inlineFrom, inlineTo) stand where they are
	// mentioned; those after wait for a later page.
	inlineFrom, inlineTo int
	carry                carried // at the head of the notes
	notes                []*note
	cut                  carried // the last note, cut before this line
	used                 float64 // height used at natural spaces, notes included
}

// pages returns the plan of every page.
func (b *breaker) pages() []pagePlan {
	for len(b.list) > 0 && b.list[len(b.list)-1].kind == spaceNode {
		b.list = b.list[:len(b.list)-1]
	}
	b.opened = make([]int, len(b.list)+1)
	for i := range b.list {
		b.opened[i+1] = b.opened[i]
		if b.list[i].opens {
			b.opened[i+1]++
		}
		if b.list[i].kind == floatNode {
			b.floats = append(b.floats, i)
		}
	}
	start := state{}
	best := map[state]*way{start: {}}
	buckets := make([][]state, len(b.list)+1)
	buckets[0] = []state{start}
	end := state{node: len(b.list), float: len(b.floats)}
	for i := 0; i <= len(b.list); i++ {
		for k := 0; k < len(buckets[i]); k++ { // the bucket grows while it is read
			s := buckets[i][k]
			if s == end {
				continue
			}
			cost := best[s].cost
			b.from(s, func(t state, plan pagePlan, c float64) {
				w, known := best[t]
				switch {
				case !known:
					best[t] = &way{cost + c, s, plan}
					buckets[t.node] = append(buckets[t.node], t)
				case cost+c < w.cost:
					*w = way{cost + c, s, plan}
				}
			})
		}
	}
	var plans []pagePlan
	for s := end; s != start; s = best[s].from {
		plans = append(plans, best[s].plan)
	}
	for i, j := 0, len(plans)-1; i < j; i, j = i+1, j-1 {
		plans[i], plans[j] = plans[j], plans[i]
	}
	return plans
}

// from tries every page that can begin in a state.
func (b *breaker) from(s state, try func(state, pagePlan, float64)) {
	plan := pagePlan{from: s.node, to: s.node, carry: s.carry}
	body, notes, stretch := 0.0, 0.0, 0.0
	if s.carry.note != nil {
		notes = b.noteRule + carryHeight(s.carry)
		if notes > b.height {
			b.carryOn(s, try)
			return
		}
	}
	float := s.float
	// Floats that wait come first, in order, as long as they fit; the first
	// one always comes, so that every page makes progress.
	for float < len(b.floats) && b.floats[float] < s.node {
		n := &b.list[b.floats[float]]
		height := n.height
		if len(plan.top) == 0 {
			height -= n.lead
		}
		if len(plan.top) > 0 && body+height+b.noteHeight(n, notes)+notes > b.height {
			break
		}
		body += height
		notes += b.noteHeight(n, notes)
		plan.top = append(plan.top, b.floats[float])
		plan.notes = append(plan.notes, n.notes...)
		float++
	}
	plan.inlineFrom, plan.inlineTo = float, float
	waiting := b.waits(state{node: s.node, float: float})
	left := 0 // floats behind which the page goes on
	for f := float; f < len(b.floats) && b.floats[f] < s.node; f++ {
		left++
	}
	first := s.node
	for first < len(b.list) && b.list[first].kind == spaceNode {
		first++
	}
	if len(plan.top) > 0 {
		p := plan
		p.from, p.to, p.used = s.node, s.node, body+notes
		if waiting || first == len(b.list) {
			to := state{node: s.node, float: float}
			if first == len(b.list) {
				to.node = len(b.list)
			}
			try(to, p, costPage+b.deferral(to)+overflow(body+notes, b.height))
		} else {
			// A page of figures alone is allowed, at the cost of its void.
			try(state{node: s.node, float: float}, p, costPage+b.foot(body+notes, 0)+overflow(body+notes, b.height))
		}
	}
	if first == len(b.list) {
		if len(plan.top) == 0 {
			p := plan
			p.to, p.used = len(b.list), notes
			try(state{node: len(b.list), float: float}, p, costPage)
		}
		return
	}
	if s.carry.note != nil && len(plan.top) == 0 {
		// The rest of a note may have a page to itself.
		p := plan
		p.used = notes
		try(state{node: s.node, float: float}, p, costPage+b.foot(notes, 0))
	}
	body += b.list[first].headH
	if len(plan.top) == 0 {
		body -= b.list[first].lead
	}
	plan.from = first
	trailing, trailingStretch, lines := 0.0, 0.0, 0
	for j := first; j < len(b.list); j++ {
		n := &b.list[j]
		if n.forced && j > first {
			break
		}
		switch n.kind {
		case spaceNode:
			trailing += n.height
			trailingStretch += n.stretch
			continue
		case floatNode:
			h := n.height + b.noteHeight(n, notes)
			alone := j == first && len(plan.top) == 0 && s.carry.note == nil
			if !alone && (waiting || body+trailing+h+notes-n.trail > b.height+fitTolerance) {
				waiting = true // it goes to a page to come, and so do those after it
				if left++; left > mostWaiting {
					return
				}
				continue
			}
			float++
			plan.inlineTo = float
		}
		body += trailing + n.height
		stretch += trailingStretch
		trailing, trailingStretch = 0, 0
		lines++
		notes += b.noteHeight(n, notes)
		if len(n.notes) > 0 {
			plan.notes = append(plan.notes[:len(plan.notes):len(plan.notes)], n.notes...)
		}
		over := body + notes - n.trail - b.height
		p := plan
		p.to, p.used = j+1, body+notes-n.trail
		next := state{node: j + 1, float: float}
		if over > fitTolerance {
			if cut, saved, ok := b.cut(plan.notes, over); ok {
				p.cut, p.used = cut, body+notes-n.trail-saved
				next.carry = cut
				try(next, p, b.ending(next, p.used, stretch, lines)+costNoteSplit)
			} else if j == first {
				try(next, p, costOverflow+over)
			}
			if body-n.trail > b.height {
				return
			}
			continue
		}
		try(next, p, b.ending(next, p.used, stretch, lines))
	}
}

// fitTolerance lets rounding pass.
const fitTolerance = 0.01

// ending is what a page costs that ends before a state.
func (b *breaker) ending(next state, used, stretch float64, lines int) float64 {
	cost := costPage + b.deferral(next)
	j := next.node
	for j < len(b.list) && b.list[j].kind == spaceNode {
		cost += b.list[j].breakBefore
		j++
	}
	if j == len(b.list) {
		if lines < 3 {
			cost += costShortEnd
		}
		return cost
	}
	if b.list[j].forced {
		return cost
	}
	cost += b.list[j].breakBefore + b.foot(used, stretch)
	if b.list[j].opens && b.waits(next) {
		return cost // the section waits for the figures of the one before
	}
	return cost + b.needless(next.node, used, stretch)
}

// needless is what a page costs that ends before a node though what follows, up
// to where the next page could begin instead, has room on it. A single empty line
// passes: it may save a heading or a widow on a page to come.
func (b *breaker) needless(next int, used, stretch float64) float64 {
	empty := (b.height - used - stretch) / b.line
	if empty < 1.5 {
		return 0
	}
	space, broken := 0.0, 0.0 // since the last box, and what a break there costs
	begun := false
	for j := next; j < len(b.list); j++ {
		n := &b.list[j]
		broken += n.breakBefore
		if n.kind == spaceNode {
			space += n.height
			continue
		}
		if n.forced || broken < forbidden && begun {
			break
		}
		used += space + n.height + b.noteHeight(n, 0)
		if used-n.trail > b.height+fitTolerance {
			return 0
		}
		space, broken, begun = 0, 0, true
	}
	return needlessLine * (empty - 1)
}

// foot is what the empty room at the foot of a page costs.
func (b *breaker) foot(used, stretch float64) float64 {
	slack := math.Max(0, b.height-used)
	cost := 0.0
	if stretch > 0 {
		r := math.Min(1, slack/stretch)
		cost = stretchWeight * r * r * r
	}
	if void := math.Max(0, slack-stretch) / b.line; void > 0 {
		// Where room must stay empty it is all on one page: squares alone would
		// share it out, and leave two pages half full.
		few := math.Min(void, raggedLines)
		cost += raggedWeight*few*few + emptyLine*(void-few)
	}
	return cost
}

// waits reports whether floats that were met before a state are still to be placed.
func (b *breaker) waits(s state) bool {
	return s.float < len(b.floats) && b.floats[s.float] < s.node
}

// deferral is what the floats cost that a page leaves behind.
func (b *breaker) deferral(next state) float64 {
	cost := 0.0
	for f := next.float; f < len(b.floats) && b.floats[f] < next.node; f++ {
		cost += costDeferred
		if b.opened[next.node] > b.opened[b.floats[f]] {
			cost += costPassed
		}
	}
	return cost
}

// noteHeight is what the notes of a node add to a page that has some already.
func (b *breaker) noteHeight(n *node, have float64) float64 {
	if len(n.notes) == 0 {
		return 0
	}
	h := 0.0
	if have == 0 {
		h = b.noteRule
	}
	for _, t := range n.notes {
		h += t.height()
	}
	return h
}

// cut looks for a place to cut the last note so that a page becomes at least
// over shorter.
func (b *breaker) cut(notes []*note, over float64) (carried, float64, bool) {
	if len(notes) == 0 {
		return carried{}, 0, false
	}
	last := notes[len(notes)-1]
	saved := 0.0
	for line := len(last.lines) - 1; line >= splitKeep; line-- {
		saved += last.lines[line].height
		if saved >= over && len(last.lines)-line >= splitKeep {
			return carried{last, line}, saved, true
		}
	}
	return carried{}, 0, false
}

// carryOn fills a page with a note that is taller than the page.
func (b *breaker) carryOn(s state, try func(state, pagePlan, float64)) {
	h, line := b.noteRule, s.carry.line
	for line < len(s.carry.note.lines) && (h+s.carry.note.lines[line].height <= b.height || line == s.carry.line) {
		h += s.carry.note.lines[line].height
		line++
	}
	next := carried{s.carry.note, line}
	plan := pagePlan{from: s.node, to: s.node, carry: s.carry, cut: next, used: h}
	try(state{s.node, s.float, next}, plan, costPage+costNoteSplit)
}

func carryHeight(c carried) float64 {
	h := 0.0
	for _, l := range c.note.lines[c.line:] {
		h += l.height
	}
	return h
}

func overflow(used, height float64) float64 {
	if used > height+fitTolerance {
		return costOverflow + used - height
	}
	return 0
}
