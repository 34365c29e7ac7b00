package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"warraq/input/brief"
)

// standsApart reports whether the lines of a paragraph are to be kept apart: each
// begins with a label, or with the mark of a list that CommonMark does not know, of
// which the author is told.
func (c *conversion) standsApart(raw []byte, start int) bool {
	if bytes.IndexByte(raw, '\n') < 0 {
		return false
	}
	labels, items := true, true
	for line := range bytes.Lines(raw) {
		line = bytes.TrimSpace(bytes.TrimLeft(line, "> \t"))
		labels = labels && isLabelled(line)
		items = items && looksLikeItem(line)
	}
	if items {
		c.reader.add(listLookalike, start, start+len(raw))
	}
	return labels || items
}

// isLabelled reports whether a line begins with words in bold and a colon, or is such
// words alone: **التاريخ:** 2025.
func isLabelled(line []byte) bool {
	if len(line) < 5 || !bytes.HasPrefix(line, []byte("**")) && !bytes.HasPrefix(line, []byte("__")) {
		return false
	}
	label, rest, ok := bytes.Cut(line[2:], line[:2])
	if !ok || len(label) == 0 {
		return false
	}
	rest = bytes.TrimSpace(rest)
	return len(rest) == 0 || rest[0] == ':' || bytes.HasSuffix(bytes.TrimSpace(label), []byte{':'})
}

// looksLikeItem reports whether a line begins as an item of a list does on paper: ١. or
// 1- or أ) or • and a space.
func looksLikeItem(line []byte) bool {
	first, size := utf8.DecodeRune(line)
	rest := line[size:]
	switch {
	case first == '•' || first == '●' || first == '▪' || first == '◦' || first == '■' || first == '○' || first == '◆' || first == '►' || first == '▶':
		return len(rest) > 0
	case unicode.IsDigit(first):
		for len(rest) > 0 {
			r, n := utf8.DecodeRune(rest)
			if !unicode.IsDigit(r) {
				break
			}
			rest = rest[n:]
		}
		if len(line)-len(rest) > 2*utf8.RuneLen(first) {
			return false // a year
		}
	case first == 'ه' && bytes.HasPrefix(rest, []byte("ـ")):
		rest = rest[len("ـ"):]
	case unicode.Is(unicode.Arabic, first) && unicode.IsLetter(first):
	default:
		return false
	}
	rest = bytes.TrimLeft(rest, " ")
	mark, n := utf8.DecodeRune(rest)
	switch mark {
	case '.', ')', '-', '–', '—', '/':
		return len(rest) > n && (rest[n] == ' ' || mark != '.' && rest[n] >= utf8.RuneSelf)
	}
	return false
}

// looksLikeHeading reports whether the first line of a paragraph begins as a heading does
// but for the space: #words. Several of them are labels: #water #policy.
func looksLikeHeading(raw []byte) bool {
	line, _, _ := bytes.Cut(raw, []byte{'\n'})
	words := bytes.TrimLeft(line, "#")
	first, _ := utf8.DecodeRune(words)
	return len(line)-len(words) <= 6 && unicode.IsLetter(first) && bytes.IndexByte(words, '#') < 0
}

// isProgram reports whether a paragraph is nothing but what MDX takes for its program:
// import x from 'y', export const x = ….
func isProgram(raw []byte) bool {
	for line := range bytes.Lines(raw) {
		line = bytes.TrimRight(bytes.TrimSpace(line), ";")
		if file, ok := bytes.CutPrefix(line, []byte("import ")); ok {
			if from := bytes.LastIndex(file, []byte("from ")); from >= 0 {
				file = file[from+len("from "):]
			}
			if !isQuoted(bytes.TrimSpace(file)) {
				return false
			}
			continue
		}
		// What an export says may go on for lines.
		return bytes.HasPrefix(line, []byte("export const ")) || bytes.HasPrefix(line, []byte("export default ")) || bytes.HasPrefix(line, []byte("export function "))
	}
	return true
}

// isQuoted reports whether a text stands between quotation marks of a program.
func isQuoted(s []byte) bool {
	return len(s) > 2 && (s[0] == '\'' || s[0] == '"') && s[len(s)-1] == s[0]
}

// foreignMark converts a paragraph that is a mark of another program alone: one that
// asks for a new page, or for what is not made here. ok is false where it is none.
func (c *conversion) foreignMark(raw []byte, start, stop int) (blocks []brief.Block, ok bool) {
	span := c.text.Span(start, stop)
	if inner, is := shortcode(raw); is {
		if inner == "pagebreak" || inner == "newpage" {
			return []brief.Block{&brief.PageBreak{Span: span}}, true
		}
		return nil, false
	}
	switch string(bytes.ToLower(raw)) {
	case "[toc]", "[[toc]]", "[[_toc_]]", "{:toc}", "${toc}", "@[toc]", "{{toc}}", "* toc\n{:toc}":
		c.reader.add(contentsMark, start, stop)
		return nil, true
	}
	if bytes.HasPrefix(raw, []byte("{:")) && bytes.HasSuffix(raw, []byte("}")) && bytes.IndexByte(raw, '\n') < 0 {
		c.reader.add(foreignAttributes, start, stop)
		return nil, true
	}
	return nil, false
}

// isContentsMark tells of a list that kramdown puts the contents in place of: one item
// with {:toc} below it.
func (c *conversion) isContentsMark(n *ast.List) bool {
	if n.ChildCount() != 1 || n.Pos() < 0 {
		return false
	}
	first := n.FirstChild().FirstChild()
	if first == nil || first != n.FirstChild().LastChild() || first.Type() != ast.TypeBlock || first.Lines().Len() != 2 {
		return false
	}
	start, stop := extent(first.Lines())
	line := first.Lines().At(1)
	if mark := bytes.TrimSpace(line.Value(c.source)); !bytes.HasPrefix(mark, []byte("{:toc")) && !bytes.HasPrefix(mark, []byte("{: toc")) {
		return false
	}
	c.reader.add(contentsMark, start, stop)
	return true
}

// shortcode returns what a text says that is one of Hugo or Quarto alone.
func shortcode(raw []byte) (string, bool) {
	if !bytes.HasPrefix(raw, []byte("{{<")) && !bytes.HasPrefix(raw, []byte("{{%")) {
		return "", false
	}
	inner := bytes.TrimSuffix(bytes.TrimSuffix(raw[3:], []byte(">}}")), []byte("%}}"))
	if bytes.Contains(inner, []byte("}}")) {
		return "", false
	}
	return string(bytes.TrimSpace(inner)), true
}

// templates tells of a mark of a template in a text: it is printed as it is written.
func (c *conversion) templates(start, stop int) {
	for _, open := range []string{"{{", "{%"} {
		at := bytes.Index(c.source[start:stop], []byte(open))
		if at < 0 {
			continue
		}
		if end := bytes.IndexByte(c.source[start+at:stop], '}'); end > 0 {
			c.reader.add(template, start+at, start+at+end+1)
			return
		}
	}
}

// accident reports whether a heading that is underlined with dashes was rather meant as
// a paragraph above a rule: it is long, or ends as a sentence does.
func (c *conversion) accident(n *ast.Heading, start, stop int) bool {
	raw := bytes.TrimSpace(c.source[start:stop])
	if n.Level != 2 || len(raw) == 0 || start > 0 && c.source[start-1] == ' ' && bytes.HasSuffix(bytes.TrimRight(c.source[:start], " "), []byte{'#'}) {
		return false
	}
	const longest = 100 // letters of a heading
	last, _ := utf8.DecodeLastRune(raw)
	return n.Lines().Len() > 1 || utf8.RuneCount(raw) > longest || last == '.' || last == '،' || last == '؛' || last == ','
}
