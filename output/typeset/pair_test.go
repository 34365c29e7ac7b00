package typeset_test

import (
	"math"
	"os"
	"testing"

	"warraq/fonts"
	"warraq/output/page"
)

// Two figures side by side of unequal heights stand on one foot, and their captions
// begin on one line, of however many lines either is.
func TestPairsStandOnOneFoot(t *testing.T) {
	b, look, problems, err := readBrief(os.DirFS("testdata"), "side-by-side.md", nil)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	document, _ := setBrief(b, look, fonts.Bundled())
	var boxes []*page.Box
	captions := map[page.Ref]float64{} // the first line of each, by its element
	parent := map[page.Ref]page.Ref{}
	for e := range document.Tree {
		if document.Tree[e].Role == page.Figure {
			boxes = append(boxes, document.Tree[e].Box)
		}
		for _, c := range document.Tree[e].Children {
			parent[c] = page.Ref(e)
		}
	}
	for i := range document.Pages {
		for _, it := range document.Pages[i].Items {
			if it.Text == nil || it.Slot == 0 {
				continue
			}
			if e := parent[it.Slot]; document.Tree[e].Role == page.Caption {
				if y, ok := captions[e]; !ok || it.Y < y {
					captions[e] = it.Y
				}
			}
		}
	}
	if len(boxes) != 2 || len(captions) != 2 {
		t.Fatalf("%d figures and %d captions", len(boxes), len(captions))
	}
	if boxes[0].Height == boxes[1].Height {
		t.Fatal("the figures are of one height")
	}
	if a, b := boxes[0].Y+boxes[0].Height, boxes[1].Y+boxes[1].Height; math.Abs(a-b) > 0.01 {
		t.Errorf("one stands on %.2f, the other on %.2f", a, b)
	}
	var lines []float64
	for _, y := range captions {
		lines = append(lines, y)
	}
	if math.Abs(lines[0]-lines[1]) > 0.01 {
		t.Errorf("one caption begins at %.2f, the other at %.2f", lines[0], lines[1])
	}
}
