package pipeline

import (
	"context"
	"hash/fnv"
	"image/color"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"

	"warraq/charts/scene"
	"warraq/fonts"
	"warraq/input/brief"
	"warraq/output/typeset"
)

// A printer of values: a number that changes with anything that can be reached
// from one, whatever its fields are called and who may see them.
type printer struct{ met map[visited]uint64 }

type visited struct {
	at uintptr
	of reflect.Type
}

// shared reports what all stages use and may fill as they go: faces, and what
// belongs to the job.
func shared(t reflect.Type) bool {
	path := t.PkgPath()
	return path == "warraq/fonts" && t.Name() != "Cluster" || strings.HasPrefix(path, "sync") || path == "testing/fstest" || path == "os" || path == "io/fs"
}

func (p *printer) of(v reflect.Value) uint64 {
	if !v.IsValid() {
		return 1
	}
	if shared(v.Type()) {
		return 2
	}
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return 3
		}
		return 4
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return mix(5, uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return mix(6, v.Uint())
	case reflect.Float32, reflect.Float64:
		return mix(7, math.Float64bits(v.Float()))
	case reflect.String:
		h := fnv.New64a()
		h.Write([]byte(v.String()))
		return mix(8, h.Sum64())
	case reflect.Pointer:
		if v.IsNil() || shared(v.Type().Elem()) {
			return 9
		}
		key := visited{v.Pointer(), v.Type()}
		if seen, ok := p.met[key]; ok {
			return seen
		}
		p.met[key] = 10 // where it is met within itself
		sum := mix(11, p.of(v.Elem()))
		p.met[key] = sum
		return sum
	case reflect.Interface:
		if v.IsNil() {
			return 12
		}
		return mix(13, p.of(v.Elem()))
	case reflect.Slice, reflect.Array:
		sum := mix(14, uint64(v.Len()))
		if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
			h := fnv.New64a()
			h.Write(v.Bytes())
			return mix(sum, h.Sum64())
		}
		for i := range v.Len() {
			sum = mix(sum, p.of(v.Index(i)))
		}
		return sum
	case reflect.Map:
		sum := mix(15, uint64(v.Len()))
		for entries := v.MapRange(); entries.Next(); {
			key := uint64(18) // what a pointer leads to is met elsewhere too
			if v.Type().Key().Kind() != reflect.Pointer {
				key = p.of(entries.Key())
			}
			sum += mix(key, p.of(entries.Value()))
		}
		return sum
	case reflect.Struct:
		sum := uint64(16)
		for i := range v.NumField() {
			sum = mix(sum, p.of(v.Field(i)))
		}
		return sum
	}
	return 17 // a function or a channel
}

func mix(a, b uint64) uint64 {
	a ^= b + 0x9e3779b97f4a7c15 + a<<6 + a>>2
	return a * 0xff51afd7ed558ccd
}

func fingerprint(v any) uint64 {
	p := printer{map[visited]uint64{}}
	return p.of(reflect.ValueOf(v))
}

// The judge itself sees what changes, however deep.
func TestFingerprintSeesChanges(t *testing.T) {
	ink := color.NRGBA{A: 255}
	drawn := plots{charts: map[*brief.Figure]typeset.Figure{{}: {Scene: &scene.Scene{Items: []scene.Item{{Path: &scene.Path{Fill: &ink}}}}}}}
	black := fingerprint(drawn)
	ink.G = 1
	if fingerprint(drawn) == black {
		t.Error("another ink was not seen")
	}
	text, _, err := read(context.Background(), Job{Root: os.DirFS("testdata/parts"), Path: "brief.md", Fonts: fonts.Bundled()})
	if err != nil {
		t.Fatal(err)
	}
	before := fingerprint(text)
	if again := fingerprint(text); again != before {
		t.Fatal("the same has two fingerprints")
	}
	text.brief.Body[len(text.brief.Body)-1] = nil
	if fingerprint(text) == before {
		t.Error("a block that is gone was not missed")
	}
	before = fingerprint(text)
	text.theme.Palette[0].B++
	if fingerprint(text) == before {
		t.Error("another colour was not seen")
	}
}

// No stage changes what an earlier one made: what each hands on is the same when
// the last is done, and from the same values the same file is made again.
func TestStagesChangeNothingThatTheyAreGiven(t *testing.T) {
	for _, folder := range []string{"testdata/parts", "../input/examples/gallery"} {
		t.Run(folder, func(t *testing.T) {
			ctx := context.Background()
			session := NewSession(0)
			defer session.Close()
			must := func(err error) {
				t.Helper()
				if err != nil {
					t.Fatal(err)
				}
			}
			job := Job{Root: os.DirFS(folder), Path: "brief.md", Fonts: fonts.Bundled(), Attach: AttachAll, Cache: t.TempDir()}
			text, problems, err := read(ctx, job)
			must(err)
			if problems.HasErrors() {
				t.Fatal(problems)
			}
			asRead := fingerprint(text)
			unchanged := func(what string, before uint64, v any) {
				t.Helper()
				if fingerprint(v) != before {
					t.Errorf("%s was changed", what)
				}
			}
			drawn, _, err := plot(ctx, plotting{session, text, true})
			must(err)
			asDrawn := fingerprint(drawn)
			unchanged("what was read", asRead, text)
			pages, _, err := setPages(ctx, setting{session, text, drawn, true})
			must(err)
			asSet := fingerprint(pages)
			unchanged("what was read", asRead, text)
			unchanged("what was drawn", asDrawn, drawn)
			painted, _, err := paintPages(ctx, pages)
			must(err)
			asPainted := fingerprint(painted)
			unchanged("the pages", asSet, pages)
			first, _, err := sealPages(ctx, sealing{session, text, pages, painted})
			must(err)
			second, _, err := sealPages(ctx, sealing{session, text, pages, painted})
			must(err)
			if string(first.PDF) != string(second.PDF) {
				t.Error("sealed again, the file is another")
			}
			unchanged("what was painted", asPainted, painted)
			unchanged("the pages", asSet, pages)
			unchanged("what was drawn", asDrawn, drawn)
			unchanged("what was read", asRead, text)
			again, _, err := setPages(ctx, setting{session, text, drawn, true})
			must(err)
			repainted, _, err := paintPages(ctx, again)
			must(err)
			third, _, err := sealPages(ctx, sealing{session, text, again, repainted})
			must(err)
			if string(first.PDF) != string(third.PDF) {
				t.Error("set again from the same values, the file is another")
			}
		})
	}
}
