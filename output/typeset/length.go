package typeset

import (
	"slices"

	"warraq/input/brief"
	"warraq/output/page"
	"warraq/output/pagination"
	"warraq/output/paragraph"
)

// A page that is short of its foot, because what follows has no room and may not be
// parted, is filled by setting a paragraph or two of it a line longer, as compositors
// do (The TeXbook, chapter 14, \looseness). Where none of its own will do, one on it
// or on the page before is made longer or shorter, and the pages are chosen again.

const (
	// A page is short from shortPage empty lines on; beyond emptyPage no paragraph
	// fills it.
	shortPage = 2.5
	emptyPage = 8
	// mostLonger is how many paragraphs of a page are made longer.
	mostLonger = 2
	// mostChosen is how often the pages are chosen again for one of them, and pagesBack
	// how many pages before it a paragraph may be that is changed for that.
	mostChosen = 5
	pagesBack  = 3
	// wideParagraph is the widest that the spaces of a longer one are on average.
	wideParagraph = 1.3
)

// A setting is what a paragraph of running text was set from.
type setting struct {
	text   paragraph.Text
	spans  []span
	look   text
	order  int
	around surroundings
	// nodes are how many lines it has; first is the index of the first justified one in
	// the document's list, and justified counts them.
	nodes, first, justified int
	// longer and shorter say that its spaces may be enough for a line more or less.
	longer, shorter bool
}

// can reports whether the paragraph may have a line more, or one less.
func (s *setting) can(looseness int) bool {
	if looseness > 0 {
		return s.longer
	}
	return s.shorter
}

// A replacedParagraph are the justified lines that take the place of some in the
// document's list.
type replacedParagraph struct {
	first, count int
	lines        []page.JustifiedLine
}

// lengthen fills the short pages of a section.
func (b *builder) lengthen(s *section) {
	notes := s.noteLines()
	for i := 0; i < len(s.pages); i++ {
		b.fill(s, i)
		if s.empty(i) > shortPage {
			b.chooseAgain(s, i, notes)
		}
	}
}

// fill makes paragraphs of a page longer as long as it has room for a line.
func (b *builder) fill(s *section, i int) {
	if s.empty(i) <= shortPage {
		return
	}
	longer := 0
	for _, again := range s.paragraphsOn(i) {
		if s.empty(i) < 1.5 || longer == mostLonger {
			return
		}
		if !again.longer {
			continue
		}
		if v, ok := b.variant(s, i, again, 1); ok && s.pages[i].Used+v.height() <= s.frame.Height+0.01 {
			b.apply(s, v)
			s.pages[i].Used += v.height()
			longer++
		}
	}
}

// chooseAgain chooses the pages about a short one with a paragraph of them longer or
// shorter, if fewer of them are short then.
func (b *builder) chooseAgain(s *section, i int, notes []pagination.Note) {
	from, to := s.window(i)
	chosen := 0
	for page := i; page >= max(from, i-pagesBack); page-- {
		for _, again := range s.paragraphsOn(page) {
			for _, looseness := range []int{-1, 1} {
				if !again.can(looseness) {
					continue
				}
				v, ok := b.variant(s, page, again, looseness)
				if chosen++; ok && b.better(s, from, to, v, notes) || chosen == mostChosen {
					return
				}
			}
		}
	}
}

// window are the pages about one that can be chosen by themselves: no figure or note
// waits before the first or after the last, which is not of them.
func (s *section) window(i int) (from, to int) {
	whole := func(i int) bool {
		return i <= 0 || i >= len(s.pages) || len(s.pages[i].Top) == 0 && s.pages[i].Carry.None()
	}
	for from = max(0, i-pagesBack); !whole(from); from-- {
	}
	for to = min(len(s.pages), i+pagesBack); !whole(to); to++ {
	}
	return from, to
}

// better chooses some pages with a variant, and reports whether fewer of them are short;
// else all is as it was.
func (b *builder) better(s *section, from, to int, v variant, notes []pagination.Note) bool {
	// They are tried apart: the list is long.
	start, end := s.pages[from].From, s.pages[to-1].To
	at := v.at - start
	part := &section{frame: s.frame, noted: s.noted, notes: s.notes}
	part.list = slices.Replace(slices.Clone(s.list[start:end]), at, at+len(v.old), v.nodes...)
	part.boxes = slices.Replace(slices.Clone(s.boxes[start:end]), at, at+len(v.old), s.boxesOf(v.withNotes())...)
	part.pages = pagination.Pages(part.boxes, notes, s.frame)
	emptiness := part.emptiness(0, len(part.pages))
	if last := len(part.pages) - 1; end < len(s.list) && last >= 0 { // what follows is not in the list
		emptiness += max(0, (s.frame.Height-part.pages[last].Used)/s.frame.Line-shortPage)
	}
	if emptiness >= s.emptiness(from, to)-0.4 { // less is not worth it
		return false
	}
	b.apply(s, v)
	for i := range part.pages {
		p := &part.pages[i]
		p.From, p.To, p.Waits = p.From+start, p.To+start, p.Waits+start
		for k := range p.Top {
			p.Top[k] += start
		}
	}
	s.pages = slices.Replace(s.pages, from, to, part.pages...)
	return true
}

// emptiness is how many lines more than may be are empty on pages of a section.
func (s *section) emptiness(from, to int) float64 {
	sum := 0.0
	for i := from; i < to; i++ {
		sum += max(0, s.empty(i)-shortPage)
	}
	return sum
}

// empty counts the empty lines of a page that is short for no reason but that what
// follows has no room.
func (s *section) empty(i int) float64 {
	p := &s.pages[i]
	next := p.To
	for next < len(s.list) && s.list[next].kind == spaceNode {
		next++
	}
	for next < len(s.list) && s.list[next].kind != boxNode {
		next++ // figures wait for the chapter's end
	}
	if next == len(s.list) || s.list[next].forced || s.list[next].opens || !p.Cut.None() {
		return 0
	}
	empty := (s.frame.Height - p.Used) / s.frame.Line
	if empty > emptyPage {
		return 0
	}
	return empty
}

// paragraphsOn are the settings of the paragraphs that stand on a page whole, those with
// the most lines first: they show it least.
func (s *section) paragraphsOn(i int) []*setting {
	p := &s.pages[i]
	lines := map[*setting]int{}
	var all []*setting
	for j := p.From; j < p.To; j++ {
		again := s.list[j].again
		if again == nil {
			continue
		}
		if lines[again]++; lines[again] == again.nodes {
			all = append(all, again)
		}
	}
	slices.SortStableFunc(all, func(a, b *setting) int { return b.nodes - a.nodes })
	return all
}

// A variant is a paragraph of a list with other lines.
type variant struct {
	at         int
	old, nodes []node
	lines      []line
	replaced   replacedParagraph
}

// height is how much higher it is.
func (v *variant) height() float64 { return heightOf(v.nodes) - heightOf(v.old) }

// variant sets a paragraph of a page with so many lines more, where it can be without a
// wide line.
func (b *builder) variant(s *section, on int, again *setting, looseness int) (v variant, ok bool) {
	v.at = s.pages[on].From
	for s.list[v.at].again != again {
		v.at++
	}
	v.old = slices.Clone(s.list[v.at : v.at+again.nodes])
	if slices.ContainsFunc(v.old, func(n node) bool { return len(n.content.figures) > 0 }) {
		return v, false // pictures in its lines
	}
	text := again.text
	text.Looseness = looseness
	v.lines, _ = b.set(&text, again.spans, again.order) // its problems are told
	if len(v.lines) != again.nodes+looseness {
		return v, false
	}
	v.replaced = replacedParagraph{first: again.first, count: again.justified}
	sum := 0.0
	for k := range v.lines {
		if v.lines[k].Justified {
			v.replaced.lines = append(v.replaced.lines, justified(v.lines, k))
			sum += v.lines[k].Ratio
		}
	}
	wide := func(l page.JustifiedLine) bool { return l.Ratio > Wide }
	if slices.ContainsFunc(v.replaced.lines, wide) || sum > wideParagraph*float64(len(v.replaced.lines)) {
		return v, false
	}
	here := b.surroundings
	b.surroundings = again.around
	v.nodes = b.lineNodes(v.lines, again.look)
	b.surroundings = here
	return v, true
}

// narrowest is the least that a space can be set to, over the face's own.
const narrowest = 0.7

// measure finds out whether the spaces of a paragraph may be enough for a line more or
// less: for one more they push a word over the end of the last line, for one less they
// take in all of it.
func (b *builder) measure(again *setting, lines []line) {
	face, ok := b.options.Library.Face(again.look.style.Family, again.look.style.Bold)
	if !ok || len(lines) == 0 {
		return
	}
	wider, closer := 0.0, 0.0
	for i := range lines {
		if l := &lines[i]; l.Justified {
			natural := float64(l.Words-1) * face.Space * again.look.style.Size
			wider += (Wide - l.Ratio) * natural
			closer += (l.Ratio - narrowest) * natural
		}
	}
	last := lines[len(lines)-1].Width
	again.longer, again.shorter = wider >= again.text.Width-last, closer >= last
}

// apply puts a variant into its section.
func (b *builder) apply(s *section, v variant) {
	s.replace(v.at, len(v.old), b.placed(&v))
	b.replaced = append(b.replaced, v.replaced)
}

// withNotes are the lines of a variant with the notes that those before call for.
func (v *variant) withNotes() []node {
	nodes := slices.Clone(v.nodes)
	nodes[0].breakBefore, nodes[0].opens, nodes[0].forced = v.old[0].breakBefore, v.old[0].opens, v.old[0].forced
	for i := range nodes {
		nodes[i].frames = v.old[0].frames
		nodes[i].notes = nil
		for _, m := range v.lines[i].notes {
			for k := range v.old {
				at := slices.IndexFunc(v.old[k].notes, func(made *note) bool { return made.of == m })
				if at >= 0 && !slices.ContainsFunc(nodes[:i+1], func(n node) bool { return slices.Contains(n.notes, v.old[k].notes[at]) }) {
					nodes[i].notes = append(nodes[i].notes, v.old[k].notes[at])
				}
			}
		}
	}
	return nodes
}

// placed are the lines of a variant with the notes and the anchors of those before: an
// anchor that a note leads back to stands on the line of its mark, others on the first.
func (b *builder) placed(v *variant) []node {
	nodes := v.withNotes()
	for i := range v.old {
		for _, anchor := range v.old[i].content.anchors {
			to := max(0, slices.IndexFunc(v.lines, func(l line) bool {
				return slices.ContainsFunc(l.notes, func(m *brief.Note) bool { return b.markAnchor(m) == anchor.Name })
			}))
			nodes[to].content.anchors = append(nodes[to].content.anchors, anchor)
		}
	}
	return nodes
}

// replace puts nodes in the place of some, and lets all pages speak of what they spoke
// of before.
func (s *section) replace(at, count int, nodes []node) {
	s.list = slices.Replace(s.list, at, at+count, nodes...)
	s.boxes = slices.Replace(s.boxes, at, at+count, s.boxesOf(nodes)...)
	more := len(nodes) - count
	for i := range s.pages {
		p := &s.pages[i]
		for _, index := range []*int{&p.From, &p.To, &p.Waits} {
			if *index > at {
				*index += more
			}
		}
		p.Top = slices.Clone(p.Top)
		for k := range p.Top {
			if p.Top[k] > at {
				p.Top[k] += more
			}
		}
	}
}

// spacing is the document's list of justified lines, with the paragraphs that were set again.
func (b *builder) spacing() []page.JustifiedLine {
	slices.SortFunc(b.replaced, func(x, y replacedParagraph) int { return y.first - x.first })
	lines := b.document.Justified
	for _, r := range b.replaced {
		lines = slices.Replace(lines, r.first, r.first+r.count, r.lines...)
	}
	return lines
}
