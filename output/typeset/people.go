package typeset

import (
	"math"

	"warraq/input/brief"
	"warraq/input/source"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// A portrait is as large as this beside a measure of an A4 page, its height in parts of
// its width, and it keeps more of what is above than of what is below, where heads are.
const (
	portraitWidth = 78.0
	portraitRatio = 1.25
	portraitAbove = 0.25
	portraitGap   = 18.0
)

// presented are the authors with a biography or a portrait.
func (b *builder) presented() []*brief.Author {
	var all []*brief.Author
	for i := range b.brief.Meta.Authors {
		if a := &b.brief.Meta.Authors[i]; len(a.Bio) > 0 || a.Portrait != nil && a.Portrait.Picture != nil {
			all = append(all, a)
		}
	}
	return all
}

// authorsHeading is the heading the program gives the biographies.
func (b *builder) authorsHeading() *brief.Heading {
	return b.ownHeading("authors", b.names.AboutAuthors(len(b.presented())))
}

// aboutHeading is that of the page about the institution.
func (b *builder) aboutHeading() *brief.Heading {
	return b.ownHeading("about", b.names.AboutPublisher())
}

func (b *builder) ownHeading(id, title string) *brief.Heading {
	return &brief.Heading{
		Level: 1, Content: []brief.Inline{&brief.Text{Value: title}}, Attributes: brief.Attributes{ID: b.own(id)},
	}
}

// biographies sets who wrote the report, after its references: each author with the
// portrait at the side where lines begin, and the text beside it.
func (b *builder) biographies() {
	all := b.presented()
	if len(all) == 0 {
		return
	}
	b.heading(b.authorsHeading())
	room := 0.0 // beside the texts: also of those without a portrait, so that all stand below each other
	for _, a := range all {
		if a.Portrait != nil && a.Portrait.Picture != nil {
			room = math.Min(portraitWidth, b.width/4)
		}
	}
	for i, a := range all {
		if i > 0 {
			b.space(b.theme.Space.Block * 1.5)
			b.keep = 0
		}
		b.biography(a, room)
	}
}

// biography stays whole on its page where it is no longer than half of one, and else
// begins beside the whole portrait.
func (b *builder) biography(a *brief.Author, room float64) {
	group := b.tree.Add(b.parent, page.Div)
	portrait := content{}
	high := 0.0
	gap := 0.0
	if room > 0 {
		gap = portraitGap
	}
	var made []node
	b.within(room+gap, 0, func() {
		made = b.apart(func() {
			here := b.surroundings
			b.parent = group
			name := b.theme.Headings[2].Text
			e := b.tree.Add(group, page.Heading2) // so that a reader by ear can go to it
			b.stack([]span{b.span(a.Name, name, e, a.Span)}, text{style: name, align: paragraph.Start, keepLines: true})
			if about := b.names.Position(*a); about != "" {
				b.titleLine(page.Paragraph, about, a.Span, b.muted(), 0)
			}
			b.opening = true
			b.keep = 0
			b.blocks(a.Bio)
			b.opening = false
			b.surroundings = here
		})
	})
	if p := a.Portrait; p != nil && p.Picture != nil {
		high = room * portraitRatio
		portrait = b.portrait(p, room, high, group)
	}
	if short := high - heightOf(made); short > 0 {
		made = append(made, node{kind: boxNode, height: short})
	}
	whole := heightOf(made) <= b.sheet.textHeight()/2
	at := 0.0
	for i := range made {
		if i > 0 && made[i].kind != spaceNode && (whole || at < high || i == 1) {
			made[i].breakBefore = forbidden
		}
		at += made[i].height
	}
	// The head of the name and that of the portrait stand on one line.
	rise := 0.0
	if made[0].baseline > 0 {
		rise = made[0].baseline - b.theme.Headings[2].Size*0.95
	}
	portrait.shift(math.Max(0, rise))
	portrait.join(&made[0].content)
	made[0].content = portrait
	b.append(made)
}

// portrait is the picture of an author in a frame of one shape for all.
func (b *builder) portrait(p *brief.FrontPicture, width, height float64, parent page.Ref) content {
	x := b.x
	if b.rtl {
		x = b.x + b.width - width
	}
	across, down := b.sizeOf(p.Picture)
	crop := filling(p.Crop, across, down, width/height, portraitAbove)
	if dpi := across * (1 - crop.Left - crop.Right) / width * 72; !p.Picture.Drawn() && dpi < coarsest-1 {
		b.problems.Add(coarsePicture.At(p.Span, p.Picture.File.Name, int(dpi)))
	}
	c := content{}
	var slot page.Ref
	if !p.Decorative {
		e := b.tree.Add(parent, page.Figure)
		b.element(e).Alt, b.element(e).Place = p.Alt, p.Span
		slot = b.tree.Slot(e)
		c.figures = []figureBox{{e, x, 0, width, height}}
	}
	c.items = b.picture(p.Picture, crop, x, width, height, slot, p.Span)
	return c
}

// about is the last page, but that an index follows it: what the institution is, and at
// the foot of the page, where that has room, its logo and how to reach it.
func (b *builder) about() {
	a := b.brief.Meta.About
	if a == nil {
		return
	}
	b.heading(b.aboutHeading())
	b.opening = true
	b.blocks(a.Blocks)
	b.opening = false
	contacts := b.apart(b.contacts)
	b.closeSection(false)
	if len(contacts) > 0 && !b.atFoot(contacts) {
		b.room(b.sheet.textHeight()-heightOf(contacts), forbidden)
		b.append(contacts)
		b.closeSection(false)
	}
}

// atFoot puts nodes at the foot of the last page, above its notes. It reports whether
// they have room there.
func (b *builder) atFoot(nodes []node) bool {
	s := b.sections[len(b.sections)-1]
	p := &s.pages[len(s.pages)-1]
	if heightOf(nodes)+2*b.theme.Body.Leading > s.frame.Height-p.Used {
		return false
	}
	y := s.frame.Height - heightOf(nodes)
	for i, l := range s.notesOn(p) {
		if i == 0 {
			y -= s.frame.NoteRule
		}
		y -= l.height
	}
	first := s.places(p, nil)[0]
	pile(&s.list[first.node], nodes, y-first.y)
	return true
}

// contacts are the ways to reach the institution under a rule, one a line, with its logo
// beside them, which is read where the report begins.
func (b *builder) contacts() {
	all := b.names.Contacts()
	if len(all) == 0 {
		return
	}
	rule := node{kind: boxNode, height: 14}
	rule.content.items = []page.Item{ruleItem(b.x, 1, b.width, 0.6, b.theme.Colors.Rule)}
	if logo := b.signOf(b.brief.Meta.Logo, brief.Field{}, 40, b.width/4); logo != nil {
		x := b.x + b.width - logo.width
		if b.rtl {
			x = b.x
		}
		items := b.picture(logo.picture, brief.Crop{}, x, logo.width, logo.height, 0, logo.place)
		shift(items, 0, rule.height+4)
		for i := range items {
			items[i].Slot, items[i].Artifact = 0, page.LayoutArtifact
		}
		rule.content.items = append(rule.content.items, items...)
	}
	b.add(rule)
	look := b.theme.Byline
	bold := look
	bold.Bold = true
	name := b.brief.Meta.Institution
	b.titleLine(page.Paragraph, name.Value, name.Span, bold, 2)
	for _, c := range all {
		e := b.tree.Add(b.parent, page.Paragraph)
		spans := []span{b.span(c.Name+" ", b.muted(), e, source.Span{})}
		if c.URL == "" {
			spans = append(spans, b.span(c.Value, look, e, c.Span))
		} else {
			link := &brief.Link{URL: c.URL, Content: []brief.Inline{&brief.Text{Value: c.Value, Span: c.Span}}, Span: c.Span}
			spans = append(spans, b.spans([]brief.Inline{link}, look, e)...)
		}
		set := text{style: look, align: paragraph.Start, keepLines: true}
		if b.rtl {
			set.direction = paragraph.RTL
		}
		b.stack(spans, set)
	}
}
