package typeset

import (
	"math"
	"strings"

	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// front is the opening of a report: the cover or the title block, the imprint,
// the summary, the contents.
func (b *builder) front() {
	m := b.brief.Meta
	if m.Cover != nil {
		b.cover()
	} else {
		b.titleBlock()
	}
	if len(m.Imprint) > 0 {
		b.imprint()
	}
	b.summary()
	b.contents()
	b.opensText()
}

// opensText parts the text from what opens the report. After a cover it begins on a
// page of its own, as in a book; else below, after a rule where contents stand above.
func (b *builder) opensText() {
	m := b.brief.Meta
	if m.Cover != nil {
		b.newPage = true
		return
	}
	if len(b.nodes) == 0 {
		return
	}
	b.space(b.theme.Body.Leading)
	if m.TOC || m.ListOfFigures || m.ListOfTables {
		rule := node{kind: spaceNode, height: 1, rule: true}
		rule.content.items = []page.Item{ruleItem(b.x, 0, b.width, 0.5, b.theme.Colors.Rule)}
		b.add(rule)
		b.space(b.theme.Body.Leading)
	}
}

// titleBlock opens a report without a cover.
func (b *builder) titleBlock() {
	b.owner()
	b.titles()
	b.byline()
	b.keep = 0
}

// titleLine sets one line of the title block, with room after it.
func (b *builder) titleLine(role page.Role, value string, place source.Span, t theme.Text, after float64) {
	if value == "" {
		return
	}
	e := b.tree.Add(b.parent, role)
	spans := []span{b.span(value, t, e, place)}
	b.stack(spans, text{style: t, align: paragraph.Start, keepLines: true})
	b.keepNext()
	b.room(after, 0)
	b.keepNext()
}

// muted is the byline's text in the quiet colour.
func (b *builder) muted() theme.Text {
	t := b.theme.Byline
	t.Color = b.theme.Colors.Muted
	return t
}

// owner is the institution with its logo, those of partners, its programme, and the
// series that the report appears in.
func (b *builder) owner() {
	if b.hasLogos() {
		n := b.logos(46)
		n.height += 12
		b.add(n)
	}
	owner, series := b.names.Owner(), b.names.Series()
	after := 12.0
	if series.Value != "" {
		after = 0
	}
	b.titleLine(page.Paragraph, owner.Value, owner.Span, b.muted(), after)
	b.titleLine(page.Paragraph, series.Value, series.Span, b.muted(), 12)
}

func (b *builder) titles() {
	m := b.brief.Meta
	b.titleLine(page.Paragraph, m.Kind.Value, m.Kind.Span, b.theme.Kind, 2)
	first := len(b.nodes)
	b.titleLine(page.Title, m.Title.Value, m.Title.Span, b.theme.Title, 0)
	if m.TitleID != "" {
		b.anchor(first, page.Anchor{Name: m.TitleID})
	}
	b.titleLine(page.Paragraph, m.Subtitle.Value, m.Subtitle.Span, b.theme.Subtitle, 6)
	rule := node{kind: boxNode, height: 12}
	length := b.width / 6
	x := b.x
	if b.rtl {
		x = b.x + b.width - length
	}
	rule.content.items = []page.Item{rectangle(x, 4, length, 2.5, b.theme.Colors.Accent)}
	b.add(rule)
}

// byline names the authors, one a line, and the date.
func (b *builder) byline() {
	m := b.brief.Meta
	byline := b.theme.Byline
	bold := byline
	bold.Bold = true
	for _, a := range m.Authors {
		e := b.tree.Add(b.parent, page.Paragraph)
		spans := []span{b.span(a.Name, bold, e, a.Span)}
		if about := b.names.About(a); about != "" {
			spans = append(spans, b.span(about, b.muted(), e, a.Span))
		}
		b.stack(spans, text{style: byline, align: paragraph.Start, keepLines: true})
	}
	if len(m.Partners) > 0 && !b.hasLogos() {
		b.titleLine(page.Paragraph, b.names.PartnersIn(), m.Partners[0].Span, b.muted(), 0)
	}
	b.titleLine(page.Paragraph, b.names.Date(b.options.Date), m.DateSpan, b.muted(), 4)
}

// imprint is a page of its own with its text at the foot. Its paragraphs are parted by
// space and not indented: each is a statement by itself.
func (b *builder) imprint() {
	if b.brief.Meta.Cover == nil {
		b.newPage = true
	}
	nodes := b.apart(func() {
		for _, block := range b.brief.Meta.Imprint {
			if p, ok := block.(*brief.Paragraph); ok {
				b.space(math.Max(b.paragraphSpace(), b.theme.Note.Leading/2))
				b.opening = true
				b.paragraph(p, b.theme.Note, paragraph.Start)
				continue
			}
			b.block(block)
		}
	})
	n := node{kind: boxNode, height: b.sheet.textHeight()}
	pile(&n, nodes, max(0, b.sheet.textHeight()-heightOf(nodes)))
	b.add(n)
	b.closeSection(true)
}

func (b *builder) summary() {
	if len(b.brief.Summary) == 0 {
		return
	}
	title := b.theme.ContentsHeading
	b.under(page.Div, func() {
		b.box(theme.Callout{Color: b.theme.Colors.Accent, Ground: b.theme.Colors.Tint}, func() {
			e := b.tree.Add(b.parent, page.Heading1) // so that a reader by ear can go to it
			spans := []span{b.span(b.names.Summary(), title, e, source.Span{})}
			b.stack(spans, text{style: title, align: paragraph.Start, keepLines: true})
			b.belowTitle()
			b.opening = true
			for _, block := range b.brief.Summary {
				if p, ok := block.(*brief.Paragraph); ok {
					b.paragraph(p, b.theme.Summary, paragraph.Justify)
					continue
				}
				b.block(block)
			}
		})
	})
}

// contentsKeep is how many entries of a list stay together at its head and at
// its end: fewer on a page look forgotten.
const contentsKeep = 3

// costContentsParted is the cost of a page break within a list.
const costContentsParted = 3000

// A contentsLine is one line of the contents or of a list of figures.
type contentsLine struct {
	anchor, label string
	content       []brief.Inline
	level         int
	place         source.Span
}

// contents lists the sections with the pages they begin on, and after them,
// where the brief asks for it, the figures and tables. The lines are set before
// the pages are known; the folios come in when they are.
func (b *builder) contents() {
	m := b.brief.Meta
	if m.TOC {
		b.contentsList(b.names.Contents(), b.outlineLines())
	}
	if m.ListOfFigures {
		b.contentsList(b.names.Figures(), b.figureLines())
	}
	if m.ListOfTables {
		b.contentsList(b.names.Tables(), b.tableLines())
	}
}

func (b *builder) contentsList(title string, lines []contentsLine) {
	if len(lines) == 0 {
		return
	}
	t := b.theme.ContentsHeading
	b.blockSpace()
	e := b.tree.Add(b.parent, page.Heading1)
	spans := []span{b.span(title, t, e, source.Span{})}
	b.stack(spans, text{style: t, align: paragraph.Start, keepLines: true})
	b.keepNext()
	b.space(4)
	toc := b.tree.Add(b.parent, page.TOC)
	for i, l := range lines {
		b.keep = math.Max(b.keep, costContentsParted)
		if i < contentsKeep || i > len(lines)-contentsKeep {
			b.keepNext()
		}
		b.contentsEntry(l, toc)
	}
}

// outlineLines are the headings of the first two levels, and what the program
// itself adds at the end.
func (b *builder) outlineLines() []contentsLine {
	var lines []contentsLine
	add := func(h *brief.Heading) {
		lines = append(lines, contentsLine{h.ID, b.names.Heading(h), h.Content, h.Level, h.Span})
	}
	placed := len(b.brief.References) == 0
	var list func(blocks []brief.Block)
	list = func(blocks []brief.Block) {
		for _, block := range blocks {
			switch n := block.(type) {
			case *brief.Heading:
				if n.Level <= 2 {
					add(n)
				}
			case *brief.Division: // a part of the text itself
				list(n.Blocks)
			case *brief.Bibliography:
				if !placed {
					add(b.bibliographyHeading())
				}
				placed = true
			}
		}
	}
	list(b.brief.Body)
	if !placed {
		add(b.bibliographyHeading())
	}
	if len(b.presented()) > 0 {
		add(b.authorsHeading())
	}
	if b.brief.Meta.About != nil {
		add(b.aboutHeading())
	}
	if b.hasIndex() {
		add(b.indexHeading())
	}
	return lines
}

// hasIndex reports whether any text that is printed holds a term of the index.
func (b *builder) hasIndex() bool {
	found := false
	look := func(blocks []brief.Block) {
		brief.Walk(blocks, func(block brief.Block) {
			brief.Lines(block, func(line []brief.Inline) { found = found || hasIndex(line) })
		})
	}
	for _, blocks := range append(b.brief.Meta.Texts(), b.brief.Summary, b.brief.Body) {
		look(blocks)
	}
	for _, n := range b.brief.Notes {
		look(n.Blocks)
	}
	for _, t := range b.brief.DataTables {
		for _, n := range t.Notes {
			look(n.Blocks)
		}
	}
	return found
}

// hasIndex reports whether inline nodes hold a term of the index.
func hasIndex(inlines []brief.Inline) bool {
	for _, n := range inlines {
		if m, ok := n.(*brief.Marked); ok && m.Term != "" || hasIndex(brief.Content(n)) {
			return true
		}
	}
	return false
}

func (b *builder) figureLines() []contentsLine {
	var lines []contentsLine
	for _, f := range b.brief.Figures {
		if f.Number > 0 && f.ID != "" {
			lines = append(lines, contentsLine{f.ID, b.names.Ordinal(f.Number), f.Caption, 2, f.Span})
		}
	}
	return lines
}

func (b *builder) tableLines() []contentsLine {
	var lines []contentsLine
	for _, t := range b.brief.DataTables {
		if t.Number > 0 && t.ID != "" {
			lines = append(lines, contentsLine{t.ID, b.names.Ordinal(t.Number), t.Caption, 2, t.Span})
		}
	}
	return lines
}

func (b *builder) contentsEntry(l contentsLine, toc page.Ref) {
	t := b.theme.Contents
	t.Bold = l.level == 1
	if l.level > 1 {
		t.Color = b.theme.Colors.Muted
		t.Size *= 0.96
	}
	indent := float64(l.level-1) * b.theme.Space.ListIndent * 0.8
	const folioRoom = 34.0
	link := b.tree.Add(b.tree.Add(b.tree.Add(toc, page.TOCItem), page.Reference), page.LinkRole)
	to := &linkTarget{anchor: l.anchor, element: link}
	in := b.inliner(t, link)
	number := &linkTarget{anchor: l.anchor, element: link}
	in.link, in.plain = to, true
	if l.label != "" {
		// Before a title in Latin letters the number is a link by itself: with it, it would
		// run from the left, away from the column of the others.
		apart := b.rtl && b.direction([]span{{text: brief.Plain(l.content)}}) == paragraph.LTR
		if apart {
			in.link = number
		}
		in.add(l.label, l.place)
		in.spans[len(in.spans)-1].printed = true
		if apart {
			in.link = nil
		}
		in.add("\u2002", l.place)
		in.link = to
	}
	in.all(l.content)
	var said strings.Builder
	for _, s := range in.spans {
		said.WriteString(strings.ReplaceAll(s.text, "\u2002", " "))
	}
	to.description = said.String()
	number.description = to.description
	pageSlot := b.tree.Add(link, page.Slot)
	var made []node
	b.within(indent, folioRoom, func() {
		set := text{style: t, align: paragraph.Start, keepLines: true}
		if l.label != "" && b.rtl {
			set.direction = paragraph.RTL
		}
		made = b.apart(func() { b.stack(in.spans, set) })
	})
	if len(made) == 0 {
		return
	}
	last := &made[len(made)-1]
	left, right := itemsExtent(last.content.items)
	baseline, order := last.baseline, b.take(8)
	x, width := b.x, b.width
	last.content.late = func(folio func(string) string) []page.Item {
		return b.leader(folio(l.anchor), t, x, width, left, right, baseline, pageSlot, order)
	}
	b.append(made)
}

// leader sets a page number at the end of a line and dots up to it. The dots
// are no content.
func (b *builder) leader(number string, t theme.Text, x, width, from, to, baseline float64, slot page.Ref, order int) []page.Item {
	items, numberWidth := b.line(number, t, width, end, b.rtl)
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
	if first >= right {
		return items
	}
	// A dash of no length with round caps is a dot (ISO 32000-1 §8.4.3.6). The
	// line ends between two of them.
	last := first + step*math.Ceil((right-first)/step) - step/2
	dots := &scene.Path{
		Verbs:  []scene.Verb{scene.MoveTo, scene.LineTo},
		Points: []scene.Point{{X: first, Y: baseline - 0.8}, {X: last, Y: baseline - 0.8}},
		Stroke: &b.theme.Colors.Muted, Width: 1.1, Cap: 1, Dash: []float64{0, step},
	}
	return append(items, page.Item{Path: dots, Artifact: page.LayoutArtifact})
}

// itemsExtent is the left and right end of a line's text.
func itemsExtent(items []page.Item) (from, to float64) {
	first := true
	for _, it := range items {
		if it.Text == nil {
			continue
		}
		a, z := it.X, it.X+it.Text.Width()
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
