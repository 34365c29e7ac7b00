package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/input/problem"
	"warraq/input/source"
)

// kind is the goldmark kind of all nodes of this package: they are told apart
// by their Go types.
var kind = ast.NewNodeKind("Brief")

const (
	// longestParagraph is how many bytes one paragraph may have. goldmark's work
	// on some marks grows with the square of a paragraph's length.
	longestParagraph = 64 << 10
	// mostLines is how many lines one paragraph may have, and mostRows a table.
	mostLines, mostRows = 2_000, 5_000
	// mostTextLines is how many lines one text may have. A parsed line takes a
	// kibibyte, and a book of a thousand pages has some 40,000.
	mostTextLines = 100_000
	// mostColumns is how many columns a table may have: no page is as wide as the
	// letters of a hundred.
	mostColumns = 100
	// mostMarks is how many opening marks one paragraph may have.
	mostMarks = 4_000
	// furthestMatch is how many bytes a bracket may be from its partner.
	furthestMatch = 4 << 10
)

// depthLimit counts open blocks, so that no depth of nesting can exhaust the
// stack or take quadratic time.
type depthLimit struct {
	reader *Reader
	told   bool
}

// limitedParser opens no block beyond the limit of depth: what would be one
// more quotation or list is text.
type limitedParser struct {
	parser.BlockParser
	limit *depthLimit
}

func (p *limitedParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	// A list and its item are two blocks.
	if len(pc.OpenedBlocks()) < 2*p.limit.reader.limits.Depth {
		return p.BlockParser.Open(parent, reader, pc)
	}
	line, position := reader.Position()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n == nil {
		return nil, state
	}
	reader.SetPosition(line, position)
	if !p.limit.told {
		p.limit.told = true
		p.limit.reader.add(tooDeep, position.Start, position.Start+1, p.limit.reader.limits.Depth)
	}
	return nil, parser.NoChildren
}

// lengthLimit cuts paragraphs that are too long, with a problem.
type lengthLimit struct{ reader *Reader }

func (l *lengthLimit) Transform(n *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	start, stop := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if isTable(lines, reader.Source()) {
		head := lines.At(1)
		columns := bytes.Count(head.Value(reader.Source()), []byte{'|'}) - 1
		l.reader.Problems.Add(TableSize(lines.Len(), columns, l.reader.text.Span(start, lines.At(0).Stop))...)
		if columns > mostColumns {
			lines.SetSliced(0, 1)
		} else if lines.Len() > mostRows {
			lines.SetSliced(0, mostRows)
		}
		return
	}
	if lines.Len() <= mostLines && stop-start <= longestParagraph {
		return
	}
	l.reader.add(paragraphTooLong, start, lines.At(0).Stop, longestParagraph>>10, mostLines)
	kept, size := 0, 0
	for kept < min(lines.Len(), mostLines) {
		line := lines.At(kept)
		if size += line.Len(); size > longestParagraph {
			break
		}
		kept++
	}
	if kept == 0 {
		line := lines.At(0)
		for end := line.Start + longestParagraph; ; end-- {
			if reader.Source()[end]&0xC0 != 0x80 {
				line.Stop = end
				break
			}
		}
		lines.Set(0, line)
		kept = 1
	}
	lines.SetSliced(0, kept)
	last := lines.At(kept - 1)
	lines.Set(kept-1, last.TrimRightSpace(reader.Source()))
}

// TableSize reports that a table is too long or too wide for pages.
func TableSize(rows, columns int, at source.Span) problem.List {
	var problems problem.List
	if rows > mostRows {
		problems.Add(tableTooLong.At(at, mostRows))
	}
	if columns > mostColumns {
		problems.Add(tableTooWide.At(at, mostColumns))
	}
	return problems
}

// isTable reports whether a paragraph is the rows of a table: its second line
// is made of dashes, colons and bars.
func isTable(lines *text.Segments, source []byte) bool {
	if lines.Len() < 2 {
		return false
	}
	second := lines.At(1)
	return isDelimiterRow(second.Value(source))
}

func isDelimiterRow(line []byte) bool {
	line = bytes.TrimSpace(line)
	return bytes.IndexByte(line, '-') >= 0 && (bytes.IndexByte(line, '|') >= 0 || bytes.IndexByte(line, ':') >= 0 || len(line) > 2) &&
		len(bytes.Trim(line, "-|: \t\r\n")) == 0 && len(bytes.TrimLeft(line, "-|: \t")) == 0
}

// shortened cuts a text that has too many lines, with a problem.
func (r *Reader) shortened(t source.Text) source.Text {
	if bytes.Count(t.Data, []byte{'\n'}) <= mostTextLines {
		return t
	}
	at := 0
	for range mostTextLines {
		at += bytes.IndexByte(t.Data[at:], '\n') + 1
	}
	r.Problems.Add(tooManyLines.At(t.Span(at, at+1), mostTextLines))
	return t.Slice(0, at)
}

// guard lets only so many marks of one block, and of all, be more than text.
type guard struct {
	reader *Reader
	block  ast.Node
	marks  int
	all    int
}

func (g *guard) Trigger() []byte {
	return []byte{'!', '[', ']', '*', '_', '`', '<', '^', '~', '@', '{'}
}

func (g *guard) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	if parent != g.block {
		g.block, g.marks = parent, 0
		// Headings, captions and cells have no other limit.
		if start, stop := extent(parent.Lines()); stop-start > longestParagraph+mostLines {
			g.marks = mostMarks
		}
	}
	g.marks++
	g.all++
	if g.marks <= mostMarks && g.all <= g.reader.limits.Nodes {
		return nil
	}
	line, segment := block.PeekLine()
	switch {
	case g.all > g.reader.limits.Nodes:
		g.reader.full(segment.Start)
	case g.marks == mostMarks+1:
		g.reader.add(tooManyMarks, segment.Start, segment.Start+1, mostMarks)
	}
	n := len(bytes.TrimRight(line, "\r\n")) - segment.Padding
	block.Advance(n + segment.Padding)
	return ast.NewTextSegment(text.NewSegment(segment.Start, segment.Start+n))
}
