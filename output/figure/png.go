package figure

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/vector"

	"warraq/charts/scene"
)

// MaxPixels is the largest area of a PNG.
const MaxPixels = 64 << 20

// Size returns how many pixels a PNG of a figure has, at so many pixels a point.
func Size(f *Figure, scale float64) (width, height int) {
	return max(1, int(math.Round(f.Width*scale))), max(1, int(math.Round(f.Height*scale)))
}

// PNG paints a figure on white ground, at so many pixels a point. Its title and
// description stand in it as text (PNG 3 §11.3.3.4).
func PNG(f *Figure, scale float64) ([]byte, error) {
	width, height := Size(f, scale)
	c := &canvas{image: image.NewRGBA(image.Rect(0, 0, width, height)), scale: scale}
	draw.Draw(c.image, c.image.Bounds(), image.White, image.Point{}, draw.Src)
	for _, p := range f.Paths {
		c.path(p)
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, c.image); err != nil {
		return nil, err
	}
	return described(b.Bytes(), f, scale), nil
}

// described puts the density and the texts of a figure after the header of a PNG,
// which takes 8 bytes of signature and 25 of its own.
func described(data []byte, f *Figure, scale float64) []byte {
	const header = 8 + 25
	all := append([]byte{}, data[:header]...)
	metre := uint32(math.Round(scale * 72 / 0.0254)) // pixels
	density := append(binary.BigEndian.AppendUint32(nil, metre), binary.BigEndian.AppendUint32(nil, metre)...)
	all = chunk(all, "pHYs", append(density, 1))
	for _, text := range [][2]string{{"Title", f.Title}, {"Description", f.Description}} {
		if text[1] != "" {
			all = chunk(all, "iTXt", []byte(text[0]+"\x00\x00\x00"+f.Language+"\x00\x00"+text[1]))
		}
	}
	return append(all, data[header:]...)
}

// chunk appends a chunk of a PNG: length, kind, content, checksum (PNG 3 §5.3).
func chunk(all []byte, kind string, content []byte) []byte {
	all = binary.BigEndian.AppendUint32(all, uint32(len(content)))
	named := append([]byte(kind), content...)
	return binary.BigEndian.AppendUint32(append(all, named...), crc32.ChecksumIEEE(named))
}

// A canvas is painted on; scale is pixels a point.
type canvas struct {
	image *image.RGBA
	scale float64
}

func (c *canvas) path(p *scene.Path) {
	if len(p.Verbs) == 0 || p.Verbs[0] != scene.MoveTo {
		return
	}
	placed := p.Placed(c.scale, 0, 0)
	switch {
	case p.Gradient != nil && len(p.Gradient.Stops) > 1:
		c.fill(flat(placed), placed.EvenOdd, newShade(placed.Gradient), placed.Clip)
	case p.Fill != nil && p.Fill.A > 0:
		c.fill(flat(placed), placed.EvenOdd, image.NewUniform(*p.Fill), placed.Clip)
	}
	if p.Stroke != nil && p.Stroke.A > 0 && p.Width > 0 {
		c.fill(stroked(placed), false, image.NewUniform(*p.Stroke), placed.Clip)
	}
}

// fill paints what polygons enclose, within a clip.
func (c *canvas) fill(polygons [][]scene.Point, evenOdd bool, with image.Image, clip *scene.Path) {
	area := bounds(polygons).Intersect(c.image.Bounds())
	if area.Empty() {
		return
	}
	mask := coverage(polygons, evenOdd, area)
	for ; clip != nil; clip = clip.Clip {
		within := coverage(flat(clip), clip.EvenOdd, area)
		for i, a := range within.Pix {
			mask.Pix[i] = uint8((int(mask.Pix[i])*int(a) + 127) / 255)
		}
	}
	draw.DrawMask(c.image, area, with, area.Min, mask, area.Min, draw.Over)
}

// bounds is the area of pixels that polygons touch.
func bounds(polygons [][]scene.Point) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, polygon := range polygons {
		for _, q := range polygon {
			x0, y0, x1, y1 = math.Min(x0, q.X), math.Min(y0, q.Y), math.Max(x1, q.X), math.Max(y1, q.Y)
		}
	}
	const far = 1 << 20
	if !(x0 <= x1) || math.Abs(x0) > far && x0 > 0 || math.Abs(y0) > far && y0 > 0 {
		return image.Rectangle{}
	}
	whole := func(v float64) int { return int(math.Max(-far, math.Min(v, far))) }
	return image.Rect(whole(math.Floor(x0)), whole(math.Floor(y0)), whole(math.Ceil(x1)), whole(math.Ceil(y1)))
}

// coverage is how much of each pixel of an area polygons cover. The rasteriser adds
// up areas by the way round that polygons run and cuts them off at one, which is the
// nonzero rule where no part runs against another; by the even-odd rule each
// polygon turns over what those before it covered.
func coverage(polygons [][]scene.Point, evenOdd bool, area image.Rectangle) *image.Alpha {
	mask := image.NewAlpha(area)
	z := vector.NewRasterizer(area.Dx(), area.Dy())
	z.DrawOp = draw.Src
	add := func(polygon []scene.Point) {
		for i, q := range polygon {
			x, y := float32(q.X-float64(area.Min.X)), float32(q.Y-float64(area.Min.Y))
			if i == 0 {
				z.MoveTo(x, y)
			} else {
				z.LineTo(x, y)
			}
		}
		z.ClosePath()
	}
	if !evenOdd {
		for _, polygon := range polygons {
			add(polygon)
		}
		z.Draw(mask, area, image.Opaque, image.Point{})
		return mask
	}
	one := image.NewAlpha(area)
	for _, polygon := range polygons {
		z.Reset(area.Dx(), area.Dy())
		z.DrawOp = draw.Src
		add(polygon)
		z.Draw(one, area, image.Opaque, image.Point{})
		for i, b := range one.Pix {
			a := int(mask.Pix[i])
			mask.Pix[i] = uint8(a + int(b) - (2*a*int(b)+127)/255)
		}
	}
	return mask
}

// A shade is a gradient as an image without end.
type shade struct {
	scene.Gradient
	inverse [6]float64
	ok      bool
}

func newShade(g *scene.Gradient) *shade {
	m := g.Place
	s := &shade{Gradient: *g}
	if det := m[0]*m[3] - m[1]*m[2]; det != 0 {
		s.inverse = [6]float64{m[3] / det, -m[1] / det, -m[2] / det, m[0] / det, (m[2]*m[5] - m[3]*m[4]) / det, (m[1]*m[4] - m[0]*m[5]) / det}
		s.ok = true
	}
	return s
}

func (s *shade) ColorModel() color.Model { return color.NRGBAModel }
func (s *shade) Bounds() image.Rectangle { return image.Rect(-1e9, -1e9, 1e9, 1e9) }

// At is the colour in the middle of a pixel.
func (s *shade) At(x, y int) color.Color {
	if !s.ok {
		return s.Stops[len(s.Stops)-1].Color
	}
	px, py, m := float64(x)+0.5, float64(y)+0.5, s.inverse
	u, v := m[0]*px+m[2]*py+m[4], m[1]*px+m[3]*py+m[5]
	if s.Radial {
		u = along(s.Focus, u, v)
	}
	return colourAt(s.Stops, u)
}

// along is how far a place is on the way from the focus through it to the circle of
// radius 1 about (0, 0).
func along(focus scene.Point, x, y float64) float64 {
	dx, dy := x-focus.X, y-focus.Y
	length := dx*dx + dy*dy
	if length == 0 {
		return 0
	}
	// |focus + d·k| = 1, and the place is 1/k of the way.
	b, c := focus.X*dx+focus.Y*dy, focus.X*focus.X+focus.Y*focus.Y-1
	k := (-b + math.Sqrt(math.Max(0, b*b-length*c))) / length
	if k <= 0 {
		return 1
	}
	return 1 / k
}

func colourAt(stops []scene.Stop, at float64) color.NRGBA {
	if at <= stops[0].Offset {
		return stops[0].Color
	}
	for i := 1; i < len(stops); i++ {
		a, b := stops[i-1], stops[i]
		if at > b.Offset {
			continue
		}
		t := 1.0
		if b.Offset > a.Offset {
			t = (at - a.Offset) / (b.Offset - a.Offset)
		}
		mix := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
		return color.NRGBA{mix(a.Color.R, b.Color.R), mix(a.Color.G, b.Color.G), mix(a.Color.B, b.Color.B), mix(a.Color.A, b.Color.A)}
	}
	return stops[len(stops)-1].Color
}
