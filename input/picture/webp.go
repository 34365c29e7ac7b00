package picture

import (
	"encoding/binary"

	"warraq/input/problem"
)

// readWebP walks the chunks of a WebP file (RFC 9649 §2) up to its pixels: one
// still picture, lossy or lossless, with alpha or without.
func readWebP(data []byte) (facts, *problem.Kind) {
	var found facts
	if size := binary.LittleEndian.Uint32(data[4:]); uint64(size)+8 > uint64(len(data)) {
		return found, &truncated
	}
	extended := false
	for at := 12; ; {
		if len(data)-at < 8 {
			return found, &truncated
		}
		name := string(data[at : at+4])
		length := binary.LittleEndian.Uint32(data[at+4:])
		if uint64(length) > uint64(len(data)-at-8) {
			return found, &truncated
		}
		body := data[at+8 : at+8+int(length)]
		switch name {
		case "VP8X":
			if len(body) < 10 || extended {
				return found, &damaged
			}
			const alpha, animation = 0x10, 0x02
			if body[0]&animation != 0 {
				return found, &animated
			}
			extended = true
			found.alpha = body[0]&alpha != 0
			found.width, found.height = 1+uint24(body[4:]), 1+uint24(body[7:])
		case "ANIM", "ANMF":
			return found, &animated
		case "VP8 ":
			// RFC 6386 §9.1: a key frame, its start code, and the size.
			if len(body) < 10 || body[0]&1 != 0 || string(body[3:6]) != "\x9d\x01\x2a" {
				return found, &damaged
			}
			width, height := int(binary.LittleEndian.Uint16(body[6:])&0x3fff), int(binary.LittleEndian.Uint16(body[8:])&0x3fff)
			return found.webp(extended, width, height)
		case "VP8L":
			// RFC 9649 §3.4.
			if len(body) < 5 || body[0] != 0x2f {
				return found, &damaged
			}
			bits := binary.LittleEndian.Uint32(body[1:])
			if !extended {
				found.alpha = bits>>28&1 == 1
			}
			return found.webp(extended, 1+int(bits&0x3fff), 1+int(bits>>14&0x3fff))
		}
		at += 8 + int(length) + int(length&1) // chunks begin at even bytes
	}
}

// webp sets the size, which an extended file says twice.
func (f facts) webp(extended bool, width, height int) (facts, *problem.Kind) {
	if extended && (f.width != width || f.height != height) {
		return f, &damaged
	}
	f.width, f.height, f.channels, f.depth = width, height, 3, 8
	return f, nil
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }
