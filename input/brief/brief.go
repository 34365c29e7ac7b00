// Package brief is the document model: what an author wrote, as a tree of plain
// data in which every node knows its place in the source. Readers build it, and
// every later stage only reads it.
package brief

import (
	"time"

	"warraq/input/source"
)

// A Brief is one document, read, checked and numbered.
type Brief struct {
	File *source.File
	Meta Meta
	// Summary is the executive summary of the front matter.
	Summary []Block
	Body    []Block
	// Notes in the order of their first mark; Number runs from 1. Those whose
	// first mark is in a table are the table's.
	Notes []*Note
	// References cited in the text, in the order they are printed in.
	References []*Reference
	// Figures and DataTables in the order of the text.
	Figures    []*Figure
	DataTables []*TableBlock
	// Pictures are those of the front matter and of the text, each file once.
	Pictures []*Picture
	// Files are all files that were read, the brief first, then by name.
	Files []*source.File
}

// Meta is the front matter.
type Meta struct {
	Title, Subtitle, Kind  Field
	TitleID                string // what links to the title name, where a heading gave it
	Authors                []Author
	Institution, Programme Field
	Date                   time.Time // zero where the brief gives none
	// DateGrain is how much of the date is known: the day, the month or the year.
	DateGrain Grain
	DateSpan  source.Span
	Calendar  Calendar
	Months    Months
	Lang      string // BCP 47; "ar" where the brief gives none
	Digits    Digits
	// Kashida is empty where it is left to the theme.
	Kashida  Kashida
	Keywords []string
	// Description is a sentence on the report for those who search: it is printed
	// nowhere.
	Description Field
	Logo        *Picture
	Theme       Field
	TOC         bool
	// Cover, where set, gives the report a page for its title; Imprint is the text of
	// the page after it.
	Cover   *Cover
	Imprint []Block
	// Series is what the report appears in, and Number its place there.
	Series, Number Field
	// Revision is which state of the text this is, for proofs.
	Revision Field
	Partners []Partner
	// About, where set, is the last page of the report.
	About *About
	// ListOfFigures and ListOfTables follow the contents.
	ListOfFigures, ListOfTables bool
	// NumberSections numbers headings 1, 1.1, …
	NumberSections bool
	CitationStyle  CitationStyle
}

// A Field is a string with its place.
type Field struct {
	Value string
	Span  source.Span
}

// An Author of the brief. Portrait is nil where there is none.
type Author struct {
	Name, Role, Affiliation string
	Bio                     []Block
	Portrait                *FrontPicture
	Span                    source.Span
}

// Calendar in which the date is printed.
type Calendar string

// The calendars.
const (
	Gregorian     Calendar = "gregorian"
	Hijri         Calendar = "hijri"
	BothCalendars Calendar = "both"
)

// Months are the Arabic names of the Gregorian months.
type Months string

// The names in use: يناير in most Arab countries, كانون الثاني in the Levant and
// Iraq.
const (
	CommonMonths    Months = "gregorian"
	LevantineMonths Months = "levantine"
)

// CitationStyle is how the text cites its references.
type CitationStyle string

// The styles: by number, and by author and year.
const (
	NumericCitations    CitationStyle = "numeric"
	AuthorDateCitations CitationStyle = "author-date"
)

// Digits is the family a document's numbers are printed in; one a document,
// since the two order differently in the same sentence (UAX #9 classes AN and
// EN).
type Digits string

// The digit families, by their CLDR numbering system.
const (
	LatinDigits   Digits = "latn"
	ArabicDigits  Digits = "arab"
	PersianDigits Digits = "arabext" // also those of Urdu
)

// Kashida names the places where justified lines may be stretched inside words.
type Kashida string

// The sets of places: by the matrix of the naskh hand, by the simple order of
// word processors, and none.
const (
	NaskhKashida  Kashida = "naskh"
	SimpleKashida Kashida = "simple"
	NoKashida     Kashida = "none"
)

// Attributes are what an author writes in braces after a node: the name that it
// is called by, and their place. What else they say is in fields of the node.
type Attributes struct {
	ID   string
	Span source.Span
}

// Alignment is where the lines of a paragraph stand.
type Alignment string

// The alignments. Unaligned is left to where the paragraph stands: running text is
// justified.
const (
	Unaligned Alignment = ""
	Centred   Alignment = "center"
	AtStart   Alignment = "start"
	AtEnd     Alignment = "end"
)

// Direction is the side that a paragraph begins on.
type Direction string

// The directions. ByContent is that of its words.
const (
	ByContent   Direction = ""
	LeftToRight Direction = "ltr"
	RightToLeft Direction = "rtl"
)

// A Block is a node that stands on its own lines.
type Block interface {
	Place() source.Span
	block()
}

// Heading opens a section. Level is 1 to 6. Number is empty where sections are
// not numbered or the heading is Unnumbered.
type Heading struct {
	Level      int
	Number     []int
	Unnumbered bool
	// Appendix is set where the author calls the section one, and AppendixNumber
	// counts those among the sections of the body from 1: it is 0 elsewhere.
	Appendix       bool
	AppendixNumber int
	// InAppendix is the number of the appendix that the section stands in, whose letter
	// comes before its number: أ.1. It is 0 elsewhere.
	InAppendix int
	Content    []Inline
	Attributes
	Span source.Span
}

// Paragraph of text.
type Paragraph struct {
	Content   []Inline
	Align     Alignment
	Direction Direction
	// Kashida is empty where it is left to the brief.
	Kashida Kashida
	// Quran is a quotation from the Qur'an that stands alone, with or without its
	// chapter and verse.
	Quran bool
	Attributes
	Span source.Span
}

// List with markers: bullets, or numbers from Start.
type List struct {
	Ordered bool
	Start   int
	Tight   bool
	Items   []ListItem
	Span    source.Span
}

// ListItem is one item of a list.
type ListItem struct {
	Task   Task
	Blocks []Block
	Span   source.Span
}

// DefinitionList pairs terms with their definitions.
type DefinitionList struct {
	Items []Definition
	Span  source.Span
}

// Definition is a term and what it means.
type Definition struct {
	Term   []Inline
	Blocks []Block
	Span   source.Span
}

// Quote is a block quotation.
type Quote struct {
	Blocks []Block
	Span   source.Span
}

// Callout is a box: > [!key] title. Kind is key, note, tip, important, warning
// or caution.
type Callout struct {
	Kind   string
	Title  []Inline
	Blocks []Block
	Span   source.Span
}

// Division is a part of the text that is in a language, runs from a side or
// stands at a place of its own. What is empty is that of the text around it, and
// what a block in it says of itself holds.
type Division struct {
	Blocks    []Block
	Language  string // BCP 47
	Direction Direction
	Align     Alignment
	Attributes
	Span source.Span
}

// Verse is lines of poetry, each in one piece or in the two hemistichs of the
// classical forms, which stand side by side in columns.
type Verse struct {
	Lines []VerseLine
	Attributes
	Span source.Span
}

// VerseLine is a line of poetry. Second is nil where the line is one piece, and First
// as well between two stanzas.
type VerseLine struct {
	First, Second []Inline
	Span          source.Span
}

// CodeBlock is preformatted text.
type CodeBlock struct {
	Info, Value string
	// Caption is what a line beside the block calls it; [CodeBlock.Title] is what the
	// block itself does.
	Caption []Inline
	// Lines are the places of the lines of Value, without their endings, in the
	// file: nil where lines have none of their own.
	Lines []source.Span
	Attributes
	Span source.Span
}

// Line returns the place of a line of the value, from 0, or of the whole block.
func (b *CodeBlock) Line(i int) source.Span {
	if i < len(b.Lines) {
		return b.Lines[i]
	}
	return b.Span
}

// Rule is a thematic break.
type Rule struct{ Span source.Span }

// PageBreak starts a new page.
type PageBreak struct{ Span source.Span }

// Align is the place of text in a table's column.
type Align int

// The alignments. AlignAuto puts numbers to the left on their decimal, text to
// the right.
const (
	AlignAuto Align = iota
	AlignRight
	AlignCenter
	AlignLeft
)

// TableBlock is a table in the text. Number counts captioned tables from 1, and
// is 0 for a table without caption.
type TableBlock struct {
	Number  int
	Caption []Inline
	Source  []Inline
	// Note is a remark under the table, and Notes those that marks in its cells
	// call for, in the order of their first mark.
	Note    []Inline
	Notes   []*Note
	Columns []Align
	Header  []TableRow
	Rows    []TableRow
	// Landscape sets the table on sheets of its own that are turned, and
	// BelowFigure says that it has the data of the figure before it.
	Landscape, BelowFigure bool
	// Bars are the columns whose numbers have a bar beside them, and Lines those
	// whose numbers are drawn as small lines, as the author names them: each list
	// is one line a row. What they come to stands in the cells.
	Bars  []Field
	Lines [][]Field
	// OwnScales draws each small line on a scale of its own.
	OwnScales bool
	// Totals says what of the table is a total of the rest, where the author does.
	Totals Totals
	Attributes
	Span source.Span
}

// Totals says what of a table is a total of the rest.
type Totals int

// The totals of a table: those that are called so, none, or the last row, the last
// column, or both.
const (
	NamedTotals Totals = iota
	NoTotals
	TotalRow
	TotalColumn
	TotalBoth
)

// TableRow of a table in the text.
type TableRow struct {
	Cells []TableCell
	// Total rows sum up others.
	Total bool
	Span  source.Span
}

// TableCell of a table in the text. Spans below 1 count as 1.
type TableCell struct {
	Content          []Inline
	ColSpan, RowSpan int
	// Heading marks a cell of the body that heads its row, and Total one of a row or
	// a column that sums up others.
	Heading, Total bool
	// Bar and Line, where set, are drawn beside the text.
	Bar  *Bar
	Line *SmallLine
	Span source.Span
}

// Figure is a chart or a picture with its caption. Number counts captioned
// figures from 1. Exactly one of Chart, Picture and Remote is set.
type Figure struct {
	Number  int
	Caption []Inline
	Source  []Inline
	// Note stands below the source: what the program itself has to say.
	Note  []Inline
	Alt   string
	Chart *Chart
	// Data, where set, is the chart's data as a table that is read and not seen, and
	// Beside one that stands beside the chart, under one caption with it.
	Data, Beside *TableBlock
	Picture      *Picture
	// Remote is the address of a picture on a network, which is not fetched: Picture
	// is nil.
	Remote string
	// Credit says who made a picture, printed small below it.
	Credit []Inline
	// Width is the width a picture is printed at, and Crop what is cut off it.
	Width Measure
	Crop  Crop
	// Decorative is a picture that says nothing to those who cannot see it.
	Decorative bool
	// FullBleed is a picture from edge to edge of the page.
	FullBleed bool
	// Half is a figure of half the column, and Pair says whether it stands beside
	// another.
	Half bool
	Pair Pair
	Attributes
	Span source.Span
}

// Pair is the place of a figure in two that stand side by side.
type Pair int

// The places: of a figure by itself, of one beside the next block, which is a
// figure, and of that.
const (
	Alone Pair = iota
	FirstOfTwo
	SecondOfTwo
)

// A Measure is a length as the author gives it: a part of the column, from 0 to
// 1, or points. Where both are 0 none is given.
type Measure struct{ Part, Points float64 }

// A Crop is what is cut off each side of a picture, as parts of its width or
// height, from 0 to below 1.
type Crop struct{ Left, Top, Right, Bottom float64 }

// IsZero reports whether nothing is cut off.
func (c Crop) IsZero() bool { return c == Crop{} }

// Bibliography marks where the references stand, where the author says so.
// Without one they stand at the end.
type Bibliography struct{ Span source.Span }

func (b *Heading) Place() source.Span        { return b.Span }
func (b *Paragraph) Place() source.Span      { return b.Span }
func (b *List) Place() source.Span           { return b.Span }
func (b *DefinitionList) Place() source.Span { return b.Span }
func (b *Quote) Place() source.Span          { return b.Span }
func (b *Callout) Place() source.Span        { return b.Span }
func (b *Division) Place() source.Span       { return b.Span }
func (b *Verse) Place() source.Span          { return b.Span }
func (b *CodeBlock) Place() source.Span      { return b.Span }
func (b *Rule) Place() source.Span           { return b.Span }
func (b *PageBreak) Place() source.Span      { return b.Span }
func (b *TableBlock) Place() source.Span     { return b.Span }
func (b *Figure) Place() source.Span         { return b.Span }
func (b *Bibliography) Place() source.Span   { return b.Span }

func (*Heading) block()        {}
func (*Paragraph) block()      {}
func (*List) block()           {}
func (*DefinitionList) block() {}
func (*Quote) block()          {}
func (*Callout) block()        {}
func (*Division) block()       {}
func (*Verse) block()          {}
func (*CodeBlock) block()      {}
func (*Rule) block()           {}
func (*PageBreak) block()      {}
func (*TableBlock) block()     {}
func (*Figure) block()         {}
func (*Bibliography) block()   {}
