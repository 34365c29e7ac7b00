package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"warraq/input/brief"
	"warraq/input/source"
)

// content converts the text of a block from a byte on, and takes off the
// attributes at its end, which belong to the block.
func (c *conversion) content(n ast.Node, from int) ([]brief.Inline, *attributes) {
	last, ok := n.LastChild().(*attributesNode)
	if !ok || takesAttributes(last.PreviousSibling()) {
		list, _, _ := c.inlines(n, from)
		return list, nil
	}
	n.RemoveChild(n, last)
	list, _, _ := c.inlines(n, from)
	return trimRight(list), &last.attributes
}

// takesAttributes reports whether attributes right after a node are its own.
func takesAttributes(n ast.Node) bool {
	switch n.(type) {
	case *linkNode, *ast.AutoLink, *ast.CodeSpan, *ast.Emphasis:
		return true
	}
	return false
}

// inlines converts the children of a node, without what stands before a byte of
// the text. It returns where they begin and end in the text, -1 for none.
func (c *conversion) inlines(parent ast.Node, from int) (list []brief.Inline, start, stop int) {
	start, stop = -1, -1
	var open []element
	closing := closingTags(parent, c.source)
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if !c.reader.count(max(n.Pos(), 0)) {
			break
		}
		before := len(list)
		var s, e int
		if raw, ok := n.(*ast.RawHTML); ok {
			list, open, s, e = c.rawHTML(list, open, raw, closing)
			before = len(list)
		} else {
			list, s, e = c.inline(list, n, from)
		}
		if start < 0 {
			start = s
		}
		stop = e
		if a, ok := n.NextSibling().(*attributesNode); ok && takesAttributes(n) && len(list) > before {
			span := c.text.Span(s, a.stop)
			marked := c.marked(list[before:len(list):len(list)], &a.attributes, span)
			list = append(list[:before:before], marked)
			stop = a.stop
			n = a
		}
	}
	for len(open) > 0 { // what is not closed ends with the line
		end := max(stop, 0)
		list, open = c.closeElement(list, open, c.text.Span(end, end))
	}
	return list, start, stop
}

// inline appends what one node of goldmark means to the list.
func (c *conversion) inline(list []brief.Inline, n ast.Node, from int) (_ []brief.Inline, start, stop int) {
	switch n := n.(type) {
	case *ast.Text:
		start, stop = max(n.Segment.Start, from), n.Segment.Stop
		if next, ok := n.NextSibling().(*ast.Text); ok && joins(n, next) {
			// Marks that came to nothing leave many pieces of one text.
			next.Segment.Start = n.Segment.Start
			return list, start, stop
		}
		c.templates(start, stop)
		list = c.appendText(list, start, stop)
		return c.appendBreak(list, n, stop), start, stop
	case *ast.CodeSpan:
		return c.code(list, n)
	case *ast.Emphasis:
		inner, s, e := c.inlines(n, 0)
		start, stop = s-n.Level, e+n.Level
		if s < 0 {
			return list, n.Pos(), n.Pos() + 2*n.Level
		}
		span := c.text.Span(start, stop)
		if n.Level == 2 {
			return append(list, &brief.Strong{Content: inner, Span: span}), start, stop
		}
		return append(list, &brief.Emphasis{Content: inner, Span: span}), start, stop
	case *linkNode:
		return c.link(list, n), n.Pos(), n.stop
	case *ast.AutoLink:
		label := n.Label(c.source)
		start, stop = n.Pos(), n.Pos()+len(label)+2
		url := string(n.URL(c.source))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
			url = "mailto:" + url
		}
		return c.appendLink(list, url, c.literal(start+1, stop-1), c.text.Span(start, stop)), start, stop
	case *addressNode:
		return c.appendLink(list, string(c.source[n.start:n.stop]), c.literal(n.start, n.stop), c.text.Span(n.start, n.stop)), n.start, n.stop
	case *noteMark:
		return append(list, &brief.NoteMark{Label: n.label, Span: c.text.Span(n.start, n.stop)}), n.start, n.stop
	case *citationNode:
		return c.citation(list, n), n.start, n.stop
	case *scriptNode:
		inner := c.appendText(nil, n.start+1, n.stop-1)
		if n.raised {
			return append(list, &brief.Raised{Content: inner, Span: c.text.Span(n.start, n.stop)}), n.start, n.stop
		}
		return append(list, &brief.Lowered{Content: inner, Span: c.text.Span(n.start, n.stop)}), n.start, n.stop
	case *decorationNode:
		return c.decoration(list, n)
	case *inlineNote:
		return c.inlineNote(list, n), n.start, n.stop
	case *wikiNode:
		return c.wiki(list, n), n.start, n.stop
	case *mathNode:
		return c.formula(list, n), n.start, n.stop
	case *commentNode:
		if !n.mdx {
			c.reader.add(comment, n.start, n.stop)
		}
		return list, n.start, n.stop
	case *spanNode:
		inner, _, _ := c.inlines(n, 0)
		start, stop = n.start, n.attributes.stop
		return append(list, c.marked(inner, n.attributes, c.text.Span(start, stop))), start, stop
	case *attributesNode:
		return c.appendText(list, n.start, n.stop), n.start, n.stop
	case *spanOpen:
		return c.appendText(list, n.start, n.start+1), n.start, n.start + 1
	}
	return list, max(n.Pos(), 0), max(n.Pos(), 0)
}

// joins reports whether a text goes on without a gap in the one after it.
func joins(n, next *ast.Text) bool {
	return n.Segment.Stop == next.Segment.Start && n.Segment.Padding == 0 && next.Segment.Padding == 0 &&
		!n.SoftLineBreak() && !n.HardLineBreak()
}

// appendBreak appends what the end of a line means: a space, or a new line
// where the author forced one.
func (c *conversion) appendBreak(list []brief.Inline, n *ast.Text, stop int) []brief.Inline {
	if !n.SoftLineBreak() && !n.HardLineBreak() {
		return list
	}
	end := stop
	for end < len(c.source) && c.source[end] != '\n' {
		end++
	}
	if n.HardLineBreak() || c.apart {
		return append(list, &brief.LineBreak{Span: c.text.Span(stop, min(end+1, len(c.source)))})
	}
	return append(list, &brief.Text{Value: " ", Span: c.text.Span(end, min(end+1, len(c.source)))})
}

func (c *conversion) code(list []brief.Inline, n *ast.CodeSpan) ([]brief.Inline, int, int) {
	start := n.Pos()
	stop := afterCode(c.source, start)
	if last, ok := n.LastChild().(*ast.Text); ok && stop <= last.Segment.Stop {
		// A long span, or one that goes over lines, ends after its last piece.
		stop = last.Segment.Stop
		for stop < len(c.source) && c.source[stop] != '`' {
			stop++
		}
		for stop < len(c.source) && c.source[stop] == '`' {
			stop++
		}
	}
	var b strings.Builder
	for t := n.FirstChild(); t != nil; t = t.NextSibling() {
		if t, ok := t.(*ast.Text); ok {
			b.Write(t.Segment.Value(c.source))
		}
	}
	value := strings.NewReplacer("\r\n", " ", "\n", " ").Replace(b.String())
	if c.inCell {
		// In a table a bar must be escaped, also in code (GFM, "Tables").
		value = strings.ReplaceAll(value, `\|`, "|")
	}
	return append(list, &brief.Code{Value: value, Span: c.text.Span(start, stop)}), start, stop
}

// link appends a link, or a picture in a line.
func (c *conversion) link(list []brief.Inline, n *linkNode) []brief.Inline {
	if image := picture(n); image != nil {
		alt, _, _ := c.inlines(image, 0)
		path, place := c.destination(n, image)
		return append(list, c.pictured(&brief.Image{Alt: brief.Plain(alt), Span: c.text.Span(n.Pos(), n.stop)}, brief.Field{Value: path, Span: place})...)
	}
	link := n.FirstChild().(*ast.Link)
	inner, _, _ := c.inlines(link, 0)
	return c.appendLink(list, unescape(link.Destination), inner, c.text.Span(n.Pos(), n.stop))
}

// appendLink appends a link, or its text alone where its address would run a
// program or leave the report for the reader's own files.
func (c *conversion) appendLink(list []brief.Inline, url string, inner []brief.Inline, span source.Span) []brief.Inline {
	scheme, _, ok := strings.Cut(url, ":")
	if ok {
		switch strings.ToLower(strings.TrimSpace(scheme)) {
		case "javascript", "vbscript", "data", "file":
			c.reader.Problems.Add(linkScheme.At(span, scheme))
			return append(list, inner...)
		}
	}
	if strings.TrimSpace(url) == "" {
		c.reader.Problems.Add(linkEmpty.At(span))
		return append(list, inner...)
	}
	if !ok && !strings.HasPrefix(url, "#") {
		c.reader.Problems.Add(linkRelative.At(span))
	}
	return append(list, &brief.Link{URL: url, Content: unlinked(inner), Span: span})
}

func (c *conversion) literal(start, stop int) []brief.Inline {
	return []brief.Inline{&brief.Text{Value: string(c.source[start:stop]), Span: c.text.Span(start, stop)}}
}

// citation appends a citation, or cross-references where the keys are those of
// sections, figures and tables.
func (c *conversion) citation(list []brief.Inline, n *citationNode) []brief.Inline {
	references := 0
	for _, item := range n.items {
		if isCrossReference(item.key) {
			references++
		}
	}
	if references == len(n.items) {
		for i, item := range n.items {
			if i > 0 {
				list = append(list, &brief.Text{Value: c.reader.Marks.Comma, Span: c.text.Span(item.start, item.start)})
			}
			if item.prefix != "" {
				list = append(list, &brief.Text{Value: item.prefix + " ", Span: c.text.Span(item.start, item.start)})
			}
			list = append(list, &brief.CrossReference{ID: item.key, Span: c.text.Span(item.start, item.stop)})
			if item.locator != "" {
				list = append(list, &brief.Text{Value: c.reader.Marks.Comma + item.locator, Span: c.text.Span(item.stop, item.stop)})
			}
		}
		return list
	}
	cited := &brief.Citation{InText: n.inText, Written: c.written(n.start, n.stop), Span: c.text.Span(n.start, n.stop)}
	for _, item := range n.items {
		cited.Items = append(cited.Items, brief.CitationItem{
			Key: item.key, Prefix: item.prefix, Locator: item.locator, YearOnly: item.yearOnly, Span: c.text.Span(item.start, item.stop),
		})
	}
	return append(list, cited)
}

// written is what stands between two bytes as text, its lines joined.
func (c *conversion) written(start, stop int) []brief.Inline {
	var list []brief.Inline
	for line := range strings.Lines(c.whole[start:stop]) {
		if list != nil {
			list = append(list, &brief.Text{Value: " ", Span: c.text.Span(start, start)})
		}
		inner := strings.Trim(line, "> \t\r\n") // also the mark of the quotation it stands in
		at := start + strings.Index(line, inner)
		list = c.appendText(list, at, at+len(inner))
		start += len(line)
	}
	return list
}

func isCrossReference(key string) bool {
	for _, prefix := range []string{"fig:", "tbl:", "sec:"} {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return false
}

// nested reads the value of an attribute as a text of its own.
func (c *conversion) nested(v value) []brief.Inline {
	t := c.text.Slice(v.start, v.stop)
	if v.escaped {
		t = source.Loose(v.value, c.text.Span(v.start, v.stop))
	}
	return c.reader.Inline(t)
}

func unescape(b []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b))))
}
