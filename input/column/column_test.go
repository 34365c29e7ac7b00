package column

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"warraq/input/brief"
)

var typeNames = []string{"nothing", "names", "numbers", "shares", "times", "countries", "yes-no"}

func day(x float64) string { return time.Unix(int64(x)*24*60*60, 0).UTC().Format(time.DateOnly) }

func lines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && line[0] != '#' {
			list = append(list, line)
		}
	}
	return list
}

func TestTimes(t *testing.T) {
	grains := []string{"none", "moment", "day", "week", "month", "quarter", "half", "year", "span"}
	for _, line := range lines(t, "times.tsv") {
		text, want, _ := strings.Cut(line, "\t")
		got := "none"
		if x, ok := TimeOf(text); ok {
			got = day(x.First) + "\t" + day(x.Last) + "\t" + grains[x.Grain]
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// tableOf makes a table of one column beside one of names.
func tableOf(name string, cells []string) *brief.Table {
	t := &brief.Table{Columns: []brief.Column{{Name: "البند"}, {Name: name}}}
	for i, c := range cells {
		t.Rows = append(t.Rows, brief.Row{Cells: []brief.Cell{{Text: "بند " + string(rune('أ'+i))}, {Text: c}}})
	}
	return t
}

// said writes what a column was found to be.
func said(t *brief.Table, column int) string {
	c := t.Columns[column]
	out := typeNames[c.Type]
	if c.Unit != "" {
		out += "[" + c.Unit + "]"
	}
	for _, row := range t.Rows {
		cell := row.Cells[column]
		switch _, told := Problem(cell, c); {
		case told, cell.Doubt != brief.NoDoubt:
			out += " ?"
		case cell.Kind == brief.MissingCell:
			out += " ~"
		case cell.Kind == brief.TextCell:
			out += " ="
		case cell.Kind == brief.DateCell:
			out += " " + day(cell.Number)
		default:
			out += " " + strconv.FormatFloat(cell.Number, 'f', -1, 64)
		}
	}
	return out
}

func TestColumns(t *testing.T) {
	list := lines(t, "columns.txt")
	for i := 0; i+1 < len(list); i += 2 {
		name, cells, _ := strings.Cut(list[i], ": ")
		parts := strings.Split(cells, "|")
		for k := range parts {
			parts[k] = strings.TrimSpace(parts[k])
		}
		table := tableOf(name, parts)
		Read(table, Options{})
		if got, want := said(table, 1), strings.TrimSpace(list[i+1]); got != want {
			t.Errorf("%s\n got %s\nwant %s", list[i], got, want)
		}
		// What was found of the texts is found of the kinds as well.
		before := table.Columns[1]
		table.Columns[1] = brief.Column{Name: before.Name}
		table = Find(table)
		if after := table.Columns[1]; after.Type != before.Type {
			t.Errorf("%s is found to be %s again, and was %s", list[i], typeNames[after.Type], typeNames[before.Type])
		}
	}
}

// What settles an open number: the author, another column, a unit.
func TestWhatSettles(t *testing.T) {
	for name, c := range map[string]struct {
		reading Reading
		beside  []string
		want    string
	}{
		"thousands": {Reading{Thousands: '.'}, nil, "numbers 50000 49947"},
		"decimal":   {Reading{Decimal: '.'}, nil, "numbers 50 49.947"},
		"comma":     {Reading{Decimal: ','}, nil, "numbers 50000 49947"},
		"beside":    {Reading{}, []string{"1,5", "2,25"}, "numbers 50000 49947"},
		"points":    {Reading{}, []string{"1.5", "2.25"}, "numbers 50 49.947"},
		"open":      {Reading{}, []string{"1.500", "2.250"}, "numbers ? ?"},
		"text":      {Reading{Types: []Named{{Name: brief.Field{Value: "القيمة"}, Value: brief.Field{Value: "name"}}}}, nil, "names = ="},
		"missing":   {Reading{Missing: []string{"50.000"}, Decimal: '.'}, nil, "numbers ~ 49.947"},
	} {
		table := tableOf("القيمة", []string{"50.000", "49.947"})
		if c.beside != nil {
			table.Columns = append(table.Columns, brief.Column{Name: "أخرى"})
			for i := range table.Rows {
				table.Rows[i].Cells = append(table.Rows[i].Cells, brief.Cell{Text: c.beside[i]})
			}
		}
		Read(table, Options{Reading: c.reading})
		if got := said(table, 1); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// A language settles what a column leaves open, and nothing that it shows.
func TestLocaleSettlesWhatIsOpen(t *testing.T) {
	for _, c := range []struct {
		locale        string
		cells, beside []string
		want          string
	}{
		{"de", []string{"50.000", "49.947"}, nil, "numbers 50000 49947"},
		{"en", []string{"50.000", "49.947"}, nil, "numbers 50 49.947"},
		{"fr", []string{"50.000", "49.947"}, nil, "numbers 50000 49947"},
		{"ar", []string{"50.000", "49.947"}, nil, "numbers 50 49.947"},
		{"ar-MA", []string{"50.000", "49.947"}, nil, "numbers 50000 49947"},
		{"de-CH", []string{"50.000", "49.947"}, nil, "numbers 50 49.947"},
		{"de", []string{"50,000", "49,947"}, nil, "numbers 50 49.947"},
		{"en", []string{"50,000", "49,947"}, nil, "numbers 50000 49947"},
		{"de", []string{"1.5", "2.25", "50.000"}, nil, "numbers 1.5 2.25 50"},      // shows its point
		{"de", []string{"50.000", "49.947", "12.5"}, nil, "numbers 50000 49947 ?"}, // one odd cell
		{"en", []string{"50,000", "49,947", "12,5"}, nil, "numbers 50000 49947 ?"},
		{"de", []string{"50.000", "٤٩٫٥"}, nil, "numbers 50000 49.5"},
		{"de", []string{"50.000", "49.947"}, []string{"1.5", "2.25"}, "numbers ? ?"}, // another column says otherwise
		{"de", []string{"50,000", "49,947"}, []string{"1.5", "2.25"}, "numbers ? ?"},
		{"en", []string{"50.000", "49.947"}, []string{"1.5", "2.25"}, "numbers 50 49.947"},
		{"de", []string{"12.500%", "8.250%"}, nil, "shares[%] 12.5 8.25"},
	} {
		table := tableOf("القيمة", c.cells)
		if c.beside != nil {
			table.Columns = append(table.Columns, brief.Column{Name: "أخرى"})
			for i := range table.Rows {
				table.Rows[i].Cells = append(table.Rows[i].Cells, brief.Cell{Text: c.beside[i]})
			}
		}
		Read(table, Options{Reading: Reading{Locale: c.locale}})
		if got := said(table, 1); got != c.want {
			t.Errorf("%s %v: %s, want %s", c.locale, c.cells, got, c.want)
		}
	}
}

func TestLocalesAreKnown(t *testing.T) {
	for _, name := range LocaleNames() {
		if tag, err := language.Parse(name); err != nil || tag.String() != name {
			t.Errorf("%s: %s, %v", name, tag, err)
		}
	}
	if !slices.IsSorted(LocaleNames()) {
		t.Error("not in order")
	}
}

// One odd cell, wherever it stands, changes no value of the others.
func TestOneOddCellChangesNoOther(t *testing.T) {
	for _, cells := range [][]string{
		{"8,630", "91,700", "5,260", "35,700"}, {"1.5", "2.75", "3", "4.125"}, {"1,5", "2,75", "3", "4,125"}, {"1.234.567", "50.000", "12", "7.500"}, {"5 €", "6 €", "7 €", "8 €"},
	} {
		whole := tableOf("القيمة", cells)
		Read(whole, Options{})
		for _, odd := range []string{"12,5", "9 204,000", "كثير", "<1", "10-20", "1.2.3", "2024-01-31", "", "نعم", "7 $", "12/30", "0501234567"} {
			for at := range len(cells) + 1 {
				with := append(append(append([]string{}, cells[:at]...), odd), cells[at:]...)
				table := tableOf("القيمة", with)
				Read(table, Options{})
				for i := range whole.Rows {
					k := i
					if i >= at {
						k++
					}
					if got, want := table.Rows[k].Cells[1], whole.Rows[i].Cells[1]; got.Kind != want.Kind || got.Number != want.Number {
						t.Errorf("%v: %q is %v (kind %d), and %v without %q", with, got.Text, got.Number, got.Kind, want.Number, odd)
					}
				}
			}
		}
	}
}

func FuzzTimeOf(f *testing.F) {
	for _, s := range []string{"2024 Q1", "كانون الثاني/يناير 2024", "1445هـ", "2024-01-31T12:00:00Z", "9M24"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if x, ok := TimeOf(text); ok && (x.Last < x.First || x.Grain == brief.NoGrain) {
			t.Errorf("%q is %+v", text, x)
		}
		n, ok := numberOf(text, false)
		if ok && fmt.Sprint(n.point) == "NaN" {
			t.Errorf("%q is no number", text)
		}
	})
}
