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
	for _, b := range list {
		switch b := b.(type) {
		case *brief.Heading:
			c.inlines(b.Content)
		case *brief.Paragraph:
			c.inlines(b.Content)
		case *brief.List:
			for _, item := range b.Items {
				c.blocks(item.Blocks)
			}
		case *brief.DefinitionList:
			for _, d := range b.Items {
				c.inlines(d.Term)
				c.blocks(d.Blocks)
			}
		case *brief.Quote:
			c.blocks(b.Blocks)
		case *brief.Callout:
			c.inlines(b.Title)
			c.blocks(b.Blocks)
		case *brief.CodeBlock:
			c.text(b.Value, b.Span)
		case *brief.Figure:
			c.inlines(b.Caption)
			c.inlines(b.Source)
		case *brief.TableBlock:
			c.table(b)
		}
	}
}

func (c *coverage) table(t *brief.TableBlock) {
	c.inlines(t.Caption)
	for _, rows := range [][]brief.TableRow{t.Header, t.Rows} {
		for _, row := range rows {
			for _, cell := range row.Cells {
				c.inlines(cell.Content)
			}
		}
	}
	c.inlines(t.Note)
	c.inlines(t.Source)
	for _, n := range t.Notes {
		c.blocks(n.Blocks)
	}
}

func (c *coverage) inlines(list []brief.Inline) {
	for _, n := range list {
		switch n := n.(type) {
		case *brief.Text:
			c.text(n.Value, n.Span)
		case *brief.Code:
			c.text(n.Value, n.Span)
		case *brief.Emphasis:
			c.inlines(n.Content)
		case *brief.Strong:
			c.inlines(n.Content)
		case *brief.Link:
			c.inlines(n.Content)
		case *brief.Marked:
			c.inlines(n.Content)
		case *brief.Raised:
			c.inlines(n.Content)
		case *brief.Lowered:
			c.inlines(n.Content)
		}
	}
}
