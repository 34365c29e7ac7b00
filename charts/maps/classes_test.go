package maps

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/canvas"
	"warraq/charts/svg"
)

// Classes part all values, in order, about evenly; limits have few digits.
func TestClassesPartTheValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-1e9, 1e9), 1, 60).Draw(t, "values")
		limits := classLimits(values)
		if !slices.IsSorted(limits) || len(limits) >= mostClasses {
			t.Fatalf("limits %v", limits)
		}
		count := make([]int, len(limits)+1)
		for _, x := range values {
			count[classOf(x, limits)]++
		}
		for class, n := range count {
			if n == 0 {
				t.Fatalf("class %d of %v by %v is empty", class, values, limits)
			}
		}
	})
	for _, c := range []struct{ low, high, want float64 }{
		{85, 96, 90}, {198, 205, 200}, {0, 5e-7, 5e-7}, {310, 420, 400}, {-40, -3, -20}, {-1, 1, 0}, {-1, 0, 0}, {99, 101, 100}, {3, 4, 4}, {0.12, 0.19, 0.15},
	} {
		if got := roundest(c.low, c.high); got != c.want {
			t.Errorf("between %g and %g: got %g, want %g", c.low, c.high, got, c.want)
		}
	}
}

// A darker shade is a larger class, and neighbours are told apart in grey.
func TestShadesRunFromLightToDark(t *testing.T) {
	p := canvas.DefaultPalette()
	last := 2.0
	for i := range mostClasses {
		c, err := svg.ParseColor(shade(p, i, mostClasses))
		if err != nil {
			t.Fatal(err)
		}
		grey := (0.299*float64(c.R) + 0.587*float64(c.G) + 0.114*float64(c.B)) / 255
		if grey > last-0.07 {
			t.Errorf("shade %d of %g is not darker than %g", i, grey, last)
		}
		last = grey
	}
}
