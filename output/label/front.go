package label

import (
	"warraq/input/brief"
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
	about := ""
	for _, s := range []string{a.Role, a.Affiliation} {
		if s != "" {
			about += n.words.Marks.Comma + s
		}
	}
	return about
}

// Logo is the logo in words: whose it is.
func (n *Names) Logo() string {
	if n.meta.Institution.Value != "" {
		return n.meta.Institution.Value
	}
	return n.meta.Title.Value
}
