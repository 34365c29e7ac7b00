package grid

import (
	"slices"

	"warraq/input/brief"
	"warraq/input/problem"
)

// A Panel is one of several small charts of the same type on one scale: its name
// and its part of the data.
type Panel struct {
	Name string
	Grid *Grid
}

// Bounds of panels.
const (
	maxPanels  = 16
	leastPanel = 2
)

// faceted reads the rows of each value of the facet's column into a panel. The
// grid it returns has the series of all panels, one after another, and so its
// values are checked as one; it is nil where there is no room for them.
func (r *reader) faceted(facet, category, series int, values []int) *Grid {
	var names, categories, seriesNames []string
	tables := map[string]*brief.Table{}
	for _, row := range r.table.Rows {
		name, place := r.name(row, facet)
		if name == "" {
			if slices.ContainsFunc(values, func(column int) bool { return row.Cell(column).Kind != brief.MissingCell }) {
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
	panels := make([]Panel, len(names))
	whole := r.table
	for i, name := range names {
		r.table = tables[name]
		panels[i] = Panel{name, r.collect(category, series, values)}
		if !r.fits(panels[i].Grid) {
			return nil
		}
		categories = union(categories, panels[i].Grid.Categories)
		seriesNames = union(seriesNames, panels[i].Grid.Series)
	}
	r.table = whole
	if !r.fits(&Grid{Categories: categories, Series: seriesNames}) {
		return nil
	}
	if temporal(categories) {
		// A panel may miss the first years of another.
		slices.SortStableFunc(categories, compareTimes)
	}
	g := &Grid{Categories: categories}
	for i, p := range panels {
		aligned := p.Grid.aligned(categories, seriesNames)
		aligned.Temporal = r.timed || temporal(categories)
		panels[i].Grid = aligned
		for s, name := range seriesNames {
			if len(seriesNames) == 1 {
				name = p.Name
			} else {
				name = p.Name + " — " + name
			}
			g.Series, g.Values, g.Cells = append(g.Series, name), append(g.Values, aligned.Values[s]), append(g.Cells, aligned.Cells[s])
		}
	}
	g.Panels = panels
	return g
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
func (g *Grid) aligned(categories, series []string) *Grid {
	result := &Grid{Categories: categories, Series: series, Unit: g.Unit}
	for _, name := range series {
		values, cells := nothing(len(categories)), slices.Repeat([]brief.Cell{{Kind: brief.MissingCell}}, len(categories))
		if s := slices.Index(g.Series, name); s >= 0 {
			for c, category := range categories {
				if at := slices.Index(g.Categories, category); at >= 0 {
					values[c], cells[c] = g.Values[s][at], g.Cells[s][at]
				}
			}
		}
		result.Values, result.Cells = append(result.Values, values), append(result.Cells, cells)
	}
	return result
}

var (
	panelCount = problem.Kind{
		Code: "chart-panel-count", Severity: problem.Error,
		Message: problem.Text{AR: "عدد اللوحات %d، والممكن من %d إلى %d", EN: "there are %d panels; from %d to %d are possible"},
		Advice:  problem.Text{AR: "اختر في «facet» عمودًا قيمه المختلفة قليلة.", EN: "Choose in facet a column with few different values."},
	}
	facetNotForType = problem.Kind{
		Code: "facet-not-for-type", Severity: problem.Error,
		Message: problem.Text{AR: "النوع «%s» لا يُقسَّم إلى لوحات", EN: "the type “%s” cannot be divided into panels"},
		Advice:  problem.Text{AR: "الأنواع التي تُقسَّم: %[2]s.", EN: "The types that can are %[2]s."},
	}
	missingFacet = problem.Kind{
		Code: "missing-facet", Severity: problem.Error,
		Message: problem.Text{AR: "لم يُذكر عمود اللوحات", EN: "the column of the panels is not named"},
		Advice:  problem.Text{AR: "أضف «facet» باسم العمود.", EN: "Add facet with the name of the column."},
	}
)
