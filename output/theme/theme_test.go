package theme

import (
	"math"
	"reflect"
	"testing"

	"warraq/charts/scene"
)

// luminance and contrast are those of WCAG 2.1.
func luminance(c scene.Color) float64 {
	channel := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
}

func contrast(a, b scene.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func TestTextIsReadable(t *testing.T) {
	for _, name := range Names() {
		th, ok := Bundled(name)
		if !ok {
			t.Fatalf("no theme %q", name)
		}
		grounds := map[string]scene.Color{"paper": {R: 255, G: 255, B: 255, A: 255}, "tint": th.Colors.Tint}
		checked := 0
		var walk func(path string, v reflect.Value)
		walk = func(path string, v reflect.Value) {
			if text, ok := v.Interface().(Text); ok {
				checked++
				for ground, c := range grounds {
					if r := contrast(text.Color, c); r < 4.5 {
						t.Errorf("%s: %s on %s has a contrast of %.2f", name, path, ground, r)
					}
				}
				return
			}
			switch v.Kind() {
			case reflect.Struct:
				for i := range v.NumField() {
					walk(path+"."+v.Type().Field(i).Name, v.Field(i))
				}
			case reflect.Array:
				for i := range v.Len() {
					walk(path, v.Index(i))
				}
			}
		}
		walk("", reflect.ValueOf(*th))
		if checked < 20 {
			t.Errorf("only %d texts checked", checked)
		}
		for field, c := range map[string]scene.Color{"ink": th.Colors.Ink, "accent": th.Colors.Accent, "muted": th.Colors.Muted} {
			for ground, g := range grounds {
				if r := contrast(c, g); r < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", name, field, ground, r)
				}
			}
		}
	}
}
