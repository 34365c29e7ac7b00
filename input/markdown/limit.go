package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/input/problem"
	"warraq/input/source"
)

const (
	// longestParagraph is how many bytes one paragraph may have: a book of a
	// thousand pages has half as many.
	longestParagraph = 8 << 20
	// mostRows is how many rows a table may have.
	mostRows = 5_000
	// mostTextLines is how many lines one text may have. A parsed line takes a
	// kibibyte, and a book of a thousand pages has some 40,000.
	mostTextLines = 100_000
	// mostColumns is how many columns a table may have: no page is as wide as the
	// letters of a hundred.
	mostColumns = 100
	// mostMarks is how many opening marks one paragraph may have. goldmark's work
	// on some grows with the square of their number.
	mostMarks = 10_000
	// mostDefinitions is how many lines a paragraph of link definitions may have:
	// goldmark moves all lines that are left for each.
	mostDefinitions = 10_000
	// aheadTimes is how many times its own length a paragraph may be read ahead for
	// the ends of links, above aheadFree bytes.
	aheadTimes, aheadFree = 256, 1 << 20
	// furthestMatch is how many bytes a bracket may be from its partner.
	furthestMatch = 4 << 10
)

// depthLimit counts open blocks, so that no depth of nesting can exhaust the
// stack or take quadratic time.
type depthLimit struct {
	reader *Reader
	told   bool
	around int // blocks around the text that is read, of files that include it
}

// limitedParser opens no block beyond the limit of depth: what would be one
// more quotation or list is text.
type limitedParser struct {
	parser.BlockParser
	limit *depthLimit
}

func (p *limitedParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	// A list and its item are two blocks.
	if p.limit.around+len(pc.OpenedBlocks()) < 2*p.limit.reader.limits.Depth {
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
	if first := lines.At(0); lines.Len() > mostDefinitions && bytes.Contains(first.Value(reader.Source()), []byte("]:")) {
		line := lines.At(mostDefinitions)
		l.reader.add(tooManyMarks, line.Start, line.Stop, mostDefinitions)
		lines.SetSliced(0, mostDefinitions)
		return
	}
	if stop-start <= longestParagraph {
		return
	}
	l.reader.add(paragraphTooLong, start, lines.At(0).Stop, longestParagraph>>20)
	kept, size := 0, 0
	for kept < lines.Len() {
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
