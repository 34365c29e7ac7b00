// Package typeset turns a brief into pages: it stacks paragraphs, tables,
// figures and notes into one vertical list, chooses pages over the whole list,
// and says what stands where and what it means. Nothing is drawn here.
//
// Lengths are points.
package typeset

import (
	"cmp"
	"context"
	"strings"
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
	// Beside is the width of the table of its data beside it, as [Widths] says; 0
	// where it stands below.
	Beside float64
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
	// Tones are how pictures look that text stands on; of those without them nothing is
	// known.
	Tones  map[*brief.Picture]*page.Tones
	Digits brief.Digits
	// Date is the document's date; zero where there is none.
	Date time.Time
	// Proof marks every page as a draft.
	Proof bool
}

// A builder gathers the vertical list. Its parts keep what is theirs.
type builder struct {
	brief   *brief.Brief
	options Options
	theme   *theme.Theme
	names   *label.Names
	// sheet is the open one, and sections are done.
	sheet    sheet
	sections []*section
	document *page.Document

	verticalList
	surroundings
	setter
	structure
	anchors
	terms
	footnotes
	bookmarks
	told
	// replaced are the paragraphs that were made longer or shorter.
	replaced []replacedParagraph
	// opener says where the chapter begins that opens the list, if one does.
	opener theme.Chapters
	// opening is set before the first paragraph of a section, which is not
	// indented.
	opening          bool
	bibliographyDone bool
}

// surroundings are where and how blocks are set.
type surroundings struct {
	// x and width are the column.
	x, width float64
	rtl      bool
	// fromRight is the side of the document, or of the part of it that is in another
	// direction: rtl is also that of a list within.
	fromRight bool
	// parent is the element that blocks are children of.
	parent page.Ref
	// body is the look of running text, and inNote is set in notes.
	body   theme.Text
	inNote bool
	// depth counts nested lists, and tight is set inside one whose items follow
	// each other closely.
	depth int
	tight bool
}

// structure is the tree of the document and the order in which it is read.
type structure struct {
	tree  *page.Tree
	order int
}

// element is an element of the tree, good until the next is added.
func (s *structure) element(e page.Ref) *page.Element { return &(*s.tree)[e] }

// take allots the orders of n items, and returns the first.
func (s *structure) take(n int) int {
	first := s.order
	s.order += n
	return first
}

// bookmarks are the outline in the making.
type bookmarks struct{ outline []page.OutlineItem }

// bookmark adds a heading. Bookmarks never skip a level; whether tags may is for
// the standard to say.
func (b *bookmarks) bookmark(level int, title, anchor string) {
	if strings.TrimSpace(title) == "" {
		return
	}
	last := 0
	if n := len(b.outline); n > 0 {
		last = b.outline[n-1].Level
	}
	b.outline = append(b.outline, page.OutlineItem{Level: min(level, last+1), Title: title, Anchor: anchor})
}

// told are the problems that were found.
type told struct {
	problems problem.List
	// unstretched names the faces of which it is said that they have no tatweel, and
	// missingFamilies are those that a picture asks for: each is told once.
	unstretched     []string
	missingFamilies map[missingFamily]bool
}

// Typeset makes the pages of a brief. The problems it finds are about what
// cannot be set well, each at its place in the source. The error is that of ctx.
func Typeset(ctx context.Context, b *brief.Brief, o Options) (*page.Document, problem.List, error) {
	s := newBuilder(b, o)
	s.front()
	for list := b.Body; len(list) > 0; {
		if err := ctx.Err(); err != nil {
			return nil, s.problems, err
		}
		list = list[s.next(list):]
	}
	s.references()
	s.biographies()
	s.closeSection(false)
	s.about()
	s.index()
	d := s.document
	d.Pages, d.Anchors = s.ship()
	d.Outline, d.Justified = s.outline, s.spacing()
	tagLanguages(d)
	return d, s.problems, ctx.Err()
}

// Picture sets a drawn figure of a brief by itself: what stands of it on its page
// without its caption, from its upper left corner.
func Picture(b *brief.Brief, f *brief.Figure, o Options) ([]page.Item, problem.List) {
	s := newBuilder(b, o)
	items := s.scene(o.Figures[f].Scene, 0, s.tree.Slot(s.tree.Add(0, page.Figure)), f.Span)
	return items, s.problems
}

func newBuilder(b *brief.Brief, o Options) *builder {
	s := &builder{
		brief: b, options: o, theme: onGrid(o.Theme), names: label.Of(b, o.Digits), sheet: sheet{o.Theme.Page, locale.RightToLeft(b.Meta.Lang), o.Theme.Body.Leading},
		document: &page.Document{Tree: page.NewTree(), Info: information(b, o.Date), Duplex: o.Theme.Page.Mirrored},
		setter:   setter{env: paragraph.Environment{Library: o.Library, Shaper: o.Shaper, Memo: o.Kept}, language: b.Meta.Lang, digits: numeral.System(o.Digits)},
		anchors:  newAnchors(b), terms: terms{of: map[string]int{}}, footnotes: footnotes{marked: map[*brief.Note]bool{}},
		told: told{missingFamilies: map[missingFamily]bool{}},
	}
	s.tree = &s.document.Tree
	s.element(0).Place = source.Span{File: b.File}
	s.surroundings = s.outermost(0)
	return s
}

// outermost are the surroundings of blocks that stand in nothing else, as children
// of an element.
func (b *builder) outermost(parent page.Ref) surroundings {
	return surroundings{
		width: b.sheet.Measure(), rtl: locale.RightToLeft(b.brief.Meta.Lang), fromRight: locale.RightToLeft(b.brief.Meta.Lang), parent: parent, body: b.theme.Body,
	}
}

// FigureWidth is the width a chart is drawn at, where nothing stands beside it.
func FigureWidth(t *theme.Theme, f *brief.Figure) float64 {
	if f.Half {
		return (t.Page.Measure() - pairGap) / 2
	}
	return t.Page.Measure()
}

func information(b *brief.Brief, date time.Time) page.Info {
	m := b.Meta
	info := page.Info{
		Title: m.Title.Value, Subject: cmp.Or(m.Description.Value, m.Subtitle.Value), Keywords: m.Keywords,
		Language: m.Lang, Date: date,
	}
	for _, a := range m.Authors {
		info.Authors = append(info.Authors, a.Name)
	}
	return info
}

// within sets blocks in a narrower column: from the side where lines begin, and
// from the side where they end.
func (s *surroundings) within(start, end float64, set func()) {
	here := *s
	s.width -= start + end
	if s.rtl {
		s.x += end
	} else {
		s.x += start
	}
	set()
	*s = here
}

// under sets blocks as children of a new structure element.
func (b *builder) under(role page.Role, set func()) page.Ref {
	here := b.surroundings
	e := b.tree.Add(b.parent, role)
	b.parent = e
	set()
	b.surroundings = here
	return e
}
