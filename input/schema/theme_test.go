package schema_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"warraq/input/markdown"
	"warraq/input/problem"
	"warraq/input/schema"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/input/tree"
)

// wholeTheme uses every key of a theme.
const wholeTheme = `{
  "name": "own", "extends": "print-press",
  "faces": {"text": "Amiri", "modern": "IBM Plex Sans Arabic", "mono": "Warraq Mono"},
  "colors": {"ink": "#111111", "accent": "#5a1f1a", "muted": "#565049", "rule": "#c4bbb0", "tint": "#f5f1ea"},
  "palette": ["#5a1f1a", "accent"], "kashida": "simple", "chapters": "recto", "captions": "above",
  "page": {"size": "A5", "width": "150mm", "height": 600, "top": 60, "bottom": 60, "inner": "2.5cm", "outer": "0.5in",
    "mirrored": true, "head": 20, "foot": 30, "bleed": 8.5, "crop-marks": false},
  "text": {"body": {"face": "text", "bold": false, "size": 12, "leading": "21pt", "color": "ink"}, "emphasis": {}, "code": {},
    "kind": {}, "title": {}, "subtitle": {}, "byline": {}, "summary": null, "contents-heading": {}, "contents": {}, "note": {},
    "caption": {}, "table": {}, "chart": {}, "running-head": {}, "folio": {}, "bibliography": {"color": "#222222"}},
  "headings": [{"face": "modern", "size": 20, "leading": 33, "before": 22, "after": 8, "rule": true, "bold": true, "color": "accent"}, null, {}],
  "space": {"paragraph": 7, "indent": 0, "block": 14, "list-item": 3, "list-indent": 20, "quote-indent": 18, "box-padding": 12,
    "note": 2, "note-rule": 8, "cell": 6, "row": 3.5},
  "cover": {"band": 16, "ground": true},
  "callouts": {"key": {"color": "accent", "ground": "tint"}, "note": {}, "tip": null, "important": {}, "warning": {"ground": "#fff7f0"}, "caution": {}}
}`

func compileTheme(t testing.TB) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Theme()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("theme.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("theme.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// readTheme returns the errors of a theme that a schema can know of: not that a
// colour cannot be read, nor that margins leave no room.
func readTheme(data []byte) problem.List {
	_, problems := theme.Read(&source.File{Name: "theme.yaml", Data: data})
	return slices.DeleteFunc(problems, func(p problem.Problem) bool {
		return p.Severity != problem.Error || p.Code == "theme-low-contrast" || p.Code == "theme-no-room"
	})
}

func TestThemeSchemaAcceptsWhatTheReaderAccepts(t *testing.T) {
	s := compileTheme(t)
	if err := s.Validate(parse(t, []byte(wholeTheme))); err != nil {
		t.Error(err)
	}
	for _, p := range readTheme([]byte(wholeTheme)) {
		t.Errorf("%s %s", p.Code, p.Message.In(problem.English, p.Args...))
	}
	for _, name := range theme.Names() {
		f, _ := theme.Source(name)
		root, problems := tree.YAML(f)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		// YAML's numbers and flags are such also in the schema's eyes.
		if err := s.Validate(asJSON(root)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A theme colours the callouts that Markdown has.
func TestThemesKnowAllCallouts(t *testing.T) {
	if !slices.Equal(theme.CalloutKinds(), markdown.Callouts()) {
		t.Errorf("themes have %v, Markdown %v", theme.CalloutKinds(), markdown.Callouts())
	}
}

// asJSON is a tree as a JSON document has it.
func asJSON(n *tree.Node) any {
	switch n.Kind {
	case tree.Mapping:
		m := map[string]any{}
		for i := range n.Keys {
			m[n.Keys[i].Text] = asJSON(&n.Items[i])
		}
		return m
	case tree.Sequence:
		list := make([]any, len(n.Items))
		for i := range n.Items {
			list[i] = asJSON(&n.Items[i])
		}
		return list
	case tree.Null:
		return nil
	}
	if s := n.Span.Text(); len(s) == 0 || s[0] != '"' {
		var v any
		if json.Unmarshal([]byte(n.Text), &v) == nil {
			return v
		}
	}
	return n.Text
}

// A theme spoilt anywhere is refused by both or by neither.
func TestThemeSchemaAndReaderAgree(t *testing.T) {
	s := compileTheme(t)
	rapid.Check(t, func(t *rapid.T) {
		root := plain(t, wholeTheme)
		for range rapid.IntRange(1, 2).Draw(t, "changes") {
			root = spoil(t, themeChanges(), root)
		}
		data, err := json.Marshal(root)
		if err != nil {
			t.Fatal(err)
		}
		problems := readTheme(data)
		agree(t, data, s.Validate(parse(t, data)), len(problems) > 0, problems)
	})
}

// themeChanges are those of a theme.
func themeChanges() changes {
	return changes{
		values: []any{
			nil, true, false, 0, 1, -3, 2.5, 77, 500, 1e9, "", " ", "نص", "true", "12", "12 ", "12 mmm", "#123", "#12345g", "#336699", "accent",
			"navy", "A4", "A44", "naskh", "none", "think-tank", []any{}, []any{"#111111"}, []any{nil}, []any{map[string]any{}},
			[]any{0, 1, 2, 3, 4, 5, 6}, map[string]any{}, map[string]any{"size": 3}, map[string]any{"color": "ink"},
		},
		names: []string{"colour", "size", "color", "page", "body", "key", "Text"},
	}
}
