package pipeline_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/fonts"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/output/paragraph"
	"warraq/output/typeset"
	"warraq/pipeline"
)

// TestSpacing holds the space between words to what a reader calls even, over
// our own prose in every theme and text face, and on smaller sheets than the
// themes' own. A line beyond the tolerance is a warning at its place.
func TestSpacing(t *testing.T) {
	prose, err := os.ReadFile("../output/paragraph/testdata/paper.txt")
	if err != nil {
		t.Fatal(err)
	}
	brief := "---\ntitle: صناعة الورق وتجارة الكتب\n---\n" + strings.ReplaceAll(string(prose), "\n", "\n\n")
	library := fonts.Bundled()
	for _, c := range []struct {
		theme, size string
		// limits of the 95th percentile and of the worst line.
		percentile, worst float64
	}{
		{"think-tank", "A4", 1.4, 1.55},
		{"policy-brief", "A4", 1.6, 1.95},
		{"print-press", "B5", 1.5, 2},
		// A name in Latin letters on a narrow measure leaves a line too loose, and a
		// warning.
		{"think-tank", "A5", 1.55, 2},
		{"policy-brief", "A5", 1.9, 2.6},
		{"print-press", "A5", 1.6, 2.2},
	} {
		look := &source.File{Name: "look.yaml", Data: []byte("extends: " + c.theme + "\npage: {size: " + c.size + "}\n")}
		for _, face := range textFaces {
			job := pipeline.Job{
				Root: fstest.MapFS{"brief.md": {Data: []byte(brief)}}, Path: "brief.md",
				Fonts: library, Theme: look.Name, ThemeFile: look, TextFace: face,
			}
			s, problems, err := pipeline.Spacing(context.Background(), job)
			if err != nil || problems.HasErrors() {
				t.Fatal(err, problems)
			}
			t.Logf("%s %s %s: %d lines, median %.2f, 95th percentile %.2f, %.2f to %.2f, %.1f%% of words stretched, %d loose", c.theme, c.size, face,
				s.Lines, s.Median, s.Percentile95, s.Least, s.Worst, 100*float64(s.Kashidas)/float64(s.Words), len(s.Loose))
			if s.Lines < 50 || s.Median > 1.3 || s.Percentile95 > c.percentile || s.Worst > c.worst || s.Least < 0.749 {
				t.Errorf("%s %s %s: uneven", c.theme, c.size, face)
			}
			checkWarned(t, s, problems)
		}
	}
}

// checkWarned: the lines beyond the tolerance and the warnings are the same.
func checkWarned(t *testing.T, s typeset.Spaces, problems problem.List) {
	t.Helper()
	var warned []source.Span
	for _, p := range problems {
		if p.Code == paragraph.LooseLine.Code {
			for _, at := range p.Places() {
				warned = append(warned, at.Span)
			}
		}
	}
	if len(warned) != len(s.Loose) {
		t.Fatalf("%d loose lines, %d warnings", len(s.Loose), len(warned))
	}
	for i, l := range s.Loose {
		if warned[i] != l.Source {
			t.Errorf("a loose line at %v, the warning at %v", l.Source.Position(), warned[i].Position())
		}
	}
}
