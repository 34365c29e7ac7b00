package typeset

import (
	"image/color"
	"sort"
	"strings"

	"warraq/charts/scene"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// furniture is the running head and the folio. The opening page has neither, and a
// turned one no head (The Chicago Manual of Style, 1.16).
func (s *shipper) furniture(index int, x float64) {
	if index == 0 || s.section.plain {
		return
	}
	p := s.sheet
	out := &s.pages[index]
	add := func(items []page.Item, y float64) {
		c := repeated(&content{items: items})
		shift(c.items, x, y)
		out.Items = append(out.Items, c.items...)
	}
	top := s.sheet.slug() + p.Top
	measure := s.sheet.Measure()
	if out.Turn == page.Upright {
		head, known := s.heads[measure]
		if !known {
			head = s.head(measure)
			s.heads[measure] = head
		}
		add(head, top-p.Head)
		add([]page.Item{ruleItem(0, 0, measure, 0.4, s.theme.Colors.Rule)}, top-p.Head+6)
	}
	folio, _ := s.setter.line(s.names.Folio(index), s.theme.Folio, measure, center, s.sheet.rtl)
	add(folio, top+s.sheet.textHeight()+p.Foot)
}

// head is the text of the running head, its baseline at y = 0: the owner, and
// the title as far as it has room.
func (s *shipper) head(measure float64) []page.Item {
	look, rtl := s.theme.RunningHead, s.sheet.rtl
	items, width := s.setter.line(s.owner, look, measure*0.45, end, rtl)
	if !rtl {
		shift(items, measure*0.55, 0)
	}
	room := measure - width - 24
	named, _ := s.setter.line(s.setter.shorten(s.title, look, room), look, measure, start, rtl)
	return append(items, named...)
}

// cropMark is the length of a crop mark and its distance from the bleed.
const (
	cropMark    = 14.0
	cropMarkGap = 3.0
)

// cropMarks are the eight marks at which the press cuts the sheet.
func (s *shipper) cropMarks() page.Item {
	const weight = 0.25 // a hairline, as printers ask for
	slug := s.sheet.slug()
	left, top, right, bottom := slug, slug, slug+s.sheet.Width, slug+s.sheet.Height
	mark := &scene.Path{Stroke: &color.NRGBA{A: 255}, Width: weight}
	line := func(x1, y1, x2, y2 float64) {
		mark.Verbs = append(mark.Verbs, scene.MoveTo, scene.LineTo)
		mark.Points = append(mark.Points, scene.Point{X: x1, Y: y1}, scene.Point{X: x2, Y: y2})
	}
	for _, x := range []float64{left, right} {
		line(x, 0, x, cropMark)
		line(x, bottom+slug-cropMark, x, bottom+slug)
	}
	for _, y := range []float64{top, bottom} {
		line(0, y, cropMark, y)
		line(right+slug-cropMark, y, right+slug, y)
	}
	return page.Item{Path: mark, Artifact: page.PaginationArtifact}
}

// side is where a line made by the program stands.
type side int

const (
	start side = iota
	center
	end
)

// line sets one line that is not content: its items on a baseline at y = 0, in a
// width that begins at x = 0, from the right where rtl is set.
func (s *setter) line(text string, t theme.Text, width float64, at side, rtl bool) ([]page.Item, float64) {
	if text == "" {
		return nil, 0
	}
	p := &paragraph.Text{
		Width: width, Align: [...]paragraph.Align{paragraph.Start, paragraph.Center, paragraph.End}[at], Digits: s.digits,
	}
	spans := []span{{text: text, style: styleOf(t), keep: true}}
	p.Direction = paragraph.LTR
	if rtl {
		// A title that runs from the left keeps its order, on the side of all others.
		if p.Direction = s.direction(spans); p.Direction != paragraph.LTR {
			p.Direction = paragraph.RTL
		} else if p.Align != paragraph.Center {
			p.Align = paragraph.Start + paragraph.End - p.Align
		}
	}
	lines, _ := s.set(p, spans, 0) // its problems are told where it is written
	if len(lines) == 0 {
		return nil, 0
	}
	return lines[0].items, lines[0].Width
}

// shorten cuts words off the end until a text fits on a line.
func (s *setter) shorten(text string, t theme.Text, width float64) string {
	fits := func(text string) bool {
		natural, _ := s.natural(&paragraph.Text{}, []span{{text: text, style: styleOf(t)}})
		return natural <= width
	}
	if fits(text) {
		return text
	}
	words := strings.Fields(strings.TrimSuffix(text, "…"))
	first := func(n int) string { return strings.Join(words[:n], " ") + "…" }
	// A line holds few of the words of a long text: the search begins with one.
	over := 1
	for over < len(words) && fits(first(over)) {
		over *= 2
	}
	from := over / 2
	n := from + sort.Search(min(over, len(words))-from-1, func(i int) bool { return !fits(first(from + i + 1)) })
	if n == 0 {
		return ""
	}
	return first(n)
}
