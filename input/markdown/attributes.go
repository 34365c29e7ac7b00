package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"warraq/input/attribute"
	"warraq/input/brief"
	"warraq/input/source"
)

// attributes are {#id .class key=value} as they stand in a text.
type attributes struct {
	id      string
	classes []string
	values  []value
	// start and stop are the bytes of the text from brace to brace.
	start, stop int
	// foreign are those of kramdown, {: .class}, of which an id alone means something.
	foreign bool
}

// A value is one key=value. Its characters stand from start to stop, unless the
// author had to escape some.
type value struct {
	key, value  string
	start, stop int
	escaped     bool
}

func (a *attributes) value(key string) (value, bool) {
	for _, v := range a.values {
		if v.key == key {
			return v, true
		}
	}
	return value{}, false
}

// parseAttributes reads attributes that begin with the brace at start of s, all
// on one line.
func parseAttributes(s []byte, start int) (*attributes, bool) {
	limit := min(len(s), start+furthestMatch)
	if end := bytes.IndexByte(s[start:limit], '\n'); end >= 0 {
		limit = start + end
	}
	if start >= limit || s[start] != '{' {
		return nil, false
	}
	a := &attributes{start: start}
	i := start + 1
	if a.foreign = i < limit && s[i] == ':'; a.foreign {
		i++
	}
	for i < limit {
		switch c := s[i]; {
		case c == '}':
			a.stop = i + 1
			return a, a.id != "" || a.classes != nil || a.values != nil
		case c == ' ' || c == '\t':
			i++
		case c == '#' || c == '.':
			end := i + 1
			for end < limit && !strings.ContainsRune(" \t{}\"'=#", rune(s[end])) {
				end++
			}
			if end == i+1 {
				return nil, false
			}
			if name := string(s[i+1 : end]); c == '.' {
				a.classes = append(a.classes, name)
			} else if a.id == "" {
				a.id = name
			} else {
				return nil, false
			}
			i = end
		default:
			v, end, ok := parseValue(s[:limit], i)
			if !ok {
				return nil, false
			}
			a.values = append(a.values, v)
			i = end
		}
	}
	return nil, false
}

func parseValue(s []byte, i int) (v value, end int, ok bool) {
	start := i
	for i < len(s) && (util.IsAlphaNumeric(s[i]) || s[i] == '-' || s[i] == '_') {
		i++
	}
	if i == start || i >= len(s) || s[i] != '=' {
		return v, 0, false
	}
	v.key = string(s[start:i])
	i++
	if i < len(s) && (s[i] == '"' || s[i] == '\'') {
		quote := s[i]
		var b strings.Builder
		v.start = i + 1
		for i++; i < len(s) && s[i] != quote; i++ {
			if s[i] == '\\' && i+1 < len(s) && (s[i+1] == quote || s[i+1] == '\\') {
				v.escaped = true
				i++
			}
			b.WriteByte(s[i])
		}
		if i >= len(s) {
			return v, 0, false
		}
		v.stop, v.value = i, b.String()
		return v, i + 1, true
	}
	v.start = i
	for i < len(s) && !strings.ContainsRune(" \t{}\"'", rune(s[i])) {
		i++
	}
	v.stop, v.value = i, string(s[v.start:i])
	return v, i, i > v.start
}

// attributesNode is attributes inside a line. What they belong to is known when
// the line has been read: the node right before them, or the whole block.
type attributesNode struct {
	ownInline
	attributes
}

type attributesParser struct{ reader *Reader }

func (*attributesParser) Trigger() []byte { return []byte{'{'} }

func (p *attributesParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	a, ok := parseAttributes(block.Source()[:segment.Stop], segment.Start)
	if ok {
		block.Advance(a.stop - a.start)
		return &attributesNode{attributes: *a}
	}
	// A brace and # or . is meant as attributes by all who write it.
	if len(line) > 1 && (line[1] == '#' || line[1] == '.') {
		if end := bytes.IndexByte(line[:min(len(line), furthestMatch)], '}'); end > 0 {
			p.reader.add(badAttributes, segment.Start, segment.Start+end+1)
		}
	}
	return nil
}

// placed returns attributes with their places in the file.
func (c *conversion) placed(a *attributes) attribute.List {
	if a == nil {
		return attribute.List{}
	}
	l := attribute.List{ID: a.id, Classes: a.classes, Span: c.text.Span(a.start, a.stop)}
	if a.foreign {
		c.reader.add(foreignAttributes, a.start, a.stop)
		l.Classes = nil
		return l
	}
	for _, v := range a.values {
		l.Values = append(l.Values, attribute.Value{Key: v.key, Value: v.value, Span: c.text.Span(v.start, v.stop)})
	}
	return l
}

// marked returns content of a line that has attributes.
func (c *conversion) marked(content []brief.Inline, a *attributes, span source.Span) *brief.Marked {
	m := &brief.Marked{Content: content, Span: span}
	c.reader.Attributes.Marked(m, c.placed(a))
	return m
}

// inlineValue reads the value of an attribute as text with marks of its own.
func (c *conversion) inlineValue(a *attributes, key string) []brief.Inline {
	if a == nil {
		return nil
	}
	v, ok := a.value(key)
	if !ok {
		return nil
	}
	return c.nested(v)
}
