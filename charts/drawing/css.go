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
