package vector

import (
	"fmt"
	"strings"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// A style is what an element inherits and sets.
type style struct {
	matrix                     svg.Matrix
	clip                       *scene.Path
	fill, stroke               string
	fillOpacity, strokeOpacity float64
	opacity                    float64
	strokeWidth                float64
	dash                       []float64
	dashOffset                 float64
	cap, join                  int
	evenOdd                    bool
	fontSize                   float64
	bold                       bool
	anchor                     scene.Anchor
	baseline                   string
}

// initialStyle holds the initial values of SVG 1.1 §11.
func initialStyle() style {
	return style{matrix: svg.Identity(), fill: "#000", stroke: "none", fillOpacity: 1, strokeOpacity: 1, opacity: 1, strokeWidth: 1, fontSize: 12}
}

// geometry names the attributes that shapes, texts and the root read for
// themselves.
const geometry = " d points x y width height rx ry cx cy r x1 y1 x2 y2 "

// harmless names the attributes that change nothing on paper.
const harmless = " id pointer-events cursor stroke-miterlimit paint-order font-family shape-rendering space "

// style returns the style of an element within that of its parent.
func (c *converter) style(n *node, parent style) (style, error) {
	s := parent
	s.opacity = 1 // not inherited: groups are flat
	var clip string
	for _, a := range n.attrs {
		if a.Name.Space == "xmlns" || strings.HasPrefix(a.Name.Local, "ecmeta_") {
			continue
		}
		switch a.Name.Local {
		case "style":
			for declaration := range strings.SplitSeq(a.Value, ";") {
				if name, value, ok := strings.Cut(declaration, ":"); ok {
					if err := c.property(&s, strings.TrimSpace(name), strings.TrimSpace(value)); err != nil {
						return s, err
					}
				}
			}
		case "transform":
			m, err := svg.ParseTransform(a.Value)
			if err != nil {
				return s, err
			}
			s.matrix = parent.matrix.Times(m)
		case "clip-path":
			clip = a.Value
		default:
			if err := c.property(&s, a.Name.Local, a.Value); err != nil {
				return s, err
			}
		}
	}
	if n.name == "g" && s.opacity != 1 {
		c.refuse("<g opacity>")
	}
	if clip != "" && clip != "none" {
		if err := c.clipTo(&s, clip); err != nil {
			return s, err
		}
	}
	return s, nil
}

// property sets one presentation attribute, or the declaration of that name.
func (c *converter) property(s *style, name, value string) error {
	var err error
	switch name {
	case "fill":
		s.fill = value
	case "stroke":
		s.stroke = value
	case "fill-opacity":
		s.fillOpacity, err = svg.ParseLength(value)
	case "stroke-opacity":
		s.strokeOpacity, err = svg.ParseLength(value)
	case "opacity":
		s.opacity, err = svg.ParseLength(value)
	case "stroke-width":
		s.strokeWidth, err = svg.ParseLength(value)
	case "stroke-dasharray":
		s.dash = nil
		if value != "none" {
			s.dash, err = parseDash(value)
		}
	case "stroke-dashoffset":
		s.dashOffset, err = svg.ParseLength(value)
	case "stroke-linecap":
		s.cap = c.choose(name, value, "butt", "round", "square")
	case "stroke-linejoin":
		s.join = c.choose(name, value, "miter", "round", "bevel")
	case "fill-rule":
		s.evenOdd = c.choose(name, value, "nonzero", "evenodd") == 1
	case "font-size":
		s.fontSize, err = svg.ParseLength(value)
	case "font-weight":
		s.bold = value == "bold" || value == "bolder" || len(value) == 3 && value >= "600"
	case "font-style":
		// Arabic has no slant (alreq): a slanted label stands upright.
	case "text-anchor":
		s.anchor = scene.Anchor(c.choose(name, value, "start", "middle", "end"))
	case "dominant-baseline":
		s.baseline = []string{"", "central", "central", "hanging", "bottom"}[c.choose(name, value, "alphabetic", "central", "middle", "hanging", "text-after-edge")]
	default:
		if word := " " + name + " "; !strings.Contains(geometry, word) && !strings.Contains(harmless, word) {
			c.refuse("%s", svg.Shorten(name))
		}
	}
	return err
}

// choose returns the index of value among the choices; another is refused.
func (c *converter) choose(name, value string, choices ...string) int {
	for i, choice := range choices {
		if value == choice {
			return i
		}
	}
	c.refuse("%s: %s", name, svg.Shorten(value))
	return 0
}

func parseDash(value string) ([]float64, error) {
	dash, err := svg.ParseNumbers(strings.ReplaceAll(value, "px", ""))
	sum := 0.0
	for _, d := range dash {
		if d < 0 || d > maxCoordinate {
			return nil, fmt.Errorf("svg: dash %q", svg.Shorten(value))
		}
		sum += d
	}
	if sum < 0.01 {
		return nil, err // a dash of no length is a whole line
	}
	return dash, err
}

// clipTo bounds what is painted by a clipPath. A clip within a clip is refused
// unless the outer one holds the inner.
func (c *converter) clipTo(s *style, reference string) error {
	n, ok := c.definition(reference)
	if !ok || n.name != "clipPath" {
		c.refuse("clip-path %s", svg.Shorten(reference))
		return nil
	}
	var all svg.Outline
	for _, child := range n.children {
		shape, ok, err := svg.Shape(child.name, child.attr, svg.ParseLength)
		if err != nil {
			return err
		}
		if !ok {
			c.refuse("<clipPath> <%s>", child.name)
			return nil
		}
		m, err := svg.ParseTransform(child.attr("transform"))
		if err != nil {
			return err
		}
		all.Append(shape.Transform(s.matrix.Times(m)))
	}
	if err := check(all); err != nil {
		return err
	}
	clip := &scene.Path{Verbs: all.Verbs, Points: svg.RoundPoints(all.Points)}
	if s.clip != nil {
		inner, both := intersectRectangles(s.clip, clip)
		if !both {
			c.refuse("clip within a clip")
			return nil
		}
		clip = inner
	}
	s.clip = clip
	return nil
}

// intersectRectangles returns what two upright rectangles share, and whether
// both are such.
func intersectRectangles(a, b *scene.Path) (*scene.Path, bool) {
	p, okA := upright(a)
	q, okB := upright(b)
	if !okA || !okB {
		return nil, false
	}
	x0, y0 := max(p.MinX, q.MinX), max(p.MinY, q.MinY)
	x1, y1 := max(x0, min(p.MaxX, q.MaxX)), max(y0, min(p.MaxY, q.MaxY))
	o := svg.Rectangle(x0, y0, x1-x0, y1-y0)
	return &scene.Path{Verbs: o.Verbs, Points: o.Points}, true
}

// upright returns the box of a path that is an upright rectangle.
func upright(p *scene.Path) (svg.Box, bool) {
	o := svg.Outline{Verbs: p.Verbs, Points: p.Points}
	b := o.Bounds()
	if len(p.Points) < 4 || len(p.Points) > 5 {
		return b, false
	}
	for _, v := range p.Verbs {
		if v == scene.CurveTo {
			return b, false
		}
	}
	for i, q := range p.Points {
		if (q.X != b.MinX && q.X != b.MaxX) || (q.Y != b.MinY && q.Y != b.MaxY) {
			return b, false
		}
		if i > 0 && q.X != p.Points[i-1].X && q.Y != p.Points[i-1].Y {
			return b, false
		}
	}
	return b, true
}
