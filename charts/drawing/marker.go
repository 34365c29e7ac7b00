package drawing

import (
	"math"
	"strings"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// The places of markers on an outline.
const (
	markerStart = iota
	markerMid
	markerEnd
)

// A vertex is a point of an outline at which a marker may stand, with the
// directions in which the outline comes and goes, zero where it does not.
type vertex struct{ at, in, out scene.Point }

// markers draws what stands at the points of a shape: the heads of arrows
// (SVG 1.1 §11.6).
func (r *reader) markers(n *node, outline svg.Outline, s style) {
	if s.markers == [3]string{} || n.name == "rect" || n.name == "circle" || n.name == "ellipse" {
		return
	}
	if s.opacity < 1 {
		r.refuse(n, "opacity of a line with markers")
		return
	}
	all := vertices(outline)
	for i, v := range all {
		which := markerMid
		switch i {
		case 0:
			which = markerStart
		case len(all) - 1:
			which = markerEnd
		}
		r.marker(n, which, v, s)
	}
	if len(all) == 1 {
		r.marker(n, markerEnd, all[0], s)
	}
}

// marker draws one.
func (r *reader) marker(n *node, which int, v vertex, s style) {
	value := s.markers[which]
	if value == "" || r.failed {
		return
	}
	id, _, ok := reference(value)
	if !ok {
		r.refuseOrExternal(n, "marker", value)
		return
	}
	m := r.ids[id]
	if m == nil || m.name != "marker" {
		r.tell(missing, n, id, svg.Shorten(id))
		return
	}
	if r.uses >= maxUse {
		r.refuse(n, "<marker> within <marker>")
		r.failed = true
		return
	}
	size := [4]float64{3, 3, 0, 0}
	for i, name := range [...]string{"markerWidth", "markerHeight", "refX", "refY"} {
		value := m.attr(name)
		switch value {
		case "", "left", "top":
			continue
		case "center":
			value = "50%"
		case "right", "bottom":
			value = "100%"
		}
		length, err := r.length(value, across, s.fontSize)
		if err != nil {
			r.refuseValue(m, name, value)
			return
		}
		size[i] = length
	}
	if !(size[0] > 0 && size[1] > 0) {
		return
	}
	turn, ok := r.orient(m, which, v)
	if !ok {
		return
	}
	place := s.matrix.Times(svg.Translate(v.at.X, v.at.Y)).Times(turn)
	if m.attr("markerUnits") != "userSpaceOnUse" {
		place = place.Times(svg.Scaling(s.strokeWidth, s.strokeWidth))
	}
	fit, view := svg.Identity(), viewport{size[0], size[1]}
	if box, ok := r.viewBox(m); ok {
		fit, view = r.fit(m, box, size[0], size[1]), viewport{box.width, box.height}
	}
	reference := fit.Apply(scene.Point{X: size[2], Y: size[3]})
	place = place.Times(svg.Translate(-reference.X, -reference.Y))

	inner := initialStyle()
	inner.clip, inner.clipped, inner.matrix = s.clip, s.clipped, place
	inner.contextFill, inner.contextStroke, inner.color = s.fill, s.stroke, s.color
	inner = r.style(m, inner)
	if m.attr("overflow") != "visible" {
		edge := svg.Rectangle(0, 0, size[0], size[1]).Transform(place)
		if !r.within(m, edge) {
			return
		}
		inner.clip = &scene.Path{Verbs: edge.Verbs, Points: svg.RoundPoints(edge.Points), Clip: s.clip}
	}
	inner.matrix = place.Times(fit)
	outer := r.view
	r.view = view
	r.uses++
	r.children(m, inner)
	r.uses--
	r.view = outer
}

// orient returns the turn of a marker at a vertex.
func (r *reader) orient(m *node, which int, v vertex) (svg.Matrix, bool) {
	value := m.attr("orient")
	angle := 0.0
	switch value {
	case "", "0":
	case "auto", "auto-start-reverse":
		x, y := v.in.X+v.out.X, v.in.Y+v.out.Y
		if x == 0 && y == 0 {
			x, y = v.out.X, v.out.Y
		}
		angle = math.Atan2(y, x)
		if value == "auto-start-reverse" && which == markerStart {
			angle += math.Pi
		}
	default:
		degrees, err := svg.ParseLength(strings.TrimSuffix(value, "deg"))
		if err != nil {
			r.refuseValue(m, "orient", value)
			return svg.Matrix{}, false
		}
		angle = degrees * math.Pi / 180
	}
	sin, cos := math.Sincos(angle)
	return svg.Matrix{A: cos, B: sin, C: -sin, D: cos}, true
}

// vertices returns the points of an outline that are not control points.
func vertices(o svg.Outline) []vertex {
	var all []vertex
	var at, start scene.Point
	first := 0 // the vertex at which the open part begins
	points := o.Points
	// segment goes on to a point, past control points.
	segment := func(to scene.Point, leaves, arrives scene.Point) {
		all[len(all)-1].out = direction(at, leaves, to)
		all = append(all, vertex{at: to, in: direction(arrives, to, at)})
		at = to
	}
	for _, verb := range o.Verbs {
		switch verb {
		case scene.MoveTo:
			at, start, first = points[0], points[0], len(all)
			all = append(all, vertex{at: at})
			points = points[1:]
		case scene.LineTo:
			segment(points[0], points[0], at)
			points = points[1:]
		case scene.CurveTo:
			leaves, arrives := points[0], points[1]
			if leaves == at {
				leaves = points[1]
			}
			if arrives == points[2] {
				arrives = points[0]
			}
			segment(points[2], leaves, arrives)
			points = points[3:]
		case scene.Close:
			if at != start {
				segment(start, start, at)
			}
			last := &all[len(all)-1]
			last.out = all[first].out
			all[first].in = last.in
		}
	}
	return all
}

// direction is the unit vector from one point to another, or where they are one
// point, between the first of them and a third, in the same sense.
func direction(from, to, third scene.Point) scene.Point {
	dx, dy := to.X-from.X, to.Y-from.Y
	if dx == 0 && dy == 0 {
		dx, dy = from.X-third.X, from.Y-third.Y
	}
	d := math.Hypot(dx, dy)
	if d == 0 {
		return scene.Point{}
	}
	return scene.Point{X: dx / d, Y: dy / d}
}
