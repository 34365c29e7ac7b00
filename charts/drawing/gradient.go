package drawing

import (
	"image/color"
	"math"
	"strings"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// fill sets the fill of a path: one colour or a gradient. Outline is the path in
// the user's space, which gradients are measured by.
func (r *reader) fill(n *node, p *scene.Path, outline svg.Outline, s style) {
	if id, _, ok := reference(s.fill); ok {
		g := r.ids[id]
		if g != nil && strings.HasSuffix(g.name, "Gradient") {
			r.fillGradient(n, g, p, outline, s)
			return
		}
	}
	color, ok := r.flat(n, "fill", s.fill, s)
	if !ok {
		return
	}
	if color = svg.Fade(color, s.fillOpacity*s.opacity); color.A > 0 {
		p.Fill = &color
	}
}

// gradientOf returns the gradient that a paint names, or else its fallback; a
// paint that is neither is reported.
func (r *reader) gradientOf(n *node, property, paint string) (g *node, fallback string) {
	id, rest, ok := reference(paint)
	if !ok {
		r.refuseOrExternal(n, property, paint)
		return nil, ""
	}
	target := r.ids[id]
	switch {
	case target != nil && strings.HasSuffix(target.name, "Gradient"):
		return target, ""
	case target != nil:
		r.refuse(n, property+": <"+target.name+">")
	case rest == "":
		r.tell(missing, n, id, svg.Shorten(id))
	default:
		return nil, rest
	}
	return nil, ""
}

// maxTemplates bounds how far gradients borrow from each other.
const maxTemplates = 8

// borrowed returns an attribute of a gradient, or of the one it refers to.
func (r *reader) borrowed(g *node, name string) string {
	for range maxTemplates {
		if v := g.attr(name); v != "" {
			return v
		}
		id, ok := strings.CutPrefix(g.href(), "#")
		if g = r.ids[id]; !ok || g == nil {
			return ""
		}
	}
	return ""
}

// stops reads the colours of a gradient, and reports what cannot be kept.
func (r *reader) stops(g *node) ([]scene.Stop, bool) {
	holder := g
	for range maxTemplates {
		has := false
		for _, child := range holder.children {
			has = has || child.name == "stop"
		}
		if has || holder.href() == "" {
			break
		}
		id, ok := strings.CutPrefix(holder.href(), "#")
		if !ok {
			r.tell(external, g, holder.href(), svg.Shorten(holder.href()))
			return nil, false
		}
		if holder = r.ids[id]; holder == nil {
			r.tell(missing, g, id, svg.Shorten(id))
			return nil, false
		}
	}
	var all []scene.Stop
	for _, child := range holder.children {
		switch child.name {
		case "stop":
			stop, ok := r.stop(child)
			if !ok {
				return nil, false
			}
			if n := len(all); n > 0 {
				stop.Offset = max(stop.Offset, all[n-1].Offset)
				if stop.Color.A != all[0].Color.A {
					r.refuse(g, "<"+g.name+"> of several opacities")
					return nil, false
				}
			}
			all = append(all, stop)
		case "", foreign, "title", "desc", "metadata":
		default:
			r.refuse(child, "<"+child.name+">")
			return nil, false
		}
	}
	return all, true
}

// stop reads one colour of a gradient. A stop's own properties are not
// inherited by anything else, so they are read here.
func (r *reader) stop(n *node) (scene.Stop, bool) {
	stop := scene.Stop{Color: color.NRGBA{A: 255}}
	opacity := 1.0
	all := []declaration{{name: "offset", value: n.attr("offset")}, {name: "stop-color", value: n.attr("stop-color")}, {name: "stop-opacity", value: n.attr("stop-opacity")}}
	all = append(all, r.styled(n)...)
	all = append(all, r.declarations(n, n.attr("style"))...)
	for _, d := range all {
		var err error
		switch {
		case d.value == "":
			continue
		case d.name == "offset":
			stop.Offset, err = fraction(d.value)
		case d.name == "stop-opacity":
			opacity, err = fraction(d.value)
		case d.name == "stop-color" && strings.EqualFold(d.value, "currentColor"):
			stop.Color = color.NRGBA{A: 255}
		case d.name == "stop-color":
			stop.Color, err = colorOf(d.value)
		}
		if err != nil {
			r.refuseValue(n, d.name, d.value)
			return stop, false
		}
	}
	stop.Color = svg.Fade(stop.Color, opacity)
	return stop, true
}

// fillGradient sets a linear or radial gradient (SVG 1.1 §13.2).
func (r *reader) fillGradient(n, g *node, p *scene.Path, outline svg.Outline, s style) {
	stops, ok := r.stops(g)
	if !ok || len(stops) == 0 {
		return
	}
	for i := range stops {
		stops[i].Color = svg.Fade(stops[i].Color, s.fillOpacity*s.opacity)
	}
	last := stops[len(stops)-1].Color
	if last.A == 0 {
		return
	}
	if spread := r.borrowed(g, "spreadMethod"); spread != "" && spread != "pad" {
		r.refuse(g, "spreadMethod: "+spread)
		return
	}
	place := s.matrix
	measure := func(name, initial string) (float64, bool) { return r.gradientLength(g, name, initial, s) }
	outer := r.view
	defer func() { r.view = outer }()
	if r.borrowed(g, "gradientUnits") != "userSpaceOnUse" {
		b := outline.Bounds()
		if b.MaxX-b.MinX <= 0 || b.MaxY-b.MinY <= 0 {
			return // SVG 1.1 §7.11
		}
		place = place.Times(svg.Matrix{A: b.MaxX - b.MinX, D: b.MaxY - b.MinY, E: b.MinX, F: b.MinY})
		r.view = viewport{1, 1}
	}
	if v := r.borrowed(g, "gradientTransform"); v != "" {
		m, err := svg.ParseTransform(v)
		if err != nil {
			r.refuseValue(g, "gradientTransform", v)
			return
		}
		place = place.Times(m)
	}
	gradient := &scene.Gradient{Stops: stops}
	if last.A < 255 && g.name == "radialGradient" && (len(stops) > 2 || stops[0].Offset > 0 || len(stops) == 2 && stops[1].Offset < 1) {
		// Its circles are painted one over another.
		r.refuse(g, "translucent <radialGradient> of several circles")
		return
	}
	if g.name == "radialGradient" {
		cx, ok1 := measure("cx", "50%")
		cy, ok2 := measure("cy", "50%")
		radius, ok3 := measure("r", "50%")
		fx, ok4 := measure("fx", r.orElse(g, "cx", "50%"))
		fy, ok5 := measure("fy", r.orElse(g, "cy", "50%"))
		if !(ok1 && ok2 && ok3 && ok4 && ok5) {
			return
		}
		if v := r.borrowed(g, "fr"); v != "" && strings.Trim(v, "0.%px") != "" {
			r.refuse(g, "fr")
			return
		}
		if radius <= 0 {
			p.Fill = &last // SVG 1.1 §13.2.3
			return
		}
		place = place.Times(svg.Matrix{A: radius, D: radius, E: cx, F: cy})
		focus := scene.Point{X: (fx - cx) / radius, Y: (fy - cy) / radius}
		if d := math.Hypot(focus.X, focus.Y); d > 0.99 {
			focus.X, focus.Y = focus.X/d*0.99, focus.Y/d*0.99
		}
		gradient.Radial, gradient.Focus = true, focus
	} else {
		x1, ok1 := measure("x1", "0%")
		y1, ok2 := measure("y1", "0%")
		x2, ok3 := measure("x2", "100%")
		y2, ok4 := measure("y2", "0%")
		if !(ok1 && ok2 && ok3 && ok4) {
			return
		}
		dx, dy := x2-x1, y2-y1
		if dx == 0 && dy == 0 {
			p.Fill = &last
			return
		}
		place = place.Times(svg.Matrix{A: dx, B: dy, C: -dy, D: dx, E: x1, F: y1})
	}
	if _, ok := place.Inverse(); !ok || len(stops) == 1 {
		p.Fill = &last
		return
	}
	gradient.Place = [6]float64{place.A, place.B, place.C, place.D, place.E, place.F}
	p.Gradient = gradient
}

func (r *reader) orElse(g *node, name, initial string) string {
	if v := r.borrowed(g, name); v != "" {
		return v
	}
	return initial
}

func (r *reader) gradientLength(g *node, name, initial string, s style) (float64, bool) {
	value := r.orElse(g, name, initial)
	v, err := r.length(value, axisOf(name), s.fontSize)
	if err != nil {
		r.refuseValue(g, name, value)
	}
	return v, err == nil
}
