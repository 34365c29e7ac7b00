package label_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/output/label"
)

var update = flag.Bool("update", false, "write what is found as what is expected")

// document is a small brief in a language.
func document(tag string, style brief.CitationStyle) *brief.Brief {
	b := &brief.Brief{Meta: brief.Meta{Lang: tag, CitationStyle: style, Calendar: brief.BothCalendars}}
	b.Meta.Title.Value, b.Meta.Institution.Value, b.Meta.Programme.Value = "T", "I", "P"
	b.References = []*brief.Reference{
		{Key: "one", Number: 1, Title: "كتاب", Authors: []brief.Name{{Family: "الوادي", Given: "ليلى"}}, Year: 2024},
		{Key: "two", Number: 2, Title: "Text", Authors: []brief.Name{{Family: "Knuth", Given: "Donald"}}, Year: 1981},
		{Key: "three", Number: 3, Title: "Text, Again", Authors: []brief.Name{{Family: "Knuth", Given: "Donald"}}, Year: 1981},
		{Key: "four", Number: 14, Title: "Untold", Authors: []brief.Name{{Family: "Knuth", Given: "Donald"}}},
	}
	return b
}

func plainly(text string) []brief.Inline { return []brief.Inline{&brief.Text{Value: text}} }

// said is everything that a document's parts are called, a line each.
func said(tag string, digits brief.Digits) string {
	b, dated := document(tag, brief.NumericCitations), document(tag, brief.AuthorDateCitations)
	n, by := label.Of(b, digits), label.Of(dated, digits)
	var out strings.Builder
	line := func(what, text string) {
		if text == "" {
			text = "–"
		}
		fmt.Fprintf(&out, "%s: %s\n", what, strings.NewReplacer("\u00a0", "~", "\u200d", "|").Replace(text))
	}
	numbered := &brief.Heading{Level: 2, Number: []int{2, 10}}
	appendix := &brief.Heading{Level: 1, Appendix: true, AppendixNumber: 2, Number: []int{7}}
	bare := &brief.Heading{Level: 1, Unnumbered: true, Content: plainly("X")}
	figure, table := &brief.Figure{Number: 12, Caption: plainly("C")}, &brief.TableBlock{Number: 3}
	for _, h := range []struct {
		what string
		h    *brief.Heading
	}{{"section", numbered}, {"appendix", appendix}, {"bare section", bare}} {
		line(h.what, n.Heading(h.h))
		line("to "+h.what, n.Reference(h.h))
	}
	line("to figure", n.Reference(figure))
	line("to table", n.Reference(table))
	line("to bare figure", n.Reference(&brief.Figure{}))
	line("to bare table", n.Reference(&brief.TableBlock{}))
	line("to nothing", n.Reference(nil))
	for _, values := range [][]float64{{3, 12, 9}, {9, 1, 3}, {3, 12, 3}, {3, 3}, {3}, {}} {
		l := &brief.SmallLine{Points: []brief.SmallPoint{{Time: "2018", Text: "–"}}}
		for i, x := range values {
			l.Points = append(l.Points, brief.SmallPoint{Value: x, Known: true, Text: fmt.Sprint(x), Time: fmt.Sprint(2019 + i)})
		}
		line("small line", n.SmallLine(l))
	}
	line("list of numbers", n.SmallLine(&brief.SmallLine{Points: []brief.SmallPoint{{Known: true, Value: 1, Text: "1"}, {}, {Known: true, Value: 2.5, Text: "2.5"}}}))
	line("figure caption", n.FigureCaption(figure))
	line("bare figure caption", n.FigureCaption(&brief.Figure{}))
	line("table caption", n.TableCaption(table))
	line("bare table caption", n.TableCaption(&brief.TableBlock{}))
	line("continued", n.Continued(table))
	line("source", n.Source())
	line("remark", n.Remark())
	for _, kind := range []string{"key", "note", "tip", "important", "warning", "caution"} {
		line(kind, n.Callout(&brief.Callout{Kind: kind}))
	}
	line("alternative", n.Alternative(figure))
	line("own alternative", n.Alternative(&brief.Figure{Alt: "A", Caption: plainly("C")}))
	for _, note := range []*brief.Note{{Number: 23}, {Number: 5, InTable: true}, {Number: 30, InTable: true}} {
		line("note", n.Note(note))
		line("to note", n.ToNote(note))
		line("back", n.Back(note))
	}
	line("between notes", n.BetweenNotes())
	items := make([]brief.ListItem, 8)
	items[6].Task, items[7].Task = brief.OpenTask, brief.DoneTask
	list, bullets := &brief.List{Ordered: true, Start: 5, Items: items}, &brief.List{Items: items}
	for depth := range 3 {
		line(fmt.Sprintf("item at %d", depth), n.Item(list, 5, depth, locale.RightToLeft(tag)))
		line(fmt.Sprintf("item of a Latin list at %d", depth), n.Item(list, 5, depth, false))
		line(fmt.Sprintf("bullet at %d", depth), n.Item(bullets, 0, depth, false))
		line(fmt.Sprintf("tasks at %d", depth), n.Item(bullets, 6, depth, false)+" "+n.Item(bullets, 7, depth, true))
		line(fmt.Sprintf("numbered tasks at %d", depth), n.Item(list, 6, depth, false)+" "+n.Item(list, 7, depth, locale.RightToLeft(tag)))
	}
	line("item nought", n.Item(&brief.List{Ordered: true, Items: items}, 0, 1, locale.RightToLeft(tag)))
	date := time.Date(2025, 4, 9, 0, 0, 0, 0, time.UTC)
	for _, calendar := range []brief.Calendar{brief.Gregorian, brief.Hijri, brief.BothCalendars} {
		b.Meta.Calendar = calendar
		of := label.Of(b, digits)
		line("date, "+string(calendar), of.Date(date))
		line("date before the tables, "+string(calendar), of.Date(date.AddDate(-125, 0, 0)))
	}
	line("no date", n.Date(time.Time{}))
	b.Meta.Months, b.Meta.Calendar = brief.LevantineMonths, brief.Gregorian
	line("Levantine date", label.Of(b, digits).Date(date))
	line("proof", n.Proof(date))
	b.Meta.Revision.Value = "3"
	line("revised proof", label.Of(b, digits).Proof(time.Time{}))
	b.Meta.Revision.Value = ""
	line("folio", n.Folio(122))
	line("run of pages", n.Folios(2, 4))
	line("page", n.Page(122))
	for _, h := range []string{n.Summary(), n.Contents(), n.Figures(), n.Tables(), n.References(), n.ReferencesIn(true), n.ReferencesIn(false), n.Index()} {
		line("heading", h)
	}
	line("owner", n.Owner().Value)
	line("logo", n.Logo())
	line("about", n.About(brief.Author{Role: "R", Affiliation: "A"}))
	line("half about", n.About(brief.Author{Affiliation: "A"}))
	line("no about", n.About(brief.Author{}))
	for _, c := range citations(b.References) {
		line("cited by number", printed(n.Citation(&c)))
	}
	for _, c := range citations(dated.References) {
		line("cited by name", printed(by.Citation(&c)))
	}
	line("to reference", n.ToReference("X"))
	return out.String()
}

// citations are the ways to cite references.
func citations(r []*brief.Reference) []brief.Citation {
	item := func(i int) brief.CitationItem { return brief.CitationItem{Reference: r[i]} }
	located := brief.CitationItem{Reference: r[0], Prefix: "انظر", Locator: "ص 3"}
	return []brief.Citation{
		{Items: []brief.CitationItem{item(0)}},
		{Items: []brief.CitationItem{item(0), item(1), item(2)}},
		{Items: []brief.CitationItem{located, item(3)}},
		{Items: []brief.CitationItem{{Reference: r[1], YearOnly: true, Locator: "ص 3"}}},
		{InText: true, Items: []brief.CitationItem{item(0)}},
		{InText: true, Items: []brief.CitationItem{item(0), item(1)}},
		{Items: []brief.CitationItem{{Key: "lost", Prefix: "انظر", Locator: "ص 3"}}},
	}
}

// printed is a citation with what leads to an entry in angle brackets.
func printed(parts []label.Part) string {
	text := ""
	for _, p := range parts {
		if p.Reference != nil {
			text += "<" + p.Reference.Key + " " + p.Text + ">"
		} else {
			text += p.Text
		}
	}
	return text
}

// What each part is called in each language is written down, and read.
func TestPartsAreCalled(t *testing.T) {
	for _, c := range []struct {
		tag    string
		digits brief.Digits
	}{{"ar", brief.ArabicDigits}, {"en", brief.LatinDigits}, {"fa", brief.PersianDigits}, {"ur", brief.PersianDigits}} {
		name := filepath.Join("testdata", c.tag+".golden")
		got := said(c.tag, c.digits)
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		wanted := strings.Split(string(want), "\n")
		for i, line := range strings.Split(got, "\n") {
			if i >= len(wanted) || line != wanted[i] {
				t.Errorf("%s, line %d: %s", c.tag, i+1, line)
			}
		}
	}
}

// A region's language is the same, a language without words borrows some, and
// the document's digits stand in every number.
func TestLanguagesAndDigits(t *testing.T) {
	figure, table := &brief.Figure{Number: 12}, &brief.Note{Number: 2, InTable: true}
	for _, c := range []struct {
		tag          string
		digits       brief.Digits
		figure, note string
	}{
		{"ar", brief.LatinDigits, "الشكل\u00a012", "ب"},
		{"ar-EG", brief.ArabicDigits, "الشكل\u00a0١٢", "ب"},
		{"", brief.ArabicDigits, "الشكل\u00a0١٢", "ب"},
		{"he", brief.LatinDigits, "الشكل\u00a012", "ب"},
		{"en-GB", brief.ArabicDigits, "Figure\u00a0١٢", "b"},
		{"tr", brief.LatinDigits, "Figure\u00a012", "b"},
		{"fa", brief.PersianDigits, "شکل\u00a0۱۲", "ب"},
	} {
		n := label.Of(&brief.Brief{Meta: brief.Meta{Lang: c.tag}}, c.digits)
		if got := n.Reference(figure); got != c.figure {
			t.Errorf("%q: the figure is called %q, not %q", c.tag, got, c.figure)
		}
		if got := n.Note(table); got != c.note {
			t.Errorf("%q: the note is called %q, not %q", c.tag, got, c.note)
		}
	}
}

// An edition for the web, say, asks for the same names.
func ExampleNames() {
	b := &brief.Brief{Meta: brief.Meta{Lang: "ar"}}
	n := label.Of(b, brief.ArabicDigits)
	appendix := &brief.Heading{Level: 1, Appendix: true, AppendixNumber: 1}
	fmt.Println(n.Heading(appendix))
	fmt.Println(n.Reference(appendix))
	fmt.Println(n.Callout(&brief.Callout{Kind: "warning"}))
	// Output:
	// الملحق أ:
	// الملحق أ
	// تنبيه
}
