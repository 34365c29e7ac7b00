package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"warraq/input/attribute"
	"warraq/input/brief"
	"warraq/input/source"
)

// A tag is one of HTML as it is written.
type tag struct {
	name       string // in small letters
	component  bool   // of MDX, by its letters
	closing    bool
	attributes []html.Attribute
	span       source.Span
}

// readTag reads the tag at the head of s; ok is false where there is none.
func readTag(s []byte, span source.Span) (t tag, ok bool) {
	z := html.NewTokenizer(bytes.NewReader(s))
	kind := z.Next()
	return tagOf(z, kind, span)
}

// tagOf returns the tag that a tokenizer has come to.
func tagOf(z *html.Tokenizer, kind html.TokenType, span source.Span) (tag, bool) {
	switch kind {
	case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
	default:
		return tag{}, false
	}
	t := tag{closing: kind == html.EndTagToken, span: span}
	written := strings.TrimLeft(string(z.Raw()), "</") // before it is made small
	name, more := z.TagName()
	t.name = string(name)
	// Components of MDX begin with a capital. What they are called means nothing here,
	// also where HTML has an element of that name that is no text: <Math>.
	if own := written[:min(len(name), len(written))]; own != "" && unicode.IsUpper(rune(own[0])) && own != strings.ToUpper(own) {
		t.component = true
		if isHidden(t.name) || shows(t.name) {
			t.name = own
		}
	}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		t.attributes = append(t.attributes, html.Attribute{Key: string(key), Val: string(value)})
	}
	return t, true
}

// firstClosing and lastClosing return where an element is closed for the first and for
// the last time, or -1. The text itself is searched, and none in small letters: some
// letters are longer or shorter there, and places in it are others.
func firstClosing(s []byte, name string) int {
	for at := 0; ; at++ {
		i := bytes.Index(s[at:], []byte("</"))
		if i < 0 {
			return -1
		}
		if at += i; closes(s[at:], name) {
			return at
		}
	}
}

func lastClosing(s []byte, name string) int {
	for end := len(s); ; {
		if end = bytes.LastIndex(s[:end], []byte("</")); end < 0 || closes(s[end:], name) {
			return end
		}
	}
}

// closes reports whether a text begins by closing an element, in letters of any size.
func closes(s []byte, name string) bool {
	stop := len("</") + len(name)
	return len(s) >= stop && strings.EqualFold(string(s[len("</"):stop]), name)
}

// get returns the value of an attribute, or "".
func (t *tag) get(key string) string {
	for _, a := range t.attributes {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// has reports whether the tag has an attribute, be it empty.
func (t *tag) has(key string) bool {
	return slices.ContainsFunc(t.attributes, func(a html.Attribute) bool { return a.Key == key })
}

// until is the place from the tag to another's end.
func (t *tag) until(end source.Span) source.Span {
	s := t.span
	if end.File == s.File && end.End > s.End {
		s.End = end.End
	}
	return s
}

// style returns a property of the tag's own style, or "".
func (t *tag) style(property string) string {
	for declaration := range strings.SplitSeq(t.get("style"), ";") {
		name, value, _ := strings.Cut(declaration, ":")
		if strings.EqualFold(strings.TrimSpace(name), property) {
			return strings.ToLower(strings.TrimSpace(value))
		}
	}
	return ""
}

// is reports whether the tag is one of several.
func (t *tag) is(names ...string) bool { return slices.Contains(names, t.name) }

// isVoid reports whether a tag holds nothing, and so is never closed (HTML, "Void
// elements").
func isVoid(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}

// isBlockTag reports whether an element stands on lines of its own.
func isBlockTag(name string) bool {
	return isDivision(name) || isTablePart(name) || isHeadingTag(name) || slices.Contains([]string{
		"ul", "ol", "li", "dl", "dt", "dd", "blockquote", "details", "summary", "figure", "figcaption", "hr", "pre", "table",
	}, name)
}

// isDivision reports whether an element is a part of the text that means nothing but
// where and how it stands.
func isDivision(name string) bool {
	switch name {
	case "div", "p", "center", "section", "article", "main", "header", "footer", "aside", "nav", "address", "body", "html", "form", "fieldset", "hgroup", "search":
		return true
	}
	return false
}

func isTablePart(name string) bool {
	switch name {
	case "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col":
		return true
	}
	return false
}

func isHeadingTag(name string) bool {
	return len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'
}

// direction is the side that a tag lets its text begin on.
func (t *tag) direction() brief.Direction {
	return attribute.Direction(cmp.Or(strings.ToLower(t.get("dir")), t.style("direction")))
}

// alignment is where a tag lets its lines stand. The side is that of a page that reads
// from the right.
func (t *tag) alignment(rightToLeft bool) brief.Alignment {
	start, end := brief.AtStart, brief.AtEnd
	if !rightToLeft {
		start, end = end, start
	}
	switch cmp.Or(strings.ToLower(t.get("align")), t.style("text-align")) {
	case "center", "middle":
		return brief.Centred
	case "right":
		return start
	case "left":
		return end
	}
	if t.name == "center" {
		return brief.Centred
	}
	return brief.Unaligned
}

// isHidden reports whether what an element holds is no text.
func isHidden(name string) bool {
	return holdsScript(name) || name == "svg" || name == "math"
}

// holdsScript reports whether an element is for programs alone.
func holdsScript(name string) bool { return name == "script" || name == "style" || name == "template" }

// shows reports whether an element shows what cannot be printed.
func shows(name string) bool {
	switch name {
	case "video", "audio", "iframe", "object", "embed", "canvas":
		return true
	}
	return false
}

// isKnown reports whether HTML has an element of a name that means something here, or
// whose text does.
func isKnown(name string) bool {
	switch name {
	case "a", "sup", "sub", "b", "strong", "i", "em", "cite", "dfn", "var", "u", "ins", "s", "del", "mark", "code", "kbd", "samp", "q":
		return true
	}
	return isVoid(name) || isPlainTag(name)
}

// isPlainTag reports whether an element in a line says nothing that is lost where its
// text alone is printed.
func isPlainTag(name string) bool {
	switch name {
	case "span", "font", "bdi", "bdo", "small", "big", "time", "abbr", "label", "picture", "source", "wbr", "data", "nobr", "tt", "button", "acronym", "strike":
		return true
	}
	return isBlockTag(name)
}
