package input_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"warraq/input"
	"warraq/input/brief"
)

// Reading gives the whole brief: its files read, its figures numbered, its
// references resolved.
func ExampleRead() {
	folder := fstest.MapFS{
		"brief.md": {Data: []byte("---\ntitle: تقرير\ndata: {aid: aid.csv}\n---\n" +
			"# مقدمة {#sec:one}\n\nانظر @fig:aid.\n\n" +
			"```chart {#fig:aid}\ntype: bar\ntitle: المعونات\ndata: aid\n```\n")},
		"aid.csv": {Data: []byte("الجهة,المبلغ\nأ,1\nب,٢\n")},
	}
	b, problems, err := input.Read(context.Background(), input.Options{FS: folder, Path: "brief.md"})
	if err != nil || len(problems) > 0 {
		fmt.Println(problems, err)
		return
	}
	fmt.Println(b.Meta.Title.Value, len(b.Figures))
	brief.Walk(b.Body, func(block brief.Block) {
		fmt.Printf("%T at byte %d\n", block, block.Place().Start)
	})
	// Output:
	// تقرير 1
	// *brief.Heading at byte 47
	// *brief.Paragraph at byte 72
	// *brief.Figure at byte 92
}
