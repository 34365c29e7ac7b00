package typeset

import (
	"image/color"
	"math"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/theme"
	"warraq/output/label"
	"warraq/output/page"
	"warraq/output/pagination"
)

// What is shipped stands where its page was chosen to hold it: the last node of a
// page ends at the height that was used, with what its spaces took to level it, and its lines on the grid.
func TestPagesAreShippedAsChosen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const height, line = 208.0, 16.0
		var list []node
		for range rapid.IntRange(1, 80).Draw(t, "nodes") {
			n := node{kind: boxNode, height: line, onGrid: rapid.Bool().Draw(t, "on the grid")}
			switch rapid.IntRange(0, 7).Draw(t, "kind") {
			case 0, 1:
				n = node{kind: spaceNode, height: 8, widens: true}
			case 2:
				n = node{kind: floatNode, height: rapid.Float64Range(20, height*0.9).Draw(t, "float"), lead: 10, trail: 8}
			case 3:
				n.notes = []*note{{lines: make([]node, rapid.IntRange(1, 12).Draw(t, "note lines"))}}
				for i := range n.notes[0].lines {
					n.notes[0].lines[i] = node{kind: boxNode, height: 10}
				}
			}
			if n.kind != spaceNode { // so that its foot is seen
				path := &scene.Path{Verbs: []scene.Verb{scene.MoveTo, scene.LineTo}, Points: []scene.Point{{}, {Y: n.height - n.trail}}}
				if n.onGrid {
					path.Stroke = &color.NRGBA{}
				}
				n.content.items = []page.Item{{Slot: 1, Path: path}}
			}
			list = append(list, n)
		}
		paper := sheet{theme.Page{Width: 100, Height: height + 100, Top: 50, Bottom: 50}, true, line}
		b := builder{brief: &brief.Brief{}, names: label.Of(&brief.Brief{}, ""), theme: &theme.Theme{Space: theme.Space{NoteRule: 5}}, sheet: paper}
		s := newSection(list, paper, pagination.Frame{Height: height, NoteRule: noteRule(b.theme), Line: line, Grid: line / 2})
		s.plain = true
		b.sections = []*section{s}
		widened := pagination.Level(s.pages, s.boxes, 0, s.frame)
		pages, _ := b.ship()
		for i, shipped := range pages {
			foot, notes := 0.0, 0.0
			for _, it := range shipped.Items {
				if it.Path != nil && it.Slot != 0 {
					foot = math.Max(foot, it.Y+it.Path.Points[1].Y-50)
					if length := it.Path.Points[1].Y; length == line && it.Path.Stroke != nil {
						if steps := (it.Y - 50) / s.frame.Grid; math.Abs(steps-math.Round(steps))*s.frame.Grid > 0.011 { // rounding passes
							t.Fatalf("a line of page %d stands %.3f steps down", i, steps)
						}
					}
				}
			}
			for k, l := range s.notesOn(&s.pages[i]) {
				if k == 0 {
					notes = s.frame.NoteRule
				}
				notes += l.height
			}
			want := s.pages[i].Used - notes + float64(len(widened[i]))*s.frame.Grid
			if p := &s.pages[i]; p.From == p.To && len(p.Top) > 0 {
				want -= list[p.Top[len(p.Top)-1]].trail // a page of figures alone counts it
			}
			if math.Abs(foot-want) > 0.01 {
				t.Fatalf("page %d ends at %.2f, chosen to end at %.2f", i, foot, want)
			}
		}
	})
}
