package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// conversion turns the tree of goldmark for one text into the document model.
// Places in it count bytes of that text; only the model has places of the file.
type conversion struct {
	reader *Reader
	text   source.Text
	outer  source.Text // that it stands in
	source []byte
	whole  string // source, for the values that are parts of it
	inCell bool
	worded wordedLine // the last that was looked at for words
	// apart keeps the lines of a paragraph apart.
	apart bool
	// note is the node whose blocks are those of a note, or nil.
	note ast.Node
}

// block converts one block. Most become one; a paragraph of several pictures
// becomes several figures, and a comment none.
func (c *conversion) block(n ast.Node) []brief.Block {
	switch n := n.(type) {
	case *ast.Heading:
		return []brief.Block{c.heading(n)}
	case *ast.Paragraph, *ast.TextBlock:
		return c.paragraph(n)
	case *ast.List:
		if c.isContentsMark(n) {
			return nil
		}
		if c.isSentence(n) {
			return c.sentence(n)
		}
		return []brief.Block{c.list(n)}
	case *ast.Blockquote:
		inner := c.blocks(n)
		return []brief.Block{&brief.Quote{Blocks: inner, Span: c.cover(n.Pos(), inner)}}
	case *calloutNode:
		return []brief.Block{c.callout(n)}
	case *admonitionNode:
		return []brief.Block{c.admonition(n)}
	case *ast.FencedCodeBlock:
		return []brief.Block{c.fence(n)}
	case *ast.CodeBlock:
		start, stop := extent(n.Lines())
		return []brief.Block{&brief.CodeBlock{Value: string(n.Lines().Value(c.source)), Lines: c.lines(n.Lines()), Span: c.text.Span(start, stop)}}
	case *gridNode:
		return []brief.Block{c.grid(n)}
	case *mathBlock:
		return c.formulas(n)
	case *includeNode:
		return c.include(n)
	case *commentBlock:
		c.reader.add(comment, n.start, n.stop)
	case *ast.ThematicBreak:
		end := n.Pos() + lineLength(c.source, n.Pos())
		return []brief.Block{&brief.Rule{Span: c.text.Span(n.Pos(), end)}}
	case *tables.Table:
		return []brief.Block{c.table(n)}
	case *tables.DefinitionList:
		return []brief.Block{c.definitions(n)}
	case *noteBlock:
		inner := c.noteBlocks(n)
		note := &brief.Note{Label: n.label, Blocks: inner, Span: c.text.Span(n.start, n.stop)}
		c.reader.Notes = append(c.reader.Notes, note)
	}
	return nil
}

func (c *conversion) heading(n *ast.Heading) brief.Block {
	written := c.commentID(n)
	content, a := c.content(n, 0)
	if a == nil && written != nil {
		content, a = trimRight(content), written
	}
	start, stop := n.Pos(), n.Pos()
	if n.Lines().Len() > 0 {
		_, stop = extent(n.Lines())
	}
	if a != nil {
		content = c.trimClosing(content)
	}
	if n.Lines().Len() > 0 {
		if from, to := extent(n.Lines()); c.accident(n, from, to) {
			c.reader.add(accidentalHeading, from, to)
		}
	}
	h := &brief.Heading{Level: n.Level, Content: content, Span: c.text.Span(start, stop)}
	c.reader.Attributes.Heading(h, c.placed(a))
	return h
}

// trimClosing drops the closing # of "## heading ## {#id}", which goldmark sees
// only at the very end of a line.
func (c *conversion) trimClosing(content []brief.Inline) []brief.Inline {
	if len(content) == 0 {
		return content
	}
	last, ok := content[len(content)-1].(*brief.Text)
	if !ok {
		return content
	}
	rest := bytes.TrimRight([]byte(last.Value), "#")
	if len(rest) == len(last.Value) || len(rest) == 0 || rest[len(rest)-1] != ' ' {
		return content
	}
	return trimRight(append(content[:len(content)-1], cut(last, len(rest))))
}

func (c *conversion) paragraph(n ast.Node) []brief.Block {
	start, stop := extent(n.Lines())
	span := c.text.Span(start, stop)
	switch raw := bytes.TrimSpace(c.source[start:stop]); {
	case len(raw) == 0:
		return nil
	case raw[0] == '\\' && (string(raw) == `\newpage` || string(raw) == `\pagebreak`):
		return []brief.Block{&brief.PageBreak{Span: span}}
	case raw[0] == '\\' && string(raw) == `\bibliography`:
		return []brief.Block{&brief.Bibliography{Span: span}}
	case raw[0] == '{' || raw[0] == '[' || raw[0] == '$' || raw[0] == '@':
		if blocks, ok := c.foreignMark(raw, start, stop); ok {
			return blocks
		}
	case raw[0] == '!' || raw[0] == '<':
		if figures := c.figures(n); figures != nil {
			return figures
		}
	case raw[0] == '|':
		if rows := bytes.Split(raw, []byte{'\n'}); len(rows) > 1 && bytes.HasPrefix(bytes.TrimSpace(rows[1]), []byte{'|'}) {
			c.reader.add(notTable, start, stop)
		}
	case raw[0] == '#':
		if looksLikeHeading(raw) {
			c.reader.add(headingLookalike, start, start+lineLength(c.source, start))
		}
	case raw[0] == 'i' || raw[0] == 'e':
		if isProgram(raw) {
			c.reader.add(program, start, stop)
			return nil
		}
	case raw[0] == ':' && len(raw) > 1 && (raw[1] == ' ' || raw[1] == '\t'):
		c.reader.add(captionAlone, start, stop)
	}
	if a := ofVerse(n); a != nil {
		v := c.verse(n, a)
		c.reader.Attributes.Verse(v, c.placed(a))
		return stanzas([]brief.Block{v})
	}
	outer := c.apart
	c.apart = c.standsApart(bytes.TrimRight(c.source[start:stop], " \t\r\n"), start)
	content, a := c.content(n, 0)
	c.apart = outer
	if !slices.ContainsFunc(content, printed) {
		return nil
	}
	facing(content)
	p := &brief.Paragraph{Content: content, Quran: isQuotation(content), Span: span}
	c.reader.Attributes.Paragraph(p, c.placed(a))
	return []brief.Block{p}
}

// printed reports whether a part of a line leaves more than the space between others.
func printed(n brief.Inline) bool {
	switch n := n.(type) {
	case *brief.Text:
		return strings.Trim(n.Value, " ") != ""
	case *brief.LineBreak:
		return false
	}
	return true
}

// onlyAttributes returns the attributes of a paragraph that has nothing else.
func (c *conversion) onlyAttributes(n ast.Node) *attributes {
	if a, ok := n.FirstChild().(*attributesNode); ok && n.FirstChild() == n.LastChild() && isParagraph(n) {
		return &a.attributes
	}
	return nil
}

// isParagraph reports whether a node is lines of text.
func isParagraph(n ast.Node) bool {
	switch n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return true
	}
	return false
}

// standalone gives attributes on a line of their own to the table before them,
// or takes them as a mark: {.page-break}, {#refs}.
func (c *conversion) standalone(all []brief.Block, a *attributes, n ast.Node) []brief.Block {
	span := c.text.Span(a.start, a.stop)
	switch t := lastTable(all); {
	case a.foreign:
		c.reader.add(foreignAttributes, a.start, a.stop)
	case class(a.classes, "page-break"):
		return append(all, &brief.PageBreak{Span: span})
	case a.id == "refs" || class(a.classes, "bibliography"):
		return append(all, &brief.Bibliography{Span: span})
	case t != nil && isTableNode(n.PreviousSibling()) && t.Attributes.Span.IsZero():
		c.setAttributes(t, a)
	default:
		c.reader.add(strayAttributes, a.start, a.stop)
	}
	return all
}

func (c *conversion) list(n *ast.List) brief.Block {
	l := &brief.List{Ordered: n.IsOrdered(), Start: n.Start, Tight: n.IsTight}
	var all []brief.Block
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		inner := c.blocks(item)
		i := brief.ListItem{Blocks: inner, Span: c.cover(position(item), inner)}
		ReadTask(&i)
		l.Items = append(l.Items, i)
		all = append(all, inner...)
	}
	l.Span = c.cover(n.Pos(), all)
	return l
}

func (c *conversion) callout(n *calloutNode) brief.Block {
	title, a := c.content(n.FirstChild(), 0)
	if a != nil {
		title = c.appendText(title, a.start, a.stop)
	}
	first := n.FirstChild()
	n.RemoveChild(n, first)
	inner := c.blocks(n)
	return c.box(n.kind, n.start, n.stop, title, inner, c.cover(n.Pos(), inner))
}

// box returns a callout of the kind that is called so at a place in the text, or the
// quotation that it is.
func (c *conversion) box(name string, start, stop int, title []brief.Inline, inner []brief.Block, span source.Span) brief.Block {
	kind, quote := calloutOf(name)
	if quote {
		if len(title) > 0 {
			inner = append([]brief.Block{&brief.Paragraph{Content: title, Span: title[0].Place()}}, inner...)
		}
		return &brief.Quote{Blocks: inner, Span: span}
	}
	if kind == "" {
		c.reader.add(unknownCallout, start, stop, name, problem.DidYouMean(name, Callouts()))
		kind = "note"
	}
	return &brief.Callout{Kind: kind, Title: title, Blocks: inner, Span: span}
}

// Callouts returns the kinds of callout.
func Callouts() []string {
	return []string{"key", "note", "tip", "important", "warning", "caution"}
}

// calloutOf returns the kind of callout that a name stands for in GitHub, Obsidian,
// Quarto, MkDocs or Docusaurus, or "", and whether it is a quotation.
func calloutOf(name string) (kind string, quote bool) {
	switch name {
	case "info", "todo", "question", "help", "faq", "example", "seealso", "see-also", "details":
		return "note", false
	case "abstract", "summary", "tldr":
		return "key", false
	case "hint", "success", "check", "done":
		return "tip", false
	case "attention", "warn":
		return "warning", false
	case "danger", "error", "bug", "failure", "fail", "missing":
		return "caution", false
	case "quote", "cite":
		return "", true
	}
	if class(Callouts(), name) {
		return name, false
	}
	return "", false
}

// fence converts a fenced block: a chart, or code.
func (c *conversion) fence(n *ast.FencedCodeBlock) brief.Block {
	start, stop := n.Pos(), n.Pos()+lineLength(c.source, n.Pos())
	if n.Lines().Len() > 0 {
		_, stop = extent(n.Lines())
	}
	if !closed(c.source, start, stop) {
		c.reader.add(openFence, start, start+lineLength(c.source, start))
	}
	span := c.text.Span(start, stop)
	info := ""
	if n.Info != nil {
		info = string(n.Info.Segment.Value(c.source))
		if a, ok := c.chartInfo(n.Info.Segment); ok {
			figure := &brief.Figure{Span: span}
			c.reader.Attributes.Chart(figure, c.placed(a))
			inside := c.text.Join(ranges(n.Lines()))
			if n.Lines().Len() == 0 {
				inside = c.text.Slice(stop, stop)
			}
			c.reader.Charts = append(c.reader.Charts, Chart{figure, inside})
			return figure
		}
	}
	switch language, _, _ := strings.Cut(strings.Trim(info, "{}. "), " "); strings.ToLower(language) {
	case "mermaid", "plantuml", "puml", "dot", "graphviz", "d2", "ditaa":
		c.reader.add(diagram, start, start+lineLength(c.source, start), language)
	case "math":
		c.reader.add(unsetFormula, start, start+lineLength(c.source, start))
	}
	code := &brief.CodeBlock{Info: info, Value: string(n.Lines().Value(c.source)), Lines: c.lines(n.Lines()), Span: span}
	if n.Info != nil && info[0] == '{' {
		if a, ok := parseAttributes(c.source[:n.Info.Segment.Stop], n.Info.Segment.Start); ok && a.id != "" {
			code.Attributes = brief.Attributes{ID: a.id, Span: c.text.Span(a.start, a.stop)}
		}
	}
	c.options(code, n)
	return code
}

// lines are the places of lines of text, without their endings.
func (c *conversion) lines(segments *text.Segments) []source.Span {
	places := make([]source.Span, segments.Len())
	for i := range places {
		s := segments.At(i)
		places[i] = c.text.Span(s.Start, s.Start+len(bytes.TrimRight(c.source[s.Start:s.Stop], "\r\n")))
	}
	return places
}

// closed reports whether the line after a fenced block, whose last line ends at
// stop, is its closing fence: three or more of the character that opened it.
func closed(s []byte, start, stop int) bool {
	if start >= len(s) || stop >= len(s) {
		return false
	}
	rest := bytes.TrimLeft(s[stop:], "\r\n")
	line, _, _ := bytes.Cut(rest, []byte{'\n'})
	line = bytes.TrimSpace(bytes.TrimLeft(line, " \t>"))
	return len(line) >= 3 && len(bytes.Trim(line, string(s[start]))) == 0
}

// chartInfo reads the line of a chart's fence: chart {#fig:x}, or as Pandoc has
// it {.chart #fig:x}.
func (c *conversion) chartInfo(s text.Segment) (*attributes, bool) {
	info := c.source[s.Start:s.Stop]
	if info[0] == '{' {
		a, ok := parseAttributes(c.source[:s.Stop], s.Start)
		if !ok || !class(a.classes, "chart") {
			return nil, false
		}
		a.classes = slices.DeleteFunc(a.classes, func(name string) bool { return name == "chart" })
		return a, true
	}
	word, rest, _ := bytes.Cut(info, []byte{' '})
	if i := bytes.IndexByte(word, '{'); i > 0 {
		word, rest = info[:i], info[i:]
	}
	if string(word) != "chart" {
		return nil, false
	}
	rest = bytes.TrimLeft(rest, " \t")
	if len(rest) == 0 {
		return nil, true
	}
	at := s.Stop - len(rest)
	a, ok := parseAttributes(c.source[:s.Stop], at)
	if !ok || len(bytes.TrimSpace(c.source[a.stop:s.Stop])) > 0 {
		c.reader.add(badAttributes, at, s.Stop)
		return nil, true
	}
	return a, true
}

func (c *conversion) definitions(n *tables.DefinitionList) brief.Block {
	d := &brief.DefinitionList{}
	described := true
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child.(type) {
		case *tables.DefinitionTerm:
			term, a := c.content(child, 0)
			if a != nil {
				term = c.appendText(term, a.start, a.stop)
			}
			start, stop := extent(child.Lines())
			if child.PreviousSibling() == nil && start < stop && c.source[start] == '|' {
				c.reader.add(notTable, start, stop) // with a caption, which is read as a description
			}
			if last := len(d.Items) - 1; !described {
				// Several terms share one description.
				d.Items[last].Term = append(append(d.Items[last].Term, &brief.LineBreak{Span: c.text.Span(start, start)}), term...)
				continue
			}
			d.Items = append(d.Items, brief.Definition{Term: term, Span: c.text.Span(start, stop)})
			described = false
		case *tables.DefinitionDescription:
			inner := c.blocks(child)
			if last := len(d.Items) - 1; last >= 0 {
				item := &d.Items[last]
				item.Blocks = append(item.Blocks, inner...)
				if len(inner) > 0 {
					item.Span.End = inner[len(inner)-1].Place().End
				}
			}
			described = true
		}
	}
	if len(d.Items) > 0 {
		d.Span = d.Items[0].Span
		d.Span.End = d.Items[len(d.Items)-1].Span.End
	}
	return d
}

// cover returns the place from a byte of the text to the end of the last block.
func (c *conversion) cover(start int, inner []brief.Block) source.Span {
	s := c.text.Span(start, start+1)
	if len(inner) > 0 && c.text.Exact() {
		s.End = max(s.End, inner[len(inner)-1].Place().End)
	}
	return s
}

func lastTable(all []brief.Block) *brief.TableBlock {
	if len(all) == 0 {
		return nil
	}
	t, _ := all[len(all)-1].(*brief.TableBlock)
	return t
}

func isTableNode(n ast.Node) bool {
	switch n.(type) {
	case *tables.Table, *gridNode:
		return true
	}
	return false
}

// position returns where a block begins; goldmark does not place all of them.
func position(n ast.Node) int {
	if n.Type() == ast.TypeBlock && n.Pos() < 0 {
		if n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
		if n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeBlock {
			return position(n.FirstChild())
		}
	}
	return max(n.Pos(), 0)
}

func extent(lines *text.Segments) (start, stop int) {
	if lines.Len() == 0 {
		return 0, 0
	}
	return lines.At(0).Start, lines.At(lines.Len() - 1).Stop
}

func lineLength(s []byte, at int) int {
	if at >= len(s) {
		return 0
	}
	if i := bytes.IndexByte(s[at:], '\n'); i >= 0 {
		return len(bytes.TrimRight(s[at:at+i], "\r"))
	}
	return len(s) - at
}
