package charts

import (
	"math"
	"slices"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/problem"
)

// A panel is one of several small charts of the same kind on one scale.
type panel struct {
	name string
	grid *grid
}

// Bounds of panels.
const (
	maxPanels  = 16
	leastPanel = 2
)

// faceted reads the rows of each value of the facet's column into a panel. The
// grid it returns has the series of all panels, one after another, and so its
// values are checked as one; it is nil where there is no room for them.
func (r *reader) faceted(facet, category, series int, values []int) *grid {
	var names, categories, seriesNames []string
	tables := map[string]*brief.Table{}
	for _, row := range r.table.Rows {
		name, place := r.name(row, facet)
		if name == "" {
			if slices.ContainsFunc(values, func(column int) bool { return cellOf(row, column).Kind != brief.MissingCell }) {
				r.problems.Add(missingCategory.At(place, r.table.Columns[facet].Name))
			}
			continue
		}
		if tables[name] == nil {
			own := *r.table
			own.Rows = nil
			tables[name] = &own
			names = append(names, name)
		}
		tables[name].Rows = append(tables[name].Rows, row)
	}
	if n := len(names); n > maxPanels || n < leastPanel {
		r.problems.Add(panelCount.At(r.chart.Field("facet"), n, leastPanel, maxPanels))
		return nil
	}
	panels := make([]panel, len(names))
	whole := r.table
	for i, name := range names {
		r.table = tables[name]
		panels[i] = panel{name, r.collect(category, series, values)}
		if !r.fits(panels[i].grid) {
			return nil
		}
		categories = union(categories, panels[i].grid.categories)
		seriesNames = union(seriesNames, panels[i].grid.series)
	}
	r.table = whole
	if !r.fits(&grid{categories: categories, series: seriesNames}) {
		return nil
	}
	if temporal(categories) {
		// A panel may miss the first years of another.
		slices.SortStableFunc(categories, compareTimes)
	}
	g := &grid{categories: categories}
	for i, p := range panels {
		aligned := p.grid.aligned(categories, seriesNames)
		aligned.temporal = temporal(categories)
		panels[i].grid = aligned
		for s, name := range seriesNames {
			if len(seriesNames) == 1 {
				name = p.name
			} else {
				name = p.name + " — " + name
			}
			g.series, g.values, g.cells = append(g.series, name), append(g.values, aligned.values[s]), append(g.cells, aligned.cells[s])
		}
	}
	g.panels = panels
	return g
}

// compareTimes orders years and dates in figures; others keep their order.
func compareTimes(a, b string) int {
	x, okX := dateOf(timeCell(a))
	y, okY := dateOf(timeCell(b))
	switch {
	case !okX || !okY || x.first == y.first:
		return 0
	case x.first < y.first:
		return -1
	}
	return 1
}

// timeCell is the cell of a year or month in figures.
func timeCell(text string) brief.Cell {
	if n, ok := wholeOf(numeral.Digits(text, numeral.Latin)); ok {
		return brief.Cell{Kind: brief.NumberCell, Number: float64(n)}
	}
	return brief.Cell{Text: text}
}

// union adds to a list what it does not have yet.
func union(list, more []string) []string {
	for _, name := range more {
		if !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}

// aligned returns a grid with other categories and series, empty where it has
// none of that name.
func (g *grid) aligned(categories, series []string) *grid {
	result := &grid{categories: categories, series: series, unit: g.unit}
	for _, name := range series {
		values, cells := nothing(len(categories)), slices.Repeat([]brief.Cell{{Kind: brief.MissingCell}}, len(categories))
		if s := slices.Index(g.series, name); s >= 0 {
			for c, category := range categories {
				if at := slices.Index(g.categories, category); at >= 0 {
					values[c], cells[c] = g.values[s][at], g.cells[s][at]
				}
			}
		}
		result.values, result.cells = append(result.values, values), append(result.cells, cells)
	}
	return result
}

// describeFacets says that there are panels, and then what each shows, as if
// they were series.
func describeFacets(g *grid, d describer) string {
	what := what(g)
	if what == stackedAreaName && len(g.panels[0].grid.series) == 1 {
		what = areaName
	}
	parts := []string{d.opening(numeral.Count(len(g.panels), panelCounts, d.system)+" على مقياس واحد") + "، في كلّ منها " + what}
	for _, p := range g.panels {
		own := *p.grid
		own.unit = g.unit
		text := d.quoted(p.name) + ": "
		for s := range own.series {
			switch sentence := d.panelSentence(&own, s); {
			case sentence == "":
			case s > 0:
				text += "؛ و" + sentence
			default:
				text += sentence
			}
		}
		parts = append(parts, text)
	}
	return sentences(append(parts, d.scale())...)
}

// panelSentence is the trend of a series of dates, or else its extremes.
func (d describer) panelSentence(g *grid, s int) string {
	low, high, n := extremes(g.values[s])
	if n == 0 {
		return noValue
	}
	if g.temporal {
		return d.trend(g, s)
	}
	text := "الأعلى "
	if len(g.series) > 1 {
		text = "في " + d.quoted(g.series[s]) + " الأعلى "
	}
	text += d.quoted(g.categories[high]) + " بقيمة " + d.genitive(g.values[s][high], g.unit)
	if g.values[s][low] != g.values[s][high] {
		text += "، والأدنى " + d.quoted(g.categories[low]) + " بقيمة " + d.genitive(g.values[s][low], g.unit)
	}
	return text
}

var panelCounts = numeral.Forms{One: "لوحة صغيرة", Two: "لوحتان صغيرتان", Few: "لوحات صغيرة", Many: "لوحة صغيرة"}

// panelExtent is the range of all panels.
func panelExtent(g *grid, how stacking) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, p := range g.panels {
		a, b := spread(p.grid.values, how)
		low, high = min(low, a), max(high, b)
	}
	return low, high
}

var (
	panelCount = problem.Kind{
		Code: "chart-panel-count", Severity: problem.Error,
		Message: problem.Text{AR: "عدد اللوحات %d، والممكن من %d إلى %d", EN: "there are %d panels; from %d to %d are possible"},
		Advice:  problem.Text{AR: "اختر في «facet» عمودًا قيمه المختلفة قليلة", EN: "choose in facet a column with few different values"},
	}
	facetNotForType = problem.Kind{
		Code: "facet-not-for-type", Severity: problem.Error,
		Message: problem.Text{AR: "النوع «%s» لا يُقسَّم إلى لوحات", EN: "the type “%s” cannot be divided into panels"},
		Advice:  problem.Text{AR: "الأنواع التي تُقسَّم: %[2]s", EN: "the types that can are %[2]s"},
	}
	missingFacet = problem.Kind{
		Code: "missing-facet", Severity: problem.Error,
		Message: problem.Text{AR: "لم يُذكر عمود اللوحات", EN: "the column of the panels is not named"},
		Advice:  problem.Text{AR: "أضف «facet» باسم العمود", EN: "add facet with the name of the column"},
	}
)
