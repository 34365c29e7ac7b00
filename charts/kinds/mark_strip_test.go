package kinds

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/grid"
)

// Whatever stands close to what, no two labels of marks meet, and of the lines of
// two or three marks each leads to its own label alone.
func TestEachMarkLeadsToItsLabel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const width = 450.0
		n := rapid.IntRange(1, 3).Draw(t, "marks")
		labels := make([]markLabel, n)
		for i := range labels {
			labels[i] = markLabel{
				text: "علامة", line: true, height: 14, mark: grid.Mark{Across: true},
				x: 160 + rapid.Float64Range(0, 130).Draw(t, "x"), width: rapid.Float64Range(10, 150).Draw(t, "width"),
			}
			for _, o := range labels[:i] {
				if d := math.Abs(o.x - labels[i].x); d < 2*stemAir {
					labels[i].x = o.x // lines that close are one
				}
			}
		}
		layStrip(labels, width)
		for i, a := range labels {
			if a.left < 0 || a.left+a.width > width || a.x < a.left-0.01 || a.x > a.left+a.width+0.01 {
				t.Fatalf("label %d stands at %g to %g, its line at %g", i, a.left, a.left+a.width, a.x)
			}
			for j, b := range labels {
				if i == j {
					continue
				}
				if a.row == b.row && a.left < b.left+b.width && b.left < a.left+a.width {
					t.Fatalf("labels %d and %d stand over each other", i, j)
				}
				// A line ends at its own label, so it may only run under those that stand higher.
				if b.row >= a.row && b.x != a.x && a.left < b.x && b.x < a.left+a.width {
					t.Fatalf("the line of %d runs through label %d", j, i)
				}
			}
		}
	})
}

// A band on columns covers the slots that it is named from and to; on lines it
// runs from value to value.
func TestBandsCoverSlots(t *testing.T) {
	for _, c := range []struct {
		first, last float64
		left, right float64 // in slots of columns
	}{{1, 2, 1, 3}, {0, 0.5, 0, 0.5}, {1.5, 3, 1.5, 4}, {0.25, 1.75, 0.25, 1.75}} {
		for _, inverse := range []bool{false, true} {
			f := field{places: places{n: 4, shares: evenShares(4)}, left: 100, right: 500, slots: true, inverse: inverse}
			left, right := f.bandOf(grid.Mark{First: c.first, Last: c.last})
			wantLeft, wantRight := 100+100*c.left, 100+100*c.right
			if inverse {
				wantLeft, wantRight = 500-100*c.right, 500-100*c.left
			}
			if left != wantLeft || right != wantRight {
				t.Errorf("%g to %g, inverse %v: %g to %g, want %g to %g", c.first, c.last, inverse, left, right, wantLeft, wantRight)
			}
			f.slots = false
			left, right = f.bandOf(grid.Mark{First: c.first, Last: c.last})
			if got, want := right-left, 100*(c.last-c.first); math.Abs(got-want) > 1e-9 {
				t.Errorf("%g to %g on lines: %g wide, want %g", c.first, c.last, got, want)
			}
		}
	}
}
