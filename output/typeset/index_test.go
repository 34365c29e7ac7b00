package typeset_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/input/theme"
	"warraq/output/page"
)

// The index stands in two columns, the first where lines begin, in the order it is read
// in; entries hang; runs of pages are joined, and read as a range in both families of
// digits. Where it ends the columns are level.
func TestIndex(t *testing.T) {
	const term, long, entries = "مصطلح", "مصطلحٌ يطول حتى لا يسعه سطرٌ واحدٌ من عمود", 97
	for _, digits := range []string{"latn", "arab"} {
		for _, name := range theme.Names() {
			t.Run(digits+" "+name, func(t *testing.T) {
				markdown := "---\ntitle: ت\ndigits: " + digits + "\n---\n\n"
				for on := range 7 { // pages 1, 3 to 5 and 7 name it
					if on == 0 || on >= 2 && on <= 4 || on == 6 {
						markdown += "[" + long + "]{.index} "
					}
					markdown += "نص.\n\n\\newpage\n\n"
				}
				for i := range entries - 1 {
					markdown += fmt.Sprintf("[%s %d]{.index} ", term, 100+i)
				}
				b, _, problems, err := readBrief(nil, "brief.md", []byte(markdown))
				if err != nil || problems.HasErrors() {
					t.Fatal(err, problems)
				}
				look, _ := theme.Bundled(name)
				d, _ := setBrief(b, look, fonts.Bundled())

				at := slices.IndexFunc(d.Anchors, func(a page.Anchor) bool { return a.Name == "index" })
				width := (look.Page.Measure() - 18) / 2
				var read []string
				var ends [2]float64
				for i := d.Anchors[at].Page; i < len(d.Pages); i++ {
					p := &d.Pages[i]
					edge := p.Width - p.Slug - look.Page.Outer // of the text on the right
					if look.Page.Mirrored && i%2 == 0 {
						edge = p.Width - p.Slug - look.Page.Inner
					}
					column, last := 0, 0.0
					ends = [2]float64{}
					for _, l := range linesOf(p, newTatweels()) {
						if l.items[0].Slot == 0 || l.items[0].Text.Size != look.BibliographyEntry.Size {
							continue
						}
						if l.y < last {
							column++
						}
						last = l.y
						if column > 1 {
							t.Fatalf("page %d has more than two columns", i+1)
						}
						ends[column] = l.y
						hang := 0.0
						if !strings.HasPrefix(l.text, term) {
							hang = 1.5 * look.BibliographyEntry.Size
							read[len(read)-1] += l.text
						} else {
							read = append(read, l.text)
						}
						if right, want := l.x+l.width, edge-float64(column)*(width+18)-hang; math.Abs(right-want) > 0.6 {
							t.Fatalf("page %d: %q begins at %.1f, want %.1f", i+1, l.text, right, want)
						}
						if l.width > width+0.01 {
							t.Errorf("%q is wider than its column", l.text)
						}
					}
				}
				if len(read) != entries {
					t.Fatalf("%d entries", len(read))
				}
				if !slices.IsSorted(read[:entries-1]) {
					t.Errorf("the entries are read as %q", read)
				}
				if digits == "latn" && !strings.HasSuffix(read[entries-1], "، 1، 3–5، 7") || digits == "arab" && !strings.HasSuffix(read[entries-1], "، ١، ٣–٥، ٧") {
					t.Errorf("the pages are %q", read[entries-1])
				}
				if lower := ends[0] - ends[1]; lower < -0.01 || lower > 2*look.BibliographyEntry.Leading+0.01 {
					t.Errorf("the columns end at %.1f and %.1f", ends[0], ends[1])
				}
				// A range of European digits runs from the left, of Arabic ones from the right.
				for i := range d.Pages {
					for _, l := range linesOf(&d.Pages[i], newTatweels()) {
						first, last := -1.0, -1.0
						for _, it := range l.items {
							if it.Slot == 0 || it.Text.Size != look.BibliographyEntry.Size {
								continue
							}
							x := it.X
							for c := range it.Text.Clusters() {
								switch c.Text {
								case "3", "٣":
									first = x
								case "5", "٥":
									last = x
								}
								x += float64(c.Advance) * it.Text.Size / float64(it.Text.Face.UnitsPerEm)
							}
						}
						if strings.Contains(l.text, "3–5") && first > last || strings.Contains(l.text, "٣–٥") && first < last {
							t.Errorf("%q is not read as a range", l.text)
						}
					}
				}
			})
		}
	}
}
