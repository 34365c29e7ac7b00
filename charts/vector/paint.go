package vector

import (
	"image/color"
	"math"
	"strings"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// fillFrom fills a shape from a pattern or a gradient. shape is in the user's
// space, placed in the scene's.
func (c *converter) fillFrom(placed, shape svg.Outline, s style) error {
	n, ok := c.definition(s.fill)
	if ok && n.name == "pattern" {
		return c.fillPattern(n, placed, s)
	}
	if ok && n.name == "linearGradient" {
		return c.fillGradient(n, placed, shape, s)
	}
	c.refuse("fill %s", svg.Shorten(s.fill))
	return nil
}

// A motif is one shape of a pattern's tile.
type motif struct {
	svg.Outline
	color color.NRGBA
}

// maxMotifs bounds the copies of one pattern in one shape.
const maxMotifs = 20_000

// fillPattern draws a pattern as vectors, since fpdf has no tiling patterns:
// the copies of one colour are one path, clipped to the shape. A motif as wide
// as its tile is drawn as one long band instead.
func (c *converter) fillPattern(n *node, placed svg.Outline, s style) error {
	if s.clip != nil {
		c.refuse("pattern within a clip")
		return nil
	}
	width, errWidth := svg.ParseLength(n.attr("width"))
	height, errHeight := svg.ParseLength(n.attr("height"))
	if errWidth != nil || errHeight != nil || n.attr("patternUnits") != "userSpaceOnUse" {
		c.refuse("<pattern> without a size of its own")
		return nil
	}
	if width < 0.1 || height < 0.1 {
		return nil // nothing that could be seen
	}
	m, err := svg.ParseTransform(n.attr("patternTransform"))
	if err != nil {
		return err
	}
	for _, name := range []string{"x", "y"} {
		v := n.attr(name)
		if v == "" {
			continue
		}
		by, err := svg.ParseLength(v)
		if err != nil {
			return err
		}
		if name == "x" {
			m = m.Times(svg.Translate(by, 0))
		} else {
			m = m.Times(svg.Translate(0, by))
		}
	}
	place := s.matrix.Times(m)
	back, ok := place.Inverse()
	if !ok {
		return nil
	}
	motifs, err := c.motifs(n, width, height)
	if err != nil {
		return err
	}
	area := placed.Transform(back).Bounds() // in the pattern's space
	t := tiling{width, height, area, placed.Bounds(), place}
	clip := &scene.Path{Verbs: placed.Verbs, Points: svg.RoundPoints(placed.Points), EvenOdd: s.evenOdd}
	for len(motifs) > 0 {
		color := motifs[0].color
		var merged svg.Outline
		var rest []motif
		for _, one := range motifs {
			if one.color != color {
				rest = append(rest, one)
			} else if !t.repeat(&merged, one.Outline) {
				c.refuse("<pattern> finer than can be drawn")
				return nil
			}
		}
		motifs = rest
		if color = svg.Fade(color, s.fillOpacity*s.opacity); color.A > 0 && len(merged.Verbs) > 0 {
			c.add(merged, scene.Path{Fill: &color, Clip: clip})
		}
	}
	return nil
}

// motifs returns the shapes of a tile. ECharts draws a motif again wherever it
// reaches into a neighbouring tile; those copies are left out, since a motif is
// never cut at the tile's edge here.
func (c *converter) motifs(n *node, width, height float64) ([]motif, error) {
	type key struct {
		x, y, w, h int64
		color      color.NRGBA
	}
	seen := map[key]bool{}
	var list []motif
	var walk func(n *node, parent style) error
	walk = func(n *node, parent style) error {
		s, err := c.style(n, parent)
		if err != nil {
			return err
		}
		if n.name == "g" {
			for _, child := range n.children {
				if err := walk(child, s); err != nil {
					return err
				}
			}
			return nil
		}
		shape, ok, err := svg.Shape(n.name, n.attr, svg.ParseLength)
		if err != nil {
			return err
		}
		if !ok || s.stroke != "none" && s.strokeWidth > 0 || s.clip != nil {
			c.refuse("<pattern> <%s>", n.name)
			return nil
		}
		if s.fill == "none" {
			return nil
		}
		color, err := svg.ParseColor(s.fill)
		if err != nil {
			return err
		}
		shape = shape.Transform(s.matrix)
		if err := check(shape); err != nil || len(shape.Points) == 0 {
			return err
		}
		b := shape.Bounds()
		const thin = 1e-3
		if b.MaxX-b.MinX < thin || b.MaxY-b.MinY < thin ||
			b.MaxX <= thin || b.MinX >= width-thin || b.MaxY <= thin || b.MinY >= height-thin {
			return nil
		}
		color = svg.Fade(color, s.fillOpacity*s.opacity)
		grid := func(v float64) int64 { return int64(math.Round(v * 100)) }
		k := key{grid(modulo(b.MinX, width)), grid(modulo(b.MinY, height)), grid(b.MaxX - b.MinX), grid(b.MaxY - b.MinY), color}
		if !seen[k] {
			seen[k] = true
			list = append(list, motif{shape, color})
		}
		return nil
	}
	for _, child := range n.children {
		if err := walk(child, initialStyle()); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// modulo returns v reduced to [0, m).
func modulo(v, m float64) float64 {
	v = math.Mod(v, m)
	if v < 0 {
		v += m
	}
	return v
}

// A tiling covers an area of the pattern's space with copies of a tile. What
// lies outside the frame, in the scene's space, is not seen.
type tiling struct {
	width, height float64
	area, frame   svg.Box
	place         svg.Matrix
}

// farthest bounds how many tiles off its origin a pattern is drawn: beyond, one
// more tile is less than a coordinate's precision.
const farthest = 1e6

// repeat adds the copies of one motif, and reports whether they were few enough.
func (t tiling) repeat(to *svg.Outline, shape svg.Outline) bool {
	b := shape.Bounds()
	flat := isRectangle(shape, b)
	acrossX := flat && b.MaxX-b.MinX >= t.width-1e-6
	acrossY := flat && b.MaxY-b.MinY >= t.height-1e-6
	firstX, lastX := span(t.area.MinX, t.area.MaxX, b.MinX, b.MaxX, t.width)
	firstY, lastY := span(t.area.MinY, t.area.MaxY, b.MinY, b.MaxY, t.height)
	if acrossX {
		firstX, lastX = 0, 0
	}
	if acrossY {
		firstY, lastY = 0, 0
	}
	// Written so that NaN fails.
	if !((lastX-firstX+1)*(lastY-firstY+1) <= maxMotifs && math.Abs(firstX) < farthest && math.Abs(firstY) < farthest) {
		return false
	}
	for j := range max(0, int(lastY-firstY)+1) {
		for i := range max(0, int(lastX-firstX)+1) {
			x, y := firstX+float64(i), firstY+float64(j)
			copied := shape
			moved := svg.Box{MinX: b.MinX + x*t.width, MinY: b.MinY + y*t.height, MaxX: b.MaxX + x*t.width, MaxY: b.MaxY + y*t.height}
			if acrossX {
				moved.MinX, moved.MaxX = t.area.MinX, t.area.MaxX
			}
			if acrossY {
				moved.MinY, moved.MaxY = t.area.MinY, t.area.MaxY
			}
			if acrossX || acrossY {
				copied = svg.Rectangle(moved.MinX, moved.MinY, moved.MaxX-moved.MinX, moved.MaxY-moved.MinY).Transform(t.place)
			} else {
				copied = shape.Transform(t.place.Times(svg.Translate(x*t.width, y*t.height)))
			}
			if copied.Bounds().Meets(t.frame) {
				to.Append(copied)
			}
		}
	}
	return true
}

// span returns the first and the last copy that touch an interval.
func span(from, to, low, high, step float64) (first, last float64) {
	return math.Ceil((from - high) / step), math.Floor((to - low) / step)
}

// isRectangle reports whether a shape is the upright rectangle of its bounds.
func isRectangle(o svg.Outline, b svg.Box) bool {
	_, ok := upright(&scene.Path{Verbs: o.Verbs, Points: o.Points})
	return ok && b.MaxX > b.MinX && b.MaxY > b.MinY
}

// A stop is a colour at a place of a gradient.
type stop struct {
	offset float64
	color  color.NRGBA
}

// bands is the number of flat bands a gradient is drawn as: steps finer than
// the eye or a press tells apart.
const bands = 64

// fillGradient draws a linear gradient as flat bands clipped to the shape. A
// band reaches under all that follow, so that no seam shows.
func (c *converter) fillGradient(n *node, placed, shape svg.Outline, s style) error {
	if s.clip != nil {
		c.refuse("gradient within a clip")
		return nil
	}
	stops, opaque, err := c.stops(n, s.fillOpacity*s.opacity)
	if err != nil {
		return err
	}
	if len(stops) == 0 {
		return nil
	}
	var ends [4]float64
	for i, name := range []string{"x1", "y1", "x2", "y2"} {
		v := n.attr(name)
		if v == "" && i == 2 {
			v = "1"
		} else if v == "" {
			v = "0"
		}
		if strings.HasSuffix(v, "%") || n.attr("gradientTransform") != "" || n.attr("spreadMethod") != "" {
			c.refuse("<linearGradient> %s", v)
			return nil
		}
		if ends[i], err = svg.ParseLength(v); err != nil {
			return err
		}
	}
	place := s.matrix
	b := shape.Bounds()
	if n.attr("gradientUnits") != "userSpaceOnUse" {
		place = place.Times(svg.Matrix{A: b.MaxX - b.MinX, B: 0, C: 0, D: b.MaxY - b.MinY, E: b.MinX, F: b.MinY})
	}
	dx, dy := ends[2]-ends[0], ends[3]-ends[1]
	length := math.Hypot(dx, dy)
	if length == 0 {
		return nil
	}
	// In the gradient's own space x runs from 0 to 1 along it.
	place = place.Times(svg.Matrix{A: dx, B: dy, C: -dy, D: dx, E: ends[0], F: ends[1]})
	back, ok := place.Inverse()
	if !ok {
		return nil
	}
	area := placed.Transform(back).Bounds()
	clip := &scene.Path{Verbs: placed.Verbs, Points: svg.RoundPoints(placed.Points), EvenOdd: s.evenOdd}
	for i := range bands {
		from, to := float64(i)/bands, float64(i+1)/bands
		color := colorAt(stops, (from+to)/2)
		if i == 0 {
			from = min(area.MinX, 0)
		}
		if i == bands-1 || opaque {
			to = max(area.MaxX, 1)
		}
		if color.A == 0 || to <= area.MinX || from >= area.MaxX {
			continue
		}
		c.add(svg.Rectangle(from, area.MinY, to-from, area.MaxY-area.MinY).Transform(place), scene.Path{Fill: &color, Clip: clip})
	}
	return nil
}

// stops reads the colours of a gradient, and whether all are opaque.
func (c *converter) stops(n *node, opacity float64) (list []stop, opaque bool, err error) {
	opaque = true
	for _, child := range n.children {
		if child.name != "stop" {
			c.refuse("<linearGradient> <%s>", child.name)
			continue
		}
		value := strings.TrimSpace(child.attr("offset"))
		scale := 1.0
		if strings.HasSuffix(value, "%") {
			value, scale = strings.TrimSuffix(value, "%"), 100
		}
		offset, err := svg.ParseLength(value)
		if err != nil {
			return nil, false, err
		}
		color, err := svg.ParseColor(child.attr("stop-color"))
		if err != nil {
			return nil, false, err
		}
		if v := child.attr("stop-opacity"); v != "" {
			o, err := svg.ParseLength(v)
			if err != nil {
				return nil, false, err
			}
			color = svg.Fade(color, o)
		}
		color = svg.Fade(color, opacity)
		opaque = opaque && color.A == 255
		list = append(list, stop{offset / scale, color})
	}
	return list, opaque, nil
}

// colorAt returns the colour of a gradient at a place between 0 and 1.
func colorAt(stops []stop, at float64) color.NRGBA {
	for i, s := range stops {
		if at > s.offset {
			continue
		}
		if i == 0 || s.offset == stops[i-1].offset {
			return s.color
		}
		before := stops[i-1]
		t := (at - before.offset) / (s.offset - before.offset)
		mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*t)) }
		return color.NRGBA{R: mix(before.color.R, s.color.R), G: mix(before.color.G, s.color.G), B: mix(before.color.B, s.color.B), A: mix(before.color.A, s.color.A)}
	}
	return stops[len(stops)-1].color
}
