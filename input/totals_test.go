package input_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/input"
	"warraq/input/brief"
)

// What sums up the rest of a table is what the author says; else what is called so, and
// rows that are bold throughout. A bold name, a bold row among as many and a row of bold
// words are none.
func TestTotalsAreFound(t *testing.T) {
	const head = "| القطاع | 2023 | الإجمالي |\n|---|---|---|\n| الطاقة | 3 | 4 |\n| النقل | 5 | 6 |\n"
	for name, c := range map[string]struct{ table, want string }{
		"named":            {head + "| المجموع | 8 | 10 |\n", "..T/..T/TTT"},
		"named in English": {head + "| Grand total | 8 | 10 |\n", "..T/..T/TTT"},
		"subtotal":         {head + "| المجموع الفرعي | 8 | 10 |\n| التعليم | 1 | 2 |\n", "..T/..T/TTT/..T"},
		"after a number":   {"| م | القطاع | القيمة |\n|---|---|---|\n| 1 | الطاقة | 4 |\n| 2 | الإجمالي | 6 |\n", ".../TTT"},
		"bold":             {head + "| **الكل**[^a] | **8** | **10** |\n\n[^a]: نص.\n", "..T/..T/TTT"},
		"bold name":        {head + "| **التعليم** | 8 | 10 |\n", "..T/..T/..T"},
		"bold words":       {head + "| **آسيا** | **أولى** | |\n", "..T/..T/..T"},
		"mostly bold":      {"| القطاع | 2023 |\n|---|---|\n| **أ** | **1** |\n| **ب** | **2** |\n| ج | 3 |\n", "../../.."},
		"thing of its own": {head + "| إجمالي الإنفاق | 8 | 10 |\n", "..T/..T/..T"},
		"none":             {head + "| المجموع | 8 | 10 |\n{total=none}\n", ".../.../..."},
		"row":              {head + "| الكل | 8 | 10 |\n{total=row}\n", ".../.../TTT"},
		"column":           {head + "| المجموع | 8 | 10 |\n{total=column}\n", "..T/..T/..T"},
		"both":             {head + "| الكل | 8 | 10 |\n{total=both}\n", "..T/..T/TTT"},
		"spanned":          {"<table><thead><tr><th rowspan=2>أ<th colspan=2>ب<th rowspan=2>المجموع<tr><th>ج<th>د</thead><tr><td>س<td>1<td>2<td>3</table>\n", "...T"},
		"span over it":     {"| أ | ب | المجموع |\n|---|---|---|\n| س | نص {colspan=2} | |\n", ".."},
	} {
		t.Run(name, func(t *testing.T) {
			b, problems, err := input.Read(context.Background(), input.Options{FS: fstest.MapFS{}, Path: "b.md", Data: []byte("---\ntitle: ت\n---\n" + c.table)})
			if err != nil || problems.HasErrors() {
				t.Fatal(err, problems)
			}
			var rows []string
			for _, row := range b.Body[0].(*brief.TableBlock).Rows {
				s := ""
				for _, cell := range row.Cells {
					s += map[bool]string{true: "T", false: "."}[cell.Total]
				}
				if row.Total != (strings.Trim(s, "T") == "") {
					t.Errorf("row %q: total %v", s, row.Total)
				}
				rows = append(rows, s)
			}
			if got := strings.Join(rows, "/"); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}
