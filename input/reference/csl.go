package reference

import (
	"strconv"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/tree"
)

// readCSL reads a list of CSL items (CSL-JSON schema 1.0), bare or under
// "references" as Pandoc writes it. Fields that a reference has no use for are
// passed over.
func readCSL(root *tree.Node, problems problem.List) ([]entry, problem.List) {
	if root == nil {
		return nil, problems
	}
	if list := root.Get("references"); list != nil {
		root = list
	}
	if root.Kind == tree.Mapping && root.Get("id") != nil {
		root = &tree.Node{Kind: tree.Sequence, Items: []tree.Node{*root}, Span: root.Span}
	}
	if root.Kind != tree.Sequence {
		problems.Add(notReferences.At(root.Span))
		return nil, problems
	}
	var entries []entry
	for i := range root.Items {
		item := &root.Items[i]
		if item.Kind != tree.Mapping {
			problems.Add(notReferences.At(item.Span))
			continue
		}
		entries = append(entries, cslEntry(item, &problems))
	}
	return entries, problems
}

func cslEntry(item *tree.Node, problems *problem.List) entry {
	text := func(names ...string) string {
		for _, name := range names {
			if n := item.Get(name); n != nil && n.Kind == tree.Scalar {
				if s := withoutTags(n.Text); s != "" {
					return s
				}
			}
		}
		return ""
	}
	r := &brief.Reference{
		Key:         text("id"),
		Type:        text("type"),
		Title:       text("title"),
		Container:   text("container-title"),
		Series:      text("collection-title"),
		Genre:       text("genre"),
		Publisher:   text("publisher"),
		Place:       text("publisher-place"),
		Volume:      text("volume"),
		Issue:       text("issue", "number"),
		Pages:       pageRange(text("page", "pages")),
		Edition:     text("edition"),
		DOI:         doi(text("DOI", "doi")),
		URL:         text("URL", "url"),
		ISBN:        text("ISBN", "isbn"),
		Language:    language(text("language")),
		Note:        text("note"),
		Authors:     cslNames(item.Get("author")),
		Editors:     cslNames(item.Get("editor")),
		Translators: cslNames(item.Get("translator")),
		Span:        item.Span,
	}
	if r.Type == "" {
		r.Type = "document"
	}
	issued := cslDate(item.Get("issued"), problems)
	r.Year, r.Month, r.Day = issued[0], issued[1], issued[2]
	r.Accessed = cslDate(item.Get("accessed"), problems)
	e := entry{r, item.Span}
	if id := item.Get("id"); id != nil {
		e.key = id.Span
	}
	return e
}

// withoutTags drops the few HTML tags that CSL allows in text.
func withoutTags(text string) string {
	rest := strings.TrimSpace(text)
	var kept strings.Builder
	for {
		open := strings.IndexByte(rest, '<')
		if open < 0 {
			break
		}
		shut := strings.IndexByte(rest[open:], '>')
		if shut < 0 || !isTag(rest[open:open+shut]) {
			break
		}
		kept.WriteString(rest[:open])
		rest = rest[open+shut+1:]
	}
	kept.WriteString(rest)
	return kept.String()
}

// isTag reports whether a text between angle brackets is a tag that CSL allows.
func isTag(text string) bool {
	name, _, _ := strings.Cut(strings.Trim(text, "</"), " ")
	switch name {
	case "i", "b", "sup", "sub", "span", "em", "strong":
		return true
	}
	return false
}

// cslNames reads names: mappings, plain strings, or one of either.
func cslNames(n *tree.Node) []brief.Name {
	if n == nil {
		return nil
	}
	items := n.Items
	if n.Kind != tree.Sequence {
		items = []tree.Node{*n}
	}
	var names []brief.Name
	for i := range items {
		if name := cslName(&items[i]); name != (brief.Name{}) {
			names = append(names, name)
		}
	}
	return names
}

func cslName(n *tree.Node) brief.Name {
	if n.Kind == tree.Scalar {
		return brief.Name{Literal: strings.TrimSpace(n.Text)}
	}
	text := func(names ...string) string {
		for _, name := range names {
			if v := n.Get(name); v != nil && v.Kind == tree.Scalar {
				return strings.TrimSpace(v.Text)
			}
		}
		return ""
	}
	if literal := text("literal", "name"); literal != "" {
		return brief.Name{Literal: literal}
	}
	name := brief.Name{Family: text("family"), Given: text("given")}
	if particle := text("non-dropping-particle"); particle != "" {
		name.Family = particle + " " + name.Family
	}
	if particle := text("dropping-particle"); particle != "" {
		name.Given = strings.TrimSpace(name.Given + " " + particle)
	}
	if suffix := text("suffix"); suffix != "" {
		name.Given = strings.TrimPrefix(name.Given+", "+suffix, ", ")
	}
	if name.Family == "" && name.Given != "" {
		return brief.Name{Literal: name.Given}
	}
	return name
}

// cslDate reads a date: date-parts, year and month and day, text, or a list of
// one of these, as CSL-JSON and Pandoc's YAML have it.
func cslDate(n *tree.Node, problems *problem.List) [3]int {
	if n == nil || n.Kind == tree.Null {
		return [3]int{}
	}
	var date [3]int
	ok := false
	switch n.Kind {
	case tree.Sequence:
		if len(n.Items) == 0 {
			return [3]int{}
		}
		return cslDate(&n.Items[0], problems)
	case tree.Scalar:
		date, ok = parseDate(n.Text)
	case tree.Mapping:
		date, ok = cslDateParts(n)
	}
	if !ok {
		problems.Add(badDate.At(n.Span, problem.Quoted(string(n.Span.Text()))))
		return [3]int{}
	}
	return date
}

func cslDateParts(n *tree.Node) ([3]int, bool) {
	var date [3]int
	if parts := n.Get("date-parts"); parts != nil {
		if len(parts.Items) > 0 && parts.Items[0].Kind == tree.Sequence {
			parts = &parts.Items[0]
		}
		if len(parts.Items) > 3 {
			return date, false
		}
		for i := range parts.Items {
			number, err := strconv.Atoi(strings.TrimSpace(numeral.Digits(parts.Items[i].Text, numeral.Latin)))
			if err != nil {
				return date, false
			}
			date[i] = number
		}
		return date, validDate(date)
	}
	for _, key := range [...]string{"raw", "literal", "iso-8601"} {
		if v := n.Get(key); v != nil {
			return parseDate(v.Text)
		}
	}
	year := n.Get("year")
	if year == nil {
		return date, false
	}
	for i, key := range [...]string{"year", "month", "day"} {
		v := n.Get(key)
		if v == nil {
			break
		}
		number, err := strconv.Atoi(strings.TrimSpace(numeral.Digits(v.Text, numeral.Latin)))
		if err != nil && key == "month" {
			number = parseMonth(v.Text)
		} else if err != nil {
			return date, false
		}
		date[i] = number
	}
	return date, validDate(date)
}
