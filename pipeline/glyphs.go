package pipeline

import (
	"strings"
	"unicode"

	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/output/paragraph"
)

// missingGlyphs finds the characters of a text that no face has, each with all
// of its places, in a brief that is not set because of other errors. What is set
// finds its own, and those of drawn charts.
func missingGlyphs(b *brief.Brief, job Job) problem.List {
	c := coverage{library: job.Fonts, lacking: map[rune]bool{}, places: map[rune][]source.Span{}}
	m := &b.Meta
	for _, f := range []brief.Field{m.Kind, m.Title, m.Subtitle, m.Institution, m.Programme, m.Series, m.Number} {
		c.text(f.Value, f.Span)
	}
	if job.Proof {
		c.text(m.Revision.Value, m.Revision.Span)
	}
	if m.Cover != nil {
		c.text(m.Cover.Credit.Value, m.Cover.Credit.Span)
	}
	for _, p := range m.Partners {
		c.text(p.Name.Value, p.Name.Span)
	}
	if a := m.About; a != nil {
		for _, f := range []brief.Field{a.Address, a.Telephone, a.Email, a.Website} {
			c.text(f.Value, f.Span)
		}
	}
	for _, a := range m.Authors {
		for _, value := range []string{a.Name, a.Role, a.Affiliation} {
			c.text(value, a.Span)
		}
	}
	for _, list := range append(m.Texts(), b.Summary, b.Body) {
		c.blocks(list)
	}
	for _, n := range b.Notes {
		c.blocks(n.Blocks)
	}
	for _, r := range b.References {
		c.text(r.Title+r.Container+r.Series+r.Publisher+r.Place+r.Note, r.Span)
		for _, names := range [][]brief.Name{r.Authors, r.Editors, r.Translators} {
			for _, n := range names {
				c.text(n.Family+n.Given+n.Literal, r.Span)
			}
		}
	}
	var problems problem.List
	for _, r := range c.found {
		problems.Add(paragraph.MissingGlyph.AtAll(c.places[r], paragraph.Missing(r)...))
	}
	return problems
}

// coverage gathers the characters that were looked for.
type coverage struct {
	library *fonts.Library
	// lacking knows of every character met whether no face has it.
	lacking map[rune]bool
	found   []rune // in the order of the text
	places  map[rune][]source.Span
}

// lacks reports whether no face has a character that would be drawn.
func (c *coverage) lacks(r rune) bool {
	lacking, known := c.lacking[r]
	if !known {
		lacking = !unicode.IsControl(r) && !unicode.IsSpace(r) && r != '\u00AD' && c.library.Fallback(r, nil) == nil
		c.lacking[r] = lacking
		if lacking {
			c.found = append(c.found, r)
		}
	}
	return lacking
}

func (c *coverage) text(value string, span source.Span) {
	for i, r := range value {
		if c.lacks(r) {
			c.places[r] = append(c.places[r], span.Character(value, i))
		}
	}
}

func (c *coverage) blocks(list []brief.Block) {
	brief.Walk(list, func(b brief.Block) {
		brief.Lines(b, c.inlines)
		switch b := b.(type) {
		case *brief.CodeBlock:
			c.text(b.Title(), b.Span)
			for i, line := range strings.Split(b.Value, "\n") {
				c.text(line, b.Line(i))
			}
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
