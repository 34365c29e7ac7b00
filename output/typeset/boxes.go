package typeset

import (
	"math"

	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// division sets a part in another language or direction: its text, headings, lists, bars
// and tables all stand on its own side.
func (b *builder) division(d *brief.Division) {
	fromRight := b.fromRight
	if d.Language != "" {
		fromRight = locale.RightToLeft(d.Language)
	}
	switch d.Direction {
	case brief.LeftToRight:
		fromRight = false
	case brief.RightToLeft:
		fromRight = true
	}
	if d.ID != "" {
		b.waiting = append(b.waiting, page.Anchor{Name: d.ID})
	}
	b.under(page.Div, func() {
		b.element(b.parent).Language = d.Language
		b.part(d.Language, fromRight, func() { b.blocks(d.Blocks) })
	})
}

func (b *builder) quote(q *brief.Quote) {
	s := b.theme.Space
	b.blockSpace()
	rtl := b.rtl // the frame is painted when all is set
	bar := &frame{x: b.x, width: b.width, paint: func(x, y, width, height float64) []page.Item {
		at := x
		if rtl {
			at = x + width - 2
		}
		return []page.Item{rectangle(at, y, 2, height, b.theme.Colors.Rule)}
	}}
	b.inFrame(bar, func() {
		b.under(page.BlockQuote, func() {
			b.within(s.QuoteIndent, s.QuoteIndent, func() { b.open(q.Blocks) })
		})
	})
	b.blockSpace()
}

// box sets blocks on a ground of their own with a bar at the side where lines
// begin.
func (b *builder) box(look theme.Callout, set func()) {
	s := b.theme.Space
	b.blockSpace()
	rtl := b.rtl
	ground := &frame{x: b.x, width: b.width, above: s.BoxPadding * 0.6, below: s.BoxPadding * 0.75, paint: func(x, y, width, height float64) []page.Item {
		at := x
		if rtl {
			at = x + width - 3
		}
		return []page.Item{
			rectangle(x, y, width, height, look.Ground),
			rectangle(at, y, 3, height, look.Color),
		}
	}}
	first := len(b.nodes)
	b.padded(ground, func() { b.within(s.BoxPadding+3, s.BoxPadding, set) })
	b.keepWhole(first)
	b.blockSpace()
}

// costCut is the cost of a page that begins within a short box: it is cut only where the
// page before would else end some three lines early. Over 24 reports of mixed parts 1 of
// 246 boxes is cut, and 21 pages are short.
const costCut = 6500

// keepWhole keeps what stands from a node on together, where it is no higher than a third
// of a page.
func (b *builder) keepWhole(first int) {
	made := b.nodes[first:]
	if heightOf(made) > b.sheet.textHeight()/3 {
		return
	}
	begun := false
	for i := range made {
		if made[i].kind == boxNode {
			if begun {
				made[i].breakBefore = math.Max(made[i].breakBefore, costCut)
			}
			begun = true
		}
	}
}

// belowTitle keeps the title of a box clear of its text.
func (b *builder) belowTitle() {
	b.keepNext()
	b.room(b.theme.Space.BoxPadding/3, forbidden)
	b.keepNext()
}

func (b *builder) callout(c *brief.Callout) {
	look := b.theme.Callout(c.Kind)
	title := b.fitting(b.theme.Headings[3].Text)
	title.Color = look.Color
	b.under(page.Div, func() {
		b.box(look, func() {
			e := b.tree.Add(b.parent, page.Paragraph)
			spans := b.spans(c.Title, title, e)
			if len(spans) == 0 {
				spans = []span{b.span(b.names.Callout(c), title, e, c.Span)}
			}
			b.stack(spans, text{style: title, align: paragraph.Start, keepLines: true})
			b.belowTitle()
			b.open(c.Blocks)
		})
	})
}
