package pipeline_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/output/judge"
	"warraq/pipeline"
)

// drawings are the SVG files that can be drawn, of those that the reader of
// drawings is tested with.
func drawings(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("../charts/drawing/testdata/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, file := range files {
		drawn, err := os.ReadFile(strings.TrimSuffix(file, ".svg") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(drawn), "scene ") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(file)] = data
	}
	if len(all) < 8 {
		t.Fatalf("only %d drawings", len(all))
	}
	return all
}

// rasters are pictures of every kind of pixels.
func rasters(t *testing.T) map[string][]byte {
	t.Helper()
	area := image.Rect(0, 0, 120, 80)
	palette := color.Palette{color.Transparent, color.Black, color.NRGBA{200, 30, 30, 255}}
	all := map[string][]byte{}
	for name, m := range map[string]interface {
		image.Image
		Set(x, y int, c color.Color)
	}{
		"rgb": image.NewRGBA(area), "alpha": image.NewNRGBA(area), "grey": image.NewGray(area), "deep": image.NewNRGBA64(area),
		"deep-grey": image.NewGray16(area), "indexed": image.NewPaletted(area, palette), "large": image.NewNRGBA(image.Rect(0, 0, 900, 600)),
	} {
		b := m.Bounds()
		for y := range b.Dy() {
			for x := range b.Dx() {
				m.Set(x, y, color.NRGBA{uint8(255 * x / b.Dx()), uint8(255 * y / b.Dy()), 90, uint8(255 - 100*x/b.Dx())})
			}
		}
		var out bytes.Buffer
		if err := png.Encode(&out, m); err != nil {
			t.Fatal(err)
		}
		all[name+".png"] = bytes.Clone(out.Bytes())
		if name == "rgb" || name == "grey" || name == "large" {
			out.Reset()
			if err := jpeg.Encode(&out, m, nil); err != nil {
				t.Fatal(err)
			}
			all[name+".jpg"] = bytes.Clone(out.Bytes())
		}
	}
	webp, err := os.ReadFile("testdata/picture.webp")
	if err != nil {
		t.Fatal(err)
	}
	all["lossless.webp"] = webp
	return all
}

// pictureBrief shows all pictures of a set, the first also as the logo and as
// decoration, and each also cropped.
func pictureBrief(pictures map[string][]byte) fstest.MapFS {
	root := fstest.MapFS{}
	var b strings.Builder
	first := ""
	for _, name := range sortedKeys(pictures) {
		root[name] = &fstest.MapFile{Data: pictures[name]}
		if first == "" {
			first = name
		}
	}
	b.WriteString("---\ntitle: صور\ninstitution: معهد\nlogo: " + first + "\n---\n# صور\n\n![](" + first + "){.decorative width=10mm}\n\n")
	for _, name := range sortedKeys(pictures) {
		b.WriteString("![صورة](" + name + "){width=20mm credit=\"تصوير: فلان\" source=\"أرشيف\"}\n\n")
		b.WriteString("![قصاصة](" + name + "){width=15mm crop=\"left 10%, bottom 20%\"}\n\n")
	}
	root["brief.md"] = &fstest.MapFile{Data: []byte(b.String())}
	return root
}

// Pictures of every kind make a document that archives and screen readers
// accept. Drawings reach the page as vectors alone, and their words are found
// again.
func TestPicturesBeforeTheJudges(t *testing.T) {
	drawn := build(t, pipeline.Job{Root: pictureBrief(drawings(t))}).PDF
	pixels := build(t, pipeline.Job{Root: pictureBrief(rasters(t))}).PDF
	t.Run("standards", func(t *testing.T) {
		judge.VeraPDFAll(t, map[string][]byte{"drawings": drawn, "pixels": pixels}, "a-3a", "ua-1")
	})
	t.Run("syntax", func(t *testing.T) {
		judge.Require(t, "qpdf")
		judge.QPDF(t, drawn)
		judge.QPDF(t, pixels)
	})
	t.Run("vectors", func(t *testing.T) {
		judge.Require(t, "poppler")
		if images := judge.Images(t, drawn); len(images) > 0 {
			t.Errorf("drawings were printed as pixels: %v", images)
		}
		text := judge.Extract(t, "poppler", drawn)
		for _, word := range []string{"ورّاق", "المانحون", "Erasmus+", "التمويل", "طشقند"} {
			if !strings.Contains(text, word) {
				t.Errorf("%q is not found in the file", word)
			}
		}
	})
}

func sortedKeys(m map[string][]byte) []string {
	return slices.Sorted(maps.Keys(m))
}
