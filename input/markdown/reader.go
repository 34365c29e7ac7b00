// Package markdown reads CommonMark with the extensions a report needs into the
// document model. It names what it finds and leaves what lies outside the text
// (files, references, targets) to its caller.
package markdown

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"warraq/input/attribute"
	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/problem"
	"warraq/input/source"
)

// A Reader reads the texts of one brief and gathers what they leave open. It is
// not safe for concurrent use.
type Reader struct {
	// Notes are the footnotes defined, in the order of the text. Their marks
	// carry the label; the caller pairs them.
	Notes []*brief.Note
	// Charts are the chart blocks, whose figures have no chart yet.
	Charts []Chart
	// Pictures are the pictures, whose figures have no picture yet.
	Pictures []Picture
	// Attributes reads what is written in braces, and has the problems of it.
	Attributes attribute.Reader
	// Problems found in the texts.
	Problems problem.List
	// Marks are the punctuation of the document's language, which stands between
	// several references: Arabic, unless the caller says otherwise.
	Marks locale.Marks
	// RightToLeft is the side of the document.
	RightToLeft bool
	// Include returns the blocks of a file that the text names to be shown in its
	// place, read by this reader. Where it is nil, such a line is text.
	Include func(brief.Field) []brief.Block

	limits  source.Limits
	nodes   int
	told    bool // that there is no room for more nodes
	inNote  bool // the text is that of a note in a line
	written int  // such notes so far
	inGrid  bool // the text is that of a cell of a grid
	text    source.Text
	blocks  parser.Parser
	inlines parser.Parser
	guard   *guard
	depth   *depthLimit
	spans   *spanParser
}

// A Chart is a fenced chart block and the figure it becomes.
type Chart struct {
	Figure *brief.Figure
	Text   source.Text
}

// A Picture is the path of a picture and the figure, or the picture in a line, that
// it becomes.
type Picture struct {
	Figure *brief.Figure
	Image  *brief.Image
	Path   brief.Field
}

// NewReader returns a reader that keeps within the limits.
func NewReader(limits source.Limits) *Reader {
	r := &Reader{limits: limits.WithDefaults(), Marks: locale.For("").Marks, RightToLeft: true}
	r.guard = &guard{reader: r}
	r.depth = &depthLimit{reader: r}
	r.spans = &spanParser{}
	return r
}

// Blocks reads a text of blocks.
func (r *Reader) Blocks(t source.Text) []brief.Block {
	return r.parse(t, (*conversion).blocks)
}

// Note reads the text of a note that stands apart from the text.
func (r *Reader) Note(t source.Text) []brief.Block {
	return r.parse(t, (*conversion).noteBlocks)
}

func (r *Reader) parse(t source.Text, convert func(*conversion, ast.Node) []brief.Block) []brief.Block {
	if len(t.Data) == 0 {
		return nil
	}
	if r.blocks == nil {
		r.blocks = r.blockParser()
	}
	t = r.shortened(t)
	c := r.begin(t)
	defer c.end()
	root := r.blocks.Parse(text.NewReader(t.Data))
	return convert(c, root)
}

// Inline reads one line of text: a title, a caption, a cell. Marks of blocks
// have no meaning in it.
func (r *Reader) Inline(t source.Text) []brief.Inline {
	if len(t.Data) == 0 {
		return nil
	}
	if r.inlines == nil {
		r.inlines = r.inlineParser()
	}
	c := r.begin(t)
	defer c.end()
	root := r.inlines.Parse(text.NewReader(t.Data))
	var all []brief.Inline
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if len(all) > 0 {
			end := n.Lines().At(0).Start
			all = append(all, &brief.Text{Value: " ", Span: t.Span(end-1, end)})
		}
		content, attributes := c.content(n, 0)
		if attributes != nil {
			content = c.appendText(content, attributes.start, attributes.stop)
		}
		all = append(all, content...)
	}
	return all
}

// lines reads what stands in lines between two elements of HTML, as paragraphs or as
// verse.
func (r *Reader) lines(t source.Text, verse bool) []brief.Block {
	if r.inlines == nil {
		r.inlines = r.inlineParser()
	}
	c := r.begin(t)
	defer c.end()
	var all []brief.Block
	root := r.inlines.Parse(text.NewReader(t.Data))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if verse {
			all = append(all, c.verse(n, nil))
		} else {
			all = append(all, c.paragraph(n)...)
		}
	}
	return all
}

// begin turns to a text, until the end of its conversion: a note, a cell or a value of
// attributes is read while the text that it stands in is.
func (r *Reader) begin(t source.Text) *conversion {
	c := &conversion{reader: r, text: t, outer: r.text, source: t.Data, whole: string(t.Data)}
	r.text = t
	r.guard.block, r.depth.told = nil, false
	r.spans.open = r.spans.open[:0]
	return c
}

// end goes back to the text that this one stands in.
func (c *conversion) end() { c.reader.text = c.outer }

// add records a problem at bytes of the text being read.
func (r *Reader) add(k problem.Kind, start, end int, args ...any) {
	r.Problems.Add(k.At(r.text.Span(start, end), args...))
}

// The order of parsers that may begin at the same character. Those of
// CommonMark are at multiples of 100.
const (
	first         = 10
	beforeLinks   = 110
	beforeQuotes  = 790
	beforeHTML    = 890
	definitions   = 101
	descriptions  = 102
	tableOrder    = 200
	lengthOrder   = 50
	emphasisOrder = 500
)

func (r *Reader) blockParser() parser.Parser {
	limited := func(p parser.BlockParser) parser.BlockParser { return &limitedParser{p, r.depth} }
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(limited(parser.NewListParser()), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(limited(calloutParser{}), beforeQuotes),
			util.Prioritized(limited(parser.NewBlockquoteParser()), 800),
			util.Prioritized(tagLineParser{}, beforeHTML),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(colonLineParser{}, first-1),
			util.Prioritized(mathBlockParser{}, first),
			util.Prioritized(includeParser{}, first),
			util.Prioritized(commentBlockParser{}, first),
			util.Prioritized(gridParser{reader: r}, first),
			util.Prioritized(limited(admonitionParser{}), beforeQuotes),
			util.Prioritized(parser.NewParagraphParser(), 1000),
			util.Prioritized(limited(noteBlockParser{}), beforeLinks),
			util.Prioritized(captionParser{}, first),
			util.Prioritized(limited(extension.NewDefinitionListParser()), definitions),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), descriptions),
		),
		parser.WithInlineParsers(r.inlineParsers()...),
		parser.WithParagraphTransformers(
			util.Prioritized(&lengthLimit{r}, lengthOrder),
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), tableOrder),
		),
	)
}

func (r *Reader) inlineParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(lineParser{parser.NewParagraphParser()}, 1000)),
		parser.WithInlineParsers(r.inlineParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(&lengthLimit{r}, lengthOrder)),
	)
}

// lineParser takes lines for paragraphs however far they are indented: where nothing
// else can begin, none of them is code.
type lineParser struct{ parser.BlockParser }

func (lineParser) CanAcceptIndentedLine() bool { return true }

func (r *Reader) inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(r.guard, first),
		util.Prioritized(guardedCode{parser.NewCodeSpanParser(), r.guard}, 100),
		util.Prioritized(noteMarkParser{}, beforeLinks),
		util.Prioritized(inlineNoteParser{}, beforeLinks-1),
		util.Prioritized(wikiParser{}, beforeLinks-1),
		util.Prioritized(mathParser{}, beforeLinks),
		util.Prioritized(commentParser{}, first+1),
		util.Prioritized(citationParser{}, beforeLinks+1),
		util.Prioritized(r.spans, beforeLinks+2),
		util.Prioritized(placedLinks{guardedLinks{parser.NewLinkParser(), r.guard}}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(emphasisParser{}, emphasisOrder),
		util.Prioritized(addressParser{}, beforeLinks),
		util.Prioritized(scriptParser{}, beforeLinks),
		util.Prioritized(decorationParser{}, emphasisOrder),
		util.Prioritized(&attributesParser{r}, beforeLinks),
	}
}

// count counts a node of the tree and reports whether there is room for it.
func (r *Reader) count(at int) bool {
	r.nodes++
	if r.nodes <= r.limits.Nodes {
		return true
	}
	r.full(at)
	return false
}

// full reports, once, that there is no room for what begins at a byte.
func (r *Reader) full(at int) {
	if !r.told {
		r.told = true
		r.add(tooManyNodes, at, at, r.limits.Nodes)
	}
}

func class(classes []string, name string) bool { return slices.Contains(classes, name) }
