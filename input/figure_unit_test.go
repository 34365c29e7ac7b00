package input_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/input"
	"warraq/input/brief"
)

// The table of a figure's data says in its head what the figure counts in, once, and
// nothing beside it says otherwise.
func TestHeadsOfFiguresData(t *testing.T) {
	for _, c := range []struct{ name, chart, data, want string }{
		{"own unit and a currency", "type: bar\nunit: مليون يورو", "payer,amount,currency\nأ,455,EUR\nب,5,EUR", "الجهة|المبلغ (مليون يورو)"},
		{"named columns", "type: bar\ncategory: payer\nvalue: amount\nunit: مليون يورو", "payer,amount,currency\nأ,455,EUR\nب,5,EUR", "الجهة|المبلغ (مليون يورو)"},
		{"a currency alone", "type: bar", "payer,amount,currency\nأ,455,EUR\nب,5,EUR", "الجهة|المبلغ|العملة"},
		{"said by the head", "type: bar", "الجهة,المبلغ (مليون يورو),العملة\nأ,455,EUR\nب,5,EUR", "الجهة|المبلغ (مليون يورو)"},
		{"the same twice", "type: bar\nunit: مليون يورو", "الجهة,المبلغ (مليون يورو)\nأ,455\nب,5", "الجهة|المبلغ (مليون يورو)"},
		{"another than the head's", "type: bar\nunit: ألف يورو", "الجهة,المبلغ (مليون يورو)\nأ,455\nب,5", "الجهة|المبلغ (ألف يورو)"},
		{"percent in the cells", "type: bar\nunit: '%'", "الجهة,الحصة\nأ,40%\nب,60%", "الجهة|الحصة"},
		{"percent in the unit", "type: bar\nunit: '%'", "الجهة,الحضور\nأ,40\nب,60", "الجهة|الحضور (%)"},
		{"several of one unit", "type: grouped-bar\nunit: طن", "الدولة,نحاس,ذهب\nأ,40,1\nب,60,2", "الدولة|نحاس (طن)|ذهب (طن)"},
		{"one of two units", "type: combined\nunit: مليون يورو", "السنة,الصادرات,النمو (%)\n2020,40,1\n2021,60,2", "السنة|الصادرات (مليون يورو)|النمو (%)"},
		{"what is not counted", "type: bar\nvalue: نحاس\ncategory: الدولة\nunit: طن", "الدولة,نحاس,السكان\nأ,40,1\nب,60,2", "الدولة|نحاس (طن)"},
		{"a column of units", "type: bar\ncategory: الدولة\nvalue: الكمية\nunit: ألف طن", "الدولة,الكمية,الوحدة\nأ,40,طن\nب,60,طن", "الدولة|الكمية (ألف طن)"},
		{"currencies that are drawn", "type: bar\ncategory: currency\nvalue: amount\nunit: مليون", "currency,amount\nEUR,40\nUSD,60", "العملة|المبلغ (مليون)"},
	} {
		fs := fstest.MapFS{
			"brief.md": {Data: []byte("---\ntitle: تقرير\n---\n\n```chart {#fig:a}\ntitle: شكل\nsource: للتجربة\ndata: a.csv\ntable: below\n" + c.chart + "\n```\n")},
			"a.csv":    {Data: []byte(c.data + "\n")},
		}
		b, problems, err := input.Read(context.Background(), input.Options{FS: fs, Path: "brief.md"})
		if err != nil || problems.HasErrors() {
			t.Fatal(c.name, err, problems)
		}
		var heads []string
		brief.Walk(b.Body, func(block brief.Block) {
			if table, ok := block.(*brief.TableBlock); ok {
				for _, cell := range table.Header[0].Cells {
					heads = append(heads, brief.Plain(cell.Content))
				}
				for _, row := range table.Rows {
					if len(row.Cells) != len(heads) {
						t.Errorf("%s: %d cells below %d heads", c.name, len(row.Cells), len(heads))
					}
				}
			}
		})
		if got := strings.Join(heads, "|"); got != c.want {
			t.Errorf("%s: the heads are %s, and not %s", c.name, got, c.want)
		}
	}
}

// What sums went without is told below the figure that is drawn of them.
func TestNotesOfWhatSumsLack(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"السنة,القطاع,المبلغ\n2019,صحة,100\n2019,نقل,\n2020,صحة,3\n2020,نقل,4", "غير معلوم: نقل (2019)."},
		{"السنة,القطاع,المبلغ\n2019,صحة,100\n2019,نقل,7\n2020,صحة,3\n2020,نقل,4", ""},
		{"السنة,القطاع,المبلغ\n2019,صحة,\n2019,نقل,\n2020,صحة,3\n2020,نقل,4", ""}, // nothing known: no sum
	} {
		fs := fstest.MapFS{
			"brief.md": {Data: []byte("---\ntitle: تقرير\n---\n\n```chart\ntitle: شكل\nsource: للتجربة\ndata: a.csv\ntype: column\ntransform:\n  - group: {by: السنة, sum: المبلغ}\n```\n")},
			"a.csv":    {Data: []byte(c.data + "\n")},
		}
		b, problems, err := input.Read(context.Background(), input.Options{FS: fs, Path: "brief.md"})
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		brief.Walk(b.Body, func(block brief.Block) {
			if f, ok := block.(*brief.Figure); ok {
				if got := brief.Plain(f.Note); got != c.want {
					t.Errorf("%s\nthe note is %q, and not %q", c.data, got, c.want)
				}
			}
		})
	}
}
