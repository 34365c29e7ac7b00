package pipeline_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/fonts"
	"warraq/pipeline"
)

// A hostileBrief is one that no author writes. It ends in the problem of that
// code, at a place, or in a report where the code is empty.
type hostileBrief struct {
	name, text, code string
	files            map[string]string
}

// chartBlock is a brief of one chart.
func chartBlock(body string) string {
	return "---\ntitle: تقرير\n---\nفقرة.\n\n```chart\ntitle: شكل\n" + body + "\n```\n"
}

// repeat writes a text for each number below n.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func hostileBriefs() []hostileBrief {
	const rows, large = 100_000, 10 << 20
	flows := "data: [{payer: أ, programme: ب, amount: 1}, {payer: ب, programme: أ, amount: 2}, {payer: أ, programme: أ, amount: 3}]"
	bar := "type: bar\ndata: {أ: 1, ب: 2}\noption: "
	list := []hostileBrief{
		{name: "a block of text", text: chartBlock("type: bar\nalt: \"" + strings.Repeat("ن", large/2) + "\"\ndata: {أ: 1}"), code: "data-size"},
		{name: "a block of lines", text: chartBlock(strings.Repeat("abc\n", large/4)), code: "text-too-long"},
		{name: "a block of keys", text: chartBlock(repeat(rows, "k%d: 1\n")), code: "data-keys"},
		{name: "rows in a block", text: chartBlock("type: line\ndata:\n" + repeat(rows, "  - {سنة: %d, قيمة: 1}\n")), code: "data-size"},
		{name: "charts", text: strings.Repeat("```chart\ntype: bar\ndata: {أ: 1}\n```\n", 10_000), code: "too-many-charts"},
		{name: "notes", text: repeat(rows/2, "[^%d]: حاشية\n"), code: "too-many-notes"},
		{name: "a long table", text: "| أ | ب |\n|---|---|\n" + strings.Repeat("| 1 | 2 |\n", rows-10), code: "table-too-long"},
		{name: "a wide table", text: strings.Repeat("|أ", 2000) + "|\n" + strings.Repeat("|---", 2000) + "|\n", code: "table-too-wide"},
		{name: "aliases in data", text: chartBlock("type: bar\ndata:\n  a0: &a0 [1]\n" + repeat(12, "  b%[1]d: &b%[1]d [*a0, *a0]\n") + nines(12)), code: "data-aliases"},
		{name: "aliases in an option", text: chartBlock(bar + "\n  a0: &a0 [1]\n" + nines(12)), code: "data-aliases"},
		{name: "flows in a ring", text: chartBlock("type: sankey\n" + flows)},
		{name: "an option in a ring", text: chartBlock(bar + "{series: [{type: sankey, data: [{name: a}, {name: b}], links: [{source: a, target: b, value: 1}, {source: b, target: a, value: 1}]}]}"), code: "chart-option-refused"},
		{name: "functions", text: chartBlock(bar + `{tooltip: {formatter: "function(){while(1){}}"}, series: [{label: {show: true, formatter: "(()=>{for(;;){}})()"}}]}`)},
		{name: "prototypes", text: chartBlock(bar + `{series: [{__proto__: {polluted: 1}, constructor: {prototype: {polluted: 1}}}]}`), code: "chart-option-not-data"},
		{name: "a picture from elsewhere", text: chartBlock(bar + `{graphic: [{type: image, style: {image: "file:///etc/passwd", width: 9, height: 9}}]}`), code: "chart-option-refused"},
		{name: "links", text: chartBlock(bar + `{title: {show: true, text: "x", link: "javascript:alert(1)", sublink: "file:///etc/passwd"}}`)},
		{name: "much in an option", text: chartBlock(bar + "{series: [{data: [" + strings.Repeat("1,", rows) + "1]}]}"), code: "chart-option-not-data"},
		{name: "a long text in an option", text: chartBlock(bar + `{title: {text: "` + strings.Repeat("ن ", rows) + `"}}`), code: "chart-option-not-data"},
		{name: "a deep option", text: chartBlock(bar + strings.Repeat("{a: ", 90) + "1" + strings.Repeat("}", 90)), code: "chart-option-not-data"},
		{name: "numbers without end in an option", text: chartBlock(bar + "{series: [{barWidth: 1e999, barGap: .nan, data: [.inf, -.inf]}]}")},
		{name: "large numbers in an option", text: chartBlock(bar + "{xAxis: [{min: -1e308, max: 1e308, splitNumber: 1000000000}]}")},
		{name: "controls in names", text: chartBlock("type: bar\ndata: {\"أ\\u202eب\\u0001\": 1, \"\\u2066ج\\e[31m\": 2}")},
		{name: "no name but controls", text: chartBlock("type: bar\ndata: {\"\\0\": 1, ب: 2}"), code: "missing-category"},
		{name: "a line as long as its file", text: chartBlock("type: bar\ndata: d.csv"), files: map[string]string{"d.csv": "أ,ب\n" + strings.Repeat("x", 2*large) + "\n"}, code: "cell-too-long"},
		{name: "nothing but quotations", text: chartBlock("type: bar\ndata: d.csv"), files: map[string]string{"d.csv": "أ,ب\n" + strings.Repeat("\"", 2*large) + "\n"}, code: "cell-too-long"},
		{name: "an open quotation", text: chartBlock("type: bar\ndata: d.csv"), files: map[string]string{"d.csv": "أ,ب\n\"" + strings.Repeat("x,", large) + "\n"}, code: "unclosed-quote"},
		{name: "a pair in each row", text: chartBlock("type: stacked-bar\ncategory: a\nseries: b\nvalue: c\ndata: d.csv"), files: map[string]string{"d.csv": "a,b,c\n" + repeat(19_000, "أ%[1]d,ب%[1]d,1\n")}, code: "too-many-series"},
	}
	many := map[string]string{"d.csv": "اسم,أول,ثان\n" + repeat(rows, "ن%[1]d,%[1]d,1\n")}
	for _, kind := range []string{"line", "bar", "sankey", "treemap", "pie", "scatter", "heatmap"} {
		list = append(list, hostileBrief{name: "rows of " + kind, text: chartBlock("type: " + kind + "\ndata: d.csv"), files: many, code: "too-many-rows"})
	}
	for _, sign := range []string{"[", "*", ">", "|", "`", "\n"} {
		code := map[string]string{"[": "paragraph-too-complex", "\n": "empty-brief", ">": "nesting-too-deep"}[sign]
		list = append(list, hostileBrief{name: "signs " + sign, text: strings.Repeat(sign, 16<<20-1), code: code})
	}
	return list
}

// nines names nine times the value before, so many times over.
func nines(times int) string {
	var b strings.Builder
	for i := range times {
		fmt.Fprintf(&b, "  a%d: &a%[1]d [%s]\n", i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9))
	}
	return b.String()
}

// Each hostile brief ends, in memory that is bounded, with all its problems at
// places, or is a report.
func TestHostileBriefs(t *testing.T) {
	library, cache := fonts.Bundled(), t.TempDir()
	build := func(h hostileBrief) (uint64, pipeline.Result, []string) {
		files := fstest.MapFS{"brief.md": {Data: []byte(h.text)}}
		for name, text := range h.files {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		result, problems, err := pipeline.Build(context.Background(), pipeline.Job{Root: files, Path: "brief.md", Fonts: library, Cache: cache})
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Fatalf("the machine is blamed: %v", err)
		}
		var codes []string
		for _, p := range problems {
			codes = append(codes, p.Code)
			if p.Span.File == nil && p.Code != "too-many-problems" {
				t.Errorf("%s has no place", p.Code)
			}
		}
		if len(problems) > 5000 {
			t.Errorf("%d problems are told", len(problems))
		}
		return (after.TotalAlloc - before.TotalAlloc) >> 20, result, codes
	}
	for _, h := range hostileBriefs() {
		t.Run(h.name, func(t *testing.T) {
			taken, result, codes := build(h)
			if taken > 300 {
				t.Errorf("%d MiB were allocated", taken)
			}
			found := strings.Contains(" "+strings.Join(codes, " ")+" ", " "+h.code+" ")
			if h.code != "" && (!found || result.PDF != nil) {
				t.Errorf("no %s among %d problems: %.200q", h.code, len(codes), codes)
			}
			if h.code == "" && result.PDF == nil && !strings.HasPrefix(h.name, "signs") {
				t.Errorf("no report, but %q", codes)
			}
		})
	}
}
