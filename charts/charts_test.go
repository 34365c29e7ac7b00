package charts

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/charts/types"
	"warraq/input/brief"
	"warraq/input/locale"
)

var preview = flag.String("preview", "", "write the samples as PDF into this folder, to be looked at")

// keep is a cache that all tests of a run share, so that each chart is drawn
// once.
var keep string

// studios are where all tests of a run draw, one for each family of digits, so
// that engines are loaded once.
var studios map[brief.Digits]*studio

// A studio is a plotter over the shared cache with the text it measures by, and
// the samples it has drawn.
type studio struct {
	plotter *Plotter
	setter  *setter
	turn    sync.Mutex
	drawn   map[float64][]*scene.Scene
}

func TestMain(m *testing.M) {
	flag.Parse()
	var err error
	if keep, err = os.MkdirTemp("", "charts"); err != nil {
		panic(err)
	}
	studios = map[brief.Digits]*studio{}
	for _, digits := range []brief.Digits{brief.LatinDigits, brief.ArabicDigits} {
		s := newSetter()
		o := s.options()
		o.Digits, o.CacheDir = digits, keep
		studios[digits] = &studio{plotter: New(o), setter: s, drawn: map[float64][]*scene.Scene{}}
	}
	code := m.Run()
	os.RemoveAll(keep)
	os.Exit(code)
}

// plotter returns the plotter of a family of digits, with the text it measures
// by.
func plotter(digits brief.Digits) (*Plotter, *setter) {
	return studios[digits].plotter, studios[digits].setter
}

// drawings returns the scenes of all samples at a width, in their order.
func drawings(t *testing.T, digits brief.Digits, width float64) []*scene.Scene {
	t.Helper()
	s := studios[digits]
	s.turn.Lock()
	defer s.turn.Unlock()
	if s.drawn[width] == nil {
		var list []*brief.Chart
		for _, sample := range samples.All() {
			list = append(list, &sample.Chart)
		}
		scenes, err := s.plotter.plotAll(t.Context(), list, width)
		if err != nil {
			t.Fatal(err)
		}
		s.drawn[width] = scenes
	}
	return s.drawn[width]
}

// compiled returns the options of a plotter whose cache has the compiled library
// and nothing else.
func compiled(t *testing.T) Options {
	t.Helper()
	drawings(t, brief.LatinDigits, 450)
	o := newSetter().options()
	o.CacheDir = t.TempDir()
	library, err := filepath.Glob(filepath.Join(keep, "*.bytecode"))
	if err != nil || len(library) == 0 {
		t.Fatalf("no library is kept: %v", err)
	}
	for _, f := range library {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(o.CacheDir, filepath.Base(f)), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

func TestPreview(t *testing.T) {
	if *preview == "" {
		t.Skip("only with -preview")
	}
	for _, digits := range []brief.Digits{brief.LatinDigits, brief.ArabicDigits} {
		p, s := plotter(digits)
		var scenes []*scene.Scene
		for _, sample := range samples.All() {
			if list := Check(&sample.Chart); len(list) > 0 {
				t.Errorf("%s: %v", sample.Name, list)
			}
			sc, err := p.drawn(context.Background(), &sample.Chart, 450)
			if err != nil {
				t.Errorf("%s: %v", sample.Name, err)
				continue
			}
			scenes = append(scenes, sc)
			if digits == brief.LatinDigits {
				t.Logf("%s: %s", sample.Name, describe(&sample.Chart, digits))
			}
		}
		if err := os.WriteFile(filepath.Join(*preview, string(digits)+".pdf"), s.pdf(scenes), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// cached reports whether Plot would find the scene in the cache.
func (p *Plotter) cached(c *brief.Chart, width float64) bool {
	l, err := p.lay(c, width)
	if err != nil {
		return false
	}
	_, ok := p.cachedScene(p.key(l))
	return ok
}

// plotAll draws several charts, those that are not cached side by side where
// that pays. The scenes stand in the order of the charts; the first error in
// that order is returned.
func (p *Plotter) plotAll(ctx context.Context, list []*brief.Chart, width float64) ([]*scene.Scene, error) {
	scenes := make([]*scene.Scene, len(list))
	failures := make([]error, len(list))
	var wait sync.WaitGroup
	for i, c := range list {
		wait.Go(func() { scenes[i], failures[i] = p.drawn(ctx, c, width) })
	}
	wait.Wait()
	return scenes, errors.Join(failures...)
}

// drawn returns the scene of a chart.
func (p *Plotter) drawn(ctx context.Context, c *brief.Chart, width float64) (*scene.Scene, error) {
	f, err := p.Plot(ctx, c, width)
	if err != nil {
		return nil, err
	}
	return f.Scene, nil
}

// option returns the option that a chart is drawn from.
func (p *Plotter) option(c *brief.Chart, width float64) ([]byte, error) {
	l, err := p.lay(c, width)
	if err != nil {
		return nil, err
	}
	return l.Option, nil
}

// describe says what a chart shows; it is empty where the chart has problems.
func describe(c *brief.Chart, digits brief.Digits) string {
	chart, _ := types.Read(c, locale.For("ar"))
	if chart == nil {
		return ""
	}
	return chart.Describe(locale.For("ar"), digits)
}
