package structured

import (
	"strings"
	"time"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/tree"
)

// Front is the front matter of a brief, with the files it names not yet read.
type Front struct {
	Meta brief.Meta
	// Summary, Imprint and About are Markdown, and so are Biographies, one an author.
	Summary, Imprint, About source.Text
	Biographies             []source.Text
	Logo                    brief.Field
	// Bibliography is paths, and Include those of the chapters after the body.
	Bibliography, Include []brief.Field
	// HeadingNumbers is what becomes of numbers that headings begin with; empty where the
	// brief does not say.
	HeadingNumbers HeadingNumbers
	// CSL is the path of a style of references, where the brief itself does not say how
	// it cites.
	CSL brief.Field
	// CiteAll lists all references, cited or not.
	CiteAll bool
	// NoCite is keys of references listed though not cited.
	NoCite []brief.Field
	Data   []Data
	// Readings say how the files of data are read.
	Readings Readings
	// Body and Notes are those of a brief written as YAML or JSON.
	Body, Notes *tree.Node
}

// HeadingNumbers is what becomes of numbers that an author wrote before the words of
// headings.
type HeadingNumbers string

// What becomes of them: they are printed as they are, or left out.
const (
	KeepNumbers  HeadingNumbers = "keep"
	StripNumbers HeadingNumbers = "strip"
)

// Data is a name for rows: those of a file, or written in place.
type Data struct {
	Name brief.Field
	Path brief.Field
	Rows *tree.Node
}

// FrontKeys returns the keys of front matter, and StructuredKeys those that a
// brief written as YAML or JSON has besides.
func FrontKeys() []string {
	return []string{
		"title", "subtitle", "kind", "authors", "institution", "programme", "date", "calendar", "months", "lang", "digits", "kashida",
		"summary", "description", "keywords", "logo", "theme", "toc", "cover", "imprint", "series", "number", "revision", "partners", "about",
		"list-of-figures", "list-of-tables", "number-sections", "citation-style", "bibliography", "nocite", "data", "read", "include", "csl", "heading-numbers",
	}
}

// StructuredKeys returns the keys of a brief written as YAML or JSON.
func StructuredKeys() []string { return append(FrontKeys(), "body", "notes") }

// DecodeFront reads front matter, or with its body a whole brief.
func DecodeFront(n *tree.Node, whole bool) (Front, problem.List) {
	f := Front{Meta: brief.Meta{Lang: "ar", Calendar: brief.Gregorian, Months: brief.CommonMonths, Digits: brief.LatinDigits, CitationStyle: brief.NumericCitations}}
	if n == nil || n.Kind == tree.Null {
		return f, nil
	}
	var d decoder
	known := FrontKeys()
	if whole {
		known = StructuredKeys()
	}
	if !d.keys(n, "---", known) {
		return f, d.problems
	}
	m := &f.Meta
	m.Title = d.field(n.Get("title"), "title")
	m.Subtitle = d.field(n.Get("subtitle"), "subtitle")
	m.Kind = d.field(n.Get("kind"), "kind")
	m.Authors, f.Biographies = d.authors(n.Get("authors"))
	m.Institution = d.field(n.Get("institution"), "institution")
	m.Programme = d.field(n.Get("programme"), "programme")
	m.Date, m.DateGrain, m.DateSpan = d.date(n.Get("date"))
	if c := d.choice(n.Get("calendar"), "calendar", []string{"gregorian", "hijri", "both"}); c != "" {
		m.Calendar = brief.Calendar(c)
	}
	if c := d.choice(n.Get("months"), "months", []string{"gregorian", "levantine"}); c != "" {
		m.Months = brief.Months(c)
	}
	if l := d.language(n.Get("lang")); l != "" {
		m.Lang = l
		words, ok := locale.Of(l)
		if !ok {
			d.problems.Add(noWords.At(n.Get("lang").Span, l, locale.For(l).Name, strings.Join(locale.Tags(), " · ")))
		} else {
			m.Digits = brief.Digits(words.Digits)
		}
	}
	switch f := d.field(n.Get("digits"), "digits"); brief.Digits(f.Value) {
	case "":
	case brief.LatinDigits, brief.ArabicDigits, brief.PersianDigits:
		m.Digits = brief.Digits(f.Value)
	default:
		d.problems.Add(unknownValue.At(f.Span, "digits", f.Value, someDigits))
	}
	m.Kashida = brief.Kashida(d.choice(n.Get("kashida"), "kashida", []string{"naskh", "simple", "none"}))
	if s := n.Get("summary"); d.field(s, "summary").Value != "" {
		f.Summary = text(s)
	}
	m.Description = d.field(n.Get("description"), "description")
	m.Keywords = d.keywords(n.Get("keywords"))
	f.Logo = d.field(n.Get("logo"), "logo")
	m.Theme = d.field(n.Get("theme"), "theme")
	m.TOC = d.bool(n.Get("toc"), "toc")
	m.Cover = d.cover(n.Get("cover"))
	m.Series, m.Number = d.field(n.Get("series"), "series"), d.field(n.Get("number"), "number")
	m.Revision = d.field(n.Get("revision"), "revision")
	m.Partners = d.partners(n.Get("partners"))
	m.About, f.About = d.about(n.Get("about"))
	if s := n.Get("imprint"); d.field(s, "imprint").Value != "" {
		f.Imprint = text(s)
	}
	m.ListOfFigures = d.bool(n.Get("list-of-figures"), "list-of-figures")
	m.ListOfTables = d.bool(n.Get("list-of-tables"), "list-of-tables")
	m.NumberSections = d.bool(n.Get("number-sections"), "number-sections")
	f.HeadingNumbers = HeadingNumbers(d.choice(n.Get("heading-numbers"), "heading-numbers", []string{"strip", "keep"}))
	if c := d.choice(n.Get("citation-style"), "citation-style", []string{"numeric", "author-date"}); c != "" {
		m.CitationStyle = brief.CitationStyle(c)
	}
	if csl := d.field(n.Get("csl"), "csl"); n.Get("citation-style") == nil {
		f.CSL = csl
	}
	f.Bibliography = d.fields(n.Get("bibliography"), "bibliography")
	if all := n.Get("nocite"); all != nil {
		f.NoCite = d.fields(all, "nocite")
		for i, key := range f.NoCite {
			f.NoCite[i].Value = strings.TrimPrefix(key.Value, "@")
			f.CiteAll = f.CiteAll || f.NoCite[i].Value == "all" || f.NoCite[i].Value == "*"
		}
	}
	f.Include = d.fields(n.Get("include"), "include")
	f.Data = d.data(n.Get("data"))
	f.Readings = d.readings(n.Get("read"))
	if whole {
		f.Body, f.Notes = n.Get("body"), n.Get("notes")
	}
	return f, d.problems
}

// Title returns the title in the front matter of a file that a brief includes, or no
// characters.
func Title(root *tree.Node) source.Text {
	if root == nil || root.Kind != tree.Mapping {
		return source.Text{}
	}
	for i := range root.Keys {
		if n := &root.Items[i]; plainKey(root.Keys[i].Text) == "title" && n.Kind == tree.Scalar && !isBool(n) {
			return text(n)
		}
	}
	return source.Text{}
}

// date reads year-month-day, or year-month, or a year, ISO 8601's calendar date, in
// digits of either family. A year that only the Hijri calendar can mean is told of:
// the date would be printed centuries off, in both calendars.
func (d *decoder) date(n *tree.Node) (time.Time, brief.Grain, source.Span) {
	f := d.field(n, "date")
	if f.Value == "" {
		return time.Time{}, brief.NoGrain, source.Span{}
	}
	value := numeral.Digits(f.Value, numeral.Latin)
	for _, form := range []struct {
		layout string
		grain  brief.Grain
	}{{time.DateOnly, brief.Day}, {"2006-01", brief.Month}, {"2006", brief.Year}} {
		t, err := time.Parse(form.layout, value)
		if err != nil {
			continue
		}
		if t.Year() >= 1300 && t.Year() < 1500 {
			d.problems.Add(hijriDate.At(f.Span, value[:4]))
		}
		return t, form.grain, f.Span
	}
	if isDateForm(value) {
		d.problems.Add(impossibleDate.At(f.Span, f.Value))
	} else {
		d.problems.Add(badDate.At(f.Span, f.Value))
	}
	return time.Time{}, brief.NoGrain, f.Span
}

func isDateForm(s string) bool {
	if len(s) != len(time.DateOnly) {
		return false
	}
	for i, b := range []byte(s) {
		if dash := i == 4 || i == 7; dash && b != '-' || !dash && (b < '0' || b > '9') {
			return false
		}
	}
	return true
}

// language reads a BCP 47 tag by its form.
func (d *decoder) language(n *tree.Node) string {
	f := d.field(n, "lang")
	if f.Value == "" {
		return ""
	}
	for i, part := range strings.Split(f.Value, "-") {
		fits := len(part) > 0 && len(part) <= 8 && (i > 0 || len(part) >= 2)
		for _, r := range part {
			letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
			fits = fits && (letter || i > 0 && r >= '0' && r <= '9')
		}
		if !fits {
			d.wrong(n, "lang", aLanguage)
			return ""
		}
	}
	return f.Value
}

func (d *decoder) keywords(n *tree.Node) []string {
	if n == nil || n.Kind != tree.Scalar {
		return d.strings(n, "keywords")
	}
	var list []string
	for _, word := range strings.FieldsFunc(d.field(n, "keywords").Value, func(r rune) bool { return r == ',' || r == '،' }) {
		if word = strings.TrimSpace(word); word != "" {
			list = append(list, word)
		}
	}
	return list
}

func (d *decoder) data(n *tree.Node) []Data {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	if n.Kind != tree.Mapping {
		d.wrong(n, "data", aMapping)
		return nil
	}
	var all []Data
	for i := range n.Items {
		item := Data{Name: brief.Field{Value: n.Keys[i].Text, Span: n.Keys[i].Span}}
		switch v := &n.Items[i]; v.Kind {
		case tree.Scalar:
			item.Path = d.field(v, item.Name.Value)
			if item.Path.Value == "" {
				continue
			}
		case tree.Sequence, tree.Mapping:
			item.Rows = v
		default:
			d.wrong(v, item.Name.Value, aSource)
			continue
		}
		all = append(all, item)
	}
	return all
}
