package grid

import (
	"math"
	"slices"
)

// The five numbers of a box, in the order of its series.
const (
	BoxLow = iota // the end of the lower whisker
	BoxFirst
	BoxMedian
	BoxThird
	BoxHigh
	boxNumbers
)

// quantile returns the value below which a share of sorted values lies, by
// definition 7 of Hyndman and Fan (Sample Quantiles in Statistical Packages,
// The American Statistician 50:4, 1996): the values divide the whole into n-1
// equal steps, and between two of them the line is straight. It is what
// spreadsheets call QUARTILE.INC.
func quantile(sorted []float64, share float64) float64 {
	place := share * float64(len(sorted)-1)
	below := int(math.Floor(place))
	if below+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[below] + (place-float64(below))*(sorted[below+1]-sorted[below])
}

// Whisker is how far a whisker reaches beyond its quartile at most, in
// interquartile ranges (Tukey, Exploratory Data Analysis, 1977).
const Whisker = 1.5

// boxOf returns the five numbers of some values, of which there is at least
// one, and those beyond the whiskers. A whisker ends at the outermost value
// within its reach.
func boxOf(values []float64) (box [boxNumbers]float64, outliers []float64) {
	sorted := slices.Sorted(slices.Values(values))
	box[BoxFirst], box[BoxMedian], box[BoxThird] = quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)
	reach := Whisker * (box[BoxThird] - box[BoxFirst])
	box[BoxLow], box[BoxHigh] = box[BoxFirst], box[BoxThird]
	for _, x := range sorted {
		if x < box[BoxFirst]-reach || x > box[BoxThird]+reach {
			outliers = append(outliers, x)
			continue
		}
		box[BoxLow], box[BoxHigh] = min(box[BoxLow], x), max(box[BoxHigh], x)
	}
	return box, outliers
}
