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
	// Twice counts the lines with two words stretched, and Beside those that stand
	// right below another with a kashida.
	Twice, Beside int
	// Wide counts the lines that would be beyond [Wide] without kashidas, and Relieved
	// those of them that kashidas bring under it.
	Wide, Relieved int
	// Limit is the widest space that passes without a warning, Loose are the lines
	// beyond it, in reading order, and Loosest the one with the widest spaces, the first
	// of several.
	Limit   float64
	Loose   []page.JustifiedLine
	Loosest page.JustifiedLine
}

// Wide is the space, over the face's own, beyond which a line is to be relieved by a
// kashida.
const Wide = 1.5

// Spacing measures the spaces of justified lines; of none, all but the limit is 0.
func Spacing(lines []page.JustifiedLine, limit float64) Spaces {
	n := len(lines)
	s := Spaces{Lines: n, Limit: cmp.Or(limit, paragraph.LooseLimit)}
	if n == 0 {
		return s
	}
	ratios := make([]float64, n)
	for i, l := range lines {
		ratios[i] = l.Ratio
		s.Words += l.Words
		s.Kashidas += l.Kashidas
		if l.Ratio > s.Limit {
			s.Loose = append(s.Loose, l)
		}
		if l.Kashidas > 1 {
			s.Twice++
		}
		if l.Kashidas > 0 && l.Follows && lines[i-1].Kashidas > 0 {
			s.Beside++
		}
		if l.Unstretched > Wide {
			s.Wide++
			if l.Ratio <= Wide {
				s.Relieved++
			}
		}
	}
	slices.Sort(ratios)
	// The nearest rank at or above the percentile.
	rank := func(p float64) float64 { return ratios[int(math.Ceil(p*float64(n)))-1] }
	s.Median, s.Percentile95, s.Least, s.Worst = rank(0.5), rank(0.95), ratios[0], ratios[n-1]
	s.Loosest = slices.MaxFunc(lines, func(a, b page.JustifiedLine) int { return cmp.Compare(a.Ratio, b.Ratio) })
	return s
}
