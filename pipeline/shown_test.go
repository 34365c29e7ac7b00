package pipeline_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"warraq/fonts"
	"warraq/input/problem"
	"warraq/pipeline"
)

// hostile are briefs in which everything that an author names is named with §.
var hostile = []string{
	`---
title: تقرير
bibliography: refs.bib
---
# قسم {#sec:a§}

## قسم {#sec:a§ .c§ k§=v}

نص§ [@k§b] و@fig:x§ و[^n§] و[رابط](#id§) و[آخر](foo§:bar) و[كلام]{.d§ e§="f§"} 漢 \§ <b§>.

> [!kind§] عنوان§

![صورة§](p§.png){#fig:p§ width=w§ crop="c§"}

` + "```chart {#fig:c§}" + `
type: bar
title: ع
data: d§.csv
category: الدولة
value: amount
` + "```" + `

[^u§]: حاشية

[^u§]: حاشية
`,
	`---
title: "تقر§ير"
key§: x
digits: l§
date: 2025§
theme: t§
data: {d§: "f§.csv", e: "d§.csv#s§"}
bibliography: ["r§.bib", "refs.bib"]
nocite: ["n§"]
---
نص

` + "```chart" + `
type: b§
data: z§
option: {series: [{type: "o§"}]}
` + "```" + `

` + "```chart" + `
type: line
data: [{"a§": "x", "b": "y§"}, {"a§": "x", "b": "1"}]
category: "q§"
scale: "s§"
transform: [{sort: {by: "w§"}}, {filter: {column: b, is: "v§"}}]
` + "```" + `
`,
}

// Whatever characters an author's names, keys, cells and files hold, nothing that
// the program says of them holds one raw that commands a terminal or orders text.
func TestNothingHostileIsShown(t *testing.T) {
	library := fonts.Bundled()
	codes := map[string]bool{}
	for r := rune(0); r <= 0xE01EF; r++ {
		if !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || unicode.Is(unicode.Prepended_Concatenation_Mark, r) {
			continue
		}
		if r > 0x2100 && r%16 != 1 {
			continue // annotations and tags are many of a kind
		}
		c := string(r)
		for _, text := range hostile {
			files := fstest.MapFS{
				"b.md":     {Data: []byte(strings.ReplaceAll(text, "§", c))},
				"refs.bib": {Data: []byte("@book{k" + c + ", title={ع" + c + "}}\n@book{a, year={19" + c + "}}\n")},
			}
			if r != 0 {
				files["d"+c+".csv"] = &fstest.MapFile{Data: []byte("الدولة,a" + c + ",amount\nس" + c + ",1,z" + c + "\nس,2,3,4\n")}
			}
			problems, err := pipeline.Check(context.Background(), pipeline.Job{Root: files, Path: "b.md", Fonts: library})
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				codes[p.Code] = true
			}
			checkShown(t, r, problems)
		}
	}
	if len(codes) < 25 {
		t.Errorf("only %d kinds of problem were met: %v", len(codes), codes)
	}
}

// checkShown looks for raw characters in all forms of problems. In text our own
// isolates may stand, closed where they were opened, with a mark at their head.
func checkShown(t *testing.T, hostile rune, list problem.List) {
	t.Helper()
	for _, l := range []problem.Language{problem.Arabic, problem.English} {
		for name, write := range map[string]func(*bytes.Buffer) error{
			"text":  func(b *bytes.Buffer) error { return problem.Render(b, list, l) },
			"json":  func(b *bytes.Buffer) error { return problem.JSON(b, list, l) },
			"sarif": func(b *bytes.Buffer) error { return problem.SARIF(b, list, l) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(b.String()) {
				depth, before, wrong := 0, rune(0), ""
				for _, r := range strings.TrimSuffix(line, "\n") {
					own := name == "text"
					switch {
					case own && r >= 0x2066 && r <= 0x2068:
						depth++
					case own && r == 0x2069 && depth > 0:
						depth--
					case own && (r == 0x200E || r == 0x200F) && before == 0x2068:
					case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
					case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
						wrong = fmt.Sprintf("%U", r)
					}
					before = r
				}
				if wrong != "" || depth != 0 {
					t.Fatalf("%U, %s in %s: %s stands raw, %d open: %q", hostile, name, l, wrong, depth, line)
				}
			}
		}
	}
}

// A character that no face has is one problem with all of its places, whether
// other errors end the build before its text is set or not.
func TestMissingCharactersAreToldOnceAndAlways(t *testing.T) {
	head := "---\ntitle: تقرير 漢\nauthors: [{name: كاتب 𐎀, role: د}]\n---\n\n"
	body := "# قسم 漢\n\nنص 漢 `س漢` و[^1] و𐎀.\n\n| أ 漢 |\n|---|\n| 漢 |\n\n: جدول 漢\n\n> ```\n> x 漢\n> ```\n\n[^1]: حاشية 漢\n"
	for name, text := range map[string]string{
		"set":     head + body,
		"stopped": head + body + "\n[@nobody]\n",
		"undrawn": head + body + "\n```chart\ntype: bar\ndata: none.csv\n```\n",
	} {
		problems, err := pipeline.Check(context.Background(), pipeline.Job{
			Root: fstest.MapFS{"b.md": {Data: []byte(text)}}, Path: "b.md", Fonts: fonts.Bundled(),
		})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		for _, p := range problems {
			if p.Code == "missing-glyph" {
				for _, at := range p.Places() {
					if char := string(at.Span.Text()); char != "𐎀" && char != "漢" {
						t.Errorf("%s: a place covers %q", name, char)
					}
				}
				character := fmt.Sprint(p.Args[0])
				got[character] += len(p.Places())
				if got[character] != len(p.Places()) {
					t.Errorf("%s: %s is told twice", name, p.Args[0])
				}
			}
		}
		if want := map[string]int{"漢": strings.Count(text, "漢"), "𐎀": 2}; fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}
