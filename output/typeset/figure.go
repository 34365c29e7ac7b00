package typeset

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// figure sets a chart or picture with its caption, which stands where the theme has
// captions. It is a float: it stands where it is mentioned or at the top of the next
// page.
func (b *builder) figure(f *brief.Figure) {
	nodes := b.figureParts(f).nodes()
	if len(nodes) == 0 {
		return
	}
	b.float(nodes, f.Span)
	b.placeNotes()
}

// pairGap is the room between two figures side by side.
const pairGap = 16.0

// figurePair sets two figures side by side, the first where lines begin.
func (b *builder) figurePair(first, second *brief.Figure) {
	width := (b.width + pairGap) / 2
	var left, right figureParts
	b.within(0, width, func() { left = b.figureParts(first) })
	b.within(width, 0, func() { right = b.figureParts(second) })
	space := b.theme.Space.Block
	float := node{kind: floatNode, height: space, lead: space, trail: space, place: first.Span}
	// Pictures of different heights stand on one foot, or below captions under one line,
	// so that their captions begin on one.
	title := math.Max(heightOf(left.title), heightOf(right.title))
	tallest := math.Max(heightOf(left.picture), heightOf(right.picture))
	for _, f := range []figureParts{left, right} {
		top := space + title
		if b.theme.Captions != theme.CaptionsAbove {
			top += tallest - heightOf(f.picture)
		}
		foot := top + heightOf(f.picture)
		pile(&float, f.title, space)
		pile(&float, f.picture, top)
		pile(&float, f.below, foot)
		float.height = math.Max(float.height, foot+heightOf(f.below))
	}
	b.checkHeight(float.height-space, first.Span)
	float.height += space
	b.add(float)
	b.placeNotes()
}

// figureParts are the nodes of a figure: its caption where that stands above, its
// picture, and what stands below it. A figure that cannot be drawn has none.
type figureParts struct{ title, picture, below []node }

func (f figureParts) nodes() []node { return slices.Concat(f.title, f.picture, f.below) }

// figureParts sets a figure in the column's width.
func (b *builder) figureParts(f *brief.Figure) figureParts {
	if f.Decorative {
		picture, below := b.decoration(f)
		return figureParts{picture: []node{picture}, below: below}
	}
	if f.Chart != nil && b.options.Figures[f].Scene == nil {
		return figureParts{}
	}
	group := b.tree.Add(b.parent, page.Div)
	var set figureParts
	if b.theme.Captions == theme.CaptionsAbove {
		set.title = b.apart(func() {
			b.caption(b.names.FigureCaption(f), f.Caption, group, b.captionAlign())
			b.room(b.theme.Space.Block/2, 0)
		})
	}
	gap := node{kind: boxNode, height: b.theme.Space.Block / 2}
	if f.Remote != "" {
		set.picture, set.below = []node{b.remotePicture(f, group)}, append([]node{gap}, b.beneath(f, group)...)
		return set
	}
	element := b.tree.Add(group, page.Figure)
	b.element(element).Place = f.Span
	anchors := []page.Anchor{}
	if f.ID != "" {
		anchors = append(anchors, page.Anchor{Name: f.ID})
	}
	var picture content
	var height float64
	if f.Chart != nil {
		drawn := b.options.Figures[f]
		b.element(element).Alt = drawn.Alt
		x, width := b.x, drawn.Scene.Width
		height = drawn.Scene.Height
		switch {
		case drawn.Beside == 0:
			x = b.x + (b.width-width)/2
		case b.rtl:
			x = b.x + b.width - width
		}
		picture.items = b.scene(drawn.Scene, x, b.tree.Slot(element), f.Span)
		picture.figures = []figureBox{{element, x, 0, width, height}}
		b.attach(f, drawn, element)
	} else {
		b.element(element).Alt = b.names.Alternative(f)
		picture, height = b.pictureOf(f, element, b.tree.Slot(element))
	}
	picture.anchors = anchors

	set.picture = []node{{kind: boxNode, height: height, content: picture}}
	if f.Beside != nil {
		both := b.withTable(f, set.picture[0], group)
		set.picture, set.below = both[:1], both[1:]
	}
	set.below = append(set.below, gap)
	set.below = append(set.below, b.beneath(f, group)...)
	if f.Data != nil {
		b.hiddenTable(f.Data, group, &set.below[0])
	}
	if len(set.title) > 0 { // a link leads to what is read first
		set.title[0].content.anchors = append(set.title[0].content.anchors, anchors...)
		set.picture[0].content.anchors = nil
	}
	return set
}

// beneath is what stands below a figure's picture.
func (b *builder) beneath(f *brief.Figure, group page.Ref) []node {
	return b.apart(func() {
		if b.theme.Captions != theme.CaptionsAbove {
			b.caption(b.names.FigureCaption(f), f.Caption, group, b.captionAlign())
		}
		b.sourceLine(f.Source, group)
		b.noteLine(f.Note, group)
		b.credit(f.Credit, group)
	})
}

// remotePicture stands for a picture on a network: a frame with its description and
// its address, which lead to it.
func (b *builder) remotePicture(f *brief.Figure, group page.Ref) node {
	pad := b.theme.Space.BoxPadding
	look := b.fitting(b.theme.Caption)
	address := look
	address.Color = b.theme.Colors.Muted
	n := node{kind: boxNode}
	lines := b.apart(func() {
		b.within(pad, pad, func() {
			e := b.tree.Add(group, page.Paragraph)
			description := f.Alt
			if strings.TrimSpace(description) == "" {
				description = f.Remote
			}
			link := &brief.Link{URL: f.Remote, Content: []brief.Inline{&brief.Text{Value: description, Span: f.Span}}, Span: f.Span}
			b.stack(b.spans([]brief.Inline{link}, look, e), text{style: look, align: paragraph.Center, keepLines: true})
			if description != f.Remote {
				e = b.tree.Add(group, page.Paragraph)
				at := b.span(f.Remote, address, e, f.Span)
				at.style.LTR = true
				b.stack([]span{at}, text{style: address, align: paragraph.Center, keepLines: true})
			}
		})
	})
	pile(&n, lines, pad)
	n.height = heightOf(lines) + 2*pad
	const weight = 0.6
	c := b.theme.Colors.Rule
	n.content.items = append([]page.Item{
		rectangle(b.x, 0, b.width, weight, c), rectangle(b.x, n.height-weight, b.width, weight, c),
		rectangle(b.x, 0, weight, n.height, c), rectangle(b.x+b.width-weight, 0, weight, n.height, c),
	}, n.content.items...)
	if f.ID != "" {
		n.content.anchors = append(n.content.anchors, page.Anchor{Name: f.ID})
	}
	return n
}

// float joins nodes to one that may move to the top of the next page.
func (b *builder) float(nodes []node, place source.Span) {
	space := b.theme.Space.Block
	float := node{kind: floatNode, height: space, lead: space, trail: space, place: place}
	pile(&float, nodes, float.height)
	float.height += heightOf(nodes)
	b.checkHeight(float.height-space, place)
	float.height += space
	b.add(float)
}

// checkHeight reports a float that would run off the foot of its page.
func (b *builder) checkHeight(height float64, place source.Span) {
	if most := b.sheet.textHeight(); height > most+0.5 {
		b.problems.Add(tallFigure.At(place, int(math.Ceil(height)), int(most)))
	}
}

var tallFigure = problem.Kind{
	Code: "figure-too-tall", Severity: problem.Error,
	Message: problem.Text{
		AR: "ارتفاع الشكل مع عنوانه بالنقاط %d، ولا تسع الصفحة إلا %d",
		EN: "the figure and its caption are %d points high; the page has room for %d",
	},
	Advice: problem.Text{
		AR: "اجمع بنودًا أو اقتصر على أهمّها (transform: top)، أو اقسم الشكل شكلين.",
		EN: "Sum up entries or keep the most important (transform: top), or make two figures of it.",
	},
}

// captionAlign is where captions and sources of figures stand: in the middle, or at the
// side where lines begin where captions stand above.
func (b *builder) captionAlign() paragraph.Align {
	if b.theme.Captions == theme.CaptionsAbove {
		return paragraph.Start
	}
	return paragraph.Center
}

// caption sets a caption after what it is numbered by, which is bold. Where captions
// stand above, so is the title, which is their first line.
func (b *builder) caption(number string, caption []brief.Inline, parent page.Ref, align paragraph.Align) {
	if len(caption) == 0 {
		return
	}
	e := b.tree.Add(parent, page.Caption)
	look := b.fitting(b.theme.Caption)
	bold := look
	bold.Bold = true
	bold.Color = b.theme.Colors.Accent
	var spans []span
	if number != "" {
		spans = append(spans, b.span(number, bold, e, caption[0].Place()))
	}
	if b.theme.Captions == theme.CaptionsAbove {
		title := slices.IndexFunc(caption, func(n brief.Inline) bool { _, ends := n.(*brief.LineBreak); return ends })
		if title < 0 {
			title = len(caption)
		}
		spans = append(spans, b.spans(caption[:title], bold, e)...)
		caption = caption[title:]
	}
	spans = append(spans, b.spans(caption, look, e)...)
	b.stack(spans, text{style: look, align: align, keepLines: true})
}

// sourceLine sets where a figure's or table's data come from.
func (b *builder) sourceLine(content []brief.Inline, parent page.Ref) {
	b.remark(b.names.Source(), content, parent, b.captionAlign())
}

// remark sets a line in small type under a figure or table, after a word that
// says what it is.
func (b *builder) remark(word string, content []brief.Inline, parent page.Ref, align paragraph.Align) {
	if len(content) == 0 {
		return
	}
	e := b.tree.Add(parent, page.Paragraph)
	small := b.small()
	spans := []span{b.span(word, small, e, content[0].Place())}
	spans = append(spans, b.spans(content, small, e)...)
	b.stack(spans, text{style: small, align: align, keepLines: true})
}

// noteLine sets what the program itself has to say of a figure.
func (b *builder) noteLine(content []brief.Inline, parent page.Ref) {
	if len(content) == 0 {
		return
	}
	small := b.small()
	b.stack(b.spans(content, small, b.tree.Add(parent, page.Paragraph)), text{style: small, align: b.captionAlign(), keepLines: true})
}

// small is the look of what stands below a caption.
func (b *builder) small() theme.Text {
	t := b.fitting(b.theme.Caption)
	t.Size *= 0.9
	t.Leading *= 0.95
	t.Color = b.theme.Colors.Muted
	return t
}

// attach ties a figure's data to its element (ISO 19005-3 §6.8).
func (b *builder) attach(f *brief.Figure, drawn Figure, e page.Ref) {
	name := fmt.Sprintf("figure-%d", len(b.document.Attachments)+1)
	if f.ID != "" {
		name = strings.NewReplacer(":", "-", "/", "-").Replace(f.ID)
	}
	title := brief.Plain(f.Caption)
	if drawn.CSV != nil {
		b.document.Attachments = append(b.document.Attachments, page.Attachment{
			Name: name + ".csv", MIME: "text/csv", Data: drawn.CSV, Description: title, Relationship: "Data", Element: e,
		})
	}
	if drawn.Option != nil {
		b.document.Attachments = append(b.document.Attachments, page.Attachment{
			Name: name + ".json", MIME: "application/json", Data: drawn.Option, Description: title, Relationship: "Source", Element: e,
		})
	}
}
