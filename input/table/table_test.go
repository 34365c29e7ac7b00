package table

import (
	"strings"
	"testing"

	"github.com/goccy/go-yaml/parser"
	"pgregory.net/rapid"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/source"
	"warraq/input/tree"
)

// The bytes of a cell's place are its text, but for doubled quotation marks and
// what cells do not count of their ends: spaces and invisible marks.
func checkSpans(t interface{ Fatalf(string, ...any) }, table *brief.Table) {
	for _, r := range table.Rows {
		for _, c := range r.Cells {
			bytes := column.Trim(string(c.Span.Text()))
			if c.Text != bytes && c.Text != column.Trim(strings.ReplaceAll(bytes, `""`, `"`)) {
				t.Fatalf("the cell %q stands at %q", c.Text, bytes)
			}
		}
	}
}

// What a writer quotes by RFC 4180 is read back, each cell from its own bytes.
func TestDelimitedRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(2, 5).Draw(t, "width")
		rows := rapid.IntRange(1, 6).Draw(t, "rows")
		separator := rapid.SampledFrom([]string{",", ";"}).Draw(t, "separator")
		ending := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "ending")
		mark := rapid.SampledFrom([]string{"", byteOrderMark}).Draw(t, "mark")
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab١٢3 \",;\nكتاب—\t")), 0, 8, -1)
		var b strings.Builder
		b.WriteString(mark)
		for c := range width {
			if c > 0 {
				b.WriteString(separator)
			}
			b.WriteByte(byte('a' + c))
		}
		b.WriteString(ending)
		var want [][]string
		for range rows {
			var row []string
			for c := range width {
				value := text.Draw(t, "cell")
				if c == 0 {
					value += "x" // a row of blanks alone would be skipped
				}
				row = append(row, value)
				if c > 0 {
					b.WriteString(separator)
				}
				if strings.ContainsAny(value, "\",;\n\t ") || rapid.Bool().Draw(t, "quoted") {
					b.WriteString(`"` + strings.ReplaceAll(value, `"`, `""`) + `"`)
				} else {
					b.WriteString(value)
				}
			}
			b.WriteString(ending)
			want = append(want, row)
		}
		got, problems := Read(&source.File{Name: "x.csv", Data: []byte(b.String())}, Options{})
		if got == nil || len(problems) > 0 {
			t.Fatalf("%q: %s", b.String(), dump(got, problems))
		}
		if len(got.Rows) != rows {
			t.Fatalf("%q: %d rows", b.String(), len(got.Rows))
		}
		for r := range want {
			for c := range want[r] {
				if text := got.Rows[r].Cells[c].Text; text != strings.TrimSpace(want[r][c]) {
					t.Fatalf("%q: cell %d, %d is %q, want %q", b.String(), r, c, text, want[r][c])
				}
			}
		}
		checkSpans(t, got)
	})
}

func TestLimits(t *testing.T) {
	long := "a,b\n" + strings.Repeat("1,2\n", 30)
	for name, c := range map[string]struct {
		file, text string
		limits     Limits
	}{
		"rows":         {"x.csv", long, Limits{Rows: 20}},
		"cells":        {"x.csv", long, Limits{Cells: 50}},
		"columns":      {"x.csv", long, Limits{Columns: 1}},
		"json rows":    {"x.json", "[[1,2]" + strings.Repeat(",[1,2]", 30) + "]", Limits{Rows: 20}},
		"json columns": {"x.json", `[{"a":1},{"b":1}]`, Limits{Columns: 1}},
		"yaml pairs":   {"x.yaml", strings.Repeat("a: 1\n", 1) + "b: 2\nc: 3\n", Limits{Rows: 2}},
		"yaml columns": {"x.yaml", "a: [1]\nb: [2]\n", Limits{Columns: 1}},
	} {
		got, problems := Read(&source.File{Name: c.file, Data: []byte(c.text)}, Options{Limits: c.limits})
		if got != nil || len(problems) != 1 || problems[0].Code != "table-too-large" {
			t.Errorf("%s: %s", name, dump(got, problems))
		}
	}
	exact, problems := Read(&source.File{Name: "x.csv", Data: []byte(long)}, Options{Limits: Limits{Rows: 30, Columns: 2, Cells: 60}})
	if exact == nil || len(problems) > 0 {
		t.Errorf("a table of exactly the limits: %s", dump(exact, problems))
	}
}

// Rows inside a brief are placed in the whole file, not in their own part.
func TestRowsInABrief(t *testing.T) {
	text := "---\nعنوان: نص\n---\n```chart\nدولة: ١٢\nاسم: 'x'\n```\n"
	start, end := strings.Index(text, "دولة"), strings.LastIndex(text, "```")
	f := &source.File{Name: "brief.md", Data: []byte(text)}
	parsed, err := parser.ParseBytes(f.Data[start:end], 0)
	if err != nil {
		t.Fatal(err)
	}
	rows, problems := tree.FromYAML(parsed.Docs[0].Body, tree.NewPlaces(f, start, end))
	table, more := FromTree(rows, Options{Name: "inline"})
	if table == nil || len(problems)+len(more) > 0 || table.Name != "inline" || table.File != f {
		t.Fatalf("%s", dump(table, more))
	}
	checkSpans(t, &brief.Table{Rows: table.Rows[:1]})
	if c := table.Rows[1].Cells[1]; string(c.Span.Text()) != "'x'" || c.Text != "x" {
		t.Errorf("a quoted value stands at %q", c.Span.Text())
	}
	if c := table.Rows[0].Cells[1]; c.Number != 12 || c.Span.Position().Line != 5 {
		t.Errorf("%s", dump(table, problems))
	}
}

func FuzzDelimited(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "a;b\n\"x\"\"y\";2\r\n", "\xef\xbb\xbfa\tb\n\"", "sep=,\na,b\n1", "a\n\n\r\n\"\"\"\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, problems := Read(&source.File{Name: "x.csv", Data: data}, Options{})
		if got == nil && !problems.HasErrors() {
			t.Fatal("neither a table nor a problem")
		}
		if got != nil {
			checkSpans(t, got)
			for _, r := range got.Rows {
				if len(r.Cells) != len(got.Columns) {
					t.Fatal("a row is not as wide as the table")
				}
			}
		}
	})
}

func FuzzStructured(f *testing.F) {
	for _, s := range []string{`[{"a":1}]`, "- {a: 1}\n- a: 2\n", "a: [1, 2]\nb: [3]\n", "x: &a [*a]\n", "a: |\n  b\nc: >-\n d\n",
		"- <<: *x\n", "? a\n: b\n", "!!map {a: 1}", "{a: 1, b: [}\n", "a: 'b''c'\n", "\"\\u00e9\": 1\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"x.json", "x.yaml"} {
			got, problems := Read(&source.File{Name: name, Data: data}, Options{})
			if got == nil && !problems.HasErrors() {
				t.Fatalf("%s: neither a table nor a problem", name)
			}
			if got == nil {
				continue
			}
			for _, r := range got.Rows {
				for _, c := range r.Cells {
					if s := c.Span; s.Start < 0 || s.End < s.Start || s.End > len(data) {
						t.Fatalf("%s: a cell is placed at %d to %d of %d", name, s.Start, s.End, len(data))
					}
				}
			}
		}
	})
}

func BenchmarkDelimited(b *testing.B) {
	f := &source.File{Name: "x.csv", Data: []byte("الدولة,أ,ب,ج\n" + strings.Repeat("كازاخستان,\"10,000.5\",نعم,2025-04-09\n", 10_000))}
	b.SetBytes(int64(len(f.Data)))
	b.ReportAllocs()
	for b.Loop() {
		if t, _ := Read(f, Options{}); t == nil {
			b.Fatal("no table")
		}
	}
}

// Every encoding that an author can name is decoded: the word of a language that is
// written in it comes back whole.
func TestNamedEncodings(t *testing.T) {
	words := map[string]string{
		"windows-1250": "Łódź", "windows-1251": "София", "windows-1252": "Évry", "windows-1253": "Αθήνα", "windows-1254": "Iğdır", "windows-1256": "صنعاء",
		"windows-1257": "Šiauliai", "iso-8859-1": "Évry", "iso-8859-2": "Győr", "iso-8859-6": "صنعاء", "iso-8859-7": "Πάτρα",
	}
	for _, name := range column.EncodingNames() {
		word := words[name]
		if strings.HasPrefix(name, "utf") {
			continue
		}
		encoded, err := encodings(name).NewEncoder().String("city,n\n" + word + ",5\n")
		if err != nil || word == "" {
			t.Fatalf("%s: %q, %v", name, word, err)
		}
		read, problems := Read(&source.File{Name: "d.csv", Data: []byte(encoded)}, Options{Reading: column.Reading{Encoding: name}})
		if read == nil || len(problems) > 0 || read.Rows[0].Cells[0].Text != word {
			t.Errorf("%s: %v, %v", name, read, problems)
		}
	}
}
