package grid

import (
	"cmp"
	"math"
	"slices"
)

// sort orders the categories by the sum of their values.
func (r *reader) sort(g *Grid) {
	order := r.chart.Sort
	if order == "" {
		order = r.shape.sort
	}
	if order != "descending" && order != "ascending" {
		return
	}
	sums := make([]float64, len(g.Categories))
	for c := range g.Categories {
		for s := range g.Series {
			if x := g.Values[s][c]; !math.IsNaN(x) {
				sums[c] += x
			}
		}
	}
	g.permute(sortedPlaces(sums, order == "ascending"))
}

// sortedPlaces returns the places of some values in their order. Equal values
// keep the order of the rows either way; what is not known comes first or last
// as the smallest would.
func sortedPlaces(values []float64, ascending bool) []int {
	places := make([]int, len(values))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int {
		if ascending {
			return cmp.Compare(values[a], values[b])
		}
		return cmp.Compare(values[b], values[a])
	})
	return places
}

// permute puts the categories in another order.
func (g *Grid) permute(places []int) {
	for _, p := range g.Panels {
		p.Grid.permute(places)
	}
	g.Categories = permuted(g.Categories, places)
	for s := range g.Values {
		g.Values[s] = permuted(g.Values[s], places)
		g.Cells[s] = permuted(g.Cells[s], places)
	}
	for s := range g.Errors {
		g.Errors[s] = permuted(g.Errors[s], places)
	}
}

func permuted[T any](list []T, places []int) []T {
	result := make([]T, len(list))
	for i, from := range places {
		result[i] = list[from]
	}
	return result
}
