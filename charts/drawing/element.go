package drawing

import (
	"image/color"
	"math"
	"strings"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// children draws what stands in an element.
func (r *reader) children(n *node, s style) {
	for _, child := range n.children {
		if r.failed {
			return
		}
		if child.name != "" {
			r.element(child, s)
		}
	}
}

// element draws one element.
func (r *reader) element(n *node, parent style) {
	switch n.name {
	case foreign, "defs", "title", "desc", "metadata", "style", "view", "symbol",
		"linearGradient", "radialGradient", "clipPath", "marker", "mask", "filter", "pattern":
		return // drawn where they are referred to, or not at all
	case "script", "foreignObject", "image", "animate", "animateMotion", "animateTransform", "animateColor", "set",
		"video", "audio", "iframe", "canvas", "font", "font-face", "color-profile", "cursor", "textPath", "tref":
		r.forbidden(n)
		return
	}
	if r.drawn++; r.drawn > maxDrawn {
		r.fail(n)
		return
	}
	for _, a := range n.attrs {
		if strings.HasPrefix(a.Name.Local, "on") && a.Name.Space == "" {
			r.refuse(n, a.Name.Local)
			return
		}
	}
	s := r.style(n, parent)
	if s.gone {
		return
	}
	from := len(r.scene.Items)
	switch n.name {
	case "g", "a":
		r.children(n, s)
	case "switch":
		r.choice(n, s)
	case "svg":
		r.inner(n, n, s, n.attr("width"), n.attr("height"))
	case "use":
		r.use(n, s)
	case "text":
		r.text(n, s)
		r.fade(n, from, s.opacity)
		return
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		r.shape(n, s)
		return
	default:
		r.refuse(n, "<"+n.name+">")
		return
	}
	r.fade(n, from, s.opacity)
}

// fail ends the reading of a file that is too complex.
func (r *reader) fail(n *node) {
	r.failed = true
	r.tell(tooComplex, n, "", r.file.Name)
}

// forbidden reports an element that cannot be printed; a picture that is fetched
// from elsewhere as such.
func (r *reader) forbidden(n *node) {
	if ref := n.href(); ref != "" && !strings.HasPrefix(ref, "#") && !strings.HasPrefix(ref, "data:") {
		r.tell(external, n, ref, svg.Shorten(ref))
		return
	}
	r.refuse(n, "<"+n.name+">")
}

// choice draws the first child of a switch that a picture on paper can show:
// programs put HTML first and plain text after it (SVG 1.1 §5.8).
func (r *reader) choice(n *node, s style) {
	for _, child := range n.children {
		languages := child.attr("systemLanguage")
		if child.name == "" || child.name == "foreignObject" || child.attr("requiredExtensions") != "" ||
			languages != "" && !strings.Contains(languages, "ar") {
			continue
		}
		r.element(child, s)
		return
	}
}

// shape draws a basic shape or path: its fill, then its stroke (SVG 1.1 §11.1).
func (r *reader) shape(n *node, s style) {
	outline, ok := r.outline(n, s)
	if !ok || len(outline.Points) == 0 || s.hidden {
		return
	}
	placed := outline.Transform(s.matrix)
	if !r.within(n, placed) {
		return
	}
	defer r.markers(n, outline, s)
	if n.name == "line" {
		s.fill = "none"
	}
	path := scene.Path{Verbs: placed.Verbs, Points: svg.RoundPoints(placed.Points), EvenOdd: s.evenOdd}
	r.fill(n, &path, outline, s)
	filled := path
	r.stroke(n, &path, s)
	bounds, reach := placed.Bounds(), path.Width/2
	if path.Stroke != nil && path.Join == 0 {
		reach *= max(path.Miter, 1)
	}
	path.Clip = needed(s.clip, bounds, reach)
	filled.Clip = path.Clip
	switch {
	case path.Stroke != nil && s.strokeFirst && (path.Fill != nil || path.Gradient != nil):
		if s.opacity < 1 {
			r.refuse(n, "opacity under paint-order")
			return
		}
		path.Fill, path.Gradient = nil, nil
		r.add(n, &path)
		r.add(n, &filled)
	case path.Fill != nil || path.Gradient != nil || path.Stroke != nil:
		r.add(n, &path)
	}
}

// add appends a path to the scene, if it can be seen at all.
func (r *reader) add(n *node, p *scene.Path) {
	for clip := p.Clip; clip != nil; clip = clip.Clip {
		r.points += len(clip.Points)
		if len(clip.Points) == 0 {
			return // nothing shows through it
		}
	}
	if r.points += len(p.Points); r.points > maxPoints {
		r.fail(n)
		return
	}
	r.scene.Items = append(r.scene.Items, scene.Item{Path: p})
}

// outline reads the outline of a shape.
func (r *reader) outline(n *node, s style) (svg.Outline, bool) {
	attribute := n.attr
	name := ""
	outline, ok, err := svg.Shape(n.name, func(a string) string {
		name = a
		v := attribute(a)
		if (a == "rx" || a == "ry") && v == "auto" {
			return ""
		}
		return v
	}, func(v string) (float64, error) { return r.length(v, axisOf(name), s.fontSize) })
	if err != nil {
		switch {
		case n.name == "path":
			name = "d"
		case strings.HasPrefix(n.name, "poly"):
			name = "points"
		}
		r.refuseValue(n, name, attribute(name))
		return outline, false
	}
	if !ok {
		r.refuse(n, "<"+n.name+">")
	}
	// A shape without extent is not drawn (SVG 1.1 §9.2).
	for _, side := range [...]string{"width", "height", "r", "rx", "ry"} {
		v := attribute(side)
		needed := n.name == "rect" && len(side) > 2 || n.name == "circle" && side == "r" || n.name == "ellipse" && len(side) == 2
		if length, err := r.length(v, axisOf(side), s.fontSize); needed && !(err == nil && length > 0) {
			if err == nil && length < 0 {
				r.refuseValue(n, side, v)
			}
			return svg.Outline{}, true
		}
	}
	return outline, ok
}

// within reports whether all points are such that arithmetic holds.
func (r *reader) within(n *node, o svg.Outline) bool {
	for _, p := range o.Points {
		// Written so that NaN fails.
		if !(math.Abs(p.X) <= maxPlace && math.Abs(p.Y) <= maxPlace) {
			r.refuseValue(n, "transform", "…")
			return false
		}
	}
	return true
}

// stroke sets the stroke of a path.
func (r *reader) stroke(n *node, p *scene.Path, s style) {
	if s.stroke == "none" || s.strokeWidth == 0 {
		return
	}
	color, ok := r.flat(n, "stroke", s.stroke, s)
	if !ok {
		return
	}
	if color = svg.Fade(color, s.strokeOpacity*s.opacity); color.A == 0 {
		return
	}
	scale := s.matrix.Scale()
	if s.thin {
		scale = pixel
	} else if uneven(s.matrix) {
		r.refuse(n, "stroke under an uneven scale")
	}
	p.Stroke, p.Width = &color, svg.Round(s.strokeWidth*scale)
	p.Cap, p.Join, p.Miter = s.cap, s.join, s.miter
	for _, d := range s.dash {
		p.Dash = append(p.Dash, svg.Round(d*scale))
	}
	p.DashOffset = svg.Round(s.dashOffset * scale)
	if len(p.Dash)%2 == 1 {
		p.Dash = append(p.Dash, p.Dash...)
	}
	if p.DashOffset < 0 {
		sum := 0.0
		for _, d := range p.Dash {
			sum += d
		}
		if sum > 0 {
			p.DashOffset = svg.Round(math.Mod(p.DashOffset, sum) + sum)
		}
	}
}

// uneven reports whether a matrix makes an ellipse of a circle, so that a
// stroke would differ in width with its direction. A small difference does not
// show.
func uneven(m svg.Matrix) bool {
	const much = 1.1
	a, b := math.Hypot(m.A, m.B), math.Hypot(m.C, m.D)
	if a == 0 || b == 0 {
		return false
	}
	skew := math.Abs(m.A*m.C+m.B*m.D) / (a * b)
	return a/b > much || b/a > much || skew > 0.1
}

// flat returns a paint that must be one colour, and whether there is one.
func (r *reader) flat(n *node, property, paint string, s style) (color.NRGBA, bool) {
	switch {
	case paint == "none":
		return color.NRGBA{}, false
	case strings.EqualFold(paint, "currentColor"):
		return s.color, true
	case strings.HasPrefix(paint, "url("):
		g, fallback := r.gradientOf(n, property, paint)
		if g == nil {
			if fallback != "" {
				return r.flat(n, property, fallback, s)
			}
			return color.NRGBA{}, false
		}
		if stops, ok := r.stops(g); ok && len(stops) == 1 {
			return stops[0].Color, true
		}
		r.refuse(n, property+": "+paint)
		return color.NRGBA{}, false
	}
	c, err := colorOf(paint)
	return c, err == nil
}

// use draws an element once more, at another place (SVG 1.1 §5.6).
func (r *reader) use(n *node, s style) {
	ref := n.href()
	id, inside := strings.CutPrefix(ref, "#")
	if !inside {
		r.tell(external, n, ref, svg.Shorten(ref))
		return
	}
	target := r.ids[id]
	if target == nil {
		r.tell(missing, n, id, svg.Shorten(id))
		return
	}
	if r.uses >= maxUse {
		r.refuse(n, "<use> within <use>")
		r.failed = true
		return
	}
	x, okX := r.coordinate(n, "x", s)
	y, okY := r.coordinate(n, "y", s)
	if !okX || !okY {
		return
	}
	s.opacity = 1
	s.matrix = s.matrix.Times(svg.Translate(x, y))
	r.uses++
	defer func() { r.uses-- }()
	switch target.name {
	case "symbol", "svg":
		inner := r.style(target, s)
		width, height := n.attr("width"), n.attr("height")
		if width == "" {
			width = target.attr("width")
		}
		if height == "" {
			height = target.attr("height")
		}
		from := len(r.scene.Items)
		r.inner(n, target, inner, width, height)
		r.fade(n, from, inner.opacity)
	default:
		r.element(target, s)
	}
}

// coordinate reads one coordinate, 0 where it is not there.
func (r *reader) coordinate(n *node, name string, s style) (float64, bool) {
	value := n.attr(name)
	if value == "" {
		return 0, true
	}
	v, err := r.length(value, axisOf(name), s.fontSize)
	if err != nil {
		r.refuseValue(n, name, value)
	}
	return v, err == nil
}

// inner draws an svg or symbol as a viewport of its own: size and place are
// those of the element that shows it.
func (r *reader) inner(shown, n *node, s style, width, height string) {
	outer := r.view
	defer func() { r.view = outer }()
	if n.name == "svg" {
		x, okX := r.coordinate(n, "x", s)
		y, okY := r.coordinate(n, "y", s)
		if !okX || !okY {
			return
		}
		s.matrix = s.matrix.Times(svg.Translate(x, y))
	}
	w, h := outer.width, outer.height
	for _, side := range [...]struct {
		name, value string
		to          *float64
	}{{"width", width, &w}, {"height", height, &h}} {
		if side.value == "" || side.value == "auto" {
			continue
		}
		v, err := r.length(side.value, axisOf(side.name), s.fontSize)
		if err != nil || v < 0 {
			r.refuseValue(shown, side.name, side.value)
			return
		}
		*side.to = v
	}
	if !(w > 0 && h > 0) {
		return
	}
	if n.attr("overflow") != "visible" {
		edge := svg.Rectangle(0, 0, w, h).Transform(s.matrix)
		if !r.within(n, edge) {
			return
		}
		s.clip = &scene.Path{Verbs: edge.Verbs, Points: svg.RoundPoints(edge.Points), Clip: s.clip}
	}
	r.view = viewport{w, h}
	if box, ok := r.viewBox(n); ok {
		s.matrix = s.matrix.Times(r.fit(n, box, w, h))
		r.view = viewport{box.width, box.height}
	}
	s.opacity = 1
	r.children(n, s)
}
