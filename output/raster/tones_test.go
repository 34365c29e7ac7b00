package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"warraq/output/page"
)

// Tones are the colours of a picture as it is seen, upright and on paper.
func TestTones(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 400, 200))
	for y := range 200 {
		for x := range 400 {
			c := color.NRGBA{200, 40, 20, 255}
			if x >= 200 {
				c = color.NRGBA{0, 0, 0, 0}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	p := pngOf(t, m)
	kept := NewToneMemo(1 << 20)
	for range 2 { // made, and kept
		tones := Tones(p, kept)
		if tones.Columns != 192 || tones.Rows != 96 {
			t.Fatal(tones.Columns, tones.Rows)
		}
		for _, c := range []struct {
			x    float64
			want color.NRGBA
		}{{0.2, color.NRGBA{200, 40, 20, 255}}, {0.8, color.NRGBA{255, 255, 255, 255}}} {
			n := 0
			for got := range tones.Within(c.x, 0.4, c.x+0.1, 0.6) {
				n++
				if got != c.want {
					t.Errorf("at %g: %v", c.x, got)
				}
			}
			if n < 20*19 || n > 21*21 {
				t.Errorf("%d parts", n)
			}
		}
	}
	turned := *p
	turned.Orientation = 6 // its left side is above
	tones := Tones(&turned, kept)
	if tones.Columns != 96 || tones.Colors[0].R != 200 || tones.Colors[len(tones.Colors)-1].R != 255 {
		t.Errorf("turned: %d columns, %v to %v", tones.Columns, tones.Colors[0], tones.Colors[len(tones.Colors)-1])
	}
	broken := *p
	broken.File = pngOf(t, m).File
	broken.File.Data = broken.File.Data[:60]
	if Tones(&broken, nil) != nil {
		t.Error("tones of a broken picture")
	}
}

// A shade is in the pixels: as deep as it says above and below, and never lighter between
// the two than the lighter of them.
func TestShade(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 40, 200))
	for y := range 200 {
		for x := range 40 {
			m.SetNRGBA(x, y, color.NRGBA{250, 250, 250, 255})
		}
	}
	shade := page.Shade{Color: color.NRGBA{10, 20, 30, 255}, Above: 0.2, Below: 0.7, From: 0.25, To: 0.5}
	r := one(t, &page.Image{Width: 40, Height: 200, Picture: pngOf(t, m), Shade: shade})
	got, err := png.Decode(bytes.NewReader(r.Data))
	if err != nil {
		t.Fatal(err)
	}
	last := 255.0
	for y := range 200 {
		c := color.NRGBAModel.Convert(got.At(7, y)).(color.NRGBA)
		want := 250*(1-shade.Part((float64(y)+0.5)/200)) + 10*shade.Part((float64(y)+0.5)/200)
		if math.Abs(float64(c.R)-want) > 0.51 || float64(c.R) > last {
			t.Errorf("row %d: %v, not %.1f", y, c, want)
		}
		last = float64(c.R)
	}
	if shade.Part(0) != 0.2 || shade.Part(0.9) != 0.7 {
		t.Error(shade.Part(0), shade.Part(0.9))
	}
}
