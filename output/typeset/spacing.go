package typeset

import (
	"cmp"
	"math"
	"slices"

	"warraq/output/page"
	"warraq/output/paragraph"
)

// Spaces says how wide the spaces of justified lines are, over the faces' own.
type Spaces struct {
	// Lines and Words are how many were counted, and Kashidas how many of the
	// words were stretched.
	Lines, Words, Kashidas             int
	Median, Percentile95, Least, Worst float64
	// Loose are the lines beyond [paragraph.LooseLimit], in reading order, and Loosest the
	// one with the widest spaces, the first of several.
	Loose   []page.JustifiedLine
	Loosest page.JustifiedLine
}

// Spacing measures the spaces of justified lines; of none, all is 0.
func Spacing(lines []page.JustifiedLine) Spaces {
	n := len(lines)
	if n == 0 {
		return Spaces{}
	}
	s := Spaces{Lines: n}
	ratios := make([]float64, n)
	for i, l := range lines {
		ratios[i] = l.Ratio
		s.Words += l.Words
		s.Kashidas += l.Kashidas
		if l.Ratio > paragraph.LooseLimit {
			s.Loose = append(s.Loose, l)
		}
	}
	slices.Sort(ratios)
	// The nearest rank at or above the percentile.
	rank := func(p float64) float64 { return ratios[int(math.Ceil(p*float64(n)))-1] }
	s.Median, s.Percentile95, s.Least, s.Worst = rank(0.5), rank(0.95), ratios[0], ratios[n-1]
	s.Loosest = slices.MaxFunc(lines, func(a, b page.JustifiedLine) int { return cmp.Compare(a.Ratio, b.Ratio) })
	return s
}
