package pipeline_test

import (
	"bytes"
	"context"
	"maps"
	"os"
	"slices"
	"testing"

	"warraq/charts"
	"warraq/input"
	"warraq/input/brief"
	"warraq/input/theme"
	"warraq/output/judge"
	"warraq/pipeline"
)

// figures returns the charts and pictures of the gallery.
func figures(t *testing.T) []*brief.Figure {
	b, problems, err := input.Read(context.Background(), input.Options{FS: os.DirFS("../input/examples/gallery"), Path: "brief.md"})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return b.Figures
}

// The gallery shows every type of chart there is.
func TestGalleryShowsEveryType(t *testing.T) {
	shown := map[string]bool{}
	for _, f := range figures(t) {
		if f.Chart != nil {
			shown[f.Chart.Type] = true
		}
	}
	for _, name := range charts.Types() {
		if !shown[name] {
			t.Errorf("the gallery has no chart of type %s", name)
		}
		delete(shown, name)
	}
	if len(shown) > 0 {
		t.Errorf("the gallery shows types that are not listed: %v", slices.Sorted(maps.Keys(shown)))
	}
}

// Charts that are drawn side by side, by engines that share one library, are
// those that come from the cache.
func TestGalleryIsDrawnAsItIsKept(t *testing.T) {
	job := pipeline.Job{Root: os.DirFS("../input/examples/gallery"), Cache: t.TempDir()}
	drawn := build(t, job).PDF
	if kept := build(t, job).PDF; !bytes.Equal(drawn, kept) {
		t.Errorf("charts that are drawn make %d bytes, those that are kept %d others", len(drawn), len(kept))
	}
}

// The gallery in every theme is a document that archives and screen readers
// accept, holds no picture, and gives back the words of its charts.
func TestGalleryBeforeTheJudges(t *testing.T) {
	root, cache := os.DirFS("../input/examples/gallery"), t.TempDir()
	pdfs := map[string][]byte{}
	for _, name := range theme.Names() {
		pdfs[name] = build(t, pipeline.Job{Root: root, Theme: name, Cache: cache}).PDF
	}
	t.Run("standards", func(t *testing.T) { judge.VeraPDFAll(t, pdfs, "a-3a", "ua-1") })
	t.Run("pictures", func(t *testing.T) {
		judge.Require(t, "poppler")
		for name, pdf := range pdfs {
			if images := judge.Images(t, pdf); len(images) > 0 {
				t.Errorf("%s: a document of charts alone holds pictures: %v", name, images)
			}
		}
	})
	var names words
	for _, f := range figures(t) {
		names.chart(f.Chart)
	}
	for _, engine := range judge.Engines() {
		t.Run(engine, func(t *testing.T) {
			judge.Require(t, engine)
			text := judge.Extract(t, engine, pdfs["think-tank"])
			for i, marks := range []bool{true, false} {
				found := judge.Recall(names.String(), text, marks)
				t.Logf("marks %v: %.1f", marks, found)
				if found < floors[engine][i] {
					t.Errorf("%s finds %.1f of 100 words (marks: %v), fewer than %g", engine, found, marks, floors[engine][i])
				}
			}
		})
	}
}
