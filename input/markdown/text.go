package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"warraq/input/brief"
)

// appendText appends the characters between two bytes of the text. Escapes and
// entities divide it, so that each piece but an entity equals the bytes of its
// span, and an offset in one is an offset in the other. Of spaces in a row only
// the first is kept, as every reader of Markdown shows them.
func (c *conversion) appendText(list []brief.Inline, start, stop int) []brief.Inline {
	from := start
	for i := start; i < stop; {
		switch b := c.source[i]; {
		case b == '\\' && i+1 < stop && isPunctuation(c.source[i+1:stop]):
			list = c.appendRun(list, from, i)
			from = i + 1
			i += 2
		case b == '&':
			value, n := entity(c.source[i:stop])
			if n == 0 {
				i++
				continue
			}
			list = c.appendRun(list, from, i)
			list = append(list, &brief.Text{Value: value, Span: c.text.Span(i, i+n)})
			i += n
			from = i
		case b == ' ' || b == '\t':
			end := i + 1
			for end < stop && (c.source[end] == ' ' || c.source[end] == '\t') {
				end++
			}
			if spaced := i == from && endsInSpace(list); b == ' ' && end == i+1 && !spaced {
				i = end
				continue
			} else if b == ' ' && !spaced {
				list = c.appendRun(list, from, i+1)
			} else if list = c.appendRun(list, from, i); !endsInSpace(list) {
				list = append(list, &brief.Text{Value: " ", Span: c.text.Span(i, end)})
			}
			i, from = end, end
		case b == '\r' || b == 0:
			list = c.appendRun(list, from, i)
			if b == 0 { // CommonMark 0.31, §2.3
				list = append(list, &brief.Text{Value: "\uFFFD", Span: c.text.Span(i, i+1)})
			}
			i++
			from = i
		default:
			i++
		}
	}
	return c.appendRun(list, from, stop)
}

// isPunctuation reports whether a text begins with a sign that may be escaped: those of
// ASCII (CommonMark 0.31, §2.4), and, as in Pandoc, those of other scripts: \، \«.
func isPunctuation(s []byte) bool {
	if s[0] < utf8.RuneSelf {
		return util.IsPunct(s[0])
	}
	r, _ := utf8.DecodeRune(s)
	return unicode.IsPunct(r)
}

// endsInSpace reports whether a space would follow a space or a new line.
func endsInSpace(list []brief.Inline) bool {
	if len(list) == 0 {
		return false
	}
	switch last := list[len(list)-1].(type) {
	case *brief.Text:
		return strings.HasSuffix(last.Value, " ")
	case *brief.LineBreak:
		return true
	}
	return false
}

// appendRun appends bytes as they are, to the text before them where the two
// are neighbours.
func (c *conversion) appendRun(list []brief.Inline, start, stop int) []brief.Inline {
	if start >= stop {
		return list
	}
	span := c.text.Span(start, stop)
	if len(list) > 0 && c.text.Exact() {
		last, ok := list[len(list)-1].(*brief.Text)
		if ok && last.Span.End == span.Start && len(last.Value) == last.Span.End-last.Span.Start && last.Value != " " && last.Value != "\uFFFD" &&
			bytes.Equal(span.Text(), c.source[start:stop]) {
			// Both are parts of one text, so that nothing is copied here: many
			// short runs would take time by the square.
			if from := start - len(last.Value); from >= 0 && c.whole[from:start] == last.Value {
				joined := *last
				joined.Value = c.whole[from:stop]
				joined.Span.End = span.End
				list[len(list)-1] = &joined
				return list
			}
		}
	}
	return append(list, &brief.Text{Value: c.whole[start:stop], Span: span})
}

// entity returns the characters of the entity or numeric reference at the head
// of s and its length, or 0.
func entity(s []byte) (string, int) {
	end := bytes.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return "", 0
	}
	if s[1] == '#' {
		if value := util.ResolveNumericReferences(s[:end+1]); !bytes.Equal(value, s[:end+1]) {
			return string(value), end + 1
		}
		return "", 0
	}
	e, ok := util.LookUpHTML5EntityByName(string(s[1:end]))
	if !ok {
		return "", 0
	}
	return string(e.Characters), end + 1
}

// trimRight takes spaces off the end of a line's text.
func trimRight(list []brief.Inline) []brief.Inline {
	for len(list) > 0 {
		last, ok := list[len(list)-1].(*brief.Text)
		if !ok {
			return list
		}
		kept := len(strings.TrimRight(last.Value, " \t\r\n"))
		if kept == len(last.Value) {
			return list
		}
		list = list[:len(list)-1]
		if kept > 0 {
			return append(list, cut(last, kept))
		}
	}
	return list
}

// cut returns the first n bytes of a text.
func cut(t *brief.Text, n int) *brief.Text {
	short := &brief.Text{Value: t.Value[:n], Span: t.Span}
	if string(t.Span.Text()) == t.Value {
		short.Span.End = t.Span.Start + n
	}
	return short
}
