package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// captionNode is the caption of a table or of code: a paragraph that begins with ": ",
// as in Pandoc, before or after it.
type captionNode struct{ ownBlock }

type captionParser struct{ ownBlockParser }

func (captionParser) Trigger() []byte { return []byte{':'} }

func (captionParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	i := pc.BlockOffset()
	if i < 0 || i+1 >= len(line) || (line[i+1] != ' ' && line[i+1] != '\t') {
		return nil, parser.NoChildren
	}
	if len(bytes.TrimSpace(line[i+1:])) == 0 {
		// A caption without a word is none, and the parser of what stands in a
		// line must not be given an empty one.
		return nil, parser.NoChildren
	}
	after := afterTable(parent, reader.Source(), pc)
	at := segment.Start - segment.Padding
	opening := reader.Source()[bytes.LastIndexByte(reader.Source()[:at], '\n')+1 : at]
	if !after && !besideFence(parent, reader.Source()[segment.Stop:], pc) && !beforeTable(reader.Source()[segment.Stop:], bytes.Count(opening, []byte{'>'})) {
		return nil, parser.NoChildren
	}
	n := &captionNode{}
	rest := text.NewSegment(segment.Start-segment.Padding+i+1, segment.Stop)
	n.Lines().Append(rest.TrimLeftSpace(reader.Source()))
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// afterTable reports whether the last block is a table, closed or still being
// read as a paragraph.
func afterTable(parent ast.Node, source []byte, pc parser.Context) bool {
	if isTableNode(parent.LastChild()) {
		return true
	}
	open, ok := pc.LastOpenedBlock().Node.(*ast.Paragraph)
	return ok && open.Parent() == parent && isTable(open.Lines(), source)
}

// besideFence reports whether code is fenced right before the caption, or right after it
// and a blank line at most. Below a line of text the colon begins its description.
func besideFence(parent ast.Node, rest []byte, pc parser.Context) bool {
	if _, ok := pc.LastOpenedBlock().Node.(*ast.Paragraph); ok {
		return false
	}
	switch parent.(type) {
	case *tables.DefinitionList:
		return false
	}
	switch parent.LastChild().(type) {
	case *ast.FencedCodeBlock:
		return true
	case *ast.Paragraph, *tables.DefinitionList: // which this may describe
		return false
	}
	for range 2 {
		line, following, _ := bytes.Cut(rest, []byte{'\n'})
		line = bytes.TrimSpace(line)
		if len(line) > 0 {
			return bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))
		}
		rest = following
	}
	return false
}

// beforeTable reports whether a table follows after one blank line or none, and
// the end of the caption's paragraph, in as many quotations as the caption is in.
func beforeTable(rest []byte, quotations int) bool {
	const longestCaption = 20
	var previous []byte
	for range longestCaption {
		line, following, _ := bytes.Cut(rest, []byte{'\n'})
		line, ok := unquoted(line, quotations)
		if !ok {
			return false
		}
		if isDelimiterRow(line) && bytes.IndexByte(line, '|') >= 0 && bytes.IndexByte(previous, '|') >= 0 {
			return true
		}
		if len(following) == 0 || opensItem(line) {
			return false
		}
		if len(bytes.TrimSpace(line)) == 0 {
			// The first line after the blank one must be the table's head.
			head, more, _ := bytes.Cut(following, []byte{'\n'})
			second, _, _ := bytes.Cut(more, []byte{'\n'})
			head, ok := unquoted(head, quotations)
			second, also := unquoted(second, quotations)
			return ok && also && bytes.IndexByte(head, '|') >= 0 && !opensItem(head) && isDelimiterRow(second)
		}
		previous, rest = line, following
	}
	return false
}

// unquoted returns a line without the marks of so many quotations, and whether it
// has them.
func unquoted(line []byte, quotations int) ([]byte, bool) {
	for range quotations {
		line = bytes.TrimLeft(line, " \t")
		if len(line) == 0 || line[0] != '>' {
			return nil, false
		}
		line = line[1:]
	}
	return line, true
}

// opensItem reports whether a line begins an item of a list or a description: a
// table in it is not the one that a caption above stands for.
func opensItem(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	marker := bytes.TrimLeft(line, "0123456789")
	if len(marker) == len(line) {
		return len(line) > 1 && bytes.IndexByte([]byte("-*+:"), line[0]) >= 0 && line[1] == ' '
	}
	return len(marker) > 1 && (marker[0] == '.' || marker[0] == ')') && marker[1] == ' '
}

func (captionParser) Continue(n ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, segment := reader.PeekLine()
	trimmed := bytes.TrimSpace(line)
	if len(trimmed) == 0 || trimmed[0] == '|' {
		return parser.Close
	}
	n.Lines().Append(segment.TrimLeftSpace(reader.Source()))
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (captionParser) Close(n ast.Node, reader text.Reader, _ parser.Context) {
	last := n.Lines().Len() - 1
	line := n.Lines().At(last)
	n.Lines().Set(last, line.TrimRightSpace(reader.Source()))
}

// captionWord is the length of the word that makes a paragraph next to a table or to
// code its caption, or 0.
func captionWord(s []byte, words ...string) int {
	for _, word := range words {
		if bytes.HasPrefix(s, []byte(word)) {
			return len(word) + len(s[len(word):]) - len(bytes.TrimLeft(s[len(word):], " \t"))
		}
	}
	return 0
}
