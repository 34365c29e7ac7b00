package vector

import (
	"math"
	"strings"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// text places one line of text. ECharts puts its lines into elements of their
// own, so a tspan is refused.
func (c *converter) text(n *node, s style) error {
	for _, child := range n.children {
		c.refuse("<text> <%s>", child.name)
	}
	value, rtl := strings.CutPrefix(strings.TrimSpace(n.text), scene.RightToLeft)
	if c.options.Present != nil {
		value = c.options.Present(value)
	}
	if value == "" || s.fill == "none" {
		return nil
	}
	// A halo would need the outline of the glyphs; charts are made so that
	// every label stands on a ground that it contrasts with.
	if s.stroke != "none" && s.strokeWidth > 0 {
		color, err := svg.ParseColor(s.stroke)
		if err != nil || color.A > 0 {
			c.refuse("<text stroke>")
		}
	}
	color, err := svg.ParseColor(s.fill)
	if err != nil {
		c.refuse("<text fill> %s", svg.Shorten(s.fill))
		return nil
	}
	var at scene.Point
	if v := n.attr("x"); v != "" {
		if at.X, err = svg.ParseLength(v); err != nil {
			return err
		}
	}
	if v := n.attr("y"); v != "" {
		if at.Y, err = svg.ParseLength(v); err != nil {
			return err
		}
	}
	switch s.baseline {
	case "central":
		at.Y += (c.options.Ascent - c.options.Descent) / 2 * s.fontSize
	case "hanging":
		at.Y += c.options.Ascent * s.fontSize
	case "bottom":
		at.Y -= c.options.Descent * s.fontSize
	}
	at = s.matrix.Apply(at)
	if err := check(svg.Outline{Points: []scene.Point{at}}); err != nil {
		return err
	}
	t := scene.Text{Anchor: s.anchor, Value: value, RTL: rtl || scene.RTL(value), Bold: s.bold, Color: svg.Fade(color, s.fillOpacity*s.opacity)}
	m := s.matrix
	if c.options.Mirror {
		// The place is mirrored, the writing is not.
		m = svg.Matrix{A: -m.A, B: -m.B, C: m.C, D: m.D, E: m.E, F: m.F}
		t.Anchor = scene.Right - t.Anchor
	}
	if m.A*m.D-m.B*m.C <= 0 {
		c.refuse("<text> mirrored")
		return nil
	}
	t.Size = svg.Round(s.fontSize * m.Scale())
	t.Rotation = svg.Round(math.Atan2(m.B, m.A) * 180 / math.Pi)
	t.X, t.Y = svg.Round(at.X), svg.Round(at.Y)
	if t.Color.A > 0 && t.Size > 0 {
		c.scene.Items = append(c.scene.Items, scene.Item{Text: &t})
	}
	return nil
}
