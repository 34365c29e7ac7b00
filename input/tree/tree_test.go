package tree

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/input/problem"
	"warraq/input/source"
)

// show writes a tree with the bytes each value stands at.
func show(n *Node) string {
	if n == nil {
		return "nothing"
	}
	place := fmt.Sprintf("⟨%s⟩", n.Span.Text())
	var parts []string
	switch n.Kind {
	case Null:
		return "null" + place
	case Scalar:
		return fmt.Sprintf("%q", n.Text) + place
	case Sequence:
		for i := range n.Items {
			parts = append(parts, show(&n.Items[i]))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	for i := range n.Items {
		parts = append(parts, show(&n.Keys[i])+": "+show(&n.Items[i]))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func TestYAML(t *testing.T) {
	for text, want := range map[string]string{
		"أ: ب":                                `{"أ"⟨أ⟩: "ب"⟨ب⟩}`,
		"a: 'it''s' # c":                      `{"a"⟨a⟩: "it's"⟨'it''s'⟩}`,
		"\"\\u0627\": \"x\\\"y\"":             `{"ا"⟨"\u0627"⟩: "x\"y"⟨"x\"y"⟩}`,
		"- 1\n- ~\n-\n- null":                 `["1"⟨1⟩, null⟨~⟩, null⟨⟩, null⟨null⟩]`,
		"a: |\n  نص\n  ثان\nb: 2":             `{"a"⟨a⟩: "نص\nثان\n"⟨|` + "\n  نص\n  ثان" + `⟩, "b"⟨b⟩: "2"⟨2⟩}`,
		"{a: [1, {b: c}]}":                    `{"a"⟨a⟩: ["1"⟨1⟩, {"b"⟨b⟩: "c"⟨c⟩}]}`,
		"x: &n {a: 1}\ny: *n":                 `{"x"⟨x⟩: {"a"⟨a⟩: "1"⟨1⟩}, "y"⟨y⟩: {"a"⟨a⟩: "1"⟨1⟩}}`,
		"- &b {a: 1, c: 2}\n- {<<: *b, a: 3}": `[{"a"⟨a⟩: "1"⟨1⟩, "c"⟨c⟩: "2"⟨2⟩}, {"a"⟨a⟩: "3"⟨3⟩, "c"⟨c⟩: "2"⟨2⟩}]`,
		"a: !!str 5\nb: .inf\nc: 0x1F":        `{"a"⟨a⟩: "5"⟨5⟩, "b"⟨b⟩: ".inf"⟨.inf⟩, "c"⟨c⟩: "0x1F"⟨0x1F⟩}`,
		"\xef\xbb\xbfa: 1\r\nb: 2\r\n":        `{"a"⟨a⟩: "1"⟨1⟩, "b"⟨b⟩: "2"⟨2⟩}`,
	} {
		n, problems := YAML(&source.File{Name: "x.yaml", Data: []byte(text)})
		if got := show(n); got != want || len(problems) > 0 {
			t.Errorf("%q\n got %s %v\nwant %s", text, got, problems, want)
		}
	}
}

func TestTOML(t *testing.T) {
	for text, want := range map[string]string{
		"أ = 1": `nothing`, // a bare key is ASCII
		"title = \"عنوان\"\ndate = 2025-03-01":       `{"title"⟨title⟩: "عنوان"⟨"عنوان"⟩, "date"⟨date⟩: "2025-03-01"⟨2025-03-01⟩}`,
		"a = 'it' # c\nb = \"x\\\"y\"":               `{"a"⟨a⟩: "it"⟨'it'⟩, "b"⟨b⟩: "x\"y"⟨"x\"y"⟩}`,
		"a = [1, 2.5, true]\n\"ب\" = {c = \"d\"}":    `{"a"⟨a⟩: ["1"⟨1⟩, "2.5"⟨2.5⟩, "true"⟨true⟩], "ب"⟨"ب"⟩: {"c"⟨c⟩: "d"⟨"d"⟩}}`,
		"a.b = 1\n[x.y]\nz = 2\n[x.w]\nz = 3":        `{"a"⟨a⟩: {"b"⟨b⟩: "1"⟨1⟩}, "x"⟨x⟩: {"y"⟨y⟩: {"z"⟨z⟩: "2"⟨2⟩}, "w"⟨w⟩: {"z"⟨z⟩: "3"⟨3⟩}}}`,
		"[[authors]]\nname = 1\n[[authors]]\nname=2": `{"authors"⟨authors⟩: [{"name"⟨name⟩: "1"⟨1⟩}, {"name"⟨name⟩: "2"⟨2⟩}]}`,
		"a = \"\"\"\nx\ny\"\"\"":                     "{\"a\"⟨a⟩: \"x\\ny\"⟨\"\"\"\nx\ny\"\"\"⟩}",
		"d = 2025-03-01T10:00:00+03:00":              `{"d"⟨d⟩: "2025-03-01T10:00:00+03:00"⟨2025-03-01T10:00:00+03:00⟩}`,
		"a = 1\na = 2":                               `{"a"⟨a⟩: "1"⟨1⟩}`,
		"a = 1\n[a]\nb = 2":                          `nothing`,
		"a = ":                                       `nothing`,
		strings.Repeat("a = [", 200):                 `nothing`,
	} {
		n, problems := TOML(&source.File{Name: "x.toml", Data: []byte(text)})
		if got := show(n); got != want {
			t.Errorf("%q\n got %s %v\nwant %s", text, got, problems, want)
		}
		if wrong := want == "nothing" || strings.Contains(text, "a = 1\na"); wrong != (len(problems) > 0) {
			t.Errorf("%q: problems %v", text, problems)
		}
	}
}

// Whatever stands in a file, reading it ends, and each value stands in the file.
func FuzzTOML(f *testing.F) {
	f.Add([]byte("a = 1\n[b.c]\nd = [\"x\", {e = 2025-01-01}]\n[[f]]\n'g' = true"))
	f.Add([]byte("a.\"b\" = \"\"\"\\\n x\"\"\""))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := &source.File{Name: "x.toml", Data: data}
		n, problems := TOML(file)
		if n == nil && len(problems) == 0 {
			t.Fatal("nothing, and no word why")
		}
		var check func(n *Node)
		check = func(n *Node) {
			if n.Span.Start < 0 || n.Span.End < n.Span.Start || n.Span.End > len(data) {
				t.Fatalf("%q stands at %d to %d", n.Text, n.Span.Start, n.Span.End)
			}
			for i := range n.Items {
				check(&n.Items[i])
			}
			for i := range n.Keys {
				check(&n.Keys[i])
			}
		}
		if n != nil {
			check(n)
		}
	})
}

// aliases returns YAML of a list that is named and taken nine times, so many
// times over: nine to that power values.
func aliases(times int) string {
	text := "a0: &a0 [x]\n"
	for i := range times {
		text += fmt.Sprintf("a%d: &a%[1]d [%s]\n", i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 9))
	}
	return text
}

// Of aliases of aliases as many values are met as the limit allows.
func TestAliasesAreBounded(t *testing.T) {
	var count func(n *Node) int
	count = func(n *Node) int {
		sum := 1
		for i := range n.Items {
			sum += count(&n.Items[i])
		}
		return sum
	}
	for times := range 14 {
		n, problems := YAML(&source.File{Name: "x.yaml", Data: []byte(aliases(times))})
		if got := count(n); got > 2*maxRepeated {
			t.Errorf("%d times: %d values", times, got)
		}
		if bomb := times > 4; bomb != problems.HasErrors() {
			t.Errorf("%d times: %v", times, problems)
		}
	}
}

// What would exhaust the parser is refused by name.
func TestRefused(t *testing.T) {
	for text, code := range map[string]string{
		strings.Repeat("[", 200):                   "data-nesting",
		strings.Repeat("- ", 200) + "a":            "data-nesting",
		strings.Repeat("? ", 200) + "a":            "data-nesting",
		strings.Repeat("a: b\n", maxKeys+1):        "data-keys",
		strings.Repeat("? a\n: b\n", maxKeys+1):    "data-keys",
		strings.Repeat("a:\n- b\n", maxKeys+1):     "data-keys",
		strings.Repeat("-\n", maxKeys+2):           "data-keys",
		strings.Repeat("- !t\n", maxKeys+1):        "data-keys",
		"x: &a\n  y: *a\n":                         "data-alias",
		strings.Repeat("\"", 100_001):              "data-open-quote",
		aliases(12):                                "data-aliases",
		strings.Repeat("- [1, 2]\n", maxMarks/5+1): "data-size",
		strings.Repeat("x", maxYAML+1):             "data-size",
		"":                                         "data-empty",
		"a: [1\nb: }":                              "data-open-bracket",
		"a: [1, 2":                                 "data-open-bracket",
		"a: {b: 1":                                 "data-open-bracket",
		"a:\n\t- b\n":                              "data-tab",
		"a: \"b\nc: d\n":                           "data-open-quote",
		"a: 'b\nc: d\n":                            "data-open-quote",
		"a: b\nc\n":                                "data-no-pair",
		"a: b\n  c: d\n":                           "data-syntax",
		"a:\n  b: c\n d: e\n":                      "data-indentation",
		"a: b: c":                                  "data-colon",
		"a: \"b\": c":                              "data-syntax",
	} {
		_, problems := YAML(&source.File{Name: "x.yaml", Data: []byte(text)})
		if len(problems) != 1 || problems[0].Code != code {
			t.Errorf("%.20q: %v, want %s", text, problems, code)
		}
	}
	many := strings.Repeat("- {a: 1}\n", maxKeys*2)
	if n, problems := YAML(&source.File{Name: "x.yaml", Data: []byte(many)}); n == nil || len(n.Items) != maxKeys*2 || len(problems) > 0 {
		t.Error("a long list of rows is refused")
	}
}

// What the standard library writes is read with the same structure, and each
// value decodes from its own bytes.
func TestJSONPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data, err := json.MarshalIndent(value(t, 3), "", rapid.SampledFrom([]string{"", " ", "\t"}).Draw(t, "indent"))
		if err != nil {
			t.Fatal(err)
		}
		n, problems := JSON(&source.File{Name: "x.json", Data: data})
		if n == nil || len(problems) > 0 {
			t.Fatalf("%s: %v", data, problems)
		}
		checkJSON(t, n)
	})
}

func value(t *rapid.T, depth int) any {
	kind := rapid.IntRange(0, 6).Draw(t, "kind")
	switch {
	case kind == 0:
		return nil
	case kind == 1:
		return rapid.Bool().Draw(t, "bool")
	case kind == 2:
		return rapid.Float64Range(-1e9, 1e9).Draw(t, "number")
	case kind < 5 || depth == 0:
		return text(t, "text")
	case kind == 5:
		list := []any{}
		for range rapid.IntRange(0, 3).Draw(t, "length") {
			list = append(list, value(t, depth-1))
		}
		return list
	}
	m := map[string]any{}
	for range rapid.IntRange(0, 3).Draw(t, "length") {
		m[text(t, "key")] = value(t, depth-1)
	}
	return m
}

// text draws a text that may stand in a file: without U+0000.
func text(t *rapid.T, label string) string {
	return strings.ReplaceAll(rapid.String().Draw(t, label), "\x00", "")
}

// The one character that no text may hold is told at each value that has it, as
// itself or escaped.
func TestNullCharacters(t *testing.T) {
	for name, text := range map[string]string{
		"x.yaml": "a: \"b\\0c\"\nd:\n  - \"\\x00\"\n  - {\"\\u0000\": e}\nf: good\n",
		"x.json": "{\"a\": \"b\\u0000c\",\n \"d\": [\n  \"\\u0000\",\n {\"\\u0000\": \"e\"}], \"f\": \"good\"}",
	} {
		read := JSON
		if name == "x.yaml" {
			read = YAML
		}
		n, problems := read(&source.File{Name: name, Data: []byte(text)})
		if n == nil || len(problems) != 3 {
			t.Errorf("%s: %v", name, problems)
			continue
		}
		for i, line := range []int{1, 3, 4} {
			if p := problems[i]; p.Code != "null-character" || p.Span.Position().Line != line {
				t.Errorf("%s: %s on line %d, not %d", name, p.Code, p.Span.Position().Line, line)
			}
		}
	}
}

func checkJSON(t *rapid.T, n *Node) {
	var there any
	if err := json.Unmarshal(n.Span.Text(), &there); err != nil {
		t.Fatalf("%q: %v", n.Span.Text(), err)
	}
	if text, ok := there.(string); ok && text != n.Text {
		t.Fatalf("%q stands at %q", n.Text, text)
	}
	for i := range n.Items {
		checkJSON(t, &n.Items[i])
	}
	for i := range n.Keys {
		checkJSON(t, &n.Keys[i])
	}
}

// What is wrong with JSON is said in Arabic where messages are, with no word of
// the decoder's.
func TestFaultsOfJSON(t *testing.T) {
	for text, want := range map[string]string{
		`{"a": 1,}`:     "مفتاح بين علامتي اقتباس",
		`{a: 1}`:        "والمفاتيح بين علامتي اقتباس",
		`[1, 2,]`:       "المتوقع هنا قيمة",
		`{"a" 1}`:       "نقطتان",
		`{"a": 1 "b"}`:  "فاصلة (,) أو القوس }",
		`[1 2]`:         "فاصلة (,) أو القوس ]",
		"[\"a\nb\"]":    "سطر جديد",
		`{"a": [1, 2}`:  "فاصلة (,) أو القوس ]",
		`{"a": "ب"،}`:   "فاصلة (,) أو القوس }",
		`{"a": 1, "b":`: "ينتهي الملف قبل تمامه",
	} {
		_, problems := JSON(&source.File{Name: "x.json", Data: []byte(text)})
		if len(problems) != 1 {
			t.Errorf("%s: %v", text, problems)
			continue
		}
		if got := problems[0].Message.In(problem.Arabic, problems[0].Args...); !strings.Contains(got, want) || strings.Contains(got, "invalid") {
			t.Errorf("%s: %s", text, got)
		}
	}
}
