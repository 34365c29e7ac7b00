package charts

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
)

// A kind is one type of chart.
type kind struct {
	name  string
	shape shape
}

// Bounds of categories and series: beyond them a chart cannot be read on one
// page.
const (
	barCategories    = 60
	columnCategories = 60
	lineCategories   = 400
	pieCategories    = 12
	manySeries       = 10
)

// kinds returns all types of chart, in the order they are listed to authors.
func kinds() []kind {
	bars := shape{categories: barCategories, series: manySeries}
	columns := shape{categories: columnCategories, series: manySeries}
	parts := bars
	parts.parts = true
	columnParts := columns
	columnParts.parts = true
	barsLog, columnsLog := bars, columns
	barsLog.logarithmic, columnsLog.logarithmic = true, true
	barsLog.facets, columnsLog.facets = true, true
	return []kind{
		{"funding", fundingShape()},
		{"holdings", holdingsShape()},
		{"bar", barsLog},
		{"column", columnsLog},
		{"grouped-bar", barsLog},
		{"grouped-column", columnsLog},
		{"stacked-bar", parts},
		{"stacked-column", columnParts},
		{"percent-bar", parts},
		{"percent-column", columnParts},
		{"line", shape{categories: lineCategories, series: manySeries, facets: true, logarithmic: true}},
		{"step", shape{categories: lineCategories, series: manySeries, facets: true, logarithmic: true}},
		{"area", shape{categories: lineCategories, series: manySeries, facets: true, parts: true}},
		{"pie", shape{categories: pieCategories, parts: true, whole: true, sums: true}},
		{"waterfall", shape{categories: barCategories, sums: true}},
		{"funnel", shape{categories: 15, parts: true}},
		{"radar", shape{categories: 12, leastCategories: 3, series: 5, parts: true}},
		{"sankey", sankeyShape()},
		{"treemap", shape{categories: 40, parts: true, whole: true, sums: true, sort: "descending"}},
		{"heatmap", shape{categories: barCategories, series: 30}},
		{"scatter", shape{categories: 300, series: 2, leastSeries: 2}},
		{"bubble", shape{categories: 100, series: 3, leastSeries: 3}},
		{"combined", shape{categories: columnCategories, series: 2, leastSeries: 2, ownUnits: true}},
		{"map", mapShape()},
		{"donut", shape{categories: pieCategories, parts: true, whole: true, sums: true}},
		{"sunburst", sunburstShape()},
		{"gauge", shape{categories: maxGauges, series: 2, parts: true, read: readGauges}},
		{"box-plot", shape{categories: 40, series: boxNumbers, read: readBoxes}},
		{"timeline", shape{categories: maxEvents, read: readEvents}},
		{smallMultiples, shape{categories: lineCategories, series: manySeries, facets: true, logarithmic: true}},
	}
}

// Types returns the names of all types of chart.
func Types() []string {
	var names []string
	for _, k := range kinds() {
		names = append(names, k.name)
	}
	return names
}

// smallMultiples is lines in panels: what a line chart becomes, as other types
// do, with a column named under facet; here one must be.
const smallMultiples = "small-multiples"

// facetTypes returns the names of the types that can be divided into panels.
func facetTypes() []string {
	var names []string
	for _, k := range kinds() {
		if k.shape.facets {
			names = append(names, k.name)
		}
	}
	return names
}

// kindOf returns the kind of a type, under one of its other names too.
func kindOf(name string) (kind, bool) {
	switch name {
	case "stacked":
		name = "stacked-bar"
	case "grouped":
		name = "grouped-bar"
	case "percent":
		name = "percent-bar"
	}
	for _, k := range kinds() {
		if k.name == name {
			return k, true
		}
	}
	return kind{}, false
}

// read returns the data of a chart, and all that is wrong with the chart: its
// type, its columns, its numbers. The grid is nil where there is none to speak
// of; one of a chart with errors is not to be drawn.
func read(c *brief.Chart) (*grid, problem.List) {
	var list problem.List
	k, ok := kindOf(c.Type)
	switch {
	case c.Type == "" && c.Fields == nil: // else it was told where the block was read
		list.Add(missingType.At(c.Span, strings.Join(Types(), " · ")))
	case !ok && c.Type != "":
		list.Add(unknownType.At(c.Field("type"), c.Type, nearest(c.Type, Types()), strings.Join(Types(), " · ")))
	}
	checkChoice(&list, c, "scale", c.Scale, "linear", "log")
	checkChoice(&list, c, "sort", c.Sort, "descending", "ascending", "none")
	checkChoice(&list, c, "direction", c.Direction, "rtl", "ltr")
	checkChoice(&list, c, "style", c.Style, "fill", "marks")
	if c.Height != 0 && !(c.Height >= minHeight && c.Height <= maxHeight) {
		list.Add(badHeight.At(c.Field("height"), c.Height, minHeight, maxHeight))
	}
	if len(c.Option) > 0 {
		budget := optionBudget{maxOption, maxOptionText}
		if reason := checkOption(c.Option, 0, &budget); reason != (problem.Text{}) {
			list.Add(badOption.At(c.Field("option"), reason))
		} else {
			checkSeriesTypes(&list, c)
		}
	}
	if ok && c.Facet != "" && !k.shape.facets {
		list.Add(facetNotForType.At(c.Field("facet"), c.Type, strings.Join(facetTypes(), " · ")))
	}
	r := &reader{chart: c, table: c.Data, shape: k.shape}
	if !ok {
		// Without a kind the columns can still be looked up.
		r.shape = shape{categories: maxRows, series: maxRows, anything: true}
	}
	g := r.read()
	list.Add(r.problems...)
	if g != nil {
		g.kind = k.name
	}
	return g, list
}

func checkChoice(list *problem.List, c *brief.Chart, key, value string, choices ...string) {
	if value != "" && !slices.Contains(choices, value) {
		list.Add(badChoice.At(c.Field(key), value, key, strings.Join(choices, " · ")))
	}
}

// seriesTypes are the series that ECharts draws without more code or data of
// its own. Of another type it draws nothing, and says nothing.
func seriesTypes() []string {
	return []string{"bar", "boxplot", "candlestick", "effectScatter", "funnel", "gauge", "graph", "heatmap", "line", "lines",
		"parallel", "pictorialBar", "pie", "radar", "sankey", "scatter", "sunburst", "themeRiver", "tree", "treemap"}
}

func checkSeriesTypes(list *problem.List, c *brief.Chart) {
	var series []any
	switch v := c.Option["series"].(type) {
	case []any:
		series = v
	case map[string]any:
		series = []any{v}
	}
	for _, element := range series {
		m, ok := element.(map[string]any)
		if !ok {
			continue
		}
		if name, ok := m["type"].(string); ok && !slices.Contains(seriesTypes(), name) {
			list.Add(optionSeries.At(c.Field("option"), name, strings.Join(seriesTypes(), " · ")))
		}
	}
}
