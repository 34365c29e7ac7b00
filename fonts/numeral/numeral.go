// Package numeral prints and reads numbers the way Arabic texts write them.
//
// Three numbering systems are in use, by their CLDR names: "latn" (0 to 9, with
// "." and ","), "arab" (٠ to ٩, with "٫" and "٬"; W3C alreq, "Numbers") and
// "arabext" (۰ to ۹, with the same marks), which Persian and Urdu write. All text
// is in logical order; which way it runs is the work of the bidirectional
// algorithm.
package numeral

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A System is a numbering system, by its CLDR name.
type System string

// The numbering systems. A System that is none of them counts as Latin.
const (
	Latin   System = "latn"
	Arabic  System = "arab"
	Persian System = "arabext"
)

// isArabic reports whether numbers have the marks of Arabic script.
func (s System) isArabic() bool { return s == Arabic || s == Persian }

// Minus is the sign printed before a negative number: U+2212, which is as wide
// as a digit and stands at the height of a plus.
const Minus = "\u2212"

// Infinity and NotANumber are what [Format] prints for values without digits.
const (
	Infinity   = "∞"
	NotANumber = "—"
)

// Format prints a number with its thousands set apart: 10,000.5 or ١٠٬٠٠٠٫٥.
// Decimals is the count of digits after the point, from 0; below 0 it is the
// shortest text that reads back as the same number. A result that rounds to
// zero has no sign. Infinities print as ∞, NaN as a dash.
func Format(x float64, decimals int, s System) string {
	switch {
	case math.IsNaN(x):
		return NotANumber
	case math.IsInf(x, 1):
		return Infinity
	case math.IsInf(x, -1):
		return Minus + Infinity
	}
	text := strconv.FormatFloat(math.Abs(x), 'f', max(decimals, -1), 64)
	whole, fraction, _ := strings.Cut(text, ".")
	var b strings.Builder
	b.Grow(2*len(text) + 8)
	if x < 0 && strings.Trim(text, "0.") != "" {
		b.WriteString(Minus)
	}
	point, comma := ".", ","
	if s.isArabic() {
		point, comma = "٫", "٬"
	}
	for i := 0; i < len(whole); i++ {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(comma)
		}
		writeDigit(&b, whole[i], s)
	}
	if fraction != "" {
		b.WriteString(point)
		for i := 0; i < len(fraction); i++ {
			writeDigit(&b, fraction[i], s)
		}
	}
	return b.String()
}

// Integer prints a whole number without setting thousands apart, as page, note
// and year numbers are printed.
func Integer(n int, s System) string {
	if n < 0 {
		// The digits of the smallest int cannot be had by negating it.
		return Minus + plain(strings.TrimPrefix(strconv.Itoa(n), "-"), s)
	}
	return plain(strconv.Itoa(n), s)
}

// Percent prints a percentage, x being already in percent: 45% or ٤٥٪, without
// a space (alreq, "Numbers").
func Percent(x float64, decimals int, s System) string {
	if s.isArabic() {
		return Format(x, decimals, s) + "٪"
	}
	return Format(x, decimals, s) + "%"
}

// Digits converts the digits of a text to a system and leaves all else as it
// is, with these exceptions: a decimal or thousands separator inside a number
// and a percent sign beside one follow the digits. A date, a version or an
// address (2017.06.24) keeps its points, since they are no decimal points, and the
// comma between the ends of an interval ([18,250)) stays one.
func Digits(text string, s System) string {
	if !hasWork(text, s) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 16)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch _, _, isDigit := digit(r); {
		case isDigit:
			end := i + runLength(text[i:])
			if isInterval(text, i, end) {
				for k, part := range strings.Split(text[i:end], ",") {
					if k > 0 {
						b.WriteByte(',')
					}
					writeRun(&b, part, s)
				}
			} else {
				writeRun(&b, text[i:end], s)
			}
			i = end
			continue
		case (r == '%' || r == '٪') && besideDigit(text, i, size):
			if s.isArabic() {
				b.WriteRune('٪')
			} else {
				b.WriteByte('%')
			}
		default:
			b.WriteString(text[i : i+size])
		}
		i += size
	}
	return b.String()
}

// isInterval reports whether the run from start to end stands between brackets of which
// one at least is square, and has a comma: no number is written so.
func isInterval(text string, start, end int) bool {
	if start == 0 || end == len(text) || !strings.Contains(text[start:end], ",") {
		return false
	}
	before, after := text[start-1], text[end]
	return strings.IndexByte("[](", before) >= 0 && strings.IndexByte("[])", after) >= 0 && (before != '(' || after != ')')
}

// Figures converts the digits of a text to a system and nothing else: the signs of a
// number that is a name, as that of a section, are none of a decimal.
func Figures(text string, s System) string {
	var b strings.Builder
	b.Grow(2 * len(text))
	for _, r := range text {
		if d, _, ok := digit(r); ok {
			writeDigit(&b, '0'+byte(d), s)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// hasWork reports whether Digits could change the text.
func hasWork(text string, s System) bool {
	for _, r := range text {
		if _, family, ok := digit(r); ok && (family != latinDigits || s.isArabic()) {
			return true
		}
		if r == '٪' || r == '٫' || r == '٬' {
			return true
		}
	}
	return false
}

// besideDigit reports whether the character of that size at i touches a digit.
func besideDigit(text string, i, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+size:])
	_, _, l := digit(before)
	_, _, r := digit(after)
	return l || r
}

// runLength is the length in bytes of the digits at the start of a text and the
// separators between them.
func runLength(text string) int {
	end := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if _, _, ok := digit(r); ok {
			i += size
			end = i
			continue
		}
		if !strings.ContainsRune(".,٫٬", r) || i != end {
			break
		}
		i += size
	}
	return end
}

// writeRun writes digits and the separators between them in a system. The
// separators change only where the whole run is one number.
func writeRun(b *strings.Builder, run string, s System) {
	isNumber := isPlainNumber(run)
	for _, r := range run {
		if d, _, ok := digit(r); ok {
			writeDigit(b, '0'+byte(d), s)
			continue
		}
		switch {
		case !isNumber:
			b.WriteRune(r)
		case s.isArabic() && (r == '.' || r == '٫'):
			b.WriteRune('٫')
		case s.isArabic():
			b.WriteRune('٬')
		case r == '.' || r == '٫':
			b.WriteByte('.')
		default:
			b.WriteByte(',')
		}
	}
}

// isPlainNumber reports whether a run has at most one decimal point, and groups
// of three digits between its thousands separators.
func isPlainNumber(run string) bool {
	var groups []int // digits before each separator, then after the last
	points, count := 0, 0
	for _, r := range run {
		switch {
		case r == '.' || r == '٫':
			points++
			groups = append(groups, count)
			count = 0
		case r == ',' || r == '٬':
			if points > 0 {
				return false
			}
			groups = append(groups, count)
			count = 0
		default:
			count++
		}
	}
	if points > 1 {
		return false
	}
	if points == 0 {
		groups = append(groups, count)
	}
	if len(groups) == 1 {
		return true
	}
	if groups[0] > 3 {
		return false
	}
	for _, n := range groups[1:] {
		if n != 3 {
			return false
		}
	}
	return true
}

// The families of digits that texts in Arabic script use.
const (
	latinDigits = iota
	arabicDigits
	persianDigits
)

// digit returns the value of a digit and the family it belongs to.
func digit(r rune) (value, family int, ok bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), latinDigits, true
	case r >= '٠' && r <= '٩':
		return int(r - '٠'), arabicDigits, true
	case r >= '۰' && r <= '۹':
		return int(r - '۰'), persianDigits, true
	}
	return 0, 0, false
}

// plain writes European digits in a system.
func plain(digits string, s System) string {
	if !s.isArabic() {
		return digits
	}
	var b strings.Builder
	b.Grow(2 * len(digits))
	for i := 0; i < len(digits); i++ {
		writeDigit(&b, digits[i], s)
	}
	return b.String()
}

func writeDigit(b *strings.Builder, d byte, s System) {
	switch s {
	case Arabic:
		b.WriteRune('٠' + rune(d-'0'))
	case Persian:
		b.WriteRune('۰' + rune(d-'0'))
	default:
		b.WriteByte(d)
	}
}
