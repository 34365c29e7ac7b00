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

// addressNode is a web address written out in the text.
type addressNode struct {
	ownInline
	start, stop int
}

// addressParser is called at the colon of https:// and looks back for the
// scheme, because an address in Arabic text may follow a letter or a guillemet,
// where goldmark calls no parser.
type addressParser struct{}

func (addressParser) Trigger() []byte { return []byte{':'} }

func (addressParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("://")) {
		return nil
	}
	before, ok := parent.LastChild().(*ast.Text)
	if !ok || before.Segment.Stop != segment.Start {
		return nil
	}
	said := before.Segment.Value(block.Source())
	scheme := 0
	for _, s := range []string{"https", "http"} {
		if bytes.HasSuffix(said, []byte(s)) {
			scheme = len(s)
			break
		}
	}
	if scheme == 0 || len(said) > scheme && util.IsAlphaNumeric(said[len(said)-scheme-1]) {
		return nil
	}
	n := addressLength(line[3:])
	if n == 0 {
		return nil
	}
	before.Segment.Stop -= scheme
	block.Advance(3 + n)
	return &addressNode{start: segment.Start - scheme, stop: segment.Start + 3 + n}
}

// addressLength returns the length of an address after its ://. It ends at a
// space, a quotation mark or Arabic punctuation; a mark that ends the sentence
// and a bracket that opened before it do not belong to it.
func addressLength(s []byte) int {
	end, open := 0, 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) ||
			bytes.ContainsRune([]byte("<>\"`|\\^{}،؛؟«»“”‘’"), r) {
			break
		}
		switch {
		case r == '(':
			open++
		case r == ')':
			open--
		}
		// A bracket is of the text after it, but for one that opens an IPv6 address.
		if open < 0 || r == ']' && !bytes.HasPrefix(s, []byte{'['}) || r == '[' && i > 0 {
			break
		}
		i += n
		if !bytes.ContainsRune([]byte(".,:;!?'*_~"), r) {
			end = i
		}
	}
	return end
}
