package pipeline

import (
	"fmt"
	"unicode/utf8"

	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/output/paragraph"
)

// missingGlyphs finds the characters of a text that no face has, each at its
// first place, in a brief that is not set because of other errors. What is set
// finds its own.
func missingGlyphs(b *brief.Brief, library *fonts.Library) problem.List {
	c := coverage{library: library, seen: map[rune]bool{}}
	m := &b.Meta
	for _, f := range []brief.Field{m.Kind, m.Title, m.Subtitle, m.Institution, m.Programme} {
		c.text(f.Value, f.Span)
	}
	for _, list := range [][]brief.Block{m.Imprint, b.Summary, b.Body} {
		c.blocks(list)
	}
	for _, n := range b.Notes {
		c.blocks(n.Blocks)
	}
	return c.problems
}

// coverage gathers the characters that were looked for.
type coverage struct {
	library  *fonts.Library
	seen     map[rune]bool
	problems problem.List
}

func (c *coverage) text(value string, span source.Span) {
	exact := string(span.Text()) == value
	for i, r := range value {
		if c.seen[r] || r == '\n' || r == '\t' || r == '\r' {
			continue
		}
		c.seen[r] = true
		if c.library.Fallback(r, nil) != nil {
			continue
		}
		place := span
		if exact {
			place = span.At(i, utf8.RuneLen(r))
		}
		c.problems.Add(paragraph.MissingGlyph.At(place, string(r), fmt.Sprintf("U+%04X", r)))
	}
}

func (c *coverage) blocks(list []brief.Block) {
	brief.Walk(list, func(b brief.Block) {
		brief.Lines(b, c.inlines)
		switch b := b.(type) {
		case *brief.CodeBlock:
			c.text(b.Value, b.Span)
		case *brief.TableBlock:
			for _, n := range b.Notes {
				c.blocks(n.Blocks)
			}
		}
	})
}

func (c *coverage) inlines(list []brief.Inline) {
	for _, n := range list {
		switch n := n.(type) {
		case *brief.Text:
			c.text(n.Value, n.Span)
		case *brief.Code:
			c.text(n.Value, n.Span)
		}
		c.inlines(brief.Content(n))
	}
}
