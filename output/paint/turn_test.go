package paint

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"warraq/output/page"
)

// What is painted on a turned page stands where the page says that it does: links and
// figures lie over it.
func TestTurnedPages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.Float64Range(0, 2000)
		p := &page.Page{
			Width: length.Draw(t, "width"), Height: length.Draw(t, "height"),
			Turn: rapid.SampledFrom([]page.Turn{page.Clockwise, page.Counterclockwise}).Draw(t, "turn"),
		}
		x, y, width, height := length.Draw(t, "x"), length.Draw(t, "y"), length.Draw(t, "across"), length.Draw(t, "down")
		left, top, across, down := p.Upright(x, y, width, height)
		m := turning(p)
		for _, corner := range [][2]float64{{x, y}, {x + width, y}, {x, y + height}, {x + width, y + height}} {
			px, py := corner[0], p.Height-corner[1]
			at, up := m[0]*px+m[2]*py+m[4], p.Height-(m[1]*px+m[3]*py+m[5])
			near := func(a, b float64) bool { return math.Abs(a-b) < 1e-6 }
			if !near(at, left) && !near(at, left+across) || !near(up, top) && !near(up, top+down) {
				t.Fatalf("a corner is painted at %.1f, %.1f, and the page says %.1f, %.1f to %.1f, %.1f", at, up, left, top, left+across, top+down)
			}
		}
	})
}
