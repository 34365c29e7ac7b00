package paint

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
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

// register gives a picture to fpdf and returns its name there.
func (p *pictures) register(f *fpdf.Fpdf, picture *brief.Picture) (name string, err error) {
	if name, ok := p.names[picture.File]; ok {
		return name, nil
	}
	kind, data, err := readable(picture)
	if err != nil {
		return "", fmt.Errorf("paint: picture %s: %w", picture.File.Name, err)
	}
	name = "picture" + strconv.Itoa(len(p.names))
	info := f.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: kind}, bytes.NewReader(data))
	if f.Err() {
		return "", fmt.Errorf("paint: picture %s: %w", picture.File.Name, f.Error())
	}
	p.names[picture.File] = name
	n := p.widths[picture.Width]
	p.widths[picture.Width]++
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
		if plain(data) {
			return "png", data, nil
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
	for y := range b.Dy() {
		for x := range b.Dx() {
			rgba.Set(x, y, m.At(b.Min.X+x, b.Min.Y+y))
		}
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err := encoder.Encode(&out, rgba)
	return out.Bytes(), err
}

// plain reports whether a PNG has at most 8 bits, is not interlaced and has no
// tRNS chunk, and whether its chunks can be walked at all.
func plain(data []byte) bool {
	const header = 8 + 8 + 13 + 4
	if len(data) < header || data[8+8+8] > 8 || data[8+8+12] != 0 {
		return false
	}
	for at := 8; at+12 <= len(data); {
		length := int(binary.BigEndian.Uint32(data[at:]))
		switch string(data[at+4 : at+8]) {
		case "tRNS":
			return false
		case "IEND":
			return true
		}
		if length > len(data)-at-12 {
			return false
		}
		at += 12 + length
	}
	return false
}
