package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// linkNode is a link or a picture of goldmark's, its only child, with the places
// that goldmark does not keep.
type linkNode struct {
	ownInline
	// stop is where it ends, after the address or the label.
	stop int
	// target is where its address stands; empty where that is a definition's.
	target text.Segment
}

// picture returns the picture that a node is, or nil.
func picture(n ast.Node) *ast.Image {
	if link, ok := n.(*linkNode); ok {
		image, _ := link.FirstChild().(*ast.Image)
		return image
	}
	return nil
}

// placedLinks is a parser of links that notes where they stand.
type placedLinks struct{ parser.InlineParser }

func (p placedLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, closing := block.Position()
	found := p.InlineParser.Parse(parent, block, pc)
	n := &linkNode{}
	length := 0 // of the address
	switch found := found.(type) {
	case *ast.Link:
		length = len(found.Destination)
	case *ast.Image:
		length = len(found.Destination)
	default:
		return found
	}
	n.SetPos(found.Pos())
	n.AppendChild(n, found)
	endLine, end := block.Position()
	read := block.Source()[closing.Start:end.Start]
	last := byte(']')
	if bytes.HasPrefix(read, []byte("](")) {
		last = ')'
		block.SetPosition(line, closing)
		block.Advance(len("]("))
		block.SkipSpaces()
		_, n.target = block.Position()
		if block.Peek() == '<' {
			n.target.Start++
		}
		n.target.Stop = n.target.Start + length
		block.SetPosition(endLine, end)
	}
	// The reader may stand on the next line, behind what that opens with.
	n.stop = closing.Start + bytes.LastIndexByte(read, last) + 1
	return n
}

// CloseBlock passes on the end of a block.
func (p placedLinks) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	p.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}
