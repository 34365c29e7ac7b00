package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"

	"warraq/charts/scene"
)

// ParseColor reads a CSS colour: #rgb, #rrggbb, #rrggbbaa, rgb(), rgba(), a
// name, or transparent.
func ParseColor(s string) (scene.Color, error) {
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
	case s == "transparent":
		return scene.Color{}, nil
	default:
		if c, ok := colornames.Map[s]; ok {
			return scene.Color{R: c.R, G: c.G, B: c.B, A: c.A}, nil
		}
	}
	return scene.Color{}, fmt.Errorf("svg: colour %q", Shorten(s))
}

func hexColor(s string) (scene.Color, bool) {
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
		return scene.Color{}, false
	}
	return scene.Color{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}, true
}

func rgbColor(s string) (scene.Color, bool) {
	_, list, ok := strings.Cut(s, "(")
	list, rest, closed := strings.Cut(list, ")")
	v, err := ParseNumbers(list)
	if !ok || !closed || rest != "" || err != nil || len(v) < 3 || len(v) > 4 {
		return scene.Color{}, false
	}
	part := func(v float64) uint8 { return uint8(math.Round(min(max(v, 0), 255))) }
	c := scene.Color{R: part(v[0]), G: part(v[1]), B: part(v[2]), A: 255}
	if len(v) == 4 {
		c.A = part(v[3] * 255)
	}
	return c, true
}

// Fade multiplies the opacity of a colour.
func Fade(c scene.Color, opacity float64) scene.Color {
	c.A = uint8(math.Round(float64(c.A) * min(max(opacity, 0), 1)))
	return c
}
