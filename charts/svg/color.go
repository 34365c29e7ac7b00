package svg

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// ParseColor reads a CSS colour: #rgb, #rrggbb, #rrggbbaa, rgb(), hsl(), a name,
// or transparent.
func ParseColor(s string) (color.NRGBA, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch {
	case strings.HasPrefix(s, "#"):
		if c, ok := hexColor(s[1:]); ok {
			return c, nil
		}
	case strings.HasPrefix(s, "rgb"):
		if c, ok := rgbColor(s); ok {
			return c, nil
		}
	case strings.HasPrefix(s, "hsl"):
		if c, ok := hslColor(s); ok {
			return c, nil
		}
	case s == "transparent":
		return color.NRGBA{}, nil
	default:
		if c, ok := colornames.Map[s]; ok {
			return color.NRGBA(c), nil
		}
	}
	return color.NRGBA{}, fmt.Errorf("svg: colour %q", Shorten(s))
}

func hexColor(s string) (color.NRGBA, bool) {
	if len(s) == 3 || len(s) == 4 {
		var long strings.Builder
		for i := range len(s) {
			long.WriteByte(s[i])
			long.WriteByte(s[i])
		}
		s = long.String()
	}
	if len(s) == 6 {
		s += "ff"
	}
	v, err := strconv.ParseUint(s, 16, 32)
	if err != nil || len(s) != 8 {
		return color.NRGBA{}, false
	}
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}, true
}

// rgbColor reads the three parts of rgb() and rgba(), of 255 or in per cent, and
// perhaps an opacity (CSS Color 4 §5.1).
func rgbColor(s string) (color.NRGBA, bool) {
	v, percent, ok := arguments(s)
	if !ok {
		return color.NRGBA{}, false
	}
	part := func(i int) uint8 {
		x := v[i]
		if percent[i] {
			x *= 255.0 / 100
		}
		return uint8(math.Round(min(max(x, 0), 255)))
	}
	return Fade(color.NRGBA{R: part(0), G: part(1), B: part(2), A: 255}, v[3]), true
}

// hslColor reads hsl() and hsla() (CSS Color 4 §7.1).
func hslColor(s string) (color.NRGBA, bool) {
	v, percent, ok := arguments(strings.ReplaceAll(s, "deg", ""))
	if !ok || !percent[1] || !percent[2] {
		return color.NRGBA{}, false
	}
	light, vivid := min(max(v[2]/100, 0), 1), min(max(v[1]/100, 0), 1)
	part := func(n float64) uint8 {
		k := math.Mod(n+v[0]/30, 12)
		if k < 0 {
			k += 12
		}
		return uint8(math.Round(255 * (light - vivid*min(light, 1-light)*max(-1, min(k-3, 9-k, 1)))))
	}
	return Fade(color.NRGBA{R: part(0), G: part(8), B: part(4), A: 255}, v[3]), true
}

// arguments reads the three or four numbers of a colour function and which of
// them are in per cent; the fourth is an opacity from 0 to 1, and 1 where it is
// not there.
func arguments(s string) (v [4]float64, percent [4]bool, ok bool) {
	_, list, ok := strings.Cut(s, "(")
	list, rest, closed := strings.Cut(list, ")")
	words := strings.FieldsFunc(list, func(c rune) bool { return strings.ContainsRune(" \t\r\n,/", c) })
	if !ok || !closed || rest != "" || len(words) < 3 || len(words) > 4 {
		return v, percent, false
	}
	v[3] = 1
	for i, word := range words {
		word, percent[i] = strings.CutSuffix(word, "%")
		x, err := ParseLength(word)
		if err != nil {
			return v, percent, false
		}
		v[i] = x
	}
	if percent[3] {
		v[3] /= 100
	}
	return v, percent, true
}

// Fade multiplies the opacity of a colour.
func Fade(c color.NRGBA, opacity float64) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * min(max(opacity, 0), 1)))
	return c
}
