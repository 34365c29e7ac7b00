package judge

import (
	_ "embed"
	"os"
	"path/filepath"
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
	path := file(t, pdf)
	switch engine {
	case "poppler":
		Require(t, "poppler")
		return string(run(t, "pdftotext", "-enc", "UTF-8", path, "-"))
	case "mutool":
		Require(t, "mupdf")
		return string(run(t, "mutool", "draw", "-q", "-F", "txt", "-o", "-", path))
	case "pdfium", "pymupdf":
		Require(t, engine)
		return string(run(t, python(), script(t, "extract.py", extractPython), engine, path))
	case "pdfjs":
		Require(t, "pdfjs")
		return string(run(t, "node", script(t, "extract.mjs", extractNode), pdfjs(), path))
	}
	t.Fatalf("there is no extractor %q", engine)
	return ""
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
