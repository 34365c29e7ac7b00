package pagination

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// randomList draws a list of lines, spaces and floats, some lines with notes.
func randomList(t *rapid.T, most int, height float64) (boxes []Box, notes []Note) {
	for range rapid.IntRange(1, most).Draw(t, "boxes") {
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0, 1:
			boxes = append(boxes, Box{Kind: Space, Height: 8, Widens: rapid.Bool().Draw(t, "widens")})
		case 2:
			boxes = append(boxes, Box{Kind: Float, Height: rapid.Float64Range(20, height*0.9).Draw(t, "float"), Lead: 10, Trail: 8})
		case 3:
			note := make(Note, rapid.IntRange(1, 12).Draw(t, "note lines"))
			for i := range note {
				note[i] = 10
			}
			boxes = append(boxes, Box{Height: 16, Notes: []int{len(notes)}})
			notes = append(notes, note)
		default:
			b := Box{Height: 16}
			if rapid.IntRange(0, 3).Draw(t, "keep") == 0 {
				b.Penalty = Forbidden
			}
			b.Forced = rapid.IntRange(0, 30).Draw(t, "force") == 0
			b.Head = rapid.SampledFrom([]float64{0, 0, 0, 12}).Draw(t, "head")
			b.Opens = rapid.IntRange(0, 9).Draw(t, "opens") == 0
			b.Foot = rapid.SampledFrom([]float64{0, 0, 9}).Draw(t, "foot")
			b.OnGrid = rapid.Bool().Draw(t, "on the grid")
			b.Pinned = rapid.IntRange(0, 9).Draw(t, "pinned") == 0
			boxes = append(boxes, b)
		}
	}
	return boxes, notes
}

// A stack is what a page holds when its boxes are put one below another.
type stack struct {
	height, trail, foot float64
	notes               float64
	widening            int
}

func (s stack) filled() filled { return filled{s.height, s.trail, s.foot, s.notes, s.widening} }

// stacked measures a page from what it says alone.
func stacked(p *Page, boxes []Box, notes []Note, frame Frame) stack {
	var s stack
	put := func(i int, space float64, widening int) {
		if s.height == 0 {
			s.height = -boxes[i].Lead
		}
		s.height += space
		if boxes[i].OnGrid && frame.Grid > 0 {
			for steps := 0; ; steps++ {
				if line := float64(steps) * frame.Grid; line >= s.height-fitTolerance {
					s.height = max(s.height, line)
					break
				}
			}
		}
		s.height += boxes[i].Height
		s.widening += widening
		s.trail, s.foot = boxes[i].Trail, boxes[i].Foot
	}
	for _, f := range p.Top {
		put(f, 0, 0)
	}
	space, widening, begun, parted := 0.0, 0, false, false
	for j := p.From; j < p.To; j++ {
		switch {
		case p.Holds(j, boxes[j].Kind):
			if !begun {
				space += boxes[j].Head
			}
			put(j, space, widening)
			space, widening, begun, parted = 0, 0, true, false
		case boxes[j].Kind == Space && begun:
			space += boxes[j].Height
			if !parted {
				space -= min(s.trail, boxes[j].Height)
			}
			parted = true
			if boxes[j].Widens {
				widening++
			}
		}
	}
	add := func(n, from int) {
		to := len(notes[n])
		if !p.Cut.None() && p.Cut.Note == n {
			to = p.Cut.Line
		}
		for _, h := range notes[n][from:to] {
			s.notes += h
		}
	}
	if !p.Carry.None() {
		s.notes = frame.NoteRule
		add(p.Carry.Note, p.Carry.Line)
	}
	for _, n := range p.Notes {
		if s.notes == 0 {
			s.notes = frame.NoteRule
		}
		add(n, 0)
	}
	return s
}

// Every box stands on exactly one page, floats never before their mention, no page
// is fuller than its height, and every note begins on the page of its box.
func TestPagesPlaceEveryBoxOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		frame := Frame{Height: 200, NoteRule: 10, Line: 16, Grid: rapid.SampledFrom([]float64{0, 8}).Draw(t, "grid")}
		boxes, notes := randomList(t, 120, frame.Height)
		placed, noteOn, noteLines := map[int]int{}, map[int]int{}, map[int]int{}
		for number, p := range Pages(boxes, notes, frame) {
			put := func(i int) {
				if was, twice := placed[i]; twice {
					t.Fatalf("box %d stands on pages %d and %d", i, was, number)
				}
				placed[i] = number
				for _, n := range boxes[i].Notes {
					noteOn[n] = number
				}
			}
			for _, f := range p.Top {
				if f >= p.From {
					t.Fatalf("float %d comes before its mention", f)
				}
				put(f)
			}
			for j := p.From; j < p.To; j++ {
				if p.Holds(j, boxes[j].Kind) {
					put(j)
				}
			}
			lines := func(n, from int) {
				to := len(notes[n])
				if !p.Cut.None() && p.Cut.Note == n {
					to = p.Cut.Line
				}
				noteLines[n] += to - from
			}
			if !p.Carry.None() {
				lines(p.Carry.Note, p.Carry.Line)
			}
			for _, n := range p.Notes {
				if noteOn[n] != number {
					t.Fatalf("a note stands on page %d, its mark on %d", number, noteOn[n])
				}
				lines(n, 0)
			}
			s := stacked(&p, boxes, notes, frame)
			if used := s.height - s.trail + s.foot + s.notes; used > frame.Height+fitTolerance || p.From < p.To && math.Abs(used-p.Used) > fitTolerance {
				t.Fatalf("page %d uses %.2f, and says %.2f, of %.2f", number, used, p.Used, frame.Height)
			}
		}
		for i := range boxes {
			if _, ok := placed[i]; !ok && boxes[i].Kind != Space {
				t.Fatalf("box %d of kind %d stands nowhere", i, boxes[i].Kind)
			}
			for _, n := range boxes[i].Notes {
				if noteLines[n] != len(notes[n]) {
					t.Fatalf("%d of %d lines of a note are set", noteLines[n], len(notes[n]))
				}
			}
		}
	})
}

// No way to cut a small list into pages costs less than the one that is chosen.
// The ways are all tried, one by one, each page measured from what stands on it
// and nothing kept.
func TestPagesAreTheBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		frame := Frame{Height: rapid.Float64Range(60, 120).Draw(t, "height"), NoteRule: 6, Line: 16, Grid: rapid.SampledFrom([]float64{0, 8}).Draw(t, "grid")}
		boxes, notes := randomList(t, 14, frame.Height)
		pages := Pages(boxes, notes, frame)
		for len(boxes) > 0 && boxes[len(boxes)-1].Kind == Space {
			boxes = boxes[:len(boxes)-1]
		}
		a := &allWays{boxes: boxes, notes: notes, frame: frame, budget: 200_000}
		least := a.least(ending{})
		if a.budget < 0 {
			return
		}
		got, at := 0.0, ending{}
		for i := range pages {
			next, ok := a.after(at, &pages[i])
			if !ok {
				t.Fatalf("page %d, %+v, is no page from %+v", i, pages[i], at)
			}
			got += a.cost(&pages[i], next)
			at = next
		}
		if math.Abs(got-least) > 1e-6*max(1, least) {
			t.Fatalf("the pages cost %.4f, the best way %.4f: %+v", got, least, pages)
		}
	})
}

// An ending is what the pages so far leave: the next box, the floats that wait,
// and the rest of a note.
type ending struct {
	box  int
	wait string // the floats, one byte each
	rest Part
}

// allWays tries every way, page by page.
type allWays struct {
	boxes  []Box
	notes  []Note
	frame  Frame
	budget int
}

// after says what a page leaves, and whether it may stand after what was left: its
// floats are the first of those that wait, and it goes on where they ended.
func (a *allWays) after(at ending, p *Page) (ending, bool) {
	wait := at.wait
	for _, f := range p.Top {
		if wait == "" || int(wait[0]) != f {
			return ending{}, false
		}
		wait = wait[1:]
	}
	next := ending{box: max(at.box, p.To), wait: wait, rest: p.Cut}
	for j := p.From; j < p.To; j++ {
		if a.boxes[j].Kind == Float && !p.Holds(j, Float) {
			next.wait += string(rune(j))
		}
	}
	return next, p.Carry == at.rest && (p.From >= at.box)
}

// cost is what a page costs by the rules alone.
func (a *allWays) cost(p *Page, next ending) float64 {
	s := stacked(p, a.boxes, a.notes, a.frame)
	used := s.height - s.trail + s.foot + s.notes
	cost := float64(costPage)
	if !p.Cut.None() {
		cost += costNoteSplit
	}
	if p.To == p.From {
		return cost + a.costAlone(p, next, s)
	}
	over := used - a.frame.Height
	if over > fitTolerance {
		return costOverflow + over
	}
	cost += a.costWaiting(next)
	after := next.box
	for after < len(a.boxes) && a.boxes[after].Kind == Space {
		cost += a.boxes[after].Penalty
		after++
	}
	if after == len(a.boxes) {
		solids := 0
		for j := p.From; j < p.To; j++ {
			if p.Holds(j, a.boxes[j].Kind) {
				solids++
			}
		}
		if solids < 3 {
			cost += costShortEnd
		}
		return cost
	}
	if a.boxes[after].Forced {
		return cost
	}
	c, waiting := a.chooser(next)
	cost += a.boxes[after].Penalty + c.foot(s.filled())
	if a.boxes[after].Opens && next.wait != "" {
		return cost
	}
	return cost + c.short(s.filled()) + c.needless(waiting, s.filled())
}

// costAlone is what a page without boxes of its own costs beyond its page.
func (a *allWays) costAlone(p *Page, next ending, s stack) float64 {
	c, waiting := a.chooser(next)
	last := true
	for j := next.box; j < len(a.boxes); j++ {
		last = last && a.boxes[j].Kind == Space
	}
	at := filled{body: s.height, notes: s.notes}
	switch {
	case len(p.Top) == 0 && (last || !p.Cut.None()):
		return 0
	case len(p.Top) > 0 && last:
		return a.costWaiting(next) + c.overflow(at.used())
	case len(p.Top) > 0:
		return a.costWaiting(next) + c.overflow(at.used()) + c.foot(at) + c.short(at) + c.needless(waiting, at)
	}
	return c.foot(filled{notes: s.notes})
}

// chooser knows the boxes, and the state that a page leaves.
func (a *allWays) chooser(next ending) (*chooser, state) {
	c := &chooser{boxes: a.boxes, notes: a.notes, frame: a.frame, heights: a.heights()}
	waiting := state{box: next.box}
	for j := range a.boxes {
		if a.boxes[j].Kind == Float {
			c.floats = append(c.floats, j)
		}
		if a.boxes[j].Kind == Float && j < next.box && !strings.ContainsRune(next.wait, rune(j)) {
			waiting.float++
		}
	}
	return c, waiting
}

func (a *allWays) costWaiting(next ending) float64 {
	cost := 0.0
	for _, f := range []byte(next.wait) {
		cost += costDeferred
		for j := int(f); j < next.box; j++ {
			if a.boxes[j].Opens {
				cost += costPassed
				break
			}
		}
	}
	return cost
}

func (a *allWays) heights() []float64 {
	all := make([]float64, len(a.notes))
	for i, n := range a.notes {
		for _, h := range n {
			all[i] += h
		}
	}
	return all
}

// least is the cost of the best way from what was left to the end.
func (a *allWays) least(at ending) float64 {
	if at.box == len(a.boxes) && at.wait == "" && at.rest.None() {
		return 0
	}
	if a.budget--; a.budget < 0 {
		return 0
	}
	best := math.Inf(1)
	for _, p := range a.pages(at) {
		if next, ok := a.after(at, &p); ok && next != at {
			best = min(best, a.cost(&p, next)+a.least(next))
		}
	}
	return best
}

// pages lists the pages that may follow: the floats that wait as far as they fit,
// then boxes up to each that may end the page.
func (a *allWays) pages(at ending) []Page {
	p := Page{From: at.box, To: at.box, Waits: len(a.boxes), Carry: at.rest}
	if !at.rest.None() {
		lines := a.notes[at.rest.Note][at.rest.Line:]
		h, n := a.frame.NoteRule, 0
		for n < len(lines) && (n == 0 || h+lines[n] <= a.frame.Height) {
			h += lines[n]
			n++
		}
		whole := a.frame.NoteRule
		for _, l := range lines {
			whole += l
		}
		if whole > a.frame.Height {
			p.Cut = Part{at.rest.Note, at.rest.Line + n}
			return []Page{p}
		}
	}
	wait := at.wait
	for wait != "" {
		with := p
		with.Top = append(append([]int{}, p.Top...), int(wait[0]))
		with.Notes = append(append([]int{}, p.Notes...), a.boxes[wait[0]].Notes...)
		if s := stacked(&with, a.boxes, a.notes, a.frame); len(p.Top) > 0 && s.height+s.notes > a.frame.Height {
			break
		}
		p, wait = with, wait[1:]
	}
	if wait != "" {
		p.Waits = at.box
	}
	first := at.box
	for first < len(a.boxes) && a.boxes[first].Kind == Space {
		first++
	}
	var all []Page
	if len(p.Top) > 0 || !at.rest.None() && first < len(a.boxes) {
		alone := p
		if first == len(a.boxes) {
			alone.From, alone.To = first, first
		}
		all = append(all, alone)
	}
	if first == len(a.boxes) {
		if len(p.Top) == 0 {
			p.From, p.To = first, first
			all = append(all, p)
		}
		return all
	}
	p.From = first
	for j := first; j < len(a.boxes); j++ {
		b := &a.boxes[j]
		if b.Forced && j > first {
			break
		}
		if b.Kind == Space {
			continue
		}
		if b.Pinned && p.Waits < len(a.boxes) {
			break
		}
		with := p
		with.To = j + 1
		with.Notes = append(append([]int{}, p.Notes...), b.Notes...)
		s := stacked(&with, a.boxes, a.notes, a.frame)
		if b.Kind == Float {
			bare := j == first && len(p.Top) == 0 && at.rest.None()
			if !bare && (p.Waits < len(a.boxes) || s.height-s.trail+s.foot+s.notes > a.frame.Height+fitTolerance) {
				p.Waits = min(p.Waits, j)
				continue
			}
		}
		p.Notes = with.Notes
		over := s.height - s.trail + s.foot + s.notes - a.frame.Height
		if over <= fitTolerance {
			all = append(all, with)
			continue
		}
		if cut, ok := a.cut(with.Notes, over); ok {
			with.Cut = cut
			all = append(all, with)
		} else if j == first {
			all = append(all, with)
		}
		if s.height-s.trail > a.frame.Height {
			break
		}
	}
	return all
}

// cut is the longest first part of the last note that fits: both parts have two
// lines at least.
func (a *allWays) cut(notes []int, over float64) (Part, bool) {
	if len(notes) == 0 {
		return Part{}, false
	}
	last := notes[len(notes)-1]
	for line := len(a.notes[last]) - 2; line >= 2; line-- {
		saved := 0.0
		for _, h := range a.notes[last][line:] {
			saved += h
		}
		if saved >= over {
			return Part{last, line}, true
		}
	}
	return Part{}, false
}

// A paragraph of plain lines breaks so that no line stands alone.
func TestPagesAvoidForbiddenBreaks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var boxes []Box
		for range rapid.IntRange(3, 40).Draw(t, "paragraphs") {
			lines := rapid.IntRange(1, 9).Draw(t, "lines")
			for i := range lines {
				b := Box{Height: 16}
				if i > 0 && (i == 1 || i == lines-1) {
					b.Penalty = Forbidden
				}
				boxes = append(boxes, b)
			}
			boxes = append(boxes, Box{Kind: Space, Height: 6})
		}
		for _, p := range Pages(boxes, nil, Frame{Height: 300, NoteRule: 10, Line: 16}) {
			if boxes[p.From].Penalty >= Forbidden {
				t.Fatalf("a page begins with box %d, where none may", p.From)
			}
		}
	})
}

func TestPagesOfNothing(t *testing.T) {
	if pages := Pages([]Box{{Kind: Space, Height: 3}}, nil, Frame{Height: 100, Line: 16}); len(pages) != 0 {
		t.Fatalf("%d pages of nothing", len(pages))
	}
}

func BenchmarkPages(b *testing.B) {
	var boxes []Box
	for range 2000 {
		for i := range 5 {
			box := Box{Height: 22}
			if i == 1 || i == 4 {
				box.Penalty = Forbidden
			}
			boxes = append(boxes, box)
		}
		boxes = append(boxes, Box{Kind: Space, Height: 11, Widens: true})
	}
	for b.Loop() {
		Pages(boxes, nil, Frame{Height: 680, NoteRule: 12, Line: 22, Grid: 11})
	}
}

// A page is full where what follows has room on it: the room that a tall block
// leaves before it is not shared out among the pages before.
func TestNoPageEndsEarlyForNothing(t *testing.T) {
	const height, line = 200.0, 16.0
	var boxes []Box
	for range 15 {
		boxes = append(boxes, Box{Height: line})
	}
	for range 2 { // so that neither stands on a last page, whose room costs nothing
		boxes = append(boxes, Box{Height: height - 10})
	}
	if pages := Pages(boxes, nil, Frame{Height: height, NoteRule: 10, Line: line}); pages[0].To != 12 || pages[1].To != 15 {
		t.Errorf("the pages end after %d and %d lines", pages[0].To, pages[1].To)
	}
}

// A figure that has no room where it is mentioned comes before the next section,
// though that could begin on the page that the figure leaves.
func TestFiguresStayInTheirSection(t *testing.T) {
	var boxes []Box
	lines := func(n int) {
		for range n {
			boxes = append(boxes, Box{Height: 16})
		}
	}
	lines(12)
	boxes = append(boxes, Box{Kind: Float, Height: 150})
	lines(3)
	head := len(boxes)
	boxes = append(boxes, Box{Height: 20, Opens: true})
	lines(6)
	frame := Frame{Height: 300, NoteRule: 10, Line: 16}
	if pages := Pages(boxes, nil, frame); len(pages) != 2 || pages[0].To != head || len(pages[1].Top) != 1 {
		t.Errorf("%d pages, the first up to box %d of %d; want the section and the figure on the second", len(pages), pages[0].To, head)
	}
	boxes[head].Opens = false
	if again := Pages(boxes, nil, frame); again[0].To <= head {
		t.Error("without a section the page ends early all the same: the test shows nothing")
	}
}

// Facing pages end level, or one of them has a reason: its text ends there, a new
// page was asked for, a note is cut, or a few steps can't bring it to where the other
// ends. No page runs over its foot, and what stood on the grid stays there.
func TestFacingPagesEndLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		frame := Frame{Height: 200, NoteRule: 10, Line: 16, Grid: 8}
		boxes, notes := randomList(t, 120, frame.Height)
		pages := Pages(boxes, notes, frame)
		first := rapid.IntRange(0, 1).Draw(t, "first")
		const exact = 0.01
		ends, most := make([]float64, len(pages)), make([]float64, len(pages))
		for i, widened := range Level(pages, boxes, first, frame) {
			if len(widened) > mostWidened {
				t.Fatalf("%d spaces of page %d widen", len(widened), i)
			}
			wider := slices.Clone(boxes)
			for _, j := range widened {
				if !boxes[j].Widens {
					t.Fatalf("box %d is not to widen", j)
				}
				wider[j].Height += frame.Grid
			}
			before, after := stacked(&pages[i], boxes, notes, frame), stacked(&pages[i], wider, notes, frame)
			grown := after.height - before.height
			if want := frame.Grid * float64(len(widened)); math.Abs(grown-want) > exact {
				t.Fatalf("page %d grows by %.2f with %d steps", i, grown, len(widened))
			}
			if f := footOf(&pages[i], boxes, frame); len(f.spaces) > 0 { // else there is a reason
				most[i] = frame.Grid * float64(min(mostWidened, before.widening))
			}
			ends[i] = pages[i].Used + grown
			if ends[i] > frame.Height+exact && pages[i].Used <= frame.Height+exact {
				t.Fatalf("page %d ends at %.2f", i, ends[i])
			}
		}
		for i := range pages {
			if (first+i)%2 == 0 || i+1 == len(pages) || most[i] == 0 || most[i+1] == 0 {
				continue
			}
			level := min(frame.Height, pages[i].Used+most[i], pages[i+1].Used+most[i+1])
			if level >= max(pages[i].Used, pages[i+1].Used) && math.Abs(ends[i]-ends[i+1]) > frame.Grid-exact {
				t.Fatalf("pages %d and %d end at %.2f and %.2f", i, i+1, ends[i], ends[i+1])
			}
		}
	})
}

// A figure that stays where it is mentioned waits for those before it, with the
// heading that stands over it: figures keep their order.
func TestPinnedFiguresKeepTheirOrder(t *testing.T) {
	frame := Frame{Height: 300, NoteRule: 10, Line: 16}
	var boxes []Box
	lines := func(n int) {
		for range n {
			boxes = append(boxes, Box{Height: 16})
		}
	}
	lines(12)
	boxes = append(boxes, Box{Kind: Float, Height: 150})
	lines(2)
	heading := len(boxes)
	boxes = append(boxes, Box{Height: 20}, Box{Height: 40, Penalty: Forbidden, Pinned: true})
	lines(20)
	pages := Pages(boxes, nil, frame)
	if pages[0].To != heading || len(pages[1].Top) != 1 || pages[1].From != heading {
		t.Errorf("the first page ends before box %d of %d: the second figure comes before the first", pages[0].To, heading)
	}
	boxes[heading+1].Pinned = false
	if again := Pages(boxes, nil, frame); again[0].To <= heading {
		t.Error("a figure that is not pinned waits as well: the test shows nothing")
	}
}
