package pagination

import "math"

// Costs of things a good page avoids.
const (
	costDeferred  = 400   // a figure moved to the next page
	costPassed    = 40000 // and that behind the head of another section
	costNoteSplit = 2000  // a footnote cut in two
	costShortEnd  = 300   // a last page of less than three boxes
	costOverflow  = 1e8   // a box taller than the page
	costPage      = 60    // each page: of two ways the shorter
	raggedWeight  = 40    // an empty line at the foot, squared
	raggedLines   = 6     // up to so many; each line more costs
	emptyLine     = 120   // so much
	shortLines    = 2.0   // more are seen at once,
	shortLine     = 5000  // and each costs so much more
	needlessLine  = 300   // an empty line where what follows would have had room
	widenedWeight = 30    // as many spaces widened as may be
)

// filled is how far a page is filled: the height of its boxes, with the trail and
// without the foot of the last, and of its notes. widening counts the spaces between them that can widen.
type filled struct {
	body, trail, foot, notes float64
	widening                 int
}

func (f filled) used() float64 { return f.body - f.trail + f.foot + f.notes }

// ending is what a page costs that ends before a state.
func (c *chooser) ending(next state, at filled, solids int) float64 {
	cost := costPage + c.deferral(next)
	j := next.box
	for j < len(c.boxes) && c.boxes[j].Kind == Space {
		cost += c.boxes[j].Penalty
		j++
	}
	if j == len(c.boxes) {
		if solids < 3 {
			cost += costShortEnd
		}
		return cost
	}
	if c.boxes[j].Forced {
		return cost
	}
	cost += c.boxes[j].Penalty + c.foot(at)
	if c.boxes[j].Opens && c.waits(next) {
		return cost // the section waits for the figures of the one before
	}
	return cost + c.short(at) + c.needless(next, at)
}

// needless is what a page costs that ends before a state though what follows, up to
// where the next page could begin instead, has room on it. A single empty line
// passes: it may save a heading or a widow on a page to come.
func (c *chooser) needless(next state, at filled) float64 {
	empty := c.slack(at) / c.frame.Line
	if empty < 1.5 {
		return 0
	}
	space, broken := 0.0, 0.0 // since the last box, and what a break there costs
	begun, waits := false, c.waits(next)
	trail := at.trail
	for j := next.box; j < len(c.boxes); j++ {
		b := &c.boxes[j]
		broken += b.Penalty
		if b.Kind == Space {
			space += b.After(&trail)
			continue
		}
		if b.Forced || broken < Forbidden && begun {
			break
		}
		with := at
		with.body += space
		with.body += c.frame.Rise(b, with.body) + b.Height
		with.notes += c.noteHeight(b, 0)
		with.trail, with.foot = b.Trail, b.Foot
		full := with.used() > c.frame.Height+fitTolerance
		if b.Kind == Float && (full || waits) {
			waits = true // what follows it may stand here all the same
			continue
		}
		if full || waits && (b.Pinned || b.Opens) {
			return 0
		}
		at, trail = with, b.Trail
		space, broken, begun = 0, 0, true
	}
	return needlessLine * (empty - 1)
}

// widest is how far the spaces of a page can widen.
func (c *chooser) widest(at filled) float64 {
	return c.frame.Grid * float64(min(mostWidened, at.widening))
}

// slack is what is empty at the foot of a page though its spaces widen.
func (c *chooser) slack(at filled) float64 {
	return max(0, c.frame.Height-at.used()-c.widest(at))
}

// foot is what the empty room at the foot of a page costs. Less than a step of the
// grid is none.
func (c *chooser) foot(at filled) float64 {
	cost := 0.0
	if widest := c.widest(at); widest > 0 {
		r := min(1, max(0, c.frame.Height-at.used())/widest)
		cost = widenedWeight * r * r * r
	}
	void := c.slack(at)
	if c.frame.Grid > 0 {
		void = math.Floor((void+fitTolerance)/c.frame.Grid) * c.frame.Grid
	}
	if void /= c.frame.Line; void > 0 {
		// Where room must stay empty it is all on one page: squares alone would
		// share it out, and leave two pages half full.
		few := min(void, raggedLines)
		cost += raggedWeight*few*few + emptyLine*(void-few)
	}
	return cost
}

// short is what a page costs besides that is seen to end early.
func (c *chooser) short(at filled) float64 {
	return shortLine * max(0, min(c.slack(at)/c.frame.Line, raggedLines)-shortLines)
}

// deferral is what the floats cost that a page leaves behind.
func (c *chooser) deferral(next state) float64 {
	cost := 0.0
	for f := next.float; f < len(c.floats) && c.floats[f] < next.box; f++ {
		cost += costDeferred
		if c.opened[next.box] > c.opened[c.floats[f]] {
			cost += costPassed
		}
	}
	return cost
}

// overflow is what a page costs that holds more than it has room for.
func (c *chooser) overflow(used float64) float64 {
	if used > c.frame.Height+fitTolerance {
		return costOverflow + used - c.frame.Height
	}
	return 0
}
