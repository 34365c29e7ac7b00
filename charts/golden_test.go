package charts

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sebdah/goldie/v2"

	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
)

func TestScenes(t *testing.T) {
	g := goldie.New(t, goldie.WithFixtureDir("testdata/scenes"), goldie.WithNameSuffix(".txt"))
	scenes := drawings(t, brief.LatinDigits, 450)
	for i, sample := range samples.All() {
		t.Run(sample.Name, func(t *testing.T) {
			if list := Check(&sample.Chart); len(list) > 0 {
				t.Fatalf("problems: %v", list)
			}
			g.Assert(t, sample.Name, []byte(scene.Dump(scenes[i])))
		})
	}
}

// The options are kept with their size: they stand in the PDF beside each figure,
// and package engine compares what it draws of them with another engine's drawing.
func TestOptions(t *testing.T) {
	g := goldie.New(t, goldie.WithFixtureDir("testdata/options"), goldie.WithNameSuffix(".json"))
	p, _ := plotter(brief.LatinDigits)
	for _, sample := range samples.All() {
		d, err := p.lay(&sample.Chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.MarshalIndent(map[string]any{"width": 450, "height": d.Height, "option": json.RawMessage(d.Option)}, "", "\t")
		if err != nil {
			t.Fatal(err)
		}
		g.Assert(t, sample.Name, append(b, '\n'))
		if d.Outline != nil {
			_, outline := d.Outline()
			keptOutline(t, filepath.Join("testdata", "outlines", sample.Name+".json.gz"), outline)
		}
	}
}

// keptOutline compares the outlines of a map with those that are kept, which are
// packed: they are long, and seen better in the scene.
func keptOutline(t *testing.T, name string, got []byte) {
	t.Helper()
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, err := w.Write(got)
		if err = errors.Join(err, w.Close(), os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, b.Bytes(), 0o644)); err != nil {
			t.Fatal(err)
		}
		return
	}
	packed, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	want, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: other outlines; -update writes them", name)
	}
}

// In a document with Arabic digits no Latin digit is printed but in Latin names.
func TestDigitsFollowTheDocument(t *testing.T) {
	const latin = "2021–2027)" // the end of a name in Latin letters, which a line may begin with
	all := samples.All()
	for i, s := range drawings(t, brief.ArabicDigits, 260) {
		sample := all[i]
		for _, item := range s.Items {
			if item.Text != nil && strings.ContainsAny(item.Text.Value, "0123456789") && !strings.Contains(item.Text.Value, latin) {
				t.Errorf("%s: %q", sample.Name, item.Text.Value)
			}
		}
	}
}
