package pagination

import "math"

// Costs of things a good page avoids.
const (
	costDeferred  = 400  // a figure moved to the next page
	costPassed    = 2000 // and that behind the head of another section
	costNoteSplit = 2000 // a footnote cut in two
	costShortEnd  = 300  // a last page of less than three boxes
	costOverflow  = 1e8  // a box taller than the page
	costPage      = 60   // each page: of two ways the shorter
	raggedWeight  = 40   // an empty line at the foot, squared
	raggedLines   = 6    // up to so many; each line more costs
	emptyLine     = 120  // so much
	needlessLine  = 300  // an empty line where what follows would have had room
	stretchWeight = 30   // spaces stretched to their limit
)

// ending is what a page costs that ends before a state.
func (c *chooser) ending(next state, used, stretch float64, solids int) float64 {
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
	cost += c.boxes[j].Penalty + c.foot(used, stretch)
	if c.boxes[j].Opens && c.waits(next) {
		return cost // the section waits for the figures of the one before
	}
	return cost + c.needless(next.box, used, stretch)
}

// needless is what a page costs that ends before a box though what follows, up to
// where the next page could begin instead, has room on it. A single empty line
// passes: it may save a heading or a widow on a page to come.
func (c *chooser) needless(next int, used, stretch float64) float64 {
	empty := (c.frame.Height - used - stretch) / c.frame.Line
	if empty < 1.5 {
		return 0
	}
	space, broken := 0.0, 0.0 // since the last box, and what a break there costs
	begun := false
	for j := next; j < len(c.boxes); j++ {
		b := &c.boxes[j]
		broken += b.Penalty
		if b.Kind == Space {
			space += b.Height
			continue
		}
		if b.Forced || broken < Forbidden && begun {
			break
		}
		used += space + b.Height + c.noteHeight(b, 0)
		if used-b.Trail > c.frame.Height+fitTolerance {
			return 0
		}
		space, broken, begun = 0, 0, true
	}
	return needlessLine * (empty - 1)
}

// foot is what the empty room at the foot of a page costs.
func (c *chooser) foot(used, stretch float64) float64 {
	slack := math.Max(0, c.frame.Height-used)
	cost := 0.0
	if stretch > 0 {
		r := math.Min(1, slack/stretch)
		cost = stretchWeight * r * r * r
	}
	if void := math.Max(0, slack-stretch) / c.frame.Line; void > 0 {
		// Where room must stay empty it is all on one page: squares alone would
		// share it out, and leave two pages half full.
		few := math.Min(void, raggedLines)
		cost += raggedWeight*few*few + emptyLine*(void-few)
	}
	return cost
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
