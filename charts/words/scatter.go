package words

import (
	"math"
	"strconv"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
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
	for i, group := range g.Groups {
		in := 0
		for c, at := range g.Group {
			if at == i && !math.IsNaN(g.Values[0][c]) && !math.IsNaN(g.Values[1][c]) {
				in++
			}
		}
		parts = append(parts, locale.Say(d.say.SaidOf, d.quoted(group), d.count(in, d.say.Nouns.Point)))
	}
	for s, name := range g.Series {
		low, high, count := extremes(g.Values[s])
		if count < 2 {
			continue
		}
		amount := func(c int) locale.Phrase {
			switch {
			case s == 0 && g.Years:
				return locale.Plain(numeral.Digits(strconv.Itoa(int(g.Values[s][c])), d.System))
			case s == 0 && g.Dates:
				return locale.Plain(numeral.Digits(grid.DateOn(g.Values[s][c]).Format("2006/01/02"), d.System))
			}
			return d.amount(g.Values[s][c], "")
		}
		text := locale.Say(d.say.Range, amount(low), amount(high))
		switch named := g.Categories[high] != "" && g.Categories[low] != ""; {
		case g.Values[s][low] == g.Values[s][high]:
			text = locale.Say(d.say.AllSame.Of(count), amount(low))
		case named:
			name := func(c int) locale.Phrase { return d.quoted(g.Categories[c]) }
			highest, most := d.holders(g.Values[s], high, amount(high), name, d.say.Nouns.Point)
			lowest, least := d.holders(g.Values[s], low, amount(low), name, d.say.Nouns.Point)
			text = locale.Say(d.say.Extremes, highest, most, lowest, least)
		}
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
	if fit, ok := grid.FitLine(g.Values[0], g.Values[1]); ok && d.chart.Trend {
		parts = append(parts, d.TrendLine(fit))
	}
	return d.sentences(parts...)
}

// TrendLine says how much a line through points explains.
func (s Speaker) TrendLine(f grid.Fit) string {
	return locale.SayPlain(s.Locale.Charts.TrendLine, numeral.Format(f.Square, 2, s.System))
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
