package raster

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"slices"
	"testing"

	"golang.org/x/image/webp"
	"pgregory.net/rapid"

	"warraq/input/brief"
	"warraq/input/source"
	"warraq/output/page"
)

// ramp is red from left to right and green from top to bottom.
func ramp(width, height int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			m.Set(x, y, color.NRGBA{uint8(255 * x / width), uint8(255 * y / height), 128, 255})
		}
	}
	return m
}

func pngOf(t testing.TB, m image.Image) *brief.Picture {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return &brief.Picture{File: &source.File{Name: "a.png", Data: b.Bytes()}, Format: "png", Width: m.Bounds().Dx(), Height: m.Bounds().Dy(), Orientation: 1}
}

func jpegOf(t testing.TB, m image.Image) *brief.Picture {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 98}); err != nil {
		t.Fatal(err)
	}
	return &brief.Picture{File: &source.File{Name: "a.jpg", Data: b.Bytes()}, Format: "jpeg", Width: m.Bounds().Dx(), Height: m.Bounds().Dy(), Orientation: 1}
}

// one makes the raster of one image.
func one(t testing.TB, m *page.Image) *page.Raster {
	t.Helper()
	d := &page.Document{Pages: []page.Page{{Items: []page.Item{{Image: m}}}}}
	rasters, problems, err := Prepare(context.Background(), d, nil)
	if len(problems) > 0 || err != nil {
		t.Fatal(problems, err)
	}
	return rasters[m]
}

func decoded(t testing.TB, r *page.Raster) image.Image {
	t.Helper()
	read := png.Decode
	if r.JPEG {
		read = jpeg.Decode
	}
	m, err := read(bytes.NewReader(r.Data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestWhatFitsIsLeftAsItIs(t *testing.T) {
	grey := image.NewGray(image.Rect(0, 0, 30, 20))
	for name, p := range map[string]*brief.Picture{
		"jpeg": jpegOf(t, ramp(300, 200)), "grey jpeg": jpegOf(t, grey), "png": pngOf(t, ramp(300, 200)), "grey png": pngOf(t, grey),
		"indexed": pngOf(t, image.NewPaletted(image.Rect(0, 0, 9, 9), color.Palette{color.Black, color.White})),
	} {
		r := one(t, &page.Image{Width: 72, Height: 48, Picture: p})
		if !bytes.Equal(r.Data, p.File.Data) {
			t.Errorf("%s was changed", name)
		}
	}
	turned := jpegOf(t, ramp(300, 200))
	turned.Orientation = 6
	if r := one(t, &page.Image{Width: 48, Height: 72, Picture: turned}); !bytes.Equal(r.Data, turned.File.Data) || r.Orientation != 6 {
		t.Error("a picture on its side was not left to be turned")
	}
}

// Pictures beyond what a press can show have its resolution, and the colours of
// the place they show.
func TestLargePicturesAreScaled(t *testing.T) {
	area := image.Rect(0, 0, 1000, 500)
	fill := func(m interface {
		image.Image
		Set(x, y int, c color.Color)
	}) image.Image {
		for y := range 500 {
			for x := range 1000 {
				m.Set(x, y, ramp1(x, y))
			}
		}
		return m
	}
	for name, p := range map[string]*brief.Picture{
		"png": pngOf(t, fill(image.NewNRGBA(area))), "jpeg": jpegOf(t, fill(image.NewNRGBA(area))), "16 bits": pngOf(t, fill(image.NewNRGBA64(area))),
	} {
		r := one(t, &page.Image{Width: 72, Height: 36, Picture: p})
		m := decoded(t, r)
		if b := m.Bounds(); b.Dx() != Resolution || b.Dy() != Resolution/2 {
			t.Errorf("%s is %v", name, b)
		}
		if r.JPEG != (p.Format == "jpeg") {
			t.Errorf("%s changed its kind", name)
		}
		for _, at := range []image.Point{{20, 20}, {150, 75}, {280, 130}} {
			got := color.NRGBAModel.Convert(m.At(at.X, at.Y)).(color.NRGBA)
			want := ramp1(at.X*1000/Resolution, at.Y*1000/Resolution)
			if math.Abs(float64(got.R)-float64(want.R)) > 4 || math.Abs(float64(got.G)-float64(want.G)) > 4 {
				t.Errorf("%s at %v: got %v, want %v", name, at, got, want)
			}
		}
	}
	grey := one(t, &page.Image{Width: 72, Height: 36, Picture: pngOf(t, fill(image.NewGray(area)))})
	if _, ok := decoded(t, grey).(*image.Gray); !ok {
		t.Error("a grey picture became a coloured one")
	}
}

func ramp1(x, y int) color.NRGBA {
	return color.NRGBA{uint8(x * 255 / 1000), uint8(y * 255 / 500), 90, 255}
}

// Bands of the scaler leave no seams: a flat picture stays flat, and a picture
// scaled whole equals one scaled in bands.
func TestScalingIsSmooth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(2, 300).Draw(t, "width"), rapid.IntRange(2, 300).Draw(t, "height")
		shade := rapid.Byte().Draw(t, "shade")
		m := image.NewRGBA(image.Rect(0, 0, width, height))
		for i := range m.Pix {
			m.Pix[i] = shade
			if i%4 == 3 {
				m.Pix[i] = 255
			}
		}
		s := scale(m, rapid.IntRange(1, width).Draw(t, "to"), rapid.IntRange(1, height).Draw(t, "high")).(*image.RGBA)
		for i, v := range s.Pix {
			if want := m.Pix[i%4]; v != want {
				t.Fatalf("byte %d is %d, want %d", i, v, want)
			}
		}
	})
}

// Each orientation, cropped, shows what the upright picture cropped shows.
func TestCropIsOfThePictureAsItIsSeen(t *testing.T) {
	const width, height = 80, 40
	crop := brief.Crop{Left: 0.25, Top: 0.5, Right: 0.125}
	for orientation := 1; orientation <= 8; orientation++ {
		w, h := width, height
		if orientation >= 5 {
			w, h = height, width
		}
		pixels := image.NewNRGBA(image.Rect(0, 0, w, h))
		for y := range height {
			for x := range width {
				u, v := stored(orientation, (float64(x)+0.5)/width, (float64(y)+0.5)/height)
				pixels.Set(int(u*float64(w)), int(v*float64(h)), color.NRGBA{uint8(3 * x), uint8(6 * y), 0, 255})
			}
		}
		p := pngOf(t, pixels)
		p.Orientation = orientation
		m := decoded(t, one(t, &page.Image{Width: 72, Height: 36, Picture: p, Crop: crop}))
		if b := m.Bounds(); b.Dx() != 50 || b.Dy() != 20 {
			t.Fatalf("orientation %d: %v", orientation, b)
		}
		for _, at := range []image.Point{{0, 0}, {49, 0}, {0, 19}, {49, 19}, {25, 10}} {
			got := color.NRGBAModel.Convert(m.At(at.X, at.Y)).(color.NRGBA)
			if want := (color.NRGBA{uint8(3 * (at.X + 20)), uint8(6 * (at.Y + 20)), 0, 255}); got != want {
				t.Errorf("orientation %d at %v: got %v, want %v", orientation, at, got, want)
			}
		}
	}
}

// What PDF/A cannot hold is made anew: CMYK, 16 bits, interlaced, transparent
// indexes, WebP.
func TestOthersAreMadeAnew(t *testing.T) {
	clear := pngOf(t, image.NewPaletted(image.Rect(0, 0, 9, 9), color.Palette{color.Transparent, color.White}))
	deep := pngOf(t, image.NewGray16(image.Rect(0, 0, 9, 9)))
	for name, p := range map[string]*brief.Picture{"clear": clear, "deep": deep, "webp": webpPicture()} {
		r := one(t, &page.Image{Width: 20, Height: 20, Picture: p})
		if bytes.Equal(r.Data, p.File.Data) || r.JPEG || plain(r.Data) != nil {
			t.Errorf("%s was left as it is", name)
		}
	}
	if m := decoded(t, one(t, &page.Image{Width: 20, Height: 20, Picture: clear})); color.NRGBAModel.Convert(m.At(3, 3)).(color.NRGBA).A != 0 {
		t.Error("what was clear is not")
	}
	p := webpPicture()
	want, err := webp.Decode(bytes.NewReader(p.File.Data))
	if err != nil {
		t.Fatal(err)
	}
	m := decoded(t, one(t, &page.Image{Width: 20, Height: 20, Picture: p}))
	if got, want := color.NRGBAModel.Convert(m.At(1, 1)), color.NRGBAModel.Convert(want.At(1, 1)); got != want {
		t.Errorf("WebP: got %v, want %v", got, want)
	}
}

// webpPicture is a lossless WebP of 2 by 2 pixels, half clear red.
func webpPicture() *brief.Picture {
	data := []byte("\x52\x49\x46\x46\x1c\x00\x00\x00\x57\x45\x42\x50\x56\x50\x38\x4c\x0f\x00\x00\x00\x2f\x01\x40\x00\x10\x07\x10\xfd\x8f\x02\x06\x22\xa2\xff\x01\x00")
	return &brief.Picture{File: &source.File{Name: "a.webp", Data: data}, Format: "webp", Width: 2, Height: 2, Orientation: 1}
}

func TestBrokenPicturesAreProblems(t *testing.T) {
	good := pngOf(t, ramp(30, 30)).File.Data
	photo := jpegOf(t, ramp(64, 64)).File.Data
	for name, data := range map[string][]byte{
		"empty":     nil,
		"text":      []byte("not a picture"),
		"cut":       good[:len(good)/2],
		"no data":   append(slices.Clone(good[:33]), good[len(good)-12:]...),
		"too tall":  append(append(slices.Clone(good[:20]), 0, 0, 0, 200), good[24:]...),
		"no height": append(append(slices.Clone(good[:20]), 0, 0, 0, 0), good[24:]...),
		"cut photo": append(slices.Clone(photo[:len(photo)/2]), 0xff, 0xd9),
	} {
		for _, format := range []string{"png", "jpeg", "webp", "gif"} {
			for _, size := range []float64{10, 0.5} {
				p := &brief.Picture{File: &source.File{Name: name, Data: data}, Format: format, Width: 30, Height: 30}
				m := &page.Image{Width: size, Height: size, Picture: p}
				d := &page.Document{Pages: []page.Page{{Items: []page.Item{{Image: m}, {Image: m}}}}}
				rasters, problems, err := Prepare(context.Background(), d, nil)
				if err != nil || len(problems) != 1 || problems[0].Code != unprintable.Code || rasters[m] != nil {
					t.Errorf("%s as %s: %v", name, format, problems)
				}
			}
		}
	}
}

func FuzzPrepare(f *testing.F) {
	f.Add(pngOf(f, ramp(5, 3)).File.Data, "png", 1, 0.1)
	f.Add(jpegOf(f, ramp(9, 9)).File.Data, "jpeg", 6, 0.0)
	f.Add(webpPicture().File.Data, "webp", 1, 0.3)
	f.Fuzz(func(t *testing.T, data []byte, format string, orientation int, cut float64) {
		// Reading a brief limits pixels; so do we here.
		c, _, err := image.DecodeConfig(bytes.NewReader(data))
		if err == nil && c.Width*c.Height > 1<<20 || err != nil && !errors.Is(err, image.ErrFormat) {
			return
		}
		p := &brief.Picture{File: &source.File{Name: "p", Data: data}, Format: format, Width: max(1, c.Width), Height: max(1, c.Height)}
		p.Orientation = 1 + int(uint(orientation)%8)
		m := &page.Image{Width: 1, Height: 1, Picture: p}
		if cut > 0 && cut < 0.9 {
			m.Crop.Left = cut
		}
		d := &page.Document{Pages: []page.Page{{Items: []page.Item{{Image: m}}}}}
		rasters, problems, err := Prepare(context.Background(), d, nil)
		if err != nil || (len(problems) == 0) != (rasters[m] != nil) {
			t.Error(problems, err)
		}
	})
}
