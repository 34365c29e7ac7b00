package typeset

import (
	"unicode"

	"warraq/input/brief"
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

// bibliography sets the references under their numbers, each in its own
// direction: a Latin entry runs from left to right as a whole.
func (b *builder) bibliography() {
	if b.bibliographyDone {
		return
	}
	b.bibliographyDone = true
	b.heading(b.bibliographyHeading())
	t := b.theme.BibliographyEntry
	list := b.parent.Add(page.List)
	list.Numbering = "Decimal"
	parent := b.parent
	for i, r := range b.brief.References {
		if i > 0 {
			b.space(b.theme.Space.ListItem)
		}
		li := list.Add(page.ListItem)
		label, body := li.Add(page.Label), li.Add(page.ListBody).Add(page.BibEntry)
		entry := citation.Entry(r)
		direction := paragraph.RTL
		language := ""
		if b.mostlyLatin(entry) {
			direction = paragraph.LTR
			language = r.Language
			if language == "" && b.rtl {
				language = "en"
			}
		}
		body.Language = language
		b.parent = body
		// The number stands where the entry begins: on the left of a Latin one.
		rtl := b.rtl
		b.rtl = direction == paragraph.RTL
		b.hang(b.integer(r.Number)+".", label, r.Span, t, func() {
			b.stack(b.spans(entry, t, body), text{
				style: t, align: paragraph.Start, direction: direction, anchors: []page.Anchor{{Name: referenceAnchor(r)}},
			})
		})
		b.rtl = rtl
	}
	b.parent = parent
}

// bibliographyHeading is the heading the program gives the references.
func (b *builder) bibliographyHeading() *brief.Heading {
	return &brief.Heading{
		Level: 1, Content: []brief.Inline{&brief.Text{Value: b.words.references}},
		Attributes: brief.Attributes{ID: "references"},
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
