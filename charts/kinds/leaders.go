package kinds

import (
	"cmp"
	"math"
	"slices"

	"warraq/charts/scene"
)

// sliceAngles returns where each slice of a pie ends, in radians from the top, as
// ECharts divides it: one that would be narrower than the least has that, and the
// others share what is left.
func sliceAngles(values []float64, least float64) []float64 {
	total, large, rest := 0.0, 0.0, 2*math.Pi
	for _, x := range values {
		total += x
	}
	for _, x := range values {
		if x/total*2*math.Pi < least {
			rest -= least
		} else {
			large += x
		}
	}
	ends := make([]float64, len(values))
	at := 0.0
	for i, x := range values {
		angle := least
		if x/total*2*math.Pi >= least {
			angle = x / large * rest
		}
		at += angle
		ends[i] = at
	}
	return ends
}

// layRing places the labels of a pie's slices, which are so many points high,
// beside it: each on the side of its slice and as near to it as can be. Where
// labels have no room beside each other they move away from the middle line, so
// that no leader runs over the pie or another one.
func layRing(values, heights []float64, radius float64, against bool) leaders {
	ring := make(leaders, len(values))
	start := 0.0
	var sides [2][]int
	for i, end := range sliceAngles(values, pieLeast*math.Pi/180) {
		sin, cos := math.Sincos((start + end) / 2)
		start = end
		if against {
			sin = -sin
		}
		side := 1.0
		if sin < 0 {
			side = -1
		}
		reach := radius + pieArm*0.6
		ring[i] = leader{
			from: scene.Point{X: radius * sin, Y: -radius * cos}, bend: scene.Point{X: reach * sin, Y: -reach * cos},
			to: scene.Point{Y: -(radius + pieArm) * cos}, side: side, height: heights[i],
		}
		sides[(1-int(side))/2] = append(sides[(1-int(side))/2], i)
	}
	for _, order := range sides {
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ring[a].from.Y, ring[b].from.Y) })
		middle := 0
		for j, i := range order {
			if math.Abs(ring[i].to.Y) < math.Abs(ring[order[middle]].to.Y) {
				middle = j
			}
		}
		for j := middle + 1; j < len(order); j++ {
			above, at := ring[order[j-1]], &ring[order[j]]
			at.to.Y = max(at.to.Y, above.to.Y+(above.height+at.height)/2)
		}
		for j := middle - 1; j >= 0; j-- {
			below, at := ring[order[j+1]], &ring[order[j]]
			at.to.Y = min(at.to.Y, below.to.Y-(below.height+at.height)/2)
		}
	}
	for i := range ring {
		at := &ring[i]
		// The line of the label that is nearest to the middle keeps off the pie.
		near := max(0, math.Abs(at.to.Y)-at.height/2)
		reach := radius + pieArm
		at.to.X = at.side * max(math.Sqrt(max(0, reach*reach-near*near)), math.Abs(at.bend.X)+pieArm*0.3)
	}
	return ring
}
