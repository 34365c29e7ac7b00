package charts

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
)

// two are the charts of the example brief.
func two() []*brief.Chart {
	list := samples.All()
	return []*brief.Chart{&list[0].Chart, &list[2].Chart}
}

func drawTwo(b *testing.B, dir string) {
	b.Helper()
	o := newSetter().options()
	o.CacheDir = dir
	p := New(o)
	defer p.Close()
	if _, err := p.plotAll(context.Background(), two(), 450); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkNothingCached loads the library from source and draws two charts.
func BenchmarkNothingCached(b *testing.B) {
	for b.Loop() {
		drawTwo(b, b.TempDir())
	}
}

// BenchmarkLibraryCached loads the compiled library and draws two charts.
func BenchmarkLibraryCached(b *testing.B) {
	dir := b.TempDir()
	drawTwo(b, dir)
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
		drawTwo(b, dir)
	}
}

// BenchmarkAllCached finds both scenes.
func BenchmarkAllCached(b *testing.B) {
	dir := b.TempDir()
	drawTwo(b, dir)
	for b.Loop() {
		drawTwo(b, dir)
	}
}

// thirteen are charts of the kinds that reports have most often; package engine
// draws the options of the same in node.
func thirteen(b *testing.B) []*brief.Chart {
	b.Helper()
	names, err := os.ReadFile("testdata/thirteen.txt")
	if err != nil {
		b.Fatal(err)
	}
	all := samples.All()
	var list []*brief.Chart
	for name := range strings.FieldsSeq(string(names)) {
		at := slices.IndexFunc(all, func(s samples.Sample) bool { return s.Name == name })
		if at < 0 {
			b.Fatalf("there is no sample %s", name)
		}
		list = append(list, &all[at].Chart)
	}
	return list
}

// BenchmarkThirteenKinds draws thirteen charts with nothing cached.
func BenchmarkThirteenKinds(b *testing.B) {
	list := thirteen(b)
	for b.Loop() {
		o := newSetter().options()
		o.CacheDir = b.TempDir()
		p := New(o)
		if _, err := p.plotAll(context.Background(), list, 450); err != nil {
			b.Fatal(err)
		}
		p.Close()
	}
}

// BenchmarkOneOfThirteen draws thirteen charts of which one was edited since
// they were drawn.
func BenchmarkOneOfThirteen(b *testing.B) {
	list := thirteen(b)
	o := newSetter().options()
	o.CacheDir = b.TempDir()
	first := New(o)
	if _, err := first.plotAll(context.Background(), list, 450); err != nil {
		b.Fatal(err)
	}
	first.Close()
	edited := *list[2]
	list[2] = &edited
	for i := 0; b.Loop(); i++ {
		edited.Unit = "وحدة " + strings.Repeat("و", i%100+1)
		p := New(o)
		if _, err := p.plotAll(context.Background(), list, 450); err != nil {
			b.Fatal(err)
		}
		p.Close()
	}
}

// BenchmarkMaps draws a map of the world and one of a part of it, in an engine
// that is loaded.
func BenchmarkMaps(b *testing.B) {
	for _, sample := range samples.All() {
		if sample.Name != "map-world" && sample.Name != "map-groups" {
			continue
		}
		b.Run(sample.Name, func(b *testing.B) {
			p := New(newSetter().options())
			defer p.Close()
			for b.Loop() {
				if _, err := p.drawn(context.Background(), &sample.Chart, 450); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
