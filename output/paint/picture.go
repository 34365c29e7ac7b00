package paint

import (
	"bytes"
	"encoding/gob"
	"errors"
	"strconv"

	"github.com/go-pdf/fpdf"

	"warraq/input/brief"
	"warraq/output/page"
)

// pictures registers each raster once, however often it is placed.
type pictures struct {
	rasters page.Rasters
	names   map[*page.Raster]string
	widths  map[int]int // how many pictures have this width in pixels
}

// A PictureError is a picture that cannot be printed.
type PictureError struct {
	Picture *brief.Picture
	Err     error
}

func (e *PictureError) Error() string {
	return "paint: picture " + e.Picture.File.Name + ": " + e.Err.Error()
}

// Unwrap returns what the decoder found.
func (e *PictureError) Unwrap() error { return e.Err }

// register gives the raster of a picture to fpdf and returns its name there.
func (p *pictures) register(f *fpdf.Fpdf, m *page.Image, r *page.Raster) (name string, err error) {
	if r == nil {
		return "", &PictureError{m.Picture, errors.New("not made ready")}
	}
	if name, ok := p.names[r]; ok {
		return name, nil
	}
	kind := "png"
	if r.JPEG {
		kind = "jpg"
	}
	name = "picture" + strconv.Itoa(len(p.names))
	info := f.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: kind}, bytes.NewReader(r.Data))
	if f.Err() {
		return "", &PictureError{m.Picture, f.Error()}
	}
	p.names[r] = name
	width := int(info.Width())
	n := p.widths[width]
	p.widths[width]++
	if n > 0 {
		err = distinguish(info, n)
	}
	return name, err
}

// distinguish makes a picture's width differ in a place that is never printed:
// fpdf sorts pictures by width alone when it numbers them, and those of the same
// width would keep the order of a map. The one door to the width is gob.
func distinguish(info *fpdf.ImageInfoType, n int) error {
	encoded, err := info.GobEncode()
	if err != nil {
		return err
	}
	var (
		data, smask, palette  []byte
		object, bits          int
		width, height         float64
		space, filter, params string
		transparent           []int
		scale, dpi            float64
	)
	fields := []any{&data, &smask, &object, &width, &height, &space, &palette, &bits,
		&filter, &params, &transparent, &scale, &dpi}
	decoder := gob.NewDecoder(bytes.NewReader(encoded))
	for _, field := range fields {
		if err := decoder.Decode(field); err != nil {
			return err
		}
	}
	width += float64(n) / 4096
	var out bytes.Buffer
	encoder := gob.NewEncoder(&out)
	for _, field := range fields {
		if err := encoder.Encode(field); err != nil {
			return err
		}
	}
	return info.GobDecode(out.Bytes())
}

// image places a picture, its upper left corner at x, y.
func (w *writer) image(m *page.Image, x, y float64) error {
	r := w.pictures.rasters[m]
	name, err := w.pictures.register(w.pdf, m, r)
	if err != nil {
		return err
	}
	width, height := m.Width, m.Height
	c := &w.content
	turned := r.Orientation > 1
	if turned {
		// The picture is drawn in the unit square, which a matrix turns.
		c.line("q")
		for i, v := range orient(r.Orientation, x, c.height-y-height, width, height) {
			c.number(v)
			if i == 5 {
				c.line("cm")
			}
		}
		x, y, width, height = 0, c.height-1, 1, 1
	}
	w.flush()
	w.pdf.ImageOptions(name, x, y, width, height, false, fpdf.ImageOptions{AllowNegativePosition: true}, 0, "")
	if turned {
		c.line("Q")
	}
	return w.pdf.Error()
}

// orient returns the matrix that shows the unit square, Y up, upright in a
// rectangle, by an orientation of Exif.
func orient(orientation int, x, y, width, height float64) [6]float64 {
	// Where the pixels' own right and their own top are shown.
	var right, top [2]float64
	switch orientation {
	case 2:
		right, top = [2]float64{-1, 0}, [2]float64{0, 1}
	case 3:
		right, top = [2]float64{-1, 0}, [2]float64{0, -1}
	case 4:
		right, top = [2]float64{1, 0}, [2]float64{0, -1}
	case 5:
		right, top = [2]float64{0, -1}, [2]float64{-1, 0}
	case 6:
		right, top = [2]float64{0, -1}, [2]float64{1, 0}
	case 7:
		right, top = [2]float64{0, 1}, [2]float64{1, 0}
	case 8:
		right, top = [2]float64{0, 1}, [2]float64{-1, 0}
	default:
		right, top = [2]float64{1, 0}, [2]float64{0, 1}
	}
	m := [6]float64{right[0] * width, right[1] * height, top[0] * width, top[1] * height, x, y}
	// The corner from which both lead stays inside.
	if right[0]+top[0] < 0 {
		m[4] += width
	}
	if right[1]+top[1] < 0 {
		m[5] += height
	}
	return m
}
