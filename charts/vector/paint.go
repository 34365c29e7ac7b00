package vector

import (
	"math"
	"strings"

	"warraq/charts/scene"
)

// fillFrom fills a shape from a pattern or a gradient. shape is in the user's
// space, placed in the scene's.
func (c *converter) fillFrom(placed, shape outline, s style) error {
	n, ok := c.definition(s.fill)
	if ok && n.name == "pattern" {
		return c.fillPattern(n, placed, s)
	}
	if ok && n.name == "linearGradient" {
		return c.fillGradient(n, placed, shape, s)
	}
	c.refuse("fill %s", shorten(s.fill))
	return nil
}

// A motif is one shape of a pattern's tile.
type motif struct {
	outline
	color scene.Color
}

// maxMotifs bounds the copies of one pattern in one shape.
const maxMotifs = 20_000

// fillPattern draws a pattern as vectors, since fpdf has no tiling patterns:
// the copies of one colour are one path, clipped to the shape. A motif as wide
// as its tile is drawn as one long band instead.
func (c *converter) fillPattern(n *node, placed outline, s style) error {
	if s.clip != nil {
		c.refuse("pattern within a clip")
		return nil
	}
	width, errWidth := parseLength(n.attr("width"))
	height, errHeight := parseLength(n.attr("height"))
	if errWidth != nil || errHeight != nil || n.attr("patternUnits") != "userSpaceOnUse" {
		c.refuse("<pattern> without a size of its own")
		return nil
	}
	if width < 0.1 || height < 0.1 {
		return nil // nothing that could be seen
	}
	m, err := parseTransform(n.attr("patternTransform"))
	if err != nil {
		return err
	}
	for _, name := range []string{"x", "y"} {
		v := n.attr(name)
		if v == "" {
			continue
		}
		by, err := parseLength(v)
		if err != nil {
			return err
		}
		if name == "x" {
			m = m.times(matrix{1, 0, 0, 1, by, 0})
		} else {
			m = m.times(matrix{1, 0, 0, 1, 0, by})
		}
	}
	place := s.matrix.times(m)
	back, ok := place.inverse()
	if !ok {
		return nil
	}
	motifs, err := c.motifs(n, width, height)
	if err != nil {
		return err
	}
	area := placed.transform(back).bounds() // in the pattern's space
	t := tiling{width, height, area, placed.bounds(), place}
	clip := &scene.Path{Verbs: placed.verbs, Points: rounding(placed.points), EvenOdd: s.evenOdd}
	for len(motifs) > 0 {
		color := motifs[0].color
		var merged outline
		var rest []motif
		for _, one := range motifs {
			if one.color != color {
				rest = append(rest, one)
			} else if !t.repeat(&merged, one.outline) {
				c.refuse("<pattern> finer than can be drawn")
				return nil
			}
		}
		motifs = rest
		if color = fade(color, s.fillOpacity*s.opacity); color.A > 0 && len(merged.verbs) > 0 {
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
		color      scene.Color
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
		shape, ok, err := shapeOf(n)
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
		color, err := ParseColor(s.fill)
		if err != nil {
			return err
		}
		shape = shape.transform(s.matrix)
		if err := shape.check(); err != nil || len(shape.points) == 0 {
			return err
		}
		b := shape.bounds()
		const thin = 1e-3
		if b.maxX-b.minX < thin || b.maxY-b.minY < thin ||
			b.maxX <= thin || b.minX >= width-thin || b.maxY <= thin || b.minY >= height-thin {
			return nil
		}
		color = fade(color, s.fillOpacity*s.opacity)
		grid := func(v float64) int64 { return int64(math.Round(v * 100)) }
		k := key{grid(modulo(b.minX, width)), grid(modulo(b.minY, height)), grid(b.maxX - b.minX), grid(b.maxY - b.minY), color}
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
	area, frame   box
	place         matrix
}

// farthest bounds how many tiles off its origin a pattern is drawn: beyond, one
// more tile is less than a coordinate's precision.
const farthest = 1e6

// repeat adds the copies of one motif, and reports whether they were few enough.
func (t tiling) repeat(to *outline, shape outline) bool {
	b := shape.bounds()
	flat := isRectangle(shape, b)
	acrossX := flat && b.maxX-b.minX >= t.width-1e-6
	acrossY := flat && b.maxY-b.minY >= t.height-1e-6
	firstX, lastX := span(t.area.minX, t.area.maxX, b.minX, b.maxX, t.width)
	firstY, lastY := span(t.area.minY, t.area.maxY, b.minY, b.maxY, t.height)
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
			moved := box{b.minX + x*t.width, b.minY + y*t.height, b.maxX + x*t.width, b.maxY + y*t.height}
			if acrossX {
				moved.minX, moved.maxX = t.area.minX, t.area.maxX
			}
			if acrossY {
				moved.minY, moved.maxY = t.area.minY, t.area.maxY
			}
			if acrossX || acrossY {
				copied = rectangle(moved.minX, moved.minY, moved.maxX-moved.minX, moved.maxY-moved.minY).transform(t.place)
			} else {
				copied = shape.transform(t.place.times(matrix{1, 0, 0, 1, x * t.width, y * t.height}))
			}
			if copied.bounds().meets(t.frame) {
				to.append(copied)
			}
		}
	}
	return true
}

// span returns the first and the last copy that touch an interval.
func span(from, to, low, high, step float64) (first, last float64) {
	return math.Ceil((from - high) / step), math.Floor((to - low) / step)
}

func (b box) meets(o box) bool {
	return b.minX < o.maxX && o.minX < b.maxX && b.minY < o.maxY && o.minY < b.maxY
}

// isRectangle reports whether a shape is the upright rectangle of its bounds.
func isRectangle(o outline, b box) bool {
	_, ok := upright(&scene.Path{Verbs: o.verbs, Points: o.points})
	return ok && b.maxX > b.minX && b.maxY > b.minY
}

// A stop is a colour at a place of a gradient.
type stop struct {
	offset float64
	color  scene.Color
}

// bands is the number of flat bands a gradient is drawn as: steps finer than
// the eye or a press tells apart.
const bands = 64

// fillGradient draws a linear gradient as flat bands clipped to the shape. A
// band reaches under all that follow, so that no seam shows.
func (c *converter) fillGradient(n *node, placed, shape outline, s style) error {
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
		if ends[i], err = parseLength(v); err != nil {
			return err
		}
	}
	place := s.matrix
	b := shape.bounds()
	if n.attr("gradientUnits") != "userSpaceOnUse" {
		place = place.times(matrix{b.maxX - b.minX, 0, 0, b.maxY - b.minY, b.minX, b.minY})
	}
	dx, dy := ends[2]-ends[0], ends[3]-ends[1]
	length := math.Hypot(dx, dy)
	if length == 0 {
		return nil
	}
	// In the gradient's own space x runs from 0 to 1 along it.
	place = place.times(matrix{dx, dy, -dy, dx, ends[0], ends[1]})
	back, ok := place.inverse()
	if !ok {
		return nil
	}
	area := placed.transform(back).bounds()
	clip := &scene.Path{Verbs: placed.verbs, Points: rounding(placed.points), EvenOdd: s.evenOdd}
	for i := range bands {
		from, to := float64(i)/bands, float64(i+1)/bands
		color := colorAt(stops, (from+to)/2)
		if i == 0 {
			from = min(area.minX, 0)
		}
		if i == bands-1 || opaque {
			to = max(area.maxX, 1)
		}
		if color.A == 0 || to <= area.minX || from >= area.maxX {
			continue
		}
		c.add(rectangle(from, area.minY, to-from, area.maxY-area.minY).transform(place), scene.Path{Fill: &color, Clip: clip})
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
		offset, err := parseLength(value)
		if err != nil {
			return nil, false, err
		}
		color, err := ParseColor(child.attr("stop-color"))
		if err != nil {
			return nil, false, err
		}
		if v := child.attr("stop-opacity"); v != "" {
			o, err := parseLength(v)
			if err != nil {
				return nil, false, err
			}
			color = fade(color, o)
		}
		color = fade(color, opacity)
		opaque = opaque && color.A == 255
		list = append(list, stop{offset / scale, color})
	}
	return list, opaque, nil
}

// colorAt returns the colour of a gradient at a place between 0 and 1.
func colorAt(stops []stop, at float64) scene.Color {
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
		return scene.Color{R: mix(before.color.R, s.color.R), G: mix(before.color.G, s.color.G), B: mix(before.color.B, s.color.B), A: mix(before.color.A, s.color.A)}
	}
	return stops[len(stops)-1].color
}
