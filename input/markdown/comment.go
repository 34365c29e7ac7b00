package markdown

import (
	"bytes"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// commentNode is what an author of Obsidian or MDX wrote for himself: %%…%%, {/*…*/}.
type commentNode struct {
	ownInline
	start, stop int
	mdx         bool
}

type commentParser struct{}

func (commentParser) Trigger() []byte { return []byte{'%', '{'} }

// Parse reads a comment that ends in the same paragraph. Percent signs open none right
// after a word or a number: 5%%.
func (commentParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	open, shut := []byte("%%"), []byte("%%")
	if line[0] == '{' {
		open, shut = []byte("{/*"), []byte("*/}")
	} else if before := block.PrecendingCharacter(); !unicode.IsSpace(before) {
		return nil
	}
	if !bytes.HasPrefix(line, open) {
		return nil
	}
	_, end := extent(parent.Lines())
	from := segment.Start + len(open)
	inner := block.Source()[from:max(from, min(end, from+furthestMatch))]
	length := bytes.Index(inner, shut)
	if length < 0 {
		return nil
	}
	n := &commentNode{start: segment.Start, stop: from + length + len(shut), mdx: line[0] == '{'}
	advanceTo(block, n.stop)
	return n
}

// commentBlock is a comment of Obsidian between two lines of percent signs, which may
// hold several paragraphs.
type commentBlock struct {
	ownBlock
	start, stop int
	done        bool
}

type commentBlockParser struct{ ownBlockParser }

func (commentBlockParser) Trigger() []byte { return []byte{'%'} }

func (commentBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	i := pc.BlockOffset()
	if i < 0 || !bytes.HasPrefix(line[i:], []byte("%%")) || bytes.Count(line, []byte("%%")) != 1 {
		return nil, parser.NoChildren
	}
	rest := reader.Source()[segment.Stop:]
	if !bytes.Contains(rest[:min(len(rest), furthestMatch)], []byte("%%")) {
		return nil, parser.NoChildren
	}
	at := segment.Start - segment.Padding + i
	n := &commentBlock{start: at, stop: segment.Stop}
	n.SetPos(at)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (commentBlockParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*commentBlock)
	if n.done {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	end := bytes.Index(line, []byte("%%"))
	if n.done = end >= 0; n.done && len(bytes.TrimSpace(line[end+2:])) > 0 {
		reader.Advance(end + 2) // what stands after the comment is text
		n.stop = segment.Start + end + 2
		return parser.Close
	}
	n.stop = segment.Start + len(bytes.TrimRight(line, " \t\r\n"))
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// commentID returns the id that a heading has in a comment at its end, as React's pages
// write it: ## words {/*the-id*/}.
func (c *conversion) commentID(n ast.Node) *attributes {
	last, ok := n.LastChild().(*commentNode)
	if !ok || !last.mdx {
		return nil
	}
	id := bytes.TrimSpace(c.source[last.start+len("{/*") : last.stop-len("*/}")])
	if len(id) == 0 || bytes.ContainsFunc(id, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' }) {
		return nil
	}
	return &attributes{id: string(id), start: last.start, stop: last.stop}
}
