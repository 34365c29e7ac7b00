package raster

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"io"
)

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
