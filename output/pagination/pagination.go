package pagination

import "math"

// A Kind tells boxes apart.
type Kind int

// The kinds of box.
const (
	// Solid boxes are ink or fixed room, and are never dropped.
	Solid Kind = iota
	// Space vanishes at the head and the foot of a page.
	Space
	// Float is a figure that may move to the head of a page to come.
	Float
)

// Forbidden is the penalty of a page that must not begin with a box. It is finite,
// so that a page that cannot be made well is still made.
const Forbidden = 1e6

// A Box is a part of the list.
type Box struct {
	Kind   Kind
	Height float64
	// Lead is the part of the height that vanishes at the head of a page, and Trail
	// the part that vanishes at its foot.
	Lead, Trail float64
	// OnGrid makes a box stand on the grid.
	OnGrid bool
	// Widens lets a space grow by a step of the grid to level a page.
	Widens bool
	// Pinned is set for a figure that stays where it is mentioned: it waits for those
	// before it that move.
	Pinned bool
	// Penalty is the cost of a page that begins with this box; Forced makes one
	// begin here.
	Penalty float64
	Forced  bool
	// Opens is set where a section of the first level begins.
	Opens bool
	// Head is the height of what is repeated above this box where a page begins with
	// it, and Foot of what is added below it where a page ends with it.
	Head, Foot float64
	// Notes stand at the foot of the page of this box; each is an index.
	Notes []int
}

// A Note is the heights of the lines of a footnote.
type Note []float64

// A Frame is what a page has room for.
type Frame struct {
	Height float64
	// NoteRule is the room that the rule above the notes takes.
	NoteRule float64
	// Line is the height of a line of text: what is empty at the foot of a page is
	// counted in these.
	Line float64
	// Grid is the step of the grid, which begins at the head of every page; 0 is none.
	Grid float64
}

// Rise is how far a box is moved down to stand on the grid, where the room above it
// ends at a height.
func (f *Frame) Rise(b *Box, height float64) float64 {
	if !b.OnGrid || f.Grid == 0 {
		return 0
	}
	return UpTo(height, f.Grid)
}

// UpTo is how far it is from a height to a whole number of steps, at least as much.
func UpTo(height, step float64) float64 {
	return max(0, math.Ceil((height-fitTolerance)/step)*step-height)
}

// A Part is a note from, or up to, one of its lines. The zero value is none: a note
// is never cut before its first line.
type Part struct{ Note, Line int }

// None reports that there is no such part.
func (p Part) None() bool { return p.Line == 0 }

// A Page says what stands on one page.
type Page struct {
	// Top are the floats at its head.
	Top []int
	// The boxes From to To follow, without spaces at their ends, and without the
	// floats from Waits on, which wait for a page to come.
	From, To, Waits int
	// Carry is the rest of a note that was cut on the page before: it stands at the
	// head of the notes.
	Carry Part
	// Notes are those that begin on the page, and Cut says where the last on it is
	// cut.
	Notes []int
	Cut   Part
	// Used is the height used where all spaces have their own, notes included.
	Used float64
}

// Holds reports whether a box between From and To stands there.
func (p *Page) Holds(box int, kind Kind) bool {
	return kind == Solid || kind == Float && box < p.Waits
}

// After is what a space adds to the room below a box with a trail, which is a space
// itself: of two the larger counts. Spaces that follow add all that they are.
func (b *Box) After(trail *float64) float64 {
	added := max(0, b.Height-*trail)
	*trail = 0
	return added
}

// A state is a place where a page may begin: at a box, with floats still to be
// placed, and the rest of a cut note.
type state struct {
	box   int
	float int // the floats before this one, by their number, are placed
	carry Part
}

// A way is the cheapest known way to a state.
type way struct {
	cost float64
	from state
	page Page
}

// A chooser holds what choosing pages needs.
type chooser struct {
	boxes []Box
	notes []Note
	frame Frame
	// heights are those of the notes.
	heights []float64
	// floats are the boxes that are floats, in order.
	floats []int
	// opened counts, for each box, the sections that open before it.
	opened []int
	best   map[state]*way
	// states are those that a page may begin in, by their box.
	states [][]state
}

// Pages chooses the pages of a list. Space at its end is dropped.
func Pages(boxes []Box, notes []Note, frame Frame) []Page {
	for len(boxes) > 0 && boxes[len(boxes)-1].Kind == Space {
		boxes = boxes[:len(boxes)-1]
	}
	c := &chooser{
		boxes: boxes, notes: notes, frame: frame, heights: make([]float64, len(notes)), opened: make([]int, len(boxes)+1),
		best: map[state]*way{{}: {}}, states: make([][]state, len(boxes)+1),
	}
	for i, n := range notes {
		for _, line := range n {
			c.heights[i] += line
		}
	}
	for i := range boxes {
		c.opened[i+1] = c.opened[i]
		if boxes[i].Opens {
			c.opened[i+1]++
		}
		if boxes[i].Kind == Float {
			c.floats = append(c.floats, i)
		}
	}
	return c.pages()
}

// pages tries every page from every state that can be reached, in the order of
// their boxes, and traces the cheapest way.
func (c *chooser) pages() []Page {
	c.states[0] = []state{{}}
	end := state{box: len(c.boxes), float: len(c.floats)}
	for i := range c.states {
		for k := 0; k < len(c.states[i]); k++ { // it grows while it is read
			if s := c.earliest(c.states[i][k:]); s != end {
				c.from(s)
			}
		}
	}
	n := 0
	for s := end; s != (state{}); s = c.best[s].from {
		n++
	}
	pages := make([]Page, n)
	for s := end; s != (state{}); s = c.best[s].from {
		n--
		pages[n] = c.best[s].page
	}
	return pages
}

// earliest moves to the front, of the states of one box, one that no page leads to
// from another, so that its cost is final: a page of floats alone leads to one with
// fewer left, a page of a note alone to one with less of it left.
func (c *chooser) earliest(states []state) state {
	for i := range states {
		if states[i].before(states[0]) {
			states[0], states[i] = states[i], states[0]
		}
	}
	return states[0]
}

func (s state) before(o state) bool {
	if s.float != o.float {
		return s.float < o.float
	}
	if s.carry.None() != o.carry.None() {
		return o.carry.None()
	}
	return s.carry.Line < o.carry.Line
}

// offer is a page from one state to another, at a cost.
func (c *chooser) offer(from, to state, p Page, cost float64) {
	cost += c.best[from].cost
	w, known := c.best[to]
	switch {
	case !known:
		c.best[to] = &way{cost, from, p}
		c.states[to.box] = append(c.states[to.box], to)
	case cost < w.cost:
		*w = way{cost, from, p}
	}
}

// solid is the first box from one on that is no space, or the end.
func (c *chooser) solid(from int) int {
	for from < len(c.boxes) && c.boxes[from].Kind == Space {
		from++
	}
	return from
}

// waits reports whether floats that were met before a state are still to be
// placed.
func (c *chooser) waits(s state) bool {
	return s.float < len(c.floats) && c.floats[s.float] < s.box
}

// noteHeight is what the notes of a box add to a page whose notes have a height.
func (c *chooser) noteHeight(b *Box, have float64) float64 {
	if len(b.Notes) == 0 {
		return 0
	}
	h := 0.0
	if have == 0 {
		h = c.frame.NoteRule
	}
	for _, n := range b.Notes {
		h += c.heights[n]
	}
	return h
}
