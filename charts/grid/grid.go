// Package grid is the data of a chart: it knows what each type of chart needs
// of its table, reads the table so, and tells all that is wrong with either.
// Nothing here knows how a chart looks.
package grid

import (
	"math"

	"warraq/input/brief"
)

// A Grid is the data of a chart: a value for each category in each series.
type Grid struct {
	// Type is the name of the chart's type.
	Type string
	// Categories and Series are the names along both sides.
	Categories, Series []string
	// Values holds one list a series, with one value a category; NaN where
	// there is none.
	Values [][]float64
	// Cells holds where each value comes from, and what a value that is not a
	// number says; it is shaped like values.
	Cells [][]brief.Cell
	// Unit is the unit of all values, or empty.
	Unit string
	// Units, where set, holds the unit of each series instead.
	Units []string
	// Temporal reports that the categories are years or dates, which run from
	// left to right.
	Temporal bool
	// paths, where set, holds the names above each category and its own, of a
	// hierarchy.
	paths [][]string
	// Outliers, where set, holds the values beyond the whiskers of each box.
	Outliers [][]float64
	// Bands, where set, are the limits that divide the scale of a gauge.
	Bands []float64
	// Events, where set, are what a timeline shows, and Lanes the rows they
	// stand in, if there are any.
	Events []Event
	Lanes  []string
	// Groups, where set, are what points are told apart by, and Group is that of
	// each. Dates says that the first value of points counts days, and Years that
	// it is a year.
	Groups       []string
	Group        []int
	Dates, Years bool
	// Marks are what is drawn over the values, and Low and High, where set, the
	// ends of their axis.
	Marks     []Mark
	Low, High *float64
	// Errors, where set, holds the ends of the error range of each value; it is shaped
	// like values.
	Errors [][][2]float64
	// Panels, where set, are the parts of the grid that stand beside each
	// other; all have the same categories and series.
	Panels []Panel
}

// Value returns the value of a category in a series.
func (g *Grid) Value(series, category int) float64 { return g.Values[series][category] }

// UnitOf returns the unit of a series.
func (g *Grid) UnitOf(s int) string {
	if g.Units != nil {
		return g.Units[s]
	}
	return g.Unit
}

// Total returns the sum of a series without what is missing.
func (g *Grid) Total(series int) float64 {
	sum := 0.0
	for _, x := range g.Values[series] {
		if !math.IsNaN(x) {
			sum += x
		}
	}
	return sum
}

// KnownParts reports whether some value of a category is known, and whether all are.
func (g *Grid) KnownParts(category int) (some, all bool) {
	all = true
	for _, values := range g.Values {
		known := !math.IsNaN(values[category])
		some, all = some || known, all && known
	}
	return some, all
}

// Extent returns the smallest and the largest value, or two zeros.
func (g *Grid) Extent() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, list := range g.Values {
		for _, x := range list {
			if !math.IsNaN(x) {
				low, high = min(low, x), max(high, x)
			}
		}
	}
	if low > high {
		return 0, 0
	}
	return low, high
}

// Known are the values of a series that there are.
func (g *Grid) Known(s int) []float64 {
	var list []float64
	for _, x := range g.Values[s] {
		if !math.IsNaN(x) {
			list = append(list, x)
		}
	}
	return list
}

// HasNumbers reports whether some value is an amount, and not a yes or a word.
func (g *Grid) HasNumbers() bool {
	for _, list := range g.Cells {
		for _, cell := range list {
			if cell.Kind == brief.NumberCell {
				return true
			}
		}
	}
	return false
}

// Bounds returns the smallest and the largest of some values.
func Bounds(values []float64) (low, high float64) {
	one := Grid{Values: [][]float64{values}}
	return one.Extent()
}

// Shares returns the values of a grid in percent of their category.
func (g *Grid) Shares() [][]float64 {
	result := make([][]float64, len(g.Series))
	for s := range result {
		result[s] = nothing(len(g.Categories))
	}
	for c := range g.Categories {
		sum := 0.0
		for s := range g.Series {
			if x := g.Values[s][c]; !math.IsNaN(x) {
				sum += x
			}
		}
		for s := range g.Series {
			if sum > 0 {
				result[s][c] = g.Values[s][c] / sum * 100
			}
		}
	}
	return result
}

func nothing(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = math.NaN()
	}
	return list
}
