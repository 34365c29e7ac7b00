package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// citationNode is [@key, p. 3; see @other] or @key in the text, as in Pandoc.
type citationNode struct {
	ownInline
	start, stop int
	items       []citationItem
	inText      bool // without brackets
}

type citationItem struct {
	key, prefix, locator string
	start, stop          int // from the @ to the end of the key
	yearOnly             bool
}

type citationParser struct{}

func (citationParser) Trigger() []byte { return []byte{'[', '@'} }

func (p citationParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if line[0] == '[' {
		return p.bracketed(parent, block)
	}
	if !mayPrecedeKey(block.PrecendingCharacter()) {
		return nil
	}
	n := citationKey(line[1:])
	if n == 0 {
		return nil
	}
	c := &citationNode{start: segment.Start, stop: segment.Start + 1 + n, inText: true}
	item := citationItem{key: string(line[1 : 1+n]), start: c.start, stop: c.stop}
	// A locator may stand in brackets after a key in the text: @key [p. 3].
	if rest := line[1+n:]; len(rest) > 2 && rest[0] == ' ' && rest[1] == '[' && rest[2] != '^' && rest[2] != '@' {
		end := bytes.IndexByte(rest[:min(len(rest), furthestMatch)], ']')
		closed := end > 2 && bytes.IndexByte(rest[2:end], '[') < 0 && bytes.IndexByte(rest[2:end], '@') < 0
		if closed && (end+1 == len(rest) || bytes.IndexByte([]byte("([{:"), rest[end+1]) < 0) && isLocator(rest[2:end]) {
			item.locator = string(bytes.TrimSpace(rest[2:end]))
			c.stop += end + 1
		}
	}
	c.items = []citationItem{item}
	block.Advance(c.stop - c.start)
	return c
}

// isLocator reports whether text in brackets names a place in a work: it has a
// digit.
func isLocator(s []byte) bool { return bytes.ContainsFunc(s, unicode.IsDigit) }

// mayPrecedeKey tells a key from an address: name@example.org. An Arabic letter
// may stand before a key, since conjunctions and prepositions are written
// together with the next word.
func mayPrecedeKey(r rune) bool {
	return r >= utf8.RuneSelf || !util.IsAlphaNumeric(byte(r)) && !bytes.ContainsRune([]byte("._+/-@\\"), r)
}

// citationKey returns the length of the key at the head of s: letters, digits
// and underscores of any script, with punctuation only between them.
func citationKey(s []byte) int {
	end := 0
	for i := 0; i < min(len(s), 256); {
		r, n := utf8.DecodeRune(s[i:])
		switch {
		case r == utf8.RuneError && n <= 1:
			return end
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			end = i + n
		case unicode.Is(unicode.Mn, r) && end == i && end > 0:
			end = i + n
		case i == 0 || !bytes.ContainsRune([]byte(":.#$%&-+?<>~/"), r):
			return end
		case end != i:
			return end // two marks in a row end a key
		}
		i += n
	}
	return end
}

// bracketed reads a citation in brackets. All its items must have a key, or the
// brackets are those of a link.
func (citationParser) bracketed(parent ast.Node, block text.Reader) ast.Node {
	_, segment := block.PeekLine()
	source := block.Source()
	ranges, stop := matchBracket(parent, block)
	if stop < 0 || stop+1 < len(source) && (source[stop+1] == '(' || source[stop+1] == '[' || source[stop+1] == '{') {
		return nil
	}
	c := &citationNode{start: segment.Start, stop: stop + 1}
	item := citationItem{start: -1}
	var prefix, locator []byte
	finish := func() bool {
		if item.start < 0 {
			return false
		}
		item.prefix = string(bytes.TrimSpace(prefix))
		item.locator = string(bytes.TrimSpace(bytes.TrimLeft(bytes.TrimSpace(locator), ",،")))
		c.items = append(c.items, item)
		item, prefix, locator = citationItem{start: -1}, nil, nil
		return true
	}
	for _, r := range ranges {
		before := ' '
		for i := r[0]; i < r[1]; {
			b := source[i]
			if b == '@' && item.start < 0 && (before == ' ' || before == '-' || mayPrecedeKey(before)) {
				if n := citationKey(source[i+1 : r[1]]); n > 0 {
					item.start, item.stop, item.key = i, i+1+n, string(source[i+1:i+1+n])
					prefix, item.yearOnly = bytes.CutSuffix(prefix, []byte{'-'})
					i = item.stop
					continue
				}
			}
			ch, n := utf8.DecodeRune(source[i:])
			switch {
			case b == ';' || ch == '؛':
				if !finish() {
					return nil
				}
			case item.start < 0:
				prefix = append(prefix, spaced(source[i:i+n])...)
			default:
				locator = append(locator, spaced(source[i:i+n])...)
			}
			before = ch
			i += n
		}
	}
	if !finish() {
		return nil
	}
	advanceTo(block, stop+1)
	return c
}

func spaced(b []byte) []byte {
	if b[0] == '\n' || b[0] == '\r' {
		return []byte{' '}
	}
	return b
}

// matchBracket returns the ranges of bytes between the bracket at the reader's
// place and its partner, one for each line, and the place of the partner, or -1.
func matchBracket(parent ast.Node, block text.Reader) (ranges [][2]int, stop int) {
	index, segment := block.Position()
	source := block.Source()
	lines := parent.Lines()
	depth, seen := 0, 0
	for ; index < lines.Len(); index++ {
		start, end := segment.Start, segment.Stop
		if seen > 0 {
			line := lines.At(index)
			start, end = line.Start, line.Stop
		}
		from := start
		for i := start; i < end; i++ {
			if seen++; seen > furthestMatch {
				return nil, -1
			}
			switch source[i] {
			case '\\':
				i++
			case '`':
				i = afterCode(source[:end], i) - 1
			case '[':
				if depth++; depth == 1 {
					from = i + 1
				}
			case ']':
				if depth--; depth == 0 {
					return append(ranges, [2]int{from, i}), i
				}
			}
		}
		ranges = append(ranges, [2]int{from, end})
	}
	return nil, -1
}

// afterCode returns the end of the code span that begins at i, or of its
// backticks where it does not end on the line.
func afterCode(s []byte, i int) int {
	ticks := i
	for ticks < len(s) && s[ticks] == '`' {
		ticks++
	}
	limit := min(len(s), i+furthestMatch)
	for j := ticks; j < limit; {
		if s[j] != '`' {
			j++
			continue
		}
		run := j
		for j < len(s) && s[j] == '`' {
			j++
		}
		if j-run == ticks-i {
			return j
		}
	}
	return ticks
}

// advanceTo moves a reader forward to a byte of its source.
func advanceTo(block text.Reader, at int) {
	for {
		line, segment := block.PeekLine()
		if line == nil {
			return
		}
		if at >= segment.Start && at < segment.Stop {
			block.Advance(at - segment.Start)
			return
		}
		if at == segment.Stop {
			block.Advance(segment.Stop - segment.Start)
			return
		}
		block.AdvanceLine()
	}
}
