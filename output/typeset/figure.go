package typeset

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// printDPI is the density a picture is printed at where its file names none.
const printDPI = 150

// figure sets a chart or picture with its caption below. It is a float: it
// stands where it is mentioned or at the top of the next page.
func (b *builder) figure(f *brief.Figure) {
	nodes := b.figureNodes(f)
	if len(nodes) == 0 {
		return
	}
	b.float(nodes, f.Span)
	b.placeNotes()
}

// pairGap is the room between two figures side by side.
const pairGap = 16.0

// half reports whether a figure wants half the measure, to stand beside the
// next that does.
func half(f *brief.Figure) bool { return slices.Contains(f.Classes, "half") }

// figurePair sets two figures side by side, the first where lines begin.
func (b *builder) figurePair(first, second *brief.Figure) {
	width := (b.width + pairGap) / 2
	var left, right []node
	b.within(0, width, func() { left = b.figureNodes(first) })
	b.within(width, 0, func() { right = b.figureNodes(second) })
	space := b.theme.Space.Block
	float := node{kind: floatNode, height: space, lead: space, place: first.Span}
	b.pile(&float, left, space)
	b.pile(&float, right, space)
	float.height += math.Max(heightOf(left), heightOf(right)) + space
	b.add(float)
	b.placeNotes()
}

// figureNodes sets a figure in the column's width: its picture, then its
// caption and source.
func (b *builder) figureNodes(f *brief.Figure) []node {
	group := b.parent.Add(page.Div)
	element := group.Add(page.Figure)
	element.Place = f.Span
	anchors := []page.Anchor{}
	if f.ID != "" {
		anchors = append(anchors, page.Anchor{Name: f.ID})
	}
	var picture content
	var width, height float64
	if f.Chart != nil {
		drawn := b.options.Figures[f]
		if drawn.Scene == nil {
			return nil
		}
		element.Alt = drawn.Alt
		width, height = drawn.Scene.Width, drawn.Scene.Height
		picture.items = b.scene(drawn.Scene, b.x+(b.width-width)/2, slot(element), f.Span)
		b.attach(f, drawn, element)
	} else {
		element.Alt = f.Alt
		if element.Alt == "" {
			element.Alt = plainText(f.Caption)
		}
		width, height = b.pictureSize(f)
		picture.items = []page.Item{{
			Image: &page.Image{X: b.x + (b.width-width)/2, Width: width, Height: height, Picture: f.Picture},
			Slot:  slot(element), Order: b.order,
		}}
		b.order++
	}
	picture.anchors = anchors
	picture.figures = []figureBox{{element, b.x + (b.width-width)/2, 0, width, height}}

	nodes := []node{{kind: boxNode, height: height, content: picture}, {kind: boxNode, height: b.theme.Space.Block / 2}}
	nodes = append(nodes, b.apart(func() {
		b.caption(b.words.figure, f.Number, f.Caption, group)
		b.sourceLine(f.Source, group)
		b.noteLine(f.Note, group)
	})...)
	if f.Data != nil {
		b.hiddenTable(f.Data, group, &nodes[1])
	}
	return nodes
}

// float joins nodes to one that may move to the top of the next page.
func (b *builder) float(nodes []node, place source.Span) {
	space := b.theme.Space.Block
	float := node{kind: floatNode, height: space, lead: space, place: place}
	b.pile(&float, nodes, float.height)
	float.height += heightOf(nodes)
	float.height += space
	b.add(float)
}

// pictureSize is the size a picture is printed at: that of its file, within the
// column and three fifths of the page, or what the author asks for.
func (b *builder) pictureSize(f *brief.Figure) (width, height float64) {
	dpi := f.Picture.DPI
	if dpi < 36 {
		dpi = printDPI
	}
	width = float64(f.Picture.Width) / dpi * 72
	ratio := float64(f.Picture.Height) / float64(f.Picture.Width)
	for _, v := range f.Values {
		if v.Key == "width" {
			var percent float64
			if n, _ := fmt.Sscanf(v.Value, "%f%%", &percent); n == 1 && percent > 0 && percent <= 100 {
				width = b.width * percent / 100
			}
		}
	}
	width = math.Min(width, b.width)
	if limit := b.textHeight() * 0.6; width*ratio > limit {
		width = limit / ratio
	}
	return width, width * ratio
}

// caption sets a numbered caption: the word and number bold, kept together.
func (b *builder) caption(word string, number int, caption []brief.Inline, parent *page.Element) {
	if len(caption) == 0 {
		return
	}
	e := parent.Add(page.Caption)
	bold := b.theme.Caption
	bold.Bold = true
	bold.Color = b.theme.Colors.Accent
	var spans []paragraph.Span
	if number > 0 {
		place := source.Span{}
		if len(caption) > 0 {
			place = caption[0].Place()
		}
		spans = append(spans, paragraph.Span{
			Text: word + "\u00a0" + b.integer(number) + ": ", Style: styleOf(bold), Slot: slot(e), Source: place,
		})
	}
	spans = append(spans, b.spans(caption, b.theme.Caption, e)...)
	b.stack(spans, text{style: b.theme.Caption, align: paragraph.Center, keepLines: true})
}

// sourceLine sets where a figure's or table's data come from.
func (b *builder) sourceLine(content []brief.Inline, parent *page.Element) {
	b.remark(b.words.source+" ", content, parent, paragraph.Center)
}

// remark sets a line in small type under a figure or table, after a word that
// says what it is.
func (b *builder) remark(word string, content []brief.Inline, parent *page.Element, align paragraph.Align) {
	if len(content) == 0 {
		return
	}
	e := parent.Add(page.Paragraph)
	small := b.small()
	spans := []paragraph.Span{{Text: word, Style: styleOf(small), Slot: slot(e), Source: content[0].Place()}}
	spans = append(spans, b.spans(content, small, e)...)
	b.stack(spans, text{style: small, align: align, keepLines: true})
}

// noteLine sets what the program itself has to say of a figure.
func (b *builder) noteLine(content []brief.Inline, parent *page.Element) {
	if len(content) == 0 {
		return
	}
	small := b.small()
	b.stack(b.spans(content, small, parent.Add(page.Paragraph)), text{style: small, align: paragraph.Center, keepLines: true})
}

// small is the look of what stands below a caption.
func (b *builder) small() theme.Text {
	t := b.theme.Caption
	t.Size *= 0.9
	t.Leading *= 0.95
	t.Color = b.theme.Colors.Muted
	return t
}

// scene turns a chart into page items: its paths, then its texts, all content
// of the figure's element.
func (b *builder) scene(s *scene.Scene, x float64, slot *page.Element, place source.Span) []page.Item {
	items := make([]page.Item, 0, len(s.Items))
	for _, it := range s.Items {
		switch {
		case it.Path != nil:
			p := clonePath(it.Path)
			shiftPath(p, x, 0)
			items = append(items, page.Item{Path: p, Slot: slot, Order: b.order})
			b.order++
		case it.Text != nil:
			made := b.sceneText(it.Text, slot, place)
			shift(made, x, 0)
			items = append(items, made...)
		}
	}
	return items
}

// sceneText sets one line of a chart about its anchor.
func (b *builder) sceneText(t *scene.Text, slot *page.Element, place source.Span) []page.Item {
	style := styleOf(theme.Text{Family: b.theme.Chart.Family, Bold: t.Bold, Size: t.Size, Color: t.Color})
	p := &paragraph.Text{
		Spans: []paragraph.Span{{Text: t.Value, Style: style, Slot: slot, Source: place, Keep: true}},
		Align: paragraph.Start, Order: b.order, Direction: paragraph.LTR, Language: b.brief.Meta.Lang,
	}
	b.order += utf8.RuneCountInString(t.Value) + 1
	if t.RTL {
		p.Direction = paragraph.RTL
	}
	width, _ := paragraph.Natural(p, b.env)
	p.Width = width + 1
	lines, problems := paragraph.Set(p, b.env)
	b.problems.Add(problems...)
	if len(lines) == 0 {
		return nil
	}
	line := lines[0]
	left := 0.0
	if t.RTL {
		left = p.Width - line.Width
	}
	var at float64
	switch t.Anchor {
	case scene.Middle:
		at = -line.Width / 2
	case scene.Right:
		at = -line.Width
	}
	sin, cos := math.Sincos(t.Rotation * math.Pi / 180)
	for i := range line.Items {
		text := line.Items[i].Text
		if text == nil {
			continue
		}
		dx, dy := text.X-left+at, text.Y
		text.X, text.Y = t.X+dx*cos-dy*sin, t.Y+dx*sin+dy*cos
		text.Rotation = t.Rotation
	}
	return line.Items
}

// clonePath copies a path: a scene may come from a cache and is never changed.
func clonePath(p *scene.Path) *scene.Path {
	c := *p
	c.Points = slices.Clone(p.Points)
	if p.Clip != nil {
		c.Clip = clonePath(p.Clip)
	}
	return &c
}

// attach ties a figure's data to its element (ISO 19005-3 §6.8).
func (b *builder) attach(f *brief.Figure, drawn Figure, e *page.Element) {
	name := fmt.Sprintf("figure-%d", len(b.document.Attachments)+1)
	if f.ID != "" {
		name = strings.NewReplacer(":", "-", "/", "-").Replace(f.ID)
	}
	title := plainText(f.Caption)
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
