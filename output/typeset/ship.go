package typeset

import (
	"slices"

	"warraq/input/theme"
	"warraq/output/label"
	"warraq/output/page"
	"warraq/output/pagination"
)

// A shipper puts what was chosen for the pages on them.
type shipper struct {
	setter *setter
	theme  *theme.Theme
	names  *label.Names
	tree   *page.Tree
	// title stands in the running head as far as it has room, with running: the section of
	// the first level that is in force where the open page ends.
	title, running string
	// proof is what marks every page of a proof, else empty; cover is set where the first
	// page is one.
	proof string
	cover bool
	// section and its sheet are those of the open page.
	section *section
	sheet   sheet
	pages   []page.Page
	// late holds what waits for page numbers.
	late []lateContent
	// anchorPage gives the page of each anchor.
	anchorPage map[string]int
	anchors    []page.Anchor
	// heads are the running heads by what they say.
	heads map[headText][]page.Item
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

// ship makes the pages of all sections, and says where the anchors stand.
func (b *builder) ship() ([]page.Page, []page.Anchor) {
	s := &shipper{
		setter: &b.setter, theme: b.theme, names: b.names, tree: b.tree,
		title:      b.shorten(b.brief.Meta.Title.Value, b.theme.RunningHead, b.sheet.Measure()),
		anchorPage: map[string]int{}, heads: map[headText][]page.Item{},
		cover: b.brief.Meta.Cover != nil,
	}
	if b.options.Proof {
		s.proof = b.proof()
	}
	for _, section := range b.sections {
		s.section, s.sheet = section, section.sheet
		widened := pagination.Level(section.pages, section.boxes, section.first, section.frame)
		for len(s.pages) < section.first {
			s.open()
			s.close(len(s.pages)-1, "")
		}
		for i := range section.pages {
			s.open()
			s.page(section.first+i, &section.pages[i], widened[i])
		}
	}
	for _, l := range s.late {
		items := l.content(s.folioOf)
		shift(items, l.x, l.y)
		s.pages[l.page].Items = append(s.pages[l.page].Items, items...)
	}
	return s.pages, s.anchors
}

// folioOf returns the printed number of the page an anchor stands on.
func (s *shipper) folioOf(anchor string) string {
	n, ok := s.anchorPage[anchor]
	if !ok {
		return ""
	}
	return s.names.Folio(n)
}

// page puts what a plan says on a page, some of its spaces widened.
func (s *shipper) page(index int, plan *pagination.Page, widened []int) {
	slug := s.sheet.slug()
	text := area{slug + s.sheet.left(index), slug + s.sheet.Top, s.sheet.Measure(), s.sheet.textHeight()}
	s.stack(index, s.section, plan, widened, text)
	s.close(index, s.headed(plan))
}

// open begins a page.
func (s *shipper) open() {
	slug := s.sheet.slug()
	s.pages = append(s.pages, page.Page{
		Slug: slug, Bleed: s.sheet.Bleed, Label: s.names.Folio(len(s.pages)),
		Width: s.sheet.Width + 2*slug, Height: s.sheet.Height + 2*slug,
	})
}

// close puts on a page what is no content. section is in force where its text begins.
func (s *shipper) close(index int, section string) {
	out := &s.pages[index]
	upright := len(out.Items)
	s.furniture(index, s.sheet.slug()+s.sheet.left(index), section)
	if s.sheet.CropMarks {
		out.Items = append(out.Items, s.cropMarks())
	}
	if out.Turn != page.Upright { // the folio stands as on the page beside it
		for i := upright; i < len(out.Items); i++ {
			turnBack(&out.Items[i], out)
		}
	}
}

// headed is the section that the running head of a page names: the one in force where
// its text begins (The Chicago Manual of Style, 1.10 to 1.16). After it the last that
// begins on the page is in force.
func (s *shipper) headed(plan *pagination.Page) string {
	named, first := s.running, len(plan.Top) == 0
	for j := plan.From; j < plan.To; j++ {
		n := &s.section.list[j]
		if n.kind == spaceNode || !plan.Holds(j, n.kind) {
			continue
		}
		if n.opens {
			s.running = n.section
			if first {
				named = n.section
			}
		}
		first = false
	}
	return named
}

// An area is where the text of a page stands.
type area struct{ x, y, width, height float64 }

// stack puts the boxes of a page and its notes into the area of its text.
func (s *shipper) stack(index int, from *section, plan *pagination.Page, widened []int, text area) {
	out := &s.pages[index]
	var extents []extent
	var last *node // on the page, with its foot
	foot := 0.0
	ground := len(out.Items)
	for i, p := range from.places(plan, widened) {
		n := &from.list[p.node]
		y := text.y + p.y
		if n.turned != nil {
			s.turned(index, n.turned, text)
		}
		if i == len(plan.Top) {
			ground = len(out.Items)
			extents = s.goOn(index, n, text.x, y)
		}
		if !p.floats && n.kind != spaceNode {
			extents = cover(extents, n.frames, y, y+n.height)
			last, foot = n, y+n.height-n.trail
		}
		s.place(index, &n.content, text.x, y)
	}
	if last != nil {
		lower(extents, last, foot)
	}
	s.grounds(index, ground, text.x, extents)
	s.notes(index, from.notesOn(plan), text, from.notesFromRight(plan))
}

// turned makes a page a turned one. Where lines run from the right its head is on the
// right, else on the left: on the side of the binding of a first page.
func (s *shipper) turned(index int, t *turnedPage, text area) {
	out := &s.pages[index]
	out.Turn = page.Counterclockwise
	area := area{out.Height - text.y - text.height, text.x, text.height, text.width}
	if s.sheet.rtl {
		out.Turn = page.Clockwise
		area.x, area.y = text.y, out.Width-text.x-text.width
	}
	area.height = t.section.sheet.textHeight()
	plan := &t.section.pages[t.page]
	if len(t.section.notesOn(plan)) == 0 { // it stands in the middle
		area.y += (area.height - plan.Used) / 2
	}
	s.stack(index, t.section, plan, nil, area)
}

// turnBack turns a text or a path so that it stands upright on a turned page.
func turnBack(it *page.Item, p *page.Page) {
	clockwise := p.Turn == page.Clockwise
	turn := func(x, y float64) (float64, float64) {
		if clockwise {
			return y, -x
		}
		return -y, x
	}
	if it.X, it.Y = turn(it.X, it.Y); clockwise {
		it.Y += p.Width
	} else {
		it.X += p.Height
	}
	switch {
	case it.Text != nil:
		t := *it.Text
		if t.Rotation += 90; clockwise {
			t.Rotation -= 180
		}
		it.Text = &t
	case it.Path != nil:
		path := *it.Path
		path.Points = slices.Clone(path.Points)
		for i := range path.Points {
			at := &path.Points[i]
			at.X, at.Y = turn(at.X, at.Y)
		}
		it.Path = &path
	}
}

// A nodePlace says where a node stands, below the head of the text.
type nodePlace struct {
	node int
	y    float64
	// floats is set for a float that moved to the head of the page.
	floats bool
}

// places says where the nodes of a page stand. What is not on the grid stands with
// the room that the grid leaves on both sides of it, a heading close to its text.
func (s *section) places(plan *pagination.Page, widened []int) []nodePlace {
	var places []nodePlace
	y := 0.0
	put := func(node int, floats bool) {
		if len(places) == 0 {
			y -= s.list[node].lead
		}
		places = append(places, nodePlace{node, y, floats})
		y += s.list[node].height
	}
	for _, f := range plan.Top {
		put(f, true)
	}
	first := true
	pending, trail := 0.0, 0.0
	// loose is the first that the grid leaves room around: what begins at the head of
	// the page stays there, with all that no space parts from it.
	loose := len(places)
	atHead := loose == 0
	for j := plan.From; j < plan.To; j++ {
		n := &s.list[j]
		if !plan.Holds(j, n.kind) {
			if n.kind != spaceNode || first {
				continue
			}
			if n.rule {
				places = append(places, nodePlace{j, y + pending, false})
			}
			pending += s.boxes[j].After(&trail)
			if slices.Contains(widened, j) {
				pending += s.frame.Grid
			}
			continue
		}
		y += pending
		if atHead && pending > 0 {
			loose, atHead = len(places), false
		}
		if first {
			y += n.above()
		}
		rise := s.frame.Rise(&s.boxes[j], y)
		if !atHead {
			s.share(places[loose:], rise)
		}
		y += rise
		pending, first, trail = 0, false, n.trail
		put(j, false)
		if n.onGrid {
			loose, atHead = len(places), false
		}
	}
	return places
}

// share moves what stands above room that the grid leaves down into it: by half, and
// what is a heading at the end by all.
func (s *section) share(places []nodePlace, room float64) {
	part := 1.0
	for i := len(places) - 1; i >= 0; i-- {
		if !s.list[places[i].node].heading {
			part = 0.5
		}
		places[i].y += room * part
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

// goOn puts above the first node of a page what is repeated there, and begins the
// frames that are cut there.
func (s *shipper) goOn(index int, n *node, x, y float64) []extent {
	top := y + n.lead - n.above()
	var extents []extent
	for _, f := range n.frames {
		if n.begins == f {
			continue
		}
		if f.head != nil {
			s.place(index, repeated(f.head), x, top)
		}
		top += f.headH
		extents = append(extents, extent{f, top, top})
		top += f.above
	}
	if n.head != nil {
		s.place(index, repeated(n.head), x, top)
	}
	return extents
}

// lower lets the frames that are cut below the last node of a page reach past its foot.
func lower(extents []extent, n *node, foot float64) {
	for _, f := range slices.Backward(n.frames) {
		if n.ends == f {
			continue
		}
		foot += f.below
		extents[slices.IndexFunc(extents, func(e extent) bool { return e.frame == f })].bottom = foot
	}
}

// place puts a node's content on a page.
func (s *shipper) place(index int, c *content, x, y float64) {
	if c.edge != nil {
		s.place(index, c.edge, s.sheet.slug(), y)
	}
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
		(*s.tree)[f.element].Box = &page.Box{Page: index, X: x + f.x, Y: y + f.y, Width: f.width, Height: f.height}
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

// notes sets the lines of footnotes at the foot of their page.
func (s *shipper) notes(index int, lines []node, text area, fromRight bool) {
	if len(lines) == 0 {
		return
	}
	height := 0.0
	for _, l := range lines {
		height += l.height
	}
	y := text.y + text.height - height
	length := text.width / 4
	from := text.x
	if fromRight {
		from = text.x + text.width - length
	}
	s.pages[index].Items = append(s.pages[index].Items,
		ruleItem(from, y-s.theme.Space.NoteRule, length, 0.5, s.theme.Colors.Muted))
	ground := len(s.pages[index].Items)
	var extents []extent
	for i := range lines {
		extents = cover(extents, lines[i].frames, y, y+lines[i].height)
		s.place(index, &lines[i].content, text.x, y)
		y += lines[i].height
	}
	s.grounds(index, ground, text.x, extents)
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
func noteRule(t *theme.Theme) float64 { return 2 * t.Space.NoteRule }
