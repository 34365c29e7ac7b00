package charts

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"warraq/input/brief"
)

// two are the charts of the example brief.
func two() []*brief.Chart {
	list := samples()
	return []*brief.Chart{&list[0].chart, &list[2].chart}
}

func draw(b *testing.B, dir string) {
	b.Helper()
	o := newSetter().options()
	o.CacheDir = dir
	p := New(o)
	defer p.Close()
	if _, err := p.PlotAll(context.Background(), two(), 450); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkNothingCached loads the library from source and draws two charts.
func BenchmarkNothingCached(b *testing.B) {
	for b.Loop() {
		draw(b, b.TempDir())
	}
}

// BenchmarkLibraryCached loads the compiled library and draws two charts.
func BenchmarkLibraryCached(b *testing.B) {
	dir := b.TempDir()
	draw(b, dir)
	for b.Loop() {
		scenes, err := filepath.Glob(filepath.Join(dir, "*.scene"))
		if err != nil {
			b.Fatal(err)
		}
		for _, name := range scenes {
			if strings.HasPrefix(name, dir) {
				os.Remove(name)
			}
		}
		draw(b, dir)
	}
}

// BenchmarkAllCached finds both scenes.
func BenchmarkAllCached(b *testing.B) {
	dir := b.TempDir()
	draw(b, dir)
	for b.Loop() {
		draw(b, dir)
	}
}
