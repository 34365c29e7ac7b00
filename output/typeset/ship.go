package typeset

import (
	"cmp"
	"image/color"
	"slices"

	"warraq/charts/scene"
	"warraq/output/page"
	"warraq/output/pagination"
)

// shipper turns plans into pages.
type shipper struct {
	*builder
	section *section
	pages   []page.Page
	// late holds what waits for page numbers.
	late []lateContent
	// anchorPage gives the page of each anchor.
	anchorPage map[string]int
	anchors    []page.Anchor
	// heads are the running heads by their measure: they are set once, since a
	// long one on many pages would take time by the square.
	heads map[float64][]page.Item
}

type lateContent struct {
	page    int
	x, y    float64
	content func(folio func(anchor string) string) []page.Item
}

// extent is the part of a page that a frame covers.
type extent struct {
	frame       *frame
	top, bottom float64
}

// ship makes the pages of all sections.
func (b *builder) ship() *shipper {
	s := &shipper{builder: b, anchorPage: map[string]int{}, heads: map[float64][]page.Item{}}
	for _, section := range b.sections {
		s.section, b.sheet = section, section.sheet
		stretches := pagination.Level(section.pages, section.boxes, section.first, section.frame)
		for i := range section.pages {
			s.pages = append(s.pages, page.Page{})
			s.page(section.first+i, &section.pages[i], stretches[i])
		}
	}
	for _, l := range s.late {
		items := l.content(s.folioOf)
		shift(items, l.x, l.y)
		s.pages[l.page].Items = append(s.pages[l.page].Items, items...)
	}
	return s
}

// folioOf returns the printed number of the page an anchor stands on.
func (s *shipper) folioOf(anchor string) string {
	n, ok := s.anchorPage[anchor]
	if !ok {
		return ""
	}
	return s.names.Folio(n)
}

// left is the x of the text on a page. In a right-to-left book the binding of a
// recto (odd) page is on its right.
func (b *builder) left(index int) float64 {
	p := b.sheet
	recto := index%2 == 0
	if !p.Mirrored || recto == b.rtl {
		return p.Outer
	}
	return p.Inner
}

// page puts what a plan says on a page; stretch is the part of their stretch
// that its spaces take.
func (s *shipper) page(index int, plan *pagination.Page, stretch float64) {
	out := &s.pages[index]
	list := s.section.list
	slug := s.slug()
	out.Slug, out.Bleed, out.Label = slug, s.sheet.Bleed, s.names.Folio(index)
	out.Width, out.Height = s.sheet.Width+2*slug, s.sheet.Height+2*slug
	x, y := slug+s.left(index), slug+s.sheet.Top

	var extents []extent
	for i, f := range plan.Top {
		n := &list[f]
		if i == 0 {
			y -= n.lead
		}
		s.place(index, &n.content, x, y)
		y += n.height
	}
	ground := len(out.Items)
	first := true
	pending := 0.0
	for j := plan.From; j < plan.To; j++ {
		n := &list[j]
		if !plan.Holds(j, n.kind) {
			if n.kind == spaceNode && !first {
				pending += n.height + n.stretch*stretch
			}
			continue
		}
		if first && len(plan.Top) == 0 {
			y -= n.lead
		}
		if first && n.head != nil {
			s.place(index, repeated(n.head), x, y)
			y += n.headH
		}
		y += pending
		extents = cover(extents, n.frames, y, y+n.height)
		pending, first = 0, false
		s.place(index, &n.content, x, y)
		y += n.height
	}
	s.grounds(index, ground, x, extents)
	s.notes(index, plan, x)
	s.furniture(index, x)
	if s.sheet.CropMarks {
		out.Items = append(out.Items, s.cropMarks())
	}
}

// cover grows the frames that a node stands in. Room between two nodes belongs
// to the frames that both stand in.
func cover(extents []extent, frames []*frame, top, bottom float64) []extent {
	for _, f := range frames {
		i := slices.IndexFunc(extents, func(e extent) bool { return e.frame == f })
		if i < 0 {
			extents = append(extents, extent{f, top, bottom})
			continue
		}
		extents[i].bottom = bottom
	}
	return extents
}

// place puts a node's content on a page.
func (s *shipper) place(index int, c *content, x, y float64) {
	out := &s.pages[index]
	for _, it := range c.items {
		it.X, it.Y = it.X+x, it.Y+y
		out.Items = append(out.Items, it)
	}
	for _, l := range c.links {
		l.X += x
		l.Y += y
		out.Links = append(out.Links, l)
	}
	for _, a := range c.anchors {
		a.Page, a.X, a.Y = index, a.X+x, a.Y+y
		s.anchors = append(s.anchors, a)
		if _, known := s.anchorPage[a.Name]; !known {
			s.anchorPage[a.Name] = index
		}
	}
	for _, f := range c.figures {
		s.element(f.element).Box = &page.Box{Page: index, X: x + f.x, Y: y + f.y, Width: f.width, Height: f.height}
	}
	if c.late != nil {
		s.late = append(s.late, lateContent{index, x, y, c.late})
	}
}

// repeated copies content as an artifact: a table's header on its later pages
// is not read again (ISO 32000-1 §14.8.2.2).
func repeated(c *content) *content {
	t := &content{items: make([]page.Item, len(c.items))}
	for i, it := range c.items {
		it.Slot, it.Artifact = 0, page.PaginationArtifact
		t.items[i] = it
	}
	return t
}

// notes sets the footnotes at the foot of their page.
func (s *shipper) notes(index int, plan *pagination.Page, x float64) {
	lines := s.section.notesOn(plan)
	if len(lines) == 0 {
		return
	}
	height := 0.0
	for _, l := range lines {
		height += l.height
	}
	y := s.slug() + s.sheet.Top + s.textHeight() - height
	length := s.measure() / 4
	from := x
	if s.rtl {
		from = x + s.measure() - length
	}
	s.pages[index].Items = append(s.pages[index].Items,
		ruleItem(from, y-s.theme.Space.NoteRule, length, 0.5, s.theme.Colors.Muted))
	ground := len(s.pages[index].Items)
	var extents []extent
	for i := range lines {
		extents = cover(extents, lines[i].frames, y, y+lines[i].height)
		s.place(index, &lines[i].content, x, y)
		y += lines[i].height
	}
	s.grounds(index, ground, x, extents)
}

// grounds paints the frames of a page under what stands in them, from an item
// on.
func (s *shipper) grounds(index, at int, x float64, extents []extent) {
	var grounds []page.Item
	for _, e := range extents {
		grounds = append(grounds, e.frame.paint(x+e.frame.x, e.top, e.frame.width, e.bottom-e.top)...)
	}
	out := &s.pages[index]
	out.Items = slices.Insert(out.Items, at, grounds...)
}

// noteRule is the room above the notes: the rule and the space around it.
func (b *builder) noteRule() float64 { return 2 * b.theme.Space.NoteRule }

func (b *builder) textHeight() float64 {
	p := b.sheet
	return p.Height - p.Top - p.Bottom
}

// furniture is the running head and the folio. The opening page has neither.
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
	top := s.slug() + p.Top
	measure := s.measure()
	head, known := s.heads[measure]
	if !known {
		head = s.head(measure)
		s.heads[measure] = head
	}
	add(head, top-p.Head)
	add([]page.Item{ruleItem(0, 0, measure, 0.4, s.theme.Colors.Rule)}, top-p.Head+6)
	folio, _ := s.line(s.names.Folio(index), s.theme.Folio, measure, center)
	add(folio, top+s.textHeight()+p.Foot)
}

// head is the text of the running head, its baseline at y = 0: the owner, and
// the title as far as it has room.
func (s *shipper) head(measure float64) []page.Item {
	title, owner := s.brief.Meta.Title.Value, cmp.Or(s.brief.Meta.Institution.Value, s.brief.Meta.Programme.Value)
	items, width := s.line(owner, s.theme.RunningHead, measure*0.45, end)
	room := measure - width - 24
	named, _ := s.line(s.shorten(title, s.theme.RunningHead, room), s.theme.RunningHead, measure, start)
	return append(items, named...)
}

// cropMark is the length of a crop mark and its distance from the bleed.
const (
	cropMark    = 14.0
	cropMarkGap = 3.0
)

// slug is the room around the trimmed page for bleed and crop marks.
func (b *builder) slug() float64 {
	if b.sheet.CropMarks {
		return b.sheet.Bleed + cropMarkGap + cropMark
	}
	return b.sheet.Bleed
}

// cropMarks are the eight marks at which the press cuts the sheet.
func (s *shipper) cropMarks() page.Item {
	const weight = 0.25 // a hairline, as printers ask for
	slug := s.slug()
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
