package grid

import (
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
		for i := range box[:BoxHigh] {
			if box[i] > box[i+1] {
				t.Fatalf("%v falls", box)
			}
		}
		for _, end := range []float64{box[BoxLow], box[BoxHigh]} {
			if !slices.Contains(values, end) && end != box[BoxFirst] && end != box[BoxThird] {
				t.Fatalf("a whisker of %v ends at no value", box)
			}
		}
		for _, x := range values {
			if (x < box[BoxLow] || x > box[BoxHigh]) != slices.Contains(outliers, x) {
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
