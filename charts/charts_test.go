package charts

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"warraq/charts/scene"
	"warraq/input/brief"
)

var preview = flag.String("preview", "", "write the samples as PDF into this folder, to be looked at")

func TestPreview(t *testing.T) {
	if *preview == "" {
		t.Skip("only with -preview")
	}
	s := newSetter()
	for _, digits := range []brief.Digits{brief.LatinDigits, brief.ArabicDigits} {
		o := s.options()
		o.Digits = digits
		o.CacheDir = t.TempDir()
		p := New(o)
		defer p.Close()
		var scenes []*scene.Scene
		for _, sample := range samples() {
			if list := p.Check(&sample.chart); len(list) > 0 {
				t.Errorf("%s: %v", sample.name, list)
			}
			sc, err := p.Plot(context.Background(), &sample.chart, 450)
			if err != nil {
				t.Errorf("%s: %v", sample.name, err)
				continue
			}
			scenes = append(scenes, sc)
			if digits == brief.LatinDigits {
				t.Logf("%s: %s", sample.name, Describe(&sample.chart, digits))
			}
		}
		if err := os.WriteFile(filepath.Join(*preview, string(digits)+".pdf"), s.pdf(scenes), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
