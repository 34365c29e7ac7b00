package ledger_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/ledger"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/table"
)

func read(t testing.TB, csv string) *brief.Table {
	t.Helper()
	got, problems := table.Read(&source.File{Name: "x.csv", Data: []byte(csv)}, table.Options{})
	if got == nil || problems.HasErrors() {
		t.Fatal(problems)
	}
	return got
}

func told(list problem.List) string {
	var all []string
	for _, p := range list {
		if p.Severity != problem.Warning {
			all = append(all, p.Severity.String())
		}
		at := p.Span.Position()
		all = append(all, fmt.Sprintf("%s %d:%d", p.Code, at.Line, at.Column))
		for _, l := range []problem.Language{problem.Arabic, problem.English} {
			if text := p.Message.In(l, p.Args...) + p.Advice.In(l, p.Args...); strings.Contains(text, "%!") {
				all = append(all, text)
			}
		}
	}
	return strings.Join(all, ", ")
}

func TestCheck(t *testing.T) {
	for name, c := range map[string]struct{ csv, want string }{
		"a total row":                   {"البلد,المبلغ\nأ,10\nب,20\nالإجمالي,41\n", "total-does-not-match 4:10"},
		"a total row in English":        {"country,amount,n\na,10,1\nb,20,2\nTotal:,30,7\n", "total-does-not-match 4:11"},
		"a total above":                 {"البلد,المبلغ\nالمجموع,35\nأ,10\nب,20\n", "total-does-not-match 2:9"},
		"a total in the second column":  {"السنة,البلد,المبلغ\n2024,أ,10\n2024,ب,20\n,المجموع,40\n", "total-does-not-match 4:10"},
		"Arabic digits":                 {"البلد,المبلغ\nأ,١٠\nب,٢٠\nالإجمالي,٤١\n", "total-does-not-match 4:10"},
		"too small though one is blank": {"البلد,المبلغ\nأ,10\nب,20\nج,\nالإجمالي,5\n", "total-does-not-match 5:10"},
		"a total column":                {"البلد,أ,ب,المجموع\nس,1,2,3\nص,4,5,9\nع,1,1,5\n", "row-total-does-not-match 4:7"},
		"a total of two currencies":     {"payer,programme,amount,currency\nأ,س,10,EUR\nب,ص,20,USD\nالإجمالي,,30,\n", "total-of-mixed-currencies 4:11"},
		"shares":                        {"البلد,الحصة\nأ,-5%\nب,105%\n", "share-negative 2:3, share-over-hundred 3:3"},
		"an entry twice": {"payer,programme,amount,currency,year\nأ,س,10,EUR,2024\nب,س,10,EUR,2024\nأ, س,12,EUR,٢٠٢٤\n",
			"ledger-row-twice 4:6"},

		// Honest tables.
		"a sum that fits":          {"البلد,المبلغ\nأ,10\nب,20\nالإجمالي,30\n", ""},
		"rounded parts":            {"البلد,المبلغ\nأ,33.3\nب,33.3\nج,33.3\nالإجمالي,100\n", ""},
		"rounded shares":           {"البلد,الحصة\nأ,33%\nب,33%\nج,33%\nالإجمالي,100%\n", ""},
		"a mean":                   {"البلد,معدل البطالة\nأ,5.5\nب,9.1\nالإجمالي,6.2\n", ""},
		"unknown parts":            {"البلد,المبلغ\nأ,10\nب,غير متاح\nالإجمالي,30\n", ""},
		"groups with totals":       {"البند,المبلغ\nأ,10\nب,20\nالمجموع الفرعي,30\nج,5\nد,6\nالمجموع الفرعي,11\nالإجمالي,41\n", ""},
		"totals above their parts": {"البند,المبلغ\nالمجموع,30\nأ,10\nب,20\nالمجموع,11\nج,5\nد,6\n", ""},
		"a thing called total":     {"البند,المبلغ\nإجمالي الإنفاق العسكري,10\nالتعليم,20\nالصحة,70\n", ""},
		"years":                    {"البلد,السنة,المبلغ\nأ,2023,10\nب,2024,20\nالإجمالي,2024,30\n", ""},
		"another total":            {"البلد,ذكور,إناث,المجموع\nأ,1,2,30\nب,4,5,90\n", ""},
		"growth":                   {"البلد,النمو\nأ,-5%\nب,150%\n", ""},
		"two payments":             {"payer,programme,amount,currency,year,note\nأ,س,10,EUR,2024,الدفعة الأولى\nأ,س,10,EUR,2024,الدفعة الثانية\n", ""},
		"two years":                {"payer,programme,amount,year\nأ,س,10,2023\nأ,س,10,2024\n", ""},
		"one programme, many rows": {"programme,amount\nس,10\nس,20\n", ""},
		"two currencies":           {"payer,programme,amount,currency\nأ,س,10,EUR\nأ,س,10,USD\n", ""},
		"large numbers":            {"البلد,المبلغ\nأ,\"1,234,567.89\"\nب,\"2,345,678.90\"\nالإجمالي,\"3,580,246.79\"\n", ""},
		"negative amounts":         {"البند,المبلغ\nإيراد,100\nخصم,-30\nالمجموع,70\n", ""},
		"only a total":             {"البند,المبلغ\nالمجموع,70\n", ""},
	} {
		if got := told(ledger.Check(read(t, c.csv))); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// Any column with its true sum below is left alone, however it is rounded; one
// that is off by more than rounding can make is not.
func TestTotalsOfAnyColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		decimals := rapid.IntRange(0, 3).Draw(t, "decimals")
		parts := rapid.SliceOfN(rapid.Float64Range(0, 1e6), 2, 12).Draw(t, "parts")
		var csv strings.Builder
		csv.WriteString("البند,المبلغ\n")
		total := 0.0
		for i, x := range parts {
			total += x
			fmt.Fprintf(&csv, "بند %d,%.*f\n", i, decimals, x)
		}
		honest := csv.String() + fmt.Sprintf("الإجمالي,%.*f\n", decimals, total)
		if got := told(ledger.Check(readRapid(t, honest))); got != "" {
			t.Errorf("%s: %s", honest, got)
		}
		wrong := csv.String() + fmt.Sprintf("الإجمالي,%.*f\n", decimals, total*1.01+20)
		if got := told(ledger.Check(readRapid(t, wrong))); !strings.HasPrefix(got, "total-does-not-match") {
			t.Errorf("%s: %s", wrong, got)
		}
	})
}

func readRapid(t *rapid.T, csv string) *brief.Table {
	// Three decimals in every cell can be read as thousands, were it not said.
	got, problems := table.Read(&source.File{Name: "x.csv", Data: []byte(csv)}, table.Options{Reading: column.Reading{Decimal: '.'}})
	if got == nil {
		t.Fatal(problems)
	}
	return got
}

func FuzzCheck(f *testing.F) {
	f.Add("payer,programme,amount,currency,year\nأ,س,10,EUR,2024\nالإجمالي,,10,EUR,\n")
	f.Add("a,المجموع,b,c\nالمجموع,1,2,3\nالمجموع,1,1e300,1e300\n")
	f.Fuzz(func(t *testing.T, csv string) {
		got, _ := table.Read(&source.File{Name: "x.csv", Data: []byte(csv)}, table.Options{})
		for _, p := range ledger.Check(got) {
			if p.Span.IsZero() || p.Severity != problem.Warning {
				t.Fatalf("%s at %v", p.Code, p.Span)
			}
		}
	})
}
