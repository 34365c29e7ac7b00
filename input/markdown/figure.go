package markdown

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"warraq/input/attribute"
	"warraq/input/brief"
	"warraq/input/source"
)

// figures converts a paragraph that holds nothing but pictures, or returns nil. A line
// in emphasis after them is the caption of the last.
func (c *conversion) figures(n ast.Node) []brief.Block {
	var pictures int
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *attributesNode:
		case *linkNode:
			if image := picture(child); image == nil || len(image.Destination) == 0 {
				return nil
			}
			pictures++
		case *ast.RawHTML:
			if t, ok := c.rawTag(child); !ok || t.name != "img" || t.get("src") == "" {
				return nil
			}
			pictures++
		case *wikiNode:
			if image, _ := c.wikiPicture(child); image == nil {
				return nil
			}
			pictures++
		case *ast.Text:
			if len(bytes.TrimSpace(child.Segment.Value(c.source))) > 0 {
				return nil
			}
		case *ast.Emphasis:
			if pictures == 0 || child.NextSibling() != nil || !beginsLine(child) {
				return nil
			}
		default:
			return nil
		}
	}
	if pictures == 0 {
		return nil
	}
	var all []brief.Block
	var last *brief.Figure
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *linkNode:
			last = c.figure(child)
			all = append(all, last)
		case *ast.RawHTML:
			t, _ := c.rawTag(child)
			last = c.figureOf(&t)
			all = append(all, last)
		case *wikiNode:
			image, at := c.wikiPicture(child)
			last = &brief.Figure{Alt: image.Alt, Width: image.Width, Span: image.Span}
			c.reader.picture(Picture{Figure: last, Path: at})
			all = append(all, last)
		case *ast.Emphasis:
			last.Caption, _, _ = c.inlines(child, 0)
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

// beginsLine reports whether a node is the first of its line.
func beginsLine(n ast.Node) bool {
	before, ok := n.PreviousSibling().(*ast.Text)
	return ok && (before.SoftLineBreak() || before.HardLineBreak())
}

// rawTag returns a tag that stands in a line.
func (c *conversion) rawTag(n *ast.RawHTML) (tag, bool) {
	start, stop := extent(n.Segments)
	return readTag(c.source[start:stop], c.text.Span(start, stop))
}

// figure converts a picture: what stands in its brackets is the caption, as in
// Pandoc, unless it has a title, and alt= is the description where the caption does not
// describe it.
func (c *conversion) figure(n *linkNode) *brief.Figure {
	image := picture(n)
	caption, _, _ := c.inlines(image, 0)
	f := &brief.Figure{Caption: caption, Span: c.text.Span(n.Pos(), n.stop)}
	f.Alt = brief.Plain(caption)
	if len(image.Title) > 0 && isText(caption) {
		f.Caption = []brief.Inline{&brief.Text{Value: unescape(image.Title), Span: f.Span}}
	}
	path, place := c.destination(n, image)
	c.reader.picture(Picture{Figure: f, Path: brief.Field{Value: path, Span: place}})
	return f
}

// isText reports whether a line is characters alone, so that a description keeps all of
// it.
func isText(line []brief.Inline) bool {
	return !slices.ContainsFunc(line, func(n brief.Inline) bool { _, is := n.(*brief.Text); return !is })
}

// figureOf converts <img> on a line of its own, whose title is its caption.
func (c *conversion) figureOf(t *tag) *brief.Figure {
	f := &brief.Figure{Alt: t.get("alt"), Decorative: t.has("alt") && t.get("alt") == "", Span: t.span}
	if title := t.get("title"); title != "" {
		f.Caption = []brief.Inline{&brief.Text{Value: title, Span: t.span}}
	}
	f.Width, _ = attribute.Pixels(t.get("width"))
	c.reader.picture(Picture{Figure: f, Path: brief.Field{Value: pathOf(t.get("src")), Span: t.span}})
	return f
}

// destination returns the path of a picture, and where it is written.
func (c *conversion) destination(n *linkNode, image *ast.Image) (string, source.Span) {
	place := c.text.Span(n.Pos(), n.stop)
	if n.target.Len() > 0 {
		place = c.text.Span(n.target.Start, n.target.Stop)
	}
	return pathOf(unescape(image.Destination)), place
}

// pathOf is an address as a path of files.
func pathOf(address string) string {
	if isRemote(address) {
		return address
	}
	if decoded, err := url.PathUnescape(address); err == nil {
		return decoded
	}
	return address
}

// isRemote reports whether an address is on a network, which is never asked.
func isRemote(address string) bool {
	return strings.Contains(address, "://") || strings.HasPrefix(address, "//")
}

// picture records a picture to be read, or tells why it cannot be.
func (r *Reader) picture(p Picture) {
	switch {
	case isRemote(p.Path.Value):
		r.Problems.Add(remotePicture.At(p.Path.Span))
		if p.Figure != nil {
			p.Figure.Remote = p.Path.Value
		}
	case strings.HasPrefix(p.Path.Value, "data:"):
		r.Problems.Add(pictureInText.At(p.Path.Span))
	default:
		r.Pictures = append(r.Pictures, p)
	}
}

// pictured returns a picture in a line. One on a network is a link to it.
func (c *conversion) pictured(image *brief.Image, at brief.Field) []brief.Inline {
	if strings.TrimSpace(at.Value) == "" { // a place kept for one
		c.reader.Problems.Add(pictureEmpty.At(image.Span))
		if image.Alt == "" {
			return nil
		}
		return []brief.Inline{&brief.Text{Value: image.Alt, Span: image.Span}}
	}
	at.Value = pathOf(at.Value)
	c.reader.picture(Picture{Image: image, Path: at})
	if !isRemote(at.Value) {
		return []brief.Inline{image}
	}
	text := image.Alt
	if strings.TrimSpace(text) == "" {
		text = at.Value
	}
	return []brief.Inline{&brief.Link{URL: at.Value, Content: []brief.Inline{&brief.Text{Value: text, Span: image.Span}}, Span: image.Span}}
}

// unlinked is text without the links in it: a link holds no other.
func unlinked(list []brief.Inline) []brief.Inline {
	if !slices.ContainsFunc(list, func(n brief.Inline) bool { _, is := n.(*brief.Link); return is }) {
		return list
	}
	var all []brief.Inline
	for _, n := range list {
		if link, ok := n.(*brief.Link); ok {
			all = append(all, link.Content...)
		} else {
			all = append(all, n)
		}
	}
	return all
}

// intoLine makes a picture of its own one in a line, for a place that has only lines.
// It was read a moment ago, so that it is among the last.
func (r *Reader) intoLine(f *brief.Figure) {
	for i, p := range slices.Backward(r.Pictures) {
		if p.Figure == f {
			image := &brief.Image{Alt: f.Alt, Width: f.Width, Decorative: f.Decorative, Span: f.Span}
			r.Pictures[i] = Picture{Image: image, Path: p.Path}
			f.Caption = []brief.Inline{image}
			return
		}
	}
}
