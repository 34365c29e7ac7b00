package brief_test

import (
	"fmt"

	"warraq/input/brief"
)

// A document is a tree of blocks, and a block's own lines are lists of inlines.
// Walk meets every block, Lines the text that stands in a block itself.
func ExampleWalk() {
	body := []brief.Block{
		&brief.Heading{Level: 1, Content: []brief.Inline{&brief.Text{Value: "مقدمة"}}},
		&brief.Quote{Blocks: []brief.Block{
			&brief.Paragraph{Content: []brief.Inline{&brief.Text{Value: "نص "}, &brief.Strong{Content: []brief.Inline{&brief.Text{Value: "مهم"}}}}},
		}},
	}
	brief.Walk(body, func(b brief.Block) {
		brief.Lines(b, func(line []brief.Inline) { fmt.Printf("%T: %s\n", b, brief.Plain(line)) })
	})
	// Output:
	// *brief.Heading: مقدمة
	// *brief.Paragraph: نص مهم
}
