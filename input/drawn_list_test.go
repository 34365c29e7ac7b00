package input

import (
	"math"
	"slices"
	"testing"
)

// A cell lists numbers by spaces or signs; where two signs have none between them one
// is not known, and the others keep their places.
func TestCellsListNumbers(t *testing.T) {
	gap := math.NaN()
	for text, want := range map[string][]float64{
		"3 5 9": {3, 5, 9}, "3، 5، 9": {3, 5, 9}, "3;5;9": {3, 5, 9}, "[3, 5, 9]": {3, 5, 9}, "3,5,9": {3, 5, 9}, "3|5|9": {3, 5, 9}, "|3|5|": {3, 5},
		"3;;9": {3, gap, 9}, "3، ، 9": {3, gap, 9}, "3;;;9;": {3, gap, gap, 9}, "3 — 9": {3, gap, 9}, "3,,9": {3, gap, 9}, "7": {7}, "": nil, ";": nil, "س": {gap},
	} {
		line, _ := listedPoints(text)
		var got []float64
		for _, p := range line.Points {
			x := gap
			if p.Known {
				x = p.Value
			}
			got = append(got, x)
		}
		if !slices.EqualFunc(got, want, func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
