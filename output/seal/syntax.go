package seal

import (
	"encoding/hex"
	"slices"
	"strconv"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// code is a PDF value in its written form. It stands among pdfcpu's objects, so
// that a dictionary it has read can take a value written here.
type code string

// Clone returns the value itself: it cannot change.
func (c code) Clone() types.Object { return c }

// String returns the value.
func (c code) String() string { return string(c) }

// PDFString returns the value.
func (c code) PDFString() string { return string(c) }

// appendRef writes a reference to an indirect object.
func appendRef(b []byte, number int) []byte {
	b = strconv.AppendInt(b, int64(number), 10)
	return append(b, " 0 R"...)
}

func ref(number int) code { return code(appendRef(nil, number)) }

// appendRefs writes an array of references.
func appendRefs(b []byte, numbers []int) []byte {
	b = append(b, '[')
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, n)
	}
	return append(b, ']')
}

// appendName writes a name, with # before the hexadecimal of any byte that may
// not stand in one (ISO 32000-1 §7.3.5).
func appendName(b []byte, name string) []byte {
	b = append(b, '/')
	for i := range len(name) {
		c := name[i]
		regular := c > ' ' && c < 0x7f
		switch c {
		case '#', '/', '(', ')', '<', '>', '[', ']', '{', '}', '%':
			regular = false
		}
		if regular {
			b = append(b, c)
		} else {
			b = append(b, '#')
			b = hex.AppendEncode(b, []byte{c})
		}
	}
	return b
}

// appendText writes a text string (ISO 32000-1 §7.9.2.2).
func appendText(b []byte, s string) []byte { return appendBytes(b, textBytes(s)) }

// textBytes returns the bytes of a text string: the text as it is where it is
// all ASCII, otherwise in UTF-16.
func textBytes(s string) string {
	ascii := len(s) <= longest
	for i := 0; ascii && i < len(s); i++ {
		ascii = s[i] < 0x7f
	}
	if ascii {
		return s
	}
	units := utf16.Encode([]rune(s))
	if most := longest/2 - 1; len(units) > most {
		units = units[:most-1]
		if last := units[len(units)-1]; last >= 0xd800 && last < 0xdc00 {
			units = units[:len(units)-1] // half a character
		}
		units = append(units, '…')
	}
	b := []byte{0xfe, 0xff}
	for _, u := range units {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}

// longest is how many bytes a string may have in PDF/A (ISO 19005-2 §6.1.13). A
// longer text is cut, and ends with an ellipsis.
const longest = 32767

// appendUTF16 writes big-endian UTF-16 in hexadecimal.
func appendUTF16(b []byte, s string) []byte {
	const digits = "0123456789ABCDEF"
	var units [2]uint16
	for _, r := range s {
		for _, u := range utf16.AppendRune(units[:0], r) {
			b = append(b, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
		}
	}
	return b
}

// appendBytes writes a byte string, as a literal where that is readable.
func appendBytes(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			b = append(b, '<')
			b = hex.AppendEncode(b, []byte(s))
			return append(b, '>')
		}
	}
	b = append(b, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, ')')
}

// appendNumber writes a number with at most three decimals, which is a
// thousandth of a point.
func appendNumber(b []byte, f float64) []byte {
	at := len(b)
	b = strconv.AppendFloat(b, f, 'f', 3, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if string(b[at:]) == "-0" || string(b[at:]) == "-" {
		b = append(b[:at], '0')
	}
	return b
}

// appendNumbers writes an array of numbers.
func appendNumbers(b []byte, values ...float64) []byte {
	b = append(b, '[')
	for i, v := range values {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendNumber(b, v)
	}
	return append(b, ']')
}

// appendObject writes a value that pdfcpu has read. The keys of dictionaries
// stand in order, so that the same value is always the same bytes.
func appendObject(b []byte, o types.Object) []byte {
	switch o := o.(type) {
	case nil:
		return append(b, "null"...)
	case types.Dict:
		return appendDict(b, o)
	case types.StreamDict:
		return appendDict(b, o.Dict)
	case types.Array:
		b = append(b, '[')
		for i, v := range o {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendObject(b, v)
		}
		return append(b, ']')
	case types.Name:
		return appendName(b, o.Value())
	case types.Float:
		return strconv.AppendFloat(b, o.Value(), 'f', -1, 64)
	case types.IndirectRef:
		return appendRef(b, o.ObjectNumber.Value())
	default: // booleans, integers, strings and code are written as they stand
		return append(b, o.PDFString()...)
	}
}

func appendDict(b []byte, d types.Dict) []byte {
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	b = append(b, "<<"...)
	for _, k := range keys {
		b = appendName(b, k)
		b = append(b, ' ')
		b = appendObject(b, d[k])
	}
	return append(b, ">>"...)
}
