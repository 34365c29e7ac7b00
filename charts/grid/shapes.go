package grid

// The shapes of the types. Each has the bounds beyond which its chart cannot be
// read on one page.

// Bars is the shape of names with a value in each series, without bound of sign.
func Bars() Shape {
	return Shape{categories: barCategories, series: manySeries, logarithmic: true, compares: true, marked: true, highlights: true, scaled: true, uncertain: true}
}

// BarStacks is that of names with values that are stacked: what is below nought
// on the other side.
func BarStacks() Shape {
	return Shape{categories: barCategories, series: manySeries, compares: true, marked: true, highlights: true, scaled: true, stacks: true}
}

// BarParts is that of names with values that are stacked as shares.
func BarParts() Shape {
	s := BarStacks()
	s.parts, s.scaled, s.stacks = true, false, false
	return s
}

// Columns is that of names below upright bars.
func Columns() Shape {
	return Shape{categories: columnCategories, series: manySeries, logarithmic: true, compares: true, marked: true, upright: true, highlights: true, scaled: true, uncertain: true}
}

// ColumnStacks is that of names below upright bars that are stacked, and
// ColumnParts of such as are shares.
func ColumnStacks() Shape {
	return Shape{categories: columnCategories, series: manySeries, compares: true, marked: true, upright: true, highlights: true, scaled: true, stacks: true}
}

// ColumnParts is that of shares in upright bars.
func ColumnParts() Shape {
	s := ColumnStacks()
	s.parts, s.scaled, s.stacks = true, false, false
	return s
}

// Lines is that of values over names, which mostly are dates.
func Lines() Shape {
	return Shape{categories: lineCategories, series: manySeries, logarithmic: true, running: true, marked: true, highlights: true, scaled: true, uncertain: true}
}

// LinesInPanels is that of lines that are nothing without panels.
func LinesInPanels() Shape {
	s := Lines()
	s.panelled, s.uncertain = true, false
	return s
}

// Areas is that of values over names that are stacked.
func Areas() Shape {
	return Shape{categories: lineCategories, series: manySeries, parts: true, running: true, marked: true, highlights: true, scaled: true}
}

// Pie is that of a few parts of a whole.
func Pie() Shape {
	return Shape{categories: pieCategories, parts: true, whole: true, sums: true, highlights: true}
}

// Steps is that of a running sum.
func Steps() Shape { return Shape{categories: barCategories, sums: true, compares: true} }

// Stages is that of what is left at each of some stages.
func Stages() Shape { return Shape{categories: 15, parts: true} }

// Profiles is that of several measures on one scale.
func Profiles() Shape {
	return Shape{categories: 12, leastCategories: 3, series: 5, parts: true}
}

// Tiles is that of many parts of a whole.
func Tiles() Shape {
	return Shape{categories: 40, parts: true, whole: true, sums: true, sort: "descending", levelled: true, read: readLevelled}
}

// Matrix is that of an amount for each pair of names.
func Matrix() Shape { return Shape{categories: barCategories, series: 30, paired: true} }

// Points is that of rows with two values.
func Points() Shape {
	return Shape{categories: 1000, series: 2, leastSeries: 2, uncertain: true, marked: true, measured: true, read: readPoints, check: checkPoints, keys: keysOfPoints()}
}

// keysOfPoints are the keys of types that draw points.
func keysOfPoints() []string {
	return []string{"category", "labels", "value", "values", "series", "unit", "sort", "direction", "trend"}
}

// Bubbles is that of rows with three values.
func Bubbles() Shape {
	return Shape{categories: 200, series: 3, leastSeries: 3, marked: true, measured: true, read: readPoints, check: checkPoints, keys: keysOfPoints()}
}

// TwoAxes is that of two series, each with a unit of its own.
func TwoAxes() Shape {
	return Shape{categories: columnCategories, series: 2, leastSeries: 2, ownUnits: true, running: true, marked: true}
}

// Gauges is that of values on one scale, each with its target if it has one.
func Gauges() Shape {
	return Shape{categories: maxGauges, series: 2, parts: true, read: readGauges, keys: []string{"category", "value", "values", "target", "bands", "unit", "sort", "direction"}}
}

// Boxes is that of the spread of values.
func Boxes() Shape {
	return Shape{categories: 40, series: boxNumbers, read: readBoxes, timeless: true, keys: []string{"category", "value", "values", "unit", "sort"}}
}

// Timeline is that of events with their dates.
func Timeline() Shape {
	return Shape{categories: maxEvents, read: readEvents, keys: []string{"category", "labels", "from", "to", "direction"}}
}

// Funding is that of a ledger: rows of one programme or payer are added.
func Funding() Shape {
	return Shape{
		categories: barCategories, series: 1, logarithmic: true, sums: true, ledger: true, sort: "descending", parts: true,
		categoryNames: []string{"programme", "program", "البرنامج", "برنامج", "payee", "المستفيد", "payer", "الجهة المموِّلة", "الجهة الممولة", "الممول", "الجهة"},
		valueNames:    []string{"amount", "المبلغ", "مبلغ", "القيمة", "value"},
	}
}

// Holdings is that of who holds what.
func Holdings() Shape {
	return Shape{
		categories: barCategories, series: 30, anything: true, single: true, read: readHoldings,
		categoryNames: []string{"country", "الدولة", "البلد", "الجمهورية"},
		seriesNames: []string{
			"commodity", "raw material", "material", "resource", "element", "product",
			"الخام", "المادة الخام", "المادة", "المورد", "العنصر", "السلعة", "المنتج",
		},
	}
}

// Flows is that of who gives how much to what.
func Flows() Shape {
	return Shape{
		categories: 20, series: 20, parts: true, sums: true, ledger: true, paired: true, timeless: true, levelled: true, read: readLevelled, leastLevels: 2,
		categoryNames: []string{"payer", "الجهة المموِّلة", "الجهة الممولة", "الممول", "المصدر"},
		seriesNames:   []string{"programme", "program", "البرنامج", "payee", "المستفيد", "الوجهة"},
		valueNames:    []string{"amount", "المبلغ", "القيمة", "value"},
	}
}

// Hierarchy is that of the parts of parts of a whole.
func Hierarchy() Shape {
	return Shape{
		categories: 80, parts: true, whole: true, read: readTree, keys: []string{"category", "series", "levels", "value", "values", "unit", "sort"},
		categoryNames: []string{"payer", "الجهة المموِّلة", "الجهة الممولة", "الممول", "القطاع"},
		valueNames:    []string{"amount", "المبلغ", "القيمة", "value"},
	}
}

// Map is that of what is known of countries.
func Map() Shape {
	return Shape{
		categories: mapCountries, series: mapGroups, anything: true, sums: true, countries: true, check: checkMap,
		keys:          []string{"category", "series", "value", "values", "unit", "map", "style"},
		categoryNames: []string{"country", "country name", "country or area", "اسم الدولة", "اسم البلد", "الدولة", "البلد", "الجمهورية", "دولة", "بلد", "payee", "payer"},
		valueNames:    Funding().valueNames,
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
