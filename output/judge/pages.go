package judge

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pageDPI is the density pages are drawn at to be compared.
const pageDPI = 110

// tolerance is how far a page may be from its thumbnail where another renderer
// drew it. Renderings of one page by poppler, pdfium and MuPDF are up to 0.06
// apart; with a margin moved by a millimetre they are 0.15.
const tolerance = 0.08

// GoldenPages holds the pages of PDFs to those kept in a folder: a thumbnail of
// each page, and its hash in hashes.txt. update keeps the pages as they are now.
//
// A hash holds for one renderer alone. Which that is does not go by its
// version, since its libraries take part: calibration.pdf in the folder is a
// file that never changes, and where its pages have the hashes that were kept,
// so must all others. Where they have not, another renderer is at work, and
// pages must be near their thumbnails.
//
// A page that differs fails the test, with the path of a report that shows all
// such pages, old, new and the difference side by side. It is written to
// $WARRAQ_REPORTS, else to a new folder for temporary files.
func GoldenPages(t testing.TB, folder string, pdfs map[string][]byte, update bool) {
	t.Helper()
	Require(t, "poppler")
	g := golden{t: t, folder: folder}
	calibration, err := os.ReadFile(filepath.Join(folder, "calibration.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, 0, len(pdfs))
	for name := range pdfs {
		names = append(names, name)
	}
	slices.Sort(names)
	g.draw("calibration", calibration)
	for _, name := range names {
		g.draw(name, pdfs[name])
	}
	if update {
		g.keep()
		return
	}
	g.compare()
}

// golden is the pages as they are now.
type golden struct {
	t      testing.TB
	folder string
	pages  []drawn
}

type drawn struct {
	name string // of the document
	// number counts pages from 1.
	number int
	image  image.Image
	hash   string
}

func (d drawn) key() string { return fmt.Sprintf("%s-%02d", d.name, d.number) }

func (g *golden) draw(name string, pdf []byte) {
	for i, m := range Pages(g.t, pdf, pageDPI) {
		g.pages = append(g.pages, drawn{name, i + 1, m, imageHash(m)})
	}
}

// imageHash is the hash of an image's dots.
func imageHash(m image.Image) string {
	h := sha256.New()
	b := m.Bounds()
	fmt.Fprintf(h, "%d %d\n", b.Dx(), b.Dy())
	row := make([]byte, 0, 3*b.Dx())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row = row[:0]
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, b, _ := m.At(x, y).RGBA()
			row = append(row, byte(r>>8), byte(g>>8), byte(b>>8))
		}
		h.Write(row)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:12])
}

// keep writes hashes and thumbnails anew, and removes those of pages that are
// no more.
func (g *golden) keep() {
	old, err := filepath.Glob(filepath.Join(g.folder, "*.png"))
	if err != nil {
		g.t.Fatal(err)
	}
	for _, path := range old {
		if err := os.Remove(path); err != nil {
			g.t.Fatal(err)
		}
	}
	var hashes bytes.Buffer
	for _, d := range g.pages {
		fmt.Fprintf(&hashes, "%s %s\n", d.key(), d.hash)
		if d.name == "calibration" {
			continue
		}
		var b bytes.Buffer
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&b, paletted(thumbnail(d.image))); err != nil {
			g.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(g.folder, d.key()+".png"), b.Bytes(), 0o644); err != nil {
			g.t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(g.folder, "hashes.txt"), hashes.Bytes(), 0o644); err != nil {
		g.t.Fatal(err)
	}
}

// compare fails the test for every page that is not as it was kept.
func (g *golden) compare() {
	g.t.Helper()
	hashes := g.hashes()
	same := true // the renderer
	for _, d := range g.pages {
		if d.name == "calibration" && hashes[d.key()] != d.hash {
			same = false
		}
	}
	if !same {
		g.t.Log("the calibration page differs: another renderer drew it, and pages are held to their thumbnails")
	}
	var changes []change
	for _, d := range g.pages {
		kept, known := hashes[d.key()]
		delete(hashes, d.key())
		if d.name == "calibration" || same && kept == d.hash {
			continue
		}
		c := change{name: d.key(), now: d.image}
		if known {
			c.old = g.thumbnail(d.key())
			c.distance = distance(c.old, thumbnail(d.image))
			if !same && c.distance <= tolerance {
				continue
			}
		}
		changes = append(changes, c)
	}
	for key := range hashes {
		if !strings.HasPrefix(key, "calibration-") {
			changes = append(changes, change{name: key, old: g.thumbnail(key)})
		}
	}
	if len(changes) == 0 {
		return
	}
	slices.SortFunc(changes, func(a, b change) int { return strings.Compare(a.name, b.name) })
	for _, c := range changes {
		g.t.Errorf("page %s %s", c.name, c.what())
	}
	g.t.Errorf("%d pages are not as they were kept: see %s; -update keeps them as they are now", len(changes), writeReport(g.t, changes))
}

func (g *golden) hashes() map[string]string {
	f, err := os.Open(filepath.Join(g.folder, "hashes.txt"))
	if err != nil {
		g.t.Fatal(err)
	}
	defer f.Close()
	hashes := map[string]string{}
	for s := bufio.NewScanner(f); s.Scan(); {
		key, hash, _ := strings.Cut(s.Text(), " ")
		hashes[key] = hash
	}
	return hashes
}

func (g *golden) thumbnail(key string) *image.Gray {
	f, err := os.Open(filepath.Join(g.folder, key+".png"))
	if err != nil {
		g.t.Fatal(err)
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		g.t.Fatal(err)
	}
	small := image.NewGray(m.Bounds())
	for y := range small.Rect.Dy() {
		for x := range small.Rect.Dx() {
			small.Set(x, y, m.At(x, y))
		}
	}
	return small
}
