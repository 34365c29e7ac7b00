package charts

import (
	"image/color"
	"math"
	"testing"

	"warraq/charts/canvas"
	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
	"warraq/input/colour"
)

// Every text of every sample stands out from the path it stands on.
func TestTextStandsOut(t *testing.T) {
	_, s := plotter(brief.LatinDigits)
	all := samples.All()
	for i, sc := range drawings(t, brief.LatinDigits, 450) {
		sample := all[i]
		for i, item := range sc.Items {
			if item.Text == nil {
				continue
			}
			b := s.box(item.Text)
			x, y := (b.minX+b.maxX)/2, (b.minY+b.maxY)/2
			ground := color.NRGBA{R: 255, G: 255, B: 255, A: 255}
			for _, below := range sc.Items[:i] {
				// A pattern is clipped to what it lies on, and keeps clear of labels.
				if q := below.Path; q != nil && q.Fill != nil && q.Clip == nil && holds(q, x, y) {
					ground = over(*q.Fill, ground)
				}
			}
			if got := colour.Contrast(item.Text.Color, ground); got < canvas.LeastContrast {
				t.Errorf("%s: %q has a contrast of %.2f on %s", sample.Name, item.Text.Value, got, colour.Hex(ground))
			}
		}
	}
}

// holds reports whether a point lies within a path, by the even-odd rule over
// its outline, whose curves become short lines.
func holds(p *scene.Path, x, y float64) bool {
	inside := false
	var start, at scene.Point
	cross := func(to scene.Point) {
		if (at.Y > y) != (to.Y > y) && x < at.X+(y-at.Y)/(to.Y-at.Y)*(to.X-at.X) {
			inside = !inside
		}
		at = to
	}
	next := 0
	for _, verb := range p.Verbs {
		switch verb {
		case scene.MoveTo:
			cross(start)
			start, at = p.Points[next], p.Points[next]
			next++
		case scene.LineTo:
			cross(p.Points[next])
			next++
		case scene.CurveTo:
			from, a, b, to := at, p.Points[next], p.Points[next+1], p.Points[next+2]
			for i := 1; i <= 16; i++ {
				t := float64(i) / 16
				u := 1 - t
				mix := func(p, q, r, s float64) float64 { return u*u*u*p + 3*u*u*t*q + 3*u*t*t*r + t*t*t*s }
				cross(scene.Point{X: mix(from.X, a.X, b.X, to.X), Y: mix(from.Y, a.Y, b.Y, to.Y)})
			}
			next += 3
		case scene.Close:
			cross(start)
		}
	}
	cross(start)
	return inside
}

// over lays a colour over an opaque one.
func over(top, ground color.NRGBA) color.NRGBA {
	t := float64(top.A) / 255
	part := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*t + float64(b)*(1-t))) }
	return color.NRGBA{R: part(top.R, ground.R), G: part(top.G, ground.G), B: part(top.B, ground.B), A: 255}
}
