package brief

import (
	"slices"
	"strings"
	"unicode"

	"warraq/input/locale"
	"warraq/input/source"
)

// A Table is rows of data under named columns, from a file or written inline.
type Table struct {
	// Name is the key under `data` in the front matter, or the path.
	Name    string
	File    *source.File
	Columns []Column
	Rows    []Row
	// Origin is how the table was read from its file; nil where it has none.
	Origin *Origin
}

// An Origin is how a table was read from its file.
type Origin struct {
	// Format is csv, tsv, xlsx, json or yaml.
	Format string
	// Encoding and Separator are those of a text file.
	Encoding, Separator string
	// Sheet is that of a workbook.
	Sheet string
	// Header is the line or row that names the columns, from 1, and HeaderRows how
	// many there are of names and units; 0 where keys name them.
	Header, HeaderRows int
	// Units reports that the last of these says what columns are counted in.
	Units bool
	// Above and Below are how many lines or rows that are not blank were passed over.
	Above, Below int
}

// A Column of a data table. What its cells are was found once, by package column
// when the table was read or made: everyone else reads it here.
type Column struct {
	Name string
	Span source.Span
	Type ColumnType
	// Declared reports that the author says the type.
	Declared bool
	// Unit is what numbers are counted in, as their cells, a row of units below the
	// header, or the column's name in brackets say; empty where none does.
	Unit string
	// Decimals is the most digits that a number has after its decimal sign.
	Decimals int
	// Grain is the length of most of the times.
	Grain Grain
	// Computed reports that it has a number that is.
	Computed bool
}

// ColumnType says what the cells of a column are.
type ColumnType uint8

// The types of column. Nothing is known of one whose cells are all missing.
const (
	NothingKnown ColumnType = iota
	Names
	Numbers
	Shares // numbers in percent
	Times
	Countries
	YesNo
)

// Counted reports whether a column holds amounts, which may be added up and
// drawn: numbers that are no years.
func (c Column) Counted() bool { return c.Type == Numbers || c.Type == Shares }

// A Grain is the length of a time, from the shortest to the longest. A span is
// what has no name of its own: nine months, 2021–2027.
type Grain uint8

// The grains.
const (
	NoGrain Grain = iota
	Moment
	Day
	Week
	Month
	Quarter
	Half
	Year
	Span
)

// A Row of a data table, with one cell for each column.
type Row struct {
	Cells []Cell
	Span  source.Span
}

// Cell returns the cell in a column: a missing one where the row ends before it.
func (r Row) Cell(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{Kind: MissingCell, Span: r.Span}
	}
	return r.Cells[column]
}

// CellKind says what a cell holds.
type CellKind uint8

// The kinds of cell. A Missing cell is blank or says so ("غير متاح", "n/a").
const (
	TextCell CellKind = iota
	NumberCell
	BoolCell
	DateCell
	MissingCell
)

// A Cell of a data table. Text is what the file has, trimmed. Number is the
// value of a number (a percentage keeps its printed value: 45% is 45), 1 or 0
// for a yes or no, and for a date the days since 1970-01-01.
type Cell struct {
	Text string
	Kind CellKind
	// Doubt is why a text among numbers or times is none of them.
	Doubt Doubt
	// Computed reports that the number is a quotient, a product or a share of others,
	// and has more digits than they are known by.
	Computed bool
	Number   float64
	Span     source.Span
}

// A Doubt is why a cell is not read as the rest of its column is.
type Doubt uint8

// The doubts.
const (
	NoDoubt        Doubt = iota
	OpenSeparator        // 50.000: thousands, or a fraction
	OtherSeparator       // 12,5 among numbers whose commas part thousands
	OtherUnit            // $5 among amounts in €
	NoSize               // 500 among amounts in millions
	NoPercent            // 0.3 among numbers with a percent sign
	OnePercent           // 45% among numbers without one
	OpenDate             // 01/02/2024: the month is the first or the second
	ARange               // 10–20
	ABound               // <1
	AFraction            // 745/19987071
	OddCell              // a word among numbers, or among times
)

// CommonUnit is what all of some columns are counted in, or empty: what their cells,
// the row below their heads or the heads themselves say.
func (t *Table) CommonUnit(columns []int) string {
	unit := ""
	for n, i := range columns {
		own := t.Columns[i].Unit
		if n > 0 && own != unit {
			return ""
		}
		unit = own
	}
	return unit
}

// Column returns the index of the column of that name, or -1.
func (t *Table) Column(name string) int {
	for i, c := range t.Columns {
		if c.Name == name {
			return i
		}
	}
	return -1
}

// A Chart is a chart block as written; package charts says what it means. A
// field the author left out is zero.
type Chart struct {
	Type     string
	Title    string
	Data     *Table
	Category string   // column of names
	Value    string   // column of numbers
	Values   []string // several columns of numbers, one a series
	Series   string   // column that tells series apart
	Unit     string
	// UnitForms are the forms of the unit with numbers, where the author gives
	// them; Unit is then the singular.
	UnitForms *locale.Noun
	Scale     string // linear or log
	Sort      string // descending, ascending or none
	Direction string // rtl, ltr, or empty for the kind's own
	// Decimals, where it is not nil, is how many digits numbers have after the point,
	// 0 to 9; Long prints them without words for millions.
	Decimals *int
	Long     bool
	Labels   string // column of labels on the marks, where the kind has them
	// Levels are the columns of a hierarchy, the outermost first.
	Levels []string
	// Facet is the column whose values each get a panel of their own.
	Facet string
	// From and To are the columns of dates, or of beginnings and ends.
	From, To string
	// Low and High are the columns of the ends of error ranges, one for each column of
	// values, and Error those of what is as much below as above.
	Low, High, Error []string
	// Target is a number to be reached, or the column of such numbers; Bands
	// are the limits of the ranges that a scale is divided into.
	Target string
	Bands  []string
	// Trend asks for the line through the points of a scatter chart, and Totals for
	// the sums of stacked bars.
	Trend, Totals bool
	// Highlight are the categories or series that keep their colour.
	Highlight []Field
	// Min and Max are the ends of the axis of values.
	Min, Max Field
	// Marks are what is drawn over the values.
	Marks []Mark
	// Map is the part of the earth that a map shows: world, central-asia or a
	// list of countries. Style is fill or marks.
	Map    []string
	Style  string
	Height float64
	Source string
	Alt    string
	// Table says where the chart's data stand as a table: below the figure, beside
	// the chart, in an appendix, or hidden, for those who read by ear; nowhere where it is empty.
	Table string
	// Rates are those that values were converted by, and Prices those that they are
	// counted in, if not in those of their time.
	Rates  []Rate
	Prices *Prices
	// Unknown names what sums of its data went without, since nothing is known of it.
	Unknown []string
	// Option is merged into the ECharts option last: data only.
	Option map[string]any
	// Fields gives the place of what stands under each key that was written, and Keys
	// that of the key itself.
	Fields, Keys map[string]source.Span
	Span         source.Span
}

// A Mark is a line or a band with its label over the values of a chart: a line at
// a category or a date, a band from one to another, or a line at a value.
// Series names the one whose axis the value is on, where each has its own.
type Mark struct {
	At, From, To, Value, Series, Label Field
	Span                               source.Span
}

// A Rate is how much of To one of From is.
type Rate struct {
	From, To string
	Value    float64
	// At is the time that the rate holds for, as it is written; empty is always.
	At string
}

// Prices say that amounts are counted in the prices of one time, and by which
// index: its values by their times, in the order of their use.
type Prices struct {
	Base  string
	Index []PriceLevel
}

// A PriceLevel is what prices stand at.
type PriceLevel struct {
	At    string
	Value float64
}

// Computed reports whether all columns of amounts that the chart draws have numbers
// that are computed: those that it names, or where it names none all there are.
func (c *Chart) Computed() bool {
	if c.Data == nil {
		return false
	}
	computed := false
	for _, column := range c.Data.Columns {
		drawn := column.Name == c.Value || slices.Contains(c.Values, column.Name)
		if c.Value == "" && len(c.Values) == 0 {
			drawn = column.Counted() && column.Name != c.Category
		}
		if drawn && !column.Computed {
			return false
		}
		computed = computed || drawn
	}
	return computed
}

// Field returns the place of a key, or of the whole block where it was not
// written.
func (c *Chart) Field(key string) source.Span {
	if s, ok := c.Fields[key]; ok {
		return s
	}
	return c.Span
}

// Key returns the place of a key itself, or as [Chart.Field] does where that is not
// known.
func (c *Chart) Key(key string) source.Span {
	if s, ok := c.Keys[key]; ok {
		return s
	}
	return c.Field(key)
}

// A Picture is an image, checked when it was read.
type Picture struct {
	File   *source.File
	Format string // "png", "jpeg", "webp" or "svg"
	// A drawing has no pixels: the fields below are not set.
	Width, Height int // pixels, as they are stored
	// Channels is 1 for grey or indexed colours, 3 for RGB, 4 for CMYK; an alpha
	// channel is not counted. Depth is the bits of a sample.
	Channels, Depth   int
	Alpha, Interlaced bool // interlaced PNG, progressive JPEG
	// Orientation says how a camera held the picture: 1 to 8 as in Exif, 1 where
	// it is stored upright.
	Orientation int
	// DPI is the density the file declares, or 0.
	DPI  float64
	Span source.Span
}

// Drawn reports whether the picture is a drawing, of lines and not of pixels.
func (p *Picture) Drawn() bool { return p.Format == "svg" }

// Size returns the picture's width and height in pixels, upright: noughts where
// it is a drawing.
func (p *Picture) Size() (width, height int) {
	if p.Orientation >= 5 {
		return p.Height, p.Width
	}
	return p.Width, p.Height
}

// A Reference is one entry of the bibliography.
type Reference struct {
	Key string
	// Number counts the bibliography from 1, as it is printed.
	Number int
	// Type is the CSL type: article-journal, book, chapter, report, webpage, …
	Type    string
	Authors []Name
	Editors []Name
	// Translators of the work.
	Translators []Name
	Title       string
	Container   string // journal, book or site
	Series      string // of a book or report
	Genre       string // what a report or thesis calls itself: "Policy Brief"
	Publisher   string // also the institution or organisation
	Place       string
	// Year, Month and Day of publication; 0 where unknown.
	Year, Month, Day int
	Accessed         [3]int
	Volume, Issue    string // Issue is also the number of a report
	Pages            string
	Edition          string
	DOI, URL         string
	ISBN             string
	Language         string // BCP 47, or empty
	Note             string
	Span             source.Span
}

// Arabic reports whether a reference is listed among the Arabic ones: by the
// language it declares, else by the script of its title.
func (r *Reference) Arabic() bool {
	if r.Language != "" {
		return strings.HasPrefix(strings.ToLower(r.Language), "ar")
	}
	return strings.ContainsFunc(r.Title, isArabic)
}

// RightToLeft reports whether a reference is printed from right to left: its
// title is in Arabic script, be its language Arabic, Persian or Urdu.
func (r *Reference) RightToLeft() bool {
	if r.Title == "" {
		return r.Arabic()
	}
	return strings.ContainsFunc(r.Title, isArabic)
}

func isArabic(c rune) bool { return unicode.Is(unicode.Arabic, c) && unicode.IsLetter(c) }

// A Name of a person (Family, Given) or an institution (Literal).
type Name struct{ Family, Given, Literal string }
