package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"warraq/input/brief"
	"warraq/input/source"
)

// tagLine is a line of nothing but tags that part the text: what follows on the next
// line is Markdown, as Pandoc reads it, also where no blank line stands between.
type tagLine struct {
	ownBlock
	start, stop int
}

type tagLineParser struct{ lineBlockParser }

func (tagLineParser) Trigger() []byte { return []byte{'<'} }

func (tagLineParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	i := pc.BlockOffset()
	if i < 0 {
		return nil, parser.NoChildren
	}
	rest := bytes.TrimSpace(line[i:])
	start := segment.Start - segment.Padding + i
	stop := start + len(rest)
	for len(rest) > 0 {
		t, ok := readTag(rest, source.Span{})
		end := bytes.IndexByte(rest, '>')
		if !ok || end < 0 || !isDivision(t.name) && !t.is("details", "figure", "blockquote") || t.name == "p" && !t.closing {
			return nil, parser.NoChildren
		}
		rest = bytes.TrimSpace(rest[end+1:])
	}
	reader.AdvanceToEOL()
	n := &tagLine{start: start, stop: stop}
	n.SetPos(start)
	return n, parser.NoChildren
}

// colonLine opens or closes a division as Pandoc, Quarto, Docusaurus and VuePress
// write it: ::: {.callout-note title="…"}, :::warning title, and ::: to close.
type colonLine struct {
	ownBlock
	start, stop int
	colons      int
	attributes  *attributes // in braces, or nil
	name        string      // a word after the colons
	// title are the bytes of what stands after the name.
	title [2]int
}

// closes reports whether the line says nothing and so ends a division.
func (n *colonLine) closes() bool { return n.attributes == nil && n.name == "" }

type colonLineParser struct{ lineBlockParser }

func (colonLineParser) Trigger() []byte { return []byte{':'} }

func (colonLineParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	i := pc.BlockOffset()
	if i < 0 {
		return nil, parser.NoChildren
	}
	at := segment.Start - segment.Padding
	rest := bytes.TrimRight(line[i:], " \t\r\n")
	n := &colonLine{start: at + i, stop: at + i + len(rest)}
	n.colons = len(rest) - len(bytes.TrimLeft(rest, ":"))
	if n.colons < 3 {
		return nil, parser.NoChildren
	}
	rest = bytes.TrimSpace(bytes.Trim(rest, ":"))
	if len(rest) > 0 && rest[0] != '{' {
		word := rest
		if end := bytes.IndexAny(rest, " \t{["); end >= 0 {
			word = rest[:end]
		}
		n.name = string(word)
		rest = bytes.TrimSpace(rest[len(word):])
	}
	if len(rest) > 0 {
		from := n.start + bytes.LastIndex(line[i:], rest)
		if a, ok := parseAttributes(reader.Source()[:n.stop], from); ok {
			n.attributes = a
			rest = bytes.TrimSpace(reader.Source()[a.stop:n.stop])
			from = a.stop
		} else if rest[0] == '{' && rest[len(rest)-1] == '}' { // MyST: :::{note}
			n.name, rest = strings.Trim(string(rest), "{} "), nil
		}
		if title := bytes.Trim(rest, " \t[]:"); len(title) > 0 {
			start := from + bytes.Index(reader.Source()[from:n.stop], title)
			n.title = [2]int{start, start + len(title)}
		}
	}
	n.SetPos(n.start)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// colons opens a division, or closes the innermost.
func (f *flow) colons(n *colonLine) {
	span := f.text.Span(n.start, n.stop)
	if !n.closes() {
		f.open = append(f.open, &part{tag: tag{name: ":::", span: span}, division: n})
		return
	}
	for i := len(f.open) - 1; i > 0; i-- {
		if f.open[i].division != nil {
			f.closeTo(i, span)
			return
		}
	}
	f.reader.add(strayColons, n.start, n.stop)
}

// division returns what a division between colons has become.
func (f *flow) division(p *part, span source.Span) []brief.Block {
	n := p.division
	classes := []string{n.name}
	if a := n.attributes; a != nil {
		classes = append(classes, a.classes...)
		if a.id == "refs" {
			return append(p.blocks, &brief.Bibliography{Span: span})
		}
	}
	for _, class := range classes {
		name, _ := strings.CutPrefix(strings.ToLower(class), "callout-")
		if callout, quote := calloutOf(name); quote {
			return []brief.Block{&brief.Quote{Blocks: p.blocks, Span: span}}
		} else if callout != "" {
			c := &brief.Callout{Kind: callout, Title: f.divisionTitle(n), Blocks: p.blocks, Span: span}
			if h, ok := firstOf(c.Blocks).(*brief.Heading); ok && len(c.Title) == 0 && n.attributes != nil {
				c.Title, c.Blocks = h.Content, c.Blocks[1:] // as Quarto has it
			}
			return []brief.Block{c}
		}
	}
	if p.isVerse() {
		p.blocks = stanzas(p.blocks)
	}
	d := &brief.Division{Blocks: p.blocks, Span: span}
	if n.attributes != nil {
		f.reader.Attributes.Division(d, f.placed(n.attributes))
		if v, ok := firstOf(p.blocks).(*brief.Verse); ok && p.isVerse() && v.ID == "" {
			v.Attributes, d.Attributes = d.Attributes, brief.Attributes{}
		}
	} else if !p.isVerse() && !p.isQuran() {
		f.reader.add(unknownDivision, n.start, n.stop, n.name)
	}
	aligned(d.Blocks, d.Align)
	d.Align = brief.Unaligned
	if d.Language == "" && d.Direction == brief.ByContent && d.ID == "" {
		return p.blocks
	}
	return []brief.Block{d}
}

func firstOf(blocks []brief.Block) brief.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
}

// divisionTitle is what a division is called: title="…", or what stands on its line.
func (f *flow) divisionTitle(n *colonLine) []brief.Inline {
	if title := f.inlineValue(n.attributes, "title"); title != nil {
		return title
	}
	if n.title[1] > n.title[0] {
		return f.nested(value{start: n.title[0], stop: n.title[1]})
	}
	return nil
}

// admonitionNode is !!! note "title" with its lines, indented by four spaces, as
// Python-Markdown has it; ??? is one that a browser folds.
type admonitionNode struct {
	ownBlock
	kind        string
	start, stop int
	title       [2]int
}

type admonitionParser struct{ ownBlockParser }

func (admonitionParser) Trigger() []byte { return []byte{'!', '?'} }

func (admonitionParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	i := pc.BlockOffset()
	if i < 0 || i+3 >= len(line) || !bytes.HasPrefix(line[i:], []byte("!!!")) && !bytes.HasPrefix(line[i:], []byte("???")) {
		return nil, parser.NoChildren
	}
	at := segment.Start - segment.Padding
	i += 3
	if line[i] == '+' {
		i++
	}
	if i >= len(line) || line[i] != ' ' {
		return nil, parser.NoChildren
	}
	for i < len(line) && line[i] == ' ' {
		i++
	}
	name := i
	for i < len(line) && (util.IsAlphaNumeric(line[i]) || line[i] == '-') {
		i++
	}
	if i == name {
		return nil, parser.NoChildren
	}
	n := &admonitionNode{kind: string(bytes.ToLower(line[name:i])), start: at + name, stop: at + i}
	if open := bytes.IndexByte(line[i:], '"'); open >= 0 {
		from := i + open + 1
		if shut := bytes.LastIndexByte(line[from:], '"'); shut > 0 {
			n.title = [2]int{at + from, at + from + shut}
		}
	} else if len(bytes.TrimSpace(line[i:])) > 0 {
		return nil, parser.NoChildren // a sentence that begins with signs
	}
	n.SetPos(at)
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

func (admonitionParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	return noteBlockParser{}.Continue(nil, reader, nil)
}

// admonition converts one.
func (c *conversion) admonition(n *admonitionNode) brief.Block {
	var title []brief.Inline
	if n.title[1] > n.title[0] {
		title = c.nested(value{start: n.title[0], stop: n.title[1]})
	}
	inner := c.blocks(n)
	return c.box(n.kind, n.start, n.stop, title, inner, c.cover(n.Pos(), inner))
}
