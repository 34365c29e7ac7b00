package typeset

import (
	"slices"
	"strings"
	"unicode"

	"warraq/fonts/numeral"
	"warraq/input/theme"
)

// isUnknown reports whether a cell of numbers says that there is none.
func isUnknown(s string) bool {
	switch strings.ToLower(s) {
	case "", "—", "–", "-", "…", "...", "..", "n/a", "na", "غير معلوم", "غير متاح", "غير متوفر", "غير معروف", "لا ينطبق":
		return true
	}
	return false
}

// isFigure reports whether a cell holds a number, bare or with a currency sign
// before or after it.
func isFigure(s string) bool {
	bare := strings.TrimSpace(strings.TrimFunc(s, func(r rune) bool { return unicode.Is(unicode.Sc, r) || unicode.IsSpace(r) }))
	if rest, ok := strings.CutPrefix(bare, "−"); ok { // −$5
		bare = "−" + strings.TrimLeftFunc(rest, func(r rune) bool { return unicode.Is(unicode.Sc, r) })
	}
	_, ok := numeral.Parse(bare)
	return ok
}

// afterDecimal is the width of what stands to the right of a number's last whole
// digit: its decimals, and what is seen after them. In European digits that is
// the percent sign; Arabic-Indic ones have the percent on their left and the
// sign on their right (alreq, "Numbers").
func (s *setter) afterDecimal(text string, t theme.Text, rtl bool) float64 {
	text = numeral.Digits(text, s.digits)
	runes := []rune(text)
	isDigit := func(r rune) bool { return unicode.IsDigit(r) }
	last := len(runes) - 1
	for last >= 0 && !isDigit(runes[last]) {
		last--
	}
	first := slices.IndexFunc(runes, isDigit)
	if first < 0 {
		return 0
	}
	point := last + 1
	for i := last; i > first; i-- {
		if r := runes[i]; r == '٫' || (r == '.' || r == ',' && last-i != 3) && strings.Count(text, string(r)) == 1 {
			point = i
			break
		}
	}
	right := string(runes[point:])
	if s.digits == numeral.Arabic && rtl {
		right = string(runes[:first]) + string(runes[point:last+1])
	}
	width := 0.0
	for part := range strings.SplitSeq(right, " ") {
		if part != "" {
			width += s.widthOf(part, t)
		}
	}
	return width
}
