package table

import (
	"bufio"
	"bytes"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"warraq/input/brief"
	"warraq/input/source"
)

// A written table is one that the other language wrote, with what it wrote.
type written struct {
	Text    string
	Columns []struct {
		Name   string
		Values []any // a number, nil where it is unknown, a text for a word
		Odd    []int
		Sure   bool
	}
}

// The numbers that are read are those that were written, or a problem: tables are
// written by another program, in testdata/oracle, which knows what it wrote. A column
// that can be read in one way only, and has no odd cell, is read whole.
func TestNumbersAreThoseThatWereWritten(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("WARRAQ_JUDGES") == "require" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	cases := 300
	if n, err := strconv.Atoi(os.Getenv("WARRAQ_CASES")); err == nil {
		cases = n
	}
	out, err := exec.Command(python, "testdata/oracle/tables.py", strconv.Itoa(cases), "1").Output()
	if err != nil {
		t.Fatal(err)
	}
	tables, told, read, sure := 0, 0, 0, 0
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var w written
		if err := json.Unmarshal(lines.Bytes(), &w); err != nil {
			t.Fatal(err)
		}
		tables++
		got, problems := Read(&source.File{Name: "x.csv", Data: []byte(w.Text)}, Options{})
		if got == nil || len(got.Rows) != len(w.Columns[0].Values) || len(got.Columns) != len(w.Columns)+1 {
			t.Fatalf("%s\n%s", w.Text, dump(got, problems))
		}
		for k, column := range w.Columns {
			for i, value := range column.Values {
				c := got.Rows[i].Cells[k+1]
				x, isNumber := value.(float64)
				switch {
				case value == nil && c.Kind != brief.MissingCell:
					t.Errorf("%q in %s is unknown, and was read as %v\n%s", c.Text, column.Name, c.Number, w.Text)
				case c.Kind == brief.NumberCell && !isNumber:
					t.Errorf("%q in %s is a word, and was read as %v\n%s", c.Text, column.Name, c.Number, w.Text)
				case c.Kind == brief.NumberCell && math.Abs(c.Number-x) > 1e-9*math.Max(1, math.Abs(x)):
					t.Errorf("%q in %s is %v, and was read as %v\n%s", c.Text, column.Name, x, c.Number, w.Text)
				case c.Kind == brief.NumberCell:
					read++
				case isNumber && column.Sure:
					t.Errorf("%q in %s is %v in one way only, and was told (doubt %d)\n%s", c.Text, column.Name, x, c.Doubt, w.Text)
				case isNumber && c.Doubt == brief.NoDoubt && got.Columns[k+1].Counted():
					t.Errorf("%q in %s was left out without a word\n%s", c.Text, column.Name, w.Text)
				default:
					told++
				}
			}
			if column.Sure {
				sure++
			}
		}
	}
	if tables != cases || read < 2*tables || sure < tables/3 {
		t.Errorf("%d tables, %d numbers read, %d told, %d columns sure", tables, read, told, sure)
	}
	t.Logf("%d tables, %d numbers read, %d cells told or unknown, %d columns sure", tables, read, told, sure)
}
