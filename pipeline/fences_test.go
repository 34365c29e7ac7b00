package pipeline_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/fonts"
	"warraq/input/source"
	"warraq/pipeline"
)

// A problem inside a fenced block is placed at its characters, whatever stands
// before its lines and however the value is written. The fault of each is between
// ‹ and ›, and the kind is the code before it.
func TestPlacesInFences(t *testing.T) {
	faults := []string{
		"unknown-chart-type ```chart\ntype: ‹barr›\ndata: [{a: x, b: 1}]\n```",
		"unknown-key ```chart\ntype: bar\n‹titel›: x\ndata: [{a: x, b: 1}]\n```",
		"unknown-key ```chart\n{type: bar, ‹titel›: x, data: [{a: x, b: 1}]}\n```",
		"unknown-key ```chart\n{\"type\": \"bar\", ‹\"titel\"›: 1, \"data\": [{\"a\": \"x\", \"b\": 1}]}\n```",
		"unknown-data ```chart\ntype: bar\n# ملاحظة\n\n# أخرى\ndata: ‹dd›\n```",
		"unknown-data ```chart\ntype: bar\ntitle: \"a \\\" b\" # ملاحظة\ndata: ‹dd›\n```",
		"chart-cell-not-number ```chart\ntype: bar\ndata:\n  - {a: x, b: ‹كثير›}\n  - {a: y, b: 2}\nvalue: b\n```",
		"chart-cell-not-number ```chart\ntype: bar\ndata:\n  - a: x\n    b: ‹\"م\\u0646\"›\n  - {a: y, b: 2}\nvalue: b\n```",
		"unknown-column ```chart\ntype: bar\ncategory: ‹aa›\ndata: [{a: x, b: 1}]\n```",
		"transform-unknown-column ```chart\ntype: bar\ndata: [{a: x, b: 1}]\ntransform:\n  - sort: {by: ‹zz›}\n```",
		"no-bibliography ```chart\ntype: bar\ntitle: \"\\u0639 \\\"س\\\" [‹@x›]\"\ndata: [{a: x, b: 1}]\n```",
		"no-bibliography ```chart\ntype: bar\ntitle: 'it''s [‹@x›]'\ndata: [{a: x, b: 1}]\n```",
		"no-bibliography ```chart\ntype: bar\ntitle: |\n  سطر أول\n  سطر [‹@x›]\ndata: [{a: x, b: 1}]\n```",
		"no-bibliography ```chart\ntype: bar\ntitle: >-\n  سطر أول\n  سطر\n\n  ثالث [‹@x›] نص\ndata: [{a: x, b: 1}]\n```",
		"no-bibliography ```chart\ntype: bar\ntitle: سطر أول\n  ثان [‹@x›]\ndata: [{a: x, b: 1}]\n```",
		"no-bibliography ```chart\ntype: bar\ntitle: \"سطر \\\n  ثان\n  ثالث [‹@x›]\"\ndata: [{a: x, b: 1}]\n```",
		// A chart that is drawn takes its time: these are not.
		"missing-glyph ```chart\ntype: barr\ntitle: \"\\u0639 \\\"س\\\" ‹漢› n\"\ndata: [{a: x, b: 1}]\n```",
		"missing-glyph ```chart\ntype: barr\ntitle: >\n  سطر أول\n  ثان ‹漢›\ndata: [{a: x, b: 1}]\n```",
		"missing-glyph ```py\na = 1\n\n  b = \"‹漢›\"\n```",
		"missing-glyph ```\na\tb ‹漢›\n```",
	}
	containers := map[string]struct{ head, first, rest, newline string }{
		"plain":      {"", "", "", "\n"},
		"CRLF":       {"", "", "", "\r\n"},
		"indented":   {"", "  ", "  ", "\n"},
		"quotation":  {"", "> ", "> ", "\n"},
		"tight":      {"", ">", ">", "\n"},
		"callout":    {"> [!key] عنوان\n", "> ", "> ", "\n"},
		"list":       {"", "- ", "  ", "\n"},
		"numbers":    {"1. بند\n\n", "   ", "   ", "\n"},
		"tabs":       {"-\tبند\n\n", "\t", "\t", "\n"},
		"both":       {"> 1. بند\n>\n", ">    > ", ">    > ", "\n"},
		"CRLF, list": {"> 1. بند\n>\n", ">    ", ">    ", "\r\n"},
		"note":       {"نص[^1]\n\n[^1]: نص\n\n", "    ", "    ", "\n"},
		"definition": {"مصطلح\n", ":   ", "    ", "\n"},
	}
	library := fonts.Bundled()
	for name, in := range containers {
		marks := []string{""}
		if in.newline == "\r\n" {
			marks = append(marks, source.ByteOrderMark)
		}
		for _, mark := range marks {
			for _, fault := range faults {
				code, block, _ := strings.Cut(fault, " ")
				lines := strings.Split(block, "\n")
				for i, line := range lines {
					if i == 0 {
						lines[i] = in.first + line
					} else {
						lines[i] = in.rest + line
					}
				}
				text := mark + "---\ntitle: تقرير\n---\n\n" + in.head + strings.Join(lines, "\n") + "\n"
				text = strings.ReplaceAll(text, "\n", in.newline)
				before, rest, _ := strings.Cut(text, "‹")
				inside, after, _ := strings.Cut(rest, "›")
				brief := before + inside + after
				problems, err := pipeline.Check(context.Background(), pipeline.Job{
					Root: fstest.MapFS{"b.md": {Data: []byte(brief)}}, Path: "b.md", Fonts: library,
				})
				if err != nil {
					t.Fatal(err)
				}
				var found []string
				for _, p := range problems {
					if p.Code == code {
						found = append(found, fmt.Sprintf("%d–%d %q", p.Span.Start, p.Span.End, p.Span.Text()))
					}
				}
				want := fmt.Sprintf("%d–%d %q", len(before), len(before)+len(inside), inside)
				if len(found) != 1 || found[0] != want {
					t.Errorf("%s: %s of\n%s\nis at %v, not at %s", name, code, brief, found, want)
				}
			}
		}
	}
}
