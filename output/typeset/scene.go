package typeset

import (
	"math"
	"unicode/utf8"

	"warraq/charts/scene"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/page"
	"warraq/output/paragraph"
)

// scene turns a drawing into page items: its paths and its texts in the order
// they are painted, all content of one slot.
func (b *builder) scene(s *scene.Scene, x float64, slot page.Ref, place source.Span) []page.Item {
	items := make([]page.Item, 0, len(s.Items))
	for _, it := range s.Items {
		switch {
		case it.Path != nil:
			items = append(items, page.Item{X: x, Path: it.Path, Slot: slot, Order: b.take(1)})
		case it.Text != nil:
			made := b.sceneText(it.Text, slot, place)
			shift(made, x, 0)
			items = append(items, made...)
		}
	}
	return items
}

// sceneText sets one line of a drawing about its anchor.
func (b *builder) sceneText(t *scene.Text, slot page.Ref, place source.Span) []page.Item {
	spans := t.Spans
	if spans == nil {
		spans = []scene.Span{{Value: t.Value, Size: t.Size, Bold: t.Bold, Color: t.Color, Family: t.Family}}
	}
	p := &paragraph.Text{Align: paragraph.Start, Direction: paragraph.LTR}
	set := make([]span, len(spans))
	for i, s := range spans {
		style := styleOf(theme.Text{Family: b.family(s.Family, place), Bold: s.Bold, Size: s.Size, Color: s.Color})
		set[i] = span{text: s.Value, style: style, slot: slot, source: place, keep: true}
	}
	order := b.take(utf8.RuneCountInString(t.Value) + 1)
	if t.RTL {
		p.Direction = paragraph.RTL
	}
	width, _ := b.natural(p, set)
	p.Width = width + 1
	lines := b.lines(p, set, order)
	if len(lines) == 0 {
		return nil
	}
	line := &lines[0]
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
	for i := range line.items {
		it := &line.items[i]
		dx, dy := it.X-left+at, it.Y
		it.X, it.Y = t.X+dx*cos-dy*sin, t.Y+dx*sin+dy*cos
		if t.Rotation != 0 {
			turned := *it.Text
			turned.Rotation = t.Rotation
			it.Text = &turned
		}
	}
	return line.items
}
