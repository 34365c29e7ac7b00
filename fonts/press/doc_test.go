package press_test

import (
	"fmt"

	"warraq/fonts"
	"warraq/fonts/bidi"
	"warraq/fonts/press"
)

// What a document prints in a face is given to its press, cluster by cluster;
// then the font is made that holds that and nothing else.
func Example() {
	library, shaper := fonts.Bundled(), fonts.NewShaper()
	amiri, _ := library.Face("Amiri", false)
	text := []rune("لا لا")
	levels, _ := bidi.Levels(text, bidi.RTL)
	items, _ := fonts.Itemise(text, levels, "ar", func(int) *fonts.Face { return amiri }, library)
	p := press.New(amiri)
	for _, item := range items {
		for _, cluster := range shaper.Shape(text, item) {
			for _, code := range p.Codes(cluster, item.RTL()) {
				fmt.Printf("%c is code %d, %d wide, with ink: %v\n", code.Rune, code.Number(), code.Width, code.Ink != 0)
			}
		}
	}
	font, err := p.Font()
	fmt.Println("codes:", len(p.All()), "a font:", len(font.Data) > 0, err)
	// Output:
	// ا is code 1, 340 wide, with ink: true
	// ل is code 2, 302 wide, with ink: true
	//   is code 3, 292 wide, with ink: false
	// ا is code 1, 340 wide, with ink: true
	// ل is code 2, 302 wide, with ink: true
	// codes: 3 a font: true <nil>
}
