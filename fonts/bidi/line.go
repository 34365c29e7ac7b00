package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// ResetWhitespace puts separators, and the whitespace and isolate characters
// before them and at the end of a line, at the paragraph's level, in place
// (L1). text and levels are those of one line.
func ResetWhitespace(text []rune, levels []uint8, paragraph uint8) {
	reset := true
	for i := len(text) - 1; i >= 0; i-- {
		switch c := classOf(text[i]); {
		case c == bidi.B || c == bidi.S:
			levels[i] = paragraph
			reset = true
		case c == bidi.WS || isInitiator(c) || c == bidi.PDI || removed(c):
			if reset {
				levels[i] = paragraph
			}
		default:
			reset = false
		}
	}
}

// Reorder returns the visual order of a line, left to right, as indexes into
// it (L2). The levels may be those of characters, or of runs of one level.
func Reorder(levels []uint8) []int {
	order := make([]int, len(levels))
	highest, lowestOdd := uint8(0), uint8(255)
	for i, l := range levels {
		order[i] = i
		highest = max(highest, l)
		if l%2 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for level := highest; level >= lowestOdd; level-- {
		for i := 0; i < len(levels); i++ {
			if levels[i] < level {
				continue
			}
			start := i
			for i < len(levels) && levels[i] >= level {
				i++
			}
			slices.Reverse(order[start:i])
		}
	}
	return order
}
