package canvas

import (
	"slices"
	"strings"
)

// Ordered returns the palette with some of its colours first, by their places, and
// then the others.
func (p Palette) Ordered(first []int) Palette {
	if len(first) == 0 {
		return p
	}
	series := make([]string, 0, len(p.Series))
	for _, i := range first {
		series = append(series, p.Series[i])
	}
	for i, c := range p.Series {
		if !slices.Contains(first, i) {
			series = append(series, c)
		}
	}
	p.Series = series
	return p
}

// ColourNames gives the names that the charts of a report tell apart by colour their
// places in the palette, so that one name has one colour in all of them. For each
// chart it returns the places of its names, as far as the palette reaches; nil where
// it draws in the order of the palette, as it would alone.
//
// Names are coloured in the order that the report has them in. Each takes the colour
// of its place in the chart that it comes in first, if no name beside it in any chart
// has that, else the first colour that none has and that is told from its neighbours'
// in grey. Where names that meet are more than colours, two of one chart never share
// one: there the later takes another. A name that stands alone is no news: it has the
// colour that it has elsewhere, or the first.
func (p Palette) ColourNames(charts [][]string) [][]int {
	a := assignment{palette: p, given: map[string]int{}, charts: make([][]string, len(charts)), in: map[string][]int{}}
	for i, names := range charts {
		for _, name := range names[:min(len(names), len(p.Series))] {
			name = strings.Join(strings.Fields(name), " ")
			a.charts[i] = append(a.charts[i], name)
			if of := a.in[name]; len(of) == 0 || of[len(of)-1] != i {
				a.in[name] = append(of, i)
			}
		}
	}
	for _, names := range a.charts {
		for i, name := range names {
			if _, known := a.given[name]; !known && len(names) > 1 {
				a.given[name] = a.colour(names, i)
			}
		}
	}
	places := make([][]int, len(charts))
	for i, names := range a.charts {
		places[i] = a.places(names)
	}
	return places
}

// An assignment is colours being given to names.
type assignment struct {
	palette Palette
	charts  [][]string
	given   map[string]int
	in      map[string][]int // the charts of each name
}

// colour chooses one for a name of a chart: where all are taken, that which the fewest
// names that it meets have.
func (a *assignment) colour(names []string, at int) int {
	met := make([]int, len(a.palette.Series))
	taken := make([]bool, len(met))
	for _, chart := range a.in[names[at]] {
		for _, other := range a.charts[chart] {
			if c, known := a.given[other]; known {
				met[c]++
				taken[c] = true
			}
		}
	}
	places := make([]int, len(names)) // so far
	for i, name := range names {
		c, known := a.given[name]
		if places[i] = -1; known {
			places[i] = c
		}
	}
	if c := a.choose(taken, places, at); c >= 0 {
		return c
	}
	return slices.Index(met, slices.Min(met))
}

// choose returns a colour for the name at a place of a chart, of whose others some have
// one and some -1: that of its place in the palette where it is free and told from its
// neighbours', else the first that is, else the first that is free, or -1.
func (a *assignment) choose(taken []bool, others []int, at int) int {
	near := func(c int) bool {
		return at > 0 && a.close(c, others[at-1]) || at+1 < len(others) && a.close(c, others[at+1])
	}
	free := -1
	for i := -1; i < len(taken); i++ {
		c := i
		if i < 0 {
			c = at
		}
		if taken[c] {
			continue
		}
		if !near(c) {
			return c
		}
		if free < 0 {
			free = c
		}
	}
	return free
}

// close reports whether two colours that meet are hard to tell in grey; -1 is none.
// What stands side by side in the palette was put there.
func (a *assignment) close(c, d int) bool {
	return d >= 0 && c-d != 1 && d-c != 1 && a.palette.alike(c, d)
}

// places are those of the names of a chart, all different.
func (a *assignment) places(names []string) []int {
	taken := make([]bool, len(a.palette.Series))
	list := make([]int, len(names))
	for i, name := range names {
		c, known := a.given[name]
		if list[i] = -1; known && !taken[c] {
			list[i], taken[c] = c, true
		}
	}
	if len(names) == 1 && list[0] < 0 {
		return nil
	}
	ordered := true
	for i := range list {
		if list[i] < 0 {
			list[i] = a.choose(taken, list, i)
			taken[list[i]] = true
		}
		ordered = ordered && list[i] == i
	}
	if ordered {
		return nil
	}
	return list
}
