package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/input/brief"
)

// includeNode is a line in whose place the text of another file stands, as Quarto and
// Hugo write it: {{< include part.md >}}.
type includeNode struct {
	ownBlock
	start, stop int
	path        [2]int
}

type includeParser struct{ lineBlockParser }

func (includeParser) Trigger() []byte { return []byte{'{'} }

func (includeParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	i := pc.BlockOffset()
	if i < 0 {
		return nil, parser.NoChildren
	}
	raw := bytes.TrimRight(line[i:], " \t\r\n")
	inner, ok := shortcode(raw)
	if !ok || !bytes.HasSuffix(raw, []byte("}}")) {
		return nil, parser.NoChildren
	}
	word, path, _ := bytes.Cut([]byte(inner), []byte{' '})
	path = bytes.TrimSpace(path)
	if len(path) > 1 && (path[0] == '"' || path[0] == '\'') && path[len(path)-1] == path[0] {
		path = path[1 : len(path)-1]
	}
	if string(word) != "include" || len(path) == 0 {
		return nil, parser.NoChildren
	}
	at := segment.Start - segment.Padding + i
	from := at + bytes.LastIndex(raw, path)
	n := &includeNode{start: at, stop: at + len(raw), path: [2]int{from, from + len(path)}}
	n.SetPos(at)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// include returns the blocks of the file that a line names. What stands around the line
// counts for how deeply blocks of that file may nest.
func (c *conversion) include(n *includeNode) []brief.Block {
	r := c.reader
	if r.Include == nil {
		r.add(template, n.start, n.stop)
		return []brief.Block{&brief.Paragraph{Content: c.literal(n.start, n.stop), Span: c.text.Span(n.start, n.stop)}}
	}
	inNote, inGrid, around := r.inNote, r.inGrid, r.depth.around
	for p := n.Parent(); p != nil; p = p.Parent() {
		r.depth.around++
	}
	r.inNote, r.inGrid = false, false
	all := r.Include(brief.Field{Value: string(c.source[n.path[0]:n.path[1]]), Span: c.text.Span(n.path[0], n.path[1])})
	r.inNote, r.inGrid, r.depth.around = inNote, inGrid, around
	return all
}
