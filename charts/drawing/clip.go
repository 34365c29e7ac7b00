package drawing

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// reference returns the id that url(#id) names and what follows it, and whether
// value is such.
func reference(value string) (id, rest string, ok bool) {
	inner, ok := strings.CutPrefix(value, "url(")
	if !ok {
		return "", "", false
	}
	inner, rest, ok = strings.Cut(inner, ")")
	inner = strings.Trim(strings.TrimSpace(inner), `'"`)
	id, inside := strings.CutPrefix(inner, "#")
	return id, strings.TrimSpace(rest), ok && inside
}

// clipTo bounds what is painted by a clipPath (SVG 1.1 §14.3.5).
func (r *reader) clipTo(n *node, s *style, value string) {
	id, _, ok := reference(value)
	if !ok {
		r.refuseOrExternal(n, "clip-path", value)
		return
	}
	target := r.ids[id]
	if target == nil || target.name != "clipPath" {
		r.tell(missing, n, id, svg.Shorten(id))
		return
	}
	if target.attr("clipPathUnits") == "objectBoundingBox" {
		r.refuse(target, "clipPathUnits: objectBoundingBox")
		return
	}
	if r.uses >= maxUse {
		r.refuse(n, "<clipPath> within <clipPath>")
		r.failed = true
		return
	}
	r.uses++
	defer func() { r.uses-- }()
	inner := r.style(target, style{
		matrix: s.matrix, clip: s.clip, fontSize: s.fontSize, fill: "black", stroke: "none", miter: 4, opacity: 1,
	})
	var all svg.Outline
	var boxes []svg.Box
	evenOdd := false
	for _, child := range target.children {
		outline, rule, ok := r.clipShape(child, inner)
		if !ok {
			return
		}
		if len(outline.Points) == 0 {
			continue
		}
		box := outline.Bounds()
		for _, other := range boxes {
			if box.Meets(other) {
				// Where outlines of one path overlap, those that run against each
				// other would cut a hole; a union of them is not at hand.
				r.refuse(target, "<clipPath> of shapes that overlap")
				return
			}
		}
		if len(boxes) == 256 {
			r.refuse(target, "<clipPath> of more than 256 shapes")
			return
		}
		boxes = append(boxes, box)
		evenOdd = evenOdd || rule
		all.Append(outline)
	}
	s.clip = &scene.Path{Verbs: all.Verbs, Points: svg.RoundPoints(all.Points), EvenOdd: evenOdd, Clip: inner.clip}
	s.clipped = true
}

// clipShape is one shape of a clipPath, in the scene's space.
func (r *reader) clipShape(n *node, parent style) (outline svg.Outline, evenOdd, ok bool) {
	switch n.name {
	case "", foreign, "title", "desc", "metadata":
		return outline, false, true
	case "use":
		id, _ := strings.CutPrefix(n.href(), "#")
		target := r.ids[id]
		if target == nil {
			r.tell(missing, n, id, svg.Shorten(id))
			return outline, false, false
		}
		if target.name == "use" {
			r.refuse(n, "<clipPath> <use> <use>")
			return outline, false, false
		}
		s := r.style(n, parent)
		x, okX := r.coordinate(n, "x", s)
		y, okY := r.coordinate(n, "y", s)
		if !okX || !okY {
			return outline, false, false
		}
		s.matrix = s.matrix.Times(svg.Translate(x, y))
		return r.clipShape(target, s)
	case "path", "rect", "circle", "ellipse", "polyline", "polygon", "line":
	default:
		r.refuse(n, "<clipPath> <"+n.name+">")
		return outline, false, false
	}
	s := r.style(n, parent)
	if s.clip != parent.clip {
		r.refuse(n, "<clipPath> clip-path")
		return outline, false, false
	}
	if s.gone || s.hidden {
		return outline, false, true
	}
	outline, ok = r.outline(n, s)
	outline = outline.Transform(s.matrix)
	return outline, s.clipEvenOdd, ok && r.within(n, outline)
}

// needed returns a clip without those of its outlines that cut nothing off a
// shape of some bounds, whose stroke reaches beyond them.
func needed(clip *scene.Path, b svg.Box, reach float64) *scene.Path {
	if clip == nil {
		return nil
	}
	rest := needed(clip.Clip, b, reach)
	if edge, ok := upright(clip); ok && b.MinX-reach >= edge.MinX && b.MaxX+reach <= edge.MaxX &&
		b.MinY-reach >= edge.MinY && b.MaxY+reach <= edge.MaxY {
		return rest
	}
	if rest == clip.Clip {
		return clip
	}
	c := *clip
	c.Clip = rest
	return &c
}

// upright returns the box of a path that is an upright rectangle of four
// corners.
func upright(p *scene.Path) (svg.Box, bool) {
	b := svg.Outline{Verbs: p.Verbs, Points: p.Points}.Bounds()
	if len(p.Points) != 4 {
		return b, false
	}
	for i, q := range p.Points {
		next := p.Points[(i+1)%4]
		if (q.X != b.MinX && q.X != b.MaxX) || (q.Y != b.MinY && q.Y != b.MaxY) || (q.X != next.X) == (q.Y != next.Y) {
			return b, false
		}
	}
	return b, true
}

// fade multiplies the opacity of a group's items. Where they overlap, that is
// not what the opacity of the whole looks like, and is reported.
func (r *reader) fade(n *node, from int, opacity float64) {
	if opacity == 1 || r.failed {
		return
	}
	items := r.scene.Items[from:]
	const most = 1000
	if len(items) > most {
		r.refuse(n, "opacity of a large group")
		return
	}
	boxes := make([]svg.Box, len(items))
	for i, it := range items {
		boxes[i] = boxOf(it)
		for _, other := range boxes[:i] {
			if boxes[i].Meets(other) {
				r.refuse(n, "opacity of a group whose parts overlap")
				return
			}
		}
	}
	for _, it := range items {
		if t := it.Text; t != nil {
			t.Color = svg.Fade(t.Color, opacity)
			for i := range t.Spans {
				t.Spans[i].Color = svg.Fade(t.Spans[i].Color, opacity)
			}
			continue
		}
		p := it.Path
		for _, c := range [...]**color.NRGBA{&p.Fill, &p.Stroke} {
			if *c != nil {
				faded := svg.Fade(**c, opacity)
				*c = &faded
			}
		}
		if p.Gradient != nil {
			for i := range p.Gradient.Stops {
				p.Gradient.Stops[i].Color = svg.Fade(p.Gradient.Stops[i].Color, opacity)
			}
		}
	}
}

// boxOf is about where an item stands: a line of text is taken to be as wide as
// its letters commonly are.
func boxOf(it scene.Item) svg.Box {
	if p := it.Path; p != nil {
		b := svg.Outline{Points: p.Points}.Bounds()
		if p.Stroke != nil {
			half := p.Width / 2
			b = svg.Box{MinX: b.MinX - half, MinY: b.MinY - half, MaxX: b.MaxX + half, MaxY: b.MaxY + half}
		}
		return b
	}
	t := it.Text
	width := 0.6 * t.Size * float64(utf8.RuneCountInString(t.Value))
	left := t.X - width*float64(t.Anchor)/2
	if t.Rotation != 0 {
		return svg.Box{MinX: t.X - width, MinY: t.Y - width, MaxX: t.X + width, MaxY: t.Y + width}
	}
	return svg.Box{MinX: left, MinY: t.Y - t.Size, MaxX: left + width, MaxY: t.Y + t.Size/2}
}
