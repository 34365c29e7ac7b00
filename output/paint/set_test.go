package paint_test

import (
	"image/color"
	"os"
	"slices"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/fonts/bidi"
	"warraq/output/page"
)

var ink = color.NRGBA{A: 255}

// A sheet sets text line by line, without any of the arts of typesetting.
type sheet struct {
	document page.Document
	shaper   *fonts.Shaper
	library  *fonts.Library
	face     *fonts.Face
	size     float64
	y        float64
	order    int
}

// The page of a sheet, in points.
const (
	sheetWidth, sheetHeight = 595.28, 841.89
	sheetMargin             = 72.0
)

func newSheet(t testing.TB, family string, bold bool, size float64) *sheet {
	t.Helper()
	s := &sheet{library: fonts.Bundled(), shaper: fonts.NewShaper(), size: size}
	face, ok := s.library.Face(family, bold)
	if !ok {
		t.Fatalf("no face %s", family)
	}
	s.face = face
	s.document.Tree = page.NewTree()
	s.document.Info = page.Info{Title: "ورق", Language: "ar"}
	return s
}

// A piece is a word or a space, shaped.
type piece struct {
	item  fonts.Item
	words []*fonts.Word
	width float64
	space bool
}

// pieces shapes a text in words and spaces.
func (s *sheet) pieces(text []rune, base bidi.Base) (all []piece, paragraph uint8) {
	levels, paragraph := bidi.Isolated(text, base)
	items, _ := fonts.Itemise(text, levels, "ar", func(int) *fonts.Face { return s.face }, s.library)
	for _, it := range items {
		for i := it.Start; i < it.End; {
			part := it
			part.Start, part.End = i, i+1
			for text[i] != ' ' && part.End < it.End && text[part.End] != ' ' {
				part.End++
			}
			p := piece{item: part, space: text[i] == ' '}
			for _, w := range s.shaper.Words(text, part) {
				p.words = append(p.words, w)
				p.width += float64(w.Advance) * s.size / float64(it.Face.UnitsPerEm)
			}
			if it.RTL() {
				slices.Reverse(p.words)
			}
			all = append(all, p)
			i = part.End
		}
	}
	return all, paragraph
}

// paragraph sets a text in justified lines.
func (s *sheet) paragraph(text string) {
	base := bidi.LTR
	if strings.ContainsFunc(text, func(r rune) bool { return r >= 0x620 && r < 0x700 }) {
		base = bidi.RTL
	}
	slot := s.document.Tree.Slot(s.document.Tree.Add(0, page.Paragraph))
	rest, level := s.pieces([]rune(text), base)
	const measure = sheetWidth - 2*sheetMargin
	for len(rest) > 0 {
		end, width, used := len(rest), 0.0, 0.0
		for i, p := range rest {
			if p.space && i > 0 {
				end, used = i, width
			}
			if width += p.width; width > measure && used > 0 {
				break
			}
			if i == len(rest)-1 {
				end, used = len(rest), width
			}
		}
		line := rest[:end]
		for rest = rest[end:]; len(rest) > 0 && rest[0].space; {
			rest = rest[1:]
		}
		spaces := 0
		for _, p := range line {
			if p.space {
				spaces++
			}
		}
		extra := 0.0
		if len(rest) > 0 && spaces > 0 {
			extra = (measure - used) / float64(spaces)
		}
		x := sheetMargin
		if level == 1 {
			x += measure - used - extra*float64(spaces)
		}
		s.line(slot, line, x, extra)
	}
}

// line sets one line at the next place.
func (s *sheet) line(slot page.Ref, line []piece, x, extra float64) {
	s.y += 1.8 * s.size
	if len(s.document.Pages) == 0 || s.y > sheetHeight-sheetMargin {
		s.document.Pages = append(s.document.Pages, page.Page{Width: sheetWidth, Height: sheetHeight})
		s.y = sheetMargin
	}
	p := &s.document.Pages[len(s.document.Pages)-1]
	levels := make([]uint8, len(line))
	for i := range line {
		levels[i] = line[i].item.Level
	}
	var t *page.Text
	for _, k := range bidi.Reorder(levels) {
		w := line[k]
		if t == nil || t.Face != w.item.Face || t.RTL != w.item.RTL() {
			t = &page.Text{Face: w.item.Face, Size: s.size, Color: ink, RTL: w.item.RTL()}
			p.Items = append(p.Items, page.Item{X: x, Y: s.y, Text: t, Slot: slot, Order: s.order + k})
		}
		it := &p.Items[len(p.Items)-1]
		it.Order = min(it.Order, s.order+k)
		for _, word := range w.words {
			t.Words = append(t.Words, page.Word{Word: word})
			if w.space {
				t.Words[len(t.Words)-1].Added = extra
				x += extra
			}
		}
		x += w.width
	}
	s.order += len(line)
}

// words returns the text of the extraction tests.
func words(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// text sets each line of a text as a paragraph.
func (s *sheet) text(text string) {
	for line := range strings.Lines(text) {
		s.paragraph(strings.TrimSpace(line))
	}
}

// article sets the text of the extraction tests a number of times.
func article(t testing.TB, family string, times int) *page.Document {
	t.Helper()
	s := newSheet(t, family, false, 12)
	for range times {
		s.text(words(t))
	}
	return &s.document
}
