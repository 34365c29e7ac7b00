package typeset

import (
	"image/color"
	"unicode"
	"unicode/utf8"

	"warraq/input/brief"
	"warraq/output/paragraph"
)

// An emphasis is what sets a stretch of text off: Arabic by a face, a size and a
// colour, for it has no italic (alreq, "emphasis"), and Latin by an italic of the
// text around it.
type emphasis struct {
	// family, color and size are those of Arabic in it, the others those around it.
	family, plainFamily string
	color, plainColor   color.NRGBA
	size, plainSize     float64
	// latin is set where nothing in it is Arabic.
	latin bool
}

// emphasise sets what is emphasised.
func (in *inliner) emphasise(n *brief.Emphasis) {
	outer, style := in.emphasis, in.style
	s := &in.style
	s.Family = in.theme.Emphasis.Family
	s.Size *= in.theme.Emphasis.Size / in.theme.Body.Size
	if s.Family == in.text.Family {
		s.Color = in.theme.Colors.Accent
		s.Size = style.Size
	}
	if outer == nil {
		in.emphasis = &emphasis{family: s.Family, plainFamily: style.Family, color: s.Color, plainColor: style.Color, size: s.Size, plainSize: style.Size}
		if _, ok := in.env.Library.Italic(style.Family, style.Bold); !ok {
			in.emphasis = nil
		} else if arabic, other := countLetters(brief.Plain(n.Content)); arabic == 0 && other > 0 {
			in.emphasis.latin = true
		}
	}
	in.all(n.Content)
	in.emphasis, in.style = outer, style
}

// italic is a style of emphasised Latin text, from that of the Arabic around it.
func (e *emphasis) italic(s paragraph.Style) paragraph.Style {
	s.Family, s.Italic = e.plainFamily, true
	if s.Size == e.size {
		s.Size = e.plainSize
	} else { // raised or lowered
		s.Size *= e.plainSize / e.size
	}
	if s.Color == e.color {
		s.Color = e.plainColor
	}
	return s
}

// A stretch is a part of a text, bytes from up to, not with, to.
type stretch struct {
	from, to int
	latin    bool
}

// stretches parts a text where Latin begins and ends. What stands between two
// letters of one script, signs and figures alike, goes with them; between two
// scripts, what is written together with the Latin does, and spaces do not.
func stretches(text string, latin bool) []stretch {
	if latin {
		return []stretch{{0, len(text), true}}
	}
	arabic, other := countLetters(text)
	if other == 0 || arabic == 0 {
		return []stretch{{0, len(text), other > 0}}
	}
	var parts []stretch
	add := func(to int, latin bool) {
		from := 0
		if n := len(parts); n > 0 {
			if parts[n-1].latin == latin {
				parts[n-1].to = to
				return
			}
			from = parts[n-1].to
		}
		if to > from {
			parts = append(parts, stretch{from, to, latin})
		}
	}
	// end is where the last letter ended; edge the first space or Arabic sign after
	// it, and last the end of the latest of these.
	inLatin, end, edge, last := false, 0, -1, 0
	for i, r := range text {
		size := utf8.RuneLen(r)
		switch {
		case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
			if inLatin {
				if edge < 0 {
					edge = i
				}
				add(edge, true)
			}
			inLatin, end, edge, last = false, i+size, -1, i+size
		case unicode.IsLetter(r):
			if !inLatin {
				add(max(last, end), false)
			}
			inLatin, end, edge, last = true, i+size, -1, i+size
		case unicode.IsSpace(r) || unicode.Is(unicode.Arabic, r) || r == '،' || r == '؛' || r == '؟':
			if edge < 0 {
				edge = i
			}
			last = i + size
		}
	}
	if inLatin && edge >= 0 {
		add(edge, true)
		inLatin = false
	}
	add(len(text), inLatin)
	return parts
}
