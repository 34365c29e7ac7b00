package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"warraq/input/source"
)

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// chunk makes a PNG chunk with its check.
func chunk(name string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, name...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// header makes IHDR of an RGB picture.
func header(width, height uint32, rest ...byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, width)
	return chunk("IHDR", append(binary.BigEndian.AppendUint32(b, height), rest...))
}

// after puts bytes behind the first n bytes of a file.
func after(data []byte, n int, more ...[]byte) []byte {
	return bytes.Join([][]byte{data[:n], bytes.Join(more, nil), data[n:]}, nil)
}

const endOfIHDR = len(pngSignature) + 25

func physical(x, y uint32, unit byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, x)
	return chunk("pHYs", append(binary.BigEndian.AppendUint32(b, y), unit))
}

// segment makes a JPEG segment.
func segment(marker byte, body []byte) []byte {
	b := binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(body)+2))
	return append(b, body...)
}

func jfif(unit byte, x, y uint16) []byte {
	b := append([]byte("JFIF\x00\x01\x02"), unit)
	b = binary.BigEndian.AppendUint16(b, x)
	return segment(0xe0, append(binary.BigEndian.AppendUint16(b, y), 0, 0))
}

// exif makes an Exif segment of one resolution for both ways, in an order.
func exif(order binary.AppendByteOrder, mark string, resolution uint32, unit uint16) []byte {
	b := append([]byte("Exif\x00\x00"), mark...)
	b = order.AppendUint16(b, 42)
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 3)
	for _, tag := range []uint16{0x011a, 0x011b} {
		b = order.AppendUint16(b, tag)
		b = order.AppendUint16(b, 5)
		b = order.AppendUint32(b, 1)
		b = order.AppendUint32(b, 8+2+3*12)
	}
	b = order.AppendUint16(b, 0x0128)
	b = order.AppendUint16(b, 3)
	b = order.AppendUint32(b, 1)
	b = order.AppendUint16(b, unit)
	b = order.AppendUint16(b, 0)
	b = order.AppendUint32(b, resolution)
	return segment(0xe1, order.AppendUint32(b, 1))
}

// exifTurned makes an Exif segment of an orientation alone.
func exifTurned(orientation uint16) []byte {
	b := append([]byte("Exif\x00\x00"), "MM"...)
	b = binary.BigEndian.AppendUint16(b, 42)
	b = binary.BigEndian.AppendUint32(b, 8)
	b = binary.BigEndian.AppendUint16(b, 1)
	b = append(b, 0x01, 0x12, 0, 3, 0, 0, 0, 1)
	b = binary.BigEndian.AppendUint16(b, orientation)
	return segment(0xe1, append(b, 0, 0))
}

// tinyWebP is a lossless WebP of 2 by 2 pixels with alpha.
const tinyWebP = "\x52\x49\x46\x46\x1c\x00\x00\x00\x57\x45\x42\x50\x56\x50\x38\x4c\x0f\x00\x00\x00\x2f\x01\x40\x00\x10\x07\x10\xfd\x8f\x02\x06\x22\xa2\xff\x01\x00"

// webpHeader is a lossy WebP up to its first pixels.
func webpHeader(width, height uint16) []byte {
	b := []byte("RIFF\x16\x00\x00\x00WEBPVP8 \x0a\x00\x00\x00\x00\x00\x00\x9d\x01\x2a")
	b = binary.LittleEndian.AppendUint16(b, width)
	return binary.LittleEndian.AppendUint16(b, height)
}

func TestRead(t *testing.T) {
	box := image.Rect(0, 0, 30, 20)
	rgb, grey, nrgba, deep := image.NewRGBA(box), image.NewGray(box), image.NewNRGBA(box), image.NewGray16(box)
	for i := range rgb.Pix {
		rgb.Pix[i] = 0xff // opaque
	}
	indexed := image.NewPaletted(box, color.Palette{color.White, color.Transparent})
	whole, photo := pngOf(t, rgb), jpegOf(t, rgb)
	lying := header(1<<30, 1<<30, 8, 2, 0, 0, 0)
	for name, c := range map[string]struct {
		file string
		data []byte
		want string
	}{
		"png":             {"a.png", whole, "png 30×20, 3 of 8, 0 dpi"},
		"grey png":        {"a.png", pngOf(t, grey), "png 30×20, 1 of 8, 0 dpi"},
		"alpha png":       {"a.png", pngOf(t, nrgba), "png 30×20, 3 of 8 alpha, 0 dpi"},
		"16 bits":         {"a.png", pngOf(t, deep), "png 30×20, 1 of 16, 0 dpi"},
		"indexed png":     {"a.png", pngOf(t, indexed), "png 30×20, 1 of 1 alpha, 0 dpi"},
		"density":         {"a.png", after(whole, endOfIHDR, physical(11811, 11811, 1)), "png 30×20, 3 of 8, 300 dpi"},
		"no unit":         {"a.png", after(whole, endOfIHDR, physical(3, 3, 0)), "png 30×20, 3 of 8, 0 dpi"},
		"uneven":          {"a.png", after(whole, endOfIHDR, physical(1, 2, 1)), "png 30×20, 3 of 8, 0 dpi"},
		"jpeg":            {"a.JPG", photo, "jpeg 30×20, 3 of 8, 0 dpi"},
		"grey jpeg":       {"a.jpeg", jpegOf(t, grey), "jpeg 30×20, 1 of 8, 0 dpi"},
		"jfif":            {"a.jpg", after(photo, 2, jfif(1, 300, 300)), "jpeg 30×20, 3 of 8, 300 dpi"},
		"jfif in cm":      {"a.jpg", after(photo, 2, jfif(2, 100, 100)), "jpeg 30×20, 3 of 8, 254 dpi"},
		"jfif aspect":     {"a.jpg", after(photo, 2, jfif(0, 1, 1)), "jpeg 30×20, 3 of 8, 0 dpi"},
		"exif":            {"a.jpg", after(photo, 2, exif(binary.LittleEndian, "II", 240, 2)), "jpeg 30×20, 3 of 8, 240 dpi"},
		"exif in cm":      {"a.jpg", after(photo, 2, exif(binary.BigEndian, "MM", 100, 3)), "jpeg 30×20, 3 of 8, 254 dpi"},
		"trailing bytes":  {"a.jpg", append(bytes.Clone(photo), "camera notes"...), "jpeg 30×20, 3 of 8, 0 dpi"},
		"fill bytes":      {"a.jpg", after(photo, 2, []byte{0xff, 0xff}), "jpeg 30×20, 3 of 8, 0 dpi"},
		"wrong extension": {"a.jpg", whole, "png 30×20, 3 of 8, 0 dpi [picture-extension]"},

		"no bytes":      {"a.png", nil, "[picture-unknown]"},
		"text":          {"a.png", []byte("نص"), "[picture-unknown]"},
		"gif":           {"a.gif", []byte("GIF89a……"), "[picture-format]"},
		"svg":           {"a.svg", []byte("<?xml version='1.0'?>\n<svg viewBox='0 0 40 20'/>"), "svg"},
		"svg as png":    {"a.png", []byte("<svg viewBox='0 0 40 20'/>"), "svg [picture-extension]"},
		"webp":          {"a.webp", []byte(tinyWebP), "webp 2×2, 3 of 8 alpha, 0 dpi"},
		"cut webp":      {"a.webp", []byte(tinyWebP[:30]), "[picture-truncated]"},
		"odd webp":      {"a.webp", []byte(strings.Replace(tinyWebP, "\x2f", "\x2e", 1)), "[picture-damaged]"},
		"moving webp":   {"a.webp", []byte("RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00\x01\x00\x00\x01\x00\x00"), "[picture-animated]"},
		"large webp":    {"a.webp", webpHeader(16383, 16383), "[picture-too-large]"},
		"moving png":    {"a.png", after(whole, endOfIHDR, chunk("acTL", make([]byte, 8))), "[picture-animated]"},
		"turned":        {"a.jpg", after(photo, 2, exifTurned(6)), "jpeg 30×20, 3 of 8, 0 dpi, turned 6"},
		"turned wrong":  {"a.jpg", after(photo, 2, exifTurned(9)), "jpeg 30×20, 3 of 8, 0 dpi"},
		"cut png":       {"a.png", whole[:len(whole)-1], "[picture-truncated]"},
		"cut header":    {"a.png", whole[:20], "[picture-truncated]"},
		"changed png":   {"a.png", after(whole[:endOfIHDR-1], endOfIHDR-1, []byte{whole[endOfIHDR-1] ^ 1}, whole[endOfIHDR:]), "[picture-damaged]"},
		"no pixels":     {"a.png", bytes.Join([][]byte{[]byte(pngSignature), header(1, 1, 8, 2, 0, 0, 0), chunk("IEND", nil)}, nil), "[picture-damaged]"},
		"bad depth":     {"a.png", append([]byte(pngSignature), header(1, 1, 3, 2, 0, 0, 0)...), "[picture-damaged]"},
		"two headers":   {"a.png", after(whole, endOfIHDR, header(1, 1, 8, 2, 0, 0, 0)), "[picture-damaged]"},
		"long chunk":    {"a.png", after(whole, endOfIHDR, []byte{0xff, 0xff, 0xff, 0xff}), "[picture-damaged]"},
		"zero width":    {"a.png", bytes.Join([][]byte{[]byte(pngSignature), header(0, 1, 8, 2, 0, 0, 0), chunk("IDAT", nil), chunk("IEND", nil)}, nil), "[picture-damaged]"},
		"pixel bomb":    {"a.png", bytes.Join([][]byte{[]byte(pngSignature), lying, chunk("IDAT", nil), chunk("IEND", nil)}, nil), "[picture-too-large]"},
		"many pixels":   {"a.png", bytes.Join([][]byte{[]byte(pngSignature), header(20_000, 20_000, 8, 2, 0, 0, 0), chunk("IDAT", nil), chunk("IEND", nil)}, nil), "[picture-too-large]"},
		"cut jpeg":      {"a.jpg", photo[:len(photo)-2], "[picture-truncated]"},
		"cut segment":   {"a.jpg", photo[:30], "[picture-truncated]"},
		"no frame":      {"a.jpg", []byte("\xff\xd8\xff\xda\x00\x02\xff\xd9"), "[picture-damaged]"},
		"early end":     {"a.jpg", []byte("\xff\xd8\xff\xd9\x00\x00\x00"), "[picture-damaged]"},
		"short segment": {"a.jpg", []byte("\xff\xd8\xff\xe0\x00\x01\x00"), "[picture-damaged]"},
		"lossless":      {"a.jpg", after(photo, 2, segment(0xc3, []byte{8, 0, 1, 0, 1, 1, 0, 0, 0})), "[picture-jpeg]"},
		"12 bits":       {"a.jpg", after(photo, 2, segment(0xc1, []byte{12, 0, 1, 0, 1, 1, 0, 0, 0})), "[picture-jpeg]"},
		"two parts":     {"a.jpg", after(photo, 2, segment(0xc0, []byte{8, 0, 1, 0, 1, 2, 0, 0, 0})), "[picture-jpeg]"},
	} {
		t.Run(name, func(t *testing.T) {
			place := source.Span{File: &source.File{Name: "brief.md"}, Start: 3, End: 9}
			p, problems := Read(&source.File{Name: c.file, Data: c.data}, place, Limits{})
			got := ""
			if p != nil {
				alpha := ""
				if p.Alpha {
					alpha = " alpha"
				}
				got = fmt.Sprintf("%s %d×%d, %d of %d%s, %v dpi", p.Format, p.Width, p.Height, p.Channels, p.Depth, alpha, p.DPI)
				if p.Orientation > 1 {
					got += fmt.Sprintf(", turned %d", p.Orientation)
				}
				if p.Drawn() {
					got = p.Format
				}
			}
			for _, problem := range problems {
				if got != "" {
					got += " "
				}
				got += "[" + problem.Code + "]"
				if problem.Span != place && problem.Span.File.Name != c.file {
					t.Errorf("reported at %v", problem.Span)
				}
			}
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if (p == nil) != problems.HasErrors() {
				t.Error("a picture with an error, or none without")
			}
		})
	}
}

// What the standard library decodes, this reads with the same dimensions; and
// nothing makes it panic.
func FuzzRead(f *testing.F) {
	img := image.NewRGBA(image.Rect(0, 0, 5, 7))
	f.Add(pngOf(f, img))
	f.Add(after(pngOf(f, img), endOfIHDR, physical(1, 1, 1)))
	f.Add(jpegOf(f, img))
	f.Add([]byte(tinyWebP))
	f.Add(webpHeader(3, 4))
	f.Add(after(jpegOf(f, img), 2, jfif(1, 72, 72), exif(binary.LittleEndian, "II", 72, 2)))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, problems := Read(&source.File{Name: "a.png", Data: data}, source.Span{}, Limits{Pixels: 1000})
		if (p == nil) != problems.HasErrors() {
			t.Fatal("a picture with an error, or none without")
		}
		if p == nil || p.Drawn() {
			return
		}
		if p.Width <= 0 || p.Height <= 0 || p.Width*p.Height > 1000 {
			t.Fatalf("%d×%d", p.Width, p.Height)
		}
		if decoded, _, err := image.Decode(bytes.NewReader(data)); err == nil {
			if size := decoded.Bounds().Size(); size.X != p.Width || size.Y != p.Height {
				t.Fatalf("%d×%d decodes to %v", p.Width, p.Height, size)
			}
		}
	})
}
