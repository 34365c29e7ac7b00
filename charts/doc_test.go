package charts_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"warraq/charts"
	"warraq/input"
)

// A chart of a brief is checked, drawn at a width, described and given as CSV.
// Text is measured by who sets it; here every character is half an em wide.
func ExamplePlotter() {
	folder := fstest.MapFS{"brief.md": {Data: []byte("---\ntitle: تقرير\n---\n\n```chart\ntype: bar\ntitle: المعونات\n" +
		"data: [{الجهة: الأول, المبلغ: 3}, {الجهة: الثاني, المبلغ: 2}]\nunit: يورو\n```\n")}}
	b, _, err := input.Read(context.Background(), input.Options{FS: folder, Path: "brief.md"})
	if err != nil {
		fmt.Println(err)
		return
	}
	chart := b.Figures[0].Chart
	plotter := charts.New(charts.Options{
		Measure: func(text string, size float64, _ bool) float64 { return size / 2 * float64(len([]rune(text))) },
	})
	defer plotter.Wait()
	defer plotter.Close()
	fmt.Println("problems:", len(charts.Check(chart)))
	figure, err := plotter.Plot(context.Background(), chart, 400)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("wide:", figure.Scene.Width)
	fmt.Println("described:", figure.Describe() != "")
	fmt.Printf("%q\n", charts.CSV(chart)) // with the mark that spreadsheets look for
	// Output:
	// problems: 0
	// wide: 400
	// described: true
	// "\ufeffالجهة,المبلغ\r\nالأول,3\r\nالثاني,2\r\n"
}
