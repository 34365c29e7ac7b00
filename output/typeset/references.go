package typeset

import (
	"math"
	"unicode"

	"warraq/input/brief"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// references puts the bibliography at the end where the author put it nowhere
// else.
func (b *builder) references() {
	if !b.bibliographyDone && len(b.brief.References) > 0 {
		b.bibliography()
	}
}

// bibliography sets the references: those in Arabic apart from all others, where
// there are both, each group under its own heading.
func (b *builder) bibliography() {
	if b.bibliographyDone || len(b.brief.References) == 0 {
		return
	}
	b.bibliographyDone = true
	b.heading(b.bibliographyHeading())
	all := b.brief.References
	second := 1 // the first reference of the second group
	for second < len(all) && all[second].Arabic() == all[0].Arabic() {
		second++
	}
	if second >= len(all) {
		b.bibliographyGroup(all)
		return
	}
	for _, group := range [][]*brief.Reference{all[:second], all[second:]} {
		title, id := b.names.ReferencesIn(group[0].Arabic()), "references-other"
		if group[0].Arabic() {
			id = "references-arabic"
		}
		b.heading(&brief.Heading{
			Level: 2, Content: []brief.Inline{&brief.Text{Value: title}}, Attributes: brief.Attributes{ID: b.own(id)},
		})
		b.bibliographyGroup(group)
	}
}

// bibliographyGroup sets entries under their numbers, or in the author-date
// style with their first lines out, each in its own direction: a Latin entry
// runs from left to right as a whole.
func (b *builder) bibliographyGroup(group []*brief.Reference) {
	t := b.theme.BibliographyEntry
	list := b.tree.Add(b.parent, page.List)
	numbered := b.brief.Meta.CitationStyle != brief.AuthorDateCitations
	if numbered {
		b.element(list).Numbering = "Decimal"
	}
	parent := b.parent
	indent := b.theme.Space.ListIndent
	if numbered {
		last := group[len(group)-1].Number
		indent = math.Max(indent, b.widthOf(b.names.Ordinal(last), t)+t.Size*0.4)
	}
	for i, r := range group {
		if i > 0 {
			b.space(b.theme.Space.ListItem)
		}
		li := b.tree.Add(list, page.ListItem)
		var label page.Ref
		if numbered {
			label = b.tree.Add(li, page.Label)
		}
		body := b.tree.Add(b.tree.Add(li, page.ListBody), page.BibEntry)
		entry := b.names.Entry(r)
		set := text{style: t, align: paragraph.Start, direction: paragraph.RTL, anchors: []page.Anchor{{Name: b.referenceAnchor(r)}}}
		if !r.RightToLeft() {
			set.direction = paragraph.LTR
			b.element(body).Language = r.Language
			if r.Language == "" && b.rtl {
				b.element(body).Language = foreignLanguage
			}
		} else if r.Language != "" && r.Language != b.brief.Meta.Lang {
			b.element(body).Language = r.Language
		}
		b.parent = body
		// The number stands where the entry begins: on the left of a Latin one.
		rtl := b.rtl
		b.rtl = set.direction == paragraph.RTL
		if numbered {
			b.hang(b.names.Ordinal(r.Number), label, r.Span, t, indent, func() { b.stack(b.spans(entry, t, body), set) })
		} else {
			set.indent = -indent
			b.within(indent, 0, func() { b.stack(b.spans(entry, t, body), set) })
		}
		b.rtl = rtl
	}
	b.parent = parent
}

// citation prints what a citation points at, and leads to it.
func (in *inliner) citation(n *brief.Citation) {
	if in.plain {
		return
	}
	for _, part := range in.names.Citation(n) {
		if part.Reference == nil {
			in.add(part.Text, part.Span)
			continue
		}
		target := &linkTarget{
			anchor: in.referenceAnchor(part.Reference), description: in.names.ToReference(part.Text),
		}
		in.inLink(page.Reference, target, func() {
			style := in.style
			in.style.Color = in.theme.Colors.Accent
			in.add(part.Text, part.Span)
			in.style = style
		})
	}
}

// bibliographyHeading is the heading the program gives the references.
func (b *builder) bibliographyHeading() *brief.Heading {
	return &brief.Heading{
		Level: 1, Content: []brief.Inline{&brief.Text{Value: b.names.References()}},
		Attributes: brief.Attributes{ID: b.own("references")},
	}
}

func countLetters(s string) (arabic, other int) {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.IsLetter(r):
			other++
		}
	}
	return arabic, other
}
