package typeset

import (
	"math"
	"strings"

	"warraq/input/brief"
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
	// A short table with a caption is called by its number, so it may move like
	// a figure; a long one breaks where it stands.
	if t.Number > 0 && heightOf(nodes) < b.sheet.textHeight()*floatingTable {
		b.float(nodes, t.Span)
	} else {
		b.blockSpace()
		b.append(nodes)
		b.blockSpace()
	}
	b.placeNotes()
}

// floatingTable is the part of a page up to which a table is kept whole.
const floatingTable = 0.6

func (b *builder) tableNodes(t *brief.TableBlock, group page.Ref) {
	first := len(b.nodes)
	if len(t.Caption) > 0 {
		b.caption(b.names.TableCaption(t), t.Caption, group)
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
	b.underTable(t, group)
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
		b.noteBlocks(n, e)
		b.keepNext()
	}
	b.parent = parent
	b.remark(b.names.Remark(), t.Note, group, paragraph.Start)
	if len(t.Note) > 0 {
		b.keepNext()
	}
	b.remark(b.names.Source(), t.Source, group, paragraph.Start)
	b.keep = 0
}

// cellText is the look of a cell.
func (b *builder) cellText(head bool) theme.Text {
	t := b.fitting(b.theme.Table)
	if head {
		t.Bold = true
		t.Color = b.theme.Colors.Accent
	}
	return t
}

// measureColumns gives each column its width: its natural width where all fit,
// else a share of the room by what each would like beyond its longest word.
func (b *builder) measureColumns(g *grid) {
	padding := 2 * b.theme.Space.Cell
	for k := range g.columns {
		b.findNumeric(g, k)
	}
	in := &inliner{builder: b, measuring: true}
	for r := range g.rows {
		t := b.cellText(r < g.header)
		for i := range g.rows[r].cells {
			c := &g.rows[r].cells[i]
			if c.colSpan > 1 {
				continue
			}
			scratch := page.NewTree()
			in.text, in.style, in.spans, in.tree = t, styleOf(t), nil, &scratch
			in.all(c.cell.Content)
			if len(in.spans) == 0 {
				continue
			}
			natural, least := b.natural(&paragraph.Text{Digits: b.digits, Direction: b.direction(in.spans)}, in.spans)
			col := &g.columns[c.column]
			col.natural = math.Max(col.natural, natural+padding+1)
			col.least = math.Max(col.least, least+padding+1)
		}
	}
	for k := range g.columns {
		if c := &g.columns[k]; c.numeric {
			c.natural = math.Max(c.natural, c.whole+c.part+padding+1)
			c.least = math.Max(c.least, c.whole+c.part+padding+1)
		}
	}
	b.findDrawn(g)
	natural, least := 0.0, 0.0
	for _, c := range g.columns {
		natural += c.natural
		least += c.least
	}
	room := b.width
	for k := range g.columns {
		c := &g.columns[k]
		switch {
		case natural <= room:
			// Wide columns take more of what is left over.
			c.width = c.natural + (room-natural)*c.natural/math.Max(natural, 1)
		case least <= room:
			c.width = c.least + (room-least)*(c.natural-c.least)/(natural-least)
		default:
			c.width = room * c.least / math.Max(least, 1)
		}
	}
	x := b.x
	if b.rtl {
		x = b.x + b.width
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

// findNumeric reports a column numeric when every cell of its body with text is
// a number, and measures it about the decimal.
func (b *builder) findNumeric(g *grid, k int) {
	col := &g.columns[k]
	if col.align != brief.AlignAuto {
		return
	}
	t := b.cellText(false)
	found := false
	var wholes, parts []float64
	for _, r := range g.rows[g.header:] {
		for _, c := range r.cells {
			if c.column != k || c.colSpan > 1 {
				continue
			}
			s := strings.TrimSpace(brief.Plain(c.cell.Content))
			if isUnknown(s) {
				continue
			}
			if !isFigure(s) {
				return
			}
			found = true
			part := b.afterDecimal(s, t, b.rtl)
			wholes, parts = append(wholes, b.widthOf(s, t)-part), append(parts, part)
		}
	}
	col.numeric = found
	for i := range wholes {
		col.whole = math.Max(col.whole, wholes[i])
		col.part = math.Max(col.part, parts[i])
	}
}

// widthOf is the width of a text on one line.
func (s *setter) widthOf(text string, t theme.Text) float64 {
	natural, _ := s.natural(&paragraph.Text{Digits: s.digits}, []span{{text: text, style: styleOf(t)}})
	return natural
}

// setCells sets the text of every cell in its width.
func (b *builder) setCells(g *grid) {
	s := b.theme.Space
	x, width, parent := b.x, b.width, b.parent
	for r := range g.rows {
		row := &g.rows[r]
		t := b.cellText(r < g.header)
		for i := range row.cells {
			c := &row.cells[i]
			left, w := g.extent(c)
			b.x, b.width, b.parent = left+s.Cell, w-2*s.Cell, c.element
			if col := &g.columns[c.column]; col.draws(c) {
				b.x, b.width = b.textOf(col)
			}
			spans := b.spans(c.cell.Content, t, c.element)
			c.nodes = b.apart(func() { b.stack(spans, text{style: t, align: b.cellAlign(g, c, r), keepLines: true}) })
			if col := &g.columns[c.column]; col.numeric && r >= g.header && c.colSpan == 1 {
				b.alignDecimal(col, c, t)
			}
			for _, n := range c.nodes {
				c.height += n.height
			}
			c.height += 2 * s.Row
			if c.rowSpan == 1 {
				row.height = math.Max(row.height, c.height)
			}
		}
		if r >= g.header {
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

func (b *builder) cellAlign(g *grid, c *gridCell, row int) paragraph.Align {
	col := g.columns[c.column]
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
	if c.colSpan > 1 || (col.numeric && col.drawn == nothingDrawn && (row < g.header || c.colSpan == 1)) {
		return paragraph.Center
	}
	return paragraph.Start
}

// alignDecimal moves a number, set in the middle of its cell, so that the
// decimals of its column stand above each other.
func (b *builder) alignDecimal(col *column, c *gridCell, t theme.Text) {
	s := strings.TrimSpace(brief.Plain(c.cell.Content))
	if !isFigure(s) || len(c.nodes) != 1 {
		return
	}
	part := b.afterDecimal(s, t, b.rtl)
	from, to := itemsExtent(c.nodes[0].content.items)
	if to == from {
		return
	}
	center := col.x + col.width/2
	if col.drawn != nothingDrawn {
		x, width := b.textOf(col)
		center = x + width/2
	}
	right := center + (col.whole+col.part)/2 - (col.part - part)
	shift(c.nodes[0].content.items, right-to, 0)
	for i := range c.nodes[0].content.links {
		c.nodes[0].content.links[i].X += right - to
	}
}

// stackRows appends one node a row, with its rules and grounds.
func (b *builder) stackRows(g *grid, continued []node) {
	c := b.theme.Colors
	x, width := b.x, b.width
	var head *content
	headHeight := 0.0
	if g.header > 0 {
		n := node{kind: boxNode}
		n.content.items = append(n.content.items, rectangle(x, 0, width, g.height(0, g.header), c.Tint))
		n.content.items = append(n.content.items, ruleItem(x, 0, width, 1, c.Accent))
		for r := range g.header {
			b.rowContent(g, r, n.height, &n)
			n.height += g.rows[r].height
		}
		n.content.items = append(n.content.items, ruleItem(x, n.height, width, 0.7, c.Accent))
		head, headHeight = repeated(&n.content), n.height
		b.add(n)
		b.keepNext()
	}
	head, headHeight = b.headOf(continued, head, headHeight)
	body := g.rows[g.header:]
	for i := range body {
		r := g.header + i
		n := node{kind: boxNode, height: g.rows[r].height, head: head, headH: headHeight}
		b.rowContent(g, r, 0, &n)
		if i == len(body)-1 {
			n.content.items = append(n.content.items, ruleItem(x, n.height, width, 1, c.Accent))
		} else {
			b.rowRules(g, r, &n)
		}
		if g.rows[r].joined || (i == len(body)-1 && len(body) > 2) || (i == 1 && len(body) > 2) {
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
	nodes := b.apart(func() { b.stack(spans, text{style: bold, align: paragraph.Center, keepLines: true}) })
	return append(nodes, node{kind: boxNode, height: 4})
}

// headOf joins what is repeated over a table's later pages: the line that says
// so, and the rows of the head. It is decoration there, read once.
func (b *builder) headOf(continued []node, rows *content, height float64) (*content, float64) {
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
		head.items = append(head.items, ruleItem(b.x, above, b.width, 1, b.theme.Colors.Accent))
	}
	return head, above + height
}

// rowRules draws the rule under a row, but not through a cell that goes on.
func (b *builder) rowRules(g *grid, r int, n *node) {
	for k := range g.columns {
		if !g.goesOn(r, k) {
			n.content.items = append(n.content.items,
				ruleItem(g.columns[k].x, n.height, g.columns[k].width, 0.4, b.theme.Colors.Rule))
		}
	}
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

// rowContent puts the cells of a row into a node, each in the middle of its
// height where it has more than it needs.
func (b *builder) rowContent(g *grid, r int, top float64, n *node) {
	for i := range g.rows[r].cells {
		c := &g.rows[r].cells[i]
		height := g.height(r, min(r+c.rowSpan, len(g.rows)))
		y := top + b.theme.Space.Row
		if c.rowSpan > 1 {
			y = top + (height-c.height)/2 + b.theme.Space.Row
		}
		pile(n, c.nodes, y)
	}
}
