package typeset_test

import (
	"math"
	"os"
	"testing"

	"warraq/fonts"
	"warraq/output/page"
)

// Where a theme has captions above, the bold number and title of a figure stand over its
// picture at the side where lines begin, and come first in the tree; the source is below.
// Two figures side by side begin on one line, with their titles and with their pictures.
func TestCaptionsAbove(t *testing.T) {
	b, look, problems, err := readBrief(os.DirFS("testdata"), "captions-above.md", nil)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	d, _ := setBrief(b, look, fonts.Bundled())
	type figure struct {
		box     *page.Box
		caption []line // of it
		source  []line
	}
	var figures []figure
	for e := range d.Tree {
		group := &d.Tree[e]
		if group.Role != page.Div || len(group.Children) < 2 || d.Tree[group.Children[1]].Role != page.Figure {
			continue
		}
		if d.Tree[group.Children[0]].Role != page.Caption {
			t.Fatal("a caption does not come before its figure")
		}
		f := figure{box: d.Tree[group.Children[1]].Box}
		for _, l := range linesOf(&d.Pages[f.box.Page], newTatweels()) {
			for i, c := range group.Children {
				if i != 1 && standsIn(d.Tree, c, l.items[0].Slot) {
					if i == 0 {
						f.caption = append(f.caption, l)
					} else {
						f.source = append(f.source, l)
					}
				}
			}
		}
		figures = append(figures, f)
	}
	if len(figures) != 3 {
		t.Fatalf("%d figures", len(figures))
	}
	p := &d.Pages[0]
	edges := []float64{p.Width - look.Page.Outer, p.Width - look.Page.Outer, look.Page.Outer + (look.Page.Measure()-16)/2}
	for i, f := range figures {
		for k, l := range f.caption {
			if l.y > f.box.Y {
				t.Errorf("figure %d: %q stands at %.1f, the picture at %.1f", i+1, l.text, l.y, f.box.Y)
			}
			if math.Abs(l.x+l.width-edges[i]) > 0.6 {
				t.Errorf("figure %d: %q begins at %.1f, want %.1f", i+1, l.text, l.x+l.width, edges[i])
			}
			// What follows the break in the caption of the second is not bold.
			if bold := l.items[0].Text.Face.Bold; bold != (i != 1 || k < len(f.caption)-1) {
				t.Errorf("figure %d: %q is bold: %v", i+1, l.text, bold)
			}
		}
		if right := f.box.X + f.box.Width; math.Abs(right-edges[i]) > 0.6 {
			t.Errorf("figure %d: the picture begins at %.1f", i+1, right)
		}
		for _, l := range f.source {
			if l.y < f.box.Y+f.box.Height || math.Abs(l.x+l.width-edges[i]) > 0.6 {
				t.Errorf("figure %d: the source stands at %.1f, %.1f", i+1, l.x+l.width, l.y)
			}
		}
	}
	if len(figures[0].source) != 1 || len(figures[1].source) != 1 || len(figures[1].caption) < 3 || len(figures[2].caption) != 1 {
		t.Errorf("%+v", figures)
	}
	if first, second := figures[1], figures[2]; first.box.Y != second.box.Y || first.caption[0].y != second.caption[0].y || first.box.Height == second.box.Height {
		t.Errorf("the pictures begin at %.1f and %.1f, the titles at %.1f and %.1f", first.box.Y, second.box.Y, first.caption[0].y, second.caption[0].y)
	}
}

// standsIn reports whether a slot stands in an element.
func standsIn(t page.Tree, e, slot page.Ref) bool {
	for _, c := range t[e].Children {
		if c == slot || standsIn(t, c, slot) {
			return true
		}
	}
	return false
}
