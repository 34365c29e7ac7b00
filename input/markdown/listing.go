package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"warraq/input/brief"
)

// isFence reports whether a node is code between fences.
func isFence(n ast.Node) bool {
	_, ok := n.(*ast.FencedCodeBlock)
	return ok
}

func lastCode(all []brief.Block) *brief.CodeBlock {
	if len(all) == 0 {
		return nil
	}
	code, _ := all[len(all)-1].(*brief.CodeBlock)
	return code
}

// setListing gives code the caption that stands beside it: Listing: text {#lst:id}.
func (c *conversion) setListing(code *brief.CodeBlock, found *caption) {
	code.Caption = found.content
	if a := found.attributes; a != nil {
		c.reader.Attributes.Listing(code, c.placed(a))
	}
}

// options takes the lines that tell Quarto of a block off its head, and the caption and
// the name that they give it: #| lst-cap: "…".
func (c *conversion) options(code *brief.CodeBlock, n *ast.FencedCodeBlock) {
	taken, ours := 0, strings.HasPrefix(code.Info, "{")
	var caption, label [2]int
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		line := c.source[segment.Start:segment.Stop]
		mark, rest, ok := bytes.Cut(line, []byte{'|'})
		key, text, valued := bytes.Cut(rest, []byte{':'})
		if !ok || !valued || !isCommentMark(string(bytes.TrimSpace(mark))) {
			break
		}
		taken++
		text = bytes.TrimSpace(text)
		if len(text) > 1 && (text[0] == '"' || text[0] == '\'') && text[len(text)-1] == text[0] {
			text = text[1 : len(text)-1]
		}
		start := segment.Start + bytes.LastIndex(line, text)
		switch string(bytes.TrimSpace(key)) {
		case "lst-cap":
			caption, ours = [2]int{start, start + len(text)}, true
		case "lst-label", "label":
			label = [2]int{start, start + len(text)}
		}
	}
	if !ours { // comments of the author's
		return
	}
	if caption[1] > caption[0] {
		code.Caption = c.nested(value{start: caption[0], stop: caption[1]})
	}
	if label[1] > label[0] && code.ID == "" {
		code.Attributes = brief.Attributes{ID: c.whole[label[0]:label[1]], Span: c.text.Span(label[0], label[1])}
	}
	for range taken {
		_, code.Value, _ = strings.Cut(code.Value, "\n")
	}
	code.Lines = code.Lines[taken:]
}

// isCommentMark reports whether a comment of some language begins so.
func isCommentMark(mark string) bool {
	switch mark {
	case "#", "//", "--", "%%":
		return true
	}
	return false
}
