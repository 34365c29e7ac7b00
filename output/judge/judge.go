// Package judge puts finished PDFs before programs that others wrote: viewers,
// validators and text extractors. Only tests import it.
//
// Judges are found on the path, and under $JUDGES (by default
// ~/.cache/judges): venv/bin/python with pypdfium2 and pymupdf,
// node_modules/pdfjs-dist, verapdf.jar. The script .ci/judges puts them there.
// A test whose judge is not installed is skipped and says so; with
// WARRAQ_JUDGES=require in the environment it fails instead.
package judge

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// home is where judges are that are not on the path.
func home() string {
	if dir := os.Getenv("JUDGES"); dir != "" {
		return dir
	}
	dir, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, ".cache", "judges")
}

func python() string { return filepath.Join(home(), "venv", "bin", "python") }
func jar() string    { return filepath.Join(home(), "verapdf.jar") }
func pdfjs() string  { return filepath.Join(home(), "node_modules", "pdfjs-dist") }

// missing returns what a judge lacks, or nothing where it is installed.
func missing(name string) string {
	switch name {
	case "poppler":
		return absent("pdftotext", "pdffonts", "pdfimages", "pdftoppm")
	case "mupdf":
		return absent("mutool")
	case "qpdf":
		return absent("qpdf")
	case "pdfium":
		return absentModule("pypdfium2")
	case "pymupdf":
		return absentModule("pymupdf")
	case "pdfjs":
		return absent("node") + absentFile(filepath.Join(pdfjs(), "legacy", "build", "pdf.mjs"))
	case "verapdf":
		return absent("java") + absentFile(jar())
	}
	return fmt.Sprintf("there is no judge %q", name)
}

func absent(programs ...string) string {
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			return p + " is not on the path"
		}
	}
	return ""
}

func absentFile(path string) string {
	if _, err := os.Stat(path); err != nil {
		return path + " is not there"
	}
	return ""
}

// absentModule looks for the module's folder, which is much quicker than
// starting an interpreter to import it.
func absentModule(name string) string {
	found, _ := filepath.Glob(filepath.Join(home(), "venv", "lib", "python*", "site-packages", name))
	if len(found) == 0 {
		return name + " is not in " + filepath.Join(home(), "venv")
	}
	return absentFile(python())
}

// Require skips the test where one of the named judges is not installed, or
// fails it where the environment has WARRAQ_JUDGES=require. The judges are
// poppler, mupdf, qpdf, pdfium, pymupdf, pdfjs and verapdf.
func Require(t testing.TB, names ...string) {
	t.Helper()
	for _, name := range names {
		why := missing(name)
		if why == "" {
			continue
		}
		if os.Getenv("WARRAQ_JUDGES") == "require" {
			t.Fatalf("the judge %s is required: %s (see .ci/judges)", name, why)
		} else {
			t.Skipf("the judge %s is not installed: %s (see .ci/judges)", name, why)
		}
	}
}

// file writes a PDF to the test's folder and returns its path.
func file(t testing.TB, pdf []byte) string {
	t.Helper()
	f, err := os.CreateTemp(t.TempDir(), "*.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = f.Write(pdf); err == nil {
		err = f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return f.Name()
}

// run returns what a program prints; a program that fails fails the test.
func run(t testing.TB, name string, args ...string) []byte {
	t.Helper()
	out, err := try(name, args...)
	if err != nil {
		t.Fatalf("%s: %v", filepath.Base(name), err)
	}
	return out
}

func try(name string, args ...string) ([]byte, error) {
	var out, errs bytes.Buffer
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		return out.Bytes(), fmt.Errorf("%w\n%s%s", err, out.String(), errs.String())
	}
	return out.Bytes(), nil
}

// QPDF checks the file's syntax: its cross-references, streams and objects.
func QPDF(t testing.TB, pdf []byte) {
	t.Helper()
	Require(t, "qpdf")
	if out, err := try("qpdf", "--check", file(t, pdf)); err != nil {
		t.Errorf("qpdf --check: %v", err)
	} else if strings.Contains(string(out), "WARNING") {
		t.Errorf("qpdf --check warns:\n%s", out)
	}
}
