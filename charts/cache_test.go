package charts

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"warraq/charts/canvas"
	"warraq/charts/samples"
	"warraq/input/brief"
)

// What is cached is drawn by no engine, and is the same.
func TestCachedScenesStartNoEngine(t *testing.T) {
	o := newSetter().options()
	o.CacheDir = keep
	second, all := New(o), samples.All()
	for i, want := range drawings(t, brief.LatinDigits, 450) {
		sample := all[i]
		if !second.cached(&sample.Chart, 450) {
			t.Errorf("%s: is not in the cache", sample.Name)
		}
		got, err := second.drawn(context.Background(), &sample.Chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the kept scene is another", sample.Name)
		}
	}
	if second.Started() {
		t.Error("an engine was started")
	}
}

// All that a scene depends on tells entries apart.
func TestCacheKeyHoldsAllThatCounts(t *testing.T) {
	drawings(t, brief.LatinDigits, 450)
	chart := samples.All()[0].Chart
	for name, change := range map[string]func(*Options, *brief.Chart, *float64){
		"fonts":  func(o *Options, _ *brief.Chart, _ *float64) { o.Fonts = "others" },
		"size":   func(o *Options, _ *brief.Chart, _ *float64) { o.Size = 9 },
		"ascent": func(o *Options, _ *brief.Chart, _ *float64) { o.Ascent += 0.1 },
		"digits": func(o *Options, _ *brief.Chart, _ *float64) { o.Digits = brief.ArabicDigits },
		"palette": func(o *Options, _ *brief.Chart, _ *float64) {
			o.Palette = canvas.DefaultPalette()
			o.Palette.Series[0] = "#000000"
		},
		"width": func(_ *Options, _ *brief.Chart, w *float64) { *w = 451 },
		"unit":  func(_ *Options, c *brief.Chart, _ *float64) { c.Unit = "دولار" },
		"value": func(_ *Options, c *brief.Chart, _ *float64) {
			c.Data = samples.Table(strings.Replace(samples.Funding, "365", "366", 1))
		},
		"option": func(_ *Options, c *brief.Chart, _ *float64) { c.Option = map[string]any{"backgroundColor": "#eee"} },
	} {
		o, c, width := newSetter().options(), chart, 450.0
		o.CacheDir = keep
		change(&o, &c, &width)
		if New(o).cached(&c, width) {
			t.Errorf("%s: another chart's scene would be used", name)
		}
	}
}

func TestDamagedScenesAreDrawnAgain(t *testing.T) {
	o := compiled(t)
	chart := samples.All()[2].Chart
	p := New(o)
	want, err := p.drawn(context.Background(), &chart, 450)
	if err != nil {
		t.Fatal(err)
	}
	p.Close()
	files, err := filepath.Glob(filepath.Join(o.CacheDir, "*.scene"))
	if err != nil || len(files) != 1 {
		t.Fatalf("kept %q, %v", files, err)
	}
	for _, damage := range []string{"", "short", strings.Repeat("x", 4000)} {
		if err := os.WriteFile(files[0], []byte(damage), 0o600); err != nil {
			t.Fatal(err)
		}
		// Sound by its checksum, but not a scene.
		if damage == "short" {
			p.cache.Put(filepath.Base(files[0]), []byte(damage))
		}
		again := New(o)
		got, err := again.drawn(context.Background(), &chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		if !again.Started() || !reflect.DeepEqual(got, want) {
			t.Error("the damaged scene was not drawn again")
		}
		again.Close()
		again.Wait()
	}
}

func FuzzUnmarshal(f *testing.F) {
	p, _ := plotter(brief.LatinDigits)
	for _, sample := range samples.All()[:3] {
		s, err := p.drawn(context.Background(), &sample.Chart, 450)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(marshal(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := unmarshal(b)
		if err != nil {
			return
		}
		if again, err := unmarshal(marshal(s)); err != nil || !reflect.DeepEqual(again, s) {
			t.Fatal("a scene changes when it is kept")
		}
	})
}
