package schema_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"warraq/input/markdown"
	"warraq/input/problem"
	"warraq/input/schema"
	"warraq/input/source"
	"warraq/input/structured"
	"warraq/input/tree"
)

const address = "brief.json"

func compile(t testing.TB, part string) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.JSON()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(address, document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(address + part)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// whole is a brief that uses every key and every kind of block.
const whole = `{
  "title": "عنوان", "subtitle": 2025, "kind": "تقدير موقف", "authors": [{"name": "أ", "role": "ب", "affiliation": "ج", "bio": "س", "portrait": {"picture": "a.png", "alt": "و", "crop": "top 5%", "decorative": false}}, "د"],
  "institution": "مركز", "programme": null, "date": "2025-04-09", "calendar": "both", "months": "levantine", "lang": "ar-EG", "digits": "arab", "kashida": "simple",
  "summary": "نص **مهم**", "keywords": ["أ", "ب"], "logo": "logo.png", "theme": "think-tank", "toc": true,
  "cover": {"picture": "c.jpg", "style": "picture", "alt": "و", "crop": "left 10%", "overlay": 0.4, "credit": "ت", "decorative": null}, "imprint": "دار",
  "series": "سلسلة", "number": 12, "revision": "3", "partners": [{"name": "ش", "logo": "s.svg"}, "ص"], "about": {"text": "نص", "address": "ع", "telephone": "1", "email": "a@b.c", "website": "https://a.b"}, "list-of-figures": true, "list-of-tables": null,
  "number-sections": false, "citation-style": "author-date", "bibliography": ["refs.bib"], "nocite": "all", "include": ["a.md", "b.md"], "csl": "apa.csl", "heading-numbers": "strip",
  "data": {"funding": "data/funding.csv", "rows": [{"a": 1}]},
  "read": {"decimal": ".", "missing": [".."], "funding": {"header": 5, "encoding": "windows-1256"}},
  "notes": {"1": "نص", "2": [{"paragraph": "نص"}]},
  "body": [
    "نص",
    {"markdown": "# عنوان"},
    {"heading": "عنوان", "level": 2, "id": "sec:x", "classes": ["unnumbered"], "attributes": {"k": "v"}},
    {"paragraph": "نص", "id": "p", "classes": "lead"},
    {"list": ["أ", ["ب", {"paragraph": "ج"}], {"quote": "د"}], "ordered": true, "start": 3, "tight": false},
    {"definitions": [{"term": "أ", "definition": "ب"}]},
    {"quote": [{"paragraph": "نص"}]},
    {"callout": "نص", "kind": "key", "title": "خلاصة"},
    {"code": "x := 1", "info": "go"},
    {"rule": true}, {"page-break": null}, {"bibliography": true},
    {"table": [["أ", 1], [{"text": "ب", "colspan": 2, "rowspan": 1}]], "header": ["س", "ص"], "align": ["right", "auto"],
     "caption": "جدول", "source": "مصدر", "note": "ملاحظة", "bars": "س", "lines": [["ص"], ["س..ص"]], "scale": "row", "total": "both", "id": "tbl:x", "classes": [], "attributes": {}},
    {"chart": {"type": "bar", "title": "شكل", "data": "funding", "category": "a", "value": "b", "values": ["b"], "series": "c",
      "unit": "يورو", "scale": "log", "sort": "none", "direction": "rtl", "labels": "d", "levels": ["a"], "facet": "e",
      "from": "f", "to": "g", "low": ["ق"], "high": "ك", "error": [2, "ل"], "target": 7, "bands": [1, "2"], "trend": true, "totals": false, "highlight": ["أ"], "min": 0, "max": "90", "mark": [{"at": 2022, "label": "ب"}, {"from": 2020, "to": 2021}, {"value": 50, "series": "ت"}], "map": ["KZ", "مصر"], "style": "marks", "height": 200.5, "decimals": 1, "short": "no", "source": "م",
      "alt": "وصف", "option": {"a": [1]}, "table": "below", "transform": [{"sort": "a"}]}, "id": "fig:x"},
    {"picture": "a.png", "caption": "صورة", "source": "م", "alt": "وصف", "credit": "ت", "width": "80mm", "crop": "left 10%", "id": "fig:y"}
  ]
}`

const block = `{"type": "funding", "unit": {"one": "سند واحد", "two": "سندان", "two-oblique": "سندين", "few": "سندات", "many": "سندًا", "other": "سند"}, "data": [{"payer": "أ", "amount": 3}], "category": "payer", "value": "amount", "scale": "linear",
  "sort": "descending", "map": "world", "style": "fill", "height": 120, "decimals": 0, "short": true, "values": ["a", "b"], "option": {}, "table": "hidden", "read": {"header": 5, "skip": 2, "thousands": ".",
  "decimal": ",", "encoding": "utf-16", "missing": ["..", 0], "types": {"year": "year", "a": "dmy"}, "names": {"year": "السنة", "Oman": "عُمان"}}, "transform": [
    {"filter": {"column": "year", "is": ["2024", 2025], "not": "x", "from": 2020, "to": "2024-05-01"}},
    {"sort": {"by": "amount", "order": "descending"}}, {"sort": "year"},
    {"group": {"by": ["programme"], "sum": ["amount"], "mean": "amount", "count": "payer", "min": null, "max": []}},
    {"top": {"n": 5, "by": "amount", "rest": "أخرى", "name": "programme"}},
    {"pivot": {"rows": "year", "columns": "donor", "values": "amount"}},
    {"share": "amount"}, {"share": {"of": "amount", "within": "year", "as": "share"}},
    {"running-total": {"of": "amount", "within": ["year"]}},
    {"convert": {"column": "amount", "currency": "currency", "to": "EUR", "rates": {"USD": 0.92, "GBP": 1}}},
    {"convert": {"column": ["a", "b"], "from": "t", "to": "kt", "rates": {"t": 0.001}}},
    {"join": {"data": "people", "on": {"year": "السنة", "country": "الدولة"}, "kind": "inner", "columns": ["a"], "names": {"a": "b"}}},
    {"join": {"data": "people.csv", "on": ["year", "country"], "kind": "left", "columns": "a", "names": null}}
  ]}`

func decodeBrief(data []byte) problem.List {
	root, problems := tree.JSON(&source.File{Name: "b.json", Data: data})
	front, more := structured.DecodeFront(root, true)
	problems = append(problems, more...)
	_, more = structured.DecodeBody(front.Body, front.Notes, markdown.NewReader(source.Limits{}))
	return append(problems, more...)
}

func decodeFront(data []byte) problem.List {
	root, problems := tree.JSON(&source.File{Name: "b.json", Data: data})
	_, more := structured.DecodeFront(root, false)
	return append(problems, more...)
}

func decodeChart(data []byte) problem.List {
	f := &source.File{Name: "b.json", Data: data}
	root, problems := tree.JSON(f)
	_, more := structured.DecodeChart(root, source.Span{File: f})
	return append(problems, more...)
}

func TestSchemaAcceptsWhatTheDecoderAccepts(t *testing.T) {
	for _, c := range []struct {
		part, text string
		decode     func([]byte) problem.List
	}{{"", whole, decodeBrief}, {"#/$defs/chart", block, decodeChart}} {
		s := compile(t, c.part)
		if err := s.Validate(parse(t, []byte(c.text))); err != nil {
			t.Errorf("schema: %v", err)
		}
		for _, p := range c.decode([]byte(c.text)) {
			t.Errorf("decoder: %s %s", p.Code, p.Message.In(problem.English, p.Args...))
		}
	}
}

func parse(t rapid.TB, data []byte) any {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// A key without a value is as if it were not there, to both.
func TestNullReadingIsNone(t *testing.T) {
	const text = `{"title": "عنوان", "read": null}`
	if err := compile(t, "#/$defs/front").Validate(parse(t, []byte(text))); err != nil {
		t.Errorf("schema: %v", err)
	}
	for _, p := range decodeFront([]byte(text)) {
		t.Errorf("decoder: %s", p.Code)
	}
}

// A brief spoilt anywhere is refused by both or by neither.
func TestSchemaAndDecoderAgree(t *testing.T) {
	brief, front, chart := compile(t, ""), compile(t, "#/$defs/front"), compile(t, "#/$defs/chart")
	rapid.Check(t, func(t *rapid.T) {
		text, s, decode := whole, brief, decodeBrief
		switch rapid.IntRange(0, 3).Draw(t, "part") {
		case 0:
			text, s, decode = block, chart, decodeChart
		case 1:
			s, decode = front, decodeFront
		}
		root := plain(t, text)
		if m, ok := root.(map[string]any); ok && s == front {
			delete(m, "body")
			delete(m, "notes")
		}
		for range rapid.IntRange(1, 2).Draw(t, "changes") {
			root = spoil(t, briefChanges(), root)
		}
		data, err := json.Marshal(root)
		if err != nil {
			t.Fatal(err)
		}
		problems := decode(data)
		agree(t, data, s.Validate(parse(t, data)), problems.HasErrors(), problems)
	})
}

func plain(t rapid.TB, text string) any {
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// changes are what spoil puts in: values for others, and names of keys.
type changes struct {
	values []any
	names  []string
}

// briefChanges are those of a brief.
func briefChanges() changes {
	return changes{
		values: []any{
			nil, true, false, 0, 1, -3, 2.5, 7, 1e9, "", "نص", "2025-02-30", "2025-13-01", "both", "log", "key", "true", "12",
			[]any{}, []any{"أ"}, []any{nil}, []any{[]any{}}, []any{map[string]any{}}, map[string]any{}, map[string]any{"name": "x"},
			map[string]any{"paragraph": "x"}, map[string]any{"text": "x", "colspan": 0}, map[string]any{"share": "x"}, map[string]any{"rule": false}, ".", "utf-8", "year",
		},
		names: []string{"titel", "quote", "source", "chart", "kind", "level", "text", "share", "sort", "from", "sum", "of", "header", "decimal", "thousands"},
	}
}

// spoil changes one value or one key somewhere in a tree.
func spoil(t *rapid.T, c changes, v any) any {
	if rapid.IntRange(0, 3).Draw(t, "here") == 0 {
		return rapid.SampledFrom(c.values).Draw(t, "value")
	}
	switch v := v.(type) {
	case map[string]any:
		if len(v) == 0 {
			break
		}
		key := rapid.SampledFrom(slices.Sorted(maps.Keys(v))).Draw(t, "key")
		switch rapid.IntRange(0, 4).Draw(t, "way") {
		case 0:
			v[rapid.SampledFrom(c.names).Draw(t, "new")] = v[key]
			delete(v, key)
		case 1:
			delete(v, key)
		default:
			v[key] = spoil(t, c, v[key])
		}
		return v
	case []any:
		if len(v) > 0 {
			i := rapid.IntRange(0, len(v)-1).Draw(t, "item")
			v[i] = spoil(t, c, v[i])
			return v
		}
	}
	return rapid.SampledFrom(c.values).Draw(t, "value")
}

// agree fails where the schema refuses a text and the reader does not, or the
// other way round.
func agree(t *rapid.T, text []byte, schema error, refused bool, problems problem.List) {
	if (schema != nil) == refused {
		return
	}
	said := ""
	for _, p := range problems {
		said += p.Code + ": " + p.Message.In(problem.English, p.Args...) + "\n"
	}
	t.Errorf("%s\nschema: %v\nreader: %s", text, schema, said)
}
