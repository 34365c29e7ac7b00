package markdown

import (
	"bytes"
	"net/url"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"warraq/input/brief"
)

// figures converts a paragraph that holds nothing but pictures, or returns nil.
func (c *conversion) figures(n ast.Node) []brief.Block {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Image, *attributesNode:
		case *ast.Text:
			if len(bytes.TrimSpace(child.Segment.Value(c.source))) > 0 {
				return nil
			}
		default:
			return nil
		}
	}
	var all []brief.Block
	var last *brief.Figure
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Image:
			last = c.figure(child)
			all = append(all, last)
		case *attributesNode:
			if last == nil || !last.Attributes.Span.IsZero() {
				c.reader.add(strayAttributes, child.start, child.stop)
				continue
			}
			c.reader.Attributes.Picture(last, c.placed(&child.attributes))
			last.Source = c.inlineValue(&child.attributes, "source")
			last.Credit = c.inlineValue(&child.attributes, "credit")
			if alt, ok := child.value("alt"); ok {
				last.Alt = alt.value
			}
			last.Span.End = last.Attributes.Span.End
		}
	}
	return all
}

// figure converts a picture: what stands in its brackets is the caption, as in
// Pandoc, and alt= is the description where the caption does not describe it.
func (c *conversion) figure(n *ast.Image) *brief.Figure {
	caption, _, labelEnd := c.inlines(n, 0)
	tail := c.linkTail(max(labelEnd, n.Pos()+2))
	f := &brief.Figure{Caption: caption, Span: c.text.Span(n.Pos(), tail.stop)}
	f.Alt = brief.Plain(caption)
	path := unescape(n.Destination)
	if decoded, err := url.PathUnescape(path); err == nil {
		path = decoded
	}
	place := f.Span
	if tail.targetStop > tail.targetStart {
		place = c.text.Span(tail.targetStart, tail.targetStop)
	}
	c.reader.Pictures = append(c.reader.Pictures, Picture{f, brief.Field{Value: path, Span: place}})
	return f
}

// A tail is what follows the text of a link: ](target "title") or ][label].
type tail struct{ stop, targetStart, targetStop int }

// linkTail finds the end of a link, which goldmark does not keep, from a byte
// in or right after its text.
func (c *conversion) linkTail(from int) tail {
	s := c.source
	i := from
	for i < len(s) && s[i] != ']' && i < from+furthestMatch {
		i++
	}
	if i >= len(s) || s[i] != ']' {
		return tail{stop: min(from, len(s))}
	}
	i++
	if i >= len(s) || s[i] != '(' && s[i] != '[' {
		return tail{stop: i}
	}
	if s[i] == '[' {
		if end := bytes.IndexByte(s[i:], ']'); end >= 0 {
			return tail{stop: i + end + 1}
		}
		return tail{stop: i}
	}
	short := i
	for i++; i < len(s) && util.IsSpace(s[i]); i++ {
	}
	t := tail{targetStart: i}
	if i < len(s) && s[i] == '<' {
		t.targetStart++
		for i++; i < len(s) && s[i] != '>'; i++ {
			if s[i] == '\\' {
				i++
			}
		}
		t.targetStop = min(i, len(s))
		i++
	} else {
		for depth := 0; i < len(s) && !util.IsSpace(s[i]); i++ {
			if s[i] == '\\' {
				i++
			} else if s[i] == '(' {
				depth++
			} else if s[i] == ')' {
				if depth--; depth < 0 {
					break
				}
			}
		}
		t.targetStop = min(i, len(s))
	}
	for i < len(s) && util.IsSpace(s[i]) {
		i++
	}
	if i < len(s) && (s[i] == '"' || s[i] == '\'' || s[i] == '(') {
		quote := s[i]
		if quote == '(' {
			quote = ')'
		}
		for i++; i < len(s) && s[i] != quote; i++ {
			if s[i] == '\\' {
				i++
			}
		}
		i++
		for i < len(s) && util.IsSpace(s[i]) {
			i++
		}
	}
	if i < len(s) && s[i] == ')' {
		t.stop = i + 1
		return t
	}
	return tail{stop: short}
}
