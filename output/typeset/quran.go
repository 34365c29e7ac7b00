package typeset

import (
	"regexp"
	"strings"

	"warraq/input/brief"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// quranMarks are the brackets around a quotation from the Qur'an, which opens with
// U+FD3F, on the right, and closes with U+FD3E.
const quranMarks = "﴿﴾"

// chapterVerse is the place of a quotation, after it: [البقرة: 255], (البقرة: ٢٥٥).
var chapterVerse = regexp.MustCompile(`^\s*([\[(][^\[\]()]{1,60}[:：]\s*[\d٠-٩۰-۹][\d٠-٩۰-۹\s،,–-]*[\])])`)

// quran sets a quotation from the Qur'an on lines of its own, in the middle, with room
// for the marks above and below its letters.
func (b *builder) quran(p *brief.Paragraph, style theme.Text) {
	const size, leading = 1.1, 1.25
	style.Size *= size
	style.Leading *= leading
	b.blockSpace()
	b.under(page.BlockQuote, func() {
		spans := b.spans(p.Content, style, b.tree.Add(b.parent, page.Paragraph))
		for i := range spans {
			spans[i].style.Vowelled = true
		}
		t := text{style: style, align: alignment(p, paragraph.Center)}
		if p.ID != "" {
			t.anchors = []page.Anchor{{Name: p.ID}}
		}
		b.stack(spans, t)
		b.placeNotes()
	})
	b.opening = false
	b.blockSpace()
}

// quotations adds text with a quotation from the Qur'an in it. From one bracket to the
// other its words are as they are; the chapter and verse after it stay in one piece.
func (in *inliner) quotations(s span) {
	text := s.text
	add := func(from, to int, quoted, kept bool) {
		if from == to {
			return
		}
		p := s
		p.text, p.source = text[from:to], s.place(from, to)
		p.style.Vowelled, p.keep = quoted, kept
		in.spans = append(in.spans, p)
	}
	from := 0
	for from < len(text) {
		if !in.quran {
			opens := strings.Index(text[from:], "﴿")
			if opens < 0 {
				break
			}
			add(from, from+opens, false, false)
			from += opens
			in.quran = true
		}
		closes := strings.Index(text[from:], "﴾")
		if closes < 0 {
			add(from, len(text), true, false)
			return
		}
		end := from + closes + len("﴾")
		add(from, end, true, false)
		from, in.quran = end, false
		if at := chapterVerse.FindStringSubmatchIndex(text[from:]); at != nil {
			add(from, from+at[2], false, false)
			add(from+at[2], from+at[3], true, true)
			from += at[3]
		}
	}
	add(from, len(text), in.quran, false)
}
