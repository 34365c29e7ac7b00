package typeset

import (
	"image/color"
	"math"
	"sort"
	"strings"

	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// A headText is what the running head of a page says beside the title of the report.
type headText struct {
	section string
	// titleFirst puts the title on the side where reading begins.
	titleFirst bool
}

// headGap is the least room between the two texts of a running head.
const headGap = 24.0

// furniture is the running head and the folio, and on every page the mark of a proof. The
// opening page has neither, and a turned one and that on which a chapter begins no head
// (The Chicago Manual of Style, 1.16); a blank page before a chapter stays blank. section
// is in force where the text of the page begins.
func (s *shipper) furniture(index int, x float64, section string) {
	p := s.sheet
	out := &s.pages[index]
	add := func(items []page.Item, y float64) {
		c := repeated(&content{items: items})
		shift(c.items, x, y)
		out.Items = append(out.Items, c.items...)
	}
	top := s.sheet.slug() + p.Top
	measure := s.sheet.Measure()
	foot := top + s.sheet.textHeight() + p.Foot
	// Reading begins at the binding of a recto, and at the edge of a verso.
	recto := index%2 == 0
	titleFirst := !p.Mirrored || !recto
	add(s.proofMark(index, measure, titleFirst), foot)
	if index == 0 || s.section.plain || index < s.section.first {
		return
	}
	if out.Turn == page.Upright && !(s.section.opener && index == s.section.first) {
		text := headText{section, titleFirst}
		head, known := s.heads[text]
		if !known {
			head = s.head(text, measure)
			s.heads[text] = head
		}
		add(head, top-p.Head)
		add([]page.Item{ruleItem(0, 0, measure, 0.4, s.theme.Colors.Rule)}, top-p.Head+6)
	}
	folio, _ := s.setter.line(s.names.Folio(index), s.theme.Folio, measure, center, s.sheet.rtl)
	add(folio, foot)
}

// head is the text of the running head, its baseline at y = 0: the title of the report
// and that of a section, each in half of the room or in what the other leaves of it.
func (s *shipper) head(text headText, measure float64) []page.Item {
	look, rtl := s.theme.RunningHead, s.sheet.rtl
	title, section := s.title, text.section
	if title != "" && section != "" {
		room := measure - headGap
		section = s.setter.shorten(section, look, math.Max(room/2, room-s.setter.widthOf(title, look)))
		title = s.setter.shorten(title, look, room-s.setter.widthOf(section, look))
	}
	at, across := start, end
	if !text.titleFirst {
		at, across = end, start
	}
	items, _ := s.setter.line(title, look, measure, at, rtl)
	other, _ := s.setter.line(section, look, measure, across, rtl)
	return append(items, other...)
}

// headName is the name of a section as far as a running head has room for it: it is cut
// once, since a long one on many pages would take time by the square. One that is called
// as the report is has none, and is not named beside it.
func (b *builder) headName(h *brief.Heading) string {
	name := brief.Plain(h.Content)
	if name == b.brief.Meta.Title.Value {
		return ""
	}
	return b.shorten(name, b.theme.RunningHead, b.sheet.Measure())
}

// proofMark is the mark of a proof beside the folio, its baseline at y = 0, on the side
// of the title in the running head. Whatever stands on a cover, there it is on paper.
func (s *shipper) proofMark(index int, measure float64, titleFirst bool) []page.Item {
	if s.proof == "" {
		return nil
	}
	at := end
	if titleFirst {
		at = start
	}
	look := s.theme.RunningHead
	look.Color = s.theme.Colors.Muted
	items, _ := s.setter.line(s.proof, look, measure, at, s.sheet.rtl)
	if index > 0 || !s.cover {
		return items
	}
	from, to := itemsExtent(items)
	patch := rectangle(from-look.Size/2, -look.Size*1.2, to-from+look.Size, look.Size*1.8, color.NRGBA{255, 255, 255, 255})
	return append([]page.Item{patch}, items...)
}

// proof is the mark of a proof, as far as there is room beside the folio. What no face
// has of it is told here.
func (b *builder) proof() string {
	revision := b.brief.Meta.Revision
	b.lines(&paragraph.Text{Width: b.sheet.Measure()}, []span{{text: revision.Value, style: styleOf(b.theme.RunningHead), source: revision.Span}}, 0)
	return b.shorten(b.names.Proof(b.options.Date), b.theme.RunningHead, b.sheet.Measure()/2-headGap)
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
		p.Direction = paragraph.RTL
	}
	// A title that runs the other way keeps its order, on the side of all others.
	if direction := s.direction(spans); direction != p.Direction {
		p.Direction = direction
		if p.Align != paragraph.Center {
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
	fits := func(text string) bool { return s.widthOf(text, t) <= width }
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
