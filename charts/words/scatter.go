package words

import (
	"math"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// Points says what the axes are, the extremes of each, and how the two
// go together.
func Points(g *grid.Grid, d Describer) string {
	n := 0
	for c := range g.Categories {
		if !math.IsNaN(g.Values[0][c]) && !math.IsNaN(g.Values[1][c]) {
			n++
		}
	}
	dots := d.count(n, d.say.Nouns.Point)
	parts := []string{locale.Say(d.say.Scatter, d.kind(g), dots, d.quoted(g.Series[0]), d.quoted(g.Series[1]))}
	if len(g.Series) > 2 {
		parts[0] = locale.Say(d.say.BubbleScatter, d.kind(g), dots, d.quoted(g.Series[0]), d.quoted(g.Series[1]), d.quoted(g.Series[2]))
	}
	for s, name := range g.Series {
		low, high, count := extremes(g.Values[s])
		if count < 2 {
			continue
		}
		text := locale.Say(d.say.Extremes, d.quoted(g.Categories[high]), d.amount(g.Values[s][high], ""), d.quoted(g.Categories[low]), d.amount(g.Values[s][low], ""))
		parts = append(parts, locale.Say(d.say.InSeries, d.quoted(name), locale.Plain(text)))
	}
	if r, ok := correlation(g.Values[0], g.Values[1]); ok {
		switch {
		case r > 0.5:
			parts = append(parts, d.say.Together)
		case r < -0.5:
			parts = append(parts, d.say.Apart)
		default:
			parts = append(parts, d.say.Unrelated)
		}
	}
	return d.sentences(parts...)
}

// correlation is Pearson's coefficient of the pairs of which both are known;
// fewer than four say nothing.
func correlation(x, y []float64) (r float64, ok bool) {
	n, sumX, sumY := 0.0, 0.0, 0.0
	for i := range x {
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			n, sumX, sumY = n+1, sumX+x[i], sumY+y[i]
		}
	}
	if n < 4 {
		return 0, false
	}
	var xy, xx, yy float64
	for i := range x {
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			dx, dy := x[i]-sumX/n, y[i]-sumY/n
			xy, xx, yy = xy+dx*dy, xx+dx*dx, yy+dy*dy
		}
	}
	if xx == 0 || yy == 0 {
		return 0, false
	}
	return xy / math.Sqrt(xx*yy), true
}
