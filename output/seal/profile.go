package seal

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// profile builds an ICC profile of the sRGB colour space (IEC 61966-2-1) as
// ICC.1:2004-10 describes it: three primaries adapted to D50 and one curve, a
// formula, for all three channels. It is made here so that no licence of
// another's profile comes along.
func profile() []byte {
	curve := sig("para", 3<<16, fixed(2.4), fixed(1/1.055), fixed(0.055/1.055), fixed(1/12.92), fixed(0.04045))
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", unicodeText("sRGB")},
		{"cprt", unicodeText("CC0")},
		{"wtpt", sig("XYZ ", fixed(0.9642), fixed(1), fixed(0.8249))},
		{"chad", sig("sf32",
			fixed(1.0478112), fixed(0.0228866), fixed(-0.0501270),
			fixed(0.0295424), fixed(0.9904844), fixed(-0.0170491),
			fixed(-0.0092345), fixed(0.0150436), fixed(0.7521316))},
		{"rXYZ", sig("XYZ ", fixed(0.4360747), fixed(0.2225045), fixed(0.0139322))},
		{"gXYZ", sig("XYZ ", fixed(0.3850649), fixed(0.7168786), fixed(0.0971045))},
		{"bXYZ", sig("XYZ ", fixed(0.1430804), fixed(0.0606169), fixed(0.7141733))},
		{"rTRC", curve},
		{"gTRC", nil}, // the same data as the tag before
		{"bTRC", nil},
	}
	const header = 128
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = header+4+12*len(tags)+len(body), len(t.data)
			body = append(body, t.data...)
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	p := make([]byte, header, header+len(table)+len(body))
	binary.BigEndian.PutUint32(p, uint32(header+len(table)+len(body)))
	binary.BigEndian.PutUint32(p[8:], 0x04200000) // version 4.2
	copy(p[12:], "mntrRGB XYZ ")
	copy(p[24:], "\x07\xe9\x00\x01\x00\x01") // 2025-01-01
	copy(p[36:], "acsp")
	for i, v := range []float64{0.9642, 1, 0.8249} { // D50
		binary.BigEndian.PutUint32(p[68+4*i:], fixed(v))
	}
	return append(append(p, table...), body...)
}

// sig builds tag data: a type signature, four empty bytes, then numbers.
func sig(kind string, numbers ...uint32) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, n := range numbers {
		b = binary.BigEndian.AppendUint32(b, n)
	}
	return b
}

// fixed returns an s15Fixed16Number.
func fixed(f float64) uint32 { return uint32(int32(math.Round(f * 65536))) }

// unicodeText builds tag data of type multiLocalizedUnicodeType in English.
func unicodeText(s string) []byte {
	units := utf16.Encode([]rune(s))
	b := sig("mluc", 1, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(units)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, u := range units {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}
