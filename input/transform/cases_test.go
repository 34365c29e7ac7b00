package transform_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/structured"
	"warraq/input/table"
	"warraq/input/transform"
	"warraq/input/tree"
)

var update = flag.Bool("update", false, "write what is found as what is expected")

// Each case is an archive: a chart block with its steps, the rows it is given,
// and then the rows and the problems that come of it.
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
			made, problems := taken(t, archive)
			want := map[string]string{"want.csv": rows(made), "want.problems": rendered(t, problems)}
			for i, f := range archive.Files {
				got, ok := want[f.Name]
				switch {
				case !ok:
				case *update:
					archive.Files[i].Data = []byte(got)
				case got != string(f.Data):
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

// taken reads an archive's chart and takes its rows through the steps.
func taken(t *testing.T, archive *txtar.Archive) (transform.Result, problem.List) {
	t.Helper()
	var steps []transform.Step
	var data *brief.Table
	var problems problem.List
	for _, f := range archive.Files {
		file := &source.File{Name: f.Name, Data: f.Data}
		switch f.Name {
		case "chart.yaml":
			root, found := tree.YAML(file)
			problems.Add(found...)
			c, found := structured.DecodeChart(root, source.Span{File: file})
			problems.Add(found...)
			steps = c.Steps
		case "data.csv":
			read, found := table.Read(file, table.Options{})
			problems.Add(found...)
			data = read
		}
	}
	for i, s := range steps {
		j, ok := s.(*transform.Join)
		for _, f := range archive.Files {
			if ok && f.Name == j.Data.Value {
				read, found := table.Read(&source.File{Name: f.Name, Data: f.Data}, table.Options{})
				problems.Add(found...)
				steps[i] = j.With(read)
			}
		}
	}
	if data == nil || problems.HasErrors() {
		return transform.Result{}, problems
	}
	made, found := transform.Apply(data, steps)
	return made, append(problems, found...)
}

// rows writes a table as CSV, then the unit and the rates.
func rows(r transform.Result) string {
	if r.Table == nil {
		return ""
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	record := make([]string, len(r.Table.Columns))
	for i, c := range r.Table.Columns {
		record[i] = c.Name
	}
	_ = w.Write(record)
	for _, row := range r.Table.Rows {
		for i := range record {
			record[i] = row.Cells[i].Text
		}
		_ = w.Write(record)
	}
	w.Flush()
	if r.Unit != "" {
		fmt.Fprintf(&b, "unit: %s\n", r.Unit)
	}
	for _, rate := range r.Rates {
		fmt.Fprintf(&b, "rate: 1 %s = %g %s", rate.From, rate.Value, rate.To)
		if rate.At != "" {
			fmt.Fprintf(&b, " at %s", rate.At)
		}
		b.WriteString("\n")
	}
	if r.Prices != nil {
		fmt.Fprintf(&b, "prices of %s by %v\n", r.Prices.Base, r.Prices.Index)
	}
	if len(r.Unknown) > 0 {
		fmt.Fprintf(&b, "unknown: %s\n", strings.Join(r.Unknown, ", "))
	}
	return b.String()
}

func rendered(t *testing.T, list problem.List) string {
	t.Helper()
	var b bytes.Buffer
	for _, l := range []problem.Language{problem.English, problem.Arabic} {
		if err := problem.Render(&b, list, l); err != nil {
			t.Fatal(err)
		}
	}
	if strings.Contains(b.String(), "%!") {
		t.Errorf("a message is not filled: %s", b.String())
	}
	return b.String()
}

func tableOf(data string) (*brief.Table, problem.List) {
	return table.Read(&source.File{Name: "data.csv", Data: []byte(data)}, table.Options{})
}
