package judge

import (
	"encoding/hex"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// sequences returns the text of every marked-content sequence of a page, by its
// MCID, in logical order: what is painted from left to right is turned round as
// readers do it. Strings marked as reversed (ISO 32000-1 §14.8.2.3.3) are turned
// as they stand. Two-byte codes are read by the font's /ToUnicode; drawings add
// nothing.
func (d *document) sequences(page types.Dict) map[int]string {
	found := map[int]string{}
	fonts := d.dict(d.dict(page["Resources"])["Font"])
	var cmap map[uint16]string
	var saved []map[uint16]string // by q
	var open []int                // the MCID of each open sequence, or -1
	var reversed []int
	var run strings.Builder // what is not turned yet
	current := func() int {
		for _, id := range slices.Backward(open) {
			if id >= 0 {
				return id
			}
		}
		return -1
	}
	flush := func() {
		turn := logical
		if len(reversed) > 0 {
			turn = reverse
		}
		found[current()] += turn(run.String())
		run.Reset()
	}
	baseline := ""
	var operands []string
	var data []byte
	for _, part := range d.list(page["Contents"]) {
		data = append(append(data, d.stream(part)...), '\n')
	}
	for token := range tokens(data) {
		switch token {
		case "BDC", "BMC":
			flush()
			id := -1
			if i := slices.Index(operands, "/MCID"); i >= 0 && i+1 < len(operands) {
				id, _ = strconv.Atoi(operands[i+1])
				found[id] += ""
			}
			if slices.Contains(operands, "/ReversedChars") {
				reversed = append(reversed, len(open))
			}
			open = append(open, id)
		case "EMC":
			if len(open) == 0 {
				break
			}
			flush()
			if n := len(reversed); n > 0 && reversed[n-1] == len(open)-1 {
				reversed = reversed[:n-1]
			}
			open = open[:len(open)-1]
		case "q":
			saved = append(saved, cmap)
		case "Q":
			if n := len(saved); n > 0 {
				cmap, saved = saved[n-1], saved[:n-1]
			}
		case "Tf":
			if len(operands) >= 2 {
				cmap = d.cmap(fonts[strings.TrimPrefix(operands[len(operands)-2], "/")])
			}
		case "Td", "Tm":
			// Each line is turned by itself.
			if n := len(operands); n > 0 && operands[n-1] != baseline {
				flush()
				baseline = operands[n-1]
			}
		case "Tj", "TJ", "'", "\"":
			for _, s := range operands {
				run.WriteString(decode(s, cmap))
			}
		default:
			if token[0] == '/' || token[0] == '<' || token[0] == '(' || strings.ContainsAny(token[:1], "0123456789+-.[]>") {
				operands = append(operands, token)
				continue
			}
		}
		operands = operands[:0]
	}
	delete(found, -1)
	return found
}

// logical turns a string in visual order into logical order: all of it where it
// has a right-to-left letter, except what runs from left to right inside.
func logical(visual string) string {
	rtl := func(r rune) bool {
		return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac) && unicode.IsLetter(r)
	}
	if !strings.ContainsFunc(visual, rtl) {
		return visual
	}
	r := []rune(reverse(visual))
	ltr := func(r rune) bool { return unicode.IsNumber(r) || unicode.IsLetter(r) && !rtl(r) }
	for start := 0; start < len(r); start++ {
		if !ltr(r[start]) {
			continue
		}
		end := start
		for i := start; i < len(r) && !rtl(r[i]); i++ {
			if ltr(r[i]) {
				end = i
			}
		}
		slices.Reverse(r[start : end+1])
		start = end
	}
	return string(r)
}

func reverse(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

// tokens splits a content stream. A string keeps its opening bracket and holds
// its bytes: in hexadecimal after <, unescaped after (.
func tokens(data []byte) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i := 0; i < len(data); {
			start := i
			switch c := data[i]; {
			case c <= ' ':
				i++
				continue
			case c == '%':
				for i < len(data) && data[i] != '\n' && data[i] != '\r' {
					i++
				}
				continue
			case c == '(':
				var s string
				s, i = literal(data, i)
				if !yield("(" + s) {
					return
				}
				continue
			case c == '<' && i+1 < len(data) && data[i+1] == '<', c == '>' && i+1 < len(data) && data[i+1] == '>':
				i += 2
			case c == '<':
				for i < len(data) && data[i] != '>' {
					i++
				}
				if !yield(string(data[start:i])) {
					return
				}
				i++
				continue
			case c == '[' || c == ']' || c == '>':
				i++
			default:
				i++
				for i < len(data) && data[i] > ' ' && !strings.ContainsRune("/<>[]()%", rune(data[i])) {
					i++
				}
			}
			if !yield(string(data[start:i])) {
				return
			}
		}
	}
}

// literal reads a string in round brackets (ISO 32000-1 §7.3.4.2).
func literal(data []byte, i int) (string, int) {
	var b []byte
	depth := 1
	for i++; i < len(data); i++ {
		switch c := data[i]; c {
		case '\\':
			i++
			if i == len(data) {
				return string(b), i
			}
			switch e := data[i]; {
			case e >= '0' && e <= '7':
				n := 0
				for k := 0; k < 3 && i < len(data) && data[i] >= '0' && data[i] <= '7'; k++ {
					n = n<<3 | int(data[i]-'0')
					i++
				}
				i--
				b = append(b, byte(n))
			case e == '\n':
			default:
				if at := strings.IndexByte("nrtbf", e); at >= 0 {
					e = "\n\r\t\b\f"[at]
				}
				b = append(b, e)
			}
		case '(':
			depth++
			b = append(b, c)
		case ')':
			if depth--; depth == 0 {
				return string(b), i + 1
			}
			b = append(b, c)
		default:
			b = append(b, c)
		}
	}
	return string(b), i
}

// decode turns a string operand into text.
func decode(operand string, cmap map[uint16]string) string {
	var b []byte
	switch operand[0] {
	case '(':
		b = []byte(operand[1:])
	case '<':
		digits := strings.Join(strings.Fields(operand[1:]), "")
		if len(digits)%2 == 1 {
			digits += "0"
		}
		b, _ = hex.DecodeString(digits)
	default:
		return ""
	}
	var text strings.Builder
	for i := 0; i+1 < len(b); i += 2 {
		text.WriteString(cmap[uint16(b[i])<<8|uint16(b[i+1])])
	}
	return text.String()
}

// cmap reads the mappings of a font's /ToUnicode: single ones, and ranges that
// list what each code means.
func (d *document) cmap(font types.Object) map[uint16]string {
	r, ok := font.(types.IndirectRef)
	if !ok {
		return nil
	}
	number := r.ObjectNumber.Value()
	if m, ok := d.cmaps[number]; ok {
		return m
	}
	m := map[uint16]string{}
	cmap := d.stream(d.dict(font)["ToUnicode"])
	set := func(code uint64, digits []byte) {
		b, _ := hex.DecodeString(string(digits))
		var units []uint16
		for i := 0; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
		}
		m[uint16(code)] = string(utf16.Decode(units))
	}
	single := regexp.MustCompile(`<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>\n`)
	for _, match := range single.FindAllSubmatch(cmap, -1) {
		code, _ := strconv.ParseUint(string(match[1]), 16, 16)
		set(code, match[2])
	}
	listed := regexp.MustCompile(`<([0-9A-Fa-f]{4})>\s*<[0-9A-Fa-f]{4}>\s*\[([^\]]*)\]`)
	one := regexp.MustCompile(`<([0-9A-Fa-f]*)>`)
	for _, match := range listed.FindAllSubmatch(cmap, -1) {
		code, _ := strconv.ParseUint(string(match[1]), 16, 16)
		for i, text := range one.FindAllSubmatch(match[2], -1) {
			set(code+uint64(i), text[1])
		}
	}
	d.cmaps[number] = m
	return m
}
