// Package picture checks images without decoding their pixels: that the file is
// what its name says, whole, and of a size that can be printed. Of drawings it
// knows no more than that they are drawings.
package picture

import (
	"bytes"
	"path"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// Limits of a picture. A zero field takes its default.
type Limits struct {
	// Pixels is the most pixels a picture may have; 100 million by default.
	Pixels int
	// Bytes is the most memory that its pixels may take where they have to be
	// decoded; 192 MiB by default.
	Bytes int
	// Side is the most pixels of its width or height; 65,500 by default, the
	// most JPEG can hold.
	Side int
}

func (l Limits) filled() Limits {
	if l.Pixels == 0 {
		l.Pixels = 100_000_000
	}
	if l.Bytes == 0 {
		l.Bytes = 192 << 20
	}
	if l.Side == 0 {
		l.Side = 65_500
	}
	return l
}

// Read checks a picture by its own bytes and returns its dimensions and
// density. Place is where the brief names the file; problems are reported
// there, since bytes of a picture have no lines. The picture is nil where a
// problem is an error.
func Read(f *source.File, place source.Span, l Limits) (*brief.Picture, problem.List) {
	l = l.filled()
	var facts facts
	var fault *problem.Kind
	format := sniff(f.Data)
	switch format {
	case "png":
		facts, fault = readPNG(f.Data)
	case "jpeg":
		facts, fault = readJPEG(f.Data)
	case "webp":
		facts, fault = readWebP(f.Data)
	case "svg":
		return &brief.Picture{File: f, Format: format, Span: place}, extension(f, format, place)
	case "":
		return nil, problem.List{unknownFormat.At(place, f.Name)}
	default:
		return nil, problem.List{unsupportedFormat.At(place, f.Name, format)}
	}
	var problems problem.List
	if fault != nil {
		return nil, problem.List{fault.At(place, f.Name)}
	}
	if facts.width == 0 || facts.height == 0 {
		return nil, problem.List{damaged.At(place, f.Name)}
	}
	most := min(l.Pixels, int(float64(l.Bytes)/facts.pixelBytes(format)))
	if facts.width > l.Side || facts.height > l.Side || facts.width > most/facts.height {
		return nil, problem.List{tooManyPixels.At(place, f.Name, facts.width, facts.height, most, l.Side)}
	}
	problems.Add(extension(f, format, place)...)
	return &brief.Picture{
		File: f, Format: format, Width: facts.width, Height: facts.height,
		Channels: facts.channels, Depth: facts.depth, Alpha: facts.alpha, Interlaced: facts.interlaced,
		Orientation: max(facts.orientation, 1), DPI: facts.dpi, Span: place,
	}, problems
}

// extension reports a name that promises another format.
func extension(f *source.File, format string, place source.Span) problem.List {
	if formatOf(f.Name) == format {
		return nil
	}
	return problem.List{wrongExtension.At(place, f.Name, format)}
}

// facts are what a header tells. The density is in pixels an inch, 0 where the
// file has none or a different one across and down.
type facts struct {
	width, height     int
	channels, depth   int
	alpha, interlaced bool
	dpi               float64
	orientation       int     // as in Exif; 0 where the file does not say
	samples           float64 // of a pixel of a JPEG, on average
}

// pixelBytes is the memory of one pixel while it is decoded.
func (f facts) pixelBytes(format string) float64 {
	if format == "jpeg" {
		// The decoder keeps the coefficients of progressive frames, of 4 bytes.
		if f.interlaced {
			return max(1, 5*f.samples)
		}
		return max(1, f.samples)
	}
	n := f.channels
	if n == 3 || f.alpha {
		n = 4
	}
	return float64(max(1, n*f.depth/8))
}

// sniff tells a format by the file's first bytes; empty where it is none that
// is known.
func sniff(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return "png"
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return "jpeg"
	case bytes.HasPrefix(data, []byte("GIF8")):
		return "gif"
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return "webp"
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")):
		return "tiff"
	case bytes.HasPrefix(data, []byte("BM")) && len(data) > 26:
		return "bmp"
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return "pdf"
	case len(data) > 12 && string(data[4:8]) == "ftyp":
		return "heif"
	}
	if isSVG(data) {
		return "svg"
	}
	return ""
}

// formatOf is the format a file's name promises.
func formatOf(name string) string {
	switch ext := strings.ToLower(strings.TrimPrefix(path.Ext(name), ".")); ext {
	case "jpg", "jpe", "jfif":
		return "jpeg"
	default:
		return ext
	}
}
