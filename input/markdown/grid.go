package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/input/brief"
	"warraq/input/source"
)

// gridNode is a table as Pandoc and reStructuredText draw it, its cells of several
// lines between rules of + and -.
type gridNode struct{ ownBlock }

type gridParser struct {
	ownBlockParser
	reader *Reader
}

func (gridParser) Trigger() []byte { return []byte{'+'} }

func (p gridParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	i := pc.BlockOffset()
	if i < 0 || p.reader.inGrid || !isGridRule(line[i:]) {
		return nil, parser.NoChildren
	}
	next, _, _ := bytes.Cut(reader.Source()[segment.Stop:], []byte{'\n'})
	if next = bytes.TrimLeft(next, "> \t"); len(next) == 0 || next[0] != '|' {
		return nil, parser.NoChildren
	}
	n := &gridNode{}
	n.SetPos(segment.Start - segment.Padding + i)
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// isGridRule reports whether a line is a rule of a grid: +---+===+.
func isGridRule(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 2 && line[0] == '+' && line[len(line)-1] == '+' && len(bytes.Trim(line, "+-=:")) == 0 && bytes.ContainsAny(line, "-=")
}

func (gridParser) Continue(n ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, segment := reader.PeekLine()
	if rest := bytes.TrimLeft(line, " \t"); len(rest) == 0 || rest[0] != '|' && rest[0] != '+' {
		return parser.Close
	}
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// grid converts such a table. One whose rows do not have as many cells as its first rule
// has columns is told of, and printed as it is drawn.
func (c *conversion) grid(n *gridNode) brief.Block {
	start, stop := extent(n.Lines())
	span := c.text.Span(start, start+len(bytes.TrimRight(c.source[start:stop], " \t\r\n")))
	t := &brief.TableBlock{Span: span}
	var row [][][2]int // the lines of each cell of the row that is being read
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		line := bytes.TrimSpace(segment.Value(c.source))
		at := segment.Start + bytes.Index(c.source[segment.Start:segment.Stop], line)
		if isGridRule(line) {
			if t.Columns == nil || bytes.IndexByte(line, ':') >= 0 {
				t.Columns = gridColumns(line)
			}
			if row != nil {
				c.gridRow(t, row)
				row = nil
			}
			if bytes.IndexByte(line, '=') >= 0 && len(t.Header) == 0 {
				t.Header, t.Rows = t.Rows, nil
			}
			continue
		}
		cells := gridCells(line, at)
		if len(cells) != len(t.Columns) {
			c.reader.add(notTable, start, stop)
			return &brief.CodeBlock{Value: string(n.Lines().Value(c.source)), Lines: c.lines(n.Lines()), Span: span}
		}
		if row == nil {
			row = make([][][2]int, len(cells))
		}
		for k, cell := range cells {
			row[k] = append(row[k], cell)
		}
	}
	if row != nil { // the last rule is missing
		c.gridRow(t, row)
	}
	return t
}

// gridColumns reads the columns of a rule, whose colons say where their text stands.
func gridColumns(rule []byte) []brief.Align {
	var all []brief.Align
	for _, part := range bytes.Split(bytes.Trim(rule, "+"), []byte{'+'}) {
		left, right := bytes.HasPrefix(part, []byte{':'}), bytes.HasSuffix(part, []byte{':'})
		switch {
		case left && right:
			all = append(all, brief.AlignCenter)
		case left:
			all = append(all, brief.AlignLeft)
		case right:
			all = append(all, brief.AlignRight)
		default:
			all = append(all, brief.AlignAuto)
		}
	}
	return all
}

// gridCells returns the bytes of the cells of a line between bars.
func gridCells(line []byte, at int) [][2]int {
	if len(line) < 2 || line[0] != '|' || line[len(line)-1] != '|' {
		return nil
	}
	var all [][2]int
	from := 1
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '`':
			i = max(i, afterCode(line, i)-1)
		case '|':
			all = append(all, [2]int{at + from, at + i})
			from = i + 1
		}
	}
	return all
}

// gridRow adds a row, whose cells are texts of blocks.
func (c *conversion) gridRow(t *brief.TableBlock, lines [][][2]int) {
	row := brief.TableRow{}
	for _, cell := range lines {
		// What all lines of a cell are indented by is room, not code.
		for i := range cell {
			for cell[i][0] < cell[i][1] && c.source[cell[i][0]] == ' ' {
				cell[i][0]++
			}
			for cell[i][1] > cell[i][0] && isBlank(c.source[cell[i][1]-1]) {
				cell[i][1]--
			}
			if i+1 < len(cell) && cell[i][1] < len(c.source) {
				cell[i][1]++ // the character after it stands for the end of the line
			}
		}
		content := c.text.Join(cell)
		data := bytes.Clone(content.Data)
		for i, end := 0, 0; i+1 < len(cell); i++ {
			end += cell[i][1] - cell[i][0]
			data[end-1] = '\n'
		}
		content.Data = data
		c.reader.inGrid = true // a cell holds no grid
		inline := c.flatten(c.reader.Blocks(content))
		c.reader.inGrid = false
		span := source.Span{}
		for _, piece := range cell {
			if s := c.text.Span(piece[0], piece[1]); span.IsZero() {
				span = s
			}
		}
		row.Cells = append(row.Cells, brief.TableCell{Content: inline, ColSpan: 1, RowSpan: 1, Span: span})
		if row.Span.IsZero() {
			row.Span = span
		}
	}
	t.Rows = append(t.Rows, row)
}
