package charts

import (
	"encoding/csv"
	"fmt"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/source"
)

// data reads a small table as the readers do, with the place of each cell.
func data(text string) *brief.Table {
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
			if x, ok := numeral.Parse(text); ok {
				cell.Kind, cell.Number = brief.NumberCell, x
			}
			switch text {
			case "نعم":
				cell.Kind, cell.Number = brief.BoolCell, 1
			case "لا":
				cell.Kind = brief.BoolCell
			case "", "غير متاح":
				cell.Kind = brief.MissingCell
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

const fundingData = `payer,programme,amount,currency,year,note
البوابة العالمية,النقل المستدام,10000,EUR,2024,تعهّدات
بنك الاستثمار الأوروبي,الطاقة والإسكان والبنية التحتية,365,EUR,2025,قروض
المفوضية الأوروبية,المواد الخام مع كازاخستان,3,EUR,2025,اتفاق
`

const holdingsData = `country,الليثيوم,الكوبالت,النيكل,اليورانيوم,النحاس,التنغستن
كازاخستان,نعم,نعم,نعم,نعم,نعم,نعم
أوزبكستان,نعم,غير متاح,غير متاح,نعم,نعم,نعم
قيرغيزستان,لا,غير متاح,لا,نعم,نعم,نعم
طاجيكستان,غير متاح,غير متاح,غير متاح,نعم,نعم,نعم
تركمانستان,غير متاح,لا,غير متاح,نعم,غير متاح,غير متاح
`

const amountsData = `الدولة,اليورانيوم,النحاس,التنغستن
كازاخستان,14.5%,2.2%,70%
أوزبكستان,3%,1.1%,5%
قيرغيزستان,,0.4%,12%
`

const tradeData = `السنة,صادرات آسيا الوسطى إلى الاتحاد الأوروبي,واردات آسيا الوسطى من الاتحاد الأوروبي
2018,24500,7800
2019,22300,8400
2020,14100,7900
2021,18800,9100
2022,32400,14600
2023,27900,18200
`

const longData = `الجهة المموِّلة,المبلغ
البنك الأوروبي لإعادة الإعمار والتنمية بالشراكة مع صندوق المناخ الأخضر ومؤسسات التمويل الإنمائي الوطنية,1250.5
الاتحاد الأوروبي (الأداة العالمية NDICI – Global Europe 2021–2027),940
برنامج Erasmus+ لدعم التعليم العالي,18.25
البنك الدولي,3300
الوكالة الفرنسية للتنمية,-75
`

const shareData = `القطاع,قيرغيزستان,طاجيكستان,أوزبكستان
التعليم,45,30,120
المياه والطاقة,60,95,210
سيادة القانون والحوكمة الرشيدة,25,15,40
`

const stepsData = `البند,القيمة
إيرادات الصادرات,420
تحويلات العاملين في الخارج,135.5
فوائد الديون الخارجية ورسومها,-160
واردات الطاقة,-240
منح,35
`

const stagesData = `المرحلة,عدد المشاريع
مقترحات وردت,240
اجتازت الفحص الأوّلي,130
نالت دراسة جدوى,60
موِّلت,18
`

const profileData = `المؤشر,كازاخستان,أوزبكستان
البنية التحتية,70,55
سيادة القانون,45,40
الانفتاح التجاري,65,50
رأس المال البشري,72,61
الاستقرار السياسي والأمني,58,57
`

const flowsData = `payer,programme,amount
البوابة العالمية,النقل المستدام,600
البوابة العالمية,الطاقة,150
بنك الاستثمار الأوروبي,الطاقة,365
بنك الاستثمار الأوروبي,المياه,90
المفوضية الأوروبية,المواد الخام مع كازاخستان,3
المفوضية الأوروبية,التعليم,45
`

const longPartsData = `البند,القيمة
النقل المستدام,10000
الطاقة والإسكان والبنية التحتية,3650
المياه,2200
التعليم العالي,900
الصحة العامة,850
الحوكمة وسيادة القانون,420
المواد الخام,300
التحوّل الرقمي,120
أخرى,15
`

const placesData = `الدولة,نصيب الفرد من الناتج (دولار),العمر المتوقّع (سنة),السكان (مليون)
كازاخستان,13100,74.4,20
أوزبكستان,2500,73.8,36
قيرغيزستان,1970,72.0,7
طاجيكستان,1190,71.6,10
تركمانستان,8800,69.7,6.5
`

const growthData = `السنة,الاستثمار,النموّ (%)
2018,5200,4.1
2019,6100,4.5
2020,3900,-2.5
2021,5800,4.3
2022,8300,3.3
2023,9100,5.1
`

// many returns a table of n names and numbers.
func many(n int) string {
	var b strings.Builder
	b.WriteString("البند,القيمة\n")
	for i := range n {
		fmt.Fprintf(&b, "برنامج التعاون الإقليمي رقم %d,%d\n", i+1, (i*7919)%1000+3)
	}
	return b.String()
}

// A sample is a chart that the tests draw.
type sample struct {
	name  string
	chart brief.Chart
}

func samples() []sample {
	return []sample{
		{"funding-log", brief.Chart{Type: "funding", Title: "التمويل الأوروبي المعلَن لآسيا الوسطى", Data: data(fundingData), Category: "programme", Value: "amount", Unit: "مليون يورو", Scale: "log"}},
		{"funding-payer", brief.Chart{Type: "funding", Data: data(fundingData), Category: "payer"}},
		{"holdings", brief.Chart{Type: "holdings", Title: "المعادن الستة في الجمهوريات الخمس", Data: data(holdingsData), Category: "country"}},
		{"holdings-share", brief.Chart{Type: "holdings", Data: data(amountsData)}},
		{"bar-long", brief.Chart{Type: "bar", Data: data(longData), Unit: "مليون يورو"}},
		{"bar-one", brief.Chart{Type: "bar", Data: data("البند,القيمة\nالنقل,5\n"), Unit: "%"}},
		{"bar-20", brief.Chart{Type: "bar", Data: data(many(20)), Sort: "descending"}},
		{"bar-grouped", brief.Chart{Type: "bar", Data: data(shareData), Unit: "مليون يورو"}},
		{"bar-stacked", brief.Chart{Type: "stacked-bar", Data: data(shareData), Unit: "مليون يورو"}},
		{"bar-percent", brief.Chart{Type: "percent-bar", Data: data(shareData)}},
		{"bar-ltr", brief.Chart{Type: "bar", Data: data(longData), Direction: "ltr"}},
		{"column", brief.Chart{Type: "column", Data: data(many(5)), Unit: "ألف طن"}},
		{"column-years", brief.Chart{Type: "column", Data: data(tradeData), Unit: "مليون يورو"}},
		{"column-stacked", brief.Chart{Type: "stacked-column", Data: data(shareData)}},
		{"column-percent", brief.Chart{Type: "percent-column", Data: data(shareData)}},
		{"column-20", brief.Chart{Type: "column", Data: data(many(20))}},
		{"line", brief.Chart{Type: "line", Data: data(tradeData), Unit: "مليون يورو"}},
		{"line-log", brief.Chart{Type: "line", Data: data(tradeData), Scale: "log"}},
		{"line-names", brief.Chart{Type: "line", Data: data(shareData)}},
		{"step", brief.Chart{Type: "step", Data: data(tradeData)}},
		{"area", brief.Chart{Type: "area", Data: data(tradeData), Unit: "مليون يورو"}},
		{"pie", brief.Chart{Type: "pie", Data: data(shareData), Value: "أوزبكستان", Unit: "مليون يورو"}},
		{"pie-12", brief.Chart{Type: "pie", Data: data(many(12))}},
		{"waterfall", brief.Chart{Type: "waterfall", Title: "من الإيرادات إلى الرصيد", Data: data(stepsData), Unit: "مليون يورو"}},
		{"waterfall-below", brief.Chart{Type: "waterfall", Data: data("البند,القيمة\nرصيد أول المدّة,40\nنفقات التشغيل,-90\nمنحة,20\nقرض,55\n")}},
		{"funnel", brief.Chart{Type: "funnel", Data: data(stagesData)}},
		{"radar", brief.Chart{Type: "radar", Data: data(profileData), Unit: "%"}},
		{"sankey", brief.Chart{Type: "sankey", Data: data(flowsData), Unit: "مليون يورو"}},
		{"treemap", brief.Chart{Type: "treemap", Data: data(longPartsData), Unit: "مليون يورو"}},
		{"heatmap", brief.Chart{Type: "heatmap", Data: data(shareData)}},
		{"scatter", brief.Chart{Type: "scatter", Data: data(placesData), Values: []string{"نصيب الفرد من الناتج (دولار)", "العمر المتوقّع (سنة)"}}},
		{"bubble", brief.Chart{Type: "bubble", Data: data(placesData)}},
		{"combined", brief.Chart{Type: "combined", Data: data(growthData), Unit: "مليون يورو"}},
		{"donut", brief.Chart{Type: "donut", Data: data(fundingData), Category: "programme", Value: "amount"}},
	}
}
