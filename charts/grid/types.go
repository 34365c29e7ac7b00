package grid

// A chartType is a type of chart with what it needs of its data.
type chartType struct {
	name  string
	shape shape
}

// types returns all types of chart, in the order they are listed to authors.
func types() []chartType {
	bars := shape{categories: barCategories, series: manySeries}
	columns := shape{categories: columnCategories, series: manySeries}
	parts := bars
	parts.parts = true
	columnParts := columns
	columnParts.parts = true
	barsLog, columnsLog := bars, columns
	barsLog.logarithmic, columnsLog.logarithmic = true, true
	barsLog.facets, columnsLog.facets = true, true
	return []chartType{
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
	for _, k := range types() {
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
	for _, k := range types() {
		if k.shape.facets {
			names = append(names, k.name)
		}
	}
	return names
}

// typeOf returns the type of that name, or of one of its other names.
func typeOf(name string) (chartType, bool) {
	switch name {
	case "stacked":
		name = "stacked-bar"
	case "grouped":
		name = "grouped-bar"
	case "percent":
		name = "percent-bar"
	}
	for _, k := range types() {
		if k.name == name {
			return k, true
		}
	}
	return chartType{}, false
}

// A shape says what a type of chart needs of its data.
type shape struct {
	// categories and series bound their numbers; zero means one.
	categories, series int
	// anything lets cells hold texts and yes or no beside numbers.
	anything bool
	// parts refuses negative values.
	parts bool
	// whole refuses a total of nothing.
	whole bool
	// logarithmic allows scale: log.
	logarithmic bool
	// sums adds values of one category without a word: rows of a ledger.
	sums bool
	// single refuses two values of one category in one series.
	single bool
	// sort is the order where the author asks for none.
	sort string
	// names are columns that are the category or the value where the author
	// names none, best first.
	categoryNames, valueNames, seriesNames []string
	// countries says that the categories are countries: spellings of one are one
	// category, and another name is a problem.
	countries bool
	// check, where set, reports what else cannot be drawn.
	check func(*reader, *Grid)
	// leastCategories and leastSeries are what there must be; zero means one.
	leastCategories, leastSeries int
	// ownUnits gives each series the unit that its name has in brackets; the
	// chart's unit is that of the first.
	ownUnits bool
	// facets allows panels.
	facets bool
	// read, where set, reads a table that is not categories by series.
	read func(r *reader) *Grid
}

// fundingShape is that of a ledger: rows of one programme or payer are added.
func fundingShape() shape {
	return shape{
		categories: barCategories, series: 1, logarithmic: true, sums: true, sort: "descending", parts: true,
		categoryNames: []string{"programme", "program", "البرنامج", "برنامج", "payee", "المستفيد", "payer", "الجهة المموِّلة", "الجهة الممولة", "الممول", "الجهة"},
		valueNames:    []string{"amount", "المبلغ", "مبلغ", "القيمة", "value"},
	}
}

func holdingsShape() shape {
	return shape{
		categories: barCategories, series: 30, anything: true, single: true, read: readHoldings,
		categoryNames: []string{"country", "الدولة", "البلد", "الجمهورية"},
		seriesNames: []string{
			"commodity", "raw material", "material", "resource", "element", "product",
			"الخام", "المادة الخام", "المادة", "المورد", "العنصر", "السلعة", "المنتج",
		},
	}
}

func sankeyShape() shape {
	return shape{
		categories: 20, series: 20, parts: true, sums: true,
		categoryNames: []string{"payer", "الجهة المموِّلة", "الجهة الممولة", "الممول", "المصدر"},
		seriesNames:   []string{"programme", "program", "البرنامج", "payee", "المستفيد", "الوجهة"},
		valueNames:    []string{"amount", "المبلغ", "القيمة", "value"},
	}
}

func sunburstShape() shape {
	return shape{
		categories: 80, parts: true, whole: true, read: readTree,
		categoryNames: []string{"payer", "الجهة المموِّلة", "الجهة الممولة", "الممول", "القطاع"},
		valueNames:    []string{"amount", "المبلغ", "القيمة", "value"},
	}
}

func mapShape() shape {
	return shape{
		categories: mapCountries, series: mapGroups, anything: true, sums: true, countries: true, check: checkMap,
		categoryNames: []string{"country", "الدولة", "البلد", "الجمهورية", "دولة", "بلد", "payee", "payer"},
		valueNames:    fundingShape().valueNames,
	}
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

// Bounds of what one map tells apart.
const (
	mapCountries = 250
	mapGroups    = 8
)

// Limits of what one chart may hold.
const (
	maxRows        = 20_000
	maxLabel       = 200
	maxValue       = 1e15
	minValue       = 1e-15    // of what is not nought
	maxCells       = 50_000   // values: categories times series
	maxOption      = 10_000   // values in an option
	maxOptionText  = 64 << 10 // bytes of its texts and keys
	maxOptionDepth = 24
	minHeight      = 60
	maxHeight      = 1200
)
