// Package locale has the words that the program itself writes into a document,
// one file a language: names of parts, months, letters of lists, quotation marks,
// the sentences that say what a chart shows, and how nouns agree with numbers.
// How a number is rounded is not decided here, and messages to the author are
// not here either: see package problem.
//
// Sentences are templates, see [Say]: what differs between languages, order and
// case among it, is in the templates and not in the code that fills them.
package locale

import (
	"strings"
	"sync"

	"warraq/fonts/numeral"
)

// A Locale is the words of one language. A field that is a template has the
// parts {1}, {2} … that its comment names, in that order.
type Locale struct {
	// Tag is the language's BCP 47 tag, Name its own name.
	Tag, Name   string
	RightToLeft bool
	// Digits are those of a document that names none.
	Digits  numeral.System
	Marks   Marks
	Pages   Pages
	Dates   Dates
	Works   Works
	Data    Data
	Charts  Charts
	Numbers Numbers
	// Letters mark the items of an inner list, and appendices.
	Letters []string
}

// Marks are the punctuation of a language.
type Marks struct {
	Open, Close      string // quotation marks
	Comma, Semicolon string // with the space after them
	Stop             string // at the end of a sentence
	And              Conjunction
}

// A Conjunction joins the members of a list: Two stands between two, of more
// Middle between all but the last two and Last between those.
type Conjunction struct{ Two, Middle, Last string }

// Pages are the words of pages.
type Pages struct {
	Index, Appendix, Figures, Tables, Figure, Table, Section string
	Source                                                   string // before where data come from
	Contents, Summary, References                            string
	Callouts                                                 map[string]string // titles of callouts without one, by kind
	Page, Note, Back, Reference                              string            // where a link leads: number
	ArabicReferences, OtherReferences                        string            // headings of a bibliography in two scripts
	Continued                                                string            // head of a table on its next page: label
	Numbered                                                 Numbered
	Issue                                                    string // number of a report in its series: number
	Draft, Revision                                          string // what a proof is called; which state of the text it is: revision
	Partners                                                 string // before those who publish the report too
	AboutAuthor, AboutAuthors                                string // headings of the biographies
	About, AboutPublisher                                    string // headings of the last page: institution; without one
	Address, Telephone, Email, Website                       string // before each of them
}

// Numbered are the words around numbers that have a point and are no decimals, as
// authors write them: parts of a text, laws and contracts, and editions. Names are
// what is numbered, without an article; Joins stand between two numbers.
type Numbered struct{ Names, Joins []string }

// Dates are the names of months and the forms of dates.
type Dates struct {
	Months [12]string // Gregorian
	// Levantine are the months as the Levant and Iraq name them, Hijri those of
	// the Hijri calendar as they stand after a day; empty where the language has
	// no such names.
	Levantine, Hijri [12]string
	// Day is a date and Month a month: day, month, year; month, year.
	Day, Month string
	// HijriDay is a Hijri date: day, month, year; Both a Gregorian and a Hijri one.
	HijriDay, Both string
	// Span is a period: beginning, end; ShortSpan the same on a chart.
	Span, ShortSpan string
}

// Works are the words of a bibliography's entries.
type Works struct {
	// And stands before the last name of a list, Others after the first of many.
	And, Others string
	// EveryAnd repeats And before each name but the first.
	EveryAnd bool
	// StopInside puts the full stop within quotation marks, DayLast the day
	// behind its month, with a comma before the year.
	StopInside, DayLast                bool
	Edited, TranslatedBy, ByTranslator string
	OneEditor, Editors                 string // after a name that stands for an author's
	In, Pages, BeforePages             string
	Volume, BeforeVolume, Issue        string // of a journal
	BookVolume                         string
	Accessed, Undated                  string
	// YearComma parts author and year; UndatedStop ends Undated in a label.
	YearComma, UndatedStop string
	// Edition is a numbered edition: the number, as Ordinal gives it.
	Edition string
	Ordinal func(n int) string
	// Years are the letters that tell works of one author and year apart.
	Years []string
	// Genres turn what readers of bibliographies say of a work in English.
	Genres map[string]string
}

// Data are the words of tables and notes that are made of a chart's data.
type Data struct {
	OfFigures, OfFigure  string // headings: of all, of one without a title
	Of, OfTitled         string // caption: before a cross-reference; after it, before the title
	See                  string // before a cross-reference to the table
	Rate, Rates          string // before one rate, and several
	Prices               string // constant prices: of when, and the index
	OwnScales            string // small lines of a table are not to be compared
	Yes, No              string
	ColumnName, ColValue string // columns of rows that are names and values
	// Roles are the columns of a ledger by their English names; where it has no
	// name the author's stands. Currencies are the names of currencies by their
	// ISO 4217 codes, where the codes are not said themselves.
	Roles, Currencies map[string]string
}

// all has every language, in the order that problems list them. It is made once,
// and not to be changed.
var all = sync.OnceValue(func() []*Locale { return []*Locale{arabic(), english(), persian(), urdu()} })

// Of returns the words for a BCP 47 tag: those of its language, whatever its
// region. It reports whether there are any. The words are not to be changed.
func Of(tag string) (*Locale, bool) {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	for _, l := range all() {
		if l.Tag == language {
			return l, true
		}
	}
	return nil, false
}

// For returns the words for a tag. A language without words of its own gets those
// of Arabic where it is written from the right, and else those of English.
func For(tag string) *Locale {
	l, ok := Of(tag)
	if !ok && RightToLeft(tag) {
		l, _ = Of("ar")
	} else if !ok {
		l, _ = Of("en")
	}
	return l
}

// RightToLeft reports whether a language is written from the right, by its tag.
// Without one it is Arabic.
func RightToLeft(tag string) bool {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch language {
	case "", "ar", "fa", "ur", "he", "ps", "ug", "sd", "ku", "yi":
		return true
	}
	return false
}

// Tags lists the languages that have words.
func Tags() []string {
	var tags []string
	for _, l := range all() {
		tags = append(tags, l.Tag)
	}
	return tags
}

// WithLevantineMonths returns the same words with the other names of months,
// where the language has two.
func (l *Locale) WithLevantineMonths() *Locale {
	if l.Dates.Levantine[0] == "" {
		return l
	}
	other := *l
	other.Dates.Months = l.Dates.Levantine
	return &other
}

// Currency returns the name of an ISO 4217 code or a sign, or the text itself.
func (l *Locale) Currency(code string) string {
	known := strings.ToUpper(code)
	switch known {
	case "€":
		known = "EUR"
	case "$", "US$":
		known = "USD"
	case "£":
		known = "GBP"
	case "RMB":
		known = "CNY"
	}
	if name, ok := l.Data.Currencies[known]; ok {
		return name
	}
	return code
}

// Quote sets a text in the quotation marks of the language.
func (l *Locale) Quote(text string) string { return l.Marks.Open + text + l.Marks.Close }

// List joins words into one phrase: a, b and c.
func (l *Locale) List(words []string) string {
	and := l.Marks.And
	switch n := len(words); {
	case n < 2:
		return strings.Join(words, "")
	case n == 2:
		return words[0] + and.Two + words[1]
	default:
		return strings.Join(words[:n-1], and.Middle) + and.Last + words[n-1]
	}
}

// zeroWidthJoiner makes a heh that stands alone take its initial shape, without
// which it could be read as the digit five (W3C alreq, "Counters").
const zeroWidthJoiner = "\u200d"

// Letter returns the marker of the nth item of a list, from 1: the letters of
// the language in order, then two each (أأ, أب). It is empty below 1.
func (l *Locale) Letter(n int) string {
	marker, last := "", ""
	for ; n > 0; n = (n - 1) / len(l.Letters) {
		letter := l.Letters[(n-1)%len(l.Letters)]
		if marker == "" {
			last = letter
		}
		marker = letter + marker
	}
	if last == "ه" {
		marker += zeroWidthJoiner
	}
	return marker
}
