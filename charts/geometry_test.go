package charts

import (
	"fmt"
	"math"
	"testing"

	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
)

// A textBox is the room a text takes, by its corners, with the letters' height
// above the baseline and below it.
type textBox struct {
	minX, minY, maxX, maxY float64
	text                   string
}

func (s *setter) box(t *scene.Text) textBox {
	width := s.measure(t.Value, t.Size, t.Bold)
	left := -width * []float64{0, 0.5, 1}[t.Anchor]
	b := textBox{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), t.Value}
	sin, cos := math.Sincos(t.Rotation * math.Pi / 180)
	for _, x := range []float64{left, left + width} {
		for _, y := range []float64{-0.72 * t.Size, 0.24 * t.Size} {
			px, py := t.X+x*cos-y*sin, t.Y+x*sin+y*cos
			b.minX, b.maxX = min(b.minX, px), max(b.maxX, px)
			b.minY, b.maxY = min(b.minY, py), max(b.maxY, py)
		}
	}
	return b
}

// overlap returns how far two boxes reach into each other.
func (b textBox) overlap(o textBox) float64 {
	return min(min(b.maxX, o.maxX)-max(b.minX, o.minX), min(b.maxY, o.maxY)-max(b.minY, o.minY))
}

// geometry reports texts outside the frame and texts over each other.
func (s *setter) geometry(sc *scene.Scene) []string {
	var faults []string
	var boxes []textBox
	for _, item := range sc.Items {
		if item.Text == nil {
			continue
		}
		b := s.box(item.Text)
		const hair = 0.5
		if b.minX < -hair || b.minY < -hair || b.maxX > sc.Width+hair || b.maxY > sc.Height+hair {
			faults = append(faults, fmt.Sprintf("%q leaves the frame: %.1f %.1f %.1f %.1f of %g by %g", b.text, b.minX, b.minY, b.maxX, b.maxY, sc.Width, sc.Height))
		}
		for _, o := range boxes {
			if b.overlap(o) > hair {
				faults = append(faults, fmt.Sprintf("%q stands over %q by %.1f", b.text, o.text, b.overlap(o)))
			}
		}
		boxes = append(boxes, b)
	}
	return faults
}

func TestNoTextLeavesItsPlace(t *testing.T) {
	all := samples.All()
	for _, page := range []struct {
		digits brief.Digits
		width  float64
	}{
		{brief.LatinDigits, 450},
		{brief.ArabicDigits, 260},
	} {
		_, s := plotter(page.digits)
		for i, sc := range drawings(t, page.digits, page.width) {
			for _, fault := range s.geometry(sc) {
				t.Errorf("%s, %s digits, %g points wide: %s", all[i].Name, page.digits, page.width, fault)
			}
		}
	}
}
