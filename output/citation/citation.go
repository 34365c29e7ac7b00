// Package citation writes references as entries of a bibliography and as the
// names and years that a text cites them by.
//
// Entries in Latin script are close to the Chicago Manual of Style (17th
// edition, chapters 14 and 15), from left to right. Entries in Arabic script
// have the same order of parts with Arabic punctuation and words («», ، ص ط مج),
// as Arabic research centres that follow Chicago print them.
package citation

import (
	"slices"
	"strings"
	"unicode"

	"warraq/input/brief"
)

// Entry writes a reference as inline text: sentences that end with a full stop,
// and last its address as a link. The title of a whole work in Latin letters is emphasised,
// which sets it in italics (Chicago 8.163); in Arabic, which has none, it is strong. That
// of a part stands in quotes. What the reference
// lacks leaves no punctuation behind; one without a name or title bears its key,
// so that what cites it can be found again.
//
// In the author-date style of the front matter the year, with the letter that tells it from others
// of that author, stands after the author.
func Entry(r *brief.Reference, m *brief.Meta, label Label) []brief.Inline {
	r = typographic(r)
	w := wordsOf(r, m)
	e := &entry{ref: r, words: w}
	year := 0
	named := e.people()
	if !named { // the title takes the author's place
		e.title()
	}
	if m.CitationStyle == brief.AuthorDateCitations {
		e.plain(label.Year)
		year = r.Year
	}
	if named {
		e.title()
	}
	e.published(year)
	e.plain(r.Note)
	if r.Accessed[0] != 0 {
		e.plain(w.Works.Accessed + date(r.Accessed[0], r.Accessed[1], r.Accessed[2], w))
	}
	e.address()
	if !visible(brief.Plain(e.out)) {
		return []brief.Inline{&brief.Text{Value: r.Key + ".", Span: r.Span}}
	}
	return e.out
}

// visible reports whether a text leaves ink: it has a character that is no space
// and no mark of formatting.
func visible(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.IsMark(r) })
}

// entry gathers sentences.
type entry struct {
	ref   *brief.Reference
	words *words
	out   []brief.Inline
	// editors and translators are printed already.
	edited, translated bool
	text               strings.Builder
}

// plain adds a sentence.
func (e *entry) plain(s string) { e.sentence(part{text: s}) }

// A part of a sentence.
type part struct {
	text string
	// title is set of the title of a whole work.
	title bool
}

// sentence adds parts that are there as one sentence.
func (e *entry) sentence(parts ...part) {
	parts = slices.DeleteFunc(parts, func(p part) bool { return !visible(p.text) })
	if len(parts) == 0 {
		return
	}
	if len(e.out) > 0 || e.text.Len() > 0 {
		e.text.WriteByte(' ')
	}
	last := ""
	for _, p := range parts {
		last = p.text
		if p.title {
			e.flush()
			content := []brief.Inline{&brief.Text{Value: p.text, Span: e.ref.Span}}
			if e.italic(p.text) {
				e.out = append(e.out, &brief.Emphasis{Content: content, Span: e.ref.Span})
			} else {
				e.out = append(e.out, &brief.Strong{Content: content, Span: e.ref.Span})
			}
			continue
		}
		e.text.WriteString(p.text)
	}
	if !ended(last) {
		e.text.WriteByte('.')
	}
}

// italic reports whether a title has italics: in an entry from the right, where its
// letters are of no script of that kind.
func (e *entry) italic(title string) bool {
	if !e.ref.RightToLeft() {
		return true
	}
	return strings.ContainsFunc(title, unicode.IsLetter) &&
		!strings.ContainsFunc(title, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) })
}

func (e *entry) flush() {
	if e.text.Len() > 0 {
		e.out = append(e.out, &brief.Text{Value: e.text.String(), Span: e.ref.Span})
		e.text.Reset()
	}
}

// people are the authors; where there are none, those who edited or translated
// the work. It reports whether anyone is named.
func (e *entry) people() bool {
	r, w := e.ref, e.words
	switch {
	case len(r.Authors) > 0:
		e.plain(names(r.Authors, w, true))
	case len(r.Editors) > 0 && !isPart(r):
		e.edited = true
		e.plain(names(r.Editors, w, true) + w.byEditors(len(r.Editors)))
	case len(r.Translators) > 0 && !isPart(r):
		e.translated = true
		e.plain(names(r.Translators, w, true) + w.Works.ByTranslator)
	default:
		return false
	}
	return true
}

func (e *entry) title() {
	r := e.ref
	if !visible(r.Title) && len(e.out) == 0 && e.text.Len() == 0 {
		e.plain(r.Key) // it opens the entry
		return
	}
	if isPart(r) || isQuoted(r) {
		e.plain(e.words.quote(r.Title))
		return
	}
	e.sentence(part{r.Title, true})
}

// isPart reports whether a reference is a part of something that has a title.
func isPart(r *brief.Reference) bool { return r.Container != "" }

// isQuoted reports whether the title of a whole work stands in quotes all the
// same: works not published, and pages of the web (Chicago 14.215, 14.206).
func isQuoted(r *brief.Reference) bool {
	switch r.Type {
	case "thesis", "manuscript", "speech", "interview", "personal_communication", "webpage", "post", "post-weblog",
		"article", "article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "entry-encyclopedia",
		"entry-dictionary", "entry", "broadcast", "legal_case":
		return r.Title != ""
	}
	return false
}

// published is where and when a work came out: what differs most between kinds.
// A year that stands after the author already is not told again.
func (e *entry) published(told int) {
	if isPart(e.ref) {
		e.plain(capital(e.words.genre(e.ref.Genre)))
	}
	switch r := e.ref; {
	case isPart(r) && (r.Type == "chapter" || r.Type == "paper-conference" || strings.HasPrefix(r.Type, "entry")):
		e.inBook(told)
	case isPart(r) && r.Type != "book" && (r.Volume != "" || r.Issue != ""):
		e.inJournal(told)
	default:
		e.alone(told)
	}
}

// inBook: In Book, edited by Editor, vol. 2, 12–34. Place: Publisher, 2020.
func (e *entry) inBook(told int) {
	r, w := e.ref, e.words
	rest := e.contributors(w.Marks.Comma)
	if r.Volume != "" {
		rest += w.Marks.Comma + w.Works.BookVolume + r.Volume
	}
	if r.Issue != "" && r.Series == "" {
		rest += w.Marks.Comma + w.Works.Issue + r.Issue
	}
	if r.Pages != "" {
		rest += w.Marks.Comma + w.Works.Pages + r.Pages
	}
	e.sentence(part{text: w.Works.In}, part{r.Container, true}, part{text: rest})
	e.plain(e.words.edition(r.Edition))
	e.series()
	e.plain(e.imprint(told))
}

// contributors are the editors and translators not yet named, each after a mark.
func (e *entry) contributors(mark string) string {
	text := ""
	if len(e.ref.Editors) > 0 && !e.edited {
		e.edited = true
		text += mark + e.words.Works.Edited + names(e.ref.Editors, e.words, false)
	}
	if len(e.ref.Translators) > 0 && !e.translated {
		e.translated = true
		text += mark + e.words.Works.TranslatedBy + names(e.ref.Translators, e.words, false)
	}
	return text
}

// inJournal: Journal 11, no. 2 (May 1981): 1119–1184; in Arabic مجلة، مج 11، ع 2
// (مايو 1981)، ص 1119–1184.
func (e *entry) inJournal(told int) {
	r, w := e.ref, e.words
	rest := ""
	if r.Series != "" {
		rest = w.Marks.Comma + r.Series
	}
	switch {
	case r.Volume == "":
	case rest != "":
		rest += w.Marks.Comma + w.Works.Volume + r.Volume
	default:
		rest = w.Works.BeforeVolume + w.Works.Volume + r.Volume
	}
	if r.Issue != "" {
		rest += w.Marks.Comma + w.Works.Issue + r.Issue
	}
	if when := e.date(told); when != "" {
		rest += " (" + when + ")"
	}
	if r.Pages != "" {
		rest += w.Works.BeforePages + w.Works.Pages + r.Pages
	}
	e.plain(capital(strings.TrimPrefix(e.contributors(". "), ". ")))
	e.sentence(part{r.Container, true}, part{text: rest})
	if !strings.HasPrefix(r.Type, "article") { // who publishes a journal is not told
		e.plain(w.edition(r.Edition))
		e.plain(publisher(r))
	}
}

// alone is a whole work, or something in a paper or on a site.
func (e *entry) alone(told int) {
	r, w := e.ref, e.words
	if by := e.contributors("\n"); by != "" {
		for line := range strings.SplitSeq(strings.TrimPrefix(by, "\n"), "\n") {
			e.plain(capital(line))
		}
	}
	e.plain(w.edition(r.Edition))
	if isPart(r) {
		rest := ""
		if r.Volume != "" {
			rest += w.Marks.Comma + w.Works.BookVolume + r.Volume
		}
		if r.Issue != "" && r.Series == "" {
			rest += w.Marks.Comma + w.Works.Issue + r.Issue
		}
		tail := e.imprint(told)
		if tail != "" {
			tail = w.Marks.Comma + tail
		}
		if r.Pages != "" {
			tail += w.Marks.Comma + w.Works.Pages + r.Pages
		}
		e.series()
		e.sentence(part{r.Container, true}, part{text: rest + tail})
		return
	}
	if r.Volume != "" {
		e.plain(capital(w.Works.BookVolume) + r.Volume)
	}
	e.series()
	genre := w.genre(r.Genre)
	if r.Series == "" && r.Issue != "" {
		if genre == "" {
			genre = capital(w.Works.Issue) + r.Issue
		} else {
			genre += " " + r.Issue
		}
	}
	tail := e.imprint(told)
	if r.Type == "thesis" && genre != "" && tail != "" {
		tail, genre = genre+w.Marks.Comma+tail, "" // PhD diss., University, 2019
	}
	e.plain(capital(genre))
	if r.Pages != "" {
		if tail != "" {
			tail += w.Marks.Comma
		}
		tail += w.Works.Pages + r.Pages
	}
	e.plain(tail)
}

// series is the series of a book or report, with its number in it.
func (e *entry) series() {
	if s := e.ref.Series; s != "" {
		number := e.ref.Issue
		e.plain(strings.TrimSpace(s + " " + number))
	}
}

// imprint is place, publisher and date.
func (e *entry) imprint(told int) string {
	by, when := publisher(e.ref), e.date(told)
	if by != "" && when != "" {
		return by + e.words.Marks.Comma + when
	}
	return by + when
}

func publisher(r *brief.Reference) string {
	if r.Place != "" && r.Publisher != "" {
		return r.Place + ": " + r.Publisher
	}
	return r.Place + r.Publisher
}

// date is that of the work, without a year that was told before.
func (e *entry) date(told int) string {
	r := e.ref
	if told == 0 || told != r.Year {
		return date(r.Year, r.Month, r.Day, e.words)
	}
	return monthAndDay(r.Month, r.Day, e.words)
}

func (e *entry) address() {
	address := e.ref.URL
	if doi := e.ref.DOI; doi != "" {
		address = "https://doi.org/" + strings.TrimPrefix(strings.TrimPrefix(doi, "https://doi.org/"), "doi:")
	}
	if address != "" && (len(e.out) > 0 || e.text.Len() > 0) {
		e.text.WriteByte(' ')
	}
	e.flush()
	if address == "" {
		return
	}
	e.out = append(e.out, &brief.Link{
		URL: address, Span: e.ref.Span,
		Content: []brief.Inline{&brief.Text{Value: address, Span: e.ref.Span}},
	})
}

// ended reports whether a text ends with a mark that ends a sentence.
func ended(s string) bool {
	s = strings.TrimRight(s, "”»’\")")
	for _, end := range []string{".", "?", "!", "؟", "…"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
