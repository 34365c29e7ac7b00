package structured

import (
	"bytes"
	"slices"
	"strings"

	"warraq/input/attribute"
	"warraq/input/brief"
	"warraq/input/markdown"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/tree"
)

// Body is the body of a brief written as YAML or JSON.
type Body struct {
	Blocks []brief.Block
	Charts []*BodyChart
}

// BodyChart is a chart of the body and the figure it becomes.
type BodyChart struct {
	Figure *brief.Figure
	Chart  *Chart
}

var (
	noBlock = problem.Kind{
		Code: "no-block", Severity: problem.Error,
		Message: problem.Text{AR: "لا يُعرف نوع هذا العنصر", EN: "nothing says what this block is"},
		Advice:  problem.Text{AR: "%[1]s", EN: "%[1]s"},
	}
	twoBlocks = problem.Kind{
		Code: "two-blocks", Severity: problem.Error,
		Message: problem.Text{AR: "عنصران في واحد: «%s» و«%s»", EN: "two blocks in one: “%s” and “%s”"},
		Advice:  problem.Text{AR: "اكتب كلًّا منهما بعد شَرطة (-).", EN: "Write each after a dash of its own."},
	}
)

// A shape is the keys that one kind of block takes besides its own.
type shape struct {
	key  string
	with []string
}

// shapes returns all kinds of block, by the key that names them.
func shapes() []shape {
	marks := []string{"id", "classes", "attributes"}
	with := func(keys ...string) []string { return append(keys, marks...) }
	return []shape{
		{"markdown", nil},
		{"heading", with("level")},
		{"paragraph", with()},
		{"list", []string{"ordered", "start", "tight"}},
		{"definitions", nil},
		{"quote", nil},
		{"callout", []string{"kind", "title"}},
		{"code", []string{"info"}},
		{"rule", nil},
		{"page-break", nil},
		{"table", with("header", "align", "caption", "source", "note", "bars", "lines", "scale", "total")},
		{"chart", with()},
		{"picture", with("caption", "source", "credit", "alt", "width", "crop")},
		{"bibliography", nil},
	}
}

// bodyDecoder reads blocks.
type bodyDecoder struct {
	decoder
	markdown *markdown.Reader
	charts   []*BodyChart
	shapes   []shape
}

// DecodeBody reads the blocks and notes of a whole brief. Text goes through the
// Markdown reader, which gathers what it leaves open.
func DecodeBody(body, notes *tree.Node, m *markdown.Reader) (Body, problem.List) {
	d := &bodyDecoder{markdown: m, shapes: shapes()}
	b := Body{Blocks: d.blocks(body, "body")}
	if notes != nil && notes.Kind == tree.Mapping {
		for i := range notes.Items {
			key := &notes.Keys[i]
			note := &brief.Note{Label: key.Text, Span: key.Span, Blocks: d.note(&notes.Items[i])}
			m.Notes = append(m.Notes, note)
		}
	} else if notes != nil && notes.Kind != tree.Null {
		d.wrong(notes, "notes", aMapping)
	}
	b.Charts = d.charts
	return b, d.problems
}

// note reads the text of a note in Markdown, or a list of blocks.
func (d *bodyDecoder) note(n *tree.Node) []brief.Block {
	if n.Kind == tree.Scalar && !isBool(n) {
		return d.markdown.Note(text(n))
	}
	return d.blocks(n, "notes")
}

// blocks reads a text in Markdown, or a list of blocks.
func (d *bodyDecoder) blocks(n *tree.Node, key string) []brief.Block {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	if n.Kind == tree.Scalar && !isBool(n) {
		return d.markdown.Blocks(text(n))
	}
	if n.Kind != tree.Sequence {
		d.wrong(n, key, blocks)
		return nil
	}
	var all []brief.Block
	for i := range n.Items {
		all = append(all, d.block(&n.Items[i])...)
	}
	return all
}

func (d *bodyDecoder) block(n *tree.Node) []brief.Block {
	if n.Kind == tree.Scalar && !isBool(n) {
		return d.markdown.Blocks(text(n))
	}
	if n.Kind != tree.Mapping {
		d.problems.Add(noBlock.At(n.Span, d.someBlock()))
		return nil
	}
	var is *shape
	for i := range n.Keys {
		at := slices.IndexFunc(d.shapes, func(s shape) bool { return s.key == n.Keys[i].Text })
		switch {
		case at < 0:
		case is == nil:
			is = &d.shapes[at]
		default:
			// "source" and the like name no block, so two names are two blocks.
			d.problems.Add(twoBlocks.At(n.Keys[i].Span, is.key, n.Keys[i].Text))
			return nil
		}
	}
	if is == nil {
		advice := d.someBlock()
		if len(n.Keys) > 0 {
			advice = problem.DidYouMean(n.Keys[0].Text, d.blockKeys())
		}
		d.problems.Add(noBlock.At(n.Span, advice))
		return nil
	}
	d.keys(n, is.key, append([]string{is.key}, is.with...))
	if b := d.build(n, is.key, n.Get(is.key)); b != nil {
		return []brief.Block{b}
	}
	if is.key == "markdown" {
		return d.blocksOfText(n.Get(is.key))
	}
	return nil
}

func (d *bodyDecoder) blocksOfText(n *tree.Node) []brief.Block {
	if d.field(n, "markdown").Value == "" {
		return nil
	}
	return d.markdown.Blocks(text(n))
}

func (d *bodyDecoder) blockKeys() []string {
	keys := make([]string, len(d.shapes))
	for i, s := range d.shapes {
		keys[i] = s.key
	}
	return keys
}

func (d *bodyDecoder) someBlock() problem.Sentence {
	return problem.DidYouMean("", d.blockKeys())
}

// linesOf are the places of the lines of a text, or nil where it has none.
func linesOf(t source.Text) []source.Span {
	if !t.Exact() {
		return nil
	}
	var places []source.Span
	at := 0
	for line := range bytes.Lines(t.Data) {
		places = append(places, t.Span(at, at+len(bytes.TrimRight(line, "\r\n"))))
		at += len(line)
	}
	return places
}

// build makes the block of one kind from its own value and the keys beside it.
func (d *bodyDecoder) build(n *tree.Node, key string, own *tree.Node) brief.Block {
	switch key {
	case "heading":
		h := &brief.Heading{Level: d.whole(n.Get("level"), "level", 1, 6, 1), Content: d.inline(own, key), Span: own.Span}
		d.markdown.Attributes.Heading(h, d.attributes(n))
		return h
	case "paragraph":
		p := &brief.Paragraph{Content: d.inline(own, key), Span: own.Span}
		d.markdown.Attributes.Paragraph(p, d.attributes(n))
		return p
	case "list":
		return d.list(n, own)
	case "definitions":
		return d.definitions(own)
	case "quote":
		return &brief.Quote{Blocks: d.blocks(own, key), Span: own.Span}
	case "callout":
		kind := d.choice(n.Get("kind"), "kind", markdown.Callouts())
		if kind == "" {
			kind = "note"
		}
		return &brief.Callout{Kind: kind, Title: d.inline(n.Get("title"), "title"), Blocks: d.blocks(own, key), Span: own.Span}
	case "code":
		value := d.field(own, key).Value
		return &brief.CodeBlock{Info: d.field(n.Get("info"), "info").Value, Value: value, Lines: linesOf(text(own)), Span: own.Span}
	case "rule":
		d.mark(own, key)
		return &brief.Rule{Span: n.Span}
	case "page-break":
		d.mark(own, key)
		return &brief.PageBreak{Span: n.Span}
	case "bibliography":
		d.mark(own, key)
		return &brief.Bibliography{Span: n.Span}
	case "table":
		return d.table(n, own)
	case "chart":
		c, problems := DecodeChart(own, own.Span)
		d.problems.Add(problems...)
		f := &brief.Figure{Span: own.Span}
		d.markdown.Attributes.Chart(f, d.attributes(n))
		d.charts = append(d.charts, &BodyChart{f, c})
		return f
	case "picture":
		path := d.field(own, key)
		f := &brief.Figure{
			Caption: d.inline(n.Get("caption"), "caption"), Source: d.inline(n.Get("source"), "source"),
			Credit: d.inline(n.Get("credit"), "credit"), Alt: d.field(n.Get("alt"), "alt").Value, Span: own.Span,
		}
		attributes := d.attributes(n)
		for _, key := range [...]string{"width", "crop"} {
			if v := d.field(n.Get(key), key); v.Value != "" {
				attributes.Values = append(attributes.Values, attribute.Value{Key: key, Value: v.Value, Span: v.Span})
			}
		}
		d.markdown.Attributes.Picture(f, attributes)
		if f.Alt == "" {
			f.Alt = brief.Plain(f.Caption)
		}
		if path.Value == "" {
			if own.Kind == tree.Null {
				d.wrong(own, key, aText)
			}
			return nil
		}
		d.markdown.Pictures = append(d.markdown.Pictures, markdown.Picture{Figure: f, Path: path})
		return f
	}
	return nil
}

// mark reads the value of a block that is only there: nothing, or true.
func (d *bodyDecoder) mark(n *tree.Node, key string) {
	if n.Kind != tree.Null && !(isBool(n) && d.bool(n, key)) {
		d.wrong(n, key, problem.Text{AR: "true", EN: "true"})
	}
}

// inline reads one line of Markdown.
func (d *bodyDecoder) inline(n *tree.Node, key string) []brief.Inline {
	if d.field(n, key).Value == "" {
		return nil
	}
	return d.markdown.Inline(text(n))
}

func (d *bodyDecoder) attributes(n *tree.Node) attribute.List {
	var a attribute.List
	if id := d.field(n.Get("id"), "id"); id.Value != "" {
		a.ID, a.Span = strings.TrimPrefix(id.Value, "#"), id.Span
	}
	for _, c := range d.fields(n.Get("classes"), "classes") {
		a.Classes = append(a.Classes, strings.TrimPrefix(c.Value, "."))
		if a.Span.IsZero() {
			a.Span = c.Span
		}
	}
	if more := n.Get("attributes"); more != nil && more.Kind == tree.Mapping {
		for i := range more.Items {
			v := d.field(&more.Items[i], more.Keys[i].Text)
			a.Values = append(a.Values, attribute.Value{Key: more.Keys[i].Text, Value: v.Value, Span: v.Span})
		}
		if a.Span.IsZero() {
			a.Span = more.Span
		}
	} else if more != nil && more.Kind != tree.Null {
		d.wrong(more, "attributes", aMapping)
	}
	return a
}

func (d *bodyDecoder) list(n, own *tree.Node) brief.Block {
	if own.Kind != tree.Sequence {
		d.wrong(own, "list", aList)
		return nil
	}
	l := &brief.List{Ordered: d.bool(n.Get("ordered"), "ordered"), Tight: true, Span: own.Span}
	l.Start = d.whole(n.Get("start"), "start", 0, 999_999_999, 0)
	if l.Ordered && n.Get("start") == nil {
		l.Start = 1
	}
	for i := range own.Items {
		item := &own.Items[i]
		if item.Kind == tree.Sequence {
			l.Tight = false
		}
		i := brief.ListItem{Blocks: d.blocksOrOne(item), Span: item.Span}
		markdown.ReadTask(&i)
		l.Items = append(l.Items, i)
	}
	if t := n.Get("tight"); t != nil {
		l.Tight = d.bool(t, "tight")
	}
	return l
}

// blocksOrOne reads a text, a list of blocks, or a single block.
func (d *bodyDecoder) blocksOrOne(n *tree.Node) []brief.Block {
	if n.Kind == tree.Mapping {
		return d.block(n)
	}
	return d.blocks(n, "list")
}

func (d *bodyDecoder) definitions(own *tree.Node) brief.Block {
	if own.Kind != tree.Sequence {
		d.wrong(own, "definitions", aList)
		return nil
	}
	l := &brief.DefinitionList{Span: own.Span}
	for i := range own.Items {
		item := &own.Items[i]
		if !d.keys(item, "definitions", []string{"term", "definition"}) {
			continue
		}
		for _, key := range []string{"term", "definition"} {
			if item.Get(key) == nil {
				d.problems.Add(missingKey.At(item.Span, key))
			}
		}
		l.Items = append(l.Items, brief.Definition{
			Term: d.inline(item.Get("term"), "term"), Blocks: d.blocks(item.Get("definition"), "definition"), Span: item.Span,
		})
	}
	return l
}

func (d *bodyDecoder) table(n, own *tree.Node) brief.Block {
	t := &brief.TableBlock{
		Caption: d.inline(n.Get("caption"), "caption"), Source: d.inline(n.Get("source"), "source"),
		Note: d.inline(n.Get("note"), "note"), Span: own.Span,
	}
	d.markdown.Attributes.Table(t, d.attributes(n))
	t.Bars = append(t.Bars, d.fields(n.Get("bars"), "bars")...)
	t.Lines = append(t.Lines, d.lines(n.Get("lines"))...)
	if scale := d.field(n.Get("scale"), "scale"); scale.Value != "" {
		d.markdown.Attributes.Scale(t, scale)
	}
	if total := d.field(n.Get("total"), "total"); total.Value != "" {
		d.markdown.Attributes.Totals(t, total)
	}
	if h := n.Get("header"); h != nil && h.Kind != tree.Null {
		t.Header = append(t.Header, d.row(h, "header"))
	}
	if own.Kind != tree.Sequence {
		d.wrong(own, "table", aList)
		return nil
	}
	for i := range own.Items {
		t.Rows = append(t.Rows, d.row(&own.Items[i], "table"))
	}
	width := 0
	for _, r := range append(slices.Clone(t.Header), t.Rows...) {
		cells := 0
		for _, c := range r.Cells {
			cells += c.ColSpan
		}
		width = max(width, cells)
	}
	if found := markdown.TableSize(len(t.Rows), width, own.Span); found != nil {
		d.problems.Add(found...)
		return nil
	}
	t.Columns = make([]brief.Align, width)
	for i, a := range d.alignments(n.Get("align")) {
		if i < width {
			t.Columns[i] = a
		}
	}
	return t
}

func (d *bodyDecoder) alignments(n *tree.Node) []brief.Align {
	if n == nil || n.Kind == tree.Null {
		return nil
	}
	if n.Kind != tree.Sequence {
		d.wrong(n, "align", aList)
		return nil
	}
	words := []string{"auto", "right", "center", "left"} // in the order of brief.Align
	var all []brief.Align
	for i := range n.Items {
		word := d.choice(&n.Items[i], "align", words)
		all = append(all, brief.Align(max(0, slices.Index(words, word))))
	}
	return all
}

func (d *bodyDecoder) row(n *tree.Node, key string) brief.TableRow {
	r := brief.TableRow{Span: n.Span}
	if n.Kind != tree.Sequence {
		d.wrong(n, key, aList)
		return r
	}
	for i := range n.Items {
		item := &n.Items[i]
		c := brief.TableCell{ColSpan: 1, RowSpan: 1, Span: item.Span}
		if item.Kind == tree.Mapping {
			if d.keys(item, key, []string{"text", "colspan", "rowspan"}) {
				c.Content = d.inline(item.Get("text"), "text")
				c.ColSpan = d.whole(item.Get("colspan"), "colspan", 1, 1000, 1)
				c.RowSpan = d.whole(item.Get("rowspan"), "rowspan", 1, 20_000, 1)
			}
		} else {
			c.Content = d.inline(item, key)
		}
		r.Cells = append(r.Cells, c)
	}
	return r
}
