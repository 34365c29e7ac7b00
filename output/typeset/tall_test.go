package typeset_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"warraq/fonts"
	"warraq/input/problem"
)

// A figure that no page holds is a problem at its block, alone or beside
// another; one that just fits is none.
func TestFiguresTallerThanThePage(t *testing.T) {
	library := fonts.Bundled()
	tall := func(height int, class string) bool {
		chart := fmt.Sprintf("\n```chart {%s}\ntype: bar\ntitle: شكل\nheight: %d\ndata:\n  - {البند: أ, القيمة: 5}\n```\n", class, height)
		b, look, problems, err := readBrief(fstest.MapFS{}, "brief.md", []byte("---\ntitle: طول\n---\n# قسم\n"+chart+chart))
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		_, problems = setBrief(b, look, library)
		return slices.ContainsFunc(problems, func(p problem.Problem) bool {
			return p.Code == "figure-too-tall" && p.Span.Start > 0
		})
	}
	for _, class := range []string{".chart", ".half"} {
		if tall(600, class) {
			t.Errorf("%s: a figure that fits is called too tall", class)
		}
		if !tall(900, class) {
			t.Errorf("%s: a figure runs off its page without a word", class)
		}
	}
}
