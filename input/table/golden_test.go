package table

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/sebdah/goldie/v2"

	"warraq/input/brief"
	"warraq/input/problem"
	"warraq/input/source"
)

// dump writes a table and its problems, with the place of each.
func dump(t *brief.Table, problems problem.List) []byte {
	var b strings.Builder
	if t == nil {
		b.WriteString("no table\n")
	} else {
		for _, c := range t.Columns {
			fmt.Fprintf(&b, "%s column %q\n", at(c.Span), c.Name)
		}
		for _, r := range t.Rows {
			fmt.Fprintf(&b, "%s row\n", at(r.Span))
			for _, c := range r.Cells {
				fmt.Fprintf(&b, "  %s %s %q", at(c.Span), kindName(c.Kind), c.Text)
				switch c.Kind {
				case brief.NumberCell, brief.BoolCell:
					fmt.Fprintf(&b, " = %s", strconv.FormatFloat(c.Number, 'g', -1, 64))
				case brief.DateCell:
					fmt.Fprintf(&b, " = %s", time.Unix(int64(c.Number)*24*60*60, 0).UTC().Format("2006-01-02"))
				}
				b.WriteByte('\n')
			}
		}
	}
	for _, p := range problems {
		fmt.Fprintf(&b, "%s %s: %s [%s]\n", at(p.Span), p.Severity, p.Message.In(problem.English, p.Args...), p.Code)
	}
	return []byte(b.String())
}

func at(s source.Span) string {
	p := s.Position()
	if s.Sheet != "" {
		return fmt.Sprintf("%s:%d:%d", s.Sheet, p.Line, p.Column)
	}
	return fmt.Sprintf("%d:%d", p.Line, p.Column)
}

func kindName(k brief.CellKind) string {
	return [...]string{"text", "number", "bool", "date", "missing"}[k]
}

func TestRead(t *testing.T) {
	names, err := filepath.Glob("testdata/read/*")
	if err != nil || len(names) == 0 {
		t.Fatal("no files to read", err)
	}
	g := goldie.New(t, goldie.WithFixtureDir("testdata/golden"), goldie.WithNameSuffix(".txt"))
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			g.Assert(t, filepath.Base(name), dump(Read(&source.File{Name: filepath.Base(name), Data: data}, Options{})))
		})
	}
}
