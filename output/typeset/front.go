package typeset

import (
	"strings"

	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/output/page"
	"warraq/output/paragraph"
	"warraq/output/theme"
)

// front is the opening of a report: the title block, the summary, the contents.
func (b *builder) front() {
	b.titleBlock()
	b.summary()
	if b.brief.Meta.TOC {
		b.contents()
		b.newPage = true
	}
}

func (b *builder) titleBlock() {
	m := b.brief.Meta
	centered := func(value string, place source.Span, t theme.Text, after float64) {
		if value == "" {
			return
		}
		e := b.parent.Add(page.Paragraph)
		spans := []paragraph.Span{{Text: value, Style: styleOf(t), Slot: slot(e), Source: place}}
		b.stack(spans, text{style: t, align: paragraph.Start, keepLines: true})
		b.keepNext()
		b.room(after, 0)
		b.keepNext()
	}
	if m.Logo != nil {
		b.logo(m.Logo)
	}
	owner := m.Institution
	if owner.Value != "" && m.Programme.Value != "" {
		owner.Value += " — " + m.Programme.Value
	} else if owner.Value == "" {
		owner = m.Programme
	}
	byline := b.theme.Byline
	muted := byline
	muted.Color = b.theme.Colors.Muted
	centered(owner.Value, owner.Span, muted, 26)
	centered(m.Kind.Value, m.Kind.Span, b.theme.Kind, 2)
	centered(m.Title.Value, m.Title.Span, b.theme.Title, 0)
	centered(m.Subtitle.Value, m.Subtitle.Span, b.theme.Subtitle, 10)
	rule := node{kind: boxNode, height: 12}
	length := b.width / 6
	x := b.x
	if b.rtl {
		x = b.x + b.width - length
	}
	rule.content.items = []page.Item{rectangle(x, 4, length, 2.5, b.theme.Colors.Accent)}
	b.add(rule)
	bold := byline
	bold.Bold = true
	for _, a := range m.Authors {
		e := b.parent.Add(page.Paragraph)
		spans := []paragraph.Span{{Text: a.Name, Style: styleOf(bold), Slot: slot(e), Source: m.Title.Span}}
		var about []string
		for _, s := range []string{a.Role, a.Affiliation} {
			if s != "" {
				about = append(about, s)
			}
		}
		if len(about) > 0 {
			spans = append(spans, paragraph.Span{
				Text: b.words.listComma + strings.Join(about, b.words.listComma), Style: styleOf(muted), Slot: slot(e), Source: m.Title.Span,
			})
		}
		b.stack(spans, text{style: byline, align: paragraph.Start, keepLines: true})
	}
	centered(b.dateText(b.options.Date, m.Calendar), m.DateSpan, muted, 4)
	b.keep = false
}

// logo stands at the top, no larger than a quarter of the measure.
func (b *builder) logo(p *brief.Picture) {
	const height = 46.0
	width := height * float64(p.Width) / float64(p.Height)
	h := height
	if limit := b.width / 4; width > limit {
		width, h = limit, limit*float64(p.Height)/float64(p.Width)
	}
	x := b.x
	if b.rtl {
		x = b.x + b.width - width
	}
	e := b.parent.Add(page.Figure)
	e.Alt = b.brief.Meta.Institution.Value
	if e.Alt == "" {
		e.Alt = b.brief.Meta.Title.Value
	}
	n := node{kind: boxNode, height: h + 12}
	n.content.items = []page.Item{{Image: &page.Image{X: x, Width: width, Height: h, Picture: p}, Slot: slot(e), Order: b.order}}
	n.content.figures = []figureBox{{e, x, 0, width, h}}
	b.order++
	b.add(n)
}

func (b *builder) summary() {
	if len(b.brief.Summary) == 0 {
		return
	}
	title := b.theme.ContentsHeading
	b.under(page.Div, func() {
		b.box(func() {
			e := b.parent.Add(page.Paragraph)
			spans := []paragraph.Span{{Text: b.words.summary, Style: styleOf(title), Slot: slot(e)}}
			b.stack(spans, text{style: title, align: paragraph.Start, keepLines: true})
			b.keepNext()
			for _, block := range b.brief.Summary {
				if p, ok := block.(*brief.Paragraph); ok {
					b.paragraph(p.Content, p.Classes, p.ID, b.theme.Summary)
					continue
				}
				b.block(block)
			}
		})
	})
}

// contents lists the sections with the pages they begin on. The lines are set
// before the pages are known; the folios come in when they are.
func (b *builder) contents() {
	t := b.theme.ContentsHeading
	entries := b.outlineHeadings(b.brief.Body)
	if len(entries) == 0 {
		return
	}
	b.space(b.theme.Space.Block * 1.5)
	e := b.parent.Add(page.Paragraph)
	spans := []paragraph.Span{{Text: b.words.contents, Style: styleOf(t), Slot: slot(e)}}
	b.stack(spans, text{style: t, align: paragraph.Start, keepLines: true})
	b.keepNext()
	b.space(4)
	toc := b.parent.Add(page.TOC)
	for _, h := range entries {
		b.contentsEntry(h, toc)
	}
}

// outlineHeadings are the headings of the contents: the first two levels, and
// the bibliography.
func (b *builder) outlineHeadings(blocks []brief.Block) []*brief.Heading {
	var list []*brief.Heading
	placed := false
	for _, block := range blocks {
		switch n := block.(type) {
		case *brief.Heading:
			if n.Level <= 2 {
				list = append(list, n)
			}
		case *brief.Bibliography:
			placed = true
			list = append(list, b.bibliographyHeading())
		}
	}
	if !placed && len(b.brief.References) > 0 {
		list = append(list, b.bibliographyHeading())
	}
	return list
}

func (b *builder) contentsEntry(h *brief.Heading, toc *page.Element) {
	t := b.theme.Contents
	t.Bold = h.Level == 1
	if h.Level > 1 {
		t.Color = b.theme.Colors.Muted
		t.Size *= 0.96
	}
	indent := float64(h.Level-1) * b.theme.Space.ListIndent * 0.8
	const folioRoom = 34.0
	item := toc.Add(page.TOCItem)
	reference := item.Add(page.Reference)
	link := reference.Add(page.LinkRole)
	title := plainText(h.Content)
	if len(h.Number) > 0 {
		title = b.sectionNumber(h.Number) + " " + title
	}
	target := &paragraph.Target{Anchor: h.ID, Description: title, Element: link}
	in := &inliner{builder: b, text: t, style: styleOf(t), parent: link, link: target, plain: true}
	if len(h.Number) > 0 {
		in.add(b.sectionNumber(h.Number), h.Span)
		in.add("\u2002", h.Span)
	}
	in.all(h.Content)
	pageSlot := link.Add(page.Slot)
	var made []node
	b.within(indent, folioRoom, func() {
		made = b.apart(func() { b.stack(in.spans, text{style: t, align: paragraph.Start, keepLines: true}) })
	})
	if len(made) == 0 {
		return
	}
	last := &made[len(made)-1]
	from, to := itemsExtent(last.content.items)
	baseline, order := last.baseline, b.order
	b.order += 8
	x, width, id := b.x, b.width, h.ID
	last.content.late = func(folio func(string) string) []page.Item {
		return b.leader(folio(id), t, x, width, from, to, baseline, pageSlot, order)
	}
	b.append(made)
}

// leader sets a page number at the end of a line and dots up to it. The dots
// are no content.
func (b *builder) leader(number string, t theme.Text, x, width, from, to, baseline float64, slot *page.Element, order int) []page.Item {
	at := end
	items, numberWidth := b.line(number, t, width, at)
	shift(items, x, baseline)
	for i := range items {
		items[i].Slot, items[i].Order = slot, order+i
	}
	const step, gap = 5.0, 6.0
	left, right := x+numberWidth+gap, from-gap
	if !b.rtl {
		left, right = to+gap, x+width-numberWidth-gap
	}
	// Dots of all lines stand on one grid, so that they line up.
	first := x + step*float64(int((left-x)/step)+1)
	dots := &scene.Path{Fill: &b.theme.Colors.Muted}
	for dot := first; dot < right; dot += step {
		addCircle(dots, dot, baseline-0.8, 0.55)
	}
	if len(dots.Verbs) > 0 {
		items = append(items, page.Item{Path: dots, Artifact: page.LayoutArtifact})
	}
	return items
}

// itemsExtent is the left and right end of a line's text.
func itemsExtent(items []page.Item) (from, to float64) {
	first := true
	for _, it := range items {
		if it.Text == nil {
			continue
		}
		a, z := it.Text.X, it.Text.X+it.Text.Width()
		if first || a < from {
			from = a
		}
		if first || z > to {
			to = z
		}
		first = false
	}
	return from, to
}
