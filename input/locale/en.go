package locale

import (
	"strconv"

	"warraq/fonts/numeral"
)

// english has the words of English, in British spelling.
func english() *Locale {
	months := [12]string{
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
	}
	return &Locale{
		Tag: "en", Name: "English", Digits: numeral.Latin,
		Marks: Marks{Open: "“", Close: "”", Comma: ", ", Semicolon: "; ", Stop: ".", And: Conjunction{" and ", ", ", " and "}},
		Pages: Pages{
			Index: "Index", Appendix: "Appendix", Figures: "Figures", Tables: "Tables", Figure: "Figure", Table: "Table", Section: "Section",
			Source: "Source:", Contents: "Contents", Summary: "Executive summary", References: "References",
			Callouts: map[string]string{"key": "Key finding", "note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution"},
			Page:     "page {1}", Note: "Note {1}", Back: "Back to note mark {1}", Reference: "Reference {1}",
			ArabicReferences: "References in Arabic", OtherReferences: "Other references", Continued: "{1} (continued)",
			Issue: "No. {1}", Draft: "Draft", Revision: "revision {1}", Partners: "In partnership with", AboutAuthor: "About the author", AboutAuthors: "About the authors", About: "About {1}", AboutPublisher: "About the publisher",
			Address: "Address:", Telephone: "Telephone:", Email: "Email:", Website: "Website:",
		},
		Dates: Dates{
			Months: months,
			Hijri: [12]string{
				"Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Akhir", "Jumada al-Ula", "Jumada al-Akhirah",
				"Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah",
			},
			Day: "{1} {2} {3}", Month: "{1} {2}", HijriDay: "{1} {2} {3} AH", Both: "{1} / {2}",
			Span: "from {1} to {2}", ShortSpan: "{1} – {2}",
		},
		Works: Works{
			And: "and ", Others: "et al.", StopInside: true, DayLast: true,
			Edited: "edited by ", TranslatedBy: "translated by ", ByTranslator: ", trans", OneEditor: ", ed", Editors: ", eds",
			In: "In ", BeforePages: ": ", BeforeVolume: " ", Issue: "no.\u00a0", BookVolume: "vol.\u00a0",
			Accessed: "Accessed ", Undated: "n.d", YearComma: " ", UndatedStop: ".",
			Edition: "{1} ed.", Ordinal: englishOrdinal, Years: letters("abcdefghijklmnopqrstuvwxyz"),
		},
		Data: Data{
			OfFigures: "Data of the figures", OfFigure: "Data of the figure", Of: "Data of ", OfTitled: ": ", See: "Data: ",
			Rate: "Rate: ", Rates: "Rates: ", OwnScales: "Each line has a scale of its own; their heights do not compare.", Prices: "In constant prices of {1}; index of prices: {2}", Yes: "Yes", No: "No", ColumnName: "Name", ColValue: "Value",
		},
		Charts:  englishCharts(),
		Numbers: englishNumbers(),
		Letters: letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
	}
}

// englishOrdinal is a number with its ending: 2nd, 11th.
func englishOrdinal(n int) string {
	ending := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return strconv.Itoa(n) + ending
}

func englishNumbers() Numbers {
	return Numbers{
		Category: oneAndOther,
		Magnitudes: []Magnitude{
			{1e12, Invariable("trillion"), []string{"trillion", "trillions"}},
			{1e9, Invariable("billion"), []string{"billion", "billions"}},
			{1e6, Invariable("million"), []string{"million", "millions"}},
			{1e3, Invariable("thousand"), []string{"thousand", "thousands"}},
		},
		Units: []Noun{
			plural("euro", "euros"), plural("dollar", "dollars"), plural("pound", "pounds"), plural("franc", "francs"), plural("rouble", "roubles"),
			plural("riyal", "riyals"), plural("dirham", "dirhams"), plural("dinar", "dinars"), plural("lira", "liras"), Invariable("yen"), Invariable("yuan"),
			plural("tonne", "tonnes"), plural("ton", "tons"), plural("kilogram", "kilograms"), plural("gram", "grams"), plural("barrel", "barrels"),
			plural("litre", "litres"), plural("metre", "metres"), plural("kilometre", "kilometres"), plural("mile", "miles"), plural("hectare", "hectares"),
			plural("year", "years"), plural("month", "months"), plural("week", "weeks"), plural("day", "days"), plural("hour", "hours"),
			plural("minute", "minutes"), plural("second", "seconds"), plural("project", "projects"), plural("programme", "programmes"),
			plural("person", "people"), plural("inhabitant", "inhabitants"), plural("job", "jobs"), plural("grant", "grants"), plural("loan", "loans"),
			plural("country", "countries"), plural("company", "companies"), plural("household", "households"), plural("student", "students"),
			plural("worker", "workers"), plural("point", "points"), plural("degree", "degrees"), plural("unit", "units"), plural("ship", "ships"),
			plural("school", "schools"), plural("car", "cars"), plural("seat", "seats"), plural("vote", "votes"), plural("trip", "trips"),
			plural("megawatt", "megawatts"), plural("gigawatt", "gigawatts"),
		},
		Tail: followed,
	}
}

// followed is a noun with words behind it that never change: tonnes of copper,
// dollars a tonne.
func followed(n Noun, tail string) (Noun, bool) {
	if tail != "" {
		tail = " " + tail
	}
	return Noun{n.One + tail, n.Two + tail, n.TwoOblique + tail, n.Few + tail, n.Many + tail, n.Other + tail}, true
}

func englishCharts() Charts {
	return Charts{
		Nouns: Nouns{
			Item: plural("item", "items"), Category: plural("category", "categories"), Series: Invariable("series"),
			Row: plural("row", "rows"), Column: plural("column", "columns"), Value: plural("value", "values"),
			Panel: plural("panel", "panels"), Stage: plural("stage", "stages"), Source: plural("source", "sources"),
			Target: plural("destination", "destinations"), Point: plural("point", "points"), Level: plural("level", "levels"),
			Event: plural("event", "events"), Country: plural("country", "countries"),
		},
		Names: map[string]string{
			"bar": "bar chart", "column": "column chart",
			"grouped-bar": "grouped bar chart", "grouped-column": "grouped column chart",
			"stacked-bar": "stacked bar chart", "stacked-column": "stacked column chart",
			"percent-bar": "bar chart stacked to 100%", "percent-column": "column chart stacked to 100%",
			"line": "line chart", "small-multiples": "line chart", "step": "step chart", "area": "stacked area chart",
			"combined": "chart of columns and a line on two axes", "funding": "bar chart of funding", "pie": "pie chart", "donut": "doughnut chart",
			"treemap": "treemap", "holdings": "matrix of holdings", "heatmap": "heatmap", "scatter": "scatter chart", "bubble": "bubble chart",
			"radar": "radar chart", "sankey": "flow chart", "funnel": "funnel chart", "waterfall": "waterfall chart", "sunburst": "sunburst chart",
			"gauge": "gauge", "box-plot": "box plot", "timeline": "timeline", "map": "map",
			"dumbbell": "dumbbell chart", "slope": "slope chart", "range": "range chart",
		},
		AreaAlone: "area chart", Dots: "chart of joined dots", Titled: "{1} {2}",

		NotKnown: "not known", Yes: "yes", No: "no", Held: "held", NotHeld: "not held",
		Total: "Total", Others: "Other", OtherItems: "Other items", Target: "Target", LogScale: "logarithmic scale", Unit: "Unit: {1}",
		LessThan: "less than {1}", FromToLess: "{1} to less than {2}", AndMore: "{1} and more",
		OfTarget: "{1} of the target ({2})", TargetIs: "Target: {1}", OuterRing: "Outer ring: {1}", BubbleArea: "area of the bubble: {1}",
		Hollow: "Hollow: {1}", Unmarked: "Without a mark: {1}",
		BoxWhole:    "Boxes run from the first quartile to the third, the line in them is the median, and the ends are the lowest and the highest value",
		BoxWhiskers: "Boxes run from the first quartile to the third, the line in them is the median, and the ends are the farthest values within {1} times the interquartile range",
		BoxOutliers: "; circles are outliers", Path: ", ",
		World: "world map", CentralAsia: "map of Central Asia",

		LogScaled: "The scale is logarithmic", UnitIs: "Unit: {1}", InSeries: "in {1}: {2}",
		Compares: "{1} comparing {2}", ComparesSeries: "{1} comparing {2} in {3}",
		OnlyValue: "only value: {1} ({2})",
		Extremes:  "highest {1} ({2}), lowest {3} ({4})", Highest: "highest {1} ({2})",
		Each: Counted{"{1}", "{1} each", "{1} each"},
		Rest: same("the rest: {1}"), RestOfCountries: same("the other countries: {1}"),
		NameAmount: "{1} ({2})", OfShare: "{1}, {2} of the total", AmountShare: "{1} ({2} of the total)",

		TrendSeries: "{1} with {2}", TrendSpan: "{1} from {2} to {3}", TheValue: "the value", ValueOf: "the value of {1}",
		ErrorList: "error ranges: {1}", ErrorIn: "error ranges in {1}: {2}", WidestError: "widest error range: {1}", ErrorLines: "Thin lines: error range",
		LargestGap: "largest difference: {1} ({2})", WidestRange: "widest range: {1} ({2})", ComparesRanges: "{1} comparing {2} from {3} to {4}",
		Single: "{1}: {2} in {3}", Constant: "{1} stayed at {2}",
		Rose: "{1} rose from {2} in {3} to {4} in {5}", Fell: "{1} fell from {2} in {3} to {4} in {5}",
		Returned: "{1} was in {2} what it had been in {3}, {4}", By: ", a change of {1}",
		HighestIn: "; the highest was {1} in {2}", LowestIn: "; the lowest was {1} in {2}",
		HoldsOne: "{1} with one item: {2} ({3})", Holds: same("{1} of {2} that add up to {3}"),
		Largest: Counted{"Largest {1} ({2}), smallest {3} ({4})", "Larger {1} ({2}), smaller {3} ({4})", "Largest {1} ({2}), smallest {3} ({4})"},
		AllSame: Counted{"The value is {1}", "Both values are equal: {1}", "All values are equal: {1}"},
		Matrix:  "{1} of {2} and {3}", AllHeld: "all held", HeldList: "held: {1}", NotHeldList: "not held: {1}", UnknownList: "not known: {1}", PartialTotals: "incomplete total: {1}", NetTotals: "Net in bold",
		MapData: "{1} with data on {2}", SaidOf: "{1}: {2}",
		Levels: "{1} of {2}, {3} in total", LargestParts: "; largest parts: {1}", ItsParts: Counted{"; its one part: {1}", "; its parts: {1}", "; its parts: {1}"},
		LargestItem: "Largest item {1} ({2}), smallest item {3} ({4})",
		Shows:       "{1} showing {2}", AgainstTarget: "{1}, which is {2} of the target ({3})", BandLimits: "Limits of the bands: {1}",
		Box: "median {1}, quartiles {2} and {3}, ends {4} and {5}", Outliers: ", outliers {1}", ManyOutliers: ", outliers: {1}",
		MedianExtremes: "highest median in {1}, lowest in {2}",
		SumsTo:         "{1} showing how {2} add up to {3}", LargestRise: "Largest rise: {1} ({2})", LargestFall: "Largest fall: {1} ({2})", StepsInOrder: "Steps in order: {1}",
		Stages: "{1} of {2}", StagesInOrder: "Stages in order: {1}", Reached: "{1} of the first stage reached the last", TinyShare: "less than {1}", NearlyAll: "more than {1}", TrendLine: "trend line: R² = {1}", Range: "from {1} to {2}",
		Flows: "{1} from {2} to {3}, {4} in total", FlowList: "Flows: {1}", LargestFlows: "Largest flows: {1}", Flow: "from {1} to {2} ({3})",
		Scatter: "{1} showing {2} by {3} across and {4} upwards", BubbleScatter: "{1} showing {2} by {3} across and {4} upwards; the area of the bubble is {5}",
		Together: "Both values mostly rise together", Apart: "One value mostly falls where the other rises", Unrelated: "The two values have no clear linear relation",
		Panels: "chart of {1}", InEach: Counted{"{1}; in it: {2}", "{1} on one scale; in each: {2}", "{1} on one scale; in each: {2}"},
		Events: "{1} showing {2}", EventsFrom: "{1} showing {2} from {3} to {4}", EventList: "in order: {1}",
	}
}
