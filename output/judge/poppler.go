package judge

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Fonts fails the test unless every font in the file is embedded, a subset,
// and mapped to Unicode, as poppler reads it.
func Fonts(t testing.TB, pdf []byte) {
	t.Helper()
	Require(t, "poppler")
	lines := strings.Split(strings.TrimSpace(string(run(t, "pdffonts", file(t, pdf)))), "\n")
	if len(lines) < 3 {
		t.Error("pdffonts: the file has no fonts")
		return
	}
	for _, line := range lines[2:] {
		// The last columns are emb sub uni and the two numbers of the object.
		c := strings.Fields(line)
		if len(c) < 6 || !slices.Equal(c[len(c)-5:len(c)-2], []string{"yes", "yes", "yes"}) {
			t.Errorf("pdffonts: not embedded, not a subset or not mapped to Unicode: %s", line)
		}
	}
}

// An Embedded image is one picture that the file holds, as poppler lists it.
type Embedded struct {
	Page int
	// Kind is "image", "smask" or "mask".
	Kind          string
	Width, Height int
}

// Images lists the pictures in the file: a page that is all vectors has none.
func Images(t testing.TB, pdf []byte) []Embedded {
	t.Helper()
	Require(t, "poppler")
	var images []Embedded
	lines := strings.Split(strings.TrimSpace(string(run(t, "pdfimages", "-list", file(t, pdf)))), "\n")
	for _, line := range lines[min(2, len(lines)):] {
		c := strings.Fields(line)
		if len(c) < 5 {
			continue
		}
		page, err1 := strconv.Atoi(c[0])
		width, err2 := strconv.Atoi(c[3])
		height, err3 := strconv.Atoi(c[4])
		if err1 != nil || err2 != nil || err3 != nil {
			t.Fatalf("pdfimages: cannot read %q", line)
		}
		images = append(images, Embedded{page, c[2], width, height})
	}
	return images
}

// Pages draws every page at a number of dots per inch.
func Pages(t testing.TB, pdf []byte, dpi int) []image.Image {
	t.Helper()
	Require(t, "poppler")
	dir := t.TempDir()
	run(t, "pdftoppm", "-png", "-r", strconv.Itoa(dpi), file(t, pdf), filepath.Join(dir, "page"))
	// Numbers are padded to one length, so the names sort as the pages do.
	paths, err := filepath.Glob(filepath.Join(dir, "page*.png"))
	if err != nil {
		t.Fatal(err)
	}
	images := make([]image.Image, 0, len(paths))
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		i, err := png.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		images = append(images, i)
	}
	return images
}
