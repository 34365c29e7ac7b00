package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// scriptNode is raised or lowered text: ^x^ or ~x~, as in Pandoc without spaces
// inside.
type scriptNode struct {
	ownInline
	raised      bool
	start, stop int // from mark to mark
}

type scriptParser struct{}

func (scriptParser) Trigger() []byte { return []byte{'^', '~'} }

func (scriptParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	mark := line[0]
	for i := 1; i < min(len(line), 256); i++ {
		switch line[i] {
		case mark:
			if i == 1 {
				return nil
			}
			block.Advance(i + 1)
			return &scriptNode{raised: mark == '^', start: segment.Start, stop: segment.Start + i + 1}
		case '\\':
			i++
		case ' ', '\t', '\r', '\n', '[', ']', '<', '>':
			return nil
		}
	}
	return nil
}
