package paint

import (
	"image/color"
	"math"
	"strconv"

	"warraq/charts/scene"
)

// gradientUnit is the length of a gradient in the space it is painted in: fpdf
// writes places there with two decimals.
const gradientUnit = 1000

// gradient paints the gradient of a path, which is the clip already. fpdf has
// axial and radial shadings of two colours (ISO 32000-1 §8.7.4.5) that go on
// beyond both ends; more colours are one shading over another, each from its
// own place on.
func (w *writer) gradient(p *scene.Path) {
	g := p.Gradient
	box, ok := gradientBox(p)
	if !ok || len(g.Stops) < 2 || g.Stops[0].Color.A == 0 {
		return
	}
	c := &w.content
	a, b, d, e := g.Place[0], g.Place[1], g.Place[2], g.Place[3]
	for _, v := range [...]float64{a, -b, d, -e} {
		c.b = append(appendNumber(c.b, v/gradientUnit, 8), ' ')
	}
	c.point(g.Place[4], g.Place[5])
	c.line("cm")
	w.opacity(g.Stops[0].Color.A)
	if g.Radial {
		w.radial(g, box)
	} else {
		w.linear(g, box)
	}
}

// A shadingBox is the area to cover, in the gradient's space.
type shadingBox struct{ x0, y0, x1, y1 float64 }

// gradientBox is the box of a path in the space of its gradient.
func gradientBox(p *scene.Path) (shadingBox, bool) {
	m := p.Gradient.Place
	det := m[0]*m[3] - m[1]*m[2]
	if det == 0 || math.IsNaN(det) || len(p.Points) == 0 {
		return shadingBox{}, false
	}
	b := shadingBox{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	low, high := p.Points[0], p.Points[0]
	for _, q := range p.Points {
		low.X, low.Y = min(low.X, q.X), min(low.Y, q.Y)
		high.X, high.Y = max(high.X, q.X), max(high.Y, q.Y)
	}
	for _, q := range [...]scene.Point{low, {X: high.X, Y: low.Y}, high, {X: low.X, Y: high.Y}} {
		dx, dy := q.X-m[4], q.Y-m[5]
		x, y := (m[3]*dx-m[2]*dy)/det*gradientUnit, (m[0]*dy-m[1]*dx)/det*gradientUnit
		b.x0, b.x1 = min(b.x0, x), max(b.x1, x)
		b.y0, b.y1 = min(b.y0, y), max(b.y1, y)
	}
	const most = 1e7 // farther off than a thin gradient on a large page
	if !(b.x1-b.x0 < most && b.y1-b.y0 < most && math.Abs(b.x0) < most && math.Abs(b.y0) < most) {
		return b, false
	}
	// A little more on all sides, since fpdf rounds.
	b.x0, b.y0, b.x1, b.y1 = b.x0-1, b.y0-1, b.x1+1, b.y1+1
	return b, true
}

// linear paints each pair of colours from its first place to the far end of the
// area, over what is before.
func (w *writer) linear(g *scene.Gradient, box shadingBox) {
	height := w.content.height
	for i := range len(g.Stops) - 1 {
		first, second := g.Stops[i], g.Stops[i+1]
		from, to := first.Offset*gradientUnit, second.Offset*gradientUnit
		x0 := box.x0
		if i > 0 || from == to {
			x0 = max(x0, from)
		}
		if i == 0 && from > box.x0 && from == to {
			w.flat(first.Color, box)
		}
		x1 := box.x1
		if first.Color.A < 255 && i < len(g.Stops)-2 {
			x1 = min(x1, to) // what shows through must not be painted twice
		}
		width, tall := x1-x0, box.y1-box.y0
		if width <= 0 {
			continue
		}
		if from == to {
			w.flat(second.Color, shadingBox{x0, box.y0, x1, box.y1})
			continue
		}
		w.flush()
		r1, g1, b1 := parts(first.Color)
		r2, g2, b2 := parts(second.Color)
		w.pdf.LinearGradient(x0, height-box.y1, width, tall, r1, g1, b1, r2, g2, b2,
			(from-x0)/width, 0, (to-x0)/width, 0)
	}
}

// radial paints each pair of colours from the outermost inwards. fpdf's shading
// begins in a point, so a pair that begins on a circle begins before it, with
// the colour it would have had there; where that is no colour, the pair is drawn
// as discs, one for each step of eight bits.
func (w *writer) radial(g *scene.Gradient, box shadingBox) {
	last := len(g.Stops) - 1
	if g.Stops[last].Offset < 1 || g.Stops[last].Offset == g.Stops[last-1].Offset {
		w.flat(g.Stops[last].Color, box)
	}
	for i := last - 1; i >= 0; i-- {
		first, second := g.Stops[i], g.Stops[i+1]
		begin, ok := before(first, second)
		outermost := i == last-1 && second.Offset == 1
		switch {
		case first.Offset == second.Offset: // a step, painted below
		case ok:
			w.content.line("q")
			if !outermost {
				w.disc(g, second.Offset)
				w.content.line("W n")
			}
			w.radialShading(g, box, begin, second)
			w.content.line("Q")
		default:
			if outermost {
				w.flat(second.Color, box)
			}
			w.discs(g, first, second)
		}
		// What the pair painted within its inner circle is not its own.
		if first.Offset > 0 {
			w.fill(first.Color)
			w.disc(g, first.Offset)
			w.content.line("f")
		}
	}
}

func (w *writer) radialShading(g *scene.Gradient, box shadingBox, begin color.NRGBA, end scene.Stop) {
	// A square keeps circles round.
	side := max(box.x1-box.x0, box.y1-box.y0)
	at := func(p scene.Point) (x, y float64) {
		return (p.X*gradientUnit - box.x0) / side, (p.Y*gradientUnit - box.y0) / side
	}
	fx, fy := at(g.Focus)
	cx, cy := at(centreAt(g, end.Offset))
	r1, g1, b1 := parts(begin)
	r2, g2, b2 := parts(end.Color)
	w.flush()
	w.pdf.RadialGradient(box.x0, w.content.height-box.y0-side, side, side, r1, g1, b1, r2, g2, b2,
		fx, fy, cx, cy, end.Offset*gradientUnit/side)
}

// discs paints a pair of colours as discs from the outside in.
func (w *writer) discs(g *scene.Gradient, first, second scene.Stop) {
	steps := 1
	r1, g1, b1 := parts(first.Color)
	r2, g2, b2 := parts(second.Color)
	for _, d := range [...]int{r2 - r1, g2 - g1, b2 - b1} {
		steps = max(steps, d, -d)
	}
	for k := steps; k >= 1; k-- {
		part := (float64(k) - 0.5) / float64(steps)
		mix := func(a, b int) uint8 { return uint8(math.Round(float64(a) + float64(b-a)*part)) }
		w.fill(color.NRGBA{R: mix(r1, r2), G: mix(g1, g2), B: mix(b1, b2), A: 255})
		w.disc(g, first.Offset+(second.Offset-first.Offset)*float64(k)/float64(steps))
		w.content.line("f")
	}
}

// before returns the colour that a pair would begin with in the focus, and
// whether there is such a colour.
func before(first, second scene.Stop) (color.NRGBA, bool) {
	back := first.Offset / (second.Offset - first.Offset)
	ok := true
	part := func(a, b uint8) uint8 {
		v := math.Round(float64(a) - (float64(b)-float64(a))*back)
		ok = ok && v >= 0 && v <= 255
		return uint8(max(0, min(v, 255)))
	}
	c := color.NRGBA{
		R: part(first.Color.R, second.Color.R), G: part(first.Color.G, second.Color.G), B: part(first.Color.B, second.Color.B), A: 255,
	}
	return c, ok
}

// centreAt is the centre of a radial gradient's circle at an offset.
func centreAt(g *scene.Gradient, offset float64) scene.Point {
	return scene.Point{X: g.Focus.X * (1 - offset), Y: g.Focus.Y * (1 - offset)}
}

// disc appends the circle of a radial gradient at an offset.
func (w *writer) disc(g *scene.Gradient, offset float64) {
	const k = 0.5522847498307936 // handles of a quarter circle
	centre, radius := centreAt(g, offset), offset*gradientUnit
	x, y := centre.X*gradientUnit, centre.Y*gradientUnit
	c := &w.content
	c.number(x+radius, y)
	c.line("m")
	for _, q := range [...][6]float64{{1, k, k, 1, 0, 1}, {-k, 1, -1, k, -1, 0}, {-1, -k, -k, -1, 0, -1}, {k, -1, 1, -k, 1, 0}} {
		for i := 0; i < 6; i += 2 {
			c.number(x+q[i]*radius, y+q[i+1]*radius)
		}
		c.line("c")
	}
	c.line("h")
}

// flat fills a rectangle.
func (w *writer) flat(color color.NRGBA, b shadingBox) {
	w.fill(color)
	c := &w.content
	for _, v := range [...]float64{b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0} {
		c.b = append(strconv.AppendFloat(c.b, v, 'f', 1, 64), ' ')
	}
	c.line("re f")
}

// fill sets the colour to fill with.
func (w *writer) fill(color color.NRGBA) {
	w.content.color(color)
	w.content.line("rg")
}

func parts(c color.NRGBA) (r, g, b int) { return int(c.R), int(c.G), int(c.B) }
