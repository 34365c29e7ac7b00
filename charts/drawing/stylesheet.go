package drawing

import (
	"bytes"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// stylesheet reads the rules of a style element.
func (r *reader) stylesheet(n *node) {
	if t := n.attr("type"); t != "" && t != "text/css" {
		r.refuse(n, "<style type="+t+">")
		return
	}
	text, base := r.styleText(n)
	s := &styleReader{reader: r, base: base, parser: css.NewParser(parse.NewInputString(text), false)}
	for s.next() {
	}
}

// styleText is the text of a style element, and the byte of the file that it
// begins at.
func (r *reader) styleText(n *node) (text string, base int) {
	var b strings.Builder
	base = n.end
	for i, child := range n.children {
		if i == 0 {
			const opening = "<![CDATA["
			base = child.start
			if bytes.HasPrefix(r.file.Data[child.start:child.end], []byte(opening)) {
				base += len(opening)
			}
		}
		b.WriteString(child.text)
	}
	return b.String(), base
}

// styleReader reads one stylesheet, a piece of its grammar after the other.
type styleReader struct {
	*reader
	parser *css.Parser
	base   int // of the stylesheet in the file
	// open are the rules whose declarations are being read, one for each selector
	// of their list.
	open []*rule
	// within counts the at-rules around: what they hold is true only sometimes.
	within int
}

// next reads a piece and reports whether another may follow.
func (s *styleReader) next() bool {
	kind, _, name := s.parser.Next()
	switch kind {
	case css.ErrorGrammar:
		return s.fault()
	case css.AtRuleGrammar:
		s.atRule(string(name))
	case css.BeginAtRuleGrammar:
		s.atRule(string(name))
		s.within++
	case css.EndAtRuleGrammar:
		s.within--
	case css.QualifiedRuleGrammar, css.BeginRulesetGrammar:
		return s.rules()
	case css.EndRulesetGrammar:
		s.open = nil
	case css.DeclarationGrammar:
		d := declarationOf(name, s.parser.Values())
		for _, u := range s.open {
			u.declarations = append(u.declarations, d)
		}
	}
	return true
}

// place is where the parser stands.
func (s *styleReader) place() *node {
	end := min(s.base+max(s.parser.Offset(), 0), len(s.file.Data))
	return &node{start: max(0, end-1), end: end}
}

// fault tells of what is no grammar. The end of the text is none, and the last.
func (s *styleReader) fault() bool {
	if !s.parser.HasParseError() {
		return false
	}
	line, _, _ := strings.Cut(s.parser.Err().Error(), "\n")
	s.tell(badValue, s.place(), "css", "<style>", line)
	return true
}

// atRule tells of a rule for the whole sheet, which nothing is done about.
func (s *styleReader) atRule(name string) {
	switch name {
	case "@charset":
	case "@import", "@font-face":
		// What they bring is nearly always a face, and texts are in those of the report.
		s.tell(ownFace, s.place(), "face", name)
	default:
		s.refuse(s.place(), name)
	}
}

// rules opens a rule for each selector, and reports whether there was room.
func (s *styleReader) rules() bool {
	for _, steps := range s.selectors(s.parser.Values(), s.place()) {
		if s.sheet.count >= maxRules {
			s.failed = true
			s.tell(tooComplex, s.place(), "rules", s.file.Name)
			return false
		}
		if s.within > 0 {
			continue
		}
		u := &rule{steps: steps, specificity: specificity(steps)}
		s.sheet.add(u)
		s.open = append(s.open, u)
	}
	return true
}

// specificity is that of CSS 2.1 §6.4.3: ids, then classes, then types.
func specificity(steps []compound) int {
	n := 0
	for _, c := range steps {
		if c.id != "" {
			n += 1_000_000
		}
		n += 1000 * len(c.classes)
		if c.name != "" {
			n++
		}
	}
	return n
}

// selectors reads a list of selectors; one that is more than types, classes and
// ids within each other is reported.
func (r *reader) selectors(tokens []css.Token, place *node) [][]compound {
	var all [][]compound
	for len(tokens) > 0 {
		end := 0
		for end < len(tokens) && tokens[end].TokenType != css.CommaToken {
			end++
		}
		text := textOf(tokens[:end])
		steps, known := selector(tokens[:end])
		switch {
		case text == "":
		case !known:
			r.refuse(place, "<style> "+text)
		default:
			all = append(all, steps)
		}
		tokens = tokens[min(end+1, len(tokens)):]
	}
	return all
}

// selector reads one selector as steps from the outermost in. It reports whether
// there is nothing else in it.
func selector(tokens []css.Token) (steps []compound, known bool) {
	open := false // whether the last step has anything in it
	step := func() *compound {
		if !open {
			steps, open = append(steps, compound{}), true
		}
		return &steps[len(steps)-1]
	}
	class := false // whether a name after a point follows
	for _, t := range tokens {
		text, after := string(t.Data), class
		class = false
		switch {
		case after && t.TokenType != css.IdentToken:
			return nil, false
		case t.TokenType == css.WhitespaceToken:
			open = false
		case t.TokenType == css.HashToken:
			step().id = strings.TrimPrefix(text, "#")
		case after:
			step().classes = append(step().classes, text)
		case t.TokenType == css.IdentToken:
			step().name = text
		case t.TokenType == css.DelimToken && text == ".":
			class = true
		case t.TokenType == css.DelimToken && text == "*":
			step()
		default:
			return nil, false
		}
	}
	return steps, !class
}

func textOf(tokens []css.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.Write(t.Data)
	}
	return strings.TrimSpace(b.String())
}
