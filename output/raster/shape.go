package raster

import (
	"image"
	"math"

	"golang.org/x/image/draw"

	"warraq/input/brief"
	"warraq/output/page"
)

// convert copies the pixels of a picture.
func convert(to draw.Image, m image.Image) {
	draw.Draw(to, to.Bounds(), m, m.Bounds().Min, draw.Src)
}

// cut returns what a crop leaves of a picture. The crop is of the picture as it
// is seen, the pixels are as they are stored. What is cut off is not printed,
// nor is it in the file.
func cut(m image.Image, c brief.Crop, orientation int) image.Image {
	if c.IsZero() {
		return m
	}
	left, top := stored(orientation, c.Left, c.Top)
	right, bottom := stored(orientation, 1-c.Right, 1-c.Bottom)
	left, right = min(left, right), max(left, right)
	top, bottom = min(top, bottom), max(top, bottom)
	b := m.Bounds()
	at := func(part float64, size int) int { return int(math.Round(part * float64(size))) }
	x0, y0 := min(at(left, b.Dx()), b.Dx()-1), min(at(top, b.Dy()), b.Dy()-1)
	x1, y1 := max(at(right, b.Dx()), x0+1), max(at(bottom, b.Dy()), y0+1)
	area := image.Rect(x0, y0, x1, y1).Add(b.Min)
	if sub, ok := m.(interface {
		SubImage(image.Rectangle) image.Image
	}); ok {
		return sub.SubImage(area)
	}
	part := image.NewNRGBA(image.Rect(0, 0, area.Dx(), area.Dy()))
	draw.Draw(part, part.Bounds(), m, area.Min, draw.Src)
	return part
}

// stored returns where a point of a picture as it is seen lies in its pixels,
// both as parts of width and height, by the orientations of Exif.
func stored(orientation int, x, y float64) (u, v float64) {
	switch orientation {
	case 2:
		return 1 - x, y
	case 3:
		return 1 - x, 1 - y
	case 4:
		return x, 1 - y
	case 5:
		return y, x
	case 6:
		return y, 1 - x
	case 7:
		return 1 - y, 1 - x
	case 8:
		return 1 - y, x
	}
	return x, y
}

// upright turns pixels as they are to be seen.
func upright(m image.Image, orientation int) image.Image {
	if orientation <= 1 {
		return m
	}
	b := m.Bounds()
	width, height := b.Dx(), b.Dy()
	if orientation >= 5 {
		width, height = height, width
	}
	var turned draw.Image = image.NewRGBA(image.Rect(0, 0, width, height))
	if isGrey(m) {
		turned = image.NewGray(image.Rect(0, 0, width, height))
	}
	for y := range height {
		for x := range width {
			// The middle of each pixel.
			u, v := stored(orientation, (float64(x)+0.5)/float64(width), (float64(y)+0.5)/float64(height))
			turned.Set(x, y, m.At(b.Min.X+int(u*float64(b.Dx())), b.Min.Y+int(v*float64(b.Dy()))))
		}
	}
	return turned
}

// shaded lays a colour over a picture; what shows through that is paper. It is done in the
// pixels: a page's own transparency would show seams, and presses take it ill.
func shaded(m image.Image, s *page.Shade) image.Image {
	b := m.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), m, b.Min, draw.Over)
	for y := range b.Dy() {
		part := s.Part((float64(y) + 0.5) / float64(b.Dy()))
		var mixed [3][256]uint8
		for c, over := range [3]uint8{s.Color.R, s.Color.G, s.Color.B} {
			for v := range 256 {
				mixed[c][v] = uint8(math.Round(float64(v)*(1-part) + float64(over)*part))
			}
		}
		row := out.Pix[y*out.Stride : y*out.Stride+4*b.Dx()]
		for i := 0; i < len(row); i += 4 {
			row[i], row[i+1], row[i+2] = mixed[0][row[i]], mixed[1][row[i+1]], mixed[2][row[i+2]]
		}
	}
	return out
}

// band is how many rows or columns are scaled at once: the scaler keeps 32 bytes
// for each pixel on its way.
const band = 64

// scale makes a picture smaller with the Catmull-Rom kernel: across, then down.
// Along the side that a step leaves as it is the kernel is that of a copy, so
// bands do not show.
func scale(m image.Image, width, height int) image.Image {
	b := m.Bounds()
	between := blank(m, width, b.Dy())
	across := newScaler(func(n int) draw.Scaler { return draw.CatmullRom.NewScaler(width, n, b.Dx(), n) })
	bands(b.Dy(), func(from, to int) {
		across.of(to-from).Scale(between, image.Rect(0, from, width, to),
			m, image.Rect(b.Min.X, b.Min.Y+from, b.Max.X, b.Min.Y+to), draw.Src, nil)
	})
	scaled := blank(m, width, height)
	down := newScaler(func(n int) draw.Scaler { return draw.CatmullRom.NewScaler(n, height, n, b.Dy()) })
	bands(width, func(from, to int) {
		down.of(to-from).Scale(scaled, image.Rect(from, 0, to, height),
			between, image.Rect(from, 0, to, b.Dy()), draw.Src, nil)
	})
	return scaled
}

// A scaler scales bands of one size after another in the same memory.
type scaler struct {
	make func(int) draw.Scaler
	size int
	made draw.Scaler
}

func newScaler(make func(int) draw.Scaler) *scaler { return &scaler{make: make} }

// of returns the scaler for bands of a size.
func (s *scaler) of(size int) draw.Scaler {
	if s.size != size {
		s.size, s.made = size, s.make(size)
	}
	return s.made
}

func bands(n int, do func(from, to int)) {
	for from := 0; from < n; from += band {
		do(from, min(from+band, n))
	}
}

// blank is an empty picture for pixels like those of m.
func blank(m image.Image, width, height int) draw.Image {
	area := image.Rect(0, 0, width, height)
	if isGrey(m) {
		return image.NewGray(area)
	}
	return image.NewRGBA(area)
}
