package typeset

import (
	"math"

	"warraq/input/brief"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// figureWithData sets a figure and the table of its data below it as one, so
// that they share a page. It sets nothing and returns false where they are
// higher than most of a page, or the figure cannot be drawn: then each stands
// for itself.
func (b *builder) figureWithData(f *brief.Figure, t *brief.TableBlock) bool {
	drawn := b.options.Figures[f]
	const row = 1.6 // the height of a row in leadings, about
	rows := float64(len(t.Header) + len(t.Rows))
	if drawn.Scene == nil || drawn.Scene.Height+rows*row*b.theme.Table.Leading > b.sheet.textHeight()*joinedData {
		return false
	}
	nodes := b.figureParts(f).nodes()
	group := b.tree.Add(b.parent, page.Div)
	nodes = append(nodes, node{kind: boxNode, height: b.theme.Space.Block})
	nodes = append(nodes, b.apart(func() { b.tableNodes(t, group) })...)
	b.float(nodes, f.Span)
	b.placeNotes()
	return true
}

// joinedData is the part of a page up to which a figure and its table stay
// together.
const joinedData = 0.6

// hiddenTable sets a table that is read and not seen: its cells stand in the
// structure tree, and their text, as a scanned page's, is painted without ink.
// It stands in the room below the picture, where no visible text is, in lines so
// small that they fit there; the cells of a row follow each other closely, so
// that those who extract text find rows and not columns.
func (b *builder) hiddenTable(t *brief.TableBlock, parent page.Ref, room *node) {
	element := b.tree.Add(parent, page.Table)
	b.element(element).Place = t.Span
	g := b.grid(t, element)
	leading := room.height / float64(len(g.rows))
	look := b.theme.Table
	look.Size = math.Min(1, leading/1.5)
	for r := range g.rows {
		pen := b.x
		if b.rtl {
			pen += b.width
		}
		for i := range g.rows[r].cells {
			items, width := b.hiddenCell(&g.rows[r].cells[i], look)
			if b.rtl {
				pen -= width
			}
			shift(items, pen, float64(r+1)*leading)
			room.content.items = append(room.content.items, items...)
			if b.rtl {
				pen -= look.Size * cellGap
			} else {
				pen += width + look.Size*cellGap
			}
		}
	}
}

// cellGap parts the cells of a hidden row, in em: a space for those who look.
const cellGap = 0.45

// hiddenCell sets the text of one cell on a line of its own that begins at x = 0,
// and returns its width.
func (b *builder) hiddenCell(c *gridCell, look theme.Text) ([]page.Item, float64) {
	const long = 10_000 // no cell breaks its line
	spans := b.spans(c.cell.Content, look, c.element)
	if len(spans) == 0 {
		return nil, 0
	}
	p := &paragraph.Text{Align: paragraph.Start, Width: long, Digits: b.digits, Direction: b.direction(spans)}
	lines := b.lines(p, spans, b.take(runes(spans)))
	if len(lines) == 0 {
		return nil, 0
	}
	items := lines[0].items
	from, to := itemsExtent(items)
	shift(items, -from, 0)
	for i := range items {
		unseen := *items[i].Text
		unseen.Invisible = true
		items[i].Text = &unseen
	}
	return items, to - from
}
