package typeset

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/filing"
	"warraq/input/source"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// An indexEntry is a term of the index and the anchors of its places.
type indexEntry struct {
	term    string
	anchors []string
	// last puts terms of the other script after all of the document's; key is
	// what they are filed by.
	last bool
	key  string
}

// terms are the entries of the index, in the order they are met, and where each
// stands in it.
type terms struct {
	entries []indexEntry
	of      map[string]int
}

// entry is that of a term.
func (t *terms) entry(term string) *indexEntry {
	i, found := t.of[term]
	if !found {
		i = len(t.entries)
		t.of[term] = i
		t.entries = append(t.entries, indexEntry{term: term})
	}
	return &t.entries[i]
}

// indexed notes a place of a term and returns the anchor's name.
func (b *builder) indexed(term string) string {
	e := b.terms.entry(term)
	name := b.own("index:" + term + ":" + b.names.Integer(len(e.anchors)+1))
	e.anchors = append(e.anchors, name)
	return name
}

// index sets the terms with their pages, in the order of the alphabet, at the end of the
// document. All other pages are chosen by then, so every number is true.
func (b *builder) index() {
	if len(b.terms.entries) == 0 {
		return
	}
	pages := b.pagesOf()
	entries := slices.Clone(b.terms.entries)
	filer := filing.New()
	for i := range entries {
		e := &entries[i]
		e.last, e.key = filing.IsArabic(e.term) != b.rtl, filer.Key(e.term)
	}
	slices.SortStableFunc(entries, func(x, y indexEntry) int {
		if x.last != y.last {
			if y.last {
				return -1
			}
			return 1
		}
		return strings.Compare(x.key, y.key)
	})
	b.heading(b.indexHeading())
	width := (b.width - columnGap) / 2
	var lines []node
	b.within(0, b.width-width, func() { lines = b.apart(func() { b.indexEntries(entries, pages) }) })
	b.columns(lines, width+columnGap)
	b.closeSection(false)
}

// indexEntries sets entries in the open column, each hung under its term.
func (b *builder) indexEntries(entries []indexEntry, pages map[string]int) {
	t := b.theme.BibliographyEntry
	direction := paragraph.LTR // terms of the other script stand at the side of all others
	if b.rtl {
		direction = paragraph.RTL
	}
	list := b.tree.Add(b.parent, page.List)
	for _, e := range entries {
		b.space(b.theme.Space.ListItem)
		body := b.tree.Add(b.tree.Add(list, page.ListItem), page.ListBody)
		spans := []span{b.span(e.term, t, body, source.Span{})}
		for _, r := range runsOf(e.anchors, pages) {
			spans = append(spans, b.span(b.names.BetweenPages(), t, body, source.Span{}))
			in := b.inliner(t, body)
			to := &linkTarget{anchor: r.anchor, description: b.names.Page(r.first)}
			in.inLink(page.Reference, to, func() {
				in.style.Color = b.theme.Colors.Accent
				in.add(b.names.Folios(r.first, r.last), b.brief.Meta.Title.Span)
			})
			for _, s := range in.spans {
				spans = append(spans, s.kept())
			}
		}
		hang := 1.5 * t.Size
		b.within(hang, 0, func() {
			b.stack(spans, text{style: t, align: paragraph.Start, keepLines: true, indent: -hang, direction: direction})
		})
	}
}

// A pageRun is a run of pages without a gap, by their indexes, and an anchor on the
// first.
type pageRun struct {
	first, last int
	anchor      string
}

// runsOf are the runs of the pages that anchors stand on.
func runsOf(anchors []string, pages map[string]int) []pageRun {
	var runs []pageRun
	for _, anchor := range anchors {
		if n, ok := pages[anchor]; ok {
			runs = append(runs, pageRun{n, n, anchor})
		}
	}
	slices.SortStableFunc(runs, func(a, b pageRun) int { return a.first - b.first }) // notes and figures stand later than they are met
	joined := runs[:0]
	for _, r := range runs {
		if n := len(joined); n > 0 && r.first <= joined[n-1].last+1 {
			joined[n-1].last = r.last
			continue
		}
		joined = append(joined, r)
	}
	return joined
}

// columnGap is the room between two columns.
const columnGap = 18.0

// columns puts a list that was set in a column, the one where lines begin, into two on
// each page; the second begins so far from the first. What the open list holds stands
// above them on the first page. On the last page they are as low as can be.
func (b *builder) columns(list []node, distance float64) {
	if b.rtl {
		distance = -distance
	}
	height := b.sheet.textHeight()
	room := height - heightOf(b.nodes[b.filled(0):])
	for list = withoutSpace(list); len(list) > 0; room = height {
		first, rest := list[:breakOf(list, room)], withoutSpace(list[breakOf(list, room):])
		second, rest := rest[:breakOf(rest, room)], withoutSpace(rest[breakOf(rest, room):])
		if len(rest) == 0 {
			level := levelBreak(list, room)
			first, second = list[:level], withoutSpace(list[level:])
		}
		for i := range second {
			second[i].content.move(distance, 0)
		}
		both := node{kind: boxNode, height: math.Max(heightOf(withoutSpace(first)), heightOf(second)), place: list[0].place}
		pile(&both, first, 0)
		pile(&both, second, 0)
		b.add(both)
		list = rest
	}
}

// breakOf is where the first column of a list ends that has so much room, as far on as
// can be; what may not be parted ends it where nothing else can.
func breakOf(list []node, room float64) int {
	end, height := 0, 0.0
	for i := range list {
		if parts(list, i) {
			end = i
		}
		height += list[i].height
		if list[i].kind == boxNode && height > room+0.01 && i > 0 {
			return cmp.Or(end, i)
		}
	}
	return len(list)
}

// levelBreak parts a list that has room in two columns so that the higher is as low as
// can be: of two such places the second, for the first column to be the higher.
func levelBreak(list []node, room float64) int {
	end, lowest := len(list), room+0.01
	for i := range list {
		if !parts(list, i) {
			continue
		}
		if height := math.Max(heightOf(withoutSpace(list[:i])), heightOf(list[i:])); height <= lowest+0.01 {
			end, lowest = i, height
		}
	}
	return end
}

// parts reports whether a column may begin with a node.
func parts(list []node, i int) bool {
	return i > 0 && list[i].kind == boxNode && list[i].breakBefore < forbidden
}

// withoutSpace is a list without the space at its ends.
func withoutSpace(list []node) []node {
	for len(list) > 0 && list[0].kind == spaceNode {
		list = list[1:]
	}
	for len(list) > 0 && list[len(list)-1].kind == spaceNode {
		list = list[:len(list)-1]
	}
	return list
}

func (b *builder) indexHeading() *brief.Heading {
	return &brief.Heading{
		Level: 1, Content: []brief.Inline{&brief.Text{Value: b.names.Index()}},
		Attributes: brief.Attributes{ID: b.own("index")},
	}
}
