package label

import (
	"strings"
	"time"

	"warraq/input/brief"
	"warraq/input/locale"
)

// The headings of the parts that the program itself writes.

// Summary heads the executive summary.
func (n *Names) Summary() string { return n.words.Pages.Summary }

// Contents heads the list of sections.
func (n *Names) Contents() string { return n.words.Pages.Contents }

// Figures heads the list of figures.
func (n *Names) Figures() string { return n.words.Pages.Figures }

// Tables heads the list of tables.
func (n *Names) Tables() string { return n.words.Pages.Tables }

// References heads the bibliography, and ReferencesIn a part of it.
func (n *Names) References() string { return n.words.Pages.References }

// ReferencesIn heads the references in Arabic, or all others, where a
// bibliography has both.
func (n *Names) ReferencesIn(arabic bool) string {
	if arabic {
		return n.words.Pages.ArabicReferences
	}
	return n.words.Pages.OtherReferences
}

// Index heads the index.
func (n *Names) Index() string { return n.words.Pages.Index }

// BetweenPages parts the pages of a term of the index.
func (n *Names) BetweenPages() string { return n.words.Marks.Comma }

// Owner is the institution with its programme, whichever there is.
func (n *Names) Owner() brief.Field {
	owner, programme := n.meta.Institution, n.meta.Programme
	switch {
	case owner.Value == "":
		return programme
	case programme.Value != "":
		owner.Value += " — " + programme.Value
	}
	return owner
}

// About is what follows the name of an author: role and affiliation, or nothing.
func (n *Names) About(a brief.Author) string {
	if position := n.Position(a); position != "" {
		return n.words.Marks.Comma + position
	}
	return ""
}

// Position is the role and the affiliation of an author, whichever there is.
func (n *Names) Position(a brief.Author) string {
	if a.Role == "" || a.Affiliation == "" {
		return a.Role + a.Affiliation
	}
	return a.Role + n.words.Marks.Comma + a.Affiliation
}

// Series is what the report appears in, with its number there; whichever there is.
func (n *Names) Series() brief.Field {
	series, number := n.meta.Series, n.meta.Number
	if number.Value == "" {
		return series
	}
	issue := locale.SayPlain(n.words.Pages.Issue, number.Value)
	if series.Value == "" {
		return brief.Field{Value: issue, Span: number.Span}
	}
	series.Value += n.words.Marks.Comma + issue
	return series
}

// Proof is what every page of a proof says: that it is a draft, which revision of the
// text it is, and its date, whichever there are.
func (n *Names) Proof(date time.Time) string {
	said := n.words.Pages.Draft
	if revision := n.meta.Revision.Value; revision != "" {
		said += n.words.Marks.Comma + locale.SayPlain(n.words.Pages.Revision, revision)
	}
	if printed := n.Date(date); printed != "" {
		said += n.words.Marks.Comma + printed
	}
	return said
}

// Partners stands before those who publish the report too.
func (n *Names) Partners() string { return n.words.Pages.Partners }

// PartnersIn are the partners in one line, with the words before them.
func (n *Names) PartnersIn() string {
	names := make([]string, len(n.meta.Partners))
	for i, p := range n.meta.Partners {
		names[i] = p.Name.Value
	}
	return n.words.Pages.Partners + " " + n.words.List(names)
}

// AboutAuthors heads the biographies of so many authors.
func (n *Names) AboutAuthors(count int) string {
	if count == 1 {
		return n.words.Pages.AboutAuthor
	}
	return n.words.Pages.AboutAuthors
}

// AboutPublisher heads the page about the institution.
func (n *Names) AboutPublisher() string {
	if n.meta.Institution.Value == "" {
		return n.words.Pages.AboutPublisher
	}
	return locale.SayPlain(n.words.Pages.About, n.meta.Institution.Value)
}

// A Contact is a way to reach the institution: the word before it and the way itself.
type Contact struct {
	Name string
	brief.Field
	// URL is where it leads, or empty.
	URL string
}

// Contacts are the ways to reach the institution that are given.
func (n *Names) Contacts() []Contact {
	a := n.meta.About
	if a == nil {
		return nil
	}
	words := &n.words.Pages
	var all []Contact
	add := func(name string, f brief.Field, url string) {
		if f.Value != "" {
			all = append(all, Contact{name, f, url})
		}
	}
	add(words.Address, a.Address, "")
	add(words.Telephone, a.Telephone, "")
	add(words.Email, a.Email, "mailto:"+a.Email.Value)
	website := a.Website.Value
	if !strings.Contains(website, "://") {
		website = "https://" + website
	}
	add(words.Website, a.Website, website)
	return all
}

// Logo is the logo in words: whose it is.
func (n *Names) Logo() string {
	if n.meta.Institution.Value != "" {
		return n.meta.Institution.Value
	}
	return n.meta.Title.Value
}
