package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"warraq/input/brief"
)

// noteBlock is the text of a footnote: [^label]: …, with further blocks
// indented by four spaces or a tab.
type noteBlock struct {
	ownBlock
	label       string
	start, stop int
}

// noteMark is the mark of a footnote: [^label].
type noteMark struct {
	ownInline
	label       string
	start, stop int
}

// noteLabel returns the label of [^label] at the head of s and the length of
// the whole, or 0.
func noteLabel(s []byte) (label string, n int) {
	if len(s) < 4 || s[0] != '[' || s[1] != '^' {
		return "", 0
	}
	for i := 2; i < min(len(s), 256); i++ {
		switch s[i] {
		case ']':
			if i == 2 {
				return "", 0
			}
			return string(s[2:i]), i + 1
		case '[', ' ', '\t', '\r', '\n':
			return "", 0
		}
	}
	return "", 0
}

type noteBlockParser struct{ ownBlockParser }

func (noteBlockParser) Trigger() []byte { return []byte{'['} }

func (noteBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	i := pc.BlockOffset()
	if i < 0 {
		return nil, parser.NoChildren
	}
	label, n := noteLabel(line[i:])
	if n == 0 || i+n >= len(line) || line[i+n] != ':' {
		return nil, parser.NoChildren
	}
	at := segment.Start - segment.Padding + i
	note := &noteBlock{label: label, start: at, stop: at + n}
	i += n + 1
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		i++
	}
	reader.Advance(i)
	return note, parser.HasChildren
}

func (noteBlockParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	i, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if i < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(i, padding)
	return parser.Continue | parser.HasChildren
}

type noteMarkParser struct{}

func (noteMarkParser) Trigger() []byte { return []byte{'['} }

func (noteMarkParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	label, n := noteLabel(line)
	if n == 0 {
		return nil
	}
	block.Advance(n)
	return &noteMark{label: label, start: segment.Start, stop: segment.Start + n}
}

// noteBlocks converts what a note holds. A list of one item in it that does not
// count from 1 is a sentence that begins with a year or a number: «1995. …».
// (CommonMark keeps such a list from interrupting a paragraph, 0.31.2 §5.2, but
// here it would open one.)
func (c *conversion) noteBlocks(parent ast.Node) []brief.Block {
	outer := c.note
	c.note = parent
	all := c.blocks(parent)
	c.note = outer
	return all
}

// isSentence reports whether a list is a sentence of the note it stands in.
func (c *conversion) isSentence(n *ast.List) bool {
	return c.note != nil && n.Parent() == c.note && n.IsOrdered() && n.Start != 1 && n.ChildCount() == 1 && n.Pos() >= 0
}

// sentence converts such a list: its number goes before its first paragraph.
func (c *conversion) sentence(n *ast.List) []brief.Block {
	start := n.Pos()
	stop := start + bytes.IndexByte(c.source[start:], n.Marker) + 1
	number := c.appendText(nil, start, stop)
	inner := c.blocks(n.FirstChild())
	if len(inner) > 0 {
		if p, ok := inner[0].(*brief.Paragraph); ok {
			number = append(number, &brief.Text{Value: " ", Span: c.text.Span(stop, stop)})
			p.Content = append(number, p.Content...)
			if c.text.Exact() {
				p.Span.Start = number[0].Place().Start
			}
			return inner
		}
	}
	return append([]brief.Block{&brief.Paragraph{Content: number, Span: c.text.Span(start, stop)}}, inner...)
}

// inlineNote is a note where it is called for: ^[text], as in Pandoc.
type inlineNote struct {
	ownInline
	ranges      [][2]int
	start, stop int
}

type inlineNoteParser struct{}

func (inlineNoteParser) Trigger() []byte { return []byte{'^'} }

func (inlineNoteParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 3 || line[1] != '[' {
		return nil
	}
	index, position := block.Position()
	block.Advance(1)
	ranges, stop := matchBracket(parent, block)
	block.SetPosition(index, position)
	if stop < 0 {
		return nil
	}
	n := &inlineNote{ranges: ranges, start: segment.Start, stop: stop + 1}
	for { // to the bracket, which may stand on another line
		_, s := block.PeekLine()
		if stop < s.Stop {
			block.Advance(stop + 1 - s.Start)
			return n
		}
		block.AdvanceLine()
	}
}

// inlineNote records the note, and appends its mark.
func (c *conversion) inlineNote(list []brief.Inline, n *inlineNote) []brief.Inline {
	span := c.text.Span(n.start, n.stop)
	if c.reader.inNote { // a note has no notes: as it is written
		return c.appendText(list, n.start, n.stop)
	}
	c.reader.inNote = true
	content := c.reader.Inline(c.text.Join(n.ranges))
	c.reader.inNote = false
	c.reader.written++
	label := "^" + strconv.Itoa(c.reader.written) // no author's label begins so
	c.reader.Notes = append(c.reader.Notes, &brief.Note{Label: label, Blocks: []brief.Block{&brief.Paragraph{Content: content, Span: span}}, Span: span})
	return append(list, &brief.NoteMark{Label: label, Span: span})
}
