// Package label says what the parts of a document are called, as plain text:
// sections, figures, tables, notes, citations, pages, dates, items of lists, and
// the headings that the program itself writes. Any edition may use it; where a
// text stands and how it looks is for that to say.
//
// What stands in a label and not in the text around it is decided here: the word,
// the number in the document's digits, and the space or mark between the two.
package label

import (
	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/output/citation"
)

// noBreak keeps a number with its word.
const noBreak = "\u00a0"

// Names are what the parts of one document are called. They are made once and
// never changed, so that any number of goroutines may ask them.
type Names struct {
	meta   brief.Meta
	words  *locale.Locale
	digits numeral.System
	// own is the document's language, also where a part is in another, and family are
	// its digits.
	own    *locale.Locale
	family numeral.System
	// cited are the names and years of references, in the style that cites by
	// them.
	cited map[*brief.Reference]citation.Label
}

// Of returns the names of a document's parts, with numbers in the digits that it
// is printed in.
func Of(b *brief.Brief, digits brief.Digits) *Names {
	words := Words(b)
	n := &Names{meta: b.Meta, words: words, digits: numeral.System(digits), own: words, family: numeral.System(digits)}
	if b.Meta.CitationStyle == brief.AuthorDateCitations {
		n.cited = citation.Labels(b.References, &b.Meta)
	}
	return n
}

// In are the names of the same parts as a part in another language calls them: in its
// words, and in one from left to right with European digits. Appendices keep their
// letters, which are one series.
func (n *Names) In(language string) *Names {
	in := *n
	in.words, in.digits = locale.For(language), n.family
	if in.words.Tag == n.own.Tag {
		in.words = n.own
	}
	if !in.words.RightToLeft {
		in.digits = numeral.Latin
	}
	return &in
}

// Words are the words that the program itself writes into a brief.
func Words(b *brief.Brief) *locale.Locale {
	l := locale.For(b.Meta.Lang)
	if b.Meta.Months == brief.LevantineMonths {
		return l.WithLevantineMonths()
	}
	return l
}

// Integer is a whole number in the document's digits.
func (n *Names) Integer(i int) string { return numeral.Integer(i, n.digits) }

// Folio is the number of a page, by its index from 0.
func (n *Names) Folio(index int) string { return n.Integer(index + 1) }

// Folios are the numbers of a run of pages, by the indexes of its first and last.
func (n *Names) Folios(first, last int) string {
	if first == last {
		return n.Folio(first)
	}
	return n.Folio(first) + "–" + n.Folio(last)
}

// Page is where a link to a page leads, in words.
func (n *Names) Page(index int) string {
	return locale.SayPlain(n.words.Pages.Page, n.Folio(index))
}
