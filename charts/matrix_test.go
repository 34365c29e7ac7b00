package charts

import (
	"context"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sebdah/goldie/v2"

	"warraq/charts/outlines"
	"warraq/charts/types"
	"warraq/input"
	"warraq/input/brief"
	"warraq/input/locale"
	"warraq/input/problem"
)

// A form is a table as an analyst may have it, and the numbers that are written in it.
type form struct {
	name    string
	csv     string
	numbers []float64
}

// forms are the tables that every type is tried on. Columns is how many columns of
// numbers it draws; panelled adds a column of panels.
func forms(columns int, panelled bool) []form {
	countries := []string{"كازاخستان", "أوزبكستان", "قيرغيزستان", "طاجيكستان"}
	long := []string{"المستشفياتوالمستوصفاتوالعياداتالتخصصيةالمتنقلة", "الاستراتيجيةالوطنيةللمعادنالحرجةوالنادرة", "فأسقيناكموهاوأنلزمكموها", "قصير"}
	latin := []string{"Donaudampfschifffahrtsgesellschaftskapitänsmütze", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch", "floccinaucinihilipilification", "short"}
	var sixty []string
	for _, c := range outlines.Countries()[:60] {
		sixty = append(sixty, c.Arabic)
	}
	wide := func(name string, names, heads []string, value func(row, column int) string) form {
		f := form{name: name}
		line := func(first, panel string, rest []string) {
			cells := []string{first}
			if panelled {
				cells = append(cells, panel)
			}
			f.csv += strings.Join(append(cells, rest...), ",") + "\n"
		}
		line("الدولة", "اللوحة", heads)
		for i, n := range names {
			var cells []string
			for j := range heads {
				text := value(i, j)
				if x, err := strconv.ParseFloat(text, 64); err == nil {
					f.numbers = append(f.numbers, x)
				}
				cells = append(cells, text)
			}
			line(n, fmt.Sprint("لوحة ", 1+i%2), cells)
		}
		return f
	}
	tidy := func(name, key string, keys []string) form {
		f := form{name: name, csv: "الدولة," + key + ",القيمة\n"}
		if panelled {
			f.csv = "الدولة," + key + ",القيمة,اللوحة\n"
		}
		for i, n := range countries {
			for j, k := range keys {
				x := 11 + 7*i + 3*j
				f.csv += fmt.Sprintf("%s,%s,%d", n, k, x)
				if panelled {
					f.csv += fmt.Sprint(",لوحة ", 1+i%2)
				}
				f.csv += "\n"
				f.numbers = append(f.numbers, float64(x))
			}
		}
		return f
	}
	var heads []string
	for i := range columns {
		heads = append(heads, []string{"النقل", "الطاقة", "التعليم"}[i])
	}
	plain := func(row, column int) string { return fmt.Sprint(12 + 5*row + 3*column) }
	at := func(odd string) func(int, int) string {
		return func(row, column int) string {
			if row == 1 && column == 0 {
				return odd
			}
			return plain(row, column)
		}
	}
	years := []string{"2020", "2021", "2022", "2023"}
	return []form{
		wide("wide", countries, heads, plain),
		tidy("tidy", "القطاع", []string{"النقل", "الطاقة", "التعليم"}[:max(2, columns)]),
		wide("years in header", countries, years, plain),
		tidy("years in a column", "السنة", years),
		wide("a blank", countries, heads, at("")),
		wide("a zero", countries, heads, at("0")),
		wide("a negative", countries, heads, at("-3")),
		wide("one row", countries[:1], heads, plain),
		wide("60 rows", sixty, heads, plain),
		wide("long Arabic", long, heads, plain),
		wide("long Latin", latin, heads, plain),
		wide("millions", countries, heads, func(row, column int) string { return fmt.Sprint((12+5*row+3*column)*123_456_789, ".5") }),
	}
}

// Every type meets every form of table: it is drawn and says the numbers that are
// written, or it is refused at a place with advice. Which of the two is kept, as a table.
func TestEveryTypeReadsEveryForm(t *testing.T) {
	t.Parallel()
	p, _ := plotter(brief.LatinDigits)
	all := os.Getenv("WARRAQ_CASES") != ""
	var table strings.Builder
	for i, name := range Types() {
		columns := map[string]int{
			"funding": 1, "pie": 1, "donut": 1, "waterfall": 1, "funnel": 1, "treemap": 1, "sunburst": 1, "map": 1, "gauge": 1, "box-plot": 1, "timeline": 1, "bubble": 3,
		}[name]
		if columns == 0 {
			columns = 2
		}
		panelled := name == "small-multiples"
		for j, f := range forms(columns, panelled) {
			c, problems := read(t, name, f, panelled)
			row := fmt.Sprintf("%-15s  %-17s  ", name, f.name)
			chart, told := types.Read(c, locale.For("ar"))
			problems.Add(told...)
			var codes []string
			for _, q := range problems {
				if q.Span.File == nil || q.Advice == (problem.Text{}) {
					t.Errorf("%s: a problem without place or advice: %v", row, q)
				}
				if !slices.Contains(codes, q.Code) {
					codes = append(codes, q.Code)
				}
			}
			if chart == nil {
				fmt.Fprintln(&table, row+"refused: "+strings.Join(codes, " "))
				if !problems.HasErrors() {
					t.Errorf("%sis not drawn, and nothing is said", row)
				}
				continue
			}
			fmt.Fprintln(&table, strings.TrimSpace(row+"drawn "+strings.Join(codes, " ")))
			if text := describe(c, brief.LatinDigits); text == "" {
				t.Errorf("%shas no description", row)
			}
			if name != "box-plot" && name != "timeline" { // which draw no value as it is
				var drawn []float64
				for _, list := range chart.Grid.Values {
					drawn = append(drawn, list...)
				}
				drawn = slices.DeleteFunc(drawn, math.IsNaN)
				if chart.Grid.Years { // points stand at their years
					drawn = slices.DeleteFunc(drawn, func(x float64) bool { return x >= 1900 && x < 2100 })
				}
				slices.Sort(drawn)
				want := slices.Clone(f.numbers)
				slices.Sort(want)
				if !slices.Equal(drawn, want) {
					t.Errorf("%sdraws %v, and written are %v", row, drawn, want)
				}
			}
			if _, err := p.lay(c, 420); err != nil {
				t.Errorf("%s: %v", row, err)
			} else if all || (i+j)%12 == 0 {
				if sc, err := p.drawn(context.Background(), c, 420); err != nil || len(sc.Items) == 0 {
					t.Errorf("%s: %v", row, err)
				}
			}
		}
	}
	t.Log("\n" + table.String())
	goldie.New(t, goldie.WithFixtureDir("testdata"), goldie.WithNameSuffix(".txt")).Assert(t, "matrix", []byte(table.String()))
}

// read reads a form as the data of a chart in a brief.
func read(t *testing.T, name string, f form, panelled bool) (*brief.Chart, problem.List) {
	t.Helper()
	text := "---\ntitle: تقرير\n---\n\n```chart {#fig:x}\ntype: " + name + "\ndata: d.csv\ntitle: شكل\nsource: للتجربة\n"
	if panelled {
		text += "facet: اللوحة\n"
	}
	fs := fstest.MapFS{"brief.md": {Data: []byte(text + "```\n")}, "d.csv": {Data: []byte(f.csv)}}
	b, problems, err := input.Read(context.Background(), input.Options{FS: fs, Path: "brief.md"})
	if err != nil || len(b.Figures) != 1 {
		t.Fatal(err, problems)
	}
	return b.Figures[0].Chart, problems
}
