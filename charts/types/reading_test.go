package types_test

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/charts/types"
	"warraq/input"
	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/problem"
)

var update = flag.Bool("update", false, "write what is found as what is expected")

// Each case is an archive: a brief, the data that it names, and what its charts draw
// of them, with the problems as an author sees them.
func TestReading(t *testing.T) {
	names, err := filepath.Glob("testdata/reading/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fs := fstest.MapFS{}
			for _, f := range archive.Files {
				fs[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			b, problems, err := input.Read(context.Background(), input.Options{FS: fs, Path: archive.Files[0].Name})
			if err != nil {
				t.Fatal(err)
			}
			got := drawn(b, problems)
			want := &archive.Files[len(archive.Files)-1]
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != string(want.Data) {
				t.Errorf("got\n%s\nwant\n%s", got, want.Data)
			}
		})
	}
}

// drawn writes the grids of a brief's charts: a line a series, with its values.
func drawn(b *brief.Brief, problems problem.List) string {
	var out strings.Builder
	brief.Walk(b.Body, func(block brief.Block) {
		f, ok := block.(*brief.Figure)
		if !ok || f.Chart == nil {
			return
		}
		read, told := types.Read(f.Chart, locale.For(b.Meta.Lang))
		problems.Add(told...)
		fmt.Fprintf(&out, "%s %s", f.ID, f.Chart.Type)
		if read == nil {
			out.WriteString(": nothing\n")
			return
		}
		g := read.Grid
		if g.Unit != "" {
			fmt.Fprintf(&out, " in %s", g.Unit)
		}
		if g.Temporal {
			out.WriteString(" along time")
		}
		out.WriteByte('\n')
		for s, name := range g.Series {
			fmt.Fprintf(&out, "  %s:", name)
			for c, category := range g.Categories {
				said := "~"
				if x := g.Value(s, c); !math.IsNaN(x) {
					said = strconv.FormatFloat(x, 'f', -1, 64)
				} else if cell := g.Cells[s][c]; cell.Kind != brief.MissingCell {
					said = cell.Text
				}
				fmt.Fprintf(&out, " %s=%s", category, said)
			}
			out.WriteByte('\n')
		}
	})
	problems.Sort()
	for _, p := range problems.Few() {
		for _, place := range p.Places() {
			at := place.Span.Position()
			fmt.Fprintf(&out, "%s:%d:%d ", place.Span.File.Name, at.Line, at.Column)
		}
		fmt.Fprintf(&out, "%s: %s [%s]\n", p.Severity, p.Message.In(problem.English, p.Args...), p.Code)
	}
	return out.String()
}
