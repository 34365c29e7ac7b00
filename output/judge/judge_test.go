package judge_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"warraq/output/judge"
)

// A witness records what a judge says instead of failing the test.
type witness struct {
	testing.TB
	said []string
}

func (w *witness) Errorf(format string, args ...any) {
	w.said = append(w.said, fmt.Sprintf(format, args...))
}
func (w *witness) Error(args ...any) { w.said = append(w.said, fmt.Sprint(args...)) }

func (w *witness) says(t *testing.T, part string) {
	t.Helper()
	if !strings.Contains(strings.Join(w.said, "\n"), part) {
		t.Errorf("no word of %q in %q", part, w.said)
	}
}

// plain is a page with one word, in a font that is not embedded, without tags.
func plain() []byte {
	return assemble([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 144 72]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		stream("BT /F 12 Tf 20 20 Td (Word) Tj ET"),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	})
}

func stream(content string) string {
	return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content)
}

// assemble writes a file of objects numbered from 1; the first is the catalog.
func assemble(objects []string) []byte {
	var b, table bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	fmt.Fprintf(&table, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, body := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := b.Len()
	b.Write(table.Bytes())
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func TestExtract(t *testing.T) {
	for _, engine := range append(judge.Engines(), "mutool") {
		t.Run(engine, func(t *testing.T) {
			if got := strings.TrimSpace(judge.Extract(t, engine, plain())); got != "Word" {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestVeraPDFFindsFaults(t *testing.T) {
	w := &witness{TB: t}
	judge.VeraPDF(w, plain(), "a-3a")
	w.says(t, "does not declare a-3a")
}

func TestQPDFFindsFaults(t *testing.T) {
	judge.QPDF(t, plain())
	w := &witness{TB: t}
	judge.QPDF(w, bytes.Replace(plain(), []byte("/Length 33"), []byte("/Length 11"), 1))
	w.says(t, "qpdf --check")
}

func TestFontsFindsFaults(t *testing.T) {
	w := &witness{TB: t}
	judge.Fonts(w, plain())
	w.says(t, "Helvetica")
}

func TestPagesAndImages(t *testing.T) {
	pages := judge.Pages(t, plain(), 72)
	if len(pages) != 1 || pages[0].Bounds().Dx() != 144 || pages[0].Bounds().Dy() != 72 {
		t.Errorf("got %d pages", len(pages))
	}
	if images := judge.Images(t, plain()); len(images) != 0 {
		t.Errorf("images where there are none: %v", images)
	}
}

func TestRequire(t *testing.T) {
	t.Setenv("JUDGES", t.TempDir())
	for mode, want := range map[string]bool{"require": true, "": false} {
		t.Setenv("WARRAQ_JUDGES", mode)
		s := &stopped{TB: t}
		judge.Require(s, "pdfium")
		if s.failed != want || s.skipped == want {
			t.Errorf("mode %q: failed %v, skipped %v", mode, s.failed, s.skipped)
		}
	}
}

// stopped records how a test was ended.
type stopped struct {
	testing.TB
	failed, skipped bool
}

func (s *stopped) Fatalf(string, ...any) { s.failed = true }
func (s *stopped) Skipf(string, ...any)  { s.skipped = true }
