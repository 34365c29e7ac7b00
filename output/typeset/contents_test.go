package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/output/page"
)

// However long the contents are, no page has only one or two of their lines.
func TestNoLineOfTheContentsStandsAlone(t *testing.T) {
	library := fonts.Bundled()
	for n := 25; n <= 64; n++ {
		var text strings.Builder
		text.WriteString("---\ntitle: محتويات\ntoc: true\n---\n")
		for i := range n {
			fmt.Fprintf(&text, "# باب %d\n\nنصّ الباب.\n\n", i+1)
		}
		b, look, problems, err := readBrief(nil, "brief.md", []byte(text.String()))
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		d, _ := setBrief(b, look, library)
		entry := map[page.Ref]int{} // the entry that an element is part of
		entries := 0
		var walk func(e page.Ref, of int)
		walk = func(e page.Ref, of int) {
			if d.Tree[e].Role == page.TOCItem {
				entries++
				of = entries
			}
			entry[e] = of
			for _, c := range d.Tree[e].Children {
				walk(c, of)
			}
		}
		walk(0, 0)
		if entries != n {
			t.Fatalf("%d entries of %d", entries, n)
		}
		for i := range d.Pages {
			on := map[int]bool{}
			for _, it := range d.Pages[i].Items {
				if of := entry[it.Slot]; of > 0 {
					on[of] = true
				}
			}
			if len(on) > 0 && len(on) < 3 {
				t.Errorf("of %d entries, page %d has %d", n, i+1, len(on))
			}
		}
	}
}
