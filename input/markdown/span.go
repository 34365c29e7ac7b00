package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// spanNode is text with attributes: [text]{.class}.
type spanNode struct {
	ownInline
	attributes *attributes
	start      int
}

// spanOpen stands where the bracket opened until its partner is reached.
type spanOpen struct {
	ownInline
	start, stop int
	attributes  *attributes
	bottom      ast.Node
}

// spanParser reads spans. It looks ahead for the attributes that make one, so
// that brackets without them stay with the parser of links.
type spanParser struct{ open []*spanOpen }

func (*spanParser) Trigger() []byte { return []byte{'[', ']'} }

func (p *spanParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if line[0] == '[' {
		_, stop := matchBracket(parent, block)
		if stop < 0 {
			return nil
		}
		a, ok := parseAttributes(block.Source(), stop+1)
		if !ok {
			return nil
		}
		o := &spanOpen{start: segment.Start, stop: stop, attributes: a}
		if d := pc.LastDelimiter(); d != nil {
			o.bottom = d
		}
		p.open = append(p.open, o)
		block.Advance(1)
		return o
	}
	last := len(p.open) - 1
	if last < 0 || p.open[last].stop != segment.Start || p.open[last].Parent() != parent {
		return nil
	}
	o := p.open[last]
	p.open = p.open[:last]
	// Emphasis that opened inside the span must close inside it.
	parser.ProcessDelimiters(o.bottom, pc)
	n := &spanNode{attributes: o.attributes, start: o.start}
	for c := o.NextSibling(); c != nil; {
		next := c.NextSibling()
		parent.RemoveChild(parent, c)
		n.AppendChild(n, c)
		c = next
	}
	parent.RemoveChild(parent, o)
	block.Advance(o.attributes.stop - segment.Start)
	return n
}

// CloseBlock forgets spans that the block's other marks tore apart.
func (p *spanParser) CloseBlock(ast.Node, text.Reader, parser.Context) { p.open = p.open[:0] }
