package pipeline_test

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/output/seal"
	"warraq/pipeline"
)

// briefFiles are briefs with the files they name, sound ones and bad ones.
func briefFiles(t *testing.T) map[string]fstest.MapFS {
	t.Helper()
	all := map[string]fstest.MapFS{}
	archives, err := filepath.Glob("../input/testdata/cases/*.txtar")
	if err != nil || len(archives) < 20 {
		t.Fatalf("%d cases, %v", len(archives), err)
	}
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files := fstest.MapFS{}
		for _, f := range archive.Files {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		files["brief"+filepath.Ext(archive.Files[0].Name)] = &fstest.MapFile{Data: archive.Files[0].Data}
		all[name] = files
	}
	for _, folder := range []string{"../input/examples/starter", "../input/examples/samarkand", "testdata/parts"} {
		files := fstest.MapFS{}
		err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
			files[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		all[folder] = files
	}
	return all
}

// lineless returns a brief without one of its lines, or as it is.
func lineless(files fstest.MapFS, random *rand.Rand) (path string, changed fstest.MapFS) {
	for name := range files {
		if strings.TrimSuffix(name, filepath.Ext(name)) == "brief" {
			path = name
		}
	}
	changed = fstest.MapFS{}
	for name, f := range files {
		changed[name] = f
	}
	if random.IntN(2) == 0 {
		lines := bytes.SplitAfter(files[path].Data, []byte("\n"))
		at := random.IntN(len(lines))
		changed[path] = &fstest.MapFile{Data: slices.Concat(slices.Concat(lines[:at]...), slices.Concat(lines[at+1:]...))}
	}
	return path, changed
}

// said is what an author reads of problems.
func said(t testing.TB, list problem.List) string {
	t.Helper()
	var b strings.Builder
	if err := problem.Render(&b, list, problem.English); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func pick[T any](random *rand.Rand, values ...T) T { return values[random.IntN(len(values))] }

// Whatever the brief and the flags, to check is to find what a build finds, in
// the same order and to the last word; and a report is made exactly where nothing
// stands in its way.
func TestCheckFindsWhatBuildFinds(t *testing.T) {
	briefs, library, cache := briefFiles(t), fonts.Bundled(), t.TempDir()
	names := slices.Sorted(maps.Keys(briefs))
	random := rand.New(rand.NewPCG(7, 11))
	refused, broken, made := 0, 0, 0
	for n := range cases(t, 120) {
		name := names[n%len(names)]
		path, files := lineless(briefs[name], random)
		job := pipeline.Job{
			Root: files, Path: path, Fonts: library, Cache: cache,
			Theme:  pick(random, "", "", "", "policy-brief", "print-press", "no-such-theme"),
			Digits: pick(random, "", brief.LatinDigits, brief.ArabicDigits),
			Attach: pick(random, "", "", pipeline.AttachNone, pipeline.AttachData, pipeline.AttachAll),
			Strict: random.IntN(5) == 0,
			Standards: pick(random, nil, []seal.Standard{seal.A2A, seal.UA1}, []seal.Standard{seal.A4F, seal.UA2}, []seal.Standard{seal.A4F},
				[]seal.Standard{seal.A3A, seal.UA2}),
			Date: pick(random, time.Time{}, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		}
		if random.IntN(8) == 0 {
			job.ThemeFile = &source.File{Name: "else/where/look.yaml", Data: []byte(pick(random, "extends: print-press\n", "colors: {ink: red}\n", "\xff"))}
		}
		checked, checkErr := pipeline.Check(context.Background(), job)
		result, built, buildErr := pipeline.Build(context.Background(), job)
		same := len(checked) == len(built)
		for i := 0; same && i < len(built); i++ {
			same = checked[i].Code == built[i].Code && checked[i].Severity == built[i].Severity && reflect.DeepEqual(checked[i].Span.Position(), built[i].Span.Position())
		}
		if !same || said(t, checked) != said(t, built) {
			t.Errorf("%d: %s: check says\n%s\nbuild says\n%s", n, name, said(t, checked), said(t, built))
		}
		if (checkErr == nil) != (buildErr == nil) || checkErr != nil && checkErr.Error() != buildErr.Error() {
			t.Errorf("%d: %s: check ends in %v, build in %v", n, name, checkErr, buildErr)
		}
		if (result.PDF == nil) != (buildErr != nil || built.HasErrors()) {
			t.Errorf("%d: %s: a report of %d bytes beside %v and\n%s", n, name, len(result.PDF), buildErr, said(t, built))
		}
		switch {
		case buildErr != nil:
			refused++
		case result.PDF == nil:
			broken++
		default:
			made++
		}
	}
	t.Logf("%d reports, %d briefs with errors, %d refused", made, broken, refused)
	if made < 5 || broken < 5 || refused < 2 {
		t.Error("the briefs and flags do not try every end")
	}
}

// One run tells all that is wrong: with the text, its theme, a picture, a chart's
// data, a chart's option, and a character that no face has.
func TestOneRunTellsAll(t *testing.T) {
	root := fstest.MapFS{
		"bad.svg": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="https://example.org/a.png" width="9" height="9"/></svg>`)},
		"brief.md": {Data: []byte("---\ntitle: نص\ntheme: no-such\nlogo: bad.svg\n---\nنص @fig:none 𒀀\n\n![صورة](bad.svg)\n\n" +
			"```chart\ntype: bar\ntitle: شكل\ndata: {أ: 1, ب: 2}\noption: {graphic: [{type: image, style: {image: \"file:///etc/passwd\", width: 9, height: 9}}]}\n```\n\n" +
			"```chart\ntype: bar\ntitle: شكل\nvalue: عمود\ndata: [{أ: 1, ب: 2}]\n```\n")},
	}
	problems, err := pipeline.Check(context.Background(), pipeline.Job{Root: root, Path: "brief.md", Fonts: fonts.Bundled()})
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, p := range problems {
		count[p.Code]++
	}
	for _, code := range []string{"unknown-theme", "dangling-reference", "svg-external", "chart-option-refused", "unknown-column", "missing-glyph"} {
		if count[code] != 1 {
			t.Errorf("%s is told %d times, among %v", code, count[code], count)
		}
	}
}

// A build leaves nothing running: it waits for faces and engines that it opened.
func TestNothingRunsOnAfterABuild(t *testing.T) {
	stacks := make([]byte, 1<<20)
	for range 3 {
		build(t, pipeline.Job{Root: samarkand()})
		for _, stack := range strings.Split(string(stacks[:runtime.Stack(stacks, true)]), "\n\n") {
			if strings.Contains(stack, "warraq/charts") || strings.Contains(stack, "openFaces") {
				t.Fatalf("still running:\n%s", stack)
			}
		}
	}
}
