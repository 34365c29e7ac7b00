package kinds

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/grid"
)

func TestTimeTicks(t *testing.T) {
	width := func(text string) float64 { return 5 * float64(len(text)) }
	rapid.Check(t, func(t *rapid.T) {
		first := math.Floor(rapid.Float64Range(grid.Day(1, 1, 1), grid.Day(2900, 1, 1)).Draw(t, "first"))
		last := first + math.Floor(rapid.Float64Range(1, 365*900).Draw(t, "days"))
		points := rapid.Float64Range(120, 2000).Draw(t, "points")
		ticks := timeTicks(first, last, points, width)
		if len(ticks) < 2 || ticks[0].at > first || ticks[len(ticks)-1].at < last {
			t.Fatalf("%v do not hold %g to %g", ticks, first, last)
		}
		for i := range ticks[:len(ticks)-1] {
			room := points * (ticks[i+1].at - ticks[i].at) / (ticks[len(ticks)-1].at - ticks[0].at)
			if ticks[i+1].at <= ticks[i].at || room < width(ticks[i].text)+4 {
				t.Fatalf("%v at %g: %q has %g points", ticks, points, ticks[i].text, room)
			}
		}
	})
}
