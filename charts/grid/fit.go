package grid

import "math"

// A Fit is the straight line through points whose squares of distances, up and
// down, are least: Offset + Slope·x. Square is the coefficient of determination,
// the part of the variance that it explains, from 0 to 1.
type Fit struct{ Offset, Slope, Square float64 }

// At is the line's value at x.
func (f Fit) At(x float64) float64 { return f.Offset + f.Slope*x }

// FitLine fits a line to the points of which both values are known; it is false
// for fewer than three, and where they do not differ in either.
func FitLine(x, y []float64) (Fit, bool) {
	n, meanX, meanY := 0.0, 0.0, 0.0
	known := func(i int) bool { return !math.IsNaN(x[i]) && !math.IsNaN(y[i]) }
	for i := range x {
		if known(i) {
			n++
			meanX += (x[i] - meanX) / n
			meanY += (y[i] - meanY) / n
		}
	}
	xx, xy, yy := 0.0, 0.0, 0.0
	for i := range x {
		if known(i) {
			dx, dy := x[i]-meanX, y[i]-meanY
			xx, xy, yy = xx+dx*dx, xy+dx*dy, yy+dy*dy
		}
	}
	if n < 3 || xx == 0 || yy == 0 {
		return Fit{}, false
	}
	slope := xy / xx
	return Fit{meanY - slope*meanX, slope, xy * xy / (xx * yy)}, true
}
