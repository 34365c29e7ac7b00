package judge

import (
	_ "embed"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

//go:embed extract.py
var extractPython []byte

//go:embed extract.mjs
var extractNode []byte

// Engines are the text extractors, by the names that Extract takes: those of
// Evince and Okular (poppler), Chrome (pdfium), Firefox (pdfjs) and many
// pipelines (pymupdf). MuPDF's own tool prints lines in visual order for every
// producer, so it is not among those whose words are counted; Extract knows it
// as mutool.
func Engines() []string { return []string{"poppler", "pdfium", "pdfjs", "pymupdf"} }

// Extract returns the file's text as an engine reads it.
func Extract(t testing.TB, engine string, pdf []byte) string {
	t.Helper()
	return ExtractEach(t, engine, [][]byte{pdf})[0]
}

// ExtractEach is Extract for many files at once: the engine starts once.
func ExtractEach(t testing.TB, engine string, pdfs [][]byte) []string {
	t.Helper()
	paths := make([]string, len(pdfs))
	for i, pdf := range pdfs {
		paths[i] = file(t, pdf)
	}
	each := func(name string, args func(path string) []string) []string {
		texts := make([]string, len(paths))
		for i, path := range paths {
			texts[i] = string(run(t, name, args(path)...))
		}
		return texts
	}
	var out []byte
	switch engine {
	case "poppler":
		Require(t, "poppler")
		return each("pdftotext", func(path string) []string { return []string{"-enc", "UTF-8", path, "-"} })
	case "mutool":
		Require(t, "mupdf")
		return each("mutool", func(path string) []string { return []string{"draw", "-q", "-F", "txt", "-o", "-", path} })
	case "pdfium", "pymupdf":
		Require(t, engine)
		out = run(t, python(), append([]string{script(t, "extract.py", extractPython), engine}, paths...)...)
	case "pdfjs":
		Require(t, "pdfjs")
		out = run(t, "node", append([]string{script(t, "extract.mjs", extractNode), pdfjs()}, paths...)...)
	default:
		t.Fatalf("there is no extractor %q", engine)
	}
	// A null ends each text.
	texts := strings.Split(string(out), "\x00")
	if len(texts) != len(pdfs)+1 {
		t.Fatalf("%s read %d of %d files", engine, len(texts)-1, len(pdfs))
	}
	return texts[:len(pdfs)]
}

// script writes a script to the test's folder and returns its path.
func script(t testing.TB, name string, text []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
