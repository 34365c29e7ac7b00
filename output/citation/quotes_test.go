package citation

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/input/brief"
)

func TestApostrophesAndQuotationMarksAreCurly(t *testing.T) {
	for _, c := range []struct {
		text, plain, quoted string
	}{
		{"Kazakhstan's Uranium", "Kazakhstan’s Uranium", "Kazakhstan’s Uranium"},
		{"The States' Share", "The States’ Share", "The States’ Share"},
		{"The '90s and rock 'n' roll", "The ’90s and rock ‘n’ roll", "The ’90s and rock ‘n’ roll"},
		{`The "Great Game"`, "The “Great Game”", "The ‘Great Game’"},
		{"The 'Great Game' of Asia's States", "The ‘Great Game’ of Asia’s States", "The ‘Great Game’ of Asia’s States"},
		{`A 6' wall, 5'10" high`, `A 6' wall, 5’10" high`, `A 6' wall, 5’10" high`},
		{"L'avenir de l'Asie", "L’avenir de l’Asie", "L’avenir de l’Asie"},
		{"Plain", "Plain", "Plain"},
		{"'", "’", "’"},
		{`"`, `"`, `"`},
	} {
		if got := curly(c.text, false); got != c.plain {
			t.Errorf("%s: %s, want %s", c.text, got, c.plain)
		}
		if got := curly(c.text, true); got != c.quoted {
			t.Errorf("%s in quotes: %s, want %s", c.text, got, c.quoted)
		}
	}
}

// Nothing but the marks changes, and an entry has no straight apostrophe beside its
// curly quotation marks; its key and its address have those that were written.
func TestEntriesHaveOneKindOfMarks(t *testing.T) {
	straight := strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[a-z'" 6(-]{0,24}`).Draw(t, "text")
		if got := straight.Replace(curly(s, false)); got != s {
			t.Fatalf("%q became %q", s, got)
		}
	})
	r := &brief.Reference{
		Key: "o'neil", Type: "article-journal", Title: "Asia's Share", Container: "Reader's Review", URL: "https://example.org/asia's",
		Authors: []brief.Name{{Family: "O'Neil", Given: "D'Arcy"}}, Year: 2020,
	}
	m := &brief.Meta{CitationStyle: brief.AuthorDateCitations}
	label := Labels([]*brief.Reference{r}, m)[r]
	if label.Text() != "O’Neil 2020" {
		t.Error(label.Text())
	}
	got := brief.Plain(Entry(r, m, label))
	if want := "O’Neil, D’Arcy. 2020. “Asia’s Share.” Reader’s Review. https://example.org/asia's"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if r.Title != "Asia's Share" || r.Authors[0].Family != "O'Neil" {
		t.Error("the reference was changed")
	}
	arabic := &brief.Reference{Key: "a", Title: "الـ'معنى'", Authors: []brief.Name{{Family: "O'Neil"}}}
	if got := brief.Plain(Entry(arabic, m, Label{})); !strings.Contains(got, "O'Neil") || !strings.Contains(got, "'معنى'") {
		t.Error(got)
	}
}
