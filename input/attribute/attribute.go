// Package attribute says what the classes and keys mean that an author gives a
// part of the text, {#id .class key=value} in Markdown and keys of their own in
// YAML and JSON: it sets the fields of the document model that they stand for.
// No later stage knows what they are called.
package attribute

import (
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// A List is attributes as they are written.
type List struct {
	ID      string
	Classes []string
	Values  []Value
	// Span is their place, from brace to brace.
	Span source.Span
}

// A Value is one key=value.
type Value struct {
	Key, Value string
	// Span is the value's place.
	Span source.Span
}

var (
	unknownClass = problem.Kind{
		Code: "unknown-class", Severity: problem.Warning,
		Message: problem.Text{AR: "لا أثر للصنف «%s» هنا", EN: "the class “%s” does nothing here"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
	unknownAttribute = problem.Kind{
		Code: "unknown-attribute", Severity: problem.Warning,
		Message: problem.Text{AR: "لا أثر للخاصية «%s» هنا", EN: "the attribute “%s” does nothing here"},
		Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
	}
)

var unknownScale = problem.Kind{
	Code: "table-scale", Severity: problem.Error,
	Message: problem.Text{AR: "القيمة «%s» غير معروفة للمفتاح «scale»", EN: "“%s” is not a value of “scale”"},
	Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
}

var unknownTotals = problem.Kind{
	Code: "table-total", Severity: problem.Error,
	Message: problem.Text{AR: "القيمة «%s» غير معروفة للمفتاح «total»", EN: "“%s” is not a value of “total”"},
	Advice:  problem.Text{AR: "%[2]s", EN: "%[2]s"},
}

// A Reader reads the attributes of one brief. The zero value is ready; it is not
// safe for concurrent use.
type Reader struct {
	// Problems found so far.
	Problems problem.List
	advice   problem.Advice
}

// Heading reads the attributes of a heading.
func (r *Reader) Heading(h *brief.Heading, l List) {
	h.Attributes = l.model()
	r.check(l, []string{"unnumbered", "appendix"}, nil)
	h.Unnumbered, h.Appendix = l.has("unnumbered"), l.has("appendix")
}

// Paragraph reads the attributes of a paragraph. Of classes that exclude each
// other the last holds.
func (r *Reader) Paragraph(p *brief.Paragraph, l List) {
	p.Attributes = l.model()
	r.check(l, []string{"center", "start", "end", "ltr", "rtl", "no-kashida", "kashida-simple", "kashida-naskh", "verse", "quran"}, nil)
	for _, class := range l.Classes {
		switch class {
		case "quran":
			p.Quran = true
		case "no-kashida":
			p.Kashida = brief.NoKashida
		case "kashida-simple":
			p.Kashida = brief.SimpleKashida
		case "kashida-naskh":
			p.Kashida = brief.NaskhKashida
		default:
			place(class, &p.Align, &p.Direction)
		}
	}
}

// place reads a class that says where text stands, or which side it runs from.
func place(class string, align *brief.Alignment, side *brief.Direction) {
	switch class {
	case "center":
		*align = brief.Centred
	case "start":
		*align = brief.AtStart
	case "end":
		*align = brief.AtEnd
	case "ltr", "rtl":
		*side = Direction(class)
	}
}

// Direction is the side that a word names, or that of the content.
func Direction(word string) brief.Direction {
	switch word {
	case "ltr":
		return brief.LeftToRight
	case "rtl":
		return brief.RightToLeft
	}
	return brief.ByContent
}

// Listing reads the attributes of a block of code.
func (r *Reader) Listing(b *brief.CodeBlock, l List) {
	b.Attributes = l.model()
	r.check(l, nil, nil)
}

// Verse reads the attributes of a paragraph of poetry.
func (r *Reader) Verse(v *brief.Verse, l List) {
	v.Attributes = l.model()
	r.check(l, []string{"verse"}, nil)
}

// Table reads the attributes of a table. Its source and its note are text with
// marks of its own, which the caller reads.
func (r *Reader) Table(t *brief.TableBlock, l List) {
	t.Attributes = l.model()
	r.check(l, []string{"landscape"}, []string{"source", "note", "bars", "lines", "scale", "total"})
	t.Landscape = l.has("landscape")
	for _, v := range l.Values {
		switch v.Key {
		case "bars":
			t.Bars = append(t.Bars, v.names(",،;؛")...)
		case "lines":
			for _, line := range v.parts(";؛") {
				if names := line.names(",،"); len(names) > 0 {
					t.Lines = append(t.Lines, names)
				}
			}
		case "scale":
			r.Scale(t, brief.Field{Value: v.Value, Span: v.Span})
		case "total":
			r.Totals(t, brief.Field{Value: v.Value, Span: v.Span})
		}
	}
}

// Totals reads what of a table is a total of the rest.
func (r *Reader) Totals(t *brief.TableBlock, f brief.Field) {
	words := []string{"none", "row", "column", "both"} // in the order of brief.Totals
	at := slices.Index(words, f.Value)
	if f.Value != "" && at < 0 {
		r.Problems.Add(unknownTotals.At(f.Span, f.Value, problem.DidYouMean(f.Value, words)))
	}
	t.Totals = brief.Totals(at + 1)
}

// Scale reads on what scale the small lines of a table are drawn: that of their
// column, or each on that of its row.
func (r *Reader) Scale(t *brief.TableBlock, f brief.Field) {
	scales := []string{"column", "row"}
	if f.Value != "" && !slices.Contains(scales, f.Value) {
		r.Problems.Add(unknownScale.At(f.Span, f.Value, problem.DidYouMean(f.Value, scales)))
	}
	t.OwnScales = f.Value == "row"
}

// parts are the pieces of a value between marks, without the blanks around them,
// each at its place.
func (v Value) parts(marks string) []Value {
	var list []Value
	written := string(v.Span.Text())
	from := 0
	for _, part := range strings.FieldsFunc(v.Value, func(c rune) bool { return strings.ContainsRune(marks, c) }) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		place := v.Span
		if at := strings.Index(written[from:], part); at >= 0 {
			place.Start += from + at
			place.End = place.Start + len(part)
			from += at + len(part)
		}
		list = append(list, Value{Key: v.Key, Value: part, Span: place})
	}
	return list
}

// names are the names that a value lists.
func (v Value) names(marks string) []brief.Field {
	var list []brief.Field
	for _, part := range v.parts(marks) {
		list = append(list, brief.Field{Value: part.Value, Span: part.Span})
	}
	return list
}

// Chart reads the attributes of a chart's figure.
func (r *Reader) Chart(f *brief.Figure, l List) {
	f.Attributes = l.model()
	r.check(l, []string{"half"}, nil)
	f.Half = l.has("half")
}

// Picture reads the attributes of a picture's figure. Its source and credit are
// text with marks of its own, which the caller reads, and its alternative text.
func (r *Reader) Picture(f *brief.Figure, l List) {
	f.Attributes = l.model()
	r.check(l, []string{"half", "full-bleed", "decorative"}, []string{"width", "crop", "alt", "source", "credit"})
	f.FullBleed, f.Decorative = l.has("full-bleed"), l.has("decorative")
	f.Half = l.has("half") && !f.FullBleed
	for _, v := range l.Values {
		switch v.Key {
		case "width":
			r.width(f, v)
		case "crop":
			r.crop(f, v)
		}
	}
}

// Marked reads the attributes of text in a line, whose content is read by then.
// Of what excludes each other the last holds.
func (r *Reader) Marked(m *brief.Marked, l List) {
	m.Attributes = l.model()
	r.check(l, []string{"index", "ltr", "muted", "accent"}, []string{"lang", "term"})
	term := brief.Plain(m.Content)
	for _, v := range l.Values {
		switch v.Key {
		case "lang":
			m.Language = v.Value
		case "term":
			term = v.Value
		}
	}
	for _, class := range l.Classes {
		switch class {
		case "index":
			if strings.TrimSpace(term) != "" {
				m.Term = term
			}
		case "ltr":
			m.LTR = true
		case "muted":
			m.Tone = brief.Muted
		case "accent":
			m.Tone = brief.Accent
		}
	}
}

// Division reads the attributes of a part of the text. Its classes are those of a
// paragraph, and classes of other programs, which mean nothing here.
func (r *Reader) Division(d *brief.Division, l List) {
	d.Attributes = l.model()
	for _, v := range l.Values {
		switch v.Key {
		case "lang":
			d.Language = v.Value
		case "dir":
			d.Direction = Direction(strings.ToLower(v.Value))
		}
	}
	for _, class := range l.Classes {
		place(class, &d.Align, &d.Direction)
	}
}

func (l *List) model() brief.Attributes { return brief.Attributes{ID: l.ID, Span: l.Span} }

func (l *List) has(class string) bool { return slices.Contains(l.Classes, class) }

// check warns of classes and keys that what they stand at does not take: one that
// is misspelt would otherwise be passed over in silence.
func (r *Reader) check(l List, classes, keys []string) {
	for _, c := range l.Classes {
		if !slices.Contains(classes, c) {
			r.Problems.Add(unknownClass.At(within(l.Span, "."+c), c, r.advice.On(c, classes)))
		}
	}
	for _, v := range l.Values {
		if !slices.Contains(keys, v.Key) {
			r.Problems.Add(unknownAttribute.At(within(l.Span, v.Key), v.Key, r.advice.On(v.Key, keys)))
		}
	}
}

// within is the place of a word inside another place, or all of that where the
// word does not stand in it as it is read.
func within(s source.Span, word string) source.Span {
	if at := strings.Index(string(s.Text()), word); at >= 0 {
		s.Start += at
		s.End = s.Start + len(word)
	}
	return s
}
