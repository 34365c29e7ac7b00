package markdown

import (
	"bytes"
	"regexp"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"warraq/input/brief"
)

// parting is what parts two hemistichs between two words: … or ..., two or more
// asterisks, :: or /, a blank on either side; or a gap, which is a tab or three spaces
// and more.
var parting = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[ \t\x{a0}]+(?:…|\.{3,}|\*(?:[ ]?\*)+|:{2,}|/{1,2})[ \t\x{a0}]+|[ ]*\t[ \t]*|[ ]{3,}`)
})

// lineEnd is what ends a line inside of one: <br> of HTML.
var lineEnd = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)<br[ \t]*/?>`) })

// verse converts a paragraph of poetry, in which each line is one of the poem. What the
// poem is called stands in its attributes.
func (c *conversion) verse(n ast.Node, a *attributes) *brief.Verse {
	start, stop := extent(n.Lines())
	v := &brief.Verse{Span: c.text.Span(start, stop)}
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		from, to := segment.Start, segment.Stop
		if a != nil {
			to = min(to, a.start)
		}
		for from < to {
			end, next := to, to
			if br := lineEnd().FindIndex(c.source[from:to]); br != nil {
				end, next = from+br[0], from+br[1]
			}
			if line, ok := c.verseLine(from, end); ok {
				v.Lines = append(v.Lines, line)
			}
			from = next
		}
	}
	return v
}

// verseLine reads one line. Of several places where it could be parted the one nearest
// its middle counts.
func (c *conversion) verseLine(start, stop int) (brief.VerseLine, bool) {
	const blank = " \t\r\n\u00a0"
	raw := bytes.TrimRight(c.source[start:stop], blank)
	raw = bytes.TrimRight(bytes.TrimSuffix(raw, []byte{'\\'}), blank)
	start += len(raw) - len(bytes.TrimLeft(raw, blank))
	raw = bytes.TrimLeft(raw, blank)
	if len(raw) == 0 {
		return brief.VerseLine{}, false
	}
	line := brief.VerseLine{Span: c.text.Span(start, start+len(raw))}
	var best []int
	far := len(raw)
	for _, at := range parting().FindAllIndex(raw, -1) {
		before, after := utf8.RuneCount(raw[:at[0]]), utf8.RuneCount(raw[at[1]:])
		if off := max(before-after, after-before); off < far {
			best, far = at, off
		}
	}
	if best == nil {
		line.First = c.nested(value{start: start, stop: start + len(raw)})
	} else {
		line.First = c.nested(value{start: start, stop: start + best[0]})
		line.Second = c.nested(value{start: start + best[1], stop: start + len(raw)})
	}
	return line, len(line.First)+len(line.Second) > 0
}

// stanzas makes one poem of those that follow each other: a line of nothing parts two
// stanzas.
func stanzas(blocks []brief.Block) []brief.Block {
	var all []brief.Block
	var last *brief.Verse
	for _, b := range blocks {
		v, ok := b.(*brief.Verse)
		if ok && len(v.Lines) == 0 {
			continue
		}
		if ok && last != nil && v.ID == "" {
			last.Lines = append(append(last.Lines, brief.VerseLine{Span: v.Span}), v.Lines...)
			last.Span.End = v.Span.End
			continue
		}
		last = v
		all = append(all, b)
	}
	return all
}

// ofVerse returns the attributes that end a paragraph, where they make it verse.
func ofVerse(n ast.Node) *attributes {
	if a, ok := n.LastChild().(*attributesNode); ok && class(a.classes, "verse") {
		return &a.attributes
	}
	return nil
}

// isVerse and isQuran report whether a part holds poetry, or quotations from the Qur'an.
func (p *part) isVerse() bool { return p.ofClass("verse") }
func (p *part) isQuran() bool { return p.ofClass("quran") }

// ofClass reports whether a part is a division or an element of a class.
func (p *part) ofClass(name string) bool {
	if n := p.division; n != nil {
		return n.name == name || n.attributes != nil && class(n.attributes.classes, name)
	}
	for _, word := range bytes.Fields([]byte(p.get("class"))) {
		if string(word) == name {
			return true
		}
	}
	return false
}
