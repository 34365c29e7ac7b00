package typeset

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/filing"
	"warraq/input/source"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// An indexEntry is a term of the index and the anchors of its places.
type indexEntry struct {
	term    string
	anchors []string
	// last puts terms of the other script after all of the document's; key is
	// what they are filed by.
	last bool
	key  string
}

// terms are the entries of the index, in the order they are met, and where each
// stands in it.
type terms struct {
	entries []indexEntry
	of      map[string]int
}

// entry is that of a term.
func (t *terms) entry(term string) *indexEntry {
	i, found := t.of[term]
	if !found {
		i = len(t.entries)
		t.of[term] = i
		t.entries = append(t.entries, indexEntry{term: term})
	}
	return &t.entries[i]
}

// indexed notes a place of a term and returns the anchor's name.
func (b *builder) indexed(term string) string {
	e := b.terms.entry(term)
	name := b.own("index:" + term + ":" + b.names.Integer(len(e.anchors)+1))
	e.anchors = append(e.anchors, name)
	return name
}

// index sets the terms with their pages, in the order of the alphabet, at the end of the document. All other pages are chosen by then, so
// every number is true.
func (b *builder) index() {
	if len(b.terms.entries) == 0 {
		return
	}
	pages := b.pagesOf()
	entries := slices.Clone(b.terms.entries)
	filer := filing.New()
	for i := range entries {
		e := &entries[i]
		e.last, e.key = filing.IsArabic(e.term) != b.rtl, filer.Key(e.term)
	}
	slices.SortStableFunc(entries, func(x, y indexEntry) int {
		if x.last != y.last {
			if y.last {
				return -1
			}
			return 1
		}
		return strings.Compare(x.key, y.key)
	})
	b.heading(b.indexHeading())
	t := b.theme.BibliographyEntry
	list := b.tree.Add(b.parent, page.List)
	for _, e := range entries {
		b.space(b.theme.Space.ListItem)
		body := b.tree.Add(b.tree.Add(list, page.ListItem), page.ListBody)
		spans := []span{b.span(e.term, t, body, source.Span{})}
		last := -1
		for _, anchor := range e.anchors {
			n, ok := pages[anchor]
			if !ok || n == last {
				continue
			}
			last = n
			spans = append(spans, b.span(b.names.BetweenPages(), t, body, source.Span{}))
			in := b.inliner(t, body)
			to := &linkTarget{anchor: anchor, description: b.names.Page(n)}
			in.inLink(page.Reference, to, func() {
				in.style.Color = b.theme.Colors.Accent
				in.add(b.names.Folio(n), b.brief.Meta.Title.Span)
			})
			spans = append(spans, in.spans...)
		}
		b.stack(spans, text{style: t, align: paragraph.Start, keepLines: true})
	}
	b.closeSection(false)
}

func (b *builder) indexHeading() *brief.Heading {
	return &brief.Heading{
		Level: 1, Content: []brief.Inline{&brief.Text{Value: b.names.Index()}},
		Attributes: brief.Attributes{ID: b.own("index")},
	}
}
