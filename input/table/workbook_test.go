package table

import (
	"bytes"
	"testing"
	"time"

	"github.com/sebdah/goldie/v2"
	"github.com/xuri/excelize/v2"

	"warraq/input/source"
)

// workbook makes an XLSX file by a function that fills it.
func workbook(t testing.TB, fill func(book *excelize.File, set func(sheet, cell string, value any))) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	fill(book, func(sheet, cell string, value any) {
		if err := book.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	})
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// holdings has a title above its header, a blank first column, a second sheet,
// a named range, a named table, formats, formulas, errors and notes.
func holdings(t testing.TB) []byte {
	return workbook(t, func(book *excelize.File, set func(string, string, any)) {
		const s = "Sheet1"
		set(s, "B2", "حيازات المعادن في آسيا الوسطى")
		for i, name := range []string{"الدولة", "الكمية", "النسبة", "التاريخ", "الليثيوم", "المجموع"} {
			cell, _ := excelize.CoordinatesToCellName(2+i, 4)
			set(s, cell, name)
		}
		set(s, "B5", "كازاخستان")
		set(s, "C5", 1234567.5)
		set(s, "D5", 0.07)
		set(s, "E5", 45756)
		set(s, "F5", true)
		set(s, "G5", 0.1+0.2)
		set(s, "B7", "أوزبكستان")
		set(s, "C7", "غير معلوم")
		set(s, "D7", "١٢٫٥٪")
		set(s, "E7", time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC))
		set(s, "F7", false)
		set(s, "B8", "قيرغيزستان")
		set(s, "C8", "#DIV/0!")
		set(s, "I8", "خارج الجدول")
		set(s, "B10", "المصدر: هيئة المسح")
		set(s, "B11", "ملاحظة")
		style := func(cell string, style excelize.Style) {
			id, err := book.NewStyle(&style)
			if err == nil {
				err = book.SetCellStyle(s, cell, cell, id)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		thousands, date, unit := "#,##0.00", `d mmmm yyyy`, `0.0 "day"`
		style("C5", excelize.Style{CustomNumFmt: &thousands})
		style("D5", excelize.Style{NumFmt: 9})
		style("E5", excelize.Style{CustomNumFmt: &date})
		style("G5", excelize.Style{CustomNumFmt: &unit})
		if err := book.SetCellFormula(s, "G7", "SUM(C5:C7)"); err != nil {
			t.Fatal(err)
		}
		if _, err := book.NewSheet("تمويل 2025"); err != nil {
			t.Fatal(err)
		}
		set("تمويل 2025", "A1", "الجهة")
		set("تمويل 2025", "B1", "المبلغ")
		set("تمويل 2025", "A2", "البنك")
		set("تمويل 2025", "B2", 365)
		set("تمويل 2025", "A3", "المفوضية")
		set("تمويل 2025", "B3", 3)
		if err := book.SetDefinedName(&excelize.DefinedName{Name: "Funding", RefersTo: "'تمويل 2025'!$A$1:$B$2"}); err != nil {
			t.Fatal(err)
		}
		if err := book.AddTable("تمويل 2025", &excelize.Table{Range: "A1:B3", Name: "Ledger"}); err != nil {
			t.Fatal(err)
		}
	})
}

func TestReadWorkbook(t *testing.T) {
	g := goldie.New(t, goldie.WithFixtureDir("testdata/golden"), goldie.WithNameSuffix(".txt"))
	f := &source.File{Name: "data/holdings.xlsx", Data: holdings(t)}
	for name, sheet := range map[string]string{
		"first": "", "sheet": "تمويل 2025", "named": "funding", "table": "Ledger", "range": "'تمويل 2025'!A1:A9",
		"columns": "تمويل 2025!A:B", "absent": "Sheet9", "wrong": "Sheet1!C3:A1",
	} {
		t.Run(name, func(t *testing.T) {
			g.Assert(t, "xlsx-"+name, dump(Read(f, Options{Sheet: sheet})))
		})
	}
}

// A header that lacks the name of its first column is no title.
func TestHeaderWithoutFirstName(t *testing.T) {
	f := &source.File{Name: "x.xlsx", Data: workbook(t, func(book *excelize.File, set func(string, string, any)) {
		set("Sheet1", "B1", "المبلغ")
		set("Sheet1", "A2", "البنك")
		set("Sheet1", "B2", 365)
		set("Sheet1", "A3", "المفوضية")
		set("Sheet1", "B3", 3)
	})}
	goldie.New(t, goldie.WithFixtureDir("testdata/golden"), goldie.WithNameSuffix(".txt")).
		Assert(t, "xlsx-unnamed", dump(Read(f, Options{})))
}

// Years and months are dates to a spreadsheet; shown as years, they are years.
func TestYearsAndMonthsOfDates(t *testing.T) {
	for format, want := range map[string]string{"yyyy": "2024", "yyyy\"م\"": "2024", "mmm-yy": "2024-03", "[$-C01]mmmm yyyy": "2024-03", "d/m/yyyy": "2024-03-01"} {
		f := &source.File{Name: "x.xlsx", Data: workbook(t, func(book *excelize.File, set func(string, string, any)) {
			set("Sheet1", "A1", "السنة")
			set("Sheet1", "B1", "المبلغ")
			set("Sheet1", "A2", time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC))
			set("Sheet1", "B2", 365)
			id, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
			if err == nil {
				err = book.SetCellStyle("Sheet1", "A2", "A2", id)
			}
			if err != nil {
				t.Fatal(err)
			}
		})}
		got, problems := Read(f, Options{})
		if len(problems) > 0 || got.Rows[0].Cells[0].Text != want {
			t.Errorf("%s: %s, want %s", format, dump(got, problems), want)
		}
	}
}

// A header in two rows, its upper cells merged, is joined; merged cells over numbers
// are told of, each at its own place; over columns without values they are names like
// any others.
func TestMergedHeader(t *testing.T) {
	sheet := func(rows ...[]any) *source.File {
		return &source.File{Name: "x.xlsx", Data: workbook(t, func(book *excelize.File, set func(string, string, any)) {
			for r, row := range rows {
				for c, value := range row {
					if cell, _ := excelize.CoordinatesToCellName(c+1, r+1); value != nil {
						set("Sheet1", cell, value)
					}
				}
			}
			for _, m := range [][2]string{{"B1", "C1"}, {"D1", "E1"}} {
				if err := book.MergeCell("Sheet1", m[0], m[1]); err != nil {
					t.Fatal(err)
				}
			}
		})}
	}
	names := []any{"الدولة", "الصادرات", nil, "الواردات", nil}
	got, problems := Read(sheet(names, []any{nil, 2020, 2021, 2020, 2021}, []any{"مصر", 1, 2, 3, 4}, []any{"تونس", 5, 6, 7, 8}), Options{})
	if got == nil || len(problems) > 0 || got.Columns[0].Name != "الدولة" || got.Columns[2].Name != "الصادرات 2021" || got.Columns[3].Name != "الواردات 2020" || got.Rows[0].Cells[3].Number != 3 {
		t.Errorf("%s", dump(got, problems))
	}
	got, problems = Read(sheet(names, []any{"مصر", 1, 2, 3, 4}, []any{"تونس", 5, 6, 7, 8}), Options{})
	if got != nil || len(problems) != 2 || problems[0].Code != "merged-header" || problems[1].Span.Column != 4 {
		t.Errorf("%s", dump(got, problems))
	}
	if got, problems = Read(sheet(names[:3], []any{"مصر", 1, nil}, []any{"تونس", 5, nil}), Options{}); got == nil || len(problems) > 0 {
		t.Errorf("%s", dump(got, problems))
	}
}

func TestWorkbookLimits(t *testing.T) {
	long := &source.File{Name: "long.xlsx", Data: workbook(t, func(book *excelize.File, set func(string, string, any)) {
		set("Sheet1", "A1", "a")
		set("Sheet1", "B1", "b")
		for row := 2; row <= 31; row++ {
			cell, _ := excelize.CoordinatesToCellName(1, row)
			set("Sheet1", cell, row)
			cell, _ = excelize.CoordinatesToCellName(2, row)
			set("Sheet1", cell, row)
		}
	})}
	for name, c := range map[string]struct {
		file   *source.File
		limits Limits
		code   string
	}{
		"rows":    {long, Limits{Rows: 20}, "table-too-large"},
		"columns": {long, Limits{Columns: 1}, "table-too-large"},
		"cells":   {long, Limits{Cells: 50}, "table-too-large"},
		"unzip":   {long, Limits{Unzip: 500}, "workbook-too-large"},
		"sheet":   {long, Limits{Sheet: 500}, "workbook-too-large"},
		"no zip":  {&source.File{Name: "x.xlsx", Data: []byte("PK\x03\x04 not really")}, Limits{}, "bad-workbook"},
		"empty":   {&source.File{Name: "x.xlsx"}, Limits{}, "bad-workbook"},
		"csv":     {&source.File{Name: "x.xlsx", Data: []byte("a,b\n1,2\n")}, Limits{}, "bad-workbook"},
	} {
		got, problems := Read(c.file, Options{Limits: c.limits})
		if got != nil || len(problems) != 1 || problems[0].Code != c.code {
			t.Errorf("%s: %s", name, dump(got, problems))
		}
	}
}

func FuzzWorkbook(f *testing.F) {
	whole := holdings(f)
	f.Add(whole, uint16(0), byte(0))
	f.Add(whole, uint16(30), byte(255))
	f.Add(whole[:len(whole)/2], uint16(0), byte(1))
	f.Fuzz(func(t *testing.T, data []byte, at uint16, x byte) {
		data = bytes.Clone(data)
		if len(data) > 0 {
			data[int(at)%len(data)] ^= x
		}
		got, problems := Read(&source.File{Name: "x.xlsx", Data: data}, Options{Limits: Limits{Rows: 1000, Unzip: 4 << 20}})
		if got == nil && !problems.HasErrors() {
			t.Fatal("neither a table nor a problem")
		}
	})
}

// Ranges that no sheet has are not read as others.
func TestRangesThatAreNone(t *testing.T) {
	sheets := []string{"Sheet1"}
	for _, text := range []string{
		"Sheet1!A0:B0", "Sheet1!A0", "Sheet1!A1:B0", "Sheet1!0:5", "Sheet1!A1:B1048577", "Sheet1!A99999999999999999999",
		"Sheet1!XFE1", "Sheet1!B1:A1", "Sheet1!A5:A1", "Sheet1!A1B", "Sheet1!", "Sheet1!:", "Sheet1!A1:", "Sheet1!١:٢", "Other!A1", "A1",
	} {
		if p, ok := parseRange(sheets, text); ok {
			t.Errorf("%s is read as %+v", text, p)
		}
	}
	for text, want := range map[string]part{
		"Sheet1!A1:B2":       {"Sheet1", 1, 1, 2, 2},
		"Sheet1!$A$1048576":  {"Sheet1", 1048576, 1, 1048576, 1},
		"'Sheet1'!A:C":       {"Sheet1", 1, 1, 0, 3},
		"=Sheet1!2:5":        {"Sheet1", 2, 1, 5, 0},
		"sheet1!XFD3":        {"Sheet1", 3, 16384, 3, 16384},
		"Sheet1!b2:d1048576": {"Sheet1", 2, 2, 1048576, 4},
	} {
		if p, ok := parseRange(sheets, text); !ok || p != want {
			t.Errorf("%s is read as %+v, %t", text, p, ok)
		}
	}
}
