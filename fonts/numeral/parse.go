package numeral

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Comma says what a lone comma before three digits means: 1,234 is one
// thousand and more in most tables, and one and a fraction in tables that write
// a decimal comma.
type Comma int

// The readings of an ambiguous comma.
const (
	CommaGroups Comma = iota
	CommaDecimal
)

// Parse reads a number as a person writes it in a table: European, Arabic-Indic
// or Persian digits; ٫ and ٬; "." and "," with the decimal one told by its
// form; spaces between thousands; a sign (also U+2212) before or after; a
// percent sign before or after, which does not change the value (45% is 45).
//
// What only looks like a number is none: ranges (2020-2024), dates, versions,
// codes and telephone numbers (007, +7 701 234 567).
func Parse(text string) (float64, bool) {
	x, _, ok := ParseWith(text, CommaGroups)
	return x, ok
}

// Form tells how a number was written, as far as that decides how its
// neighbours in a column are to be read.
type Form int

// The forms. An AmbiguousComma number has one comma, before three digits, and
// an AmbiguousPoint number one point: it is read as a fraction, and is one
// thousand and more where fractions are written with a comma.
const (
	PlainForm Form = iota
	AmbiguousComma
	DecimalComma
	GroupingComma
	AmbiguousPoint
	DecimalPoint
)

// ParseWith is [Parse] with a stated reading of an ambiguous comma. It also
// tells the form the number has.
func ParseWith(text string, comma Comma) (float64, Form, bool) {
	body, negative, plus, ok := unwrap(text)
	if !ok {
		return 0, 0, false
	}
	mantissa, exponent, ok := cutExponent(body)
	if !ok {
		return 0, 0, false
	}
	digits, form, ok := normalise(mantissa, plus, func(marks []mark, digits int, zero bool) (int, Form, bool) {
		return decide(marks, digits, zero, comma)
	})
	if !ok {
		return 0, 0, false
	}
	x, err := strconv.ParseFloat(digits+exponent, 64)
	if err != nil {
		return 0, 0, false
	}
	if negative {
		x = -x
	}
	return x, form, true
}

// ParseAs reads a number whose decimal sign is known: a point or a comma. The
// other of the two, spaces, apostrophes and ٬ part thousands; ٫ is always a
// decimal sign. It says no where the number is not written so.
func ParseAs(text string, decimal rune) (float64, bool) {
	body, negative, plus, ok := unwrap(text)
	if !ok {
		return 0, false
	}
	mantissa, exponent, ok := cutExponent(body)
	if !ok {
		return 0, false
	}
	digits, _, ok := normalise(mantissa, plus, func(marks []mark, n int, _ bool) (int, Form, bool) {
		return decideAs(marks, n, decimal)
	})
	if !ok {
		return 0, false
	}
	x, err := strconv.ParseFloat(digits+exponent, 64)
	if err != nil {
		return 0, false
	}
	if negative {
		x = -x
	}
	return x, true
}

// decideAs is decide where the decimal sign is known.
func decideAs(marks []mark, digits int, decimal rune) (point int, form Form, ok bool) {
	point = -1
	if n := len(marks) - 1; n >= 0 && (marks[n].kind == '٫' || marks[n].kind == decimal) {
		point = marks[n].at
		if point == digits {
			return 0, 0, false // "5." ends a sentence
		}
		marks, digits = marks[:n], point
	}
	return point, PlainForm, len(marks) == 0 || marks[0].kind != decimal && grouped(marks, digits)
}

// unwrap takes spaces, direction marks, the sign and the percent sign off a
// number.
func unwrap(text string) (body string, negative, plus, ok bool) {
	text = strings.Map(func(r rune) rune {
		if isDirectionMark(r) {
			return -1
		}
		return r
	}, text)
	text = strings.TrimFunc(text, unicode.IsSpace)
	signs, percents := 0, 0
	for {
		before := text
		for _, sign := range [...]string{"-", Minus, "+"} {
			if rest, found := strings.CutPrefix(text, sign); found {
				text = strings.TrimLeftFunc(rest, unicode.IsSpace)
				negative, plus = sign != "+", sign == "+"
				signs++
				break
			}
			// A sign after the number is how a negative number looks when it
			// was typed into a right-to-left cell.
			if rest, found := strings.CutSuffix(text, sign); found && sign != "+" {
				text = strings.TrimRightFunc(rest, unicode.IsSpace)
				negative = true
				signs++
				break
			}
		}
		for _, percent := range [...]string{"%", "٪"} {
			if rest, found := strings.CutPrefix(text, percent); found {
				text = strings.TrimLeftFunc(rest, unicode.IsSpace)
				percents++
				break
			}
			if rest, found := strings.CutSuffix(text, percent); found {
				text = strings.TrimRightFunc(rest, unicode.IsSpace)
				percents++
				break
			}
		}
		if signs > 1 || percents > 1 {
			return "", false, false, false
		}
		if text == before {
			return text, negative, plus, text != ""
		}
	}
}

func isDirectionMark(r rune) bool {
	return r == '\u200e' || r == '\u200f' || r == '\u061c' ||
		r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// cutExponent cuts 1.5E+06, which spreadsheets write, before its E.
func cutExponent(text string) (mantissa, exponent string, ok bool) {
	i := strings.IndexAny(text, "eE")
	if i < 0 {
		return text, "", true
	}
	rest := text[i+1:]
	digits := strings.TrimPrefix(strings.TrimPrefix(rest, "+"), "-")
	if i == 0 || digits == "" || len(digits) > 3 || strings.Trim(digits, "0123456789") != "" ||
		len(rest)-len(digits) > 1 || strings.Trim(text[:i], "0123456789.,") != "" {
		return "", "", false
	}
	return text[:i], "e" + rest, true
}

// normalise turns digits and separators into the text strconv reads. Decide says
// which mark is the decimal one.
func normalise(text string, plus bool, decide func(marks []mark, digits int, zero bool) (int, Form, bool)) (string, Form, bool) {
	var out strings.Builder
	var marks []mark
	family := -1
	for _, r := range text {
		if d, f, ok := digit(r); ok {
			if family >= 0 && f != family {
				return "", 0, false // no number mixes two families of digits
			}
			family = f
			out.WriteByte('0' + byte(d))
			continue
		}
		kind, ok := separator(r)
		if !ok {
			return "", 0, false
		}
		marks = append(marks, mark{kind, out.Len()})
	}
	digits := out.String()
	point, form, ok := decide(marks, len(digits), strings.HasPrefix(digits, "0"))
	if !ok || digits == "" {
		return "", 0, false
	}
	whole, fraction := digits, ""
	if point >= 0 {
		whole, fraction = digits[:point], digits[point:]
	}
	switch {
	case len(whole) > 1 && whole[0] == '0':
		return "", 0, false // a code or a telephone number
	case plus && fraction == "" && (len(whole) >= 9 || len(marks) > 0 && marks[0].kind == ' '):
		return "", 0, false // an international telephone number
	}
	if fraction == "" {
		return whole, form, true
	}
	return whole + "." + fraction, form, true
}

// A mark is a separator and the count of digits before it.
type mark struct {
	kind rune // '.', ',', '٫', '٬', '\'' or ' '
	at   int
}

// separator returns the kind of a separator. An Arabic comma stands for the
// comma an Arabic keyboard lacks.
func separator(r rune) (rune, bool) {
	switch r {
	case '.', ',', '٫', '٬':
		return r, true
	case '،':
		return ',', true
	case '\'', '’':
		return '\'', true
	}
	// The spaces of one text may be of several kinds, as typesetters left them.
	if unicode.Is(unicode.Zs, r) {
		return ' ', true
	}
	return 0, false
}

// decide tells which mark is the decimal one, as a count of digits before it or
// -1, and checks that the others stand between groups of three.
func decide(marks []mark, digits int, zero bool, comma Comma) (point int, form Form, ok bool) {
	point = -1
	if len(marks) == 0 {
		return -1, PlainForm, true
	}
	last := marks[len(marks)-1]
	alone := !slices.ContainsFunc(marks[:len(marks)-1], func(m mark) bool { return m.kind == last.kind })
	after := digits - last.at
	groups := marks
	switch last.kind {
	case '٫':
		point = last.at
	case '.':
		// A point is decimal, unless it comes twice: 1.234.567.
		if alone {
			point, form = last.at, DecimalPoint
			if len(marks) == 1 && after == 3 && last.at > 0 && last.at <= 3 && !zero {
				form = AmbiguousPoint
			}
		}
	case ',':
		switch {
		case !alone:
			form = GroupingComma
		case len(marks) > 1:
			// 1.234,5 and 1 234,5.
			point, form = last.at, DecimalComma
		case after != 3 || last.at > 3 || last.at == 0 || zero:
			point, form = last.at, DecimalComma
		case comma == CommaDecimal:
			point, form = last.at, AmbiguousComma
		default:
			form = AmbiguousComma
		}
	}
	if point >= 0 {
		groups = marks[:len(marks)-1]
		if after == 0 {
			return 0, 0, false // "5." ends a sentence
		}
		if len(groups) == 0 {
			return point, form, true
		}
		if groups[0].kind == ',' {
			form = GroupingComma
		}
	}
	end := digits
	if point >= 0 {
		end = point
	}
	if !grouped(groups, end) {
		return 0, 0, false
	}
	return point, form, true
}

// grouped reports whether marks of one kind stand between groups of three digits,
// of which the last ends after so many.
func grouped(marks []mark, end int) bool {
	for i, m := range marks {
		next := end
		if i+1 < len(marks) {
			next = marks[i+1].at
		}
		if m.kind != marks[0].kind || m.kind == '٫' || next-m.at != 3 {
			return false
		}
	}
	first := marks[0].at
	return first > 0 && first <= 3
}
