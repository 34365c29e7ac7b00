package scene

import "slices"

// Scaled returns a copy of a scene with all lengths multiplied.
func (s *Scene) Scaled(by float64) *Scene {
	c := &Scene{Width: s.Width * by, Height: s.Height * by, Items: make([]Item, len(s.Items))}
	for i, it := range s.Items {
		if it.Path != nil {
			c.Items[i].Path = it.Path.Placed(by, 0, 0)
		} else {
			c.Items[i].Text = it.Text.placed(by, 0, 0)
		}
	}
	return c
}

// Placed returns a copy of a path with all lengths multiplied, and then moved.
func (p *Path) Placed(by, dx, dy float64) *Path {
	c := *p
	c.Points = make([]Point, len(p.Points))
	for i, q := range p.Points {
		c.Points[i] = Point{q.X*by + dx, q.Y*by + dy}
	}
	c.Width *= by
	c.DashOffset *= by
	c.Dash = slices.Clone(p.Dash)
	for i := range c.Dash {
		c.Dash[i] *= by
	}
	if p.Gradient != nil {
		g := *p.Gradient
		for i := range g.Place {
			g.Place[i] *= by
		}
		g.Place[4] += dx
		g.Place[5] += dy
		c.Gradient = &g
	}
	if p.Clip != nil {
		c.Clip = p.Clip.Placed(by, dx, dy)
	}
	return &c
}

func (t *Text) placed(by, dx, dy float64) *Text {
	c := *t
	c.X, c.Y = t.X*by+dx, t.Y*by+dy
	c.Size *= by
	c.Spans = slices.Clone(t.Spans)
	for i := range c.Spans {
		c.Spans[i].Size *= by
	}
	return &c
}

// Cropped returns the part of a scene in a rectangle, as a scene of its size:
// what lies outside is left out, and what reaches over an edge is clipped.
func (s *Scene) Cropped(x, y, width, height float64) *Scene {
	c := &Scene{Width: width, Height: height}
	edge := &Path{
		Verbs:  []Verb{MoveTo, LineTo, LineTo, LineTo, Close},
		Points: []Point{{0, 0}, {width, 0}, {width, height}, {0, height}},
	}
	for _, it := range s.Items {
		if t := it.Text; t != nil {
			// A line of text has no clip: it goes where its anchor is.
			if t.X >= x && t.X <= x+width && t.Y >= y && t.Y <= y+height {
				c.Items = append(c.Items, Item{Text: t.placed(1, -x, -y)})
			}
			continue
		}
		p := it.Path.Placed(1, -x, -y)
		b := p.bounds()
		reach := p.Width / 2
		if p.Stroke == nil {
			reach = 0
		}
		if b.maxX+reach <= 0 || b.minX-reach >= width || b.maxY+reach <= 0 || b.minY-reach >= height {
			continue
		}
		if b.minX-reach < 0 || b.maxX+reach > width || b.minY-reach < 0 || b.maxY+reach > height {
			last := p
			for last.Clip != nil {
				last = last.Clip
			}
			last.Clip = edge
		}
		c.Items = append(c.Items, Item{Path: p})
	}
	return c
}

type bounds struct{ minX, minY, maxX, maxY float64 }

// bounds is the box of a path's points, control points among them.
func (p *Path) bounds() bounds {
	var b bounds
	for i, q := range p.Points {
		if i == 0 {
			b = bounds{q.X, q.Y, q.X, q.Y}
		}
		b.minX, b.maxX = min(b.minX, q.X), max(b.maxX, q.X)
		b.minY, b.maxY = min(b.minY, q.Y), max(b.maxY, q.Y)
	}
	return b
}
