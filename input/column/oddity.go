package column

import (
	"strings"
)

// oddity tells a text that is much like a number from a word: a range, a bound, a
// fraction.
func oddity(text string) classKind {
	if len(text) > longestNumber || !strings.ContainsFunc(text, isDigit) {
		return wordClass
	}
	text, _ = withoutMarks(text)
	if a, b, ok := strings.Cut(text, "/"); ok && countingNumber(a) && countingNumber(b) {
		return fractionClass
	}
	for _, word := range []string{"<", ">", "≤", "≥", "~", "≈", "±", "أقل من", "أكثر من", "أكبر من", "دون", "فوق", "نحو", "حوالي", "less than", "more than", "over", "under", "about", "up to"} {
		if rest, ok := strings.CutPrefix(text, word); ok && isAmount(strings.TrimLeft(rest, "= ")) {
			return boundClass
		}
	}
	if rest, ok := strings.CutSuffix(text, "+"); ok && isAmount(rest) {
		return boundClass
	}
	for _, between := range []string{"–", "—", "-", " to ", " إلى ", " - "} {
		if a, b, ok := strings.Cut(text, between); ok && isAmount(a) && isAmount(b) {
			return rangeClass
		}
	}
	return wordClass
}

// countingNumber reports whether a text is digits alone.
func countingNumber(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && strings.IndexFunc(text, func(r rune) bool { return !isDigit(r) }) < 0
}

// isAmount reports whether a text is a number with whatever it is counted in.
func isAmount(text string) bool {
	n, ok := numberOf(strings.TrimSpace(text), false)
	return ok && n.marked == ""
}
