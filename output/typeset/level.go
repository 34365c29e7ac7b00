package typeset

import "math"

// Pages that face each other should end level (Bringhurst, The Elements of
// Typographic Style, 8.5.2). The lines of a text stand a leading apart and stay
// so; what gives is the space around paragraphs, headings, lists and figures, up
// to half of each.

// stretches is, for each page of a section, the part of their stretch that its
// spaces take. A page whose spaces can bring its last line to the foot does so;
// of two facing pages of which one can't, both end where both can.
func (s *section) stretches(height float64) []float64 {
	stretches := make([]float64, len(s.plans))
	ends := make([]pageEnd, len(s.plans))
	for i := range s.plans {
		ends[i] = s.end(&s.plans[i])
		stretches[i] = ends[i].to(height)
	}
	for i := range s.plans {
		// The first page is a recto, so that an odd index faces the next.
		if (s.first+i)%2 == 0 || i+1 == len(s.plans) || ends[i].stretch == 0 || ends[i+1].stretch == 0 {
			continue
		}
		level := min(height, ends[i].reach(), ends[i+1].reach())
		if level >= max(ends[i].used, ends[i+1].used) {
			stretches[i], stretches[i+1] = ends[i].to(level), ends[i+1].to(level)
		}
	}
	return stretches
}

// pageEnd is where a page may end: used is its height with all spaces at their
// natural size, stretch what they can take on.
type pageEnd struct{ used, stretch float64 }

func (e pageEnd) reach() float64 { return e.used + e.stretch }

// to is the part of the stretch that brings the last line to a height, 0 where
// it is out of reach.
func (e pageEnd) to(height float64) float64 {
	slack := height - e.used
	if e.stretch == 0 || slack <= 0 || slack > e.stretch+fitTolerance {
		return 0
	}
	return math.Min(1, slack/e.stretch)
}

// end measures a page. One has no stretch where its end has another reason than
// its height: the text ends, a new page is asked for, a note is cut.
func (s *section) end(plan *pagePlan) pageEnd {
	e := pageEnd{used: plan.used}
	next := plan.to
	for next < len(s.list) && s.list[next].kind == spaceNode {
		next++
	}
	if next == len(s.list) || s.list[next].forced || plan.cut.note != nil {
		return e
	}
	started, pending, float := false, 0.0, plan.inlineFrom
	for j := plan.from; j < plan.to; j++ {
		switch n := &s.list[j]; n.kind {
		case spaceNode:
			if started {
				pending += n.stretch
			}
			continue
		case floatNode:
			if float >= plan.inlineTo || s.floats[float] != j {
				continue // it stands on a later page
			}
			float++
		}
		e.stretch += pending
		pending, started = 0, true
	}
	return e
}
