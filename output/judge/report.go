package judge

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

//go:embed report.html
var reportHTML string

// A change is a page that is not as it was kept. old or now is nil where there
// is no such page.
type change struct {
	name     string
	old      *image.Gray
	now      image.Image
	distance float64
}

func (c change) what() string {
	switch {
	case c.old == nil:
		return "is new"
	case c.now == nil:
		return "is no more"
	case c.distance == 0:
		return "differs by less than its thumbnail shows"
	}
	return fmt.Sprintf("differs by %.2f in the part that differs most", c.distance)
}

// writeReport writes one HTML file with all in it and returns its path.
func writeReport(t testing.TB, changes []change) string {
	t.Helper()
	folder := os.Getenv("WARRAQ_REPORTS")
	var err error
	if folder == "" {
		folder, err = os.MkdirTemp("", "warraq-pages-")
	} else {
		err = os.MkdirAll(folder, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		Name, What           string
		Old, Now, Difference template.URL
	}
	var rows []row
	for _, c := range changes {
		r := row{Name: c.name, What: c.what()}
		if c.old != nil {
			r.Old = dataURL(t, paletted(c.old))
		}
		if c.now != nil {
			r.Now = dataURL(t, c.now)
		}
		if c.old != nil && c.now != nil {
			r.Difference = dataURL(t, overlay(c.old, thumbnail(c.now)))
		}
		rows = append(rows, r)
	}
	page, err := template.New("report").Parse(reportHTML)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := page.Execute(&b, rows); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "pages.html")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// dataURL holds an image as a PNG inside its own address.
func dataURL(t testing.TB, m image.Image) template.URL {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(b.Bytes()))
}
