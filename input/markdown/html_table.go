package markdown

import (
	"strconv"
	"strings"

	"warraq/input/brief"
	"warraq/input/source"
)

// tableTag is a table of HTML while it is read.
type tableTag struct {
	caption      []brief.Inline
	header, rows []brief.TableRow
	row          brief.TableRow
	heads        int // cells of the row that are of the head
}

// tablePart gives a cell to its row, and a row to its table.
func (f *flow) tablePart(p *part, span source.Span) {
	var t *tableTag
	inHead := false
	for i := len(f.open) - 1; i > 0 && t == nil; i-- {
		inHead = inHead || f.open[i].is("thead")
		t = f.open[i].table
	}
	if t == nil { // a row or a cell outside of a table is text
		f.top().blocks = append(f.top().blocks, p.blocks...)
		return
	}
	switch p.name {
	case "caption":
		t.caption = f.flatten(p.blocks)
	case "td", "th":
		for _, b := range p.blocks {
			if inner, ok := b.(*brief.TableBlock); ok {
				f.reader.Problems.Add(nestedTable.At(inner.Span))
			}
		}
		cell := brief.TableCell{Content: f.flatten(p.blocks), ColSpan: cells(p.get("colspan")), RowSpan: cells(p.get("rowspan")), Heading: p.name == "th", Span: span}
		if cell.Heading {
			t.heads++
		}
		t.row.Cells = append(t.row.Cells, cell)
	case "tr":
		row := t.row
		row.Span = span
		head := inHead || len(t.rows) == 0 && t.heads == len(row.Cells)
		t.row, t.heads = brief.TableRow{}, 0
		switch {
		case len(row.Cells) == 0:
		case head:
			for i := range row.Cells {
				row.Cells[i].Heading = false // a cell of the head is one anyway
			}
			t.header = append(t.header, row)
		default:
			t.rows = append(t.rows, row)
		}
	}
}

// cells reads how many columns or rows a cell covers.
func cells(value string) int {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 {
		return 1
	}
	return min(n, mostRows)
}

// tableOf returns the table that a part has become, or nil where it has no cell.
func (f *flow) tableOf(p *part, span source.Span) brief.Block {
	t := &brief.TableBlock{Caption: p.table.caption, Header: p.table.header, Rows: p.table.rows, Span: span}
	if id := p.get("id"); id != "" {
		t.Attributes = brief.Attributes{ID: id, Span: p.span}
	}
	t.Columns = make([]brief.Align, fitSpans(t.Header, t.Rows))
	if found := TableSize(len(t.Header)+len(t.Rows), len(t.Columns), p.span); found != nil {
		f.reader.Problems.Add(found...)
		return nil
	}
	if len(t.Columns) == 0 {
		return nil
	}
	return t
}

// fitSpans returns how many columns rows have, and ends each cell that reaches below
// the last row of its part of the table there.
func fitSpans(parts ...[]brief.TableRow) int {
	width := 0
	for _, rows := range parts {
		var covered []int // rows that a cell above still covers, for each column
		for i := range rows {
			column := 0
			for k := range rows[i].Cells {
				cell := &rows[i].Cells[k]
				cell.RowSpan = min(cell.RowSpan, len(rows)-i)
				for column < len(covered) && covered[column] > 0 {
					column++
				}
				cell.ColSpan = min(cell.ColSpan, mostColumns+1)
				for range cell.ColSpan {
					for column >= len(covered) {
						covered = append(covered, 0)
					}
					covered[column] = cell.RowSpan
					column++
				}
			}
			for k := range covered {
				covered[k] = max(0, covered[k]-1)
			}
			width = max(width, len(covered))
		}
	}
	return width
}

// flatten returns blocks as one text of lines, as a cell, a heading and a caption have
// it: items of lists follow each other with their marks.
func (c *conversion) flatten(blocks []brief.Block) []brief.Inline {
	for _, b := range blocks {
		if figure, ok := b.(*brief.Figure); ok {
			c.reader.intoLine(figure)
		}
	}
	return flattened(blocks)
}

// flattened is flatten, without the pictures.
func flattened(blocks []brief.Block) []brief.Inline {
	var line []brief.Inline
	for _, b := range blocks {
		inner := inLine(b)
		if len(inner) == 0 {
			continue
		}
		if len(line) > 0 {
			line = append(line, &brief.LineBreak{Span: b.Place()})
		}
		line = append(line, inner...)
	}
	return line
}

// inLine returns the text of one block.
func inLine(b brief.Block) []brief.Inline {
	switch b := b.(type) {
	case *brief.Paragraph:
		return b.Content
	case *brief.Heading:
		return []brief.Inline{&brief.Strong{Content: b.Content, Span: b.Span}}
	case *brief.Quote:
		return flattened(b.Blocks)
	case *brief.Division:
		return flattened(b.Blocks)
	case *brief.Callout:
		if len(b.Title) == 0 {
			return flattened(b.Blocks)
		}
		title := []brief.Inline{&brief.Strong{Content: b.Title, Span: b.Span}}
		if inner := flattened(b.Blocks); len(inner) > 0 {
			title = append(append(title, &brief.LineBreak{Span: b.Span}), inner...)
		}
		return title
	case *brief.CodeBlock:
		var line []brief.Inline
		for i, code := range strings.Split(strings.TrimSuffix(b.Value, "\n"), "\n") {
			if i > 0 {
				line = append(line, &brief.LineBreak{Span: b.Line(i)})
			}
			if code != "" {
				line = append(line, &brief.Code{Value: code, Span: b.Line(i)})
			}
		}
		return line
	case *brief.List:
		var line []brief.Inline
		for i, item := range b.Items {
			mark := "• "
			if b.Ordered {
				mark = strconv.Itoa(b.Start+i) + ". "
			}
			if i > 0 {
				line = append(line, &brief.LineBreak{Span: item.Span})
			}
			line = append(line, &brief.Text{Value: mark, Span: item.Span})
			line = append(line, flattened(item.Blocks)...)
		}
		return line
	case *brief.DefinitionList:
		var line []brief.Inline
		for i, item := range b.Items {
			if i > 0 {
				line = append(line, &brief.LineBreak{Span: item.Span})
			}
			line = append(line, &brief.Strong{Content: item.Term, Span: item.Span})
			if inner := flattened(item.Blocks); len(inner) > 0 {
				line = append(append(line, &brief.LineBreak{Span: item.Span}), inner...)
			}
		}
		return line
	case *brief.Figure:
		return b.Caption
	case *brief.TableBlock:
		var line []brief.Inline
		for _, rows := range [][]brief.TableRow{b.Header, b.Rows} {
			for _, row := range rows {
				for _, cell := range row.Cells {
					if len(line) > 0 {
						line = append(line, &brief.Text{Value: " ", Span: cell.Span})
					}
					line = append(line, cell.Content...)
				}
			}
		}
		return line
	case *brief.Verse:
		var line []brief.Inline
		brief.Lines(b, func(part []brief.Inline) {
			if len(line) > 0 && len(part) > 0 {
				line = append(line, &brief.Text{Value: " ", Span: b.Span})
			}
			line = append(line, part...)
		})
		return line
	}
	return nil
}
