package grid

import (
	"cmp"
	"slices"

	"warraq/input/brief"
	"warraq/input/column"
)

// Moments returns when each category is, counted in days from 1970-01-01, and
// whether they stand at even distances: years, months or days one after another.
// It is nil where some category is no time.
func (g *Grid) Moments() (days []float64, even bool) {
	if !g.Temporal {
		return nil, false
	}
	grain, mixed := brief.NoGrain, false
	var counts []float64 // in the grain of the first
	for i, name := range g.Categories {
		t, ok := column.TimeOf(name)
		if !ok || t.Year == 0 {
			return nil, false
		}
		if i == 0 {
			grain = t.Grain
		}
		mixed = mixed || t.Grain != grain
		days = append(days, t.First)
		counts = append(counts, counted(t))
	}
	return days, !mixed && steady(counts)
}

// counted is a time in units of its grain, which are not all of one length.
func counted(t column.Time) float64 {
	switch t.Grain {
	case brief.Day, brief.Moment:
		return t.First
	case brief.Month, brief.Quarter, brief.Half:
		return float64(12*t.Year + t.Month)
	}
	return float64(t.Year)
}

// steady reports whether numbers follow each other at one distance.
func steady(list []float64) bool {
	for i := 2; i < len(list); i++ {
		if list[i]-list[i-1] != list[1]-list[0] {
			return false
		}
	}
	return true
}

// inOrder puts categories that are times in their order, unless the author asks for
// another one: lines and columns run forward in time, and rows of bars may run from
// the last to the first. Times in no order are names: nothing rises or falls along
// them.
func (r *reader) inOrder(g *Grid) {
	days, _ := g.Moments()
	if days == nil || slices.IsSorted(days) {
		return
	}
	forward := r.shape.running || r.shape.upright || r.shape.compares && !descends(days)
	switch {
	case forward && r.chart.Sort == "" && r.shape.sort == "":
		g.permute(sortedPlaces(days, true))
	case !r.shape.running:
		g.named()
	}
}

// named says that the categories are names, whatever they look like.
func (g *Grid) named() {
	g.Temporal = false
	for _, p := range g.Panels {
		p.Grid.named()
	}
}

func descends(days []float64) bool {
	return slices.IsSortedFunc(days, func(a, b float64) int { return cmp.Compare(b, a) })
}

// seriesInOrder puts series that are times in the cells of a column in their order,
// whichever comes first in the rows.
func (g *Grid) seriesInOrder() {
	var days []float64
	for _, name := range g.Series {
		t, ok := column.TimeOf(name)
		if !ok || t.Year == 0 {
			return
		}
		days = append(days, t.First)
	}
	places := sortedPlaces(days, true)
	g.Series, g.Values, g.Cells = permuted(g.Series, places), permuted(g.Values, places), permuted(g.Cells, places)
	if g.Errors != nil {
		g.Errors = permuted(g.Errors, places)
	}
}
