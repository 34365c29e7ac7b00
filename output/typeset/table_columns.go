package typeset

import (
	"math"
	"strings"
	"unicode"

	"warraq/input/brief"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// Columns are as wide as they need. What a table does not need stays beside it: columns
// that drift apart are hard to follow from one to the next (Chicago Manual of Style,
// ch. 3). These say how far it goes.
const (
	// apart is how much, in em, a column may be wider than it needs.
	apart = 2.2
	// nearlyFull is the part of the measure from which a table fills it: an edge that
	// nearly meets that of the text looks like a slip.
	nearlyFull = 0.8
	// closer is the part of the padding that is left before a cell breaks its line, and
	// closest the part before type gets smaller.
	closer, closest = 0.66, 0.45
	// smallest is the part of the size of type that is left before a word is broken.
	smallest = 0.8
)

// cellText is the look of a cell.
func (b *builder) cellText(g *grid, row int, c *gridCell) theme.Text {
	t := b.fitting(b.theme.Table)
	t.Size *= g.scale
	if row < g.header {
		t.Bold = true
		t.Color = b.theme.Colors.Accent
	}
	t.Bold = t.Bold || c != nil && c.cell.Total
	return t
}

// measureColumns gives each column its width, and the table its own.
func (b *builder) measureColumns(g *grid) {
	b.measureCells(g)
	for k := range g.columns {
		g.findNumeric(k)
	}
	b.fit(g)
	natural, least := g.need()
	room := b.width
	em := b.cellText(g, g.header, nil).Size
	switch {
	case natural <= room:
		g.spread(math.Min(room, natural+apart*em*float64(len(g.columns))), room)
	case least <= room:
		b.share(g, room)
	default:
		for k := range g.columns {
			g.columns[k].width = room * g.columns[k].least / math.Max(least, 1)
		}
	}
	g.width = 0
	for _, c := range g.columns {
		g.width += c.width
	}
	switch g.x = b.x; {
	case b.tableAlign() == paragraph.Center:
		g.x += (b.width - g.width) / 2
	case b.rtl:
		g.x += b.width - g.width
	}
	x := g.x
	if b.rtl {
		x += g.width
	}
	for k := range g.columns {
		c := &g.columns[k]
		if b.rtl {
			x -= c.width
			c.x = x
		} else {
			c.x = x
			x += c.width
		}
	}
}

// measureCells measures the text of each cell.
func (b *builder) measureCells(g *grid) {
	in := &inliner{builder: b, measuring: true}
	scratch := page.NewTree()
	signs := make([]decimals, len(g.columns))
	for r := range g.rows {
		for i := range g.rows[r].cells {
			c := &g.rows[r].cells[i]
			spans := b.measuredSpans(in, &scratch, g, r, c)
			if len(spans) == 0 {
				continue
			}
			c.natural, c.least = b.natural(&paragraph.Text{Digits: b.digits, Direction: b.direction(spans)}, spans)
			if f, ok := figureIn(c); ok && r >= g.header {
				c.isFigure = true
				signs[c.column].note(f)
			}
		}
	}
	for r := range g.rows[g.header:] {
		for i := range g.rows[g.header+r].cells {
			if c := &g.rows[g.header+r].cells[i]; c.isFigure {
				f, _ := figureIn(c)
				b.measureFigure(c, b.measuredSpans(in, &scratch, g, g.header+r, c), signs[c.column].whole(f))
			}
		}
	}
}

// measuredSpans are the spans of a cell that is only measured.
func (b *builder) measuredSpans(in *inliner, scratch *page.Tree, g *grid, row int, c *gridCell) []span {
	t := b.cellText(g, row, c)
	in.text, in.style, in.spans, in.tree = t, styleOf(t), nil, scratch
	in.all(c.cell.Content)
	return in.spans
}

// figureIn reads the number of a cell.
func figureIn(c *gridCell) (figure, bool) {
	if c.colSpan > 1 {
		return figure{}, false
	}
	return figureOf(brief.Plain(c.cell.Content))
}

// measureFigure finds where the whole digits of a number end on its line.
func (b *builder) measureFigure(c *gridCell, spans []span, whole int) {
	p := &paragraph.Text{Align: paragraph.Center, Width: c.natural + 1, Digits: b.digits, Direction: b.direction(spans)}
	lines, _ := b.set(p, spans, 0)
	c.isFigure = len(lines) == 1
	if !c.isFigure {
		return
	}
	from, to := itemsExtent(lines[0].items)
	end := afterDigit(lines[0].items, whole)
	if c.isFigure = !math.IsNaN(end); c.isFigure {
		c.whole, c.part = end-from, to-end
	}
}

// findNumeric finds whether a column is one of numbers, and how much room it needs. It
// is where most of its cells that say anything are numbers; in the first, which names
// the rows, all of them have to be.
func (g *grid) findNumeric(k int) {
	col := &g.columns[k]
	figures, others := 0, 0
	for r := range g.rows {
		for i := range g.rows[r].cells {
			c := &g.rows[r].cells[i]
			if c.column != k || c.colSpan > 1 {
				continue
			}
			col.natural, col.least = math.Max(col.natural, c.natural), math.Max(col.least, c.least)
			if r < g.header {
				continue
			}
			text := brief.Plain(c.cell.Content)
			switch {
			case c.isFigure:
				figures++
			case strings.ContainsFunc(text, isWordRune):
				others++
			}
		}
	}
	col.numeric = col.align == brief.AlignAuto && figures > 0 && figures > others && (k > 0 || others == 0)
	for r := range g.rows {
		for i := range g.rows[r].cells {
			c := &g.rows[r].cells[i]
			if c.column != k {
				continue
			}
			if c.isFigure = c.isFigure && col.numeric; c.isFigure {
				col.whole, col.part = math.Max(col.whole, c.whole), math.Max(col.part, c.part)
			}
		}
	}
	col.natural, col.least = math.Max(col.natural, col.whole+col.part), math.Max(col.least, col.whole+col.part)
}

// isWordRune reports whether a character says something: a dash or points in a column
// of numbers say that there is none.
func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }

// fit chooses padding and size of type. Padding gives before a line is broken that need
// not be, then before a word is; then type gets smaller.
func (b *builder) fit(g *grid) {
	room, cell := b.width, b.theme.Space.Cell
	n := float64(len(g.columns))
	sum := func(of func(column) float64) float64 {
		s := 0.0
		for _, c := range g.columns {
			s += of(c) + 1
		}
		return s
	}
	natural := sum(func(c column) float64 { return c.natural })
	least := sum(func(c column) float64 { return c.least })
	switch padding := (room - natural) / (2 * n); {
	case padding >= cell*closer:
		g.padding = math.Min(cell, padding)
	case (room-least)/(2*n) < cell:
		g.padding = math.Max(cell*closest, (room-least)/(2*n))
	}
	if words := room - 2*n*g.padding - n; least-n > words && words > 0 {
		g.scale = math.Max(smallest, words/(least-n))
	}
	for k := range g.columns {
		c := &g.columns[k]
		c.whole, c.part = c.whole*g.scale, c.part*g.scale
		c.natural, c.least = c.natural*g.scale+2*g.padding+1, c.least*g.scale+2*g.padding+1
	}
	for r := range g.rows {
		for i := range g.rows[r].cells {
			c := &g.rows[r].cells[i]
			c.natural, c.least, c.whole, c.part = c.natural*g.scale, c.least*g.scale, c.whole*g.scale, c.part*g.scale
		}
	}
	b.findDrawn(g)
	g.reachOver()
}

// reachOver makes the columns below a cell that spans several wide enough for it.
func (g *grid) reachOver() {
	for r := range g.rows {
		for _, c := range g.rows[r].cells {
			if c.colSpan < 2 {
				continue
			}
			natural, least := 0.0, 0.0
			columns := g.columns[c.column:min(c.column+c.colSpan, len(g.columns))]
			for _, col := range columns {
				natural, least = natural+col.natural, least+col.least
			}
			n := float64(len(columns))
			for k := range columns {
				columns[k].natural += math.Max(0, c.natural+2*g.padding+1-natural) / n
				columns[k].least += math.Max(0, c.least+2*g.padding+1-least) / n
			}
		}
	}
}

// need is the width that all columns would like, and the least they take.
func (g *grid) need() (natural, least float64) {
	for _, c := range g.columns {
		natural, least = natural+c.natural, least+c.least
	}
	return natural, least
}

// spread gives columns that have room what they like, and what is left: first columns
// of numbers become alike, then all grow by as much. A table that nearly fills the
// measure fills it.
func (g *grid) spread(width, room float64) {
	if width > room*nearlyFull {
		width = room
	}
	left, widest := width, 0.0
	for k := range g.columns {
		c := &g.columns[k]
		c.width = c.natural
		left -= c.width
		if c.numeric {
			widest = math.Max(widest, c.natural)
		}
	}
	lack := 0.0
	for _, c := range g.columns {
		if c.numeric {
			lack += widest - c.natural
		}
	}
	alike := math.Min(1, left/math.Max(lack, 1))
	for k := range g.columns {
		if c := &g.columns[k]; c.numeric {
			c.width += alike * (widest - c.natural)
		}
	}
	left -= alike * lack
	for k := range g.columns {
		g.columns[k].width += left / float64(len(g.columns))
	}
}

// widthOf is the width of a text on one line.
func (s *setter) widthOf(text string, t theme.Text) float64 {
	natural, _ := s.natural(&paragraph.Text{Digits: s.digits}, []span{{text: text, style: styleOf(t)}})
	return natural
}
