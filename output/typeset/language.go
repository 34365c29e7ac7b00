package typeset

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"warraq/input/locale"
	"warraq/output/page"
)

// A reader by ear is told where the language changes (ISO 32000-1 §14.9.2): by
// rule, since no author marks each name. In text written from right to left, words
// in Latin script are English, and in other text words in Arabic script are of
// the document's language, or Arabic. What an author or an entry of the
// bibliography says comes first; numbers and signs alone are of the language
// around them; code, addresses and drawings, which have a description, are of
// none.
//
// Lines are set by then, and every stretch of another direction is an item of its
// own: this changes what the items belong to, and nothing on the page.

// tagLanguages names the language of every stretch of another script.
func tagLanguages(d *page.Document) {
	l := &languages{tree: &d.Tree, native: "ar", items: make([][]*page.Item, len(d.Tree))}
	if locale.RightToLeft(d.Info.Language) {
		l.native = d.Info.Language
	}
	for p := range d.Pages {
		items := d.Pages[p].Items
		for i := range items {
			if items[i].Slot != 0 && items[i].Text != nil {
				l.items[items[i].Slot] = append(l.items[items[i].Slot], &items[i])
			}
		}
	}
	for _, items := range l.items {
		slices.SortStableFunc(items, func(x, y *page.Item) int { return cmp.Compare(x.Order, y.Order) })
	}
	l.element(0, d.Info.Language)
}

type languages struct {
	tree *page.Tree
	// native is the language of words in Arabic script.
	native string
	items  [][]*page.Item // by the slots that the lines were set in
}

// element names the languages inside an element, around which the text is of a
// language.
func (l *languages) element(ref page.Ref, language string) {
	e := l.of(ref)
	if e.Role == page.Code || e.Role == page.Figure {
		return
	}
	if e.Language != "" {
		language = e.Language
	}
	foreign := foreignLanguage
	if !locale.RightToLeft(language) {
		foreign = l.native
	}
	if l.whole(e, foreign) {
		e.Language = foreign
		return
	}
	var children []page.Ref
	for _, c := range e.Children {
		if l.of(c).Role == page.Slot {
			children = append(children, l.parts(c, foreign)...)
			continue
		}
		l.element(c, language)
		children = append(children, c)
	}
	l.of(ref).Children = children
}

// of is an element, good until the next is made.
func (l *languages) of(e page.Ref) *page.Element { return &(*l.tree)[e] }

// whole reports whether all words of an element, which holds nothing but text,
// are of the other language.
func (l *languages) whole(e *page.Element, foreign string) bool {
	if e.Language != "" || len(e.Children) == 0 {
		return false
	}
	found := false
	for _, c := range e.Children {
		if l.of(c).Role != page.Slot || e.Role == page.LinkRole && l.isAddress(c) {
			return false
		}
		for _, it := range l.items[c] {
			switch {
			case isForeign(it, foreign):
				found = true
			case hasLetter(it.Text, unicode.Arabic, unicode.Latin):
				return false
			}
		}
	}
	return found
}

// parts divides a slot: words of the other language stand in spans that say so,
// in the order they are read in.
func (l *languages) parts(slot page.Ref, foreign string) []page.Ref {
	items := l.items[slot]
	if !slices.ContainsFunc(items, func(it *page.Item) bool { return isForeign(it, foreign) }) || l.isAddress(slot) {
		return []page.Ref{slot}
	}
	var parts []page.Ref
	open := slot // what takes the next item of the text around
	for i := 0; i < len(items); {
		if !isForeign(items[i], foreign) {
			if open == 0 {
				open = l.tree.New(page.Slot)
			}
			if len(parts) == 0 || parts[len(parts)-1] != open {
				parts = append(parts, open)
			}
			items[i].Slot = open
			i++
			continue
		}
		span := l.tree.New(page.Span)
		l.of(span).Language = foreign
		inside := l.tree.Add(span, page.Slot)
		for end := i + phrase(items[i:], foreign); i < end; i++ {
			items[i].Slot = inside
		}
		parts, open = append(parts, span), 0
	}
	return parts
}

// phrase counts the items at the front that are one stretch of the other language:
// figures between its words that run with them are part of it, as in H₂O.
func phrase(items []*page.Item, foreign string) int {
	n := 0
	for i, it := range items {
		switch {
		case isForeign(it, foreign):
			n = i + 1
		case it.Text.RTL != items[0].Text.RTL, hasLetter(it.Text, unicode.Arabic, unicode.Latin):
			return n
		}
	}
	return n
}

// isAddress reports whether a slot is one address, perhaps over several lines.
func (l *languages) isAddress(slot page.Ref) bool {
	var text strings.Builder
	for _, it := range l.items[slot] {
		for c := range it.Text.Clusters() {
			text.WriteString(c.Text)
		}
	}
	return isOneAddress(text.String())
}

func isOneAddress(s string) bool { return isAddress(s) && len(strings.Fields(s)) == 1 }

// isForeign reports whether an item is words of the other language: in a text of
// the right-to-left scripts Latin ones, and the other way round.
func isForeign(it *page.Item, foreign string) bool {
	// The first letter of most texts is of the language around, and tells.
	if locale.RightToLeft(foreign) {
		return !hasLetter(it.Text, unicode.Latin) && hasLetter(it.Text, unicode.Arabic)
	}
	if hasLetter(it.Text, unicode.Arabic) || !hasLetter(it.Text, unicode.Latin) {
		return false
	}
	var text strings.Builder
	for c := range it.Text.Clusters() {
		text.WriteString(c.Text)
	}
	return !isOneAddress(text.String())
}

// hasLetter reports whether a text has a letter of one of some scripts.
func hasLetter(t *page.Text, scripts ...*unicode.RangeTable) bool {
	for c := range t.Clusters() {
		for _, r := range c.Text {
			if unicode.In(r, scripts...) && unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}
