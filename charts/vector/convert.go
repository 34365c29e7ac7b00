// Package vector turns the SVG that ECharts draws into a scene: paths and texts
// as plain data. What it does not know it refuses by name, since a feature left
// out in silence is a chart that says something else.
package vector

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// Options of a conversion.
type Options struct {
	// Ascent and Descent of the chart's face in em, both positive: a text whose
	// middle stands on a line has its baseline half their difference below.
	Ascent, Descent float64
	// Present, where set, gives the text to print for a text of the SVG.
	Present func(string) string
	// Mirror turns the picture round its vertical axis and leaves texts
	// readable.
	Mirror bool
}

// Unsupported is the error of an SVG that uses what a scene cannot hold.
type Unsupported struct {
	// Features are names of elements, attributes and values, sorted.
	Features []string
}

func (u *Unsupported) Error() string {
	return "svg: not supported: " + strings.Join(u.Features, ", ")
}

// maxCoordinate bounds what is drawn, in points; PDF readers need not go
// farther than 14,400 (ISO 32000-1 annex C).
const maxCoordinate = 14400

// Convert reads an SVG. The error is an *Unsupported where the SVG is sound but
// beyond a scene.
func Convert(drawn string, o Options) (*scene.Scene, error) {
	root, err := parse(drawn)
	if err != nil {
		return nil, err
	}
	c := &converter{options: o, definitions: map[string]*node{}}
	c.collect(root)
	width, err := svg.ParseLength(root.attr("width"))
	if err != nil {
		return nil, err
	}
	height, err := svg.ParseLength(root.attr("height"))
	if err != nil {
		return nil, err
	}
	if width <= 0 || height <= 0 || width > maxCoordinate || height > maxCoordinate {
		return nil, fmt.Errorf("svg: size %g by %g", width, height)
	}
	c.scene = &scene.Scene{Width: svg.Round(width), Height: svg.Round(height)}
	s := initialStyle()
	if o.Mirror {
		s.matrix = svg.Matrix{A: -1, B: 0, C: 0, D: 1, E: width, F: 0}
	}
	for _, child := range root.children {
		if err := c.element(child, s); err != nil {
			return nil, err
		}
	}
	if len(c.features) > 0 {
		slices.Sort(c.features)
		return nil, &Unsupported{slices.Compact(c.features)}
	}
	return c.scene, nil
}

type converter struct {
	options     Options
	definitions map[string]*node
	scene       *scene.Scene
	features    []string
}

// refuse notes a feature that a scene cannot hold.
func (c *converter) refuse(format string, args ...any) {
	c.features = append(c.features, fmt.Sprintf(format, args...))
}

// collect finds what other elements refer to.
func (c *converter) collect(n *node) {
	if id := n.attr("id"); id != "" {
		c.definitions[id] = n
	}
	for _, child := range n.children {
		c.collect(child)
	}
}

// definition returns the element that url(#id) names.
func (c *converter) definition(reference string) (*node, bool) {
	id, ok := strings.CutPrefix(reference, "url(#")
	if !ok || !strings.HasSuffix(id, ")") {
		return nil, false
	}
	n, ok := c.definitions[strings.TrimSuffix(id, ")")]
	return n, ok
}

func (c *converter) element(n *node, parent style) error {
	switch n.name {
	case "defs", "title", "desc", "metadata", "pattern", "clipPath", "linearGradient":
		return nil // drawn where they are referred to, or not at all
	}
	s, err := c.style(n, parent)
	if err != nil {
		return err
	}
	switch n.name {
	case "g":
		for _, child := range n.children {
			if err := c.element(child, s); err != nil {
				return err
			}
		}
		return nil
	case "text":
		return c.text(n, s)
	}
	shape, ok, err := svg.Shape(n.name, n.attr, svg.ParseLength)
	if err != nil {
		return err
	}
	if !ok {
		c.refuse("<%s>", n.name)
		return nil
	}
	return c.draw(shape, s)
}

// draw paints a shape: fill first, then stroke (SVG 1.1 §11.1).
func (c *converter) draw(shape svg.Outline, s style) error {
	if len(shape.Points) == 0 {
		return nil
	}
	placed := shape.Transform(s.matrix)
	if err := check(placed); err != nil {
		return err
	}
	if holds(s.clip, placed.Bounds(), s.reach()) {
		s.clip = nil
	}
	path := scene.Path{EvenOdd: s.evenOdd, Clip: s.clip}
	if s.fill != "none" {
		if strings.HasPrefix(s.fill, "url(") {
			if err := c.fillFrom(placed, shape, s); err != nil {
				return err
			}
		} else {
			color, err := svg.ParseColor(s.fill)
			if err != nil {
				return err
			}
			if color = svg.Fade(color, s.fillOpacity*s.opacity); color.A > 0 {
				path.Fill = &color
			}
		}
	}
	if s.stroke != "none" && s.strokeWidth > 0 {
		color, err := svg.ParseColor(s.stroke)
		if err != nil {
			c.refuse("stroke %s", svg.Shorten(s.stroke))
			return nil
		}
		if color = svg.Fade(color, s.strokeOpacity*s.opacity); color.A > 0 {
			scale := s.matrix.Scale()
			path.Stroke, path.Width = &color, svg.Round(s.strokeWidth*scale)
			path.Cap, path.Join = s.cap, s.join
			for _, d := range s.dash {
				path.Dash = append(path.Dash, svg.Round(d*scale))
			}
			path.DashOffset = svg.Round(s.dashOffset * scale)
		}
	}
	if path.Fill != nil || path.Stroke != nil {
		c.add(placed, path)
	}
	return nil
}

// holds reports whether a clip cuts nothing off a shape of some bounds, whose
// stroke reaches beyond them.
func holds(clip *scene.Path, b svg.Box, reach float64) bool {
	if clip == nil {
		return true
	}
	c, ok := upright(clip)
	const hair = 1e-6
	return ok && b.MinX-reach >= c.MinX-hair && b.MaxX+reach <= c.MaxX+hair && b.MinY-reach >= c.MinY-hair && b.MaxY+reach <= c.MaxY+hair
}

// reach is how far a stroke goes beyond its outline.
func (s *style) reach() float64 {
	if s.stroke == "none" {
		return 0
	}
	return s.strokeWidth * s.matrix.Scale() / 2
}

// add appends an outline with the paint of path.
func (c *converter) add(o svg.Outline, path scene.Path) {
	path.Verbs, path.Points = o.Verbs, svg.RoundPoints(o.Points)
	c.scene.Items = append(c.scene.Items, scene.Item{Path: &path})
}

// check refuses coordinates that no page has.
func check(o svg.Outline) error {
	for _, p := range o.Points {
		// Written so that NaN fails.
		if !(math.Abs(p.X) <= maxCoordinate && math.Abs(p.Y) <= maxCoordinate) {
			return fmt.Errorf("svg: point %g, %g lies off every page", p.X, p.Y)
		}
	}
	return nil
}
