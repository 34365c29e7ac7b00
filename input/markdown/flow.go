package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"warraq/input/brief"
	"warraq/input/source"
)

// flow gathers the blocks of one container of Markdown. Elements of HTML and
// divisions between colons may open in one of its blocks and close in another: those
// that are open stand in a stack, whose first is the container itself.
type flow struct {
	*conversion
	open []*part
}

// A part is an element that is still open.
type part struct {
	tag
	blocks  []brief.Block
	caption *caption // waits for the table or the code after it
	// What a list, a list of definitions and a table have so far.
	list  *brief.List
	terms *brief.DefinitionList
	table *tableTag
	// title is that of details, callouts and figures.
	title []brief.Inline
	// division is what a line of colons opened; nil for an element of HTML.
	division *colonLine
}

// blocks converts the children of a container.
func (c *conversion) blocks(parent ast.Node) []brief.Block {
	f := &flow{conversion: c, open: []*part{{}}}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if !c.reader.count(position(n)) {
			break
		}
		switch n := n.(type) {
		case *ast.HTMLBlock:
			lines := ranges(n.Lines())
			if n.HasClosure() {
				lines = append(lines, [2]int{n.ClosureLine.Start, n.ClosureLine.Stop})
			}
			f.fragment(c.text.Join(lines))
		case *tagLine:
			f.fragment(c.text.Slice(n.start, n.stop))
		case *colonLine:
			f.colons(n)
		case *ast.CodeBlock:
			if f.inTable() { // what is indented in a table of HTML is no code
				f.fragment(c.text.Join(ranges(n.Lines())))
			} else {
				f.node(n)
			}
		default:
			f.node(n)
		}
	}
	f.closeTo(1, c.text.Span(len(c.source), len(c.source)))
	return f.open[0].blocks
}

func ranges(lines *text.Segments) [][2]int {
	all := make([][2]int, lines.Len())
	for i := range all {
		line := lines.At(i)
		all[i] = [2]int{line.Start, line.Stop}
	}
	return all
}

// node appends a block of Markdown to the innermost part.
func (f *flow) node(n ast.Node) {
	at := position(n)
	p := f.accepting(f.text.Span(at, at))
	if found, ok := f.conversion.caption(n); ok {
		if t := lastTable(p.blocks); t != nil && isTableNode(n.PreviousSibling()) && t.Caption == nil {
			f.setCaption(t, found)
		} else if code := lastCode(p.blocks); code != nil && isFence(n.PreviousSibling()) && code.Caption == nil {
			f.setListing(code, found)
		} else if isTableNode(n.NextSibling()) || isFence(n.NextSibling()) {
			p.caption = found
		} else {
			f.reader.add(captionAlone, found.start, found.stop)
			p.blocks = append(p.blocks, &brief.Paragraph{Content: found.content, Span: f.text.Span(found.start, found.stop)})
		}
		return
	}
	if a := f.onlyAttributes(n); a != nil {
		p.blocks = f.standalone(p.blocks, a, n)
		return
	}
	before := len(p.blocks)
	if isParagraph(n) && f.within((*part).isVerse) {
		p.blocks = append(p.blocks, f.verse(n, nil))
	} else {
		p.blocks = append(p.blocks, f.block(n)...)
	}
	f.quoted(p.blocks[before:])
	if p.caption != nil {
		if t := lastTable(p.blocks); t != nil {
			f.setCaption(t, p.caption)
		} else if code := lastCode(p.blocks); code != nil {
			f.setListing(code, p.caption)
		} else { // beside a chart, say, which has a title of its own
			c := p.caption
			f.reader.add(captionAlone, c.start, c.stop)
			p.blocks = slices.Insert(p.blocks, before, brief.Block(&brief.Paragraph{Content: c.content, Span: f.text.Span(c.start, c.stop)}))
		}
		p.caption = nil
	}
}

func (f *flow) top() *part { return f.open[len(f.open)-1] }

// accepting returns the innermost part that takes blocks. Between the items of a list
// or the cells of a table it is one that is opened for them.
func (f *flow) accepting(at source.Span) *part {
	switch p := f.top(); {
	case p.list != nil:
		f.push(tag{name: "li", span: at})
	case p.terms != nil:
		f.push(tag{name: "dd", span: at})
	case p.is("table", "thead", "tbody", "tfoot"):
		f.push(tag{name: "tr", span: at})
		f.push(tag{name: "td", span: at})
	case p.is("tr"):
		f.push(tag{name: "td", span: at})
	}
	return f.top()
}

func (f *flow) inTable() bool { return f.within(func(p *part) bool { return p.table != nil }) }

// within reports whether one of the open parts is such.
func (f *flow) within(is func(*part) bool) bool { return slices.ContainsFunc(f.open, is) }

// quoted makes paragraphs quotations from the Qur'an where they stand in a part of these.
func (f *flow) quoted(blocks []brief.Block) {
	if !f.within((*part).isQuran) {
		return
	}
	for _, b := range blocks {
		if p, ok := b.(*brief.Paragraph); ok {
			p.Quran = true
		}
	}
}

// fragment reads HTML: elements that stand on lines of their own, and between them
// what is in lines, in which Markdown has its meaning, as Pandoc reads it.
func (f *flow) fragment(t source.Text) {
	z := html.NewTokenizer(bytes.NewReader(t.Data))
	at, from, skipped := 0, -1, ""
	last := map[string]int{} // where scripts are closed for the last time
	closed := func(name string) int {
		where, known := last[name]
		if !known {
			where = lastClosing(t.Data, name)
			last[name] = where
		}
		return where
	}
	flush := func(end int) {
		if from >= 0 && len(bytes.TrimSpace(t.Data[from:end])) > 0 {
			p := f.accepting(t.Span(from, from))
			before := len(p.blocks)
			p.blocks = append(p.blocks, f.reader.lines(t.Slice(from, end), f.within((*part).isVerse))...)
			f.quoted(p.blocks[before:])
		}
		from = -1
	}
	for {
		kind := z.Next()
		start := at
		at += len(z.Raw())
		if kind == html.ErrorToken {
			flush(len(t.Data))
			return
		}
		g, ok := tagOf(z, kind, t.Span(start, at))
		switch {
		case skipped != "":
			if ok && g.closing && g.name == skipped {
				skipped = ""
			}
		case ok && !g.closing && holdsScript(g.name) && at <= closed(g.name):
			flush(start)
			skipped = g.name
		case ok && g.name == "pre" && !g.closing:
			flush(start)
			at = f.preformatted(t, at)
			z = html.NewTokenizer(bytes.NewReader(t.Data[at:]))
		case ok && isBlockTag(g.name):
			flush(start)
			f.element(g)
		case from < 0 && kind != html.CommentToken && kind != html.DoctypeToken:
			from = start
		}
	}
}

// preformatted reads the content of <pre> from a byte on, and returns where what is
// after it begins.
func (f *flow) preformatted(t source.Text, at int) int {
	end, after := len(t.Data), len(t.Data)
	if i := firstClosing(t.Data[at:], "pre"); i >= 0 {
		end = at + i
		if shut := bytes.IndexByte(t.Data[end:], '>'); shut >= 0 {
			after = end + shut + 1
		}
	}
	var text strings.Builder
	z := html.NewTokenizer(bytes.NewReader(t.Data[at:end]))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind == html.TextToken {
			text.Write(z.Text())
		}
	}
	if value := strings.Trim(text.String(), "\n"); value != "" {
		p := f.accepting(t.Span(at, at))
		p.blocks = append(p.blocks, &brief.CodeBlock{Value: value + "\n", Span: t.Span(at, end)})
	}
	return after
}

// element opens or closes an element that stands on lines of its own.
func (f *flow) element(g tag) {
	if g.closing {
		for i := len(f.open) - 1; i > 0; i-- {
			if f.open[i].name == g.name {
				f.closeTo(i, g.span)
				return
			}
			if f.open[i].is("td", "th") && !isTablePart(g.name) && g.name != "table" {
				return // nothing in a cell closes what is around it
			}
		}
		return
	}
	f.closeImplied(&g)
	switch {
	case g.name == "hr":
		p := f.accepting(g.span)
		p.blocks = append(p.blocks, &brief.Rule{Span: g.span})
	case isVoid(g.name) || g.name == "colgroup":
	default:
		f.push(g)
	}
}

// closeImplied closes what a new element cannot stand in, and needs no closing tag of
// its own (HTML, "Optional tags").
func (f *flow) closeImplied(g *tag) {
	var ended, within []string
	switch g.name {
	case "li":
		ended, within = []string{"li"}, []string{"ul", "ol"}
	case "dt", "dd":
		ended, within = []string{"dt", "dd"}, []string{"dl"}
	case "td", "th":
		ended, within = []string{"td", "th"}, []string{"tr", "table"}
	case "tr":
		ended, within = []string{"tr"}, []string{"thead", "tbody", "tfoot", "table"}
	case "thead", "tbody", "tfoot":
		ended, within = []string{"thead", "tbody", "tfoot"}, []string{"table"}
	case "h1", "h2", "h3", "h4", "h5", "h6": // no heading holds another
		ended, within = []string{"p", "h1", "h2", "h3", "h4", "h5", "h6"}, nil
	default:
		ended, within = []string{"p"}, nil
	}
	for i := len(f.open) - 1; i > 0; i-- {
		switch p := f.open[i]; {
		case slices.Contains(ended, p.name):
			f.closeTo(i, g.span)
			return
		case slices.Contains(within, p.name) || within == nil && !isHeadingTag(p.name):
			return
		}
	}
}

func (f *flow) push(g tag) {
	p := &part{tag: g}
	switch {
	case g.is("ul", "ol"):
		p.list = &brief.List{Ordered: g.name == "ol", Start: 1, Tight: true}
		if start, err := strconv.Atoi(g.get("start")); err == nil && start >= 0 {
			p.list.Start = start
		}
	case g.is("dl"):
		p.terms = &brief.DefinitionList{}
	case g.is("table"):
		p.table = &tableTag{}
	}
	f.open = append(f.open, p)
}

// closeTo closes parts until so many are open.
func (f *flow) closeTo(n int, end source.Span) {
	for len(f.open) > n {
		p := f.top()
		f.open = f.open[:len(f.open)-1]
		f.finish(p, end)
	}
}

// finish gives what a part has become to the one around it.
func (f *flow) finish(p *part, end source.Span) {
	span := p.until(end)
	around := f.top()
	add := func(blocks ...brief.Block) { around.blocks = append(around.blocks, blocks...) }
	switch {
	case p.division != nil:
		add(f.division(p, span)...)
	case p.is("li"):
		item := brief.ListItem{Blocks: p.blocks, Span: span}
		if around.list == nil {
			add(&brief.List{Start: 1, Tight: true, Items: []brief.ListItem{item}, Span: span})
			return
		}
		around.list.Items = append(around.list.Items, item)
	case p.list != nil:
		if p.list.Span = span; len(p.list.Items) > 0 {
			add(p.list)
		}
	case p.is("dt", "dd") && around.terms != nil:
		around.terms.Items = withTerm(around.terms.Items, p, span)
	case p.terms != nil:
		if p.terms.Span = span; len(p.terms.Items) > 0 {
			add(p.terms)
		}
	case isHeadingTag(p.name):
		if content := f.flatten(p.blocks); len(content) > 0 {
			h := &brief.Heading{Level: int(p.name[1] - '0'), Content: content, Span: span}
			if id := p.get("id"); id != "" {
				h.Attributes = brief.Attributes{ID: id, Span: p.span}
			}
			add(h)
		}
	case p.is("blockquote"):
		add(&brief.Quote{Blocks: p.blocks, Span: span})
	case p.is("summary", "figcaption") && around.is("details", "figure"):
		around.title = f.flatten(p.blocks)
	case p.is("details"):
		add(&brief.Callout{Kind: "note", Title: p.title, Blocks: p.blocks, Span: span})
	case p.is("figure"):
		add(f.figureTag(p)...)
	case p.table != nil:
		if t := f.tableOf(p, span); t != nil {
			add(t)
		}
	case isTablePart(p.name):
		f.tablePart(p, span)
	default:
		add(f.part(p, span)...)
	}
}

// withTerm adds a term, or what it means, to the items of a list of definitions.
func withTerm(items []brief.Definition, p *part, span source.Span) []brief.Definition {
	last := len(items) - 1
	if p.is("dd") && last >= 0 {
		items[last].Blocks = append(items[last].Blocks, p.blocks...)
		return items
	}
	d := brief.Definition{Span: span}
	if p.is("dd") {
		d.Blocks = p.blocks
	} else {
		d.Term = flattened(p.blocks)
	}
	return append(items, d)
}

// part returns the blocks of a part of the text with the place, the side and the
// language that it gives them.
func (f *flow) part(p *part, span source.Span) []brief.Block {
	blocks := p.blocks
	if p.isVerse() {
		blocks = stanzas(blocks)
	}
	aligned(blocks, p.alignment(f.reader.RightToLeft))
	d := &brief.Division{Blocks: blocks, Language: p.get("lang"), Direction: p.direction(), Span: span}
	if d.Direction == f.side() {
		d.Direction = brief.ByContent // that of the text around it
	}
	if id := p.get("id"); id != "" {
		d.Attributes = brief.Attributes{ID: id, Span: p.span}
	}
	if len(blocks) == 0 || d.Language == "" && d.Direction == brief.ByContent && d.ID == "" {
		return blocks
	}
	return []brief.Block{d}
}

// aligned gives paragraphs without a place of their own that of the part they are in.
func aligned(blocks []brief.Block, align brief.Alignment) {
	for _, b := range blocks {
		if p, ok := b.(*brief.Paragraph); ok && p.Align == brief.Unaligned {
			p.Align = align
		}
	}
}

// side is the direction of the innermost part that has one, or of the document.
func (f *flow) side() brief.Direction {
	for i := len(f.open) - 1; i > 0; i-- {
		if d := f.open[i].direction(); d != brief.ByContent {
			return d
		}
	}
	if f.reader.RightToLeft {
		return brief.RightToLeft
	}
	return brief.LeftToRight
}

// figureTag gives the caption of <figure> to the picture or the table in it.
func (f *flow) figureTag(p *part) []brief.Block {
	if len(p.title) == 0 {
		return p.blocks
	}
	for _, b := range p.blocks {
		switch b := b.(type) {
		case *brief.Figure:
			b.Caption = p.title
			return p.blocks
		case *brief.TableBlock:
			b.Caption = p.title
			return p.blocks
		}
	}
	return append(p.blocks, &brief.Paragraph{Content: p.title, Span: p.span})
}
