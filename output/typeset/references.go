package typeset

import (
	"math"
	"slices"
	"unicode"

	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/output/citation"
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
		title, id := b.words.Pages.OtherReferences, "references-other"
		if group[0].Arabic() {
			title, id = b.words.Pages.ArabicReferences, "references-arabic"
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
		indent = math.Max(indent, b.width1(b.integer(last)+".", t)+t.Size*0.4)
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
		entry := citation.Entry(r, &b.brief.Meta, b.labels()[r])
		set := text{style: t, align: paragraph.Start, direction: paragraph.RTL, anchors: []page.Anchor{{Name: b.referenceAnchor(r)}}}
		if !r.RightToLeft() {
			set.direction = paragraph.LTR
			b.element(body).Language = r.Language
			if r.Language == "" && b.rtl {
				b.element(body).Language = "en"
			}
		} else if r.Language != "" && r.Language != b.brief.Meta.Lang {
			b.element(body).Language = r.Language
		}
		b.parent = body
		// The number stands where the entry begins: on the left of a Latin one.
		rtl := b.rtl
		b.rtl = set.direction == paragraph.RTL
		if numbered {
			b.hang(b.integer(r.Number)+".", label, r.Span, t, indent, func() { b.stack(b.spans(entry, t, body), set) })
		} else {
			set.indent = -indent
			b.within(indent, 0, func() { b.stack(b.spans(entry, t, body), set) })
		}
		b.rtl = rtl
	}
	b.parent = parent
}

// labels are what the text cites references by, in the author-date style.
func (b *builder) labels() map[*brief.Reference]citation.Label {
	if b.citationLabels == nil && b.brief.Meta.CitationStyle == brief.AuthorDateCitations {
		b.citationLabels = citation.Labels(b.brief.References, &b.brief.Meta)
	}
	return b.citationLabels
}

// citation prints what a citation points at: numbers in brackets, [1، 3] or
// [1، ص 3؛ 2], or authors and years, (الوادي، 2024، ص 3؛ Knuth 1981).
func (in *inliner) citation(n *brief.Citation) {
	if in.plain {
		return
	}
	if in.brief.Meta.CitationStyle == brief.AuthorDateCitations {
		in.authorDate(n)
		return
	}
	// Between [1، ص 3؛ 2] a comma would make the second work a page of the first.
	between := in.words.Marks.Comma
	if slices.ContainsFunc(n.Items, func(item brief.CitationItem) bool { return item.Locator != "" || item.Prefix != "" }) {
		between = in.words.Marks.Semicolon
	}
	in.add("[", n.Span)
	for i := range n.Items {
		item := &n.Items[i]
		if i > 0 {
			in.add(between, n.Span)
		}
		if item.Prefix != "" {
			in.add(item.Prefix+" ", item.Span)
		}
		if item.Reference == nil {
			continue
		}
		in.cited(item, in.integer(item.Reference.Number))
		if item.Locator != "" {
			in.add(in.words.Marks.Comma+item.Locator, item.Span)
		}
	}
	in.add("]", n.Span)
}

// authorDate prints a citation by author and year. In the run of a sentence the
// author stands before the brackets: الوادي (2024).
func (in *inliner) authorDate(n *brief.Citation) {
	labels := in.labels()
	if n.InText && len(n.Items) == 1 && n.Items[0].Reference != nil {
		item := &n.Items[0]
		label := labels[item.Reference]
		in.cited(item, label.Author)
		in.add(" (", n.Span)
		in.cited(item, label.Year)
		in.locator(item)
		in.add(")", n.Span)
		return
	}
	in.add("(", n.Span)
	for i := range n.Items {
		item := &n.Items[i]
		if i > 0 {
			in.add(in.words.Marks.Semicolon, n.Span)
		}
		if item.Prefix != "" {
			in.add(item.Prefix+" ", item.Span)
		}
		if item.Reference == nil {
			continue
		}
		label := labels[item.Reference]
		if item.YearOnly {
			in.cited(item, label.Year)
		} else {
			in.cited(item, label.Text())
		}
		in.locator(item)
	}
	in.add(")", n.Span)
}

func (in *inliner) locator(item *brief.CitationItem) {
	if item.Locator != "" {
		in.add(in.words.Marks.Comma+item.Locator, item.Span)
	}
}

// cited links text to an entry of the bibliography.
func (in *inliner) cited(item *brief.CitationItem, text string) {
	target := &linkTarget{
		anchor: in.referenceAnchor(item.Reference), description: locale.SayPlain(in.words.Pages.Reference, text),
	}
	in.inLink(page.Reference, target, func() {
		style := in.style
		in.style.Color = in.theme.Colors.Accent
		in.add(text, item.Span)
		in.style = style
	})
}

// bibliographyHeading is the heading the program gives the references.
func (b *builder) bibliographyHeading() *brief.Heading {
	return &brief.Heading{
		Level: 1, Content: []brief.Inline{&brief.Text{Value: b.words.Pages.References}},
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
