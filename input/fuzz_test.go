package input_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/input"
	"warraq/input/problem"
)

// seeds adds the briefs of the test cases whose names end so.
func seeds(f *testing.F, extension string) {
	f.Helper()
	names, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		if first := txtar.Parse(data).Files[0]; filepath.Ext(first.Name) == extension {
			f.Add(first.Data)
		}
	}
}

// check reads anything as a brief: it must end, with places inside the files
// and problems that can be shown.
func check(t *testing.T, name string, data []byte) {
	fs := fstest.MapFS{
		name:          {Data: data},
		"refs.bib":    {Data: []byte("@book{one, title = {x}, author = {y}, year = 2020}")},
		"data/f.csv":  {Data: []byte("payer,amount\na,1\n")},
		"picture.png": {Data: picture()},
	}
	b, problems, err := input.Read(context.Background(), input.Options{FS: fs, Path: name})
	if err != nil {
		t.Fatal(err)
	}
	checkSpans(t, b)
	for _, l := range []problem.Language{problem.Arabic, problem.English} {
		var text bytes.Buffer
		if err := problem.Render(&text, problems, l); err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(text.Bytes(), []byte("%!")) && !bytes.Contains(data, []byte("%!")) {
			t.Errorf("a sentence with the wrong arguments:\n%s", text.Bytes())
		}
	}
	if err := problem.SARIF(&bytes.Buffer{}, problems, problem.English); err != nil {
		t.Fatal(err)
	}
}

func FuzzMarkdown(f *testing.F) {
	seeds(f, ".md")
	f.Fuzz(func(t *testing.T, data []byte) { check(t, "brief.md", data) })
}

func FuzzYAML(f *testing.F) {
	seeds(f, ".yaml")
	f.Fuzz(func(t *testing.T, data []byte) { check(t, "brief.yaml", data) })
}

func FuzzJSON(f *testing.F) {
	seeds(f, ".json")
	f.Fuzz(func(t *testing.T, data []byte) { check(t, "brief.json", data) })
}
