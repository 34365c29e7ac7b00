// Package raster makes pictures ready to print: decoded where a PDF cannot hold
// them as they are, turned upright, cropped, and scaled down to what a press can
// show. What fits is left as it is.
package raster

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"runtime"

	"golang.org/x/image/webp"
	"golang.org/x/sync/errgroup"

	"warraq/charts/memo"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/output/page"
)

// Resolution is what a picture is scaled down to, in pixels an inch of the page:
// presses that print 150 to 200 lines an inch show no more.
const Resolution = 300

// excess is how far beyond that resolution a picture is left as it is: scaling
// by little costs more sharpness than it saves bytes.
const excess = 1.2

// quality of a JPEG that has to be made anew.
const quality = 92

var unprintable = problem.Kind{
	Code: "picture-unprintable", Severity: problem.Error,
	Message: problem.Text{AR: "الصورة «%s» تالفة أو من نوع لا يُطبع", EN: "the picture “%s” is damaged, or of a kind that cannot be printed"},
	Advice:  problem.Text{AR: "احفظها من جديد PNG أو JPEG.", EN: "Save it anew as PNG or JPEG."},
}

// A Memo keeps rasters by what they are made from.
type Memo = memo.Memo[Content, *page.Raster]

// NewMemo returns a memo of at most so many bytes.
func NewMemo(limit int) *Memo { return memo.New[Content, *page.Raster](limit) }

// Content is all that a raster is made from, by the sum of the file.
type Content struct {
	sum         [sha256.Size]byte
	format      string
	orientation int
	key         key // without its file
}

// Prepare makes the picture of every image of a document ready, on all processors.
// Those that are kept already are not made again; kept may be nil. Pictures were
// read by their headers; what is broken behind one shows here, and is a problem at
// the place where the brief names the file, once. The error is that of ctx.
func Prepare(ctx context.Context, d *page.Document, kept *Memo) (page.Rasters, problem.List, error) {
	works, of := worksOf(d)
	var group errgroup.Group
	group.SetLimit(min(runtime.GOMAXPROCS(0), mostAtOnce))
	for i := range works {
		w := &works[i]
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			w.raster, w.err = keptOr(w.picture, w.key, kept)
			return nil
		})
	}
	err := group.Wait()
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, nil, err
	}
	var problems problem.List
	broken := map[*source.File]bool{}
	for _, w := range works {
		if w.err != nil && !broken[w.picture.File] {
			broken[w.picture.File] = true
			problems.Add(unprintable.At(w.picture.Span, w.picture.File.Name))
		}
	}
	rasters := make(page.Rasters, len(of))
	for m, i := range of {
		if works[i].err == nil {
			rasters[m] = works[i].raster
		}
	}
	return rasters, problems, nil
}

// mostAtOnce bounds the pictures that are unpacked in memory together.
const mostAtOnce = 4

// A work is a raster to be made.
type work struct {
	key     key
	picture *brief.Picture
	raster  *page.Raster
	err     error
}

// worksOf lists the rasters of a document, each once, in the order of its pages,
// and which of them each image shows.
func worksOf(d *page.Document) (works []work, of map[*page.Image]int) {
	known := map[key]int{}
	of = map[*page.Image]int{}
	for i := range d.Pages {
		for _, it := range d.Pages[i].Items {
			m := it.Image
			if m == nil {
				continue
			}
			k := keyOf(m)
			at, ok := known[k]
			if !ok {
				at = len(works)
				known[k] = at
				works = append(works, work{key: k, picture: m.Picture})
			}
			of[m] = at
		}
	}
	return works, of
}

// A key is all that a raster is made from.
type key struct {
	file *source.File
	crop brief.Crop
	// width and height are of the whole picture as it is scaled, in pixels; 0
	// where it is not.
	width, height int
	shade         page.Shade
}

func keyOf(m *page.Image) key {
	k := key{file: m.Picture.File, crop: m.Crop, shade: m.Shade}
	w, h := m.Picture.Size()
	width, height := float64(w), float64(h)
	across, down := width*(1-m.Crop.Left-m.Crop.Right), height*(1-m.Crop.Top-m.Crop.Bottom)
	wide, high := m.Width/72*Resolution, m.Height/72*Resolution
	if wide > 0 && high > 0 && (across > wide*excess || down > high*excess) {
		k.width = max(1, min(int(math.Round(width*wide/across)), int(width)))
		k.height = max(1, min(int(math.Round(height*high/down)), int(height)))
	}
	return k
}

// keptOr returns a raster that is kept, or makes it.
func keptOr(p *brief.Picture, k key, kept *Memo) (*page.Raster, error) {
	if kept == nil {
		return prepare(p, k)
	}
	c := Content{sha256.Sum256(p.File.Data), p.Format, p.Orientation, k}
	c.key.file = nil
	if r, ok := kept.Get(c); ok {
		own := *r // two files of one content are two pictures, kept or not
		return &own, nil
	}
	r, err := prepare(p, k)
	if err == nil {
		kept.Put(c, r, len(r.Data))
	}
	return r, err
}

// prepare makes one raster.
func prepare(p *brief.Picture, k key) (*page.Raster, error) {
	whole := k.crop.IsZero() && k.width == 0 && k.shade == (page.Shade{})
	if whole {
		if r, err := untouched(p); r != nil || err != nil {
			return r, err
		}
	}
	m, err := decode(p)
	if err != nil {
		return nil, err
	}
	m = cut(m, k.crop, p.Orientation)
	b := m.Bounds()
	if k.width > 0 {
		width := max(1, int(math.Round(float64(k.width)*(1-k.crop.Left-k.crop.Right))))
		height := max(1, int(math.Round(float64(k.height)*(1-k.crop.Top-k.crop.Bottom))))
		if p.Orientation >= 5 {
			width, height = height, width
		}
		m = scale(m, min(width, b.Dx()), min(height, b.Dy()))
	}
	m = upright(m, p.Orientation)
	if k.shade != (page.Shade{}) {
		m = shaded(m, &k.shade)
	}
	r := &page.Raster{JPEG: p.Format == "jpeg"}
	r.Data, err = encode(m, r.JPEG)
	return r, err
}

// untouched returns a picture as its file has it, or nil where it must be
// decoded: PDF/A under an sRGB output intent holds JPEG in grey and YCbCr, and
// fpdf reads PNG of up to 8 bits, neither interlaced nor with a tRNS chunk.
func untouched(p *brief.Picture) (*page.Raster, error) {
	data := p.File.Data
	switch p.Format {
	case "jpeg":
		m, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		switch m.(type) {
		case *image.YCbCr, *image.Gray:
			return &page.Raster{JPEG: true, Data: data, Orientation: p.Orientation}, nil
		}
	case "png":
		err := plain(data)
		if err == nil {
			return &page.Raster{Data: data}, nil
		}
		if !errors.Is(err, errors.ErrUnsupported) {
			return nil, err
		}
	}
	return nil, nil
}

func decode(p *brief.Picture) (image.Image, error) {
	r := bytes.NewReader(p.File.Data)
	switch p.Format {
	case "jpeg":
		return jpeg.Decode(r)
	case "png":
		return png.Decode(r)
	case "webp":
		return webp.Decode(r)
	}
	return nil, fmt.Errorf("format %q", p.Format)
}

// encode returns a picture as a JPEG, or as a PNG of 8 bits.
func encode(m image.Image, lossy bool) ([]byte, error) {
	var out bytes.Buffer
	if lossy {
		err := jpeg.Encode(&out, m, &jpeg.Options{Quality: quality})
		return out.Bytes(), err
	}
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err := encoder.Encode(&out, eightBits(m))
	return out.Bytes(), err
}

// eightBits returns a picture in a form that is encoded as a PNG of 8 bits in
// grey or RGB, with alpha if it has any.
func eightBits(m image.Image) image.Image {
	b := m.Bounds()
	if _, ok := m.(*image.Gray16); ok {
		grey := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
		convert(grey, m)
		return grey
	}
	switch m.(type) {
	case *image.Gray, *image.NRGBA, *image.RGBA:
		return m
	}
	rgba := image.NewNRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	convert(rgba, m)
	return rgba
}

// isGrey reports whether a picture has no colours.
func isGrey(m image.Image) bool {
	return m.ColorModel() == color.GrayModel || m.ColorModel() == color.Gray16Model
}
