package judge

import (
	"image"
	"image/color"
	"math"
)

// thumbnailScale is how many dots of a drawn page go into one of a thumbnail, in
// each direction, and thumbnailGreys how many greys it has.
const (
	thumbnailScale = 3
	thumbnailGreys = 16
)

// thumbnail makes a page small and grey: enough to tell what stands where, and
// small enough to be kept.
func thumbnail(page image.Image) *image.Gray {
	b := page.Bounds()
	small := image.NewGray(image.Rect(0, 0, b.Dx()/thumbnailScale, b.Dy()/thumbnailScale))
	for y := range small.Rect.Dy() {
		for x := range small.Rect.Dx() {
			sum := 0
			for dy := range thumbnailScale {
				for dx := range thumbnailScale {
					sum += int(grey(page.At(b.Min.X+x*thumbnailScale+dx, b.Min.Y+y*thumbnailScale+dy)))
				}
			}
			level := (sum/(thumbnailScale*thumbnailScale)*(thumbnailGreys-1) + 127) / 255
			small.SetGray(x, y, color.Gray{Y: uint8(level * 255 / (thumbnailGreys - 1))})
		}
	}
	return small
}

func grey(c color.Color) uint8 { return color.GrayModel.Convert(c).(color.Gray).Y }

// paletted is a thumbnail with four bits a dot.
func paletted(small *image.Gray) *image.Paletted {
	palette := make(color.Palette, thumbnailGreys)
	for i := range palette {
		palette[i] = color.Gray{Y: uint8(i * 255 / (thumbnailGreys - 1))}
	}
	p := image.NewPaletted(small.Rect, palette)
	for i, v := range small.Pix {
		p.Pix[i] = uint8((int(v)*(thumbnailGreys-1) + 127) / 255)
	}
	return p
}

// distance is how far two thumbnails are apart, from 0 to 1: that of the two
// tiles that differ most, in their mean. Renderers differ in how they smooth
// each edge; what is moved, missing or new fills tiles. Pages of different size
// are as far apart as can be.
func distance(a, b *image.Gray) float64 {
	if a.Rect.Dx() != b.Rect.Dx() || a.Rect.Dy() != b.Rect.Dy() {
		return 1
	}
	const tile = 8
	a, b = smooth(a), smooth(b)
	worst := 0.0
	// Tiles overlap by half and are all whole: a page's edge is a row of dots that
	// renderers round off.
	for top := 0; top+tile <= a.Rect.Dy(); top += tile / 2 {
		for left := 0; left+tile <= a.Rect.Dx(); left += tile / 2 {
			sum := 0.0
			for y := top; y < top+tile; y++ {
				for x := left; x < left+tile; x++ {
					sum += math.Abs(float64(a.GrayAt(x, y).Y) - float64(b.GrayAt(x, y).Y))
				}
			}
			worst = max(worst, sum/(tile*tile)/255)
		}
	}
	return worst
}

// smooth takes the mean of each dot with its neighbours.
func smooth(m *image.Gray) *image.Gray {
	out := image.NewGray(m.Rect)
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			sum, n := 0, 0
			for v := max(0, y-1); v <= min(m.Rect.Dy()-1, y+1); v++ {
				for u := max(0, x-1); u <= min(m.Rect.Dx()-1, x+1); u++ {
					sum += int(m.GrayAt(u, v).Y)
					n++
				}
			}
			out.SetGray(x, y, color.Gray{Y: uint8(sum / n)})
		}
	}
	return out
}

// overlay shows two thumbnails at once: what both have is grey, what only the
// old one has red, what only the new one has blue.
func overlay(old, now *image.Gray) image.Image {
	w, h := max(old.Rect.Dx(), now.Rect.Dx()), max(old.Rect.Dy(), now.Rect.Dy())
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	at := func(m *image.Gray, x, y int) uint8 {
		if !(image.Point{X: x, Y: y}).In(m.Rect) {
			return 255
		}
		return m.GrayAt(x, y).Y
	}
	for y := range h {
		for x := range w {
			a, b := at(old, x, y), at(now, x, y)
			out.SetRGBA(x, y, color.RGBA{R: b, G: min(a, b), B: a, A: 255})
		}
	}
	return out
}
