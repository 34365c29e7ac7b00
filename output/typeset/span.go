package typeset

import (
	"unicode/utf8"
	"warraq/fonts/numeral"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// A span is a stretch of text in one look, with what it is a part of in the
// document: a paragraph is set without knowing of these.
type span struct {
	text  string
	style paragraph.Style
	slot  page.Ref
	// source is where the text comes from: exact to the byte where it is as long
	// as the text.
	source source.Span
	// link is shared by the spans of one link.
	link *linkTarget
	// note is what the span is the mark of.
	note *brief.Note
	// keep allows no line break inside the span; lineBreak is a forced one.
	keep, lineBreak bool
	// printed is set where the digits are those of the document already, with the signs
	// that belong to them: a section has a point in its number, not a decimal sign.
	printed bool
	// image is a picture that stands in the text, in the room of box; figure is its
	// element, 0 where it says nothing.
	image  *brief.Image
	box    paragraph.Box
	figure page.Ref
}

// kept allows no line break inside a span.
func (s span) kept() span {
	s.keep = true
	return s
}

// A linkTarget is where a link leads.
type linkTarget struct {
	url, anchor, description string
	element                  page.Ref
}

// place is where some bytes of the text come from.
func (s *span) place(from, to int) source.Span {
	if len(s.text) != s.source.End-s.source.Start || s.source.IsZero() || s.source.Row > 0 {
		return s.source
	}
	return s.source.At(from, to-from)
}

// span is a stretch of text in an element.
func (b *builder) span(value string, t theme.Text, e page.Ref, place source.Span) span {
	return span{text: value, style: styleOf(t), slot: b.tree.Slot(e), source: place}
}

// A line is a paragraph's line in the document: its items have their slots and
// orders, its links lead somewhere. Its items and links are its own.
type line struct {
	*paragraph.Line
	items  []page.Item
	links  []page.Link
	notes  []*brief.Note
	source source.Span
	// pictures are those that stand in the line.
	pictures []linePicture
}

// A linePicture is a picture in a line: X is its left end, and the baseline is at 0.
type linePicture struct {
	*brief.Image
	box          paragraph.Box
	x, y         float64
	slot, figure page.Ref
}

// runes is how many orders the items of spans take.
func runes(spans []span) int {
	n := 0
	for i := range spans {
		n += utf8.RuneCountInString(spans[i].text) + 1
	}
	return n
}

// A setter sets paragraphs, and ties their lines to what their spans are part of.
type setter struct {
	env paragraph.Environment
	// language and digits are the document's.
	language string
	digits   numeral.System
	// binder knows what the numbers of the last paragraph stand for.
	binder binder
}

// lines sets spans as a paragraph, whose text they become, and tells what could
// not be set well. order is that of its first item.
func (b *builder) lines(p *paragraph.Text, spans []span, order int) []line {
	lines, problems := b.set(p, spans, order)
	b.problems.Add(problems...)
	return lines
}

// set sets spans as a paragraph. Its lines and problems are tied to what the spans
// are part of.
func (s *setter) set(p *paragraph.Text, spans []span, order int) ([]line, problem.List) {
	set := paragraph.Set(s.plain(p, spans), &s.env)
	var problems problem.List
	for i := range set.Problems {
		problems.Add(bindProblem(&set.Problems[i], spans))
	}
	n := 0
	for i := range set.Lines {
		n += len(set.Lines[i].Items)
	}
	items := make([]page.Item, 0, n)
	lines := make([]line, len(set.Lines))
	for i := range set.Lines {
		l := line{Line: &set.Lines[i]}
		from := len(items)
		for _, it := range l.Items {
			if s := &spans[it.Span]; it.Text == nil {
				l.pictures = append(l.pictures, linePicture{s.image, s.box, it.X, it.Y, s.slot, s.figure})
				continue
			}
			items = append(items, page.Item{X: it.X, Y: it.Y, Text: it.Text, Slot: spans[it.Span].slot, Order: order + it.Order})
		}
		l.items = items[from:len(items):len(items)]
		for _, k := range l.Links {
			to := s.binder.links.list[k.Link-1]
			l.links = append(l.links, page.Link{
				X: k.X, Y: k.Y, Width: k.Width, Height: k.Height,
				URL: to.url, Anchor: to.anchor, Description: to.description, Element: to.element,
			})
		}
		for _, mark := range l.Notes {
			l.notes = append(l.notes, s.binder.notes.list[mark-1])
		}
		l.source = spans[l.Place.Span].place(l.Place.From, l.Place.To)
		lines[i] = l
	}
	return lines, problems
}

// bindProblem is a problem of a paragraph at its places in the source. A character
// that no face has is found also where it is written with escapes.
func bindProblem(p *paragraph.Problem, spans []span) problem.Problem {
	places := make([]source.Span, len(p.Places))
	for i, at := range p.Places {
		s := &spans[at.Span]
		if p.Kind.Code == paragraph.MissingGlyph.Code {
			places[i] = s.source.Character(s.text, at.From)
		} else {
			places[i] = s.place(at.From, at.To)
		}
	}
	return p.Kind.AtAll(places, p.Words...)
}

// natural is the width that spans take on one line, and that of the longest word.
func (s *setter) natural(p *paragraph.Text, spans []span) (width, longestWord float64) {
	return paragraph.Natural(s.plain(p, spans), &s.env)
}

// plain gives a paragraph its text: spans that know of slots, links and notes by
// numbers alone, in the order they come in, so that the same text has the same
// numbers wherever it stands. It is good until the next call.
func (s *setter) plain(p *paragraph.Text, spans []span) *paragraph.Text {
	b := &s.binder
	b.slots.reset()
	b.links.reset()
	b.notes.reset()
	b.spans = b.spans[:0]
	for i := range spans {
		from := &spans[i]
		to := paragraph.Span{Text: from.text, Style: from.style, Slot: b.slots.of(from.slot), Keep: from.keep, Break: from.lineBreak, Printed: from.printed, Box: from.box}
		if from.link != nil {
			to.Link = b.links.of(from.link)
		}
		if from.note != nil {
			to.Note = b.notes.of(from.note)
		}
		b.spans = append(b.spans, to)
	}
	p.Spans, p.Language = b.spans, s.language
	return p
}

// A binder gives slots, links and notes their numbers.
type binder struct {
	slots numbers[page.Ref]
	links numbers[*linkTarget]
	notes numbers[*brief.Note]
	spans []paragraph.Span
}

// numbers gives what is alike one number, from 1 in the order of first use.
type numbers[T comparable] struct {
	list []T
	// known is made where the list has grown too long to be looked through.
	known map[T]int
}

// fewNumbers are looked through faster than they are looked up.
const fewNumbers = 8

func (n *numbers[T]) reset() { n.list, n.known = n.list[:0], nil }

func (n *numbers[T]) of(v T) int {
	if n.known == nil {
		for i := len(n.list) - 1; i >= 0; i-- {
			if n.list[i] == v {
				return i + 1
			}
		}
	} else if i, ok := n.known[v]; ok {
		return i
	}
	n.list = append(n.list, v)
	switch {
	case n.known != nil:
		n.known[v] = len(n.list)
	case len(n.list) > fewNumbers:
		n.known = make(map[T]int, 2*len(n.list))
		for i, v := range n.list {
			n.known[v] = i + 1
		}
	}
	return len(n.list)
}
