package markdown

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/input/brief"
)

// mathNode is a formula in TeX, in a line: $x^2$, or $$x^2$$. No formula is set: it
// stands as it is written, from left to right, as one.
type mathNode struct {
	ownInline
	start, stop int // with its dollars
	width       int // of the dollars on each side
}

type mathParser struct{}

func (mathParser) Trigger() []byte { return []byte{'$'} }

// Parse reads a formula by Pandoc's rule: no space within the dollars, no digit after
// them. Prices («$5 to $10», «US$») are told from it by what stands between.
func (mathParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	width := 1
	if len(line) > 1 && line[1] == '$' {
		width = 2
	}
	for i := width; i < min(len(line), furthestMatch); i++ {
		switch line[i] {
		case '\\':
			i++
			continue
		case '$':
		default:
			continue
		}
		inner := line[width:i]
		after := i + width
		if width == 2 && (i+1 >= len(line) || line[i+1] != '$') {
			return nil
		}
		if len(inner) == 0 || width == 1 && (isBlank(inner[0]) || isBlank(inner[len(inner)-1])) ||
			after < len(line) && line[after] >= '0' && line[after] <= '9' || !isFormula(inner) {
			return nil
		}
		block.Advance(after)
		return &mathNode{start: segment.Start, stop: segment.Start + after, width: width}
	}
	return nil
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// isFormula reports whether what stands between two dollars is a formula: a single
// letter, or something with a sign of one, and no word of Arabic but in \text{…}.
func isFormula(s []byte) bool {
	s = bytes.TrimSpace(s)
	if len(s) == 1 {
		return s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z'
	}
	if bytes.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) }) && !bytes.Contains(s, []byte(`\text`)) && !bytes.Contains(s, []byte(`\mathrm`)) {
		return false
	}
	letter := bytes.ContainsFunc(s, unicode.IsLetter)
	if bytes.ContainsAny(s, `\^_{}`) {
		return true
	}
	return bytes.ContainsAny(s, "=+<>|*/") && (letter || bytes.ContainsAny(s, "=<>")) || letter && bytes.ContainsAny(s, "-()") && !bytes.ContainsAny(s, " ")
}

func (c *conversion) formula(list []brief.Inline, n *mathNode) []brief.Inline {
	c.reader.add(unsetFormula, n.start, n.stop)
	value := strings.Join(strings.Fields(c.whole[n.start+n.width:n.stop-n.width]), " ")
	return append(list, &brief.Code{Value: value, Math: true, Span: c.text.Span(n.start, n.stop)})
}

// mathBlock is a formula on lines of its own, between two lines that begin and end with
// $$.
type mathBlock struct {
	ownBlock
	start, stop int
	done        bool
}

type mathBlockParser struct{ ownBlockParser }

func (mathBlockParser) Trigger() []byte { return []byte{'$'} }

func (mathBlockParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	i := pc.BlockOffset()
	if i < 0 || !bytes.HasPrefix(line[i:], []byte("$$")) {
		return nil, parser.NoChildren
	}
	at := segment.Start - segment.Padding
	n := &mathBlock{start: at + i}
	rest := bytes.TrimRight(line[i+2:], " \t\r\n")
	n.stop = at + i + 2 + len(rest)
	from := at + i + 2
	if shut, ok := bytes.CutSuffix(rest, []byte("$$")); ok && len(rest) > 2 {
		n.done, rest = true, shut
	} else if bytes.Contains(rest, []byte("$$")) || !closesLater(reader.Source()[segment.Stop:]) {
		return nil, parser.NoChildren // a formula in a line, or none
	}
	if len(bytes.TrimSpace(rest)) > 0 {
		n.Lines().Append(text.NewSegment(from, from+len(rest)))
	}
	n.SetPos(n.start)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// closesLater reports whether a line ends with $$ before the paragraph does.
func closesLater(rest []byte) bool {
	for line := range bytes.Lines(rest[:min(len(rest), furthestMatch)]) {
		line = bytes.TrimSpace(bytes.TrimLeft(line, "> \t"))
		if bytes.HasSuffix(line, []byte("$$")) {
			return true
		}
		if bytes.HasPrefix(line, []byte("#")) {
			return false
		}
	}
	return false
}

func (mathBlockParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*mathBlock)
	if n.done {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	rest := bytes.TrimRight(line, " \t\r\n")
	n.stop = segment.Start + len(rest)
	if shut, ok := bytes.CutSuffix(rest, []byte("$$")); ok {
		n.done, rest = true, shut
	}
	if len(bytes.TrimSpace(rest)) > 0 {
		n.Lines().Append(text.NewSegment(segment.Start, segment.Start+len(rest)))
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (c *conversion) formulas(n *mathBlock) []brief.Block {
	c.reader.add(unsetFormula, n.start, n.start+2)
	var value strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		value.WriteString(strings.TrimSpace(string(line.Value(c.source))))
		value.WriteByte('\n')
	}
	if value.Len() == 0 {
		return nil
	}
	return []brief.Block{&brief.CodeBlock{Info: "math", Value: value.String(), Lines: c.lines(lines), Span: c.text.Span(n.start, n.stop)}}
}
