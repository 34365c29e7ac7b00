// Package typeset turns a brief into pages: it stacks paragraphs, tables,
// figures and notes into one vertical list, chooses pages over the whole list,
// and says what stands where and what it means. Nothing is drawn here.
//
// Lengths are points.
package typeset

import (
	"context"
	"time"

	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/label"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// A Figure is a chart as it was drawn, with what stands for it where it cannot
// be seen.
type Figure struct {
	Scene *scene.Scene
	// Alt is the alternative text, written from the data or by the author.
	Alt string
	// CSV is the figure's data and Option its ECharts option; either may be
	// nil, and then is not attached.
	CSV, Option []byte
}

// Options are what typesetting needs beside the brief.
type Options struct {
	Library *fonts.Library
	Shaper  *fonts.Shaper
	// Kept are the paragraphs that were set before; nil keeps none.
	Kept  *paragraph.Memo
	Theme *theme.Theme
	// Figures has every chart figure of the brief.
	Figures map[*brief.Figure]Figure
	// Drawings has every picture of the brief that is drawn.
	Drawings map[*brief.Picture]*scene.Scene
	Digits   brief.Digits
	// Date is the document's date; zero where there is none.
	Date time.Time
}

// builder gathers the vertical list.
type builder struct {
	brief   *brief.Brief
	options Options
	theme   *theme.Theme
	env     *paragraph.Environment
	names   *label.Names
	rtl     bool
	digits  numeral.System

	// sections are done; list is the open one, on the sheet.
	sections []*section
	sheet    theme.Page
	list     []node
	frames   []*frame
	// x and width are the column that blocks are set in.
	x, width float64
	// keep is the cost of a page break before the next node, and newPage forces
	// one.
	keep    float64
	newPage bool
	order   int
	// level is the level of the last bookmark, 0 before the first.
	level  int
	marked map[*brief.Note]bool // notes whose first mark is set
	// tree is the document's, and parent where blocks stand in it.
	tree     *page.Tree
	parent   page.Ref
	binder   binder
	document *page.Document
	problems problem.List
	// body is the look of running text here, and inNote is set in notes.
	body   theme.Text
	inNote bool
	// aside counts the lists apart that nodes are set into, of which none can
	// begin a page.
	aside int
	// depth counts nested lists.
	depth int
	// tight is set inside a list whose items follow each other closely.
	tight bool
	// opening is set before the first paragraph of a section, which is not
	// indented.
	opening bool
	// pendingNotes are set but not yet in the structure tree.
	pendingNotes     []page.Ref
	bibliographyDone bool
	// indexEntries are the terms of the index, indexOf their places in it, and
	// slotAnchors the anchors of slots whose line is not yet known.
	indexEntries []indexEntry
	indexOf      map[string]int
	slotAnchors  map[page.Ref][]string
	// ids are the author's, which are anchors too.
	ids map[string]bool
	// tables counts the tables set.
	tables int
	// unplaced are the slots with anchors in the spans of the next paragraph.
	unplaced []page.Ref
	// unstretched names the faces of which it is said that they have no tatweel.
	unstretched []string
	// missingFamilies were told already.
	missingFamilies map[missingFamily]bool
}

// Typeset makes the pages of a brief. The problems it finds are about what
// cannot be set well, each at its place in the source. The error is that of ctx.
func Typeset(ctx context.Context, b *brief.Brief, o Options) (*page.Document, problem.List, error) {
	s := &builder{
		brief: b, options: o, theme: o.Theme,
		env:     &paragraph.Environment{Library: o.Library, Shaper: o.Shaper, Memo: o.Kept},
		names:   label.Of(b, o.Digits),
		rtl:     locale.RightToLeft(b.Meta.Lang),
		digits:  numeral.System(o.Digits),
		marked:  map[*brief.Note]bool{},
		indexOf: map[string]int{}, slotAnchors: map[page.Ref][]string{}, body: o.Theme.Body, ids: idsOf(b),
		document: &page.Document{
			Tree: page.NewTree(), Info: information(b, o.Date), Duplex: o.Theme.Page.Mirrored,
		},
	}
	s.sheet = o.Theme.Page
	s.width = s.measure()
	s.tree = &s.document.Tree
	s.element(0).Place = source.Span{File: b.File}
	s.front()
	for list := b.Body; len(list) > 0; {
		if err := ctx.Err(); err != nil {
			return nil, s.problems, err
		}
		list = list[s.next(list):]
	}
	s.references()
	s.closeSection(false)
	s.index()
	shipped := s.ship()
	s.document.Pages = shipped.pages
	s.document.Anchors = shipped.anchors
	s.languages()
	return s.document, s.problems, ctx.Err()
}

// FigureWidth is the width a chart is drawn at.
func FigureWidth(t *theme.Theme, f *brief.Figure) float64 {
	if f.Half {
		return (t.Page.Measure() - pairGap) / 2
	}
	return t.Page.Measure()
}

func information(b *brief.Brief, date time.Time) page.Info {
	m := b.Meta
	info := page.Info{
		Title: m.Title.Value, Subject: m.Subtitle.Value, Keywords: m.Keywords,
		Language: m.Lang, Date: date,
	}
	for _, a := range m.Authors {
		info.Authors = append(info.Authors, a.Name)
	}
	return info
}

// element is an element of the structure tree, good until the next is added.
func (b *builder) element(e page.Ref) *page.Element { return &(*b.tree)[e] }

func (b *builder) measure() float64 { return b.sheet.Measure() }

// within sets blocks in a narrower column: from the side where lines begin, and
// from the side where they end.
func (b *builder) within(start, end float64, set func()) {
	x, width := b.x, b.width
	b.width -= start + end
	if b.rtl {
		b.x += end
	} else {
		b.x += start
	}
	set()
	b.x, b.width = x, width
}

// under sets blocks as children of a new structure element.
func (b *builder) under(role page.Role, set func()) page.Ref {
	parent := b.parent
	e := b.tree.Add(parent, role)
	b.parent = e
	set()
	b.parent = parent
	return e
}

// apart sets blocks into a list of their own and returns it.
func (b *builder) apart(set func()) []node {
	list, keep, newPage, frames := b.list, b.keep, b.newPage, b.frames
	b.list, b.keep, b.newPage, b.frames = nil, 0, false, nil
	b.aside++
	set()
	b.aside--
	made := b.list
	b.list, b.keep, b.newPage, b.frames = list, keep, newPage, frames
	return made
}
