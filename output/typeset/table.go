package typeset

import (
	"math"
	"slices"

	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// table sets a table with its caption above it. Its head is repeated on each
// page it reaches; a row is never cut.
func (b *builder) table(t *brief.TableBlock) {
	if t.Landscape && b.sheet.Width < b.sheet.Height && len(b.frames) == 0 && b.aside == 0 {
		b.landscape(t.Span, func() { b.table(t) })
		return
	}
	group := b.tree.Add(b.parent, page.Div)
	nodes := b.apart(func() { b.tableNodes(t, group) })
	// A table with a caption is called by its number, so it may move like a figure. One
	// without stands where it is spoken of. What has room on a page is not cut, but for
	// a large one without caption, where too much would stay empty.
	height := heightOf(nodes)
	switch whole := b.sheet.textHeight(); {
	case t.Number > 0 && height <= whole:
		b.float(nodes, t.Span)
	default:
		for i := range nodes {
			switch {
			case i == 0 || height > whole:
			case height <= whole*shortTable:
				nodes[i].breakBefore = forbidden
			default:
				nodes[i].breakBefore = math.Max(nodes[i].breakBefore, cutTable)
			}
		}
		b.blockSpace()
		b.append(nodes)
		b.blockSpace()
	}
	b.placeNotes()
}

const (
	// shortTable is the part of a page up to which a table without a caption is always
	// kept whole, and cutTable what it costs to cut one that is longer: as much as a
	// third of a page that stays empty.
	shortTable = 0.45
	cutTable   = 26_000.0
)

func (b *builder) tableNodes(t *brief.TableBlock, group page.Ref) {
	first := len(b.nodes)
	if len(t.Caption) > 0 {
		b.caption(b.names.TableCaption(t), t.Caption, group, b.tableAlign())
		b.keepNext()
		b.room(5, 0)
		b.keepNext()
	}
	element := b.tree.Add(group, page.Table)
	b.element(element).Place = t.Span
	g := b.grid(t, element)
	b.measureColumns(g)
	b.setCells(g)
	b.stackRows(g, b.continued(t))
	if t.ID != "" {
		b.anchor(first, page.Anchor{Name: t.ID})
	}
	// What stands below begins where the table does, and is no narrower than can be read.
	inset := g.x - b.x
	if b.rtl {
		inset = b.x + b.width - g.x - g.width
	}
	end := b.width - inset - math.Max(g.width, math.Min(b.width-inset, b.width*leastNotes))
	b.within(inset, end, func() { b.underTable(t, group) })
}

// leastNotes is the part of the measure that the notes of a table have at least.
const leastNotes = 0.6

// tableAlign is where the caption of a table stands, and the table below it where it is
// narrower than the measure: in the middle; where lines begin where the captions of
// figures do, and in a part that runs against the document, which stands from its own
// side as a whole.
func (b *builder) tableAlign() paragraph.Align {
	if b.theme.Captions == theme.CaptionsAbove || b.rtl != locale.RightToLeft(b.brief.Meta.Lang) {
		return paragraph.Start
	}
	return paragraph.Center
}

// underTable sets what stands under a table: its notes, a remark, its source.
func (b *builder) underTable(t *brief.TableBlock, group page.Ref) {
	if len(t.Notes) == 0 && len(t.Note) == 0 && len(t.Source) == 0 {
		return
	}
	b.keepNext()
	b.room(4, forbidden)
	b.keepNext()
	parent := b.parent
	for _, n := range t.Notes {
		e := b.tree.Add(group, page.Note)
		b.element(e).ID, b.element(e).Place = b.own("note-"+noteName(n)), n.Span
		b.parent = e
		b.noteBlocks(n, e, b.small())
		b.keepNext()
	}
	b.parent = parent
	b.remark(b.names.Remark(), t.Note, group, paragraph.Start)
	if len(t.Note) > 0 && len(t.Source) > 0 { // as far apart as notes are
		b.keepNext()
		b.room(b.theme.Space.Note, forbidden)
		b.keepNext()
	}
	b.remark(b.names.Source(), t.Source, group, paragraph.Start)
	b.keep = 0
}

// names is the width, in em, below which a cell holds a name rather than a text.
const names = 12

// setCells sets the text of every cell in its width.
func (b *builder) setCells(g *grid) {
	s := b.theme.Space
	x, width, parent := b.x, b.width, b.parent
	for r := range g.rows {
		row := &g.rows[r]
		head := r < g.header
		for i := range row.cells {
			c := &row.cells[i]
			t := b.cellText(g, r, c)
			left, w := g.extent(c)
			b.x, b.width, b.parent = left+g.padding, w-2*g.padding, c.element
			col := &g.columns[c.column]
			if col.draws(c) {
				b.x, b.width = b.textOf(g, col)
			}
			spans := b.spans(c.cell.Content, t, c.element)
			// Heads and names have lines of like length, and text fills its own.
			even := head || b.width < t.Size*names
			c.nodes = b.apart(func() { b.stack(spans, text{style: t, align: b.cellAlign(g, c, r), keepLines: even}) })
			if c.isFigure {
				b.alignDecimal(g, col, c)
			}
			g.ruled = g.ruled || !head && c.rowSpan == 1 && len(c.nodes) > 1
			for _, n := range c.nodes {
				c.height += n.height
			}
			c.height += 2 * s.Row
			if c.rowSpan == 1 {
				row.height = math.Max(row.height, c.height)
			}
		}
		t := b.cellText(g, r, nil)
		if !head {
			b.drawRow(g, row, t)
		}
		row.height = math.Max(row.height, t.Leading+2*s.Row)
	}
	b.x, b.width, b.parent = x, width, parent
	// A cell over several rows makes the last of them tall enough.
	for r := range g.rows {
		for _, c := range g.rows[r].cells {
			if c.rowSpan < 2 {
				continue
			}
			last := min(r+c.rowSpan, len(g.rows)) - 1
			have := 0.0
			for y := r; y <= last; y++ {
				have += g.rows[y].height
			}
			g.rows[last].height += math.Max(0, c.height-have)
		}
	}
}

// extent is the left edge and the width of a cell.
func (g *grid) extent(c *gridCell) (x, width float64) {
	x = math.Inf(1)
	for k := c.column; k < c.column+c.colSpan && k < len(g.columns); k++ {
		x = math.Min(x, g.columns[k].x)
		width += g.columns[k].width
	}
	return x, width
}

// cellAlign is where the text of a cell stands: a head over several columns in their
// middle, numbers and the heads over them in that of their column, words at its start.
func (b *builder) cellAlign(g *grid, c *gridCell, row int) paragraph.Align {
	col := g.columns[c.column]
	if c.colSpan > 1 && row < g.header {
		return paragraph.Center
	}
	switch col.align {
	case brief.AlignCenter:
		return paragraph.Center
	case brief.AlignRight:
		if b.rtl {
			return paragraph.Start
		}
		return paragraph.End
	case brief.AlignLeft:
		if b.rtl {
			return paragraph.End
		}
		return paragraph.Start
	}
	if col.numeric && (col.drawn == nothingDrawn || c.isFigure) && c.colSpan == 1 {
		return paragraph.Center
	}
	return paragraph.Start
}

// alignDecimal moves a number so that the decimals of its column stand above each
// other, the widest of them in its middle.
func (b *builder) alignDecimal(g *grid, col *column, c *gridCell) {
	from, to := 0.0, 0.0
	if len(c.nodes) == 1 {
		from, to = itemsExtent(c.nodes[0].content.items)
	}
	if to == from {
		return
	}
	center := col.x + col.width/2
	if col.drawn != nothingDrawn {
		x, width := b.textOf(g, col)
		center = x + width/2
	}
	by := center + (col.whole-col.part)/2 - (from + c.whole)
	shift(c.nodes[0].content.items, by, 0)
	for i := range c.nodes[0].content.links {
		c.nodes[0].content.links[i].X += by
	}
}

// stackRows appends one node a row, with its rules and grounds. There are no more rules
// than are needed: above and below the table, below its head, above a total, and
// between rows only where some have several lines (Chicago Manual of Style, ch. 3).
func (b *builder) stackRows(g *grid, continued []node) {
	c := b.theme.Colors
	x, width := g.x, g.width
	var head *content
	headHeight := 0.0
	if g.header > 0 {
		n := node{kind: boxNode}
		n.content.items = append(n.content.items, rectangle(x, 0, width, g.height(0, g.header), c.Tint))
		n.content.items = append(n.content.items, ruleItem(x, 0, width, 1, c.Accent))
		for r := range g.header {
			b.rowContent(g, r, n.height, &n)
			b.spanRules(g, r, n.height, &n)
			n.height += g.rows[r].height
		}
		n.content.items = append(n.content.items, ruleItem(x, n.height, width, 0.7, c.Accent))
		head, headHeight = repeated(&n.content), n.height
		b.add(n)
		b.keepNext()
	}
	head, headHeight = b.headOf(g, continued, head, headHeight)
	body := g.rows[g.header:]
	for i := range body {
		r := g.header + i
		n := node{kind: boxNode, height: g.rows[r].height, head: head, headH: headHeight}
		b.rowContent(g, r, 0, &n)
		if r == 0 {
			n.content.items = append(n.content.items, ruleItem(x, 0, width, 1, c.Accent))
		}
		if i == len(body)-1 {
			n.content.items = append(n.content.items, ruleItem(x, n.height, width, 1, c.Accent))
		} else {
			b.rowRules(g, r, &n)
		}
		if g.rows[r].joined || g.rows[r].total || (i == len(body)-1 && len(body) > 2) || (i == 1 && len(body) > 2) {
			n.breakBefore = forbidden
		}
		b.add(n)
	}
}

// continued is the line that stands over a table where it goes on: its number,
// and that it does.
func (b *builder) continued(t *brief.TableBlock) []node {
	if t.Number == 0 {
		return nil
	}
	bold := b.fitting(b.theme.Caption)
	bold.Bold, bold.Color = true, b.theme.Colors.Accent
	spans := []span{{text: b.names.Continued(t), style: styleOf(bold), source: t.Span}}
	nodes := b.apart(func() { b.stack(spans, text{style: bold, align: b.tableAlign(), keepLines: true}) })
	return append(nodes, node{kind: boxNode, height: 4})
}

// headOf joins what is repeated over a table's later pages: the line that says
// so, and the rows of the head. It is decoration there, read once.
func (b *builder) headOf(g *grid, continued []node, rows *content, height float64) (*content, float64) {
	if len(continued) == 0 {
		return rows, height
	}
	all := node{kind: boxNode}
	pile(&all, continued, 0)
	above := heightOf(continued)
	head := repeated(&all.content)
	if rows != nil {
		shifted := repeated(rows)
		shifted.shift(above)
		head.join(shifted)
	} else {
		head.items = append(head.items, ruleItem(g.x, above, g.width, 1, b.theme.Colors.Accent))
	}
	return head, above + height
}

// rowRules draws the rule under a row, but not through a cell that goes on.
func (b *builder) rowRules(g *grid, r int, n *node) {
	weight, ink := 0.4, b.theme.Colors.Rule
	switch next := g.rows[r+1]; {
	case next.total && r+2 == len(g.rows):
		weight, ink = 0.7, b.theme.Colors.Accent
	case next.total:
		ink = b.theme.Colors.Accent
	case !g.ruled && !g.rows[r].total && !g.endsGroup(r):
		return
	}
	for k := range g.columns {
		if !g.goesOn(r, k) {
			n.content.items = append(n.content.items, ruleItem(g.columns[k].x, n.height, g.columns[k].width, weight, ink))
		}
	}
}

// spanRules draws a rule below each head of a row that spans several columns, as long
// as their text may be: so two beside each other do not touch.
func (b *builder) spanRules(g *grid, r int, top float64, n *node) {
	for i := range g.rows[r].cells {
		c := &g.rows[r].cells[i]
		below := r + c.rowSpan
		if c.colSpan < 2 || below >= g.header || len(c.nodes) == 0 {
			continue
		}
		x, width := g.extent(c)
		n.content.items = append(n.content.items,
			ruleItem(x+g.padding, top+g.height(r, below), width-2*g.padding, 0.5, b.theme.Colors.Accent))
	}
}

// endsGroup reports whether a row is the last of those that share a cell, or stands
// above the first of them.
func (g *grid) endsGroup(row int) bool {
	shares := func(r int) bool {
		return g.rows[r].joined || slices.ContainsFunc(g.rows[r].cells, func(c gridCell) bool { return c.rowSpan > 1 })
	}
	return g.spanned && !g.rows[row+1].joined && (shares(row) || shares(row+1))
}

// goesOn reports whether the cell of a column at a row reaches the row below.
func (g *grid) goesOn(row, column int) bool {
	if !g.spanned {
		return false
	}
	for r := range row + 1 {
		for _, c := range g.rows[r].cells {
			if c.column <= column && column < c.column+c.colSpan && r+c.rowSpan > row+1 {
				return true
			}
		}
	}
	return false
}

func (g *grid) height(from, to int) float64 {
	h := 0.0
	for _, r := range g.rows[from:to] {
		h += r.height
	}
	return h
}

// rowContent puts the cells of a row into a node: those of the body at the head of their
// height, beside the first line of their row, and heads at its foot, above what they
// head.
func (b *builder) rowContent(g *grid, r int, top float64, n *node) {
	for i := range g.rows[r].cells {
		c := &g.rows[r].cells[i]
		y := top + b.theme.Space.Row
		if r < g.header {
			y += g.height(r, min(r+c.rowSpan, len(g.rows))) - c.height
		}
		pile(n, c.nodes, y)
	}
}
