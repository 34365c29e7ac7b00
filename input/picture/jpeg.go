package picture

import (
	"bytes"
	"encoding/binary"
	"math"

	"warraq/input/problem"
)

// readJPEG walks the segments of a JPEG (ITU-T T.81 annex B) up to its first
// scan, and looks for the end mark after it.
func readJPEG(data []byte) (facts, *problem.Kind) {
	var found facts
	at := 2
	for {
		if at+4 > len(data) {
			return found, &truncated
		}
		if data[at] != 0xff {
			return found, &damaged
		}
		marker := data[at+1]
		if marker == 0xff { // a fill byte (B.1.1.2)
			at++
			continue
		}
		if marker == 0x01 || marker >= 0xd0 && marker <= 0xd8 { // without a body
			at += 2
			continue
		}
		if marker == 0xd9 || marker == 0x00 {
			return found, &damaged // the end before any scan
		}
		length := int(binary.BigEndian.Uint16(data[at+2:]))
		if length < 2 {
			return found, &damaged
		}
		if at+2+length > len(data) {
			return found, &truncated
		}
		body := data[at+4 : at+2+length]
		switch {
		case isFrame(marker):
			if len(body) < 6 {
				return found, &damaged
			}
			if fault := found.frame(marker, body); fault != nil {
				return found, fault
			}
		case marker == 0xe0:
			if dpi := jfifDensity(body); dpi > 0 {
				found.dpi = dpi
			}
		case marker == 0xe1:
			dpi, orientation := readExif(body)
			if found.dpi == 0 {
				found.dpi = dpi
			}
			if orientation > 0 {
				found.orientation = orientation
			}
		case marker == 0xda:
			if found.width == 0 {
				return found, &damaged
			}
			// Files from cameras may carry more after the end mark, so it is
			// looked for and not expected at the very end.
			if !bytes.Contains(data[at:], []byte{0xff, 0xd9}) {
				return found, &truncated
			}
			return found, nil
		}
		at += 2 + length
	}
}

// isFrame reports whether a marker is one of SOF0 to SOF15, which share their
// numbers with DHT, JPG and DAC (table B.1).
func isFrame(marker byte) bool {
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
}

// frame reads a frame header (B.2.2). PDF takes baseline, extended and
// progressive frames of 8 bits with one, three or four components
// (ISO 32000-1 §7.4.8).
func (f *facts) frame(marker byte, body []byte) *problem.Kind {
	components := int(body[5])
	if body[0] != 8 || marker > 0xc2 || components != 1 && components != 3 && components != 4 {
		return &unsupportedJPEG
	}
	if len(body) < 6+3*components {
		return &damaged
	}
	f.height, f.width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	f.channels, f.depth = components, 8
	f.interlaced = marker == 0xc2
	// A component takes a part of the pixels where it is sampled more coarsely
	// than another.
	samples, widest, tallest := 0, 1, 1
	for i := range components {
		h, v := int(body[7+3*i]>>4), int(body[7+3*i]&15)
		samples += h * v
		widest, tallest = max(widest, h), max(tallest, v)
	}
	f.samples = float64(samples) / float64(widest*tallest)
	return nil
}

// jfifDensity reads the density of a JFIF segment (ITU-T T.871 §10.1).
func jfifDensity(body []byte) float64 {
	if len(body) < 12 || string(body[:5]) != "JFIF\x00" {
		return 0
	}
	x, y := binary.BigEndian.Uint16(body[8:]), binary.BigEndian.Uint16(body[10:])
	return density(body[7] == 1, body[7] == 2, float64(x), float64(y))
}

// readExif reads XResolution, YResolution, ResolutionUnit and Orientation of the
// first directory of an Exif segment (Exif 2.3 §4.6.4); 0 for what is not there.
func readExif(body []byte) (dpi float64, orientation int) {
	tiff, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00"))
	if !ok || len(tiff) < 8 {
		return 0, 0
	}
	var order binary.ByteOrder = binary.LittleEndian
	if string(tiff[:2]) == "MM" {
		order = binary.BigEndian
	}
	start := uint64(order.Uint32(tiff[4:]))
	if start+2 > uint64(len(tiff)) {
		return 0, 0
	}
	count := uint64(order.Uint16(tiff[start:]))
	var x, y float64
	unit := uint16(2) // inches where the tag is absent
	for i := range count {
		entry := start + 2 + 12*i
		if entry+12 > uint64(len(tiff)) {
			return 0, 0
		}
		switch order.Uint16(tiff[entry:]) {
		case 0x011a:
			x = rational(tiff, order, order.Uint32(tiff[entry+8:]))
		case 0x011b:
			y = rational(tiff, order, order.Uint32(tiff[entry+8:]))
		case 0x0112:
			if v := order.Uint16(tiff[entry+8:]); v >= 1 && v <= 8 {
				orientation = int(v)
			}
		case 0x0128:
			unit = order.Uint16(tiff[entry+8:])
		}
	}
	return density(unit == 2, unit == 3, x, y), orientation
}

func rational(tiff []byte, order binary.ByteOrder, at uint32) float64 {
	if uint64(at)+8 > uint64(len(tiff)) {
		return 0
	}
	under := order.Uint32(tiff[at+4:])
	if under == 0 {
		return 0
	}
	return float64(order.Uint32(tiff[at:])) / float64(under)
}

// density turns one density an inch or a centimetre into pixels an inch.
func density(inch, centimetre bool, x, y float64) float64 {
	switch {
	case x != y:
		return 0
	case inch:
		return x
	case centimetre:
		return math.Round(x*2.54*100) / 100
	}
	return 0
}
