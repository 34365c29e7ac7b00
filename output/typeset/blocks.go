package typeset

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

func (b *builder) blocks(list []brief.Block) {
	for i := 0; i < len(list) && b.ctx.Err() == nil; i++ {
		if i+1 < len(list) {
			first, ok := list[i].(*brief.Figure)
			second, also := list[i+1].(*brief.Figure)
			if ok && also && half(first) && half(second) {
				b.figurePair(first, second)
				i++
				continue
			}
			if data, is := list[i+1].(*brief.TableBlock); ok && is && slices.Contains(data.Classes, "figure-data") && b.figureWithData(first, data) {
				i++
				continue
			}
		}
		b.block(list[i])
	}
}

func (b *builder) block(block brief.Block) {
	switch n := block.(type) {
	case *brief.Heading:
		b.heading(n)
	case *brief.Paragraph:
		b.paragraph(n.Content, n.Classes, n.ID, b.theme.Body)
	case *brief.List:
		b.listBlock(n)
	case *brief.DefinitionList:
		b.definitions(n)
	case *brief.Quote:
		b.quote(n)
	case *brief.Callout:
		b.callout(n)
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
	// kashida is the choice of a paragraph's class, if it makes one.
	kashida brief.Kashida
}

// stack sets spans as one paragraph and appends its lines. Single lines at the
// foot or head of a page are forbidden.
func (b *builder) stack(spans []paragraph.Span, t text) {
	if len(spans) == 0 {
		return
	}
	direction := t.direction
	if direction == paragraph.Auto {
		direction = b.direction(spans)
	}
	if t.align == paragraph.Justify && rightToLeft(b.brief.Meta.Lang) == (direction == paragraph.LTR) {
		// Text that runs against the document is a reference, with addresses that
		// break at few places: justified it would gape. In a list it stays with the
		// markers of the others.
		if t.align = paragraph.Start; t.direction == paragraph.Auto && b.depth == 0 {
			t.direction = direction
		}
	}
	if t.align == paragraph.Start && t.direction == paragraph.Auto && b.rtl && direction == paragraph.LTR {
		// A Latin heading, caption or cell stands at the side of all others.
		t.align = paragraph.End
	}
	p := &paragraph.Text{
		Spans: spans, Direction: direction, Align: t.align, Width: b.width, Indent: t.indent,
		Order: b.order, Digits: b.options.Digits, Language: b.brief.Meta.Lang,
	}
	if places := b.kashida(t.kashida); t.align == paragraph.Justify && places != paragraph.NoKashida {
		p.Kashida, p.Places = true, places
		b.reportTatweel(spans, t.style)
	}
	for _, s := range spans {
		b.order += utf8.RuneCountInString(s.Text) + 1
	}
	lines, problems := paragraph.Set(p, b.env)
	b.problems.Add(problems...)
	b.document.Justified = append(b.document.Justified, paragraph.Justified(lines)...)
	for i, line := range lines {
		n := b.lineNode(&line, t.style)
		switch {
		case i == 0:
			n.content.anchors = append(n.content.anchors, t.anchors...)
		case t.keepLines, i == 1, i == len(lines)-1:
			n.breakBefore = forbidden
		}
		b.add(n)
	}
}

// lineNode makes the box of a line. Baselines are a leading apart; a line that
// reaches higher or lower than its face gets the room it needs, so that vowel
// marks never touch the line above.
func (b *builder) lineNode(line *paragraph.Line, t theme.Text) node {
	ascent, descent := b.extents(t)
	above := math.Max(0, line.Ascent-ascent)
	below := math.Max(0, line.Descent-descent)
	baseline := above + (t.Leading-ascent-descent)/2 + ascent
	shift(line.Items, b.x, baseline)
	n := node{
		kind: boxNode, height: above + t.Leading + below, baseline: baseline, place: line.Source,
		content: content{items: line.Items, links: line.Links},
	}
	for i := range n.content.links {
		n.content.links[i].X += b.x
		n.content.links[i].Y += baseline
	}
	for _, it := range line.Items {
		if anchor, ok := b.slotAnchors[it.Slot]; ok {
			delete(b.slotAnchors, it.Slot)
			n.content.anchors = append(n.content.anchors, page.Anchor{Name: anchor, X: b.x})
		}
	}
	for _, m := range line.Notes {
		if b.marked[m] { // a note stands on the page of its first mark
			continue
		}
		b.marked[m] = true
		if !m.InTable { // those of a table stand under it
			n.notes = append(n.notes, b.note(m))
		}
		n.content.anchors = append(n.content.anchors, page.Anchor{Name: noteMarkAnchor(m), X: b.x, Y: 0})
	}
	return n
}

// extents are the ascent and descent of a style's face in points.
func (b *builder) extents(t theme.Text) (ascent, descent float64) {
	face, ok := b.options.Library.Face(t.Family, t.Bold)
	if !ok {
		return t.Size, t.Size / 2
	}
	return face.Ascent * t.Size, face.Descent * t.Size
}

func (b *builder) heading(h *brief.Heading) {
	level := min(max(h.Level, 1), len(b.theme.Headings))
	look := b.theme.Headings[level-1]
	b.settle()
	b.space(look.Before)
	// Levels never skip one, whatever the author's marks say (ISO 14289-1 §7.4).
	b.level = min(level, b.level+1)
	role := [...]page.Role{page.Heading1, page.Heading2, page.Heading3, page.Heading4, page.Heading5, page.Heading6}[b.level-1]
	e := b.parent.Add(role)
	e.Place = h.Span
	title := plainText(h.Content)
	var spans []paragraph.Span
	label := b.headingLabel(h)
	if label != "" {
		title = label + " " + title
		spans = append(spans, paragraph.Span{Text: label, Style: styleOf(look.Text), Slot: slot(e), Source: h.Span, Keep: true},
			paragraph.Span{Text: "\u2002", Style: styleOf(look.Text), Slot: slot(e), Source: h.Span})
	}
	spans = append(spans, b.spans(h.Content, look.Text, e)...)
	t := text{style: look.Text, align: paragraph.Start, keepLines: true, anchors: []page.Anchor{{Name: h.ID}}}
	if label != "" && b.rtl {
		t.direction = paragraph.RTL // the number stands at the side of all others
	}
	b.stack(spans, t)
	if look.Rule {
		b.keepNext()
		rule := node{kind: boxNode, height: 5}
		rule.content.items = []page.Item{ruleItem(b.x, 3, b.width, 0.8, b.theme.Colors.Accent)}
		b.add(rule)
	}
	b.keepNext()
	b.space(look.After)
	b.opening = true
	b.keepNext()
	b.document.Outline = append(b.document.Outline, page.OutlineItem{Level: b.level, Title: title, Anchor: h.ID})
}

// headingLabel is what stands before a heading's text: its number, or the
// letter of an appendix.
func (b *builder) headingLabel(h *brief.Heading) string {
	if h.Level == 1 && slices.Contains(h.Classes, "appendix") {
		n := 0
		for _, block := range b.brief.Body {
			if o, ok := block.(*brief.Heading); ok && o.Level == 1 && slices.Contains(o.Classes, "appendix") {
				n++
				if o == h {
					break
				}
			}
		}
		letter := string(rune('A' + (n-1)%26))
		if b.rtl {
			letter = numeral.Abjad(n)
		}
		return b.words.appendix + "\u00a0" + letter + ":"
	}
	if len(h.Number) == 0 {
		return ""
	}
	return b.sectionNumber(h.Number)
}

func (b *builder) paragraph(content []brief.Inline, classes []string, id string, style theme.Text) {
	b.space(b.paragraphSpace())
	e := b.parent.Add(page.Paragraph)
	t := text{style: style, align: paragraph.Justify}
	if !b.opening {
		t.indent = b.theme.Space.Indent
	}
	b.opening = false
	for _, c := range classes {
		switch c {
		case "center":
			t.align = paragraph.Center
		case "start":
			t.align = paragraph.Start
		case "end":
			t.align = paragraph.End
		case "ltr":
			t.direction = paragraph.LTR
		case "rtl":
			t.direction = paragraph.RTL
		default:
			if k, ok := kashidaClass(c); ok {
				t.kashida = k
			}
		}
	}
	if id != "" {
		t.anchors = []page.Anchor{{Name: id}}
	}
	b.stack(b.spans(content, style, e), t)
	if strings.HasSuffix(strings.TrimSpace(plainText(content)), ":") {
		b.keep = math.Max(b.keep, costIntroduced)
	}
	b.placeNotes()
}

func (b *builder) listBlock(l *brief.List) {
	e := b.parent.Add(page.List)
	e.Numbering = "Disc"
	if l.Ordered {
		e.Numbering = "Decimal"
		if b.depth%2 == 1 {
			e.Numbering = "LowerAlpha" // the nearest ListNumbering has for abjad
		}
	} else if b.depth%2 == 1 {
		e.Numbering = "Circle"
	}
	parent, tight := b.parent, b.tight
	outer := b.paragraphSpace()
	b.tight = l.Tight
	rtl := b.rtl
	b.rtl = rightToLeft(b.brief.Meta.Lang) && !b.latinList(l) // also within a Latin list
	indent := b.markerRoom(l)
	b.space(outer)
	for i, item := range l.Items {
		if i > 0 {
			b.space(b.paragraphSpace())
		}
		li := e.Add(page.ListItem)
		label, body := li.Add(page.Label), li.Add(page.ListBody)
		marker := b.marker(l, i)
		b.parent = body
		b.depth++
		b.hang(marker, label, item.Span, b.theme.Body, indent, func() { b.blocks(item.Blocks) })
		b.depth--
	}
	b.parent, b.tight, b.rtl = parent, tight, rtl
	b.space(outer)
}

// latinList reports whether all items of a list begin with text that runs from
// left to right: then their markers stand on the left. A single Latin item stays
// in line with the others.
func (b *builder) latinList(l *brief.List) bool {
	for _, item := range l.Items {
		if len(item.Blocks) == 0 {
			return false
		}
		p, ok := item.Blocks[0].(*brief.Paragraph)
		if !ok {
			return false
		}
		if arabic, other := countLetters(plainText(p.Content)); arabic > 0 || other == 0 {
			return false
		}
	}
	return len(l.Items) > 0
}

// markerRoom is the room before the items of a list: that of the theme, or what
// its widest marker needs.
func (b *builder) markerRoom(l *brief.List) float64 {
	room := b.theme.Space.ListIndent
	if l.Ordered {
		for _, i := range []int{0, len(l.Items) - 1} {
			room = math.Max(room, b.width1(b.marker(l, i), b.theme.Body)+b.theme.Body.Size*0.4)
		}
	}
	return room
}

// paragraphSpace is the space between paragraphs: less in a tight list.
func (b *builder) paragraphSpace() float64 {
	if b.tight {
		return b.theme.Space.ListItem
	}
	return b.theme.Space.Paragraph
}

// marker is what stands before a list item: digits or abjad letters in turn
// where lists nest, and likewise two bullets.
func (b *builder) marker(l *brief.List, i int) string {
	if !l.Ordered {
		return [...]string{"•", "–"}[b.depth%2]
	}
	n := l.Start + i
	if b.depth%2 == 1 && b.rtl && n > 0 {
		return numeral.Abjad(n) + "."
	}
	return b.integer(n) + "."
}

// hang sets blocks beside a marker in a room before them, which stands on the baseline of their first
// line.
func (b *builder) hang(marker string, label *page.Element, place source.Span, t theme.Text, indent float64, set func()) {
	order := b.order
	b.order += utf8.RuneCountInString(marker) + 1
	var made []node
	b.within(indent, 0, func() { made = b.apart(set) })
	for len(made) > 0 && made[0].kind == spaceNode {
		made = made[1:]
	}
	baseline := t.Leading * 0.7
	if len(made) == 0 {
		made = []node{{kind: boxNode, height: t.Leading, place: place}}
	} else if made[0].baseline > 0 {
		baseline = made[0].baseline
	}
	p := &paragraph.Text{
		Spans: []paragraph.Span{{Text: marker, Style: styleOf(t), Slot: slot(label), Source: place, Keep: true}},
		Width: indent * 1.4, Align: paragraph.Start, Order: order, Digits: b.options.Digits, Language: b.brief.Meta.Lang,
	}
	x := b.x
	p.Direction = paragraph.LTR
	if b.rtl {
		p.Direction = paragraph.RTL
		x = b.x + b.width - p.Width
	}
	lines, problems := paragraph.Set(p, b.env)
	b.problems.Add(problems...)
	if len(lines) > 0 {
		shift(lines[0].Items, x, baseline)
		first := &made[0]
		first.content.items = append(lines[0].Items, first.content.items...)
	}
	b.append(made)
}

// append puts a list made apart into the list, inside the frames of this place.
func (b *builder) append(made []node) {
	for _, n := range made {
		b.add(n)
	}
}

func (b *builder) definitions(d *brief.DefinitionList) {
	e := b.parent.Add(page.List)
	parent := b.parent
	for _, item := range d.Items {
		b.space(b.theme.Space.Paragraph)
		li := e.Add(page.ListItem)
		term := b.theme.Body
		term.Bold = true
		b.stack(b.spans(item.Term, term, li.Add(page.Label)), text{style: term, align: paragraph.Start, keepLines: true})
		b.keepNext()
		b.parent = li.Add(page.ListBody)
		b.within(b.theme.Space.ListIndent, 0, func() { b.blocks(item.Blocks) })
	}
	b.parent = parent
}

// inFrame sets blocks inside a frame.
func (b *builder) inFrame(f *frame, set func()) {
	frames := b.frames
	b.frames = append(frames[:len(frames):len(frames)], f)
	set()
	b.frames = frames
}

func (b *builder) quote(q *brief.Quote) {
	s := b.theme.Space
	b.space(s.Block)
	bar := &frame{x: b.x, width: b.width, paint: func(x, y, width, height float64) []page.Item {
		at := x
		if b.rtl {
			at = x + width - 2
		}
		return []page.Item{rectangle(at, y, 2, height, b.theme.Colors.Rule)}
	}}
	b.inFrame(bar, func() {
		b.under(page.BlockQuote, func() {
			b.within(s.QuoteIndent, s.QuoteIndent, func() { b.blocks(q.Blocks) })
		})
	})
	b.space(s.Block)
}

// box sets blocks on a ground of their own with a bar at the side where lines
// begin.
func (b *builder) box(look theme.Callout, set func()) {
	s := b.theme.Space
	b.space(s.Block)
	ground := &frame{x: b.x, width: b.width, paint: func(x, y, width, height float64) []page.Item {
		at := x
		if b.rtl {
			at = x + width - 3
		}
		return []page.Item{
			rectangle(x, y, width, height, look.Ground),
			rectangle(at, y, 3, height, look.Color),
		}
	}}
	b.inFrame(ground, func() {
		b.within(s.BoxPadding+3, s.BoxPadding, func() {
			b.room(s.BoxPadding*0.6, 0)
			b.keepNext()
			set()
			b.trimSpace()
			b.room(s.BoxPadding*0.75, forbidden)
		})
	})
	b.space(s.Block)
}

// trimSpace takes back space at the end of the list.
func (b *builder) trimSpace() {
	for len(b.list) > 0 && b.list[len(b.list)-1].kind == spaceNode {
		b.list = b.list[:len(b.list)-1]
	}
}

func (b *builder) callout(c *brief.Callout) {
	look := b.theme.Callout(c.Kind)
	title := b.theme.Headings[3].Text
	title.Color = look.Color
	b.under(page.Div, func() {
		b.box(look, func() {
			e := b.parent.Add(page.Paragraph)
			spans := b.spans(c.Title, title, e)
			if len(spans) == 0 {
				word := b.words.callouts[c.Kind]
				spans = []paragraph.Span{{Text: word, Style: styleOf(title), Slot: slot(e), Source: c.Span}}
			}
			b.stack(spans, text{style: title, align: paragraph.Start, keepLines: true})
			b.keepNext()
			b.blocks(c.Blocks)
		})
	})
}

func (b *builder) codeBlock(c *brief.CodeBlock) {
	s := b.theme.Space
	b.space(s.Block)
	ground := &frame{x: b.x, width: b.width, paint: func(x, y, width, height float64) []page.Item {
		return []page.Item{rectangle(x, y, width, height, b.theme.Colors.Tint)}
	}}
	e := b.parent.Add(page.Code)
	style := styleOf(b.theme.Code)
	style.LTR = true
	b.inFrame(ground, func() {
		b.within(s.BoxPadding, s.BoxPadding, func() {
			b.room(s.BoxPadding/2, 0)
			for line := range strings.SplitSeq(strings.TrimSuffix(c.Value, "\n"), "\n") {
				if line == "" {
					line = " "
				}
				spans := []paragraph.Span{{Text: strings.ReplaceAll(line, "\t", "    "), Style: style, Slot: slot(e), Source: c.Span}}
				b.stack(spans, text{style: b.theme.Code, align: paragraph.Start, direction: paragraph.LTR})
			}
			b.room(s.BoxPadding/2, forbidden)
		})
	})
	b.space(s.Block)
}

func (b *builder) thematicBreak() {
	b.space(b.theme.Space.Block)
	length := b.width / 5
	n := node{kind: boxNode, height: 1}
	n.content.items = []page.Item{ruleItem(b.x+(b.width-length)/2, 0.5, length, 0.6, b.theme.Colors.Muted)}
	b.add(n)
	b.space(b.theme.Space.Block)
}
