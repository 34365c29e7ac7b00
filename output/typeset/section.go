package typeset

import "warraq/input/theme"

// A section is a stretch of pages on one kind of sheet: its pages are chosen
// together, and the next section begins on a new one.
type section struct {
	sheet  theme.Page
	list   []node
	plans  []pagePlan
	floats []int
	// first is the index of its first page.
	first int
	// plain pages have no running head and no folio.
	plain bool
}

// closeSection chooses the pages of the open list and begins a new one.
func (b *builder) closeSection(plain bool) {
	b.settle()
	list := b.list
	b.list, b.keep, b.newPage = nil, 0, false
	breaker := &breaker{list: list, height: b.textHeight(), noteRule: b.noteRule(), line: b.theme.Body.Leading}
	plans := breaker.pages()
	if len(plans) == 0 {
		return
	}
	first := 0
	if n := len(b.sections); n > 0 {
		first = b.sections[n-1].first + len(b.sections[n-1].plans)
	}
	b.sections = append(b.sections, &section{
		sheet: b.sheet, list: breaker.list, plans: plans, floats: breaker.floats, first: first, plain: plain,
	})
}

// landscape sets something wide on sheets of its own, turned by a quarter.
func (b *builder) landscape(set func()) {
	b.closeSection(false)
	sheet, x, width := b.sheet, b.x, b.width
	turned := sheet
	turned.Width, turned.Height = sheet.Height, sheet.Width
	b.sheet = turned
	b.x, b.width = 0, b.measure()
	set()
	b.closeSection(false)
	b.sheet, b.x, b.width = sheet, x, width
}

// pagesOf returns the page of every anchor in the sections chosen so far.
func (b *builder) pagesOf() map[string]int {
	pages := map[string]int{}
	for _, s := range b.sections {
		for i, plan := range s.plans {
			note := func(n *node) {
				for _, a := range n.content.anchors {
					if _, known := pages[a.Name]; !known {
						pages[a.Name] = s.first + i
					}
				}
			}
			for _, f := range plan.top {
				note(&s.list[f])
			}
			plan.each(s.list, s.floats, func(j int) { note(&s.list[j]) })
		}
	}
	return pages
}

// each calls f with the boxes and the placed floats of a page, in order.
func (p *pagePlan) each(list []node, floats []int, f func(j int)) {
	float := p.inlineFrom
	for j := p.from; j < p.to; j++ {
		switch list[j].kind {
		case spaceNode:
			continue
		case floatNode:
			if float >= p.inlineTo || floats[float] != j {
				continue
			}
			float++
		}
		f(j)
	}
}
