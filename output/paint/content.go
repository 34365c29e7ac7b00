package paint

import (
	"image/color"
	"math"
	"strconv"

	"warraq/charts/scene"
)

// content is one page's content stream as it is written.
type content struct {
	b      []byte
	height float64 // of the page: PDF counts Y from the foot
	// x, y is the origin of the points of what is being painted.
	x, y float64
}

// word appends an operator or another word as it is.
func (c *content) word(s string) {
	c.b = append(c.b, s...)
	c.b = append(c.b, ' ')
}

// line ends with an operator.
func (c *content) line(s string) {
	c.b = append(c.b, s...)
	c.b = append(c.b, '\n')
}

// number appends lengths in points, to 1/1000.
func (c *content) number(values ...float64) {
	for _, v := range values {
		c.b = append(appendNumber(c.b, v, 3), ' ')
	}
}

// point appends a place, counted from the origin.
func (c *content) point(x, y float64) { c.number(c.x+x, c.height-(c.y+y)) }

// appendNumber appends a number without needless zeros. What is no number, or
// beyond what readers must take (ISO 32000-1 annex C), is drawn in.
func appendNumber(b []byte, v float64, decimals int) []byte {
	if math.IsNaN(v) {
		v = 0
	}
	v = max(-32767, min(v, 32767))
	start := len(b)
	b = strconv.AppendFloat(b, v, 'f', decimals, 64)
	dot := -1
	for i := start; i < len(b); i++ {
		if b[i] == '.' {
			dot = i
		}
	}
	if dot >= 0 {
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
		if b[len(b)-1] == '.' {
			b = b[:len(b)-1]
		}
	}
	if string(b[start:]) == "-0" {
		b = append(b[:start], '0')
	}
	return b
}

// color appends the three parts of an sRGB colour.
func (c *content) color(k color.NRGBA) {
	for _, v := range [...]uint8{k.R, k.G, k.B} {
		c.b = append(appendNumber(c.b, float64(v)/255, 3), ' ')
	}
}

// outline appends a path's segments.
func (c *content) outline(p *scene.Path) {
	points := p.Points
	for _, v := range p.Verbs {
		n, operator := 1, "m"
		switch v {
		case scene.LineTo:
			operator = "l"
		case scene.CurveTo:
			n, operator = 3, "c"
		case scene.Close:
			c.line("h")
			continue
		}
		if len(points) < n {
			return
		}
		for _, q := range points[:n] {
			c.point(q.X, q.Y)
		}
		points = points[n:]
		c.line(operator)
	}
}
