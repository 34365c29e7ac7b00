package typeset

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/pagination"
	"warraq/output/paragraph"
)

func (b *builder) blocks(list []brief.Block) {
	for len(list) > 0 {
		list = list[b.next(list):]
	}
}

// next sets the first block of a list, with the second where they stand
// together, and returns how many those were.
func (b *builder) next(list []brief.Block) int {
	if n := b.leftToRightSection(list); n > 0 {
		b.part(foreignLanguage, false, func() { b.blocks(list[:n]) })
		return n
	}
	if len(list) > 1 {
		first, ok := list[0].(*brief.Figure)
		if ok && first.Pair == brief.FirstOfTwo {
			b.figurePair(first, list[1].(*brief.Figure))
			return 2
		}
		if data, is := list[1].(*brief.TableBlock); ok && is && data.BelowFigure && b.figureWithData(first, data) {
			return 2
		}
	}
	b.block(list[0])
	return 1
}

// open sets the blocks of a list item, a quotation or a box. Their first
// paragraph is not indented: what an indent tells apart from the paragraph before
// is apart already (Bringhurst, The Elements of Typographic Style, 2.3.1).
func (b *builder) open(list []brief.Block) {
	b.opening = true
	b.blocks(list)
	b.opening = false
}

// block sets one block, and puts the notes that it calls for after it in the
// tree.
func (b *builder) block(block brief.Block) {
	switch n := block.(type) {
	case *brief.Heading:
		b.heading(n)
	case *brief.Paragraph:
		b.paragraph(n, b.body, paragraph.Justify)
	case *brief.List:
		b.listBlock(n)
	case *brief.DefinitionList:
		b.definitions(n)
	case *brief.Quote:
		b.quote(n)
	case *brief.Callout:
		b.callout(n)
	case *brief.Division:
		b.division(n)
	case *brief.Verse:
		b.verse(n)
	case *brief.CodeBlock:
		b.codeBlock(n)
	case *brief.Rule:
		b.thematicBreak()
	case *brief.PageBreak:
		b.newPage = true
	case *brief.TableBlock:
		b.table(n)
	case *brief.Figure:
		b.figure(n)
	case *brief.Bibliography:
		b.bibliography()
	default:
		panic(fmt.Sprintf("typeset: unknown block %T", n))
	}
	b.placeNotes()
}

// text is how lines are stacked.
type text struct {
	style theme.Text
	align paragraph.Align
	// keepLines forbids breaks inside, as in headings and captions.
	keepLines bool
	indent    float64
	direction paragraph.Direction
	anchors   []page.Anchor
	// kashida is a paragraph's own choice, if it makes one.
	kashida brief.Kashida
	// fill lets the last line fill the measure as well.
	fill bool
}

// stack sets spans as one paragraph and appends its lines. What leads to the paragraph
// finds it also where nothing of it is printed.
func (b *builder) stack(spans []span, t text) {
	unplaced := b.unplaced
	b.unplaced = nil
	first := len(b.nodes)
	b.setLines(spans, t)
	anchors := slices.Clip(t.anchors)
	for _, slot := range unplaced {
		anchors = append(anchors, b.claim(slot, b.x)...)
	}
	if len(anchors) > 0 {
		b.anchor(first, anchors...)
	}
}

// setLines appends the lines of a paragraph.
func (b *builder) setLines(spans []span, t text) {
	if len(spans) == 0 {
		return
	}
	direction := t.direction
	if direction == paragraph.Auto {
		direction = b.direction(spans)
	}
	if t.align == paragraph.Justify && (direction == paragraph.LTR || !b.fromRight) {
		// Latin words are not hyphenated, and text that runs against its part is often a
		// reference, with addresses that break at few places: justified it would gape. In
		// a list it stays with the markers of the others.
		if t.align = paragraph.Start; t.direction == paragraph.Auto && b.depth == 0 {
			t.direction = direction
		}
	}
	if t.direction == paragraph.Auto && (direction == paragraph.RTL) != b.rtl {
		// A heading, caption or cell of another script stands at the side of all others.
		switch t.align {
		case paragraph.Start:
			t.align = paragraph.End
		case paragraph.End:
			t.align = paragraph.Start
		}
	}
	p := &paragraph.Text{
		Direction: direction, Align: t.align, Even: t.keepLines, Width: b.width, Indent: t.indent, Digits: b.digits,
		Fill: t.fill, Loosest: b.theme.Loosest,
	}
	if places := b.kashida(t.kashida); t.align == paragraph.Justify && places != paragraph.NoKashida {
		p.Kashida = places
		b.reportTatweel(spans, t.style)
	}
	order := b.take(runes(spans))
	lines := b.lines(p, spans, order)
	nodes := b.lineNodes(lines, t)
	var again *setting
	if t.align == paragraph.Justify && b.aside == 0 && b.onGrid(t.style) {
		again = &setting{
			text: *p, spans: spans, look: t, order: order, around: b.surroundings,
			first: len(b.document.Justified), nodes: len(nodes),
		}
		b.measure(again, lines)
	}
	for i := range nodes {
		l, n := &lines[i], &nodes[i]
		if l.Justified && !t.fill {
			b.document.Justified = append(b.document.Justified, justified(lines, i))
		}
		for _, it := range l.items {
			n.content.anchors = append(n.content.anchors, b.claim(it.Slot, b.x)...)
		}
		for _, m := range l.notes {
			if !b.first(m) { // a note stands on the page of its first mark
				continue
			}
			if !m.InTable { // those of a table stand under it
				n.notes = append(n.notes, b.note(m))
			}
			n.content.anchors = append(n.content.anchors, page.Anchor{Name: b.markAnchor(m), X: b.x, Y: 0})
		}
		n.again = again
		b.add(*n)
	}
	if again != nil {
		again.justified = len(b.document.Justified) - again.first
	}
}

// justified says how evenly a line was set.
func justified(lines []line, i int) page.JustifiedLine {
	l := &lines[i]
	return page.JustifiedLine{Ratio: l.Ratio, Unstretched: l.Unstretched, Words: l.Words, Kashidas: l.Kashidas, Follows: i > 0, Source: l.source}
}

// lineNodes makes the boxes of the lines of a paragraph. Single lines at the foot or
// the head of a page are forbidden.
func (b *builder) lineNodes(lines []line, t text) []node {
	nodes := make([]node, len(lines))
	var upper []inkBox // of the line above
	for i := range lines {
		l := &lines[i]
		marked := i > 0 && (l.Marked || lines[i-1].Marked)
		var ink []inkBox
		if marked || i < len(lines)-1 && (l.Marked || lines[i+1].Marked) {
			ink = b.inkOf(l.items)
		}
		opened := 0.0
		if marked {
			opened = b.leastDistance(upper, ink, t.style.Leading) - t.style.Leading
		}
		upper = ink
		nodes[i] = b.lineNode(l, t.style, opened)
		if i > 0 && (t.keepLines || i == 1 || i == len(lines)-1) {
			nodes[i].breakBefore = forbidden
		}
	}
	return nodes
}

// lineNode makes the box of a line. Baselines are a leading apart, and on the grid where
// they are of running text. A line that reaches higher or lower than its face, as with
// a picture in it, gets the room it needs; opened is the room above it that its ink and
// that of the line above need besides.
func (b *builder) lineNode(l *line, t theme.Text, opened float64) node {
	ascent, descent := b.extents(t)
	above := max(0, l.Ascent-ascent, opened)
	below := math.Max(0, l.Descent-descent)
	onGrid := b.onGrid(t)
	if onGrid {
		above += pagination.UpTo(above, step(b.theme))
	}
	baseline := above + (t.Leading-ascent-descent)/2 + ascent
	shift(l.items, b.x, baseline)
	n := node{
		kind: boxNode, height: above + t.Leading + below, lead: above, baseline: baseline, onGrid: onGrid, place: l.source,
		content: content{items: l.items, links: l.links},
	}
	n.content.items = append(b.marks(l, baseline), n.content.items...)
	for _, p := range l.pictures {
		b.linePicture(&n.content, &p, baseline)
	}
	for i := range n.content.links {
		n.content.links[i].X += b.x
		n.content.links[i].Y += baseline
	}
	return n
}

// extents are the ascent and descent of a style's face in points.
func (s *setter) extents(t theme.Text) (ascent, descent float64) {
	face, ok := s.env.Library.Face(t.Family, t.Bold)
	if !ok {
		return t.Size, t.Size / 2
	}
	return face.Ascent * t.Size, face.Descent * t.Size
}

func (b *builder) heading(h *brief.Heading) {
	if b.inNote {
		b.headingInNote(h)
		return
	}
	level := min(max(h.Level, 1), len(b.theme.Headings))
	look := b.theme.Headings[level-1]
	if level == 1 {
		b.chapter()
	}
	b.settle()
	before := look.Before
	if last := b.lastFilled(); last != nil && last.heading {
		before = math.Min(before, step(b.theme)) // it stands with the heading above it
	}
	b.space(before)
	e := b.tree.Add(b.parent, page.HeadingRole(level))
	b.element(e).Place = h.Span
	title := brief.Plain(h.Content)
	var spans []span
	label := b.names.Heading(h)
	if label != "" {
		title = label + " " + title
		number := b.span(label, look.Text, e, h.Span).kept()
		number.printed = true
		spans = append(spans, number,
			b.span("\u2002", look.Text, e, h.Span))
	}
	spans = append(spans, b.spans(h.Content, look.Text, e)...)
	t := text{style: look.Text, align: paragraph.Start, keepLines: true, anchors: []page.Anchor{{Name: h.ID}}}
	if label != "" { // the number stands at the side of all others
		t.direction = paragraph.LTR
		if b.rtl {
			t.direction = paragraph.RTL
		}
	}
	first := len(b.nodes)
	b.stack(spans, t)
	if level == 1 && first < len(b.nodes) {
		b.nodes[first].opens, b.nodes[first].section = true, b.headName(h)
	}
	if look.Rule {
		b.keepNext()
		rule := node{kind: boxNode, height: 5}
		rule.content.items = []page.Item{ruleItem(b.x, 3, b.width, 0.8, b.theme.Colors.Accent)}
		b.add(rule)
	}
	for i := first; i < len(b.nodes); i++ {
		b.nodes[i].heading = true
	}
	// What stands at the head of a page has no space above: heading and space below
	// fill half lines by themselves.
	height := heightOf(b.nodes[first:])
	after := steps(height+look.After, step(b.theme)) - height
	if after < 0 {
		after += step(b.theme)
	}
	b.keepNext()
	b.space(after)
	b.opening = true
	b.keepNext()
	b.bookmark(level, title, h.ID)
}

// chapter ends the pages of the text before a section of the first level, where the theme
// has it begin on a new one. What stands in a list, a quotation or a box is no section.
func (b *builder) chapter() {
	chapters := b.theme.Chapters
	if chapters != theme.PageChapters && chapters != theme.RectoChapters || b.depth > 0 || b.aside > 0 || len(b.frames) > 0 {
		return
	}
	b.trimSpace()
	b.closeSection(false)
	b.opener = chapters
}

// alignment is where the lines of a paragraph stand: as it says itself, or otherwise
// as is usual in its place.
func alignment(p *brief.Paragraph, otherwise paragraph.Align) paragraph.Align {
	switch p.Align {
	case brief.Centred:
		return paragraph.Center
	case brief.AtStart:
		return paragraph.Start
	case brief.AtEnd:
		return paragraph.End
	}
	return otherwise
}

// paragraph sets a paragraph in a style, with its lines where they stand in such
// a place unless it says otherwise itself.
func (b *builder) paragraph(p *brief.Paragraph, style theme.Text, align paragraph.Align) {
	if p.Quran {
		b.quran(p, style)
		return
	}
	e := b.tree.Add(b.parent, page.Paragraph)
	t := text{style: style, kashida: p.Kashida}
	if !b.opening { // what it opens has its own space
		b.space(b.paragraphSpace())
		t.indent = b.theme.Space.Indent
	}
	b.opening = false
	t.align = alignment(p, align)
	switch p.Direction {
	case brief.LeftToRight:
		t.direction = paragraph.LTR
	case brief.RightToLeft:
		t.direction = paragraph.RTL
	}
	if p.ID != "" {
		t.anchors = []page.Anchor{{Name: p.ID}}
	}
	b.stack(b.spans(p.Content, style, e), t)
	if strings.HasSuffix(strings.TrimSpace(brief.Plain(p.Content)), ":") {
		b.keep = math.Max(b.keep, costIntroduced)
	}
	b.placeNotes()
}

// thematicBreak sets a rule between what stands above and below it: at the head or the
// foot of a page, where it parts nothing, it vanishes with the space around it.
func (b *builder) thematicBreak() {
	b.blockSpace()
	length := b.width / 5
	n := node{kind: spaceNode, height: 1, rule: true}
	n.content.items = []page.Item{ruleItem(b.x+(b.width-length)/2, 0.5, length, 0.6, b.theme.Colors.Muted)}
	b.add(n)
	b.blockSpace()
}
