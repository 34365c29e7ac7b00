package tree

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"warraq/input/problem"
	"warraq/input/source"
)

// YAML reads the first document of a YAML file. The node is nil where there is
// none to be had.
func YAML(f *source.File) (*Node, problem.List) {
	start := 0
	if strings.HasPrefix(string(f.Data[:min(len(f.Data), 3)]), byteOrderMark) {
		start = len(byteOrderMark)
	}
	if at := overLimit(f.Data); at >= 0 {
		return nil, problem.List{tooLong.At(source.Span{File: f, Start: at, End: at + 1}, maxYAML>>20, maxMarks)}
	}
	places := NewPlaces(f, start, len(f.Data))
	root, problems := parseYAML(places)
	if root == nil {
		if len(problems) == 0 {
			problems.Add(Empty.At(source.Span{File: f}, f.Name))
		}
		return nil, problems
	}
	n, more := FromYAML(root, places)
	return n, append(problems, more...)
}

// overLimit returns the byte at which YAML passes what the parser may be given,
// or -1.
func overLimit(data []byte) int {
	if len(data) > maxYAML {
		return maxYAML
	}
	marks := 0
	for i, c := range data {
		switch c {
		case '\n', ',', ':', '-', '[', ']', '{', '}', '"', '\'', '#', '&', '*', '!', '?', '|', '>':
			if marks++; marks > maxMarks {
				return i
			}
		}
	}
	return -1
}

// parseYAML calls the parser, and keeps it from what would exhaust it.
func parseYAML(places *Places) (root ast.Node, problems problem.List) {
	defer func() {
		// The parser is another's, and its input anyone's: should it fail on a
		// file, the file is at fault for the author, not the program.
		if fault := recover(); fault != nil {
			root = nil
			problems.Add(syntax.At(places.span(0, 0), "YAML", fmt.Sprint(fault)))
		}
	}()
	tokens := lexer.Tokenize(places.text)
	places.countLines(tokens)
	if p := places.checkTokens(tokens); p != nil {
		return nil, problem.List{*p}
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		var fault yaml.Error
		if !errors.As(err, &fault) {
			return nil, problem.List{syntax.At(places.span(0, 0), "YAML", err.Error())}
		}
		// The error's own text prints the whole file around it, in time that
		// grows with its square: it is not asked for.
		at := places.span(0, 0)
		if t := fault.GetToken(); t != nil {
			at = places.token(t)
		}
		return nil, problem.List{places.explain(at, fault.GetMessage())}
	}
	for _, d := range file.Docs {
		if d.Body != nil && d.Body.Type() != ast.CommentType {
			return d.Body, nil
		}
	}
	return nil, nil
}

// checkTokens finds what the parser must not be given: nesting that would lead
// it to the end of its stack, in brackets or in indentation, and keys and tags
// in a number that it reads in time growing with the square.
func (p *Places) checkTokens(tokens token.Tokens) *problem.Problem {
	brackets, tags := 0, 0
	var open []block
	for _, t := range tokens {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			brackets++
		case token.SequenceEndType, token.MappingEndType:
			brackets = max(brackets-1, 0)
		case token.TagType:
			if tags++; tags > maxKeys {
				return p.refuse(tooMany, t, maxKeys)
			}
		case token.SequenceEntryType, token.MappingValueType, token.MappingKeyType:
			if brackets > 0 {
				continue
			}
			column := t.Position.Column
			if t.Type == token.MappingValueType && t.Prev != nil {
				column = t.Prev.Position.Column
			}
			for len(open) > 0 && open[len(open)-1].column > column {
				open = open[:len(open)-1]
			}
			if len(open) == 0 || open[len(open)-1].column < column {
				open = append(open, block{column: column})
			}
			top := &open[len(open)-1]
			if t.Type != token.SequenceEntryType || isEmptyEntry(t) {
				top.keys++
			}
			if top.keys > maxKeys {
				return p.refuse(tooMany, t, maxKeys)
			}
		}
		if brackets+len(open) > maxDepth {
			return p.refuse(tooDeep, t, maxDepth)
		}
	}
	return nil
}

// isEmptyEntry reports whether an entry of a sequence follows one without a
// value, of which the parser takes as long as of a key.
func isEmptyEntry(t *token.Token) bool {
	return t.Prev != nil && t.Prev.Type == token.SequenceEntryType && t.Prev.Position.Line < t.Position.Line
}

// A block is a collection that is open in the indentation, and the keys it has.
type block struct{ column, keys int }

func (p *Places) refuse(k problem.Kind, t *token.Token, limit int) *problem.Problem {
	found := k.At(p.token(t), limit)
	return &found
}

// FromYAML turns a part of a parsed YAML document into a tree. Aliases are
// replaced by what they stand for.
func FromYAML(root ast.Node, places *Places) (*Node, problem.List) {
	c := converter{places: places, anchors: map[string]anchor{}}
	n := c.convert(root, 0)
	return &n, c.problems
}

type converter struct {
	places  *Places
	anchors map[string]anchor
	// nodes counts all nodes so far, and repeated those of them that stand for
	// others: each alias counts as often as it is written out.
	nodes, repeated int
	problems        problem.List
}

// An anchor is a value that has a name, and its number of nodes with its
// aliases written out.
type anchor struct {
	node Node
	size int
}

func (c *converter) convert(y ast.Node, depth int) Node {
	if y == nil {
		return Node{}
	}
	if depth > maxDepth {
		c.problems.Add(tooDeep.At(c.places.Of(y), maxDepth))
		return Node{Span: c.places.Of(y)}
	}
	c.nodes++
	n := Node{Kind: Scalar, Span: c.places.Of(y)}
	switch y := y.(type) {
	case *ast.NullNode:
		n.Kind = Null
	case *ast.StringNode:
		n.Text = y.Value
		null(&n, &c.problems)
	case *ast.LiteralNode:
		n.Text = y.Value.Value
	case *ast.MappingNode:
		c.mapping(&n, y.Values, depth)
	case *ast.MappingValueNode:
		c.mapping(&n, []*ast.MappingValueNode{y}, depth)
	case *ast.SequenceNode:
		n.Kind = Sequence
		n.Items = make([]Node, 0, len(y.Values))
		for _, v := range y.Values {
			n.Items = append(n.Items, c.convert(v, depth+1))
		}
	case *ast.TagNode:
		return c.convert(y.Value, depth+1)
	case *ast.AnchorNode:
		before := c.nodes
		n = c.convert(y.Value, depth+1)
		c.anchors[y.Name.GetToken().Value] = anchor{n, c.nodes - before}
	case *ast.AliasNode:
		name := y.Value.GetToken().Value
		target, ok := c.anchors[name]
		if !ok {
			c.problems.Add(unknownAlias.At(n.Span, name))
			return Node{Span: n.Span}
		}
		// What an alias stands for is shared, but whoever walks the tree meets it
		// each time: a few lines of aliases of aliases are more than any memory.
		if c.repeated+target.size > maxRepeated {
			if c.repeated <= maxRepeated {
				c.problems.Add(tooRepetitive.At(n.Span, maxRepeated))
			}
			c.repeated = maxRepeated + 1
			return Node{Span: n.Span}
		}
		c.nodes += target.size
		c.repeated += target.size
		return target.node
	case *ast.MappingKeyNode:
		return c.convert(y.Value, depth+1)
	default: // numbers, yes and no, infinities
		n.Text = y.GetToken().Value
	}
	return n
}

func (c *converter) mapping(n *Node, values []*ast.MappingValueNode, depth int) {
	n.Kind = Mapping
	n.Keys, n.Items = make([]Node, 0, len(values)), make([]Node, 0, len(values))
	var merged []Node
	for _, v := range values {
		value := c.convert(v.Value, depth+1)
		if _, merges := v.Key.(*ast.MergeKeyNode); merges {
			merged = append(merged, value)
			continue
		}
		n.Keys = append(n.Keys, c.convert(v.Key, depth+1))
		n.Items = append(n.Items, value)
	}
	checkKeys(n.Keys, &c.problems)
	for _, m := range merged {
		n.merge(m)
	}
}

// merge adds the pairs of a mapping that is merged by "<<", or of a sequence of
// such, except where the key is there already.
func (n *Node) merge(from Node) {
	if from.Kind == Sequence {
		for _, item := range from.Items {
			if item.Kind == Mapping {
				n.merge(item)
			}
		}
		return
	}
	known := make(map[string]bool, len(n.Keys))
	for i := range n.Keys {
		known[n.Keys[i].Text] = true
	}
	for i, key := range from.Keys {
		if !known[key.Text] {
			n.Keys = append(n.Keys, key)
			n.Items = append(n.Items, from.Items[i])
		}
	}
}

// Places finds the bytes of a YAML token, which knows only its line and its
// column in characters.
type Places struct {
	file  *source.File
	base  int
	text  string
	lines []int // the byte each line starts at
	// stops are the bytes of every so many columns of the long lines: one line
	// may be the whole file, and have every token.
	stops map[int][]int
}

// stride is how many columns are between two stops of a long line.
const stride = 512

// NewPlaces prepares the places of the YAML text in bytes start to end of a
// file, parsed on its own: front matter, or a fenced block.
func NewPlaces(f *source.File, start, end int) *Places {
	p := &Places{file: f, base: start, text: string(f.Data[start:end]), lines: []int{0}}
	for i := 0; i < len(p.text); i++ {
		// The scanner counts CR LF, LF and CR alone as the end of a line.
		if p.text[i] == '\n' || p.text[i] == '\r' && (i+1 == len(p.text) || p.text[i+1] != '\n') {
			p.lines = append(p.lines, i+1)
		}
	}
	return p
}

// countLines corrects the lines of tokens: the scanner counts the CR LF that ends
// a comment as two.
func (p *Places) countLines(tokens token.Tokens) {
	if !strings.Contains(p.text, "\r\n") {
		return
	}
	extra := 0
	for _, t := range tokens {
		if t.Position == nil {
			continue
		}
		t.Position.Line -= extra
		if t.Type != token.CommentType {
			continue
		}
		rest := p.text[p.offset(t.Position.Line, t.Position.Column):]
		if end := strings.IndexByte(rest, '\n'); end > 0 && rest[end-1] == '\r' {
			extra++
		}
	}
}

func (p *Places) span(start, end int) source.Span {
	return source.Span{File: p.file, Start: p.base + start, End: p.base + end}
}

// Of returns the place of a node: of a scalar its text with its quotes, of a
// mapping or sequence from its first to its last value.
func (p *Places) Of(n ast.Node) source.Span {
	switch n := n.(type) {
	case nil:
		return p.span(0, 0)
	case *ast.MappingNode:
		if n.IsFlowStyle {
			return p.flow(n.Start, n.End)
		}
		if len(n.Values) > 0 {
			return join(p.Of(n.Values[0]), p.Of(n.Values[len(n.Values)-1]))
		}
	case *ast.MappingValueNode:
		return join(p.Of(n.Key), p.Of(n.Value))
	case *ast.SequenceNode:
		if n.IsFlowStyle {
			return p.flow(n.Start, n.End)
		}
		if len(n.Values) > 0 {
			return join(p.token(n.Start), p.Of(n.Values[len(n.Values)-1]))
		}
	case *ast.LiteralNode:
		return p.literal(n)
	case *ast.AnchorNode:
		return join(p.token(n.Start), p.Of(n.Value))
	case *ast.AliasNode:
		return join(p.token(n.Start), p.Of(n.Value))
	case *ast.TagNode:
		return join(p.token(n.Start), p.Of(n.Value))
	}
	return p.token(n.GetToken())
}

func join(a, b source.Span) source.Span {
	a.End = max(a.End, b.End)
	return a
}

func (p *Places) flow(open, shut *token.Token) source.Span {
	s := p.token(open)
	if shut != nil {
		s = join(s, p.token(shut))
	}
	return s
}

// literal returns the place of a block scalar: its header and its lines.
func (p *Places) literal(n *ast.LiteralNode) source.Span {
	s := p.token(n.Start)
	if n.Value == nil || n.Value.Token == nil {
		return s
	}
	start := s.Start - p.base
	body := strings.IndexByte(p.text[start:], '\n')
	if body < 0 {
		return s
	}
	body += start + 1
	if origin := n.Value.Token.Origin; strings.HasPrefix(p.text[body:], origin) {
		s.End = p.base + body + len(strings.TrimRight(origin, "\r\n"))
	} else if strings.TrimSpace(n.Value.Value) != "" {
		// The scanner folds the lines it hands on.
		s.End = p.base + body + indented(p.text[body:])
	}
	return s
}

// indented returns the length of the lines at the start of a text that are
// indented as the first of them is, or blank, without the end of the last.
func indented(text string) int {
	end, at, indent := 0, 0, -1
	for line := range strings.Lines(text) {
		words := strings.TrimRight(line, " \t\r\n")
		at += len(line)
		if words == "" {
			continue
		}
		spaces := len(words) - len(strings.TrimLeft(words, " "))
		if indent < 0 {
			indent = spaces
		}
		if spaces < indent {
			break
		}
		end = at - len(line) + len(words)
	}
	return end
}

// token returns the place of a token.
func (p *Places) token(t *token.Token) source.Span {
	if t == nil || t.Position == nil {
		return p.span(0, 0)
	}
	start := p.offset(t.Position.Line, t.Position.Column)
	raw := strings.TrimSpace(t.Origin)
	// After a tag the scanner counts the space to the value.
	for raw != "" && start < len(p.text) && p.text[start] == ' ' {
		start++
	}
	rest := p.text[start:]
	switch {
	case t.Type == token.DoubleQuoteType:
		return p.span(start, start+quoted(rest, '"'))
	case t.Type == token.SingleQuoteType:
		return p.span(start, start+quoted(rest, '\''))
	case strings.HasPrefix(rest, raw):
		return p.span(start, start+len(raw))
	case strings.HasPrefix(rest, t.Value):
		return p.span(start, start+len(t.Value))
	}
	end := strings.IndexAny(rest, "\r\n")
	if end < 0 {
		end = len(rest)
	}
	return p.span(start, start+end)
}

// offset turns a line and a column, both from 1, into a byte of the text.
func (p *Places) offset(line, column int) int {
	line = min(max(line, 1), len(p.lines))
	at, passed := p.lines[line-1], 1
	if column > stride {
		stops := p.lineStops(line)
		n := min((column-1)/stride, len(stops)-1)
		at, passed = stops[n], 1+n*stride
	}
	for ; passed < column && at < len(p.text) && p.text[at] != '\n'; passed++ {
		_, size := utf8.DecodeRuneInString(p.text[at:])
		at += size
	}
	return at
}

// lineStops returns the byte of the first column of a line and of every stride
// columns after it.
func (p *Places) lineStops(line int) []int {
	if stops, ok := p.stops[line]; ok {
		return stops
	}
	if p.stops == nil {
		p.stops = map[int][]int{}
	}
	at := p.lines[line-1]
	stops := []int{at}
	for passed := 1; at < len(p.text) && p.text[at] != '\n'; passed++ {
		_, size := utf8.DecodeRuneInString(p.text[at:])
		if at += size; passed%stride == 0 {
			stops = append(stops, at)
		}
	}
	p.stops[line] = stops
	return stops
}

// quoted returns the length of the quoted text at the start of a text.
func quoted(text string, quote byte) int {
	if text == "" || text[0] != quote {
		return 0
	}
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] != quote:
		case quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return len(text)
}
