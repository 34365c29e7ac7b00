package words

import (
	"math"
	"slices"

	"warraq/charts/grid"
	"warraq/input/locale"
)

// unknownLimit is the number of places that are listed one by one.
const unknownLimit = 8

// Unknown says which values of a grid are not known, each series with its
// categories, those that follow each other from the first to the last. It is
// empty where all are known, and where nothing is.
func (s Speaker) Unknown(g *grid.Grid) string {
	var list []string
	some := false
	for i, name := range g.Series {
		runs := s.unknownRuns(g, i)
		some = some || len(g.Known(i)) > 0
		switch {
		case len(runs) == 0:
		case len(g.Series) == 1:
			list = runs
		case len(g.Known(i)) == 0:
			list = append(list, Localise(name, s.System))
		default:
			list = append(list, locale.Say(s.Locale.Charts.NameAmount, locale.Plain(Localise(name, s.System)), locale.Plain(s.Locale.List(runs))))
		}
	}
	if len(list) == 0 || !some {
		return ""
	}
	if len(list) > unknownLimit {
		list = append(list[:unknownLimit:unknownLimit], "…")
	}
	return locale.Say(s.Locale.Charts.UnknownList, locale.Plain(s.Locale.List(list)))
}

// unknownRuns are the categories without a value in a series.
func (s Speaker) unknownRuns(g *grid.Grid, series int) []string {
	var runs []string
	values := g.Values[series]
	for c := 0; c < len(values); c++ {
		first := c
		if !math.IsNaN(values[c]) {
			continue
		}
		for c+1 < len(values) && math.IsNaN(values[c+1]) && g.Temporal {
			c++
		}
		name := Localise(g.Categories[first], s.System)
		if c > first {
			name += "–" + Localise(g.Categories[c], s.System)
		}
		runs = append(runs, name)
	}
	if len(runs) > unknownLimit {
		runs = append(slices.Clip(runs[:unknownLimit]), "…")
	}
	return runs
}

// Partial says which categories have a total that lacks a part, since that is not
// known. It is empty where none has, and where the chart prints no totals.
func (s Speaker) Partial(g *grid.Grid) string {
	if s.chart == nil || !s.chart.Totals {
		return ""
	}
	var list []string
	for c, name := range g.Categories {
		if some, all := g.KnownParts(c); some && !all {
			list = append(list, Localise(name, s.System))
		}
	}
	if len(list) == 0 {
		return ""
	}
	if len(list) > unknownLimit {
		list = append(list[:unknownLimit:unknownLimit], "…")
	}
	return locale.Say(s.Locale.Charts.PartialTotals, locale.Plain(s.Locale.List(list)))
}
