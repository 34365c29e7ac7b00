package pipeline_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"warraq/fonts"
	"warraq/pipeline"
)

// A report is made from a folder and the path of a brief in it. What is wrong
// with the brief are problems, not an error, and a report may come beside them.
func ExampleBuild() {
	folder := fstest.MapFS{"brief.md": {Data: []byte("---\ntitle: تقرير\n---\n\nنص[^1] يحيل إلى @fig:absent.\n")}}
	job := pipeline.Job{Root: folder, Path: "brief.md", Fonts: fonts.Bundled()}
	result, problems, err := pipeline.Build(context.Background(), job)
	if err != nil {
		fmt.Println("the machine failed:", err)
	}
	for _, p := range problems {
		fmt.Printf("%s at byte %d\n", p.Code, p.Span.Start)
	}
	fmt.Println("a report:", result.PDF != nil)

	folder["brief.md"].Data = []byte("---\ntitle: تقرير\n---\n\nنص.\n")
	result, problems, err = pipeline.Build(context.Background(), job)
	fmt.Println(string(result.PDF[:8]), result.Pages, len(problems), err)
	// Output:
	// missing-note at byte 31
	// dangling-reference at byte 52
	// a report: false
	// %PDF-1.7 1 0 <nil>
}
