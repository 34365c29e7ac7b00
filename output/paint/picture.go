package paint

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"
	"strconv"

	"github.com/go-pdf/fpdf"

	"warraq/input/brief"
	"warraq/input/source"
)

// pictures registers each picture file once, however often it is placed.
type pictures struct {
	names  map[*source.File]string
	widths map[int]int // how many pictures have this width in pixels
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

// register gives a picture to fpdf and returns its name there.
func (p *pictures) register(f *fpdf.Fpdf, picture *brief.Picture) (name string, err error) {
	if name, ok := p.names[picture.File]; ok {
		return name, nil
	}
	kind, data, err := readable(picture)
	if err != nil {
		return "", &PictureError{picture, err}
	}
	name = "picture" + strconv.Itoa(len(p.names))
	info := f.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: kind}, bytes.NewReader(data))
	if f.Err() {
		return "", &PictureError{picture, f.Error()}
	}
	p.names[picture.File] = name
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

// readable returns a picture in a form that fpdf reads rightly and PDF/A allows
// under an sRGB output intent. Others are decoded and encoded again: PNG of 16
// bits, interlaced or with a tRNS chunk; JPEG in CMYK or without YCbCr.
func readable(p *brief.Picture) (kind string, data []byte, err error) {
	data = p.File.Data
	switch p.Format {
	case "jpeg":
		config, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			return "", nil, err
		}
		if config.ColorModel == color.YCbCrModel || config.ColorModel == color.GrayModel {
			return "jpg", data, nil
		}
		decoded, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			return "", nil, err
		}
		data, err = encode(decoded)
		return "png", data, err
	case "png":
		err := plain(data)
		if err == nil {
			return "png", data, nil
		}
		if !errors.Is(err, errors.ErrUnsupported) {
			return "", nil, err
		}
		decoded, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return "", nil, err
		}
		data, err = encode(decoded)
		return "png", data, err
	}
	return "", nil, fmt.Errorf("format %q", p.Format)
}

// encode returns a picture as a PNG of 8 bits in RGB, with alpha if it has any.
func encode(m image.Image) ([]byte, error) {
	b := m.Bounds()
	rgba := image.NewNRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(rgba, rgba.Bounds(), m, b.Min, draw.Src)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err := encoder.Encode(&out, rgba)
	return out.Bytes(), err
}

// plain checks a PNG that fpdf will take as it is, since fpdf trusts what it is
// given. The error is errors.ErrUnsupported where the picture must be decoded
// first: with more than 8 bits, interlaced, or with a tRNS chunk.
func plain(data []byte) error {
	const header = 8 + 8 + 13 + 4
	if len(data) < header || string(data[:8]) != "\x89PNG\r\n\x1a\n" || string(data[12:16]) != "IHDR" {
		return errors.New("no PNG header")
	}
	width := int64(binary.BigEndian.Uint32(data[16:]))
	height := int64(binary.BigEndian.Uint32(data[20:]))
	bits, color, interlaced := int64(data[24]), data[25], data[28] != 0
	channels := map[byte]int64{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color]
	if width == 0 || height == 0 || channels == 0 {
		return errors.New("empty PNG")
	}
	var stream []byte // of all IDAT chunks
	palette := false
	for at := 8; ; {
		if at+12 > len(data) {
			return io.ErrUnexpectedEOF
		}
		length := int(binary.BigEndian.Uint32(data[at:]))
		if length < 0 || length > len(data)-at-12 {
			return io.ErrUnexpectedEOF
		}
		body := data[at+8 : at+8+length]
		kind := string(data[at+4 : at+8])
		if kind == "tRNS" || interlaced || bits > 8 {
			return errors.ErrUnsupported
		}
		if kind == "IEND" {
			break
		}
		switch kind {
		case "PLTE":
			palette = length > 0 && length%3 == 0
		case "IDAT":
			stream = append(stream, body...)
		}
		at += 12 + length
	}
	if color == 3 && !palette {
		return errors.New("PNG without palette")
	}
	z, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		return err
	}
	want := height * (1 + (width*channels*bits+7)/8)
	n, err := io.Copy(io.Discard, io.LimitReader(z, want+1))
	if err == nil && n != want {
		err = errors.New("PNG of wrong length")
	}
	return err
}
