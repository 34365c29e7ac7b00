package pipeline_test

import (
	"context"
	"testing"
	"testing/fstest"

	"warraq/fonts"
	"warraq/fonts/faces"
	"warraq/input/problem"
	"warraq/pipeline"
)

// A face that may only be read and printed is told of once, and only where the
// document uses it.
func TestPrintOnlyFacesAreNoted(t *testing.T) {
	data, err := faces.Files()[0].Data()
	if err != nil {
		t.Fatal(err)
	}
	library := fonts.Bundled()
	face, err := library.Add("face.ttf", data)
	if err != nil {
		t.Fatal(err)
	}
	face.PrintOnly = true
	for family, want := range map[string]int{face.Family: 1, "Scheherazade New": 0} {
		if face.Family == "Scheherazade New" {
			t.Fatal("the face of the test is that of the other case")
		}
		problems, err := pipeline.Check(context.Background(), pipeline.Job{
			Root: fstest.MapFS{"brief.md": {Data: []byte("---\ntitle: عنوان\n---\nفقرة أولى.\n\nفقرة ثانية.\n")}},
			Path: "brief.md", Fonts: library, TextFace: family,
		})
		if err != nil {
			t.Fatal(err)
		}
		got := 0
		for _, p := range problems {
			if p.Code == "font-print-only" && p.Severity == problem.Note {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: noted %d times, want %d: %v", family, got, want, problems)
		}
	}
}
