package pipeline_test

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"

	"warraq/charts"
	"warraq/fonts"
	"warraq/input/colour"
	"warraq/input/theme"
	"warraq/pipeline"
)

// One name has one colour in all charts of a report: in one that tells it from
// others, in one that it stands in alone, and in a picture of that. What is
// highlighted keeps the strongest colours, and no chart is drawn twice.
func TestOneNameHasOneColour(t *testing.T) {
	const text = `---
title: ألوان
theme: think-tank
---
` + "```chart {#fig:three}\ntype: line\ndata:\n  - {السنة: 2020, ألف: 1, باء: 2, جيم: 3}\n  - {السنة: 2021, ألف: 2, باء: 3, جيم: 4}\n```\n\n" +
		"```chart {#fig:alone}\ntype: line\ndata:\n  - {السنة: 2020, جيم: 1}\n  - {السنة: 2021, جيم: 2}\n```\n\n" +
		"```chart {#fig:parts}\ntype: donut\ndata: [{الاسم: جيم, القيمة: 3}, {الاسم: ألف, القيمة: 5}, {الاسم: دال, القيمة: 4}]\n```\n\n" +
		"```chart {#fig:other}\ntype: line\ndata:\n  - {السنة: 2020, س: 1}\n  - {السنة: 2021, س: 2}\n```\n\n" +
		"```chart {#fig:lit}\ntype: line\nhighlight: جيم\ndata:\n  - {السنة: 2020, ألف: 1, جيم: 3}\n  - {السنة: 2021, ألف: 2, جيم: 4}\n```\n"
	look, _ := theme.Bundled("think-tank")
	job := pipeline.Job{Fonts: fonts.Bundled(), Root: fstest.MapFS{"brief.md": {Data: []byte(text)}}, Path: "brief.md", Cache: t.TempDir()}
	build(t, job)
	before, err := charts.CacheHolds(job.Cache, nil)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][]int{
		"fig:three": {0, 1, 2}, "fig:alone": {2}, "fig:parts": {2, 0, 1}, "fig:other": {0}, "fig:lit": {0},
	} {
		picture, problems, err := pipeline.Figure(context.Background(), job, id)
		if err != nil || picture.Figure == nil {
			t.Fatal(err, problems)
		}
		found := map[int]bool{}
		for _, p := range picture.Figure.Paths {
			for i, c := range look.Palette {
				if p.Fill != nil && *p.Fill == c || p.Stroke != nil && *p.Stroke == c {
					found[i] = true
				}
			}
		}
		for i, c := range look.Palette {
			if found[i] != slices.Contains(want, i) {
				t.Errorf("%s: whether it is drawn in %s, the colour %d: %v", id, colour.Hex(c), i, found[i])
			}
		}
	}
	after, err := charts.CacheHolds(job.Cache, nil)
	if err != nil || after != before {
		t.Errorf("a picture has other colours than the report: %+v scenes and then %+v, %v", before.Scenes, after.Scenes, err)
	}
}
