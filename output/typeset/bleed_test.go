package typeset_test

import (
	"math"
	"os"
	"testing"

	"warraq/fonts"
	"warraq/output/page"
)

// A picture from edge to edge covers the trimmed page and the bleed on both of its
// sides, on the pages of either hand; one that cannot stands in the column, and that
// is told.
func TestFullBleed(t *testing.T) {
	b, look, problems, err := readBrief(os.DirFS("testdata"), "full-bleed.md", nil)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	document, told := setBrief(b, look, fonts.Bundled())
	wide, narrow := 0, 0
	for i := range document.Pages {
		p := &document.Pages[i]
		for _, it := range p.Items {
			if it.Image == nil {
				continue
			}
			left, right := p.Slug-p.Bleed, p.Slug+look.Page.Width+p.Bleed
			if math.Abs(it.X-left) < 0.01 && math.Abs(it.X+it.Image.Width-right) < 0.01 {
				wide++
				continue
			}
			narrow++
			if it.X < p.Slug+look.Page.Outer-0.01 || it.Image.Width > look.Page.Measure()+0.01 {
				t.Errorf("a picture stands from %.1f, %.1f wide", it.X, it.Image.Width)
			}
		}
	}
	if wide != 2 || narrow != 2 {
		t.Errorf("%d pictures reach the edges, %d do not", wide, narrow)
	}
	warned := 0
	for _, p := range told {
		if p.Code == "picture-full-bleed" {
			warned++
		}
	}
	if warned != 2 {
		t.Errorf("%d warnings of pictures that do not", warned)
	}
	for e := range document.Tree {
		if f := &document.Tree[e]; f.Role == page.Figure && f.Box == nil {
			t.Error("a figure has no box")
		}
	}
}
