package fonts_test

import (
	"fmt"

	"warraq/fonts"
	"warraq/fonts/bidi"
)

// A paragraph goes through three steps: its levels, its items (one face, one
// script, one direction each), and the clusters of each item, which stand from
// left to right.
func Example() {
	library, shaper := fonts.Bundled(), fonts.NewShaper()
	amiri, _ := library.Face("Amiri", false)
	text := []rune("كتاب TeX")
	levels, _ := bidi.Isolated(text, bidi.RTL)
	items, missing := fonts.Itemise(text, levels, "ar", func(int) *fonts.Face { return amiri }, library)
	fmt.Println("missing:", len(missing))
	for _, item := range items {
		fmt.Printf("%q right to left: %v\n", string(text[item.Start:item.End]), item.RTL())
		for _, c := range shaper.Shape(text, item) {
			fmt.Printf("  %q %.3f em\n", c.Text, float64(c.Advance)/float64(item.Face.UnitsPerEm))
		}
	}
	// Output:
	// missing: 0
	// "كتاب " right to left: true
	//   " " 0.292 em
	//   "ب" 0.926 em
	//   "ا" 0.229 em
	//   "ت" 0.219 em
	//   "ك" 0.349 em
	// "TeX" right to left: false
	//   "T" 0.611 em
	//   "e" 0.419 em
	//   "X" 0.652 em
}
