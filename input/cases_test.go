package input_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/charts/drawing"
	"warraq/input"
	"warraq/input/brief"
	"warraq/input/problem"
)

var update = flag.Bool("update", false, "write what is found as what is expected")

// Each case is an archive: the brief, the files it names, and then what is
// expected of it: the tree, and the problems as an author sees them.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			b, problems := read(t, archive)
			checkSpans(t, b)
			for i, f := range archive.Files {
				var got string
				switch f.Name {
				case "want.tree":
					got = dump(b)
				case "want.en":
					got = rendered(t, problems, problem.English)
				case "want.ar":
					got = rendered(t, problems, problem.Arabic)
				default:
					continue
				}
				if *update {
					archive.Files[i].Data = []byte(got)
				} else if got != string(f.Data) {
					t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got, f.Data)
				}
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// read reads the first file of an archive as a brief, and its drawings, whose
// problems an author sees beside the others.
func read(t *testing.T, archive *txtar.Archive) (*brief.Brief, problem.List) {
	t.Helper()
	fs := fstest.MapFS{"picture.png": {Data: picture()}, "folder/inside.txt": {}}
	for _, f := range archive.Files {
		if !strings.HasPrefix(f.Name, "want.") {
			fs[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	b, problems, err := input.Read(context.Background(), input.Options{FS: fs, Path: archive.Files[0].Name})
	if err != nil {
		t.Fatal(err)
	}
	_, more, err := drawing.ReadAll(context.Background(), b.Pictures, nil)
	if err != nil {
		t.Fatal(err)
	}
	problems.Add(more...)
	problems.Sort()
	return b, problems
}

func rendered(t *testing.T, list problem.List, l problem.Language) string {
	var b bytes.Buffer
	if err := problem.Render(&b, list, l); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func picture() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 3))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// A file saved on Windows, or with a byte order mark, is the same brief.
func TestLineEndingsAndMarksChangeNothing(t *testing.T) {
	names, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b, problems := read(t, archive)
		want, said := words(b), codes(problems)
		first := &archive.Files[0]
		plain := first.Data
		for way, data := range map[string][]byte{
			"CR LF": bytes.ReplaceAll(plain, []byte("\n"), []byte("\r\n")),
			"BOM":   append([]byte("\xef\xbb\xbf"), plain...),
		} {
			first.Data = data
			b, problems := read(t, archive)
			if got := words(b); got != want {
				t.Errorf("%s with %s: got\n%s\nwant\n%s", name, way, got, want)
			}
			if got := codes(problems); got != said {
				t.Errorf("%s with %s: got problems\n%s\nwant\n%s", name, way, got, said)
			}
		}
	}
}

// words returns the dump of a brief without its places.
func words(b *brief.Brief) string {
	var kept []string
	for line := range strings.Lines(dump(b)) {
		head, _, _ := strings.Cut(line, ` "`)
		if trimmed := strings.TrimSpace(line); strings.HasPrefix(trimmed, "text") {
			head, _, _ = strings.Cut(line, " from ")
		}
		kept = append(kept, strings.TrimRight(head, "\n"))
	}
	return strings.Join(kept, "\n")
}

func codes(list problem.List) string {
	var all []string
	for _, p := range list {
		all = append(all, fmt.Sprint(p.Code, " ", p.Span.Position().Line))
	}
	return strings.Join(all, "\n")
}

// A brief whose lines end in carriage returns alone reads as one whose lines end
// in line feeds.
func TestCasesWithCarriageReturns(t *testing.T) {
	names, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsAny(archive.Files[0].Data, "\r\x00") {
			continue
		}
		want, wantProblems := read(t, archive)
		archive.Files[0].Data = bytes.ReplaceAll(archive.Files[0].Data, []byte("\n"), []byte("\r"))
		got, problems := read(t, archive)
		if dump(got) != dump(want) || rendered(t, problems, problem.English) != rendered(t, wantProblems, problem.English) {
			t.Errorf("%s reads otherwise with carriage returns", name)
		}
	}
}
