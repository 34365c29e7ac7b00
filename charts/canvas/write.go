package canvas

import (
	"strings"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// Write adds the lines of a text at the top of a box, on the side that it reads
// from.
func (v *Canvas) Write(s *scene.Scene, text, color string, left, right, top float64) {
	ink, err := svg.ParseColor(color)
	if err != nil {
		return
	}
	for i, line := range strings.Split(text, "\n") {
		value, marked := strings.CutPrefix(line, scene.RightToLeft)
		t := scene.Text{
			X: left, Y: top + float64(i)*v.Leading() + v.Leading()/2 + (v.Ascent-v.Descent)/2*v.Size,
			Value: Present(value, v.System), RTL: marked || scene.RTL(value), Size: v.Size, Color: ink,
		}
		if v.RTL {
			t.X, t.Anchor = right, scene.Right
		}
		t.X, t.Y = svg.Round(t.X), svg.Round(t.Y)
		s.Items = append(s.Items, scene.Item{Text: &t})
	}
}
