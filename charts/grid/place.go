package grid

import (
	"slices"

	"warraq/charts/outlines"
	"warraq/charts/scene"
	"warraq/input/problem"
)

// A Territory is a country of the data.
type Territory struct {
	outlines.Country
	// Name is its name as it is printed, Category its place among the
	// categories.
	Name     string
	Category int
}

// Territories are the countries of a grid, in a document in Arabic script or
// another. A name in the document's script is printed as the author wrote it; for a
// code or a name in the other stands the one we know.
func (g *Grid) Territories(arabic bool) []Territory {
	var list []Territory
	for c, name := range g.Categories {
		country, ok := outlines.Find(name)
		if !ok {
			continue
		}
		switch {
		case arabic && !scene.RTL(name):
			name = country.Arabic
		case !arabic && (scene.RTL(name) || len(name) <= len(country.Alpha3)):
			name = country.English
		}
		list = append(list, Territory{country, name, c})
	}
	return list
}

// An Extent is what part of the earth a map shows.
type Extent int

// The parts of the earth that have names.
const (
	World       Extent = iota
	CentralAsia        // its five republics and what lies around them
	countryList        // what lies around some countries
)

// ExtentOf is the extent that an author names.
func ExtentOf(names []string) Extent {
	switch {
	case len(names) == 0, len(names) == 1 && slices.Contains(worldNames(), names[0]):
		return World
	case len(names) == 1 && slices.Contains(centralAsiaNames(), names[0]):
		return CentralAsia
	}
	return countryList
}

// FrameOf is the part of the earth that a map shows: the world where the author
// says nothing. Names that are not understood are left to checkMap.
func FrameOf(names []string) (frame outlines.Frame, regional bool) {
	switch ExtentOf(names) {
	case World:
		return outlines.World(), false
	case CentralAsia:
		return outlines.CentralAsia(), true
	}
	var list []outlines.Country
	for _, name := range names {
		if c, ok := outlines.Find(name); ok {
			list = append(list, c)
		}
	}
	return outlines.Around(list), true
}

func worldNames() []string { return []string{"world", "العالم"} }

func centralAsiaNames() []string { return []string{"central-asia", "آسيا الوسطى"} }

// extents are the names of parts of the earth that are no country's.
func extents() []string { return append(worldNames(), centralAsiaNames()...) }

// checkPlaces reports countries that have values and are not on the map.
func (r *reader) checkPlaces(g *Grid) {
	frame, _ := FrameOf(r.chart.Map)
	// Which places are on a map does not depend on its width.
	m := frame.Fit(100, 30, 80)
	for _, t := range g.Territories(true) {
		if !m.Holds(m.At(t.Label)) {
			r.problems.Add(outsideMap.At(r.nations.first[t.Alpha2], problem.Quoted(t.Name)))
		}
	}
}
