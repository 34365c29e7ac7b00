package table

import (
	"testing"
	"time"

	"github.com/sebdah/goldie/v2"
	"github.com/xuri/excelize/v2"

	"warraq/input/source"
)

// spreadsheet is a workbook as an office keeps it: a title with a date at its
// other end above the header, years for columns, digits of both families, dates
// in several formats, what is not known in several words, marks of direction
// that were typed along, hidden rows, a named range, notes below.
func spreadsheet(t testing.TB) []byte {
	return workbook(t, func(book *excelize.File, set func(string, string, any)) {
		const s = "بيانات"
		must := func(err error) {
			if err != nil {
				t.Fatal(err)
			}
		}
		must(book.SetSheetName("Sheet1", s))
		set(s, "A1", "تمويل البرامج في آسيا الوسطى")
		set(s, "E1", "آخر تحديث: أبريل 2025")
		must(book.MergeCell(s, "A1", "D1"))
		set(s, "A2", "بملايين اليورو")
		for i, name := range []any{"\u200fالبرنامج", "2023", 2024, "تاريخ التوقيع", "الحصة"} {
			cell, _ := excelize.CoordinatesToCellName(1+i, 3)
			set(s, cell, name)
		}
		rows := [][]any{
			{"النقل المستدام", "١٬٢٣٤٫٥", 10000, time.Date(2025, 4, 3, 0, 0, 0, 0, time.UTC), 0.452},
			{"\u200fالطاقة\u200f ", "365,5", "غير متوفّر", 45750.75, "٪١٢٫٥"},
			{"المياه\u00a0", "(غير متاح)", "—", "2024/11/30", nil},
			{"المجموع", 1600, 10000, nil, 1},
		}
		for r, row := range rows {
			for c, value := range row {
				if value == nil {
					continue
				}
				cell, _ := excelize.CoordinatesToCellName(1+c, 4+r)
				set(s, cell, value)
			}
		}
		set(s, "A10", "المصدر: البنك الأوروبي للاستثمار")
		style := func(cell string, style excelize.Style) {
			id, err := book.NewStyle(&style)
			must(err)
			must(book.SetCellStyle(s, cell, cell, id))
		}
		arabicDate, money := `[$-2000401]d mmmm yyyy`, `#,##0.00 "€";[Red]-#,##0.00 "€"`
		style("D4", excelize.Style{NumFmt: 14})
		style("D5", excelize.Style{CustomNumFmt: &arabicDate})
		style("C4", excelize.Style{CustomNumFmt: &money})
		style("E4", excelize.Style{NumFmt: 10})
		style("E7", excelize.Style{NumFmt: 9})
		must(book.SetRowVisible(s, 6, false))
		must(book.SetDefinedName(&excelize.DefinedName{Name: "تمويل_البرامج", RefersTo: "'بيانات'!$A$3:$C$6"}))
		must(book.SetDefinedName(&excelize.DefinedName{Name: "Local", RefersTo: "'بيانات'!$A$3:$B$5", Scope: s}))
		must(book.SetDefinedName(&excelize.DefinedName{Name: "Formula", RefersTo: "OFFSET('بيانات'!$A$3,0,0,4,2)"}))
		must(book.SetDefinedName(&excelize.DefinedName{Name: "Constant", RefersTo: "0.92"}))
	})
}

func TestSpreadsheet(t *testing.T) {
	g := goldie.New(t, goldie.WithFixtureDir("testdata/golden"), goldie.WithNameSuffix(".txt"))
	f := &source.File{Name: "data/تمويل.xlsx", Data: spreadsheet(t)}
	for name, part := range map[string]string{
		"whole": "", "sheet": "بيانات", "name": "تمويل_البرامج", "local": "Local", "formula": "Formula", "constant": "Constant",
	} {
		t.Run(name, func(t *testing.T) { g.Assert(t, "spreadsheet-"+name, dump(Read(f, Options{Sheet: part}))) })
	}
}

// A name that is merged over several rows belongs to each; an amount does not.
func TestMergedCells(t *testing.T) {
	f := &source.File{Name: "merged.xlsx", Data: workbook(t, func(book *excelize.File, set func(string, string, any)) {
		const s = "Sheet1"
		for r, row := range [][]any{
			{"الجهة", "السنة", "البرنامج", "المبلغ"},
			{"البنك", 2023, "النقل", 100},
			{nil, nil, "الطاقة", nil},
			{nil, 2024, "المياه", 30},
			{"المفوضية", nil, "التعليم", 20},
		} {
			for c, value := range row {
				if value != nil {
					cell, _ := excelize.CoordinatesToCellName(1+c, 1+r)
					set(s, cell, value)
				}
			}
		}
		for _, merged := range [][2]string{{"A2", "A4"}, {"B4", "B5"}, {"B2", "B3"}, {"D2", "D3"}} {
			if err := book.MergeCell(s, merged[0], merged[1]); err != nil {
				t.Fatal(err)
			}
		}
	})}
	goldie.New(t, goldie.WithFixtureDir("testdata/golden"), goldie.WithNameSuffix(".txt")).
		Assert(t, "spreadsheet-merged", dump(Read(f, Options{})))
}
