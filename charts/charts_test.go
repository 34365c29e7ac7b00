package charts

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
)

var preview = flag.String("preview", "", "write the samples as PDF into this folder, to be looked at")

// keep is a cache that all tests of a run share, so that each chart is drawn
// once.
var keep string

func TestMain(m *testing.M) {
	flag.Parse()
	var err error
	if keep, err = os.MkdirTemp("", "charts"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(keep)
	os.Exit(code)
}

// plotter returns a plotter over the shared cache, with the text it measures by.
func plotter(t *testing.T, digits brief.Digits) (*Plotter, *setter) {
	s := newSetter()
	o := s.options()
	o.Digits, o.CacheDir = digits, keep
	p := New(o)
	t.Cleanup(p.Close)
	return p, s
}

func TestPreview(t *testing.T) {
	if *preview == "" {
		t.Skip("only with -preview")
	}
	for _, digits := range []brief.Digits{brief.LatinDigits, brief.ArabicDigits} {
		p, s := plotter(t, digits)
		var scenes []*scene.Scene
		for _, sample := range samples.All() {
			if list := p.Check(&sample.Chart); len(list) > 0 {
				t.Errorf("%s: %v", sample.Name, list)
			}
			sc, err := p.Plot(context.Background(), &sample.Chart, 450)
			if err != nil {
				t.Errorf("%s: %v", sample.Name, err)
				continue
			}
			scenes = append(scenes, sc)
			if digits == brief.LatinDigits {
				t.Logf("%s: %s", sample.Name, Describe(&sample.Chart, digits))
			}
		}
		if err := os.WriteFile(filepath.Join(*preview, string(digits)+".pdf"), s.pdf(scenes), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
