package picture

import (
	"encoding/binary"
	"hash/crc32"
	"math"

	"warraq/input/problem"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// readPNG walks the chunks of a PNG (ISO/IEC 15948 §5): the first must be IHDR,
// one IDAT must follow, the last must be IEND, and the checks of the chunks it
// reads must hold.
func readPNG(data []byte) (facts, *problem.Kind) {
	var found facts
	pixels := false
	for at, first := len(pngSignature), true; ; first = false {
		if len(data)-at < 12 {
			return found, &truncated
		}
		length := binary.BigEndian.Uint32(data[at:])
		name := string(data[at+4 : at+8])
		if length > math.MaxInt32 {
			return found, &damaged
		}
		if uint64(len(data)-at-12) < uint64(length) {
			return found, &truncated
		}
		body := data[at+8 : at+8+int(length)]
		sum := binary.BigEndian.Uint32(data[at+8+int(length):])
		if crc32.ChecksumIEEE(data[at+4:at+8+int(length)]) != sum || first != (name == "IHDR") {
			return found, &damaged
		}
		switch name {
		case "IHDR":
			if fault := found.header(body); fault != nil {
				return found, fault
			}
		case "IDAT":
			pixels = true
		case "acTL": // APNG, PNG 3rd edition §11.3.6.1
			return found, &animated
		case "tRNS":
			found.alpha = true
		case "pHYs":
			found.dpi = pngDensity(body)
		case "IEND":
			if !pixels {
				return found, &damaged
			}
			return found, nil
		}
		at += 12 + int(length)
	}
}

// header reads IHDR (§11.2.2).
func (f *facts) header(body []byte) *problem.Kind {
	if len(body) != 13 {
		return &damaged
	}
	width, height := binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:])
	if width > math.MaxInt32 || height > math.MaxInt32 || !validDepth(body[9], body[8]) || body[10] != 0 || body[11] != 0 || body[12] > 1 {
		return &damaged
	}
	f.width, f.height = int(width), int(height)
	f.depth, f.interlaced = int(body[8]), body[12] == 1
	f.channels = 1
	if body[9] == 2 || body[9] == 6 {
		f.channels = 3
	}
	f.alpha = body[9] == 4 || body[9] == 6
	return nil
}

// validDepth checks the pairs of colour type and bit depth of table 11.1.
func validDepth(colour, depth byte) bool {
	switch colour {
	case 0:
		return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16
	case 3:
		return depth == 1 || depth == 2 || depth == 4 || depth == 8
	case 2, 4, 6:
		return depth == 8 || depth == 16
	}
	return false
}

// pngDensity reads pHYs (§11.3.4.3): pixels a metre across and down, and
// whether the unit is the metre at all.
func pngDensity(body []byte) float64 {
	if len(body) != 9 || body[8] != 1 {
		return 0
	}
	x, y := binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:])
	if x != y {
		return 0
	}
	return math.Round(float64(x)*0.0254*100) / 100
}
