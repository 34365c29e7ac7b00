package grid

import "slices"

// A Type is what is asked of the data of a type of chart. How it is drawn and
// described stands beside it in the table of package types.
type Type struct {
	// Name is what authors write, and Others what means the same.
	Name   string
	Others []string
	Shape  Shape
	// Panels reports that a column named under facet divides it.
	Panels bool
}

// Find returns the type that a name means.
func Find(types []Type, name string) (Type, bool) {
	for _, k := range types {
		if k.Name == name || slices.Contains(k.Others, name) {
			return k, true
		}
	}
	return Type{}, false
}

// namesOf returns the names of types, or of those that panels can divide.
func namesOf(types []Type, divided bool) []string {
	var names []string
	for _, k := range types {
		if !divided || k.Panels {
			names = append(names, k.Name)
		}
	}
	return names
}

// A Shape says what a type of chart needs of its data.
type Shape struct {
	// categories and series bound their numbers; zero means one.
	categories, series int
	// anything lets cells hold texts and yes or no beside numbers.
	anything bool
	// parts refuses negative values.
	parts bool
	// whole refuses a total of nothing.
	whole bool
	// compares says that a row which is the total of others is not to stand beside
	// them, though its parts need not make a whole.
	compares bool
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
	// levelled says that the author may list the levels of a hierarchy, leastLevels how
	// many make one of a table.
	levelled    bool
	leastLevels int
	// ownUnits gives each series the unit that its name has in brackets; the
	// chart's unit is that of the first.
	ownUnits bool
	// running puts dates in their order: values are joined from one to the next.
	running bool
	// measured puts marks at places of an axis of numbers or dates, not at names.
	measured bool
	// marked allows lines and bands over the values; highlights lets some names keep
	// their colour; scaled allows ends of the axis; stacks says that values stand on
	// one another.
	marked, highlights, scaled, stacks bool
	// uncertain allows error ranges about the values.
	uncertain bool
	// floating says that values are places on the axis, which need not begin at nought,
	// and ends that a column named under from and one under to hold them.
	floating, ends bool
	// upright lets times run along the names as well, where rows do not each have a
	// name of their own, and marks stand among them.
	upright bool
	// ledger adds up the rows of one name whose payers, programmes and years differ.
	ledger bool
	// timeless has no place for columns whose heads are times.
	timeless bool
	// paired asks for a second column of names, even where none of the first comes
	// again.
	paired bool
	// keys are those of a chart block that the type has a use for, beside those of
	// all; nil are those of names and their values.
	keys []string
	// panelled refuses data without a column of panels.
	panelled bool
	// read, where set, reads a table that is not categories by series.
	read func(r *reader) *Grid
}
