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

// caption reads a block as a table's caption: one that begins with a colon, or
// a paragraph next to a table that begins with the word.
func (c *conversion) caption(n ast.Node) (*caption, bool) {
	from := 0
	switch n.(type) {
	case *captionNode:
	case *ast.Paragraph:
		if !isTableNode(n.PreviousSibling()) && !isTableNode(n.NextSibling()) {
			return nil, false
		}
		start, stop := extent(n.Lines())
		word := captionWord(c.source[start:stop])
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
	t.Attributes, t.Source, t.Note = c.model(a), c.inlineValue(a, "source"), c.inlineValue(a, "note")
}

func (c *conversion) table(n *tables.Table) brief.Block {
	t := &brief.TableBlock{}
	for _, a := range n.Alignments {
		t.Columns = append(t.Columns, align(a))
	}
	stop := n.Pos()
	open := make([]int, len(n.Alignments)) // rows each column is still covered from above
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
			if !empty(r) {
				t.Header = append(t.Header, r)
			}
		} else {
			t.Rows = append(t.Rows, r)
		}
		stop = end
	}
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

// cells converts one row. A cell with {colspan=2} or {rowspan=2} covers the
// cells after or below it, which must be empty and are left out.
func (c *conversion) cells(row ast.Node, open []int) []brief.TableCell {
	var cells []brief.TableCell
	beside := 0 // cells that the one before covers
	column := 0
	c.inCell = true
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		cell := c.cell(n)
		covered := beside > 0 || column < len(open) && open[column] > 0
		if covered && len(cell.Content) > 0 {
			start, stop := extent(n.Lines())
			c.reader.add(coveredCell, start, stop)
		}
		if column < len(open) && open[column] > 0 {
			open[column]--
		}
		if beside > 0 {
			beside--
		}
		if !covered {
			cell.ColSpan = max(1, min(cell.ColSpan, len(open)-column))
			cell.RowSpan = max(1, min(cell.RowSpan, mostRows))
			beside = cell.ColSpan - 1
			for i := column; i < min(column+cell.ColSpan, len(open)); i++ {
				open[i] = max(open[i], cell.RowSpan-1)
			}
			cells = append(cells, cell)
		}
		column++
	}
	c.inCell = false
	return cells
}

func (c *conversion) cell(n ast.Node) brief.TableCell {
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
	return cell
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
