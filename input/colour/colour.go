// Package colour says of colours what no reader, theme or drawing owns alone:
// how well two can be told apart, and how one is written. A colour is a
// [color.NRGBA]: sRGB, whose opacity does not darken its other parts.
package colour

import (
	"fmt"
	"image/color"
	"math"
)

// Contrast is the contrast of two opaque colours, from 1 to 21 (WCAG 2.1,
// "contrast ratio").
func Contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// luminance is the relative luminance of a colour (WCAG 2.1).
func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
}

// Lightness returns how light a colour looks, from 0 for black to 100 for white
// (CIE L*, D65): what is left of it in grey.
func Lightness(c color.NRGBA) float64 {
	y := luminance(c)
	if y <= 216.0/24389 {
		return y * 24389 / 27
	}
	return 116*math.Cbrt(y) - 16
}

// Hue returns the hue of a colour in degrees, from 0 for red, and its chroma from 0 for
// a grey to 1: how far its strongest part is from its weakest.
func Hue(c color.NRGBA) (degrees, chroma float64) {
	r, g, b := float64(c.R)/255, float64(c.G)/255, float64(c.B)/255
	most, chroma := math.Max(r, math.Max(g, b)), math.Max(r, math.Max(g, b))-math.Min(r, math.Min(g, b))
	switch {
	case chroma == 0:
		return 0, 0
	case most == r:
		return math.Mod(60*(g-b)/chroma+360, 360), chroma
	case most == g:
		return 60*(b-r)/chroma + 120, chroma
	}
	return 60*(r-g)/chroma + 240, chroma
}

// Mix returns a colour with a part of another in it, from 0 to 1.
func Mix(a, b color.NRGBA, part float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-part) + float64(y)*part)) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: mix(a.A, b.A)}
}

// Hex writes a colour as CSS does, with its opacity only where it has one.
func Hex(c color.NRGBA) string {
	if c.A == 255 {
		return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	}
	return fmt.Sprintf("#%02x%02x%02x%02x", c.R, c.G, c.B, c.A)
}
