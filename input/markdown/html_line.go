package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"warraq/input/attribute"
	"warraq/input/brief"
	"warraq/input/source"
)

// An element is one of HTML in a line that is still open: its content is what the
// list has from a place on.
type element struct {
	tag
	from int
}

// rawHTML reads a tag in a line, where elements that are open stand in a stack. What is
// no element there but its name stands among the words as it is written.
func (c *conversion) rawHTML(list []brief.Inline, open []element, n *ast.RawHTML, closing map[string]int) ([]brief.Inline, []element, int, int) {
	if n.Segments.Len() == 0 {
		return list, open, n.Pos(), n.Pos()
	}
	start, stop := extent(n.Segments)
	t, ok := readTag(c.source[start:stop], c.text.Span(start, stop))
	hidden := slices.ContainsFunc(open, func(e element) bool { return isHidden(e.name) && e.name != t.name })
	switch {
	case !ok || hidden: // a comment, an instruction, a part of a drawing
	case c.isName(&t, open, closing, start, stop):
		list = append(list, &brief.Text{Value: strings.Join(strings.Fields(c.whole[start:stop]), " "), Span: c.text.Span(start, stop)})
	case t.closing:
		for i := len(open) - 1; i >= 0; i-- {
			if open[i].name == t.name {
				for len(open) > i {
					list, open = c.closeElement(list, open, t.span)
				}
				break
			}
		}
	case isVoid(t.name):
		list = c.void(list, &t)
	default:
		if isBlockTag(t.name) && len(list) > 0 && !endsInSpace(list) {
			list = append(list, &brief.LineBreak{Span: c.text.Span(start, start)})
		}
		open = append(open, element{t, len(list)})
		list = append(list, c.label(&t)...)
	}
	return list, open, start, stop
}

// closingTags counts the closing tags among the children of a node, or returns nil.
func closingTags(parent ast.Node, data []byte) map[string]int {
	var closing map[string]int
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		raw, ok := n.(*ast.RawHTML)
		if !ok {
			continue
		}
		start, stop := extent(raw.Segments)
		if !bytes.HasPrefix(data[start:stop], []byte("</")) {
			continue // to read a tag takes more than to see this
		}
		if t, ok := readTag(data[start:stop], source.Span{}); ok && t.closing {
			if closing == nil {
				closing = map[string]int{}
			}
			closing[t.name]++
		}
	}
	return closing
}

// isName reports whether a tag among words is what they speak of, and no element: one of
// a heading, of a program, or that HTML does not know, without its partner and without
// values («the tag <h3>», List<String>, <user name>); a picture that names no file.
func (c *conversion) isName(t *tag, open []element, closing map[string]int, start, stop int) bool {
	switch {
	case t.is("img"):
		return !t.has("src") && c.amongWords(start)
	case isVoid(t.name) || !isHeadingTag(t.name) && !isHidden(t.name) && !shows(t.name) && isKnown(t.name):
		return false
	case t.closing:
		return !t.component && !slices.ContainsFunc(open, func(e element) bool { return e.name == t.name }) && c.amongWords(start)
	case closing[t.name] > 0:
		closing[t.name]--
		return false
	}
	valued := slices.ContainsFunc(t.attributes, func(a html.Attribute) bool { return a.Val != "" })
	return !valued && !bytes.HasSuffix(c.source[start:stop], []byte("/>")) && c.amongWords(start)
}

// A wordedLine is a line of the text, and whether it has words outside of its tags.
type wordedLine struct {
	start, stop int
	words       bool
}

// amongWords reports whether something other than tags stands in the line of a tag. Each
// line is looked at once, however many it has.
func (c *conversion) amongWords(start int) bool {
	if start < c.worded.stop && start >= c.worded.start {
		return c.worded.words
	}
	from := bytes.LastIndexByte(c.source[:start], '\n') + 1
	c.worded = wordedLine{start: from, stop: from + lineLength(c.source, from)}
	depth := 0
	for _, b := range c.source[from:c.worded.stop] {
		switch {
		case b == '<':
			depth++
		case b == '>' && depth > 0:
			depth--
		case depth == 0 && b != '>' && !isBlank(b):
			c.worded.words = true
			return true
		}
	}
	return false
}

// label is what a component of MDX is called where it stands: <TabItem label="…">,
// <Card title="…">.
func (c *conversion) label(t *tag) []brief.Inline {
	words := cmp.Or(t.get("label"), t.get("title"))
	if !t.component || words == "" {
		return nil
	}
	text := &brief.Text{Value: words, Span: t.span}
	return []brief.Inline{&brief.Strong{Content: []brief.Inline{text}, Span: t.span}, &brief.LineBreak{Span: t.span}}
}

// void appends what an element without content means.
func (c *conversion) void(list []brief.Inline, t *tag) []brief.Inline {
	switch t.name {
	case "br", "hr":
		return append(list, &brief.LineBreak{Span: t.span})
	case "img":
		return append(list, c.imageTag(t)...)
	case "input":
		if t.get("type") != "checkbox" {
			break
		}
		mark := "☐"
		if t.has("checked") {
			mark = "☑"
		}
		return append(list, &brief.Text{Value: mark, Span: t.span})
	case "wbr", "source", "col", "link", "meta", "base", "track", "param", "area":
		return list
	}
	c.unprinted(t)
	return list
}

// imageTag reads a picture in a line, as ![…](…) has it. An empty description says
// that it is there for its looks (HTML, "Requirements for providing text to act as an
// alternative for images").
func (c *conversion) imageTag(t *tag) []brief.Inline {
	image := &brief.Image{Alt: t.get("alt"), Span: t.span, Decorative: t.has("alt") && t.get("alt") == ""}
	image.Width, _ = attribute.Pixels(t.get("width"))
	return c.pictured(image, brief.Field{Value: t.get("src"), Span: t.span})
}

// closeElement ends the innermost open element.
func (c *conversion) closeElement(list []brief.Inline, open []element, end source.Span) ([]brief.Inline, []element) {
	e := open[len(open)-1]
	inner := slices.Clone(list[e.from:])
	list = append(list[:e.from:e.from], c.meaning(&e.tag, inner, end)...)
	return list, open[:len(open)-1]
}

// meaning is what an element in a line says of its content.
func (c *conversion) meaning(t *tag, inner []brief.Inline, end source.Span) []brief.Inline {
	span := t.until(end)
	one := func(n brief.Inline) []brief.Inline { return []brief.Inline{n} }
	switch {
	case isHidden(t.name):
		c.unprinted(t)
		return nil
	case t.name == "a":
		return c.anchor(t, inner, end)
	case shows(t.name):
		c.unprinted(t)
		return inner
	case len(inner) == 0 && t.get("id") == "":
		return nil
	}
	switch t.name {
	case "sup":
		return one(&brief.Raised{Content: inner, Span: span})
	case "sub":
		return one(&brief.Lowered{Content: inner, Span: span})
	case "b", "strong":
		return one(&brief.Strong{Content: inner, Span: span})
	case "i", "em", "cite", "dfn", "var":
		return one(&brief.Emphasis{Content: inner, Span: span})
	case "u", "ins":
		return one(&brief.Decorated{Decoration: brief.Underline, Content: inner, Span: span})
	case "s", "del", "strike":
		return one(&brief.Decorated{Decoration: brief.Strikethrough, Content: inner, Span: span})
	case "mark":
		return one(&brief.Decorated{Decoration: brief.Highlight, Content: inner, Span: span})
	case "code", "kbd", "samp", "tt":
		return one(&brief.Code{Value: brief.Plain(inner), Span: span})
	case "q":
		open := &brief.Text{Value: c.reader.Marks.Open, Span: t.span}
		shut := &brief.Text{Value: c.reader.Marks.Close, Span: end}
		return append(append([]brief.Inline{open}, inner...), shut)
	}
	if !isPlainTag(t.name) {
		c.unprinted(t)
	}
	if m := spanTag(t, inner, end); m != nil {
		return one(m)
	}
	return inner
}

// spanTag returns content that has a language, a side or a name of its own, or nil.
func spanTag(t *tag, inner []brief.Inline, end source.Span) *brief.Marked {
	m := &brief.Marked{Content: inner, Language: t.get("lang"), LTR: t.direction() == brief.LeftToRight, Span: t.until(end)}
	if id := t.get("id"); id != "" {
		m.Attributes = brief.Attributes{ID: id, Span: t.span}
	}
	if m.Language == "" && !m.LTR && m.ID == "" {
		return nil
	}
	return m
}

// anchor reads <a>: a link, or a name that links lead to.
func (c *conversion) anchor(t *tag, inner []brief.Inline, end source.Span) []brief.Inline {
	list := inner
	if t.has("href") && len(inner) > 0 {
		list = c.appendLink(nil, t.get("href"), inner, t.until(end))
	}
	for i, a := range t.attributes {
		if a.Key == "name" && !t.has("id") {
			t.attributes[i].Key = "id"
		}
	}
	if m := spanTag(t, list, end); m != nil {
		return []brief.Inline{m}
	}
	return list
}

// unprinted tells of an element of which no more than its text is printed: of one that
// shows something, that it is missing.
func (c *conversion) unprinted(t *tag) {
	switch {
	case holdsScript(t.name):
	case isHidden(t.name):
		c.reader.Problems.Add(htmlPicture.At(t.span, t.name))
	case shows(t.name):
		c.reader.Problems.Add(htmlShown.At(t.span, t.name))
	default:
		c.reader.Problems.Add(htmlTag.At(t.span, t.name))
	}
}
