package citation_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"warraq/input/brief"
	"warraq/output/citation"
)

var update = flag.Bool("update", false, "write what is found as what is expected")

// Every kind of reference prints what it has, in both styles.
func TestEntries(t *testing.T) {
	data, err := os.ReadFile("testdata/references.json")
	if err != nil {
		t.Fatal(err)
	}
	var references []*brief.Reference
	if err := json.Unmarshal(data, &references); err != nil {
		t.Fatal(err)
	}
	numeric := &brief.Meta{CitationStyle: brief.NumericCitations}
	labels := citation.Labels(references, numeric)
	authorDate := &brief.Meta{CitationStyle: brief.AuthorDateCitations, Months: brief.LevantineMonths}
	var got strings.Builder
	for _, r := range references {
		fmt.Fprintf(&got, "%s\n  %s\n  %s\n  (%s)\n", r.Key,
			text(citation.Entry(r, numeric, labels[r])), text(citation.Entry(r, authorDate, labels[r])),
			labels[r].Text())
	}
	const golden = "testdata/entries.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

// text shows strong text between stars, emphasised between strokes, and links between
// angles.
func text(inlines []brief.Inline) string {
	var s strings.Builder
	for _, n := range inlines {
		switch n := n.(type) {
		case *brief.Text:
			s.WriteString(n.Value)
		case *brief.Strong:
			s.WriteString("*" + text(n.Content) + "*")
		case *brief.Emphasis:
			s.WriteString("_" + text(n.Content) + "_")
		case *brief.Link:
			s.WriteString("<" + n.URL + ">")
		}
	}
	return s.String()
}

// Whatever fields a reference lacks, no mark stands next to another that it
// does not go with, none opens a sentence, and every field that is printed at
// all is there once.
func TestNoStrayPunctuation(t *testing.T) {
	stray := regexp.MustCompile(`[,،] ?[,،.:)]|[(:] ?[,،.)]|\.\.|  |^[ ,،.:]| $|“”|«»|“\.|\( `)
	types := []string{
		"article-journal", "article-newspaper", "article-magazine", "book", "chapter", "paper-conference", "entry-encyclopedia", "thesis",
		"report", "webpage", "manuscript", "dataset", "software", "legislation", "legal_case", "patent", "standard", "motion_picture", "document",
	}
	rapid.Check(t, func(t *rapid.T) {
		arabic := rapid.Bool().Draw(t, "arabic")
		field := func(latin, inArabic string) string {
			switch {
			case rapid.Bool().Draw(t, latin):
				return ""
			case arabic:
				return inArabic
			}
			return latin
		}
		people := func(name string) []brief.Name {
			var list []brief.Name
			for range rapid.IntRange(0, 3).Draw(t, name) {
				if arabic {
					list = append(list, brief.Name{Family: "عائلة" + name, Given: "اسم"})
				} else {
					list = append(list, brief.Name{Family: "Family" + name, Given: "Given"})
				}
			}
			return list
		}
		r := &brief.Reference{
			Type: rapid.SampledFrom(types).Draw(t, "type"), Title: "Title", Container: field("Container", "وعاء"), Series: field("Series", "سلسلة"),
			Genre: field("Genre", "جنس"), Publisher: field("Publisher", "ناشر"), Place: field("Place", "مكان"), Volume: field("501", "501"),
			Issue: field("502", "502"), Pages: field("503–504", "503–504"), Edition: field("Edition", "طبعة"), Note: field("Note", "تعليق"),
			Authors: people("A"), Editors: people("E"), Translators: people("T"),
			Year: rapid.SampledFrom([]int{0, 1999}).Draw(t, "year"), Month: rapid.IntRange(0, 12).Draw(t, "month"),
		}
		if arabic {
			r.Title = "عنوان"
		}
		style := rapid.SampledFrom([]brief.CitationStyle{brief.NumericCitations, brief.AuthorDateCitations}).Draw(t, "style")
		m := &brief.Meta{CitationStyle: style}
		got := text(citation.Entry(r, m, citation.Labels([]*brief.Reference{r}, m)[r]))
		plain := strings.ReplaceAll(got, "*", "")
		if !utf8.ValidString(plain) || stray.MatchString(strings.NewReplacer("ed., ", "", "eds., ", "", "trans., ", "").Replace(plain)) {
			t.Fatalf("stray punctuation in %q", plain)
		}
		for _, value := range []string{r.Title, r.Container, r.Series, r.Publisher, r.Place, r.Volume, r.Issue, r.Pages, r.Edition, r.Note} {
			told := value != r.Publisher && value != r.Place && value != r.Edition || !strings.HasPrefix(r.Type, "article") ||
				r.Container == "" || r.Volume == "" && r.Issue == "" // a journal's are left out
			if told && value != "" && strings.Count(plain, value) != 1 {
				t.Fatalf("%q stands %d times in %q", value, strings.Count(plain, value), plain)
			}
		}
		for _, list := range [][]brief.Name{r.Authors, r.Editors, r.Translators} {
			if len(list) > 0 && strings.Count(plain, list[0].Family) != len(list) {
				t.Fatalf("%q stands %d times in %q", list[0].Family, strings.Count(plain, list[0].Family), plain)
			}
		}
	})
}
