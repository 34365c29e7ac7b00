package kinds

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/scene"
)

// Whatever the parts of a pie are, each leader begins at the edge of its own
// slice, none runs over the pie, and no label stands over another one.
func TestLeadersLeadToTheirSlices(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(0.001, 1000), 1, 12).Draw(t, "values")
		if rapid.Bool().Draw(t, "sorted") {
			slices.Sort(values)
		}
		heights := make([]float64, len(values))
		for i := range heights {
			heights[i] = rapid.Float64Range(14, 50).Draw(t, "height")
		}
		const radius = 80.0
		against := rapid.Bool().Draw(t, "against")
		ring := layRing(values, heights, radius, against)
		total := 0.0
		for _, x := range values {
			total += x
		}
		start := 0.0
		for i, end := range sliceAngles(values, pieLeast*math.Pi/180) {
			at := ring[i]
			angle := math.Atan2(at.from.X, -at.from.Y)
			if against {
				angle = -angle
			}
			if angle < -1e-9 {
				angle += 2 * math.Pi
			}
			if angle < start-1e-6 || angle > end+1e-6 {
				t.Fatalf("leader %d begins at %.3f, its slice lies from %.3f to %.3f", i, angle, start, end)
			}
			if wide := end - start; wide < 0.8*pieLeast*math.Pi/180 { // what is shared out may fall a little below
				t.Fatalf("slice %d is %.4f wide", i, wide)
			}
			start = end
			for s := 0.0; s <= 1; s += 0.05 {
				p := scene.Point{X: at.bend.X + s*(at.to.X-at.bend.X), Y: at.bend.Y + s*(at.to.Y-at.bend.Y)}
				if math.Hypot(p.X, p.Y) < radius {
					t.Fatalf("leader %d runs over the pie", i)
				}
			}
			for j := range i {
				if other := ring[j]; other.side == at.side && math.Abs(other.to.Y-at.to.Y) < (other.height+at.height)/2-1e-6 {
					t.Fatalf("labels %d and %d stand over each other", j, i)
				}
			}
		}
		if math.Abs(start-2*math.Pi) > 1e-6 {
			t.Fatalf("the slices fill %.4f", start)
		}
	})
}
