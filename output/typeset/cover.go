package typeset

import (
	"cmp"
	"image/color"
	"math"

	"warraq/input/brief"
	"warraq/input/colour"
	"warraq/input/problem"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// The title of a cover is of a size in this range: as large as lets it stand in as few
// lines as it takes at the middle one, or where those are many, at the smallest. One that has no room even so is set smaller, down to the last, with a warning.
const (
	largestTitle  = 48.0
	middleTitle   = 42.0
	smallestTitle = 36.0
	leastTitle    = 20.0
	fewLines      = 2
)

// displayLeading is what is left of a title's leading at such sizes, and latinLeading
// that of letters that reach less far up and down.
const (
	displayLeading = 0.86
	latinLeading   = 0.75
)

var (
	longTitle = problem.Kind{
		Code: "cover-title-long", Severity: problem.Warning,
		Message: problem.Text{AR: "العنوان طويل على الغلاف؛ طُبع بحجم %d نقطة، وأقلّه المستحسن %d", EN: "the title is long for the cover; it is printed at %d points, and %d is the least that looks well"},
		Advice:  problem.Text{AR: "اختصره، أو انقل بعضه إلى subtitle.", EN: "Shorten it, or move a part of it to the subtitle."},
	}
	fullCover = problem.Kind{
		Code: "cover-full", Severity: problem.Warning,
		Message: problem.Text{AR: "نصوص الغلاف أطول من صفحته بمقدار %d نقطة، فطُبعت بلا خلفية على ما تحتاج إليه من صفحات", EN: "the texts of the cover are %d points longer than its page: they are printed on paper, on as many pages as they need"},
		Advice:  problem.Text{AR: "اختصر العنوان أو العنوان الفرعي أو صفات المؤلفين.", EN: "Shorten the title, the subtitle or what is said of the authors."},
	}
)

// A coverPage is the page of the title in the making.
type coverPage struct {
	*builder
	style brief.CoverStyle
	// ground, ink and mark are its colours, unless it is plain.
	ground, ink, mark color.NRGBA
	// scale is what its sizes and distances are changed by on a small sheet.
	scale float64
	// headEnd is where the head of the page ends.
	headEnd float64
	node    node
}

// cover is a page of its own. At its head stand the owner and the series, at its foot
// the authors and the date, and below them on paper the logos; between the two stands
// the title. What is behind them reaches to the edges of the sheet, and over them where
// it is cut.
func (b *builder) cover() {
	c := &coverPage{builder: b, style: b.brief.Meta.Cover.Style, scale: math.Min(math.Max(b.sheet.Width/595, 0.8), 1.1)}
	if c.style == "" {
		c.style = brief.CoverStyle(cmp.Or(b.theme.Cover.Style, theme.PlainCover))
	}
	c.ground, c.ink, c.mark = b.theme.CoverColors()
	c.node = node{kind: boxNode, height: b.sheet.textHeight()}

	undo := b.mark()
	head := b.apart(c.head)
	var foot, signs []node
	restore := b.postponed(func() {
		foot = b.apart(c.foot)
		if b.hasLogos() {
			signs = b.apart(func() { b.add(b.logos(34 * c.scale)) })
		}
	})
	bottom := b.sheet.textHeight()
	strip := 0.0 // the height of the paper below all, from the edge of the page
	if len(signs) > 0 {
		strip = heightOf(signs) + 40*c.scale
		bottom = math.Min(bottom, b.sheet.Height-b.sheet.Top-strip-26*c.scale)
	}
	footTop := bottom - heightOf(foot)
	gap := 30 * c.scale // between the parts, at least

	// A pattern stands above all texts, and takes the room that they leave.
	top, least := 0.0, 0.0
	if c.style == brief.PatternCover {
		least = c.sheet.Width/khatamAcross - b.sheet.Top + patternGap*c.scale
	}
	titles := c.titles(footTop - gap - gap - heightOf(head) - least)
	need := heightOf(head) + gap + heightOf(titles) + gap
	if over := least + need - footTop; over > 0.5 {
		undo()
		b.problems.Add(fullCover.At(b.brief.Meta.Title.Span, int(math.Ceil(over))))
		b.titleBlock()
		b.titleLine(page.Paragraph, b.brief.Meta.Cover.Credit.Value, b.brief.Meta.Cover.Credit.Span, b.muted(), 0)
		b.closeSection(true)
		return
	}
	restore()
	var at float64 // the top of the titles
	switch c.style {
	case brief.PatternCover:
		free := footTop - need + b.sheet.Top - patternGap*c.scale
		top = math.Max(least, c.whole(math.Min(0.46*b.sheet.Height, free))-b.sheet.Top+patternGap*c.scale)
		at = top + heightOf(head) + gap
	case brief.PictureCover:
		at = footTop - gap*1.4 - heightOf(titles)
	default:
		at = math.Min(b.sheet.textHeight()*0.3, footTop-gap-heightOf(titles))
	}
	at = math.Max(at, top+heightOf(head)+gap)
	c.headEnd = top + heightOf(head)
	pile(&c.node, head, top)
	pile(&c.node, titles, at)
	pile(&c.node, foot, footTop)
	y := b.sheet.Height - b.sheet.Top - strip // where the strip begins
	if strip == 0 {
		y += b.sheet.Bleed
	}
	c.node.content.items = append(c.behind(top, at, y), c.node.content.items...)
	if len(signs) > 0 {
		if c.style != brief.PlainCover || b.theme.Cover.Ground {
			c.node.content.items = append(c.node.content.items, c.across(y, strip+b.sheet.Bleed, color.NRGBA{255, 255, 255, 255}))
		} else {
			c.node.content.items = append(c.node.content.items, ruleItem(b.x, y, b.width, 0.6, b.theme.Colors.Rule))
		}
		pile(&c.node, signs, y+(strip-heightOf(signs))/2)
	}
	b.add(c.node)
	b.closeSection(true)
}

// postponed sets blocks whose elements are read later: the function that it returns puts
// them in the tree.
func (b *builder) postponed(set func()) (restore func()) {
	parent, first := b.parent, len(b.element(b.parent).Children)
	set()
	e := b.element(parent)
	late := append([]page.Ref{}, e.Children[first:]...)
	e.Children = e.Children[:first]
	return func() { b.tree.Append(parent, late...) }
}

// edges are those of the sheet with its bleed, from the column's upper left corner.
func (s sheet) edges() (left, top, width, height float64) {
	return -s.left(0) - s.Bleed, -s.Top - s.Bleed, s.Width + 2*s.Bleed, s.Height + 2*s.Bleed
}

// across is a ground from side to side of the sheet.
func (c *coverPage) across(y, height float64, fill color.NRGBA) page.Item {
	left, _, width, _ := c.sheet.edges()
	return rectangle(left, y, width, height, fill)
}

// behind is what stands behind the texts down to end, where the head begins at top and
// the titles at titles.
func (c *coverPage) behind(top, titles, end float64) []page.Item {
	left, up, width, height := c.sheet.edges()
	var items []page.Item
	switch c.style {
	case brief.PictureCover:
		return c.behindPicture(titles, end)
	case brief.PatternCover:
		foot := top - patternGap*c.scale
		items = []page.Item{rectangle(left, foot, width, end-foot, c.ground)}
		items = append(items, khatam(left+c.sheet.Bleed, up+c.sheet.Bleed, c.sheet.Width, foot+c.sheet.Top, c.sheet.Bleed, c.ground, c.ink, c.mark)...)
		return append(items, rectangle(left, foot-1.5*c.scale, width, 3*c.scale, c.mark))
	case brief.FieldCover:
		items = []page.Item{rectangle(left, up, width, end-up, c.ground)}
		return append(items, c.band(end, c.deep(0.35))...)
	}
	if c.theme.Cover.Ground {
		items = append(items, rectangle(left, up, width, height, c.theme.Colors.Tint))
	}
	return append(items, c.band(up+height, c.theme.Colors.Accent)...)
}

// patternGap is the room between a pattern and the head below it.
const patternGap = 22.0

// whole is the height of a pattern that ends with whole or half stars, no more than one.
func (c *coverPage) whole(height float64) float64 {
	half := c.sheet.Width / khatamAcross / 2
	return math.Floor(height/half) * half
}

// band is the theme's band along the binding.
func (c *coverPage) band(end float64, fill color.NRGBA) []page.Item {
	band := c.theme.Cover.Band
	if band <= 0 {
		return nil
	}
	left, up, width, _ := c.sheet.edges()
	x := left
	if c.rtl {
		x = left + width - band - c.sheet.Bleed
	}
	return []page.Item{rectangle(x, up, band+c.sheet.Bleed, end-up, fill)}
}

// deep is the colour of the cover moved away from that of its text: text that can be
// read on the one can be read on the other.
func (c *coverPage) deep(part float64) color.NRGBA {
	far := color.NRGBA{A: 255}
	if white := (color.NRGBA{255, 255, 255, 255}); colour.Contrast(c.ink, white) > colour.Contrast(c.ink, far) {
		far = white
	}
	return colour.Mix(c.ground, far, part)
}

// look is a text of the theme on the cover, larger or smaller.
func (c *coverPage) look(t theme.Text, factor float64) theme.Text {
	t.Size *= factor * c.scale
	t.Leading *= factor * c.scale
	if c.style != brief.PlainCover {
		t.Color = c.ink
	}
	return t
}

// head is the owner at the side where lines begin, the series at the other, and a rule.
func (c *coverPage) head() {
	m := c.brief.Meta
	bold, quiet := c.look(c.theme.Byline, 1.2), c.look(c.theme.Byline, 1.04)
	bold.Bold = true
	if c.style == brief.PlainCover {
		quiet.Color = c.theme.Colors.Muted
	}
	series := c.names.Series()
	both := m.Institution.Value+m.Programme.Value != "" && series.Value != ""
	n := node{kind: boxNode}
	put := func(start, end float64, set func()) {
		var lines []node
		c.within(start, end, func() { lines = c.apart(set) })
		pile(&n, lines, 0)
		n.height = math.Max(n.height, heightOf(lines))
	}
	line := func(f brief.Field, t theme.Text, align paragraph.Align) {
		if f.Value != "" {
			c.stack([]span{c.span(f.Value, t, c.tree.Add(c.parent, page.Paragraph), f.Span)}, text{style: t, align: align, keepLines: true})
		}
	}
	share := 0.0
	if both {
		share = c.width * 0.4
	}
	put(0, share, func() {
		line(m.Institution, bold, paragraph.Start)
		line(m.Programme, quiet, paragraph.Start)
		if !both {
			line(series, quiet, paragraph.Start)
		}
	})
	if both {
		put(c.width-share+12*c.scale, 0, func() {
			c.room((bold.Leading-quiet.Leading)*0.6, 0) // on one line with the owner, nearly
			line(series, quiet, paragraph.End)
		})
	}
	if n.height == 0 {
		return
	}
	rule := c.theme.Colors.Rule
	if c.style != brief.PlainCover {
		rule = c.ink
		rule.A = 110
	}
	n.height += 10 * c.scale
	n.content.items = append(n.content.items, ruleItem(c.x, n.height, c.width, 0.6, rule))
	c.add(n)
}

// titles are the kind of the report, its title and its subtitle, in so much room.
func (c *coverPage) titles(room float64) []node {
	m := c.brief.Meta
	kind, subtitle := c.look(c.theme.Kind, 1.25), c.look(c.theme.Subtitle, 1.25)
	others := c.apart(func() { // to be measured: they are set below the title, which comes first
		c.unread(func() {
			c.line(m.Kind, kind)
			c.line(m.Subtitle, subtitle)
		})
	})
	gap := 13 * c.scale
	title := c.display(room - heightOf(others) - 4*gap)
	return c.apart(func() {
		c.line(m.Kind, kind)
		if m.Kind.Value != "" {
			c.room(7*c.scale, forbidden)
		}
		first := len(c.nodes)
		c.titleLine(page.Title, m.Title.Value, m.Title.Span, title, 0)
		if m.TitleID != "" {
			c.anchor(first, page.Anchor{Name: m.TitleID})
		}
		c.room(math.Max(gap, title.Size*0.45), forbidden) // below the tails of letters
		rule := node{kind: boxNode, height: 4 * c.scale}
		length, x := 54*c.scale, c.x
		if c.rtl {
			x = c.x + c.width - length
		}
		mark := c.mark
		if c.style == brief.PlainCover {
			mark = c.theme.Colors.Accent
		}
		rule.content.items = []page.Item{rectangle(x, 0, length, 3*c.scale, mark)}
		c.add(rule)
		if m.Subtitle.Value != "" {
			c.room(gap*0.8, forbidden)
			c.line(m.Subtitle, subtitle)
		}
	})
}

// line is a paragraph of the cover, or nothing.
func (c *coverPage) line(f brief.Field, t theme.Text) {
	c.titleLine(page.Paragraph, f.Value, f.Span, t, 0)
}

// unread sets what is measured alone: it leaves nothing in the tree, and tells nothing.
func (b *builder) unread(set func()) {
	undo := b.mark()
	set()
	undo()
}

// mark returns a function that takes back what was put into the tree since, and what was
// told.
func (b *builder) mark() (undo func()) {
	tree, told, parent := *b.tree, b.told, b.parent
	children := tree[parent].Children
	return func() {
		*b.tree, b.told = tree, told
		b.element(parent).Children = children
	}
}

// display is how the title is set so that it has room.
func (c *coverPage) display(room float64) theme.Text {
	m := c.brief.Meta
	leading := displayLeading
	if arabic, _ := countLetters(m.Title.Value); arabic == 0 {
		leading = latinLeading
	}
	at := func(size float64) theme.Text {
		t := c.look(c.theme.Title, 1)
		t.Leading = size * c.theme.Title.Leading / c.theme.Title.Size * leading
		t.Size = size
		return t
	}
	// lines is in how many lines the title stands, and fits whether these have room.
	lines := func(t theme.Text) (n int, fits bool) {
		spans := []span{{text: m.Title.Value, style: styleOf(t)}}
		_, word := c.natural(&paragraph.Text{Digits: c.digits}, spans)
		set, _ := c.set(&paragraph.Text{Width: c.width, Align: paragraph.Start, Even: true, Digits: c.digits, Direction: c.direction(spans)}, spans, 0)
		return len(set), word <= c.width && float64(len(set))*t.Leading <= room
	}
	largest := math.Max(largestTitle, c.theme.Title.Size)
	few, _ := lines(at(middleTitle))
	if few > fewLines {
		few, _ = lines(at(smallestTitle))
		few = max(few, fewLines)
	}
	for size := largest; size >= smallestTitle; size-- {
		t := at(size)
		if n, fits := lines(t); fits && n <= few {
			return t
		}
	}
	size := smallestTitle
	for size > leastTitle {
		size--
		if _, fits := lines(at(size)); fits {
			break
		}
	}
	c.problems.Add(longTitle.At(m.Title.Span, int(size), int(smallestTitle)))
	return at(size)
}

// foot is the authors, one a line, the partners where none has a logo, the date, and who
// made the picture.
func (c *coverPage) foot() {
	m := c.brief.Meta
	byline := c.look(c.theme.Byline, 1.1)
	bold, quiet := byline, byline
	bold.Bold = true
	if c.style == brief.PlainCover {
		quiet.Color = c.theme.Colors.Muted
	}
	for _, a := range m.Authors {
		e := c.tree.Add(c.parent, page.Paragraph)
		spans := []span{c.span(a.Name, bold, e, a.Span)}
		if about := c.names.About(a); about != "" {
			spans = append(spans, c.span(about, quiet, e, a.Span))
		}
		c.stack(spans, text{style: byline, align: paragraph.Start, keepLines: true})
	}
	if len(m.Partners) > 0 && !c.hasLogos() {
		c.line(brief.Field{Value: c.names.PartnersIn(), Span: m.Partners[0].Span}, quiet)
	}
	c.line(brief.Field{Value: c.names.Date(c.options.Date), Span: m.DateSpan}, quiet)
	if credit := m.Cover.Credit; credit.Value != "" {
		small := c.look(c.theme.Caption, 0.85)
		c.room(6*c.scale, forbidden)
		c.line(credit, small)
	}
}
