package grid

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
	"warraq/input/problem"
)

// onMap reads a table as a map's: each country by its code with its value, as it is
// printed in an Arabic document, and the codes of the problems.
func onMap(table string, chart brief.Chart) string {
	chart.Type, chart.Data = "map", samples.Table(table)
	g, problems := readAs(Map(), &chart)
	var words []string
	if g != nil {
		for _, t := range g.Territories(true) {
			words = append(words, fmt.Sprintf("%s %s=%g", t.Alpha2, t.Name, g.Value(0, t.Category)))
		}
	}
	for _, p := range problems.Few() {
		words = append(words, p.Code)
	}
	return strings.Join(words, "; ")
}

func TestCountriesOfRows(t *testing.T) {
	for name, c := range map[string]struct {
		table string
		chart brief.Chart
		want  string
	}{
		"names of several settled by the others": {
			table: "الدولة,القيمة\nالكونغو,7\nCongo (Kinshasa),3\nKorea,1\nكوريا الشمالية,2\n",
			want:  "CG الكونغو - برازافيل=7; CD الكونغو - كينشاسا=3; KR كوريا الجنوبية=1; KP كوريا الشمالية=2",
		},
		"names of several not settled": {table: "الدولة,القيمة\nالكونغو,7\nمصر,3\n", want: "EG مصر=3; several-countries"},
		"codes before names": {
			table: "Country Name,Country Code,Value\nCongo,COD,5\nKorea,PRK,7\nالجمهورية,EGY,3\nWhatever,SSF,9\n",
			want:  "CD الكونغو - كينشاسا=5; KP كوريا الشمالية=7; EG مصر=3; country-groups-left-out",
		},
		"codes by figures":              {table: "الدولة,ISO numeric,القيمة\nالكونغو,180,5\nمصر,818,7\n", want: "CD الكونغو - كينشاسا=5; EG مصر=7"},
		"codes of Eurostat":             {table: "geo,v\nEL,1\nUK,2\nEU27_2020,3\n", want: "GR اليونان=1; GB المملكة المتحدة=2; country-groups-left-out"},
		"codes that contradict a name":  {table: "الدولة,الرمز,القيمة\nمصر,EGY,5\nتونس,MAR,7\nليبيا,LBY,1\n", want: "EG مصر=5; LY ليبيا=1; country-code-differs"},
		"what is no code of countries":  {table: "الدولة,الرمز,القيمة\nمصر,1,5\nتونس,2,7\n", chart: brief.Chart{Value: "القيمة"}, want: "EG مصر=5; TN تونس=7"},
		"abbreviations that are a code": {table: "الدولة,القسم,القيمة\nمصر,IT,5\nتونس,HR,7\n", chart: brief.Chart{Value: "القيمة"}, want: "EG مصر=5; TN تونس=7"},
		"only groups":                   {table: "الدولة,القيمة\nWorld,1\n", want: "country-groups-alone"},
		"what has no outline":           {table: "الدولة,القيمة\nمصر,1\nLa Réunion,2\n", want: "EG مصر=1; country-not-drawn"},
		"two spellings of one":          {table: "الدولة,القيمة\n\"Egypt, Arab Rep.\",1\nمصر,2\n", want: "EG مصر=3"},
	} {
		if got := onMap(c.table, c.chart); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// A whole file of the World Bank is drawn: every country, and one warning of what is
// none.
func TestWorldBankFile(t *testing.T) {
	names, err := os.ReadFile("../../input/country/testdata/worldbank.txt")
	if err != nil {
		t.Fatal(err)
	}
	table, countries := "Country Name,Value\n", 0
	for line := range strings.Lines(string(names)) {
		code, name, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		table += fmt.Sprintf("%q,%d\n", name, len(table))
		if code != "~" {
			countries++
		}
	}
	chart := brief.Chart{Type: "map", Data: samples.Table(table)}
	g, problems := readAs(Map(), &chart)
	if len(problems) != 1 || problems[0].Severity != problem.Warning || problems[0].Code != "country-groups-left-out" || len(g.Territories(false)) != countries || countries != 216 {
		t.Errorf("%d of %d countries, %v", len(g.Territories(false)), countries, problems)
	}
}
