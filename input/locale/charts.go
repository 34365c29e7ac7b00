package locale

// Charts are the words of charts: what stands in them, and the sentences that
// say to a reader who does not see one what its data show.
type Charts struct {
	Nouns Nouns
	// Names are what a chart of each type is called; AreaAlone is an area chart
	// of one series, and Dots a dumbbell of more than two.
	Names           map[string]string
	AreaAlone, Dots string
	// Titled is a chart with its title: what it is called, the title in quotes.
	Titled string

	// What stands in the drawing itself. NotKnown says that a value is not
	// known.
	NotKnown, Yes, No     string
	Held, NotHeld         string
	Total, Target         string
	Others, OtherItems    string // small parts that were gathered; the second where the first is taken
	LogScale              string
	Unit                  string // unit
	LessThan              string // amount
	FromToLess            string // amount, amount
	AndMore               string // amount
	OfTarget              string // share, target
	TargetIs              string // target
	OuterRing             string // amount
	BubbleArea            string // name of the measure
	Hollow, Unmarked      string // what hollow marks, and countries without a mark, say
	BoxWhole, BoxWhiskers string // how boxes are read; the second: the factor
	BoxOutliers           string // added to the second
	Path                  string // between the levels of a hierarchy
	World, CentralAsia    string // what maps of them are called

	// Sentences, which begin with a small letter. Amounts are phrases.
	LogScaled      string // sentence
	UnitIs         string // unit
	InSeries       string // series, in front of what is said of it
	Compares       string // chart, count of categories
	ComparesSeries string // chart, count of categories, count of series
	OnlyValue      string // name, amount
	Extremes       string // highest name, amount, lowest name, amount
	Highest        string // name, amount
	// Each is the amount that each of several has.
	Each            Counted // amount
	Rest            Counted
	RestOfCountries Counted // list
	NameAmount      string  // name, amount: in lists
	// OfShare is an amount and its share of the total within brackets, AmountShare
	// the same outside of them.
	OfShare, AmountShare string // amount, share

	TrendSeries, TrendSpan             string // chart, count of series; chart, first, last
	TheValue, ValueOf                  string // subjects: -, series
	LargestGap, WidestRange            string // name, amount
	ErrorList, ErrorIn                 string // list of error ranges; series, list
	WidestError, ErrorLines            string // name with its range; what thin lines say
	ComparesRanges                     string // chart, count of categories, name of beginnings, name of ends
	Single                             string // subject, amount, time
	Constant                           string // subject, amount
	Rose, Fell                         string // subject, amount, time, amount, time
	Returned                           string // subject, last time, first time, amount
	By                                 string // share
	HighestIn, LowestIn                string // amount, time
	HoldsOne                           string // chart, name, amount
	Holds                              Counted
	Largest                            Counted // name, amount with its share, name, amount
	AllSame                            Counted // amount
	Matrix                             string  // chart, count of rows, count of columns
	AllHeld                            string
	HeldList, NotHeldList, UnknownList string // list
	PartialTotals                      string // list of categories whose parts are not all known
	NetTotals                          string // what the totals of parts with both signs are
	MapData                            string // map, count of countries
	SaidOf                             string // word, list or count of countries
	Levels                             string // chart, count of levels, total
	ItsParts                           Counted
	LargestParts                       string // list
	LargestItem                        string // name, amount, name, amount
	Shows                              string // chart, count of values
	AgainstTarget                      string // amount, share, target
	BandLimits                         string // list
	Box                                string // median, quartile, quartile, end, end
	Outliers, ManyOutliers             string // list; count
	MedianExtremes                     string // highest name, lowest name
	SumsTo                             string // chart, count of values, total
	LargestRise, LargestFall           string // name, amount
	StepsInOrder                       string // list
	Stages, StagesInOrder              string // chart, count; list
	Reached                            string // share
	TinyShare, NearlyAll               string // share
	Flows                              string // chart, count of sources, count of targets, total
	FlowList, LargestFlows, Flow       string // list; from, to, amount
	Scatter                            string // chart, count of points, x, y
	BubbleScatter                      string // chart, count of points, x, y, size
	Together, Apart, Unrelated         string
	TrendLine, Range                   string  // coefficient; amount, amount
	Panels                             string  // count of panels
	InEach                             Counted // chart of panels, what each is
	EventList                          string  // list
	Events, EventsFrom                 string  // chart, count; the two, from, to
}

// Nouns are what charts count.
type Nouns struct {
	Item, Category, Series, Row, Column, Value, Panel, Stage, Source, Target, Point, Level, Event, Country Noun
}
