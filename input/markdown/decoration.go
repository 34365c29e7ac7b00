package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/input/brief"
)

// decorationParser reads ~~struck out~~, as GitHub has it, and ==highlighted==, as
// Obsidian and Pandoc have it.
type decorationParser struct{}

func (decorationParser) Trigger() []byte { return []byte{'~', '='} }

func (decorationParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 2, decorationMarks{})
	if d == nil || d.OriginalLength > 2 {
		return nil
	}
	after, _ := utf8.DecodeRune(line[d.OriginalLength:])
	d.CanOpen = d.CanOpen || opensAfterArabic(before, after)
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

// opensAfterArabic reports whether a mark opens between an Arabic letter or a tatweel and
// a sign: و**"نص"**, بـ**-5**. A conjunction is written together with the next word.
func opensAfterArabic(before, after rune) bool {
	arabic := before == 'ـ' || unicode.Is(unicode.Arabic, before) && unicode.IsLetter(before) || unicode.Is(unicode.Mn, before)
	return arabic && !unicode.IsSpace(after) && after != utf8.RuneError
}

type decorationMarks struct{}

func (decorationMarks) IsDelimiter(b byte) bool { return b == '~' || b == '=' }
func (decorationMarks) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}
func (decorationMarks) OnMatch(int) ast.Node { return &decorationNode{} }

// decorationNode is what such marks hold.
type decorationNode struct{ ownInline }

func (c *conversion) decoration(list []brief.Inline, n *decorationNode) ([]brief.Inline, int, int) {
	inner, s, e := c.inlines(n, 0)
	if s < 2 {
		return list, max(n.Pos(), 0), max(n.Pos(), 0)
	}
	start, stop := s-2, e+2
	decoration := brief.Highlight
	if c.source[start] == '~' {
		decoration = brief.Strikethrough
	}
	return append(list, &brief.Decorated{Decoration: decoration, Content: inner, Span: c.text.Span(start, stop)}), start, stop
}
