package typeset

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/theme"
	"warraq/output/page"
)

// Facing pages end level, or one of them has a reason: its text ends there, a
// new page was asked for, a note is cut, or its spaces can't bring it to where
// the other ends. No page runs over its foot, and no space takes more than half
// again of itself.
func TestFacingPagesEndLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const height = 200.0
		list := randomList(t, height)
		for i := range list {
			if n := &list[i]; n.kind != spaceNode { // so that its place is seen
				n.content.items = []page.Item{{Slot: 1, Path: &scene.Path{
					Verbs: []scene.Verb{scene.MoveTo, scene.LineTo}, Points: []scene.Point{{}, {Y: n.height - n.trail}},
				}}}
			}
		}
		b := builder{
			brief: &brief.Brief{}, theme: &theme.Theme{Space: theme.Space{NoteRule: 5}}, rtl: true,
			sheet: theme.Page{Width: 100, Height: height + 100, Top: 50, Bottom: 50},
		}
		breaker := &breaker{list: list, height: height, noteRule: 10, line: 16}
		plans := breaker.pages()
		s := &section{sheet: b.sheet, list: breaker.list, plans: plans, floats: breaker.floats, plain: true}
		b.sections = []*section{s}
		ends := make([]float64, len(plans)) // of the text, from the top of the page
		for i, p := range b.ship().pages {
			for _, it := range p.Items {
				if it.Path != nil && it.Slot != 0 {
					ends[i] = math.Max(ends[i], it.Y+it.Path.Points[1].Y-50)
				}
			}
		}
		const exact = 0.01
		for i := range plans {
			notes := plans[i].used - s.natural(&plans[i]) // at the foot of the page
			if ends[i]+notes > height+exact && plans[i].used <= height+exact {
				t.Fatalf("page %d ends at %.2f with notes of %.2f", i, ends[i], notes)
			}
			if grown, limit := ends[i]-s.natural(&plans[i]), s.end(&plans[i]).stretch; grown > limit+exact {
				t.Fatalf("the spaces of page %d grew by %.2f of %.2f", i, grown, limit)
			}
			ends[i] += notes
			if i%2 == 1 || i == 0 {
				continue
			}
			left, right := s.end(&plans[i-1]), s.end(&plans[i])
			level := math.Min(height, math.Min(left.reach(), right.reach()))
			if left.stretch == 0 || right.stretch == 0 || level < math.Max(left.used, right.used) {
				continue // a named reason
			}
			if math.Abs(ends[i]-ends[i-1]) > exact {
				t.Fatalf("pages %d and %d end at %.2f and %.2f", i-1, i, ends[i-1], ends[i])
			}
		}
	})
}

// natural is the height of a page's text with natural spaces, without notes.
func (s *section) natural(plan *pagePlan) float64 {
	height, pending, first, trail := 0.0, 0.0, true, 0.0
	put := func(n *node) {
		trail = n.trail
		if first {
			height -= n.lead
		}
		height += pending + n.height
		pending, first = 0, false
	}
	for _, f := range plan.top {
		put(&s.list[f])
	}
	started := false
	float := plan.inlineFrom
	for j := plan.from; j < plan.to; j++ {
		n := &s.list[j]
		switch n.kind {
		case spaceNode:
			if started {
				pending += n.height
			}
			continue
		case floatNode:
			if float >= plan.inlineTo || s.floats[float] != j {
				continue
			}
			float++
		}
		put(n)
		started = true
	}
	return height - trail
}
