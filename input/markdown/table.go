package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"warraq/input/brief"
)

// A caption is what a table is called, with the table's attributes.
type caption struct {
	content     []brief.Inline
	attributes  *attributes
	start, stop int
}

// caption reads a block as the caption of a table or of code: one that begins with a
// colon, or a paragraph next to one of these that begins with its word.
func (c *conversion) caption(n ast.Node) (*caption, bool) {
	from := 0
	switch n.(type) {
	case *captionNode:
	case *ast.Paragraph:
		beside := func(is func(ast.Node) bool) bool { return is(n.PreviousSibling()) || is(n.NextSibling()) }
		start, stop := extent(n.Lines())
		word := 0
		if beside(isTableNode) {
			word = captionWord(c.source[start:stop], "Table:", "جدول:", "الجدول:")
		}
		if word == 0 && beside(isFence) {
			word = captionWord(c.source[start:stop], "Listing:", "قائمة:", "القائمة:")
		}
		if word == 0 {
			return nil, false
		}
		from = start + word
	default:
		return nil, false
	}
	start, stop := extent(n.Lines())
	content, a := c.content(n, from)
	return &caption{content, a, max(start, from), stop}, true
}

func (c *conversion) setCaption(t *brief.TableBlock, found *caption) {
	t.Caption = found.content
	if found.attributes != nil {
		c.setAttributes(t, found.attributes)
	}
}

// setAttributes gives a table its attributes: source and note are Markdown.
func (c *conversion) setAttributes(t *brief.TableBlock, a *attributes) {
	c.reader.Attributes.Table(t, c.placed(a))
	t.Source, t.Note = c.inlineValue(a, "source"), c.inlineValue(a, "note")
}

func (c *conversion) table(n *tables.Table) brief.Block {
	t := &brief.TableBlock{}
	for _, a := range n.Alignments {
		t.Columns = append(t.Columns, align(a))
	}
	stop := n.Pos()
	open := make([]covering, len(n.Alignments))
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if !c.reader.count(row.Pos()) {
			break
		}
		end := row.Pos() + lineLength(c.source, row.Pos())
		if a := c.attributesLine(row.Pos(), end); a != nil && row.NextSibling() == nil {
			// Attributes right below a table are no row of it.
			c.setAttributes(t, a)
			stop = end
			break
		}
		r := brief.TableRow{Span: c.text.Span(row.Pos(), end)}
		c.checkWidth(c.source[row.Pos():end], row.Pos(), len(n.Alignments))
		r.Cells = c.cells(row, open)
		if _, ok := row.(*tables.TableHeader); ok {
			c.closeSpans(open) // no cell of the head reaches into the body
			if !empty(r) {
				t.Header = append(t.Header, r)
			}
		} else {
			t.Rows = append(t.Rows, r)
		}
		stop = end
	}
	c.closeSpans(open)
	t.Span = c.text.Span(n.Pos(), stop)
	return t
}

// attributesLine returns the attributes that a line consists of, or nil.
func (c *conversion) attributesLine(start, end int) *attributes {
	for start < end && (c.source[start] == ' ' || c.source[start] == '\t') {
		start++
	}
	a, ok := parseAttributes(c.source[:end], start)
	if !ok || len(bytes.TrimSpace(c.source[a.stop:end])) > 0 {
		return nil
	}
	if _, cell := a.value("colspan"); cell {
		return nil
	}
	return a
}

func align(a tables.Alignment) brief.Align {
	switch a {
	case tables.AlignLeft:
		return brief.AlignLeft
	case tables.AlignRight:
		return brief.AlignRight
	case tables.AlignCenter:
		return brief.AlignCenter
	}
	return brief.AlignAuto
}

// A covering is what a cell with a rowspan does to one column of the rows below
// it.
type covering struct {
	rows int // that are still covered
	cell *brief.TableCell
	at   *attributes
}

// closeSpans tells of cells that reach below the last row of their part of the
// table, and lets them end there.
func (c *conversion) closeSpans(open []covering) {
	for i, o := range open {
		if o.rows > 0 && (i == 0 || open[i-1].cell != o.cell) {
			left := o.cell.RowSpan - o.rows
			c.reader.add(spanBeyond, o.at.start, o.at.stop, "rowspan", o.cell.RowSpan, left)
			o.cell.RowSpan = left
		}
	}
	clear(open)
}

// cells converts one row. A cell with {colspan=2} or {rowspan=2} covers the
// cells after or below it, which must be empty and are left out.
func (c *conversion) cells(row ast.Node, open []covering) []brief.TableCell {
	// Cells keep their place in the slice: those that cover rows below are
	// pointed at until these have come.
	cells := make([]brief.TableCell, 0, len(open))
	beside := 0 // cells that the one before covers
	column := 0
	c.inCell = true
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		cell, at := c.cell(n)
		// What a cell of this row covers, it covers below as well, but not from above.
		above := beside == 0 && column < len(open) && open[column].rows > 0
		if (above || beside > 0) && len(cell.Content) > 0 {
			start, stop := extent(n.Lines())
			c.reader.add(coveredCell, start, stop)
		}
		switch {
		case above:
			open[column].rows--
		case beside == 0 && column < len(open):
			cells = append(cells, cell)
			c.spread(open, column, &cells[len(cells)-1], at)
			beside = cells[len(cells)-1].ColSpan
		}
		beside = max(0, beside-1)
		column++
	}
	c.inCell = false
	return cells
}

// spread takes the columns and rows that a cell says it covers, as far as the
// table has them and no cell above does.
func (c *conversion) spread(open []covering, column int, cell *brief.TableCell, at *attributes) {
	free := 1
	for column+free < len(open) && open[column+free].rows == 0 {
		free++
	}
	if cell.ColSpan > free {
		c.reader.add(spanBeyond, at.start, at.stop, "colspan", cell.ColSpan, free)
		cell.ColSpan = free
	}
	for i := column; i < column+cell.ColSpan; i++ {
		open[i] = covering{cell.RowSpan - 1, cell, at}
	}
}

// cell converts a cell, and returns its attributes where it has some.
func (c *conversion) cell(n ast.Node) (brief.TableCell, *attributes) {
	start, stop := max(n.Pos(), 0), max(n.Pos(), 0)
	if n.Lines().Len() > 0 {
		start, stop = extent(n.Lines())
	} else if n.PreviousSibling() != nil && n.PreviousSibling().Lines().Len() > 0 {
		_, start = extent(n.PreviousSibling().Lines())
		stop = start
	}
	content, a := c.content(n, 0)
	cell := brief.TableCell{Content: content, ColSpan: 1, RowSpan: 1, Span: c.text.Span(start, stop)}
	if a != nil {
		for _, v := range a.values {
			number, err := strconv.Atoi(v.value)
			switch {
			case v.key == "colspan" && err == nil && number > 0:
				cell.ColSpan = number
			case v.key == "rowspan" && err == nil && number > 0:
				cell.RowSpan = number
			default:
				c.reader.add(badAttributes, a.start, a.stop)
			}
		}
	}
	return cell, a
}

// checkWidth finds cells beyond the last column, which goldmark drops.
func (c *conversion) checkWidth(line []byte, at, columns int) {
	trimmed := bytes.Trim(line, " \t")
	start := bytes.IndexFunc(line, func(r rune) bool { return r != ' ' && r != '\t' })
	trimmed = bytes.TrimPrefix(trimmed, []byte{'|'})
	if len(trimmed) < len(bytes.Trim(line, " \t")) {
		start++
	}
	cells := 1
	for i, b := range trimmed {
		if b != '|' || i > 0 && trimmed[i-1] == '\\' {
			continue
		}
		if cells++; cells > columns {
			if rest := bytes.Trim(trimmed[i+1:], " \t|"); len(rest) > 0 {
				c.reader.add(rowTooLong, at+start+i, at+len(line), columns)
			}
			return
		}
	}
}

func empty(r brief.TableRow) bool {
	for _, cell := range r.Cells {
		if len(cell.Content) > 0 {
			return false
		}
	}
	return true
}
