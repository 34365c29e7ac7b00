package typeset

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// raisedScale and raisedRise set note marks and superscripts: two thirds of the
// size, their feet at about the height of a small letter.
const (
	raisedScale = 0.66
	raisedRise  = 0.36
	loweredDrop = 0.14
)

const zeroWidthNonJoiner = "\u200c"

// inliner turns inline nodes into the spans of one paragraph.
type inliner struct {
	*builder
	text  theme.Text
	style paragraph.Style
	// parent is the element the text belongs to.
	parent page.Ref
	link   *linkTarget
	spans  []span
	// emphasis is what the text stands in, or nil.
	emphasis *emphasis
	// tree is the document's, or one that is thrown away.
	tree *page.Tree
	// plain leaves out links and note marks: for the outline and the contents.
	plain bool
	// measuring sets text that is measured and not kept.
	measuring bool
	// quran is set inside a quotation from the Qur'an.
	quran bool
}

func styleOf(t theme.Text) paragraph.Style {
	return paragraph.Style{Family: t.Family, Bold: t.Bold, Size: t.Size, Color: t.Color}
}

// inliner begins a text in an element of the document.
func (b *builder) inliner(t theme.Text, parent page.Ref) *inliner {
	return &inliner{builder: b, text: t, style: styleOf(t), parent: parent, tree: b.tree}
}

// spans sets inline nodes as children of a structure element.
func (b *builder) spans(inlines []brief.Inline, t theme.Text, parent page.Ref) []span {
	in := b.inliner(t, parent)
	in.all(inlines)
	return in.spans
}

func (in *inliner) add(text string, place source.Span) {
	if text == "" {
		return
	}
	s := span{text: text, style: in.style, slot: in.tree.Slot(in.parent), source: place, link: in.link}
	if in.quran || strings.ContainsAny(text, quranMarks) {
		in.quotations(s)
		return
	}
	if in.emphasis == nil || in.style.Family != in.emphasis.family {
		in.spans = append(in.spans, s)
		return
	}
	for _, part := range stretches(text, in.emphasis.latin) {
		p := s
		p.text, p.source = text[part.from:part.to], s.place(part.from, part.to)
		if part.latin {
			p.style = in.emphasis.italic(s.style)
		}
		in.spans = append(in.spans, p)
	}
}

func (in *inliner) all(inlines []brief.Inline) {
	for i, n := range inlines {
		if i > 0 && isNoteMark(n) && isNoteMark(inlines[i-1]) && !in.plain {
			// Two marks side by side would read as one number.
			in.raised(in.names.BetweenNotes(), func(s *span) { s.source = n.Place() })
		}
		in.one(n)
	}
}

func isNoteMark(n brief.Inline) bool {
	mark, ok := n.(*brief.NoteMark)
	return ok && mark.Note != nil
}

func (in *inliner) one(n brief.Inline) {
	switch n := n.(type) {
	case *brief.Text:
		in.add(n.Value, n.Span)
	case *brief.Emphasis:
		in.emphasise(n)
	case *brief.Strong:
		in.styled(n.Content, func(s *paragraph.Style) { s.Bold = true })
	case *brief.Code:
		in.code(n)
	case *brief.Link:
		in.linked(n)
	case *brief.Marked:
		in.marked(n)
	case *brief.Raised:
		in.styled(n.Content, func(s *paragraph.Style) {
			s.Rise += s.Size * raisedRise
			s.Size *= raisedScale
		})
	case *brief.Lowered:
		in.styled(n.Content, func(s *paragraph.Style) {
			s.Rise -= s.Size * loweredDrop
			s.Size *= raisedScale
		})
	case *brief.Decorated:
		in.styled(n.Content, func(s *paragraph.Style) { s.Decoration |= decorations[n.Decoration] })
	case *brief.Image:
		in.image(n)
	case *brief.NoteMark:
		in.noteMark(n)
	case *brief.Citation:
		in.citation(n)
	case *brief.CrossReference:
		in.crossReference(n)
	case *brief.LineBreak:
		in.spans = append(in.spans, span{lineBreak: true, style: in.style, slot: in.tree.Slot(in.parent), source: n.Span})
	default:
		panic(fmt.Sprintf("typeset: unknown inline %T", n))
	}
}

func (in *inliner) styled(content []brief.Inline, change func(*paragraph.Style)) {
	style := in.style
	change(&in.style)
	in.all(content)
	in.style = style
}

// decorations are those of the document as lines know them.
var decorations = [...]paragraph.Decoration{
	brief.Underline: paragraph.Underline, brief.Strikethrough: paragraph.Strikethrough, brief.Highlight: paragraph.Highlight,
}

// The part of its type's size that a picture in a line reaches above the baseline and
// below it: the body of the letters.
const (
	imageHeight = 0.92
	imageDepth  = 0.22
)

// image sets a picture in the line, as high as the line's letters or as wide as its
// author asks. Where only words can stand it is its description.
func (in *inliner) image(n *brief.Image) {
	if n.Picture == nil || in.plain {
		in.add(n.Alt, n.Span)
		return
	}
	across, down := in.sizeOf(n.Picture)
	size := in.style.Size
	box := paragraph.Box{Height: size * imageHeight, Depth: size * imageDepth}
	box.Width = (box.Height + box.Depth) * across / down
	if asked := math.Max(n.Width.Points, n.Width.Part*in.width); asked > 0 {
		box.Width = asked
	}
	box.Width = math.Min(box.Width, in.width)
	if height := box.Width * down / across; height > box.Height+box.Depth {
		box.Height = height - box.Depth
	} else {
		box.Height = height * imageHeight / (imageHeight + imageDepth)
		box.Depth = height - box.Height
	}
	s := span{text: paragraph.ObjectReplacement, style: in.style, source: n.Span, link: in.link, image: n, box: box}
	if !n.Decorative {
		e := in.tree.Add(in.parent, page.Figure)
		(*in.tree)[e].Alt, (*in.tree)[e].Place = n.Alt, n.Span
		s.slot, s.figure = in.tree.Slot(e), e
	}
	in.spans = append(in.spans, s)
}

func (in *inliner) code(n *brief.Code) {
	style, parent, emphasis := in.style, in.parent, in.emphasis
	in.emphasis = nil
	in.parent = in.tree.Add(parent, page.Code)
	in.style.Family = in.theme.Code.Family
	in.style.Size *= in.theme.Code.Size / in.theme.Body.Size
	in.style.LTR = true
	in.add(n.Value, n.Span)
	in.style, in.parent, in.emphasis = style, parent, emphasis
}

func (in *inliner) linked(n *brief.Link) {
	if in.plain {
		in.all(n.Content)
		return
	}
	target := &linkTarget{description: brief.Plain(n.Content)}
	if anchor, ok := strings.CutPrefix(n.URL, "#"); ok {
		target.anchor = anchor
	} else {
		target.url = n.URL
		target.description = n.URL
	}
	in.inLink(page.LinkRole, target, func() {
		style := in.style
		in.style.Color = in.theme.Colors.Accent
		if text := brief.Plain(n.Content); isAddress(text) {
			in.style.LTR = true
		}
		in.all(n.Content)
		in.style = style
	})
}

// isAddress reports whether a text is a URL or an e-mail address, which is
// always set from left to right.
func isAddress(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || (strings.Contains(s, "@") && !strings.Contains(s, " "))
}

// inLink sets text inside a link's element.
func (in *inliner) inLink(role page.Role, target *linkTarget, set func()) {
	parent, link := in.parent, in.link
	e := in.tree.Add(parent, role)
	if role != page.LinkRole {
		e = in.tree.Add(e, page.LinkRole)
	}
	target.element = e
	in.parent, in.link = e, target
	set()
	in.parent, in.link = parent, link
}

func (in *inliner) marked(n *brief.Marked) {
	parent, style := in.parent, in.style
	if n.Language != "" {
		in.parent = in.tree.Add(parent, page.Span)
		(*in.tree)[in.parent].Language = n.Language
		in.style.Language = n.Language
	}
	var anchors []string
	if n.ID != "" {
		anchors = []string{n.ID}
	}
	if n.Term != "" && !in.plain && !in.measuring {
		anchors = append(anchors, in.indexed(n.Term))
	}
	if len(anchors) > 0 && !in.plain && !in.measuring {
		// A slot of its own tells the line it stands on from the others.
		in.parent = in.tree.Add(in.parent, page.Span)
		s := in.tree.Slot(in.parent)
		in.await(s, anchors)
	}
	if n.LTR {
		in.style.LTR = true
	}
	switch n.Tone {
	case brief.Muted:
		in.style.Color = in.theme.Colors.Muted
	case brief.Accent:
		in.style.Color = in.theme.Colors.Accent
	}
	in.all(n.Content)
	in.parent, in.style = parent, style
}

func (in *inliner) raised(text string, change func(*span)) {
	style := in.style
	style.Rise += style.Size * raisedRise
	style.Size *= raisedScale
	s := span{text: text, style: style, slot: in.tree.Slot(in.parent), link: in.link, keep: true}
	change(&s)
	in.spans = append(in.spans, s)
}

func (in *inliner) noteMark(n *brief.NoteMark) {
	if in.plain || n.Note == nil {
		return
	}
	number := in.names.Note(n.Note)
	target := &linkTarget{anchor: in.noteAnchor(n.Note), description: in.names.ToNote(n.Note)}
	in.inLink(page.Reference, target, func() {
		if n.Note.InTable && locale.RightToLeft(in.brief.Meta.Lang) {
			number = zeroWidthNonJoiner + number // the letter is no part of the word
		}
		in.raised(number, func(s *span) {
			s.note, s.source = n.Note, n.Span
			s.style.Color = in.theme.Colors.Accent
			s.style.Bold = false
		})
	})
}

func (in *inliner) crossReference(n *brief.CrossReference) {
	text := in.names.Reference(n.Target)
	if in.plain {
		in.add(text, n.Span)
		return
	}
	target := &linkTarget{anchor: n.ID, description: text}
	in.inLink(page.Reference, target, func() {
		style := in.style
		in.style.Color = in.theme.Colors.Accent
		in.add(text, n.Span)
		in.spans[len(in.spans)-1].printed = true
		in.style = style
	})
}

// latinMajority is how many Latin letters there are for each other one in a text that is
// in a Latin script, with a name of ours in it.
const latinMajority = 3

// direction is right to left in a right-to-left document wherever there is an
// Arabic letter or mark, so that a sentence that opens with a Latin name keeps its
// place; text without any takes its own direction, and so does one that begins with
// Latin letters and has few others. In any other document it is that of most letters,
// and left to right where there are none.
func (s *setter) direction(spans []span) paragraph.Direction {
	ours := locale.RightToLeft(s.language)
	own, latin, begins, before := 0, 0, false, ' '
	for i := range spans {
		for _, r := range spans[i].text {
			switch {
			case ours && (r == '،' || r == '؛' || r == '؟'):
				return paragraph.RTL // a sentence of ours
			case unicode.Is(unicode.Arabic, r) || unicode.Is(unicode.Hebrew, r):
				own++
			case unicode.IsLetter(r):
				if ours && unicode.Is(unicode.Arabic, before) && unicode.IsLetter(before) {
					return paragraph.RTL // with a conjunction of ours: وNATO
				}
				begins = begins || own == 0
				latin++
			}
			before = r
		}
	}
	switch {
	case !ours && own <= latin, ours && latin > 0 && (own == 0 || begins && latin > latinMajority*own):
		return paragraph.LTR
	}
	return paragraph.RTL
}
