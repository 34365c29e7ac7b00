// Package samples holds charts that the tests of charts draw, describe and
// measure: every type at least once, with the odd data that reports have.
package samples

import (
	"encoding/csv"
	"strings"
	"time"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/column"
	"warraq/input/source"
)

// Table reads a small table of CSV as the readers do, with the place of each
// cell. It panics where the text is no CSV.
func Table(text string) *brief.Table {
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		panic(err)
	}
	file := &source.File{Name: "data.csv", Data: []byte(text)}
	t := &brief.Table{Name: "data", File: file}
	place := func(row, column int) source.Span {
		return source.Span{File: file, Row: row + 1, Column: column + 1}
	}
	for i, name := range records[0] {
		t.Columns = append(t.Columns, brief.Column{Name: name, Span: place(0, i)})
	}
	for r, record := range records[1:] {
		row := brief.Row{Span: place(r+1, 0)}
		for i, text := range record {
			cell := brief.Cell{Text: text, Span: place(r+1, i)}
			if day, err := time.Parse("2006-01-02", text); err == nil {
				cell.Kind, cell.Number = brief.DateCell, float64(day.Unix()/(24*60*60))
			} else if x, ok := numeral.Parse(text); ok {
				cell.Kind, cell.Number = brief.NumberCell, x
			}
			switch text {
			case "نعم", "yes":
				cell.Kind, cell.Number = brief.BoolCell, 1
			case "لا", "no":
				cell.Kind = brief.BoolCell
			case "", "غير متاح":
				cell.Kind = brief.MissingCell
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return column.Find(t)
}

// A Sample is a chart with the name that its drawings are kept under.
type Sample struct {
	Name  string
	Chart brief.Chart
}

// field is what an author writes under a key.
func field(text string) brief.Field { return brief.Field{Value: text} }

// All returns the samples, made anew with each call.
func All() []Sample {
	return []Sample{
		{"funding-log", brief.Chart{Type: "funding", Title: "التمويل الأوروبي المعلَن لآسيا الوسطى", Data: Table(Funding), Category: "programme", Value: "amount", Unit: "مليون يورو", Scale: "log"}},
		{"funding-payer", brief.Chart{Type: "funding", Data: Table(Funding), Category: "payer"}},
		{"holdings", brief.Chart{Type: "holdings", Title: "المعادن الستة في الجمهوريات الخمس", Data: Table(holdingsData), Category: "country"}},
		{"holdings-share", brief.Chart{Type: "holdings", Data: Table(amountsData)}},
		{"holdings-pairs", brief.Chart{Type: "holdings", Data: Table(pairsData)}},
		{"holdings-unit", brief.Chart{Type: "holdings", Unit: "ألف طن", Data: Table(mixedPairsData)}},
		{"bar-long", brief.Chart{Type: "bar", Data: Table(longData), Unit: "مليون يورو"}},
		{"bar-one", brief.Chart{Type: "bar", Data: Table("البند,القيمة\nالنقل,5\n"), Unit: "%"}},
		{"bar-20", brief.Chart{Type: "bar", Data: Table(Many(20)), Sort: "descending"}},
		{"bar-grouped", brief.Chart{Type: "bar", Data: Table(Share), Unit: "مليون يورو"}},
		{"bar-stacked", brief.Chart{Type: "stacked-bar", Data: Table(Share), Unit: "مليون يورو"}},
		{"bar-percent", brief.Chart{Type: "percent-bar", Data: Table(Share)}},
		{"bar-ltr", brief.Chart{Type: "bar", Data: Table(longData), Direction: "ltr"}},
		{"column", brief.Chart{Type: "column", Data: Table(Many(5)), Unit: "ألف طن"}},
		{"column-years", brief.Chart{Type: "column", Data: Table(tradeData), Unit: "مليون يورو"}},
		{"column-stacked", brief.Chart{Type: "stacked-column", Data: Table(Share)}},
		{"column-percent", brief.Chart{Type: "percent-column", Data: Table(Share)}},
		{"column-20", brief.Chart{Type: "column", Data: Table(Many(20))}},
		{"line", brief.Chart{Type: "line", Data: Table(tradeData), Unit: "مليون يورو"}},
		{"line-log", brief.Chart{Type: "line", Data: Table(tradeData), Scale: "log"}},
		{"line-names", brief.Chart{Type: "line", Data: Table(Share)}},
		{"step", brief.Chart{Type: "step", Data: Table(tradeData)}},
		{"area", brief.Chart{Type: "area", Data: Table(tradeData), Unit: "مليون يورو"}},
		{"pie", brief.Chart{Type: "pie", Data: Table(Share), Value: "أوزبكستان", Unit: "مليون يورو"}},
		{"pie-12", brief.Chart{Type: "pie", Data: Table(Many(12))}},
		{"waterfall", brief.Chart{Type: "waterfall", Title: "من الإيرادات إلى الرصيد", Data: Table(stepsData), Unit: "مليون يورو"}},
		{"waterfall-below", brief.Chart{Type: "waterfall", Data: Table("البند,القيمة\nرصيد أول المدّة,40\nنفقات التشغيل,-90\nمنحة,20\nقرض,55\n")}},
		{"funnel", brief.Chart{Type: "funnel", Data: Table(stagesData)}},
		{"radar", brief.Chart{Type: "radar", Data: Table(profileData), Unit: "%"}},
		{"sankey", brief.Chart{Type: "sankey", Data: Table(flowsData), Unit: "مليون يورو"}},
		{"treemap", brief.Chart{Type: "treemap", Data: Table(longPartsData), Unit: "مليون يورو"}},
		{"heatmap", brief.Chart{Type: "heatmap", Data: Table(Share)}},
		{"scatter", brief.Chart{Type: "scatter", Data: Table(placesData), Values: []string{"نصيب الفرد من الناتج (دولار)", "العمر المتوقّع (سنة)"}}},
		{"bubble", brief.Chart{Type: "bubble", Data: Table(placesData)}},
		{"combined", brief.Chart{Type: "combined", Data: Table(growthData), Unit: "مليون يورو"}},
		{"sunburst", brief.Chart{Type: "sunburst", Title: "التمويل بحسب القطاع والبرنامج والمشروع", Data: Table(hierarchyData), Levels: []string{"القطاع", "البرنامج", "المشروع"}, Value: "المبلغ", Unit: "مليون يورو"}},
		{"sunburst-ltr", brief.Chart{Type: "sunburst", Data: Table(flowsData), Category: "payer", Series: "programme", Direction: "ltr"}},
		{"gauge", brief.Chart{Type: "gauge", Data: Table(progressData), Unit: "%", Bands: []string{"40", "70"}}},
		{"gauge-one", brief.Chart{Type: "gauge", Data: Table("البرنامج,المبلغ\nالبوابة العالمية,7400\n"), Unit: "مليون يورو", Target: "12000", Direction: "rtl"}},
		{"gauge-targets", brief.Chart{Type: "gauge", Data: Table(targetsData), Value: "المصروف", Target: "المرصود", Unit: "مليون يورو"}},
		{"box-plot", brief.Chart{Type: "box-plot", Data: Table(pricesData), Unit: "ألف دولار للطنّ"}},
		{"box-plot-five", brief.Chart{Type: "box-plot", Data: Table(fiveData), Unit: "مليون يورو", Sort: "descending"}},
		{"timeline", brief.Chart{Type: "timeline", Data: Table(milestonesData), Title: "محطات العلاقات الأوروبية بآسيا الوسطى"}},
		{"timeline-rtl", brief.Chart{Type: "timeline", Data: Table(milestonesData), Direction: "rtl"}},
		{"timeline-rows", brief.Chart{Type: "timeline", Data: Table(projectsData)}},
		{"timeline-lanes", brief.Chart{Type: "timeline", Data: Table(projectsData), Category: "المسار"}},
		{"small-multiples", brief.Chart{Type: "small-multiples", Data: Table(Region), Facet: "الدولة", Category: "السنة", Unit: "مليار دولار"}},
		{"facet-column", brief.Chart{Type: "column", Data: Table(Region), Facet: "الدولة", Category: "السنة", Unit: "مليار دولار"}},
		{"facet-area", brief.Chart{Type: "area", Data: Table(Region), Facet: "الدولة", Category: "السنة"}},
		{"facet-bar", brief.Chart{Type: "bar", Data: Table(sectorsData), Facet: "الدولة", Category: "القطاع", Unit: "مليون يورو"}},
		{"map-world", brief.Chart{Type: "map", Title: "المانحون", Data: Table(donationsData), Unit: "مليون دولار"}},
		{"map-circles", brief.Chart{Type: "map", Data: Table(kindsOfAidData), Map: []string{"central-asia"}, Style: "marks", Values: []string{"التمويل", "نوعه"}, Unit: "مليون يورو"}},
		{"map-holdings", brief.Chart{Type: "map", Data: Table(mineralsData), Map: []string{"آسيا الوسطى"}}},
		{"map-groups", brief.Chart{Type: "map", Data: Table(agreementsData), Map: []string{"central-asia"}, Value: "الاتفاق"}},
		{"map-countries", brief.Chart{Type: "map", Data: Table(membersData), Map: []string{"السعودية", "EG", "Iraq", "اليمن"}}},
		{"donut", brief.Chart{Type: "donut", Data: Table(Funding), Category: "programme", Value: "amount"}},
		{"grouped-bar", brief.Chart{Type: "grouped-bar", Data: Table(profileData), Unit: "%", Direction: "ltr"}},
		{"grouped-column", brief.Chart{Type: "grouped-column", Data: Table(tradeData), Values: []string{"صادرات آسيا الوسطى إلى الاتحاد الأوروبي"}, Height: 260}},
		{"pie-small", brief.Chart{Type: "pie", Data: Table(smallPartsData), Unit: "مليون يورو"}},
		{"bar-log", brief.Chart{Type: "bar", Data: Table("المعدن,الإنتاج\nالنحاس,100\nالذهب,0.2\nاليورانيوم,10\nالفحم,35000000\n"), Scale: "log"}},
		{"column-log", brief.Chart{Type: "column", Data: Table("المعدن,الإنتاج\nالنحاس,100\nالذهب,0.2\nاليورانيوم,10\n"), Scale: "log"}},
		{"radar-address", brief.Chart{Type: "radar", Data: Table("البند,القيمة\nصندوق,10\nhttps://example.org/a/very/long/address/without/any/space/at/all/report.pdf,20\nبرنامج,30\nأفاستسقيناكموهاأفاستسقيناكموهاأفاستسقيناكموها,40\n")}},
		{"holdings-wide", brief.Chart{Type: "holdings", Unit: "طن", Data: Table(wideMatrix(10))}},
		{"heatmap-wide", brief.Chart{Type: "heatmap", Data: Table(wideMatrix(28))}},
		{"bar-60", brief.Chart{Type: "bar", Data: Table(countries(60))}},
		{"line-uneven", brief.Chart{Type: "line", Data: Table("السنة,أحفوري,نووي,متجدد\n2001,35361,3853,1437\n2016,28437,4703,21241\n2017,29329,5214,21933\n")}},
		{"line-ten", brief.Chart{Type: "line", Unit: "مليون طن", Data: Table("السنة,أ,ب,ج,د,هـ,و,ز,ح,ط,ي\n2017,1,2,3,4,5,6,7,8,9,10\n2018,1,2,3,4,5,6,7,8,9,10\n2019,1.5,1.6,1.7,4,5,6,7,8,9,9.5\n")}},
		{"line-alone", brief.Chart{Type: "line", Data: Table(Alone(30))}},
		{"step-months", brief.Chart{Type: "step", Data: Table("الشهر,السعر\n2023-01,5\n2023-02,6\n2024-01,7\n2024-02,5\n")}},
		{"area-gap", brief.Chart{Type: "area", Data: Table("السنة,س,ص\n2020,4,7\n2021,3,\n2022,2,5\n2023,3,6\n")}},
		{"area-one", brief.Chart{Type: "area", Data: Table("السنة,س\n2019,5\n")}},
		{"area-uneven", brief.Chart{Type: "area", Data: Table("السنة,أحفوري,نووي,متجدد\n2001,28437,4703,21241\n2005,,4703,21241\n2016,29329,5214,21933\n2017,35361,3853,1437\n")}},
		{"bar-stacked-below", brief.Chart{Type: "stacked-bar", Unit: "مليون يورو", Data: Table(balanceData)}},
		{"column-stacked-below", brief.Chart{Type: "stacked-column", Data: Table(balanceData)}},
		{"scatter-rows", brief.Chart{Type: "scatter", Trend: true, Values: []string{"الوزن", "المسافة"}, Data: Table("المسافة,الأسطوانات,الوزن\n21,6,2.62\n21,6,2.875\n22.8,4,2.32\n22.8,4,3.15\n10.4,8,5.25\n10.4,8,5.424\n")}},
		{"scatter-groups", brief.Chart{Type: "scatter", Data: Table("الطول,العرض,النوع\n5.1,3.5,سوسن\n4.9,3,سوسن\n4.9,3,سوسن\n7,3.2,زنبق\n6.4,3.2,زنبق\n6.3,3.3,نرجس\n5.8,2.7,نرجس\n")}},
		{"scatter-days", brief.Chart{Type: "scatter", Values: []string{"اليوم", "السعر"}, Data: Table("اليوم,السعر\n2024-01-10,5\n2024-03-10,6\n2024-03-30,7\n")}},
		{"bubble-groups", brief.Chart{Type: "bubble", Values: []string{"السنة", "السعر", "الحجم"}, Series: "المنطقة", Data: Table("البلد,السنة,السعر,الحجم,المنطقة\nمصر,2001,5,100,إفريقيا\nتونس,2005,7,20,إفريقيا\nعُمان,2011,3,40,آسيا\n")}},
		{"treemap-levels", brief.Chart{Type: "treemap", Data: Table(hierarchyData), Levels: []string{"القطاع", "البرنامج", "المشروع"}, Unit: "مليون يورو"}},
		{"sankey-levels", brief.Chart{Type: "sankey", Data: Table(hierarchyData), Levels: []string{"القطاع", "البرنامج", "المشروع"}, Unit: "مليون يورو"}},
		{"line-marks", brief.Chart{Type: "line", Data: Table(tradeData), Unit: "مليون يورو", Marks: []brief.Mark{
			{From: brief.Field{Value: "2019"}, To: brief.Field{Value: "2021"}, Label: brief.Field{Value: "الجائحة"}}, {At: brief.Field{Value: "2020"}, Label: brief.Field{Value: "أولى سنواتها"}}, {Value: brief.Field{Value: "30000"}, Label: brief.Field{Value: "هدف"}},
		}, Max: brief.Field{Value: "45000"}}},
		{"bar-marks", brief.Chart{Type: "bar", Data: Table(placesData), Value: "السكان (مليون)", Marks: []brief.Mark{{Value: brief.Field{Value: "25"}, Label: brief.Field{Value: "المتوسّط"}}}, Highlight: []brief.Field{{Value: "قيرغيزستان"}}}},
		{"column-marks", brief.Chart{Type: "column", Data: Table("السنة,القيمة\n2019,100\n2020,92\n2021,97\n2022,130\n"), Unit: "مليون يورو", Marks: []brief.Mark{
			{Value: brief.Field{Value: "100"}, Label: brief.Field{Value: "ما قبل الجائحة"}}, {Value: brief.Field{Value: "96"}, Label: brief.Field{Value: "حدّ أدنى"}}, {At: brief.Field{Value: "2022"}, Label: brief.Field{Value: "قانون جديد للناشرين"}},
		}}},
		{"column-totals-marks", brief.Chart{Type: "stacked-column", Totals: true, Data: Table(tradeData), Marks: []brief.Mark{{From: brief.Field{Value: "2019"}, To: brief.Field{Value: "2020"}, Label: brief.Field{Value: "الجائحة"}}}}},
		{"column-totals", brief.Chart{Type: "stacked-column", Totals: true, Data: Table(Share), Highlight: []brief.Field{{Value: "طاجيكستان"}}}},
		{"bar-totals", brief.Chart{Type: "stacked-bar", Totals: true, Data: Table(balanceData)}},
		{"bar-slivers", brief.Chart{Type: "bar", Data: Table("البند,القيمة\nأ,1000000\nب,1\nج,200\n")}},
		{"bar-legend", brief.Chart{Type: "grouped-bar", Data: Table(longSeriesData)}},
		{"column-percent-years", brief.Chart{Type: "percent-column", Data: Table("السنة,أحفوري,نووي,متجدد\n2001,35361,3853,1437\n2016,28437,4703,21241\n2017,29329,5214,21933\n")}},
		{"combined-bare", brief.Chart{Type: "combined", Data: Table("السنة,القمح,الأجور\n1800,76,28\n1805,81,28.7\n1810,99,29.2\n")}},
		{"dumbbell", brief.Chart{Type: "dumbbell", Data: Table(spansData), Values: []string{"2015", "2024"}, Unit: "مليار دولار", Highlight: []brief.Field{{Value: "كازاخستان"}}}},
		{"dumbbell-tidy", brief.Chart{Type: "dumbbell", Data: Table(tidySpansData), Sort: "descending", Marks: []brief.Mark{{Value: brief.Field{Value: "0"}, Label: brief.Field{Value: "بلا نموّ"}}}}},
		{"dumbbell-log", brief.Chart{Type: "dumbbell", Scale: "log", Direction: "ltr", Data: Table("البلد,قبل,بعد\nأ,3,3\nب,200,45000\n")}},
		{"slope", brief.Chart{Type: "slope", Data: Table(spansData), Unit: "مليار دولار"}},
		{"slope-rows", brief.Chart{Type: "slope", Data: Table("السنة,المدن,الأرياف,المجموعُ العامُّ للأقاليم كلِّها\n2024,30,31,\n2015,31,30,-2.5\n"), Direction: "rtl"}},
		{"slope-30", brief.Chart{Type: "slope", Data: Table(slopes(30)), Highlight: []brief.Field{{Value: "دولة 3"}}}},
		{"range", brief.Chart{Type: "range", Data: Table(pricesRangeData), From: "أدنى سعر", To: "أعلى سعر", Unit: "دولار للطن", Highlight: []brief.Field{{Value: "الألمنيوم"}}}},
		{"range-years", brief.Chart{Type: "range", Data: Table("الحاكم,من,إلى\nالأول,1932,1953\nالثاني,1953,1964\nالثالث,1964,1964\n")}},
		{"range-below", brief.Chart{Type: "range", Sort: "ascending", Data: Table("المدينة,الأعلى,الأدنى\nأستانا,21,-15\nطشقند,28,2\nبيشكيك,,-4\nدوشنبه,,\n"), Unit: "درجة مئوية"}},
		{"scatter-tidy", brief.Chart{Type: "scatter", Data: Table(tidyPointsData)}},
		{"bubble-tidy", brief.Chart{Type: "bubble", Series: "المؤشّر", Values: []string{"العمر المتوقّع", "الدخل", "السكان"}, Data: Table(tidyPointsData + "مصر,السكان,112\nتونس,السكان,12\nعُمان,السكان,4.6\n")}},
		{"scatter-marks", brief.Chart{Type: "scatter", Data: Table(placesData), Values: []string{"نصيب الفرد من الناتج (دولار)", "العمر المتوقّع (سنة)"}, Marks: []brief.Mark{
			{Value: field("70"), Label: field("متوسّط العالم")}, {At: field("5000"), Label: field("حدّ الدخل المتوسّط")}, {From: field("12000"), To: field("16000"), Label: field("دخل مرتفع")},
		}}},
		{"scatter-days-marks", brief.Chart{Type: "scatter", Direction: "rtl", Values: []string{"اليوم", "السعر"}, Data: Table("اليوم,السعر\n2024-01-10,5\n2024-03-10,6\n2024-03-30,7\n"), Marks: []brief.Mark{{From: field("2024-02"), To: field("2024-03-01"), Label: field("إغلاق")}, {At: field("2024-04-20"), Label: field("رفع الفائدة")}}}},
		{"bubble-marks", brief.Chart{Type: "bubble", Data: Table(placesData), Marks: []brief.Mark{{Value: field("72"), Label: field("هدف")}}}},
		{"combined-marks", brief.Chart{Type: "combined", Data: Table(growthData), Unit: "مليون يورو", Marks: []brief.Mark{
			{Value: field("9"), Series: field("النموّ (%)"), Label: field("نموّ مستهدف")}, {Value: field("7000"), Series: field("الاستثمار"), Label: field("تعهّد")}, {From: field("2021"), To: field("2022"), Label: field("الجائحة")},
		}}},
		{"facet-marks", brief.Chart{Type: "line", Data: Table(Region), Facet: "الدولة", Category: "السنة", Unit: "مليار دولار", Marks: []brief.Mark{{From: field("2020"), To: field("2021"), Label: field("الجائحة")}, {Value: field("50"), Label: field("عتبة")}}}},
		{"facet-column-marks", brief.Chart{Type: "column", Data: Table(Region), Facet: "الدولة", Category: "السنة", Marks: []brief.Mark{{At: field("2022")}, {Value: field("-20"), Label: field("قاع")}}}},
		{"facet-bar-marks", brief.Chart{Type: "bar", Data: Table(sectorsData), Facet: "الدولة", Category: "القطاع", Marks: []brief.Mark{{Value: field("100"), Label: field("هدف")}}}},
		{"bar-errors", brief.Chart{Type: "bar", Data: Table(pollData), Value: "النسبة", Low: []string{"الأدنى"}, High: []string{"الأعلى"}, Unit: "%"}},
		{"grouped-bar-errors", brief.Chart{Type: "grouped-bar", Data: Table(tidyErrorsData), Error: []string{"±"}, Direction: "ltr"}},
		{"column-errors", brief.Chart{Type: "grouped-column", Data: Table("السنة,أ,ب,خطأ أ,خطأ ب\n2021,5,-3,1,2\n2022,7,4,,0.5\n2023,6,2,1.5,4\n"), Values: []string{"أ", "ب"}, Error: []string{"خطأ أ", "خطأ ب"}, Unit: "مليون طن"}},
		{"line-errors", brief.Chart{Type: "line", Data: Table("السنة,التقدير,الحدّ الأدنى,الحدّ الأعلى\n2020,40,36,47\n2021,45,41,52\n2022,44,,49\n2025,61,48,80\n"), Low: []string{"الحدّ الأدنى"}, High: []string{"الحدّ الأعلى"}, Marks: []brief.Mark{{Value: brief.Field{Value: "50"}, Label: brief.Field{Value: "هدف"}}}}},
		{"scatter-errors", brief.Chart{Type: "scatter", Data: Table("البلد,الدخل,العمر,الخطأ\nمصر,3.5,70,2\nتونس,4.1,76,1\nعُمان,20,78,4\n"), Error: []string{"الخطأ"}}},
		{"facet-step", brief.Chart{Type: "step", Data: Table(Region), Facet: "الدولة", Category: "السنة", Unit: "مليار دولار"}},
	}
}
