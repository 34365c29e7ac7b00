package maps

import (
	"math"
	"slices"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/brief"
	"warraq/input/locale"
)

// mostClasses is the number of shades that a reader tells apart in grey.
const mostClasses = 5

// classLimits parts values into classes of about equal number, and returns the
// limits between them from the smallest: a class holds its lower limit and not
// its upper. Each limit is the roundest number that parts the same values.
func classLimits(values []float64) []float64 {
	distinct := slices.Clone(values)
	slices.Sort(distinct)
	distinct = slices.Compact(distinct)
	n := min(mostClasses, len(distinct))
	var limits []float64
	for i := 1; i < n; i++ {
		at := i * len(distinct) / n
		limits = append(limits, roundest(distinct[at-1], distinct[at]))
	}
	return limits
}

// roundest returns the number above low and up to high that has the fewest
// digits: nought, or a multiple of 1, 5 or 2 times the largest power of ten that can be.
func roundest(low, high float64) float64 {
	if low < 0 && high >= 0 {
		return 0
	}
	size := max(math.Abs(low), math.Abs(high))
	for power := math.Pow(10, math.Ceil(math.Log10(size))); power > size*1e-12; power /= 10 {
		for _, step := range []float64{power, power / 2, power / 5} {
			if x := canvas.Clean(math.Floor(high/step*(1+1e-12)) * step); x > low && x <= high {
				return x
			}
		}
	}
	return high
}

// classOf returns the class of a value, from 0.
func classOf(x float64, limits []float64) int {
	class := 0
	for _, limit := range limits {
		if x >= limit {
			class++
		}
	}
	return class
}

// classNames say in words what each class holds: between numbers a dash would
// stand in the order of its digits.
func classNames(v *canvas.Canvas, limits []float64, amount func(float64) string) []string {
	n := len(limits)
	names := []string{locale.SayPlain(v.Words.Charts.LessThan, amount(limits[0]))}
	for i := 1; i < n; i++ {
		names = append(names, locale.SayPlain(v.Words.Charts.FromToLess, amount(limits[i-1]), amount(limits[i])))
	}
	return append(names, locale.SayPlain(v.Words.Charts.AndMore, amount(limits[n-1])))
}

// shade is the colour of class i of n: the more the darker.
func shade(p canvas.Palette, i, n int) string {
	if n < 2 {
		return canvas.Mix(p.Ground, p.Color(0), 0.75)
	}
	return canvas.Mix(p.Ground, p.Color(0), 0.3+0.7*float64(i)/float64(n-1))
}

// fills returns the style of each country of a map of colours, and the legend.
func (m *worldMap) fills() (styles []map[string]any, legend []entry) {
	p, g := m.Palette, m.grid
	styles = make([]map[string]any, len(m.places))
	fill := func(color string, decal any) map[string]any {
		style := map[string]any{"areaColor": color}
		if decal != nil {
			style["decal"] = decal
		}
		return style
	}
	unknown := fill(m.land, map[string]any{
		"symbol": "rect", "dashArrayX": []float64{1, 0}, "dashArrayY": []float64{0.7, 2.8}, "rotation": -math.Pi / 4, "color": canvas.Mix(p.Ground, p.Axis, 0.6),
	})
	var shown []map[string]any // the styles of the legend
	var names []string
	class := func(int) int { return 0 }
	switch grid.ContentOf(g.Cells[0]) {
	case grid.Amount:
		limits := classLimits(g.Known(0))
		if len(limits) == 0 {
			names = []string{m.bareAmount(0, g.Known(0)[0])}
		} else {
			names = classNames(m.Canvas, limits, func(x float64) string { return m.bareAmount(0, x) })
		}
		for i := range names {
			shown = append(shown, fill(shade(p, i, len(names)), nil))
		}
		class = func(c int) int { return classOf(g.Value(0, c), limits) }
	case grid.YesNo:
		names = []string{m.Words.Charts.Yes, m.Words.Charts.No}
		shown = []map[string]any{fill(p.Color(0), nil), fill(canvas.Mix(p.Ground, p.Muted, 0.4), nil)}
		class = func(c int) int {
			if g.Cells[0][c].Number != 0 {
				return 0
			}
			return 1
		}
	case grid.Group:
		groups := grid.GroupsOf(g.Cells[0])
		for i, name := range groups {
			names = append(names, m.Label(name))
			before := make([]int, i) // any two may be neighbours
			for j := range before {
				before[j] = j
			}
			shown = append(shown, fill(p.Color(i), p.Decal(i, before...)))
		}
		class = func(c int) int { return slices.Index(groups, grid.GroupOf(g.Cells[0][c])) }
	}
	some := false
	used := make([]bool, len(shown))
	for i, t := range m.places {
		if m.missing(0, t.Category) {
			styles[i], some = unknown, true
			continue
		}
		k := class(t.Category)
		styles[i], used[k] = shown[k], true
	}
	for i, name := range names {
		if used[i] || grid.ContentOf(g.Cells[0]) == grid.Amount {
			legend = append(legend, entry{Text: name, Style: shown[i], Width: canvas.SwatchWidth})
		}
	}
	if some {
		legend = append(legend, entry{Text: m.Words.Charts.NotKnown, Style: unknown, Width: canvas.SwatchWidth})
	}
	return styles, legend
}

// missing reports whether a country has no value in a series.
func (m *worldMap) missing(s, c int) bool {
	return m.grid.Cells[s][c].Kind == brief.MissingCell
}

// bareAmount prints a value on the map: with its sign of percent, but without its
// unit, which the legend names.
func (m *worldMap) bareAmount(s int, x float64) string {
	if m.grid.Percent(s) {
		return m.Amount(x, "%")
	}
	return m.Number(x)
}
