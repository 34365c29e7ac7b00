package markdown

import (
	"bytes"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/input/attribute"
	"warraq/input/brief"
)

// wikiNode is a link between the notes of Obsidian: [[note]], [[note|words]], or with
// ! before it what stands there: ![[picture.png|300]].
type wikiNode struct {
	ownInline
	start, stop int
	shown       bool // with ! before it
	// target and label are bytes of the text.
	target, label [2]int
}

type wikiParser struct{}

func (wikiParser) Trigger() []byte { return []byte{'[', '!'} }

func (wikiParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	n := &wikiNode{start: segment.Start, shown: line[0] == '!'}
	i := 0
	if n.shown {
		i = 1
	}
	if !bytes.HasPrefix(line[i:], []byte("[[")) {
		return nil
	}
	i += 2
	length := bytes.IndexAny(line[i:min(len(line), i+furthestMatch)], "[]\r\n")
	// [[1]](…) is a link with brackets in its text, [[@key]] a citation.
	if length <= 0 || !bytes.HasPrefix(line[i+length:], []byte("]]")) || line[i] == '@' || line[i] == '^' ||
		i+length+2 < len(line) && (line[i+length+2] == '(' || line[i+length+2] == '[') {
		return nil
	}
	at := segment.Start + i
	n.stop = at + length + 2
	n.target = [2]int{at, at + length}
	n.label = n.target
	if bar := bytes.IndexByte(line[i:i+length], '|'); bar >= 0 {
		n.target[1], n.label[0] = at+bar, at+bar+1
		if bar > 0 && line[i+bar-1] == '\\' { // in a table
			n.target[1]--
		}
	}
	if n.label[0] >= n.label[1] || n.target[0] >= n.target[1] {
		return nil
	}
	block.Advance(n.stop - n.start)
	return n
}

// wiki appends the words of a link between notes; another note is no part of the
// report. A picture stands in the line.
func (c *conversion) wiki(list []brief.Inline, n *wikiNode) []brief.Inline {
	if image, at := c.wikiPicture(n); image != nil {
		return append(list, c.pictured(image, at)...)
	}
	if n.shown {
		c.reader.add(embeddedNote, n.start, n.stop)
	}
	return c.appendText(list, n.label[0], n.label[1])
}

// wikiPicture returns the picture that a node shows, and where it is, or nil.
func (c *conversion) wikiPicture(n *wikiNode) (*brief.Image, brief.Field) {
	target := c.whole[n.target[0]:n.target[1]]
	switch strings.ToLower(path.Ext(target)) {
	case ".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif", ".bmp", ".avif":
	default:
		return nil, brief.Field{}
	}
	if !n.shown {
		return nil, brief.Field{}
	}
	image := &brief.Image{Span: c.text.Span(n.start, n.stop)}
	if n.label != n.target {
		label := c.whole[n.label[0]:n.label[1]]
		width, _, _ := strings.Cut(label, "x")
		var ok bool
		if image.Width, ok = attribute.Pixels(width); !ok {
			image.Alt = label
		}
	}
	return image, brief.Field{Value: target, Span: c.text.Span(n.target[0], n.target[1])}
}
