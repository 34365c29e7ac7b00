package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasisParser is CommonMark's, with one addition. Arabic writes conjunctions
// and prepositions together with the next word, so that و**«نص»** opens emphasis
// between a letter and a sign, which CommonMark's rule of flanking
// (0.31, §6.2), made for words between spaces, takes for text.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*', '_'} }

func (emphasisParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, emphasisMarks{})
	if d == nil {
		return nil
	}
	if line[0] == '*' {
		after, _ := utf8.DecodeRune(line[d.OriginalLength:])
		d.CanOpen = d.CanOpen || opensAfterArabic(before, after)
		d.CanClose = d.CanClose || unicode.Is(unicode.Arabic, after) && unicode.IsLetter(after) &&
			util.IsPunctRune(before) && !unicode.In(before, unicode.Pi, unicode.Ps)
	}
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

type emphasisMarks struct{}

func (emphasisMarks) IsDelimiter(b byte) bool { return b == '*' || b == '_' }
func (emphasisMarks) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}
func (emphasisMarks) OnMatch(n int) ast.Node { return ast.NewEmphasis(n) }
