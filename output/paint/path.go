package paint

import (
	"image/color"

	"warraq/charts/scene"
)

// path paints an outline, its points counted from x, y.
func (w *writer) path(p *scene.Path, x, y float64) {
	w.content.x, w.content.y = x, y
	w.drawn(p)
	w.content.x, w.content.y = 0, 0
}

// drawn paints a path from the origin in use.
func (w *writer) drawn(p *scene.Path) {
	if len(p.Verbs) == 0 || p.Verbs[0] != scene.MoveTo {
		return // a path begins with a point (ISO 32000-1 §8.5.2.1)
	}
	fill, stroke := p.Fill, p.Stroke
	if fill != nil && fill.A == 0 {
		fill = nil
	}
	if stroke != nil && (stroke.A == 0 || p.Width <= 0) {
		stroke = nil
	}
	if fill == nil && stroke == nil && p.Gradient == nil {
		return
	}
	c := &w.content
	c.line("q")
	for clip := p.Clip; clip != nil; clip = clip.Clip {
		c.clip(clip)
	}
	if p.Gradient != nil {
		c.line("q")
		c.clip(p)
		w.gradient(p)
		c.line("Q")
		fill = nil
	}
	if fill == nil && stroke == nil {
		c.line("Q")
		return
	}
	// fpdf's graphics states set one opacity for both, so what differs is
	// painted one after the other.
	if fill != nil && stroke != nil && fill.A != stroke.A {
		c.line("q")
		w.paintPath(p, fill, nil)
		c.line("Q")
		w.paintPath(p, nil, stroke)
	} else {
		w.paintPath(p, fill, stroke)
	}
	c.line("Q")
}

// clip bounds what is painted until the next Q.
func (c *content) clip(p *scene.Path) {
	if len(p.Verbs) == 0 || p.Verbs[0] != scene.MoveTo {
		return
	}
	c.outline(p)
	if p.EvenOdd {
		c.line("W* n")
	} else {
		c.line("W n")
	}
}

func (w *writer) paintPath(p *scene.Path, fill, stroke *color.NRGBA) {
	c := &w.content
	if fill != nil {
		w.opacity(fill.A)
		c.color(*fill)
		c.line("rg")
	}
	if stroke != nil {
		w.opacity(stroke.A)
		c.color(*stroke)
		c.line("RG")
		c.number(p.Width)
		c.line("w")
		c.number(float64(min(max(p.Cap, 0), 2)))
		c.line("J")
		c.number(float64(min(max(p.Join, 0), 2)))
		c.line("j")
		if p.Miter > 0 {
			c.number(max(p.Miter, 1))
			c.line("M")
		}
		c.dash(p.Dash, p.DashOffset)
	}
	c.outline(p)
	star := ""
	if p.EvenOdd {
		star = "*"
	}
	switch {
	case stroke == nil:
		c.line("f" + star)
	case fill == nil:
		c.line("S")
	default:
		c.line("B" + star)
	}
}

// dash appends a dash pattern; a pattern that draws nothing, or that steps
// backwards, leaves the line solid (ISO 32000-1 §8.4.3.6).
func (c *content) dash(lengths []float64, offset float64) {
	sum := 0.0
	for _, l := range lengths {
		if l < 0 {
			return
		}
		sum += l
	}
	if sum <= 0 {
		return
	}
	c.word("[")
	c.number(lengths...)
	c.word("]")
	c.number(max(offset, 0))
	c.line("d")
}
