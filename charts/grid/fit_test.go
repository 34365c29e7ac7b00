package grid

import (
	"math"
	"testing"
)

// Anscombe's quartet (1973): four sets of one line and one coefficient.
func TestFitLine(t *testing.T) {
	x := []float64{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5}
	for i, set := range []struct{ x, y []float64 }{
		{x, []float64{8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68}},
		{x, []float64{9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74}},
		{x, []float64{7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73}},
		{[]float64{8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8}, []float64{6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89}},
	} {
		f, ok := FitLine(set.x, set.y)
		if !ok || math.Abs(f.Offset-3) > 0.01 || math.Abs(f.Slope-0.5) > 0.001 || math.Abs(f.Square-0.667) > 0.001 {
			t.Errorf("set %d: %+v, %t", i, f, ok)
		}
	}
	nan := math.NaN()
	for _, few := range [][2][]float64{{{1, 2}, {3, 4}}, {{1, 1, 1}, {1, 2, 3}}, {{1, 2, 3}, {5, 5, 5}}, {{1, 2, nan}, {1, 2, 3}}} {
		if f, ok := FitLine(few[0], few[1]); ok {
			t.Errorf("%v has the line %+v", few, f)
		}
	}
}
