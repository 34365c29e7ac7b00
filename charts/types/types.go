// Package types is the table of the types of chart: a row says what a type is
// called, what it needs of its data, how it is laid out and how it is described.
// Nothing else in the program knows types by their names, so that a new one is a
// row here and the files it names.
package types

import (
	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/charts/kinds"
	"warraq/charts/maps"
	"warraq/charts/words"
	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/problem"
)

// A Layout lays the data of a chart out on a canvas.
type Layout func(*canvas.Canvas, *grid.Grid) canvas.Drawing

// A Type is a type of chart.
type Type struct {
	// Name is what authors write, and Others what means the same.
	Name   string
	Others []string
	// Shape is what the type needs of its data.
	Shape grid.Shape
	// Draw lays the data out, and Describe says what they show.
	Draw     Layout
	Describe words.Account
	// Panels and DescribePanels do the same where a column divides the data into
	// panels; nil means that none can.
	Panels         Layout
	DescribePanels words.Account
	// Coloured are the names that it tells apart by colour; nil where there are none.
	Coloured Coloured
}

// All returns all types, in the order they are listed to authors.
func All() []Type {
	return []Type{
		{Name: "funding", Shape: grid.Funding(), Draw: kinds.Bars, Describe: words.Parts, Coloured: bySeries},
		{Name: "holdings", Shape: grid.Holdings(), Draw: kinds.Matrix, Describe: words.Holdings},
		{Name: "bar", Shape: grid.Bars(), Draw: kinds.Bars, Describe: words.Comparison, Panels: kinds.BarPanels, DescribePanels: words.Panels, Coloured: bySeries},
		{Name: "column", Shape: grid.Columns(), Draw: kinds.Columns, Describe: words.Comparison, Panels: kinds.ColumnPanels, DescribePanels: words.Panels, Coloured: bySeries},
		{Name: "grouped-bar", Others: []string{"grouped"}, Shape: grid.Bars(), Draw: kinds.Bars, Describe: words.Comparison, Panels: kinds.BarPanels, DescribePanels: words.Panels, Coloured: bySeries},
		{Name: "grouped-column", Shape: grid.Columns(), Draw: kinds.Columns, Describe: words.Comparison, Panels: kinds.ColumnPanels, DescribePanels: words.Panels, Coloured: bySeries},
		{Name: "stacked-bar", Others: []string{"stacked"}, Shape: grid.BarStacks(), Draw: kinds.StackedBars, Describe: words.Comparison, Coloured: bySeries},
		{Name: "stacked-column", Shape: grid.ColumnStacks(), Draw: kinds.StackedColumns, Describe: words.Comparison, Coloured: bySeries},
		{Name: "percent-bar", Others: []string{"percent"}, Shape: grid.BarParts(), Draw: kinds.PercentBars, Describe: words.Shares, Coloured: bySeries},
		{Name: "percent-column", Shape: grid.ColumnParts(), Draw: kinds.PercentColumns, Describe: words.Shares, Coloured: bySeries},
		{Name: "line", Shape: grid.Lines(), Draw: kinds.Lines, Describe: words.Trend, Panels: kinds.LinePanels, DescribePanels: words.Panels, Coloured: bySeries},
		{Name: "step", Shape: grid.Lines(), Draw: kinds.Steps, Describe: words.Trend, Panels: kinds.StepPanels, DescribePanels: words.Panels, Coloured: bySeries},
		{Name: "area", Shape: grid.Areas(), Draw: kinds.Areas, Describe: words.Trend, Panels: kinds.AreaPanels, DescribePanels: words.Panels, Coloured: bySeries},
		{Name: "dumbbell", Shape: grid.Dumbbells(), Draw: kinds.Dumbbells, Describe: words.Gaps, Coloured: bySeries},
		{Name: "slope", Shape: grid.Slopes(), Draw: kinds.Slopes, Describe: words.Slopes, Coloured: bySeries},
		{Name: "range", Shape: grid.Ranges(), Draw: kinds.Ranges, Describe: words.Ranges},
		{Name: "pie", Shape: grid.Pie(), Draw: kinds.Pie, Describe: words.Parts, Coloured: byPart},
		{Name: "waterfall", Shape: grid.Steps(), Draw: kinds.Waterfall, Describe: words.Steps},
		{Name: "funnel", Shape: grid.Stages(), Draw: kinds.Funnel, Describe: words.Funnel},
		{Name: "radar", Shape: grid.Profiles(), Draw: kinds.Radar, Describe: words.Comparison, Coloured: bySeries},
		{Name: "sankey", Shape: grid.Flows(), Draw: kinds.Flows, Describe: words.Flows, Coloured: byGiver},
		{Name: "treemap", Shape: grid.Tiles(), Draw: kinds.Treemap, Describe: words.Parts, Coloured: byBranch(func(*brief.Chart) string { return "" })},
		{Name: "heatmap", Shape: grid.Matrix(), Draw: kinds.Matrix, Describe: words.Holdings},
		{Name: "scatter", Shape: grid.Points(), Draw: kinds.Scatter, Describe: words.Points, Coloured: byGroup},
		{Name: "bubble", Shape: grid.Bubbles(), Draw: kinds.Scatter, Describe: words.Points, Coloured: byGroup},
		{Name: "combined", Shape: grid.TwoAxes(), Draw: kinds.Combined, Describe: words.Trend, Coloured: bySeries},
		{Name: "map", Shape: grid.Map(), Draw: maps.Draw, Describe: words.Map, Coloured: byCountry},
		{Name: "donut", Shape: grid.Pie(), Draw: kinds.Donut, Describe: words.Parts, Coloured: byPart},
		{Name: "sunburst", Shape: grid.Hierarchy(), Draw: kinds.Sunburst, Describe: words.Hierarchy, Coloured: byBranch(func(c *brief.Chart) string { return c.Sort })},
		{Name: "gauge", Shape: grid.Gauges(), Draw: kinds.Gauges, Describe: words.Gauges},
		{Name: "box-plot", Shape: grid.Boxes(), Draw: kinds.Boxes, Describe: words.Boxes},
		{Name: "timeline", Shape: grid.Timeline(), Draw: kinds.Timeline, Describe: words.Timeline},
		// Lines in panels: what a line chart becomes, as other types do, with a
		// column named under facet; here one must be.
		{Name: "small-multiples", Shape: grid.LinesInPanels(), Draw: kinds.Lines, Describe: words.Trend, Panels: kinds.LinePanels, DescribePanels: words.Panels, Coloured: bySeries},
	}
}

// Names returns the names of all types.
func Names() []string {
	var names []string
	for _, t := range All() {
		names = append(names, t.Name)
	}
	return names
}

// asked are the types as the reader of data knows them.
func asked(rows []Type) []grid.Type {
	list := make([]grid.Type, len(rows))
	for i, t := range rows {
		list[i] = grid.Type{Name: t.Name, Others: t.Others, Shape: t.Shape, Panels: t.Panels != nil}
	}
	return list
}

// A Chart is a chart that can be drawn and described: its data as its type has
// read them.
type Chart struct {
	Grid  *grid.Grid
	block *brief.Chart
	kind  Type
}

// Read reads a chart as its type says, in the words of the document, and tells
// all that is wrong with it. The chart is nil where anything is: an unknown type
// is drawn and described as no other.
func Read(c *brief.Chart, l *locale.Locale) (*Chart, problem.List) {
	return read(c, l, All())
}

// Check tells all that is wrong with a chart.
func Check(c *brief.Chart) problem.List {
	_, list := Examine(c)
	return list
}

// Examine is Check with the names that a chart tells apart by the colours of the
// palette, in their order. Where some are highlighted they are told apart by that.
func Examine(c *brief.Chart) (coloured []string, list problem.List) {
	rows := All()
	g, list := grid.Read(c, asked(rows))
	if g == nil || list.HasErrors() || len(c.Highlight) > 0 {
		return nil, list
	}
	for _, t := range rows {
		if t.Name == g.Type && t.Coloured != nil {
			coloured = t.Coloured(c, g)
		}
	}
	return coloured, list
}

func read(c *brief.Chart, l *locale.Locale, rows []Type) (*Chart, problem.List) {
	g, list := grid.Read(c, asked(rows))
	if g == nil || list.HasErrors() {
		return nil, list
	}
	for _, t := range rows {
		if t.Name == g.Type {
			words.NameCurrency(c, g, l)
			words.NameMonths(g, l)
			return &Chart{g, c, t}, list
		}
	}
	return nil, list
}

// Draw lays the chart out.
func (c *Chart) Draw(v *canvas.Canvas) canvas.Drawing {
	v = v.Highlighted(c.Grid)
	if c.Grid.Panels != nil {
		return c.kind.Panels(v, c.Grid)
	}
	return c.kind.Draw(v, c.Grid)
}

// Describe says what the chart shows.
func (c *Chart) Describe(l *locale.Locale, digits brief.Digits) string {
	account := c.kind.Describe
	if c.Grid.Panels != nil {
		account = c.kind.DescribePanels
	}
	return words.Describe(c.block, c.Grid, l, digits, account)
}
