package judge_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"warraq/output/judge"
)

// page is a page with some words and a grey box, moved by dx points.
func page(words string, dx float64) []byte {
	content := fmt.Sprintf("0.8 g %.2f 300 200 60 re f 0 g BT /F 14 Tf %.2f 500 Td 18 TL", 60+dx, 60+dx)
	for range 12 {
		content += " (" + words + ") Tj T*"
	}
	return assemble([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		stream(content + " ET"),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	})
}

const words = "The pages of a report are kept as thumbnails"

// keep puts pages into a new folder; with another renderer, that of the
// calibration page is told as not this one.
func keep(t *testing.T, anotherRenderer bool) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "calibration.pdf"), plain(), 0o600); err != nil {
		t.Fatal(err)
	}
	judge.GoldenPages(t, folder, map[string][]byte{"report": page(words, 0)}, true)
	if anotherRenderer {
		path := filepath.Join(folder, "hashes.txt")
		hashes, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		hashes = regexp.MustCompile(`(?m)^(\S+) \w+$`).ReplaceAll(hashes, []byte("$1 0123456789abcdef"))
		if err := os.WriteFile(path, hashes, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestGoldenPages(t *testing.T) {
	judge.Require(t, "poppler")
	for _, c := range []struct {
		name    string
		pages   map[string][]byte
		another bool   // renderer
		want    string // empty where the pages are as they were
	}{
		{"the same", map[string][]byte{"report": page(words, 0)}, false, ""},
		{"moved by a hair", map[string][]byte{"report": page(words, 0.3)}, false, "page report-01 differs"},
		{"another word", map[string][]byte{"report": page(strings.Replace(words, "report", "brief", 1), 0)}, false, "page report-01 differs"},
		{"a page more", map[string][]byte{"report": page(words, 0), "more": plain()}, false, "page more-01 is new"},
		{"a page less", map[string][]byte{}, false, "page report-01 is no more"},
		{"another renderer", map[string][]byte{"report": page(words, 0)}, true, ""},
		{"another renderer, a hair", map[string][]byte{"report": page(words, 0.3)}, true, ""},
		{"another renderer, a millimetre", map[string][]byte{"report": page(words, 2.83)}, true, "page report-01 differs"},
		{"another renderer, another word", map[string][]byte{"report": page(strings.Replace(words, "report", "brief", 1), 0)}, true, "page report-01 differs"},
		{"another renderer, another size", map[string][]byte{"report": plain()}, true, "page report-01 differs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := keep(t, c.another)
			reports := t.TempDir()
			t.Setenv("WARRAQ_REPORTS", reports)
			w := &witness{TB: t}
			judge.GoldenPages(w, folder, c.pages, false)
			path := filepath.Join(reports, "pages.html")
			html, err := os.ReadFile(path)
			if c.want == "" {
				if len(w.said) > 0 || err == nil {
					t.Errorf("it says %q", w.said)
				}
				return
			}
			w.says(t, c.want)
			w.says(t, path)
			if !strings.Contains(string(html), "data:image/png;base64,") {
				t.Error("the report shows no page")
			}
		})
	}
}
