package markdown

import (
	"bytes"
	"net/url"

	"github.com/yuin/goldmark/ast"

	"warraq/input/brief"
)

// figures converts a paragraph that holds nothing but pictures, or returns nil.
func (c *conversion) figures(n ast.Node) []brief.Block {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *attributesNode:
		case *linkNode:
			if picture(child) == nil {
				return nil
			}
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
		case *linkNode:
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
func (c *conversion) figure(n *linkNode) *brief.Figure {
	image := picture(n)
	caption, _, _ := c.inlines(image, 0)
	f := &brief.Figure{Caption: caption, Span: c.text.Span(n.Pos(), n.stop)}
	f.Alt = brief.Plain(caption)
	path := unescape(image.Destination)
	if decoded, err := url.PathUnescape(path); err == nil {
		path = decoded
	}
	place := f.Span
	if n.target.Len() > 0 {
		place = c.text.Span(n.target.Start, n.target.Stop)
	}
	c.reader.Pictures = append(c.reader.Pictures, Picture{f, brief.Field{Value: path, Span: place}})
	return f
}
