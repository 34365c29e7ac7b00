package column

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/fonts/numeral"
)

// A number is one cell's, with each decimal sign that it can be read with.
type number struct {
	asPoint, asComma bool
	point, comma     float64
	// open is the sign that a number readable both ways has: one, before three
	// digits. Zero is that these end in nought.
	open rune
	zero bool
	// grouped is 1 where thousands are parted twice, or stand before a fraction.
	grouped int
	// spaced is 1 where spaces or apostrophes part thousands, certain where three digits
	// stand after a sign that a nought or four digits before it show to be the decimal one.
	spaced, certain int
	stored          bool
	percent         bool
	decimals        int
	unit            string
	size            size // of the unit
	// marked is a sign or letter that refers to a note or says that the value is
	// an estimate.
	marked string
}

// longestNumber is the most bytes of a text that can be a number.
const longestNumber = 128

// numberOf reads the number that a cell is.
func numberOf(text string, stored bool) (number, bool) {
	if n, ok := plainNumber(text, stored); ok {
		return n, true
	}
	if len(text) > longestNumber || !strings.ContainsFunc(text, isDigit) {
		return number{}, false
	}
	var n number
	text, n.marked = withoutMarks(text)
	negative := false
	if inner, ok := strings.CutPrefix(text, "("); ok && strings.HasSuffix(inner, ")") {
		text, negative = strings.TrimSpace(inner[:len(inner)-1]), true // as accountants write it
	}
	text, unit, minus := withoutUnit(text)
	if minus {
		negative = !negative
	}
	if n.unit = unit; unit != "" {
		n.size = sizeOf(unit)
	}
	if negative && strings.HasPrefix(text, "-") {
		return number{}, false
	}
	n.percent = percentSign(text)
	n.point, n.asPoint = numeral.ParseAs(text, '.')
	n.comma, n.asComma = numeral.ParseAs(text, ',')
	if !n.asPoint && !n.asComma {
		return number{}, false
	}
	if negative {
		n.point, n.comma = -n.point, -n.comma
	}
	n.form(text)
	return n, true
}

// plainNumber reads digits with commas and one point, with a minus before them and a
// percent sign after, which nearly all numbers are.
func plainNumber(text string, stored bool) (number, bool) {
	digits, negative := strings.CutPrefix(text, "-")
	digits, percent := strings.CutSuffix(digits, "%")
	// Whole numbers below 2^53 and powers of ten up to 10^22 are exact, and so their
	// quotient is the number nearest to what is written.
	const mostDigits = 15
	value, count, commas, point, after := 0, 0, 0, -1, 0
	grouped := true // digits stand by threes after each comma
	for i := range len(digits) {
		switch c := digits[i]; {
		case c >= '0' && c <= '9':
			value = value*10 + int(c-'0')
			after++
			if count++; count > mostDigits {
				return number{}, false
			}
		case c == ',' && point < 0:
			grouped = grouped && (commas == 0 && after > 0 && after <= 3 || commas > 0 && after == 3)
			commas, after = commas+1, 0
		case c == '.' && point < 0:
			grouped = grouped && (commas == 0 || after == 3)
			point, after = i, 0
		default:
			return number{}, false
		}
	}
	whole := count
	if point >= 0 {
		whole -= after
	}
	switch {
	case count == 0, after == 0, whole == 0, digits[0] == '0' && (whole > 1 || commas > 0), commas > 0 && point < 0 && after != 3, !grouped && commas > 0:
		return number{}, false // for the slower reader
	}
	n := number{percent: percent, asPoint: true, zero: digits[len(digits)-1] == '0'}
	x := float64(value)
	if point >= 0 {
		n.decimals = after
	}
	if n.decimals == 3 && commas == 0 && (digits[0] == '0' || whole > 3) {
		n.certain = 1
	}
	if n.point = x / powers[n.decimals]; negative {
		n.point = -n.point
	}
	switch {
	case commas > 1 || commas > 0 && point >= 0:
		n.grouped = 1
	case commas == 1: // 50,000
		n.asComma, n.open, n.comma = true, ',', n.point/1000
	case point < 0:
		n.asComma, n.comma = true, n.point
	case stored && !n.zero:
		n.stored = true
	case after == 3 && whole <= 3 && digits[0] != '0': // 50.000
		n.asComma, n.open, n.comma = true, '.', x
		if negative {
			n.comma = -x
		}
	}
	return n, true
}

// powers are those of ten.
var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// form notes how a number is written.
func (n *number) form(text string) {
	points, commas := strings.Count(text, "."), strings.Count(text, ",")+strings.Count(text, "،")
	if n.asPoint && n.asComma && n.point != n.comma {
		n.open = ','
		if points > 0 {
			n.open = '.'
		}
		digits := strings.TrimRightFunc(text, func(r rune) bool { return !isDigit(r) })
		last, _ := utf8.DecodeLastRuneInString(digits)
		n.zero = strings.ContainsRune("0٠۰", last)
	}
	if points > 1 || commas > 1 || points > 0 && commas > 0 {
		n.grouped = 1
	}
	inside := strings.TrimFunc(text, func(r rune) bool { return !isDigit(r) })
	if strings.ContainsAny(inside, "'’") || strings.ContainsFunc(inside, unicode.IsSpace) {
		n.spaced = 1
	}
	at := strings.LastIndexAny(text, ".,٫،")
	if at < 0 || n.asPoint && n.asComma && n.point != n.comma {
		return
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	decimal := r == '٫' || r == '.' && n.asPoint && points == 1 || r != '.' && n.asComma && commas == 1
	for _, r := range text[at+size:] {
		if decimal && isDigit(r) {
			n.decimals++
		}
	}
	if n.decimals == 3 && n.grouped == 0 && n.spaced == 0 {
		n.certain = 1
	}
}

func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || r >= '٠' && r <= '٩' || r >= '۰' && r <= '۹'
}

// fourDigits reports whether a text is four digits and no more.
func fourDigits(text string) bool {
	n := 0
	for _, r := range text {
		if !isDigit(r) {
			return false
		}
		n++
	}
	return n == 4
}

func percentSign(text string) bool { return strings.ContainsAny(text, "%٪") }

// withoutMarks takes off a number the marks of a note that follow it: *, †, small
// figures above the line, [1], (a). Those in brackets need a digit before them.
func withoutMarks(text string) (rest, marks string) {
	rest = text
	for {
		before := rest
		if r, size := utf8.DecodeLastRuneInString(rest); strings.ContainsRune("*†‡§¶#⁎∗", r) || isRaised(r) {
			rest = strings.TrimRightFunc(rest[:len(rest)-size], unicode.IsSpace)
		} else if at := strings.LastIndexAny(rest, "[("); at > 0 && len(rest)-at <= 6 && (r == ']' || r == ')') {
			// (300) is a number; 300 (a) one with a note.
			if head := strings.TrimRightFunc(rest[:at], unicode.IsSpace); strings.ContainsFunc(head, isDigit) && isNote(rest[at+1:len(rest)-size]) {
				rest = head
			}
		}
		if rest == before {
			return rest, text[len(rest):]
		}
	}
}

func isRaised(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r >= '⁰' && r <= '⁹' || r == 'ᵃ' || r == 'ᵇ' || r == 'ᶜ' || r == 'ᵈ' || r == 'ᵉ'
}

// isNote reports whether what stands in brackets calls a note: a small number or
// letters.
func isNote(text string) bool {
	n := utf8.RuneCountInString(text)
	return n > 0 && n <= 3 && !strings.ContainsFunc(text, func(r rune) bool { return !isDigit(r) && !unicode.IsLetter(r) && r != '*' })
}

// withoutUnit takes off a number what it is counted in: a currency before or after
// it, or a word after it with a space between them.
func withoutUnit(text string) (rest, unit string, minus bool) {
	text = strings.TrimFunc(text, unicode.IsSpace)
	first, last := strings.IndexFunc(text, isDigit), strings.LastIndexFunc(text, isDigit)
	if first < 0 {
		return text, "", false
	}
	_, size := utf8.DecodeRuneInString(text[last:])
	head, tail := text[:first], text[last+size:]
	head = strings.TrimFunc(head, isFiller)
	trimmed := strings.TrimFunc(tail, isFiller)
	if head == "" && trimmed == "" {
		return text, "", false
	}
	for _, sign := range []string{"-", numeral.Minus, "–"} {
		if after, ok := strings.CutPrefix(head, sign); ok {
			head, minus = strings.TrimSpace(after), true
		} else if before, ok := strings.CutSuffix(head, sign); ok {
			head, minus = strings.TrimSpace(before), true
		}
	}
	switch {
	case head != "" && trimmed != "":
		code, ok := Currency(head)
		if !ok || timesOf(trimmed) == 0 && timesOfLetters(trimmed) == 0 {
			return text, "", false
		}
		return strings.TrimFunc(text[first:last+size], isFiller), trimmed + " " + code, minus // €3m
	case head != "":
		code, ok := Currency(head)
		if !ok {
			return text, "", false
		}
		return strings.TrimFunc(text[first:], isFiller), code, minus
	case trimmed == "" || percentSign(trimmed) || strings.Trim(trimmed, "-+−") == "":
		return text, "", false
	}
	if minus {
		first = 0
		minus = false
	}
	if code, ok := Currency(trimmed); ok {
		return strings.TrimFunc(text[:last+size], isFiller), code, minus
	}
	spaced := tail != strings.TrimLeftFunc(tail, unicode.IsSpace)
	letter, _ := utf8.DecodeRuneInString(trimmed)
	if !spaced && !standsClose(trimmed) || len(trimmed) > longestUnit || !unicode.IsLetter(letter) && letter != '°' {
		return text, "", false
	}
	return strings.TrimFunc(text[:last+size], isFiller), trimmed, minus
}

// longestUnit is the most bytes of a word that numbers are counted in.
const longestUnit = 40

// isFiller reports whether a character beside a number is only room.
func isFiller(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}

// decimalsOf is how many digits a computed number has after its point.
func decimalsOf(x float64) int {
	if x == float64(int64(x)) {
		return 0
	}
	_, after, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	return len(after)
}
