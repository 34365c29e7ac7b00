package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// guard lets only so many marks of one block, and of all, be more than text, and
// keeps goldmark from reading the rest of a block over and over for marks that
// end nowhere.
type guard struct {
	reader *Reader
	block  ast.Node
	marks  int
	all    int
	// ahead is how many bytes of the block may still be read ahead.
	ahead int
	// brackets are the places after the open brackets that may become links, as
	// goldmark holds them.
	brackets []int
	// ticks holds, for each length of backticks in a row, where the last of them
	// stand; nil until it is asked for.
	ticks map[int]int
}

func (g *guard) Trigger() []byte {
	return []byte{'!', '[', ']', '*', '_', '`', '<', '^', '~', '@', '{', '=', '$'}
}

func (g *guard) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	if parent != g.block {
		start, stop := extent(parent.Lines())
		g.block, g.marks, g.ticks, g.brackets = parent, 0, nil, g.brackets[:0]
		g.ahead = aheadFree + aheadTimes*(stop-start)
		// Headings, captions and cells have no other limit.
		if stop-start > longestParagraph {
			g.marks = mostMarks
		}
	}
	g.marks++
	g.all++
	if g.marks <= mostMarks && g.all <= g.reader.limits.Nodes {
		return nil
	}
	return g.refuse(block)
}

// refuse takes the rest of the line as text, and tells of the first.
func (g *guard) refuse(block text.Reader) ast.Node {
	line, segment := block.PeekLine()
	switch {
	case g.all > g.reader.limits.Nodes:
		g.reader.full(segment.Start)
	case g.marks == mostMarks+1:
		g.reader.add(tooManyMarks, segment.Start, segment.Start+1, mostMarks)
	}
	n := len(bytes.TrimRight(line, "\r\n")) - segment.Padding
	block.Advance(n + segment.Padding)
	return ast.NewTextSegment(text.NewSegment(segment.Start, segment.Start+n))
}

// guardedLinks is goldmark's parser of links, held to what may be read ahead:
// for each closing bracket it copies the label, and looks for the end of an
// address.
type guardedLinks struct {
	parser.InlineParser
	guard *guard
}

func (p guardedLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	g := p.guard
	switch {
	case line[0] == '[':
		g.brackets = append(g.brackets, segment.Start+1)
	case line[0] == '!' && len(line) > 1 && line[1] == '[':
		g.brackets = append(g.brackets, segment.Start+2)
	case line[0] == ']' && len(g.brackets) > 0:
		last := len(g.brackets) - 1
		label := segment.Start - g.brackets[last]
		g.brackets = g.brackets[:last]
		if g.ahead -= label + addressEnd(line[1:], g.ahead-label); g.ahead < 0 {
			g.marks = max(g.marks, mostMarks+1)
			return g.refuse(block)
		}
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// CloseBlock passes on the end of a block.
func (p guardedLinks) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	p.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// addressEnd returns how many bytes goldmark reads for the address of a link
// after its label, or one more than most.
func addressEnd(s []byte, most int) int {
	if len(s) < 2 || s[0] != '(' {
		return 0
	}
	open := 0
	for i := 1; i < len(s); i++ {
		switch {
		case i > most:
			return i
		case s[1] == '<' && s[i] == '>':
			return i
		case s[1] == '<':
		case s[i] == '(':
			open++
		case s[i] == ')':
			if open--; open < 0 {
				return i
			}
		case i > 1 && util.IsSpace(s[i]):
			return i
		}
	}
	return len(s)
}

// guardedCode is goldmark's parser of code, which looks for the closing
// backticks up to the block's end. Those that close nowhere are text.
type guardedCode struct {
	parser.InlineParser
	guard *guard
}

func (p guardedCode) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	n := run(line, 0)
	if p.guard.ticks == nil {
		p.guard.ticks = lastTicks(parent.Lines(), block.Source())
	}
	if p.guard.ticks[n] > segment.Start {
		return p.InlineParser.Parse(parent, block, pc)
	}
	block.Advance(n)
	return ast.NewTextSegment(segment.WithStop(segment.Start + n))
}

// run is how many backticks follow each other from a byte on.
func run(line []byte, from int) int {
	n := from
	for n < len(line) && line[n] == '`' {
		n++
	}
	return n - from
}

// lastTicks finds where the last backticks of each number in a row stand.
func lastTicks(lines *text.Segments, source []byte) map[int]int {
	last := map[int]int{}
	for i := range lines.Len() {
		s := lines.At(i)
		line := source[s.Start:s.Stop]
		for at := 0; at < len(line); {
			next := bytes.IndexByte(line[at:], '`')
			if next < 0 {
				break
			}
			at += next
			n := run(line, at)
			last[n] = s.Start + at
			at += n
		}
	}
	return last
}
