package colour_test

import (
	"image/color"
	"math"
	"testing"

	"warraq/input/colour"
)

// The contrasts are those of WCAG's own examples, and of the grey that it names
// as the lightest that may carry text on white.
func TestContrast(t *testing.T) {
	white, black := color.NRGBA{255, 255, 255, 255}, color.NRGBA{A: 255}
	for _, c := range []struct {
		a, b color.NRGBA
		want float64
	}{
		{white, black, 21}, {black, white, 21}, {white, white, 1},
		{color.NRGBA{0x76, 0x76, 0x76, 255}, white, 4.54}, {color.NRGBA{255, 0, 0, 255}, white, 4.00}, {color.NRGBA{0, 0, 255, 255}, white, 8.59},
	} {
		if got := colour.Contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%s on %s: %.3f, not %.2f", colour.Hex(c.a), colour.Hex(c.b), got, c.want)
		}
	}
}

func TestHex(t *testing.T) {
	for want, c := range map[string]color.NRGBA{"#01a0ff": {1, 160, 255, 255}, "#01a0ff00": {1, 160, 255, 0}, "#00000080": {A: 128}} {
		if got := colour.Hex(c); got != want {
			t.Errorf("%v: %s, not %s", c, got, want)
		}
	}
}

func TestHue(t *testing.T) {
	for _, c := range []struct {
		colour      color.NRGBA
		hue, chroma float64
	}{
		{color.NRGBA{255, 0, 0, 255}, 0, 1}, {color.NRGBA{0, 255, 0, 255}, 120, 1}, {color.NRGBA{0, 0, 255, 255}, 240, 1},
		{color.NRGBA{255, 0, 255, 255}, 300, 1}, {color.NRGBA{128, 128, 128, 255}, 0, 0}, {color.NRGBA{255, 204, 153, 255}, 30, 0.4},
	} {
		if hue, chroma := colour.Hue(c.colour); math.Abs(hue-c.hue) > 0.01 || math.Abs(chroma-c.chroma) > 0.01 {
			t.Errorf("%s: %g and %g, not %g and %g", colour.Hex(c.colour), hue, chroma, c.hue, c.chroma)
		}
	}
}
