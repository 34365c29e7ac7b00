package brief_test

import (
	"testing"

	"warraq/input/brief"
)

func TestInfoOfCode(t *testing.T) {
	for info, want := range map[string][2]string{
		"":                           {},
		"python":                     {"python", ""},
		"Go {linenos=true}":          {"go", ""},
		"{.sql}":                     {"sql", ""},
		"{ .Python #id }":            {"python", ""},
		`js title="مثال أول"`:        {"js", "مثال أول"},
		"{.sh caption='ثان' key=v}":  {"sh", "ثان"},
		"yaml filename=a.yml":        {"yaml", "a.yml"},
		"{.c file=main.c}":           {"c", "main.c"},
		`title="بلا لغة"`:            {"", "بلا لغة"},
		`py subtitle="لا"`:           {"py", ""},
		`py subtitle="لا" title=نعم`: {"py", "نعم"},
		`py title=`:                  {"py", ""},
		`py title="مفتوح`:            {"py", `"مفتوح`},
		"js:app.js":                  {"js", ""},
	} {
		c := &brief.CodeBlock{Info: info}
		if got := [2]string{c.Language(), c.Title()}; got != want {
			t.Errorf("%q: got %q, want %q", info, got, want)
		}
	}
}
