package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// calloutNode is > [!kind] title with its lines. Its first child is its title.
type calloutNode struct {
	ownBlock
	kind        string
	start, stop int // the kind's name in the text
}

type calloutTitle struct{ ownBlock }

type calloutParser struct{ ownBlockParser }

func (calloutParser) Trigger() []byte { return []byte{'>'} }

func (calloutParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	i := pc.BlockOffset()
	if i < 0 || line[i] != '>' {
		return nil, parser.NoChildren
	}
	for i++; i < len(line) && line[i] == ' '; i++ {
	}
	if !bytes.HasPrefix(line[i:], []byte("[!")) {
		return nil, parser.NoChildren
	}
	i += 2
	name := i
	for i < len(line) && (util.IsAlphaNumeric(line[i]) || line[i] == '-') {
		i++
	}
	if i == name || i >= len(line) || line[i] != ']' {
		return nil, parser.NoChildren
	}
	at := segment.Start - segment.Padding
	n := &calloutNode{kind: string(bytes.ToLower(line[name:i])), start: at + name, stop: at + i}
	title := &calloutTitle{}
	rest := text.NewSegment(at+i+1, segment.Stop)
	rest = rest.TrimLeftSpace(reader.Source())
	rest = rest.TrimRightSpace(reader.Source())
	if !rest.IsEmpty() {
		title.Lines().Append(rest)
	}
	title.SetPos(rest.Start)
	n.AppendChild(n, title)
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

func (calloutParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	width, i := util.IndentWidth(line, reader.LineOffset())
	if width > 3 || i >= len(line) || line[i] != '>' {
		return parser.Close
	}
	i++
	reader.Advance(i)
	if i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		padding := 0
		if line[i] == '\t' {
			padding = util.TabWidth(reader.LineOffset()) - 1
		}
		reader.AdvanceAndSetPadding(1, padding)
	}
	return parser.Continue | parser.HasChildren
}
