package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// kind is the goldmark kind of all nodes of this package: they are told apart
// by their Go types.
var kind = ast.NewNodeKind("Brief")

// ownBlock and ownInline are what all nodes of this package have in common.
type ownBlock struct{ ast.BaseBlock }

func (*ownBlock) Kind() ast.NodeKind { return kind }
func (*ownBlock) Dump([]byte, int)   {}

type ownInline struct{ ast.BaseInline }

func (*ownInline) Kind() ast.NodeKind { return kind }
func (*ownInline) Dump([]byte, int)   {}

// ownBlockParser is what the parsers of blocks here have in common: what they read ends
// a paragraph that it follows, and is code where it is indented as code is.
type ownBlockParser struct{}

func (ownBlockParser) Close(ast.Node, text.Reader, parser.Context) {}
func (ownBlockParser) CanInterruptParagraph() bool                 { return true }
func (ownBlockParser) CanAcceptIndentedLine() bool                 { return false }

// lineBlockParser is one whose blocks are a single line.
type lineBlockParser struct{ ownBlockParser }

func (lineBlockParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}
