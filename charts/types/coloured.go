package types

import (
	"warraq/charts/grid"
	"warraq/input/brief"
)

// Coloured returns the names that a chart tells apart by the colours of the palette,
// in their order.
type Coloured func(c *brief.Chart, g *grid.Grid) []string

// bySeries colours the series, which all panels have.
func bySeries(_ *brief.Chart, g *grid.Grid) []string {
	if g.Panels != nil {
		return g.Panels[0].Grid.Series
	}
	return g.Series
}

// byGroup colours the groups of points.
func byGroup(_ *brief.Chart, g *grid.Grid) []string { return g.Groups }

// byPart colours the categories that there is something of.
func byPart(_ *brief.Chart, g *grid.Grid) []string {
	var names []string
	for c, name := range g.Categories {
		if g.Value(0, c) > 0 {
			names = append(names, name)
		}
	}
	return names
}

// byBranch colours the first level of a hierarchy, if there is one.
func byBranch(order func(*brief.Chart) string) Coloured {
	return func(c *brief.Chart, g *grid.Grid) []string {
		if !g.Levelled() {
			return nil
		}
		var names []string
		for _, b := range g.Tree(order(c)).Branches {
			names = append(names, b.Name)
		}
		return names
	}
}

// byGiver colours what flows come from: the categories, or the first level.
func byGiver(_ *brief.Chart, g *grid.Grid) []string {
	var names []string
	seen := map[string]bool{}
	for c, name := range g.Categories {
		gives := false
		for s := range g.Series {
			gives = gives || g.Value(s, c) > 0
		}
		if g.Levelled() {
			name, gives = g.Path(c)[0], g.Value(0, c) > 0 && len(g.Path(c)) > 1
		}
		if gives && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

// byCountry colours the groups of countries on a map.
func byCountry(c *brief.Chart, g *grid.Grid) []string {
	of := 0
	if grid.Marked(c, g) {
		of = g.SeriesOf(grid.Group)
	}
	if of < 0 || grid.ContentOf(g.Cells[of]) != grid.Group {
		return nil
	}
	return grid.GroupsOf(g.Cells[of])
}
