package bidi_test

import (
	"fmt"

	"warraq/fonts/bidi"
)

// By the plain algorithm the sign after a Latin name goes with the script around
// it, and stands on its left; isolated, it stays behind the name.
func ExampleIsolated() {
	text := []rune("في Erasmus+")
	show := func(levels []uint8, paragraph uint8) {
		bidi.ResetWhitespace(text, levels, paragraph)
		var visual []rune
		for _, i := range bidi.Reorder(levels) {
			visual = append(visual, text[i])
		}
		fmt.Println(levels, "sign on the left:", visual[0] == '+')
	}
	show(bidi.Levels(text, bidi.RTL))
	show(bidi.Isolated(text, bidi.RTL))
	// Output:
	// [1 1 1 2 2 2 2 2 2 2 1] sign on the left: true
	// [1 1 1 2 2 2 2 2 2 2 2] sign on the left: false
}

// Addresses are found, so that they keep their own direction and may be broken
// by rules of their own.
func ExampleAddresses() {
	text := []rune("انظر www.example.org، ثم")
	for _, s := range bidi.Addresses(text) {
		fmt.Println(string(text[s.Start:s.End]))
	}
	// Output: www.example.org
}
