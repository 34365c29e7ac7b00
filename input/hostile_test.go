package input_test

import (
	"context"
	"path"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/input"
	"warraq/input/problem"
	"warraq/input/source"
)

// What follows is nothing an author writes, and much of it leads a parser into
// time that grows with the square, or to the end of its stack. Each must end
// in memory that grows with the text, and say what is wrong where a limit is
// met.
var hostile = []struct {
	name, head, unit, tail string
	code                   string // a problem that it must have
}{
	{name: "quotes.md", unit: ">", code: "nesting-too-deep"},
	{name: "lists.md", unit: "+ ", code: "nesting-too-deep"},
	{name: "callouts.md", unit: "> [!key]"},
	{name: "open.md", unit: "[", code: "paragraph-too-complex"},
	{name: "close.md", unit: "]", code: "paragraph-too-complex"},
	{name: "links.md", unit: "[a](", code: "paragraph-too-complex"},
	{name: "titles.md", unit: "[a](b 'c"},
	{name: "images.md", unit: "!["},
	{name: "stars.md", unit: "*a_ "},
	{name: "ticks.md", unit: "`a``b```c"},
	{name: "tags.md", unit: "<a b='"},
	{name: "comments.md", unit: "<!-- "},
	{name: "percents.md", unit: "%% "},
	{name: "percent-lines.md", unit: "%%\n\n"},
	{name: "braces.md", unit: "{/* "},
	{name: "kramdown.md", unit: "{:a} {: b "},
	{name: "names.md", unit: "<h3> "},
	{name: "unknown-names.md", unit: "<x> </y> "},
	{name: "scripts-in-html.md", head: "<div>", unit: "<script>"},
	{name: "imports.md", unit: "import a from 'b'\n"},
	{name: "keys.md", unit: "@a "},
	{name: "citations.md", unit: "[@a;"},
	{name: "marks.md", unit: "[^a] "},
	{name: "notes.md", unit: "[^a]: حاشية لها نص من عدة كلمات\n\n", code: "duplicate-note"},
	{name: "attributes.md", unit: "{#a "},
	{name: "spans.md", unit: "[a]{.b} "},
	{name: "nested.md", unit: "[a ", tail: strings.Repeat("]{.b}", 200)},
	{name: "scripts.md", unit: "^a "},
	{name: "addresses.md", unit: "http://a "},
	{name: "heading.md", head: "# ", unit: "*a* [b](c) ", code: "paragraph-too-complex"},
	{name: "headings.md", unit: "# a {#b}\n", code: "same-id"},
	{name: "rows.md", head: "| a | b |\n|---|---|\n", unit: "| `\\|` | b |\n"},
	{name: "columns.md", head: "|" + strings.Repeat("a|", 3000) + "\n|" + strings.Repeat("---|", 3000) + "\n", unit: "|" + strings.Repeat("b|", 3000) + "\n", code: "table-too-wide"},
	{name: "captions.md", unit: ": a\n\n"},
	{name: "terms.md", head: "a\n", unit: ": b\n"},
	{name: "targets.md", unit: "[a]: b\n"},
	{name: "line.md", unit: "نص طويل "},
	{name: "lines.md", unit: "نص\n"},
	{name: "escapes.md", unit: "\\*"},
	{name: "entities.md", unit: "&amp;"},
	{name: "tabs.md", unit: "\t"},
	{name: "nothing.md", unit: "\x00", code: "null-character"},
	{name: "charts.md", unit: "```chart\ntype: a\n#" + strings.Repeat(" ", 300) + "\n```\n\n", code: "missing-chart-key"},
	{name: "many-charts.md", unit: "```chart\n```\n", code: "too-many-charts"},
	{name: "many-notes.md", unit: "[^a]:x\n\n", code: "too-many-notes"},
	{name: "rows.yaml", head: "body:\n- chart:\n    data:\n", unit: "      - [1,2,3,4,5,6,7,8,9]\n"},
	{name: "columns.json", head: "{\"body\":[{\"table\":[[", unit: "{\"text\":\"a\",\"colspan\":1000},", tail: "1]]}]}", code: "table-too-wide"},
	{name: "blocks.json", head: "{\"body\":[", unit: "{\"rule\":1},", tail: "{\"rule\":1}]}", code: "wrong-type"},
	{name: "brackets.yaml", unit: "[ ", code: "data-nesting"},
	{name: "dashes.yaml", head: "body: ", unit: "- ", code: "data-nesting"},
	{name: "one-line.yaml", head: "body: [", unit: "{paragraph: x}, ", tail: "]"},
	{name: "literal.yaml", head: "body: |\n", unit: "  نص\n"},
	{name: "quoted.yaml", head: "body: \"", unit: "نص ", tail: "\""},
	{name: "brackets.json", unit: "[", code: "data-nesting"},
	{name: "unknown.json", head: "{", unit: "\"a\":1,", tail: "\"b\":1}", code: "unknown-key"},
}

func TestHostileBriefs(t *testing.T) {
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			small, _ := readSize(t, c.name, c.head, c.unit, c.tail, 64<<10)
			large, problems := readSize(t, c.name, c.head, c.unit, c.tail, 256<<10)
			if large > 6*small+4<<20 {
				t.Errorf("four times the text takes %.1f times the memory (%d KiB)", float64(large)/float64(small), large>>10)
			}
			if c.code == "" {
				return
			}
			for _, p := range problems {
				if p.Code == c.code {
					return
				}
			}
			t.Errorf("no problem %s among %d", c.code, len(problems))
		})
	}
}

// readSize reads a brief of about that many bytes and returns the bytes that
// were allocated.
func readSize(t *testing.T, name, head, unit, tail string, size int) (allocated uint64, list problem.List) {
	t.Helper()
	data := []byte(head + strings.Repeat(unit, size/len(unit)) + tail)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, list, err := input.Read(context.Background(), input.Options{FS: fstest.MapFS{name: {Data: data}}, Path: name})
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	return after.TotalAlloc - before.TotalAlloc, list
}

func TestWorkGrowsWithTheText(t *testing.T) {
	allocations := func(times int) float64 {
		root, _ := repeated(t, times)
		return testing.AllocsPerRun(1, func() {
			if _, _, err := input.Read(context.Background(), input.Options{FS: root, Path: "brief.md"}); err != nil {
				t.Fatal(err)
			}
		})
	}
	if one, fifty := allocations(1), allocations(50); fifty > 50*one {
		t.Errorf("fifty times the text takes %.0f times the allocations", fifty/one)
	}
}

// Files that include many others each end at a limit, however they do it.
func TestInclusionsEnd(t *testing.T) {
	for code, files := range map[string]map[string]string{
		"too-many-includes": {"a.md": strings.Repeat("{{< include b.md >}}\n", 60), "b.md": strings.Repeat("{{< include c.md >}}\n", 60), "c.md": "# c {#c}\n"},
		"include-too-deep":  {"a.md": "{{< include 1/a.md >}}"},
		"file-too-large":    {"a.md": "{{< include b.md >}}\n\n{{< include b.md >}}", "b.md": strings.Repeat("<!-- long -->\n\n", 40_000)},
		"nesting-too-deep":  {"a.md": strings.Repeat(">", 100) + "{{< include b.md >}}", "b.md": strings.Repeat(">", 100) + "نص"},
	} {
		if code == "include-too-deep" {
			for i, folder := 0, "1/"; i < 20; i, folder = i+1, folder+"1/" {
				files[folder+"a.md"] = "{{< include 1/a.md >}}"
			}
		}
		fs := fstest.MapFS{}
		for name, text := range files {
			fs[name] = &fstest.MapFile{Data: []byte(text)}
		}
		_, problems, err := input.Read(context.Background(), input.Options{FS: fs, Path: "a.md", Limits: source.Limits{Brief: 1 << 20}})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(codes(problems), code) {
			t.Errorf("%s: got %s", code, codes(problems))
		}
	}
}

func TestLimits(t *testing.T) {
	root := fstest.MapFS{
		"brief.md": {Data: []byte("---\ntitle: x\ndata: {a: data.csv}\nbibliography: refs.bib\nlogo: picture.png\n---\nنص *طويل* فيه > > > اقتباس\n\n> > > > > عميق\n")},
		"data.csv": {Data: []byte(strings.Repeat("a,b\n", 100))}, "refs.bib": {Data: []byte("@book{a, title={x}}")},
		"picture.png": {Data: picture()},
	}
	for _, c := range []struct {
		limits source.Limits
		code   string
		line   int
	}{
		{source.Limits{Brief: 20}, "file-too-large", 0},
		{source.Limits{Data: 20}, "file-too-large", 3},
		{source.Limits{References: 5}, "file-too-large", 4},
		{source.Limits{Picture: 20}, "file-too-large", 5},
		{source.Limits{Total: 300}, "file-too-large", 3},
		{source.Limits{Depth: 2}, "nesting-too-deep", 9},
		{source.Limits{Nodes: 3}, "brief-too-large", 7},
	} {
		_, problems, err := input.Read(context.Background(), input.Options{FS: root, Path: "brief.md", Limits: c.limits})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, p := range problems {
			found = found || p.Code == c.code && (c.line == 0 || p.Span.Position().Line == c.line)
		}
		if !found {
			t.Errorf("%+v: no %s at line %d, but %d others", c.limits, c.code, c.line, len(problems))
		}
	}
}

func TestStandardInputIsABrief(t *testing.T) {
	for name, text := range map[string]string{"-": "## نص", "b.json": `{"body": "## نص"}`, "folder/b.yaml": "body: '## نص'"} {
		b, problems, err := input.Read(context.Background(), input.Options{FS: fstest.MapFS{}, Path: name, Data: []byte(text)})
		if err != nil || problems.HasErrors() || len(b.Body) != 1 || path.Base(b.File.Name) != path.Base(name) {
			t.Errorf("%s: %v %v", name, err, problems)
		}
	}
	_, problems, err := input.Read(context.Background(), input.Options{FS: fstest.MapFS{}, Path: "b.md", Data: []byte("نص \xff")})
	if err != nil || len(problems) != 1 || problems[0].Code != "not-utf-8" || problems[0].Span.Position().Column != 4 {
		t.Errorf("%v %v", err, problems)
	}
}

func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := input.Read(ctx, input.Options{FS: fstest.MapFS{"b.md": {Data: []byte("x")}}, Path: "b.md"}); err == nil {
		t.Error("a cancelled reading went on")
	}
}
