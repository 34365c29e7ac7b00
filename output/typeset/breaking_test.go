package typeset

import (
	"testing"

	"pgregory.net/rapid"

	"warraq/input/brief"
)

// randomList draws a vertical list of lines, spaces and floats, some lines with
// notes.
func randomList(t *rapid.T, height float64) []node {
	n := rapid.IntRange(1, 120).Draw(t, "nodes")
	list := make([]node, 0, n)
	for range n {
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0, 1:
			list = append(list, node{kind: spaceNode, height: 8, stretch: 4})
		case 2:
			list = append(list, node{kind: floatNode, height: rapid.Float64Range(20, height*0.9).Draw(t, "float"), lead: 10, trail: 8})
		case 3:
			lines := make([]node, rapid.IntRange(1, 12).Draw(t, "note lines"))
			for i := range lines {
				lines[i] = node{kind: boxNode, height: 10}
			}
			list = append(list, node{kind: boxNode, height: 16, notes: []*note{{brief: &brief.Note{}, lines: lines}}})
		default:
			box := node{kind: boxNode, height: 16}
			if rapid.IntRange(0, 3).Draw(t, "keep") == 0 {
				box.breakBefore = forbidden
			}
			if rapid.IntRange(0, 30).Draw(t, "force") == 0 {
				box.forced = true
			}
			list = append(list, box)
		}
	}
	return list
}

// Every node stands on exactly one page, floats never before their mention, no
// page is fuller than its height, and every note begins on the page of its
// mark.
func TestPagesPlaceEveryNodeOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const height = 200
		list := randomList(t, height)
		b := &breaker{list: list, height: height, noteRule: 10, line: 16}
		plans := b.pages()
		placed := map[int]int{}
		noteOn := map[*note]int{}
		noteLines := map[*note]int{}
		for p, plan := range plans {
			used, trail := 0.0, 0.0
			put := func(i int) {
				trail = list[i].trail
				if was, twice := placed[i]; twice {
					t.Fatalf("node %d stands on pages %d and %d", i, was, p)
				}
				placed[i] = p
				used += list[i].height
				if used == list[i].height {
					used -= list[i].lead
				}
				for _, n := range list[i].notes {
					noteOn[n] = p
				}
			}
			for _, f := range plan.top {
				if f >= plan.to && plan.to != plan.from && f >= plan.from {
					t.Fatalf("float %d comes before its mention", f)
				}
				put(f)
			}
			float := plan.inlineFrom
			started, pending := false, 0.0
			for j := plan.from; j < plan.to; j++ {
				switch list[j].kind {
				case spaceNode:
					if started {
						pending += list[j].height
					}
					continue
				case floatNode:
					if float >= plan.inlineTo || b.floats[float] != j {
						continue
					}
					float++
				}
				used += pending
				pending, started = 0, true
				put(j)
			}
			had := false
			count := func(n *note, from, to int) {
				if !had {
					used += b.noteRule
					had = true
				}
				for _, l := range n.lines[from:to] {
					used += l.height
				}
				noteLines[n] += to - from
			}
			end := func(n *note) int {
				if plan.cut.note == n {
					return plan.cut.line
				}
				return len(n.lines)
			}
			if c := plan.carry; c.note != nil {
				count(c.note, c.line, end(c.note))
			}
			for _, n := range plan.notes {
				if noteOn[n] != p {
					t.Fatalf("a note stands on page %d, its mark on %d", p, noteOn[n])
				}
				count(n, 0, end(n))
			}
			if used-trail > height+fitTolerance {
				t.Fatalf("page %d uses %.2f of %d", p, used, height)
			}
		}
		for i := range b.list {
			if _, ok := placed[i]; !ok && list[i].kind != spaceNode {
				t.Fatalf("node %d of kind %d stands nowhere", i, list[i].kind)
			}
			for _, n := range list[i].notes {
				if noteLines[n] != len(n.lines) {
					t.Fatalf("%d of %d lines of a note are set", noteLines[n], len(n.lines))
				}
			}
		}
	})
}

// A paragraph of plain lines breaks so that no line stands alone.
func TestPagesAvoidForbiddenBreaks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []node
		for range rapid.IntRange(3, 40).Draw(t, "paragraphs") {
			lines := rapid.IntRange(1, 9).Draw(t, "lines")
			for i := range lines {
				n := node{kind: boxNode, height: 16}
				if i > 0 && (i == 1 || i == lines-1) {
					n.breakBefore = forbidden
				}
				list = append(list, n)
			}
			list = append(list, node{kind: spaceNode, height: 6, stretch: 3})
		}
		b := &breaker{list: list, height: 300, noteRule: 10, line: 16}
		for _, plan := range b.pages() {
			if first := plan.from; list[first].breakBefore >= forbidden {
				t.Fatalf("a page begins with node %d, where none may", first)
			}
		}
	})
}

func TestPagesOfNothing(t *testing.T) {
	b := &breaker{list: []node{{kind: spaceNode, height: 3}}, height: 100, line: 16}
	if plans := b.pages(); len(plans) != 0 {
		t.Fatalf("%d pages of nothing", len(plans))
	}
}

func BenchmarkPages(b *testing.B) {
	var list []node
	for range 2000 {
		for i := range 5 {
			n := node{kind: boxNode, height: 22}
			if i == 1 || i == 4 {
				n.breakBefore = forbidden
			}
			list = append(list, n)
		}
		list = append(list, node{kind: spaceNode, height: 7, stretch: 3.5})
	}
	for b.Loop() {
		(&breaker{list: list, height: 680, noteRule: 12, line: 22}).pages()
	}
}

// A page is full where what follows has room on it: the room that a tall block
// leaves before it is not shared out among the pages before.
func TestNoPageEndsEarlyForNothing(t *testing.T) {
	const height, line = 200.0, 16.0
	var list []node
	for range 15 {
		list = append(list, node{kind: boxNode, height: line})
	}
	for range 2 { // so that neither stands on a last page, whose room costs nothing
		list = append(list, node{kind: boxNode, height: height - 10})
	}
	b := &breaker{list: list, height: height, noteRule: 10, line: line}
	if plans := b.pages(); plans[0].to != 12 || plans[1].to != 15 {
		t.Errorf("the pages end after %d and %d lines", plans[0].to, plans[1].to)
	}
}

// A figure that has no room where it is mentioned comes before the next section,
// though that could begin on the page that the figure leaves.
func TestFiguresStayInTheirSection(t *testing.T) {
	var list []node
	lines := func(n int) {
		for range n {
			list = append(list, node{kind: boxNode, height: 16})
		}
	}
	lines(12)
	list = append(list, node{kind: floatNode, height: 150})
	lines(3)
	head := len(list)
	list = append(list, node{kind: boxNode, height: 20, opens: true})
	lines(6)
	b := &breaker{list: list, height: 300, noteRule: 10, line: 16}
	plans := b.pages()
	if len(plans) != 2 || plans[0].to != head || len(plans[1].top) != 1 {
		t.Errorf("%d pages, the first up to node %d of %d; want the section and the figure on the second", len(plans), plans[0].to, head)
	}
	b.list[head].opens = false
	b.floats = nil
	if again := b.pages(); again[0].to <= head {
		t.Error("without a section the page ends early all the same: the test shows nothing")
	}
}
