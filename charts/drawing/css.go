package drawing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// A declaration sets one property.
type declaration struct {
	name, value string
	important   bool
	// attribute is set where it was written as an attribute, as those that are
	// the element's geometry are.
	attribute bool
}

// A compound is one step of a selector: a type, an id and classes, each of
// which may be missing.
type compound struct {
	name, id string
	classes  []string
}

func (c *compound) matches(n *node) bool {
	if c.name != "" && c.name != n.name || c.id != "" && c.id != n.attr("id") {
		return false
	}
	if len(c.classes) == 0 {
		return true
	}
	has := strings.Fields(n.attr("class"))
	for _, class := range c.classes {
		if !slices.Contains(has, class) {
			return false
		}
	}
	return true
}

// A rule gives declarations to the elements that its selector names: the last
// of its steps is the element, those before it are around it.
type rule struct {
	steps        []compound
	declarations []declaration
	// specificity is that of CSS 2.1 §6.4.3, then the place in the file.
	specificity, order int
}

func (u *rule) matches(n *node) bool {
	last := len(u.steps) - 1
	if !u.steps[last].matches(n) {
		return false
	}
	at := last - 1
	for up := n.parent; at >= 0 && up != nil; up = up.parent {
		if u.steps[at].matches(up) {
			at--
		}
	}
	return at < 0
}

// A sheet is all rules, by what the last step of their selectors names.
type sheet struct {
	rules map[string][]*rule
	count int
	// tried is how many rules have been tried on elements, and how many
	// declarations were found.
	tried int
}

// add files a rule under its id, else its first class, else its type.
func (s *sheet) add(u *rule) {
	if s.rules == nil {
		s.rules = map[string][]*rule{}
	}
	last := &u.steps[len(u.steps)-1]
	key := "*"
	switch {
	case last.id != "":
		key = "#" + last.id
	case len(last.classes) > 0:
		key = "." + last.classes[0]
	case last.name != "":
		key = last.name
	}
	s.count++
	u.order = s.count
	s.rules[key] = append(s.rules[key], u)
}

// of returns the declarations for an element, the strongest last. It is none
// once too many have been sought, which the reader asks.
func (s *sheet) of(n *node) []declaration {
	if s.count == 0 || s.tried > maxTried {
		return nil
	}
	var all []*rule
	try := func(key string) {
		s.tried += len(s.rules[key])
		for _, u := range s.rules[key] {
			if u.matches(n) {
				s.tried += len(u.declarations)
				all = append(all, u)
			}
		}
	}
	try("*")
	try(n.name)
	if id := n.attr("id"); id != "" {
		try("#" + id)
	}
	for _, class := range strings.Fields(n.attr("class")) {
		try("." + class)
	}
	slices.SortStableFunc(all, func(a, b *rule) int {
		return cmp.Or(cmp.Compare(a.specificity, b.specificity), cmp.Compare(a.order, b.order))
	})
	var list []declaration
	for _, u := range all {
		list = append(list, u.declarations...)
	}
	return list
}

// styled are the declarations of stylesheets for an element.
func (r *reader) styled(n *node) []declaration {
	all := r.sheet.of(n)
	if r.sheet.tried > maxTried {
		r.fail(n)
	}
	return all
}

// stylesheet reads the rules of a style element.
func (r *reader) stylesheet(n *node) {
	if t := n.attr("type"); t != "" && t != "text/css" {
		r.refuse(n, "<style type="+t+">")
		return
	}
	text, base := "", n.end
	for i, child := range n.children {
		if i == 0 {
			base = child.start
			if raw := r.file.Data[child.start:child.end]; strings.HasPrefix(string(raw[:min(len(raw), 9)]), "<![CDATA[") {
				base += 9
			}
		}
		text += child.text
	}
	at := func(offset int) *node {
		end := min(base+max(offset, 0), len(r.file.Data))
		return &node{start: max(0, end-1), end: end}
	}
	p := css.NewParser(parse.NewInputString(text), false)
	var open []*rule
	within := 0 // at-rules, whose own rules hold only sometimes
	for {
		kind, _, data := p.Next()
		switch kind {
		case css.ErrorGrammar:
			if p.HasParseError() {
				r.tell(badValue, at(p.Offset()), "css", "<style>", svgError(p.Err()))
				continue
			}
			return
		case css.AtRuleGrammar, css.BeginAtRuleGrammar:
			if string(data) == "@import" {
				r.tell(external, at(p.Offset()), "@import", "@import")
			} else if string(data) != "@charset" {
				r.refuse(at(p.Offset()), string(data))
			}
			if kind == css.BeginAtRuleGrammar {
				within++
			}
		case css.EndAtRuleGrammar:
			within--
		case css.QualifiedRuleGrammar, css.BeginRulesetGrammar:
			for _, steps := range r.selectors(p.Values(), at(p.Offset())) {
				if r.sheet.count >= maxRules {
					r.failed = true
					r.tell(tooComplex, at(p.Offset()), "rules", r.file.Name)
					return
				}
				u := &rule{steps: steps}
				for _, c := range steps {
					if c.id != "" {
						u.specificity += 1_000_000
					}
					u.specificity += 1000 * len(c.classes)
					if c.name != "" {
						u.specificity++
					}
				}
				if within == 0 {
					r.sheet.add(u)
					open = append(open, u)
				}
			}
		case css.EndRulesetGrammar:
			open = nil
		case css.DeclarationGrammar:
			d := declarationOf(data, p.Values())
			for _, u := range open {
				u.declarations = append(u.declarations, d)
			}
		}
	}
}

// svgError shortens what the library says of a fault to its first line.
func svgError(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// selectors reads a list of selectors; one that is more than types, classes and
// ids within each other is reported.
func (r *reader) selectors(tokens []css.Token, place *node) [][]compound {
	var all [][]compound
	steps := []compound{{}}
	text, known := "", true
	finish := func() {
		last := steps[len(steps)-1]
		if empty := last.name == "" && last.id == "" && last.classes == nil; empty && len(steps) > 1 {
			steps = steps[:len(steps)-1]
		}
		switch {
		case strings.TrimSpace(text) == "":
		case !known:
			r.refuse(place, "<style> "+strings.TrimSpace(text))
		default:
			all = append(all, steps)
		}
		steps, text, known = []compound{{}}, "", true
	}
	for i, t := range tokens {
		c := &steps[len(steps)-1]
		text += string(t.Data)
		switch t.TokenType {
		case css.CommaToken:
			text = strings.TrimSuffix(text, ",")
			finish()
		case css.IdentToken:
			if i > 0 && tokens[i-1].TokenType == css.DelimToken && string(tokens[i-1].Data) == "." {
				c.classes = append(c.classes, string(t.Data))
			} else {
				c.name = string(t.Data)
			}
		case css.HashToken:
			c.id = strings.TrimPrefix(string(t.Data), "#")
		case css.DelimToken:
			if s := string(t.Data); s != "." && s != "*" {
				known = false
			}
		case css.WhitespaceToken:
			if c.name != "" || c.id != "" || c.classes != nil || strings.HasSuffix(strings.TrimSpace(text), "*") {
				steps = append(steps, compound{})
			}
		default:
			known = false
		}
	}
	finish()
	return all
}

// declarations reads the value of a style attribute.
func (r *reader) declarations(n *node, value string) []declaration {
	if !strings.Contains(value, ":") && strings.TrimSpace(value) == "" {
		return nil
	}
	var list []declaration
	p := css.NewParser(parse.NewInputString(value), true)
	for {
		kind, _, data := p.Next()
		switch kind {
		case css.ErrorGrammar:
			if p.HasParseError() {
				r.refuseValue(n, "style", value)
			}
			return list
		case css.DeclarationGrammar:
			list = append(list, declarationOf(data, p.Values()))
		}
	}
}

func declarationOf(name []byte, values []css.Token) declaration {
	d := declaration{name: strings.ToLower(string(name))}
	var b strings.Builder
	for _, t := range values {
		b.Write(t.Data)
	}
	d.value = strings.TrimSpace(b.String())
	if v, ok := strings.CutSuffix(d.value, "important"); ok {
		if v, ok = strings.CutSuffix(strings.TrimSpace(v), "!"); ok {
			d.value, d.important = strings.TrimSpace(v), true
		}
	}
	return d
}
