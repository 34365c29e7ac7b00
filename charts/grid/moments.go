package grid

import (
	"slices"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
)

// Moments returns when each category is, counted in days from 1970-01-01, and
// whether they stand at even distances: years, months or days one after another.
// It is nil where some category is no date in figures.
func (g *Grid) Moments() (days []float64, even bool) {
	if !g.Temporal {
		return nil, false
	}
	var counts [3][]float64 // of years, months and days
	for _, name := range g.Categories {
		d, ok := momentOf(name)
		if !ok {
			return nil, false
		}
		year, month, day := d.Parts()
		days = append(days, d.First)
		counts[0] = append(counts[0], float64(year))
		if month > 0 {
			counts[1] = append(counts[1], float64(year*12+month))
		}
		if day > 0 {
			counts[2] = append(counts[2], d.First)
		}
	}
	for i := 2; i >= 0; i-- {
		switch len(counts[i]) {
		case len(days):
			return days, steady(counts[i])
		case 0:
		default:
			return days, false // years beside months
		}
	}
	return days, false
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

// momentOf reads the name of a category as a year, a month, a day or the first of
// a span of years.
func momentOf(name string) (Days, bool) {
	if d, ok := dateOf(timeCell(name)); ok {
		return d, true
	}
	parts := strings.FieldsFunc(numeral.Digits(name, numeral.Latin), func(r rune) bool { return strings.ContainsRune("-–—/.", r) })
	switch {
	case len(parts) == 3:
		if len(parts[0]) != 4 {
			slices.Reverse(parts)
		}
		year, okYear := wholeOf(parts[0])
		month, okMonth := wholeOf(parts[1])
		day, okDay := wholeOf(parts[2])
		if okYear && okMonth && okDay && inYears(year) && month >= 1 && month <= 12 && day >= 1 && day <= 31 {
			return dateOf(brief.Cell{Kind: brief.DateCell, Number: Day(year, month, day)})
		}
	case len(parts) == 2 && len(parts[0]) == 4:
		return dateOf(timeCell(parts[0]))
	}
	return Days{}, false
}

// inOrder puts categories that are dates in their order, unless the author asks
// for another one: a line runs forward in time.
func (r *reader) inOrder(g *Grid) {
	days, _ := g.Moments()
	if !r.shape.running || days == nil || r.chart.Sort != "" || slices.IsSorted(days) {
		return
	}
	g.permute(sortedPlaces(days, true))
}
