package paint_test

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"warraq/charts/scene"
	"warraq/output/judge"
	"warraq/output/page"
	"warraq/output/paint"
)

// at returns the colour of a rendered page at a place in points.
func at(m image.Image, x, y float64) color.RGBA {
	return color.RGBAModel.Convert(m.At(int(x*2), int(y*2))).(color.RGBA)
}

func close8(a color.RGBA, b color.NRGBA, slack int) bool {
	for _, pair := range [...][2]uint8{{a.R, b.R}, {a.G, b.G}, {a.B, b.B}} {
		if d := int(pair[0]) - int(pair[1]); d > slack || d < -slack {
			return false
		}
	}
	return true
}

func square(x, y, side float64) *scene.Path {
	return &scene.Path{
		Verbs:  []scene.Verb{scene.MoveTo, scene.LineTo, scene.LineTo, scene.LineTo, scene.Close},
		Points: []scene.Point{{X: x, Y: y}, {X: x + side, Y: y}, {X: x + side, Y: y + side}, {X: x, Y: y + side}},
	}
}

// Gradients of any number of colours have at each place the colour that lies
// between those of its neighbours.
func TestGradientsShow(t *testing.T) {
	black, white, red := color.NRGBA{A: 255}, color.NRGBA{R: 255, G: 255, B: 255, A: 255}, color.NRGBA{R: 255, A: 255}
	stops := map[string][]scene.Stop{
		"two":     {{Offset: 0, Color: black}, {Offset: 1, Color: red}},
		"three":   {{Offset: 0, Color: white}, {Offset: 0.25, Color: black}, {Offset: 1, Color: red}},
		"hard":    {{Offset: 0.5, Color: black}, {Offset: 0.5, Color: red}},
		"late":    {{Offset: 0.4, Color: black}, {Offset: 0.6, Color: white}},
		"stepped": {{Offset: 0, Color: black}, {Offset: 0.5, Color: white}, {Offset: 0.5, Color: red}, {Offset: 0.9, Color: red}},
	}
	for name, list := range stops {
		for _, radial := range []bool{false, true} {
			t.Run(fmt.Sprint(name, radial), func(t *testing.T) {
				p := square(10, 10, 100)
				g := &scene.Gradient{Place: [6]float64{80, 0, 0, 80, 20, 60}, Stops: list, Radial: radial}
				p.Gradient = g
				d := &page.Document{Tree: page.NewTree(), Pages: []page.Page{{Width: 120, Height: 120, Items: []page.Item{{Path: p}}}}}
				m := judge.Pages(t, paintIt(t, d).PDF, 144)[0]
				for _, part := range []float64{0.05, 0.2, 0.35, 0.45, 0.55, 0.7, 0.85, 0.97} {
					want := colorAt(list, part)
					if got := at(m, 20+80*part, 60); !close8(got, want, 9) {
						t.Errorf("at %g: got %v, want %v", part, got, want)
					}
				}
			})
		}
	}
}

// colorAt is the colour of a gradient at an offset.
func colorAt(stops []scene.Stop, at float64) color.NRGBA {
	if at <= stops[0].Offset {
		return stops[0].Color
	}
	for i, s := range stops[1:] {
		before := stops[i]
		if at > s.Offset {
			continue
		}
		part := (at - before.Offset) / (s.Offset - before.Offset)
		mix := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*part) }
		return color.NRGBA{R: mix(before.Color.R, s.Color.R), G: mix(before.Color.G, s.Color.G), B: mix(before.Color.B, s.Color.B), A: 255}
	}
	return stops[len(stops)-1].Color
}

// A clip within a clip leaves what both hold.
func TestClipsWithinClipsShow(t *testing.T) {
	ink := color.NRGBA{A: 255}
	p := square(10, 10, 100)
	p.Fill = &ink
	p.Clip = square(10, 10, 60)
	p.Clip.Clip = square(50, 50, 60)
	d := &page.Document{Tree: page.NewTree(), Pages: []page.Page{{Width: 120, Height: 120, Items: []page.Item{{Path: p}}}}}
	m := judge.Pages(t, paintIt(t, d).PDF, 144)[0]
	for _, q := range [...]struct {
		x, y float64
		dark bool
	}{{60, 60, true}, {30, 30, false}, {90, 90, false}, {30, 60, false}} {
		if got := at(m, q.x, q.y); (got.R < 128) != q.dark {
			t.Errorf("at %g, %g: %v", q.x, q.y, got)
		}
	}
}

// A picture that a camera stored on its side is shown upright.
func TestOrientationsShow(t *testing.T) {
	for orientation := 1; orientation <= 8; orientation++ {
		m := image.NewNRGBA(image.Rect(0, 0, 8, 8))
		// The corner that is seen at the top left is red, the top right blue.
		for _, corner := range []struct {
			x, y  int
			color color.NRGBA
		}{{0, 0, color.NRGBA{255, 0, 0, 255}}, {1, 0, color.NRGBA{0, 0, 255, 255}}, {0, 1, color.NRGBA{0, 255, 0, 255}}, {1, 1, color.NRGBA{255, 255, 0, 255}}} {
			u, v := storedCorner(orientation, corner.x, corner.y)
			for y := range 4 {
				for x := range 4 {
					m.Set(4*u+x, 4*v+y, corner.color)
				}
			}
		}
		picture := pngPicture(t, m)
		d := &page.Document{Tree: page.NewTree(), Pages: []page.Page{{Width: 120, Height: 120}}}
		shown := &page.Image{Width: 80, Height: 40, Picture: picture}
		d.Pages[0].Items = []page.Item{{X: 10, Y: 30, Image: shown}}
		rasters := page.Rasters{shown: {Data: picture.File.Data, Orientation: orientation}}
		painted, err := paint.Paint(context.Background(), d, rasters)
		if err != nil {
			t.Fatal(err)
		}
		rendered := judge.Pages(t, painted.PDF, 144)[0]
		for place, want := range map[[2]float64]color.NRGBA{{25, 35}: {R: 255, A: 255}, {75, 35}: {B: 255, A: 255}, {25, 65}: {G: 255, A: 255}, {75, 65}: {R: 255, G: 255, A: 255}} {
			if got := at(rendered, place[0], place[1]); !close8(got, want, 60) {
				t.Errorf("orientation %d at %v: got %v, want %v", orientation, place, got, want)
			}
		}
	}
}

// storedCorner is where a corner as it is seen lies in the pixels (Exif 2.3
// §4.6.4 A, Orientation): the names are of the 0th row and column.
func storedCorner(orientation, x, y int) (u, v int) {
	table := strings.Fields("top-left top-right bottom-right bottom-left left-top right-top right-bottom left-bottom")
	row, column, _ := strings.Cut(table[orientation-1], "-")
	side := func(name string) int {
		switch name {
		case "top":
			return y
		case "bottom":
			return 1 - y
		case "left":
			return x
		}
		return 1 - x
	}
	return side(column), side(row)
}
