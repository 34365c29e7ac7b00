package charts

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The quartiles of the examples that Hyndman and Fan's definition 7 is known
// by, and those of R's and NumPy's manuals.
func TestBoxes(t *testing.T) {
	for _, c := range []struct {
		values, outliers []float64
		box              [boxNumbers]float64
	}{
		{[]float64{7}, nil, [boxNumbers]float64{7, 7, 7, 7, 7}},
		{[]float64{2, 1}, nil, [boxNumbers]float64{1, 1.25, 1.5, 1.75, 2}},
		{[]float64{1, 2, 3, 4, 5}, nil, [boxNumbers]float64{1, 2, 3, 4, 5}},
		{[]float64{10, 7, 4, 3, 2, 1}, nil, [boxNumbers]float64{1, 2.25, 3.5, 6.25, 10}},
		{[]float64{1, 2, 3, 4, 100}, []float64{100}, [boxNumbers]float64{1, 2, 3, 4, 4}},
		{[]float64{-50, 1, 2, 3, 4}, []float64{-50}, [boxNumbers]float64{1, 1, 2, 3, 4}},
	} {
		box, outliers := boxOf(c.values)
		if box != c.box || !slices.Equal(outliers, c.outliers) {
			t.Errorf("%v: got %v and %v, want %v and %v", c.values, box, outliers, c.box, c.outliers)
		}
	}
}

// The five numbers rise, whiskers end at values, each value is within them or
// an outlier, and the order of the values does not count.
func TestBoxesOfAnyValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), 1, 40).Draw(t, "values")
		box, outliers := boxOf(values)
		for i := range box[:boxHigh] {
			if box[i] > box[i+1] {
				t.Fatalf("%v falls", box)
			}
		}
		for _, end := range []float64{box[boxLow], box[boxHigh]} {
			if !slices.Contains(values, end) && end != box[boxFirst] && end != box[boxThird] {
				t.Fatalf("a whisker of %v ends at no value", box)
			}
		}
		for _, x := range values {
			if (x < box[boxLow] || x > box[boxHigh]) != slices.Contains(outliers, x) {
				t.Fatalf("%g is neither within %v nor an outlier", x, box)
			}
		}
		again := slices.Clone(values)
		slices.Reverse(again)
		if other, _ := boxOf(again); other != box {
			t.Fatalf("%v and %v of the same values", box, other)
		}
	})
}

func TestTimeTicks(t *testing.T) {
	width := func(text string) float64 { return 5 * float64(len(text)) }
	rapid.Check(t, func(t *rapid.T) {
		first := math.Floor(rapid.Float64Range(day(1, 1, 1), day(2900, 1, 1)).Draw(t, "first"))
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
