// Package samples holds charts that the tests of charts draw, describe and
// measure: every type at least once, with the odd data that reports have.
package samples

import (
	"encoding/csv"
	"fmt"
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

// Funding is a ledger.
const Funding = `payer,programme,amount,currency,year,note
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

const pairsData = `country,mineral,amount,unit
كازاخستان,النحاس,20,مليون طن
كازاخستان,الذهب,900,طن
أوزبكستان,النحاس,14,مليون طن
أوزبكستان,الذهب,1800,طن
قيرغيزستان,الذهب,600,طن
`

const mixedPairsData = `المعدن,الدولة,المتاح
الليثيوم,كازاخستان,نعم
الكوبالت,كازاخستان,لا
الليثيوم,أوزبكستان,12.5
النيكل,أوزبكستان,غير متاح
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

// Share has three series of parts of a whole.
const Share = `القطاع,قيرغيزستان,طاجيكستان,أوزبكستان
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

const hierarchyData = `القطاع,البرنامج,المشروع,المبلغ
النقل,الممرّ العابر لقزوين,السكك الحديدية,4200
النقل,الممرّ العابر لقزوين,الموانئ,2100
النقل,الطرق البرّية,,1900
الطاقة,الطاقة المتجدّدة,الرياح,1500
الطاقة,الطاقة المتجدّدة,الشمس,900
الطاقة,شبكات النقل الكهربائي,,650
المياه,الريّ,,480
المياه,مياه الشرب,,260
التعليم,التعليم العالي,المنح الدراسية,180
التعليم,التدريب المهني,,95
`

const progressData = `البرنامج,المصروف (%)
النقل المستدام,62
الطاقة والإسكان,38.5
المياه والريّ,81
`

const targetsData = `البرنامج,المصروف,المرصود
النقل المستدام,6200,10000
الطاقة والإسكان والبنية التحتية,1405,3650
المياه,2400,2200
التعليم العالي,,900
`

const pricesData = `المعدن,السعر
الليثيوم,11.2
الليثيوم,12.8
الليثيوم,13.1
الليثيوم,14.9
الليثيوم,15.4
الليثيوم,16
الليثيوم,29.5
الكوبالت,28
الكوبالت,31.5
الكوبالت,33
الكوبالت,34.2
الكوبالت,39
النيكل,15.1
النيكل,16.2
النيكل,16.9
النيكل,17.3
النيكل,18.8
النيكل,6.2
`

const fiveData = `البنك أو الصندوق المموِّل للمشاريع الإقليمية الكبرى,الأدنى,الربيع الأول,الوسيط,الربيع الثالث,الأعلى
البنك الأوروبي لإعادة الإعمار والتنمية,2,8,15,40,120
بنك الاستثمار الأوروبي,10,25,50,90,200
بنك التنمية الآسيوي بالشراكة مع صندوق المناخ الأخضر,5,12,30,75,180
الوكالة الفرنسية للتنمية,1,4,9,22,60
البنك الدولي,15,40,85,150,300
صندوق أوبك للتنمية الدولية,3,6,12,20,35
المصرف الإسلامي للتنمية,4,9,18,33,70
`

const milestonesData = `التاريخ,الحدث
1991,استقلال جمهوريات آسيا الوسطى الخمس
2007-06,أول استراتيجية أوروبية لآسيا الوسطى
2019-06-17,استراتيجية جديدة للشراكة
2022-10-27,لقاء القادة الأول في أستانا
2023-06-02,لقاء القادة الثاني في شولبان آتا
2024-01,منتدى المستثمرين لممرّ النقل العابر لقزوين
2025-04-04,قمّة سمرقند
`

const projectsData = `المشروع,المسار,من,إلى
تأهيل ميناء أكتاو,النقل,2022-03,2025
سكة حديد الصين – قيرغيزستان – أوزبكستان,النقل,2024-12,2030
دراسة الجدوى,النقل,2023-06,
محطة الرياح في ميرني,الطاقة,2023,2027
خطّ كاسا 1000,الطاقة,2016,2026
مذكرة المواد الخام,المعادن,2022-11-07,
خريطة الطريق الأوزبكية,المعادن,2024-04,2026-06
`

// Region has a country and a year in each row.
const Region = `الدولة,السنة,الصادرات
كازاخستان,2019,57.7
كازاخستان,2020,47.5
كازاخستان,2021,60.3
كازاخستان,2022,84.4
كازاخستان,2023,78.7
أوزبكستان,2019,17.5
أوزبكستان,2020,15.1
أوزبكستان,2021,16.7
أوزبكستان,2022,19.3
أوزبكستان,2023,24.4
قيرغيزستان,2020,2
قيرغيزستان,2021,2.8
قيرغيزستان,2022,2.2
قيرغيزستان,2023,3.3
طاجيكستان,2019,1.2
طاجيكستان,2020,1.4
طاجيكستان,2021,2.1
طاجيكستان,2022,2.1
طاجيكستان,2023,2.4
تركمانستان,2019,9.7
تركمانستان,2021,9.2
تركمانستان,2022,12.1
`

const sectorsData = `الدولة,القطاع,منح,قروض
قيرغيزستان,التعليم,45,12
قيرغيزستان,المياه والطاقة,60,140
قيرغيزستان,الحوكمة,25,0
طاجيكستان,التعليم,30,8
طاجيكستان,المياه والطاقة,95,170
طاجيكستان,الحوكمة,15,
أوزبكستان,التعليم,120,60
أوزبكستان,المياه والطاقة,210,390
أوزبكستان,الحوكمة,40,20`

const donationsData = `الدولة,المبلغ
ألمانيا,1840
فرنسا,960
المملكة المتحدة,1120
إيطاليا,310
السويد,275
هولندا,240
النرويج,198
الولايات المتحدة,2300
كندا,420
اليابان,780
كوريا الجنوبية,150
أستراليا,96
السعودية,640
الإمارات,510
قطر,205
الكويت,130
تركيا,85
الصين,1500
الهند,60
البرازيل,12
جنوب أفريقيا,4
كازاخستان,غير متاح
`

const mineralsData = `country,الليثيوم,اليورانيوم,النحاس,التنغستن,الأنتيمون
KAZ,نعم,نعم,نعم,نعم,نعم
UZB,نعم,نعم,نعم,نعم,لا
KGZ,لا,نعم,نعم,نعم,نعم
TJK,غير متاح,نعم,نعم,نعم,نعم
TKM,لا,غير متاح,لا,غير متاح,غير متاح
`

const kindsOfAidData = `الدولة,التمويل,نوعه
كازاخستان,365,قروض
أوزبكستان,240,قروض
جمهورية قرغيزستان,88,منح
طاجيكستان,120,منح
تركمانستان,14,مساعدة فنّية
`

const agreementsData = `الدولة,الاتفاق
كازاخستان,شراكة معزّزة نافذة
قيرغيزستان,شراكة معزّزة موقّعة
أوزبكستان,شراكة معزّزة موقّعة
طاجيكستان,شراكة وتعاون
تركمانستان,تجارة مؤقّت
`

const membersData = `الدولة,عضو
السعودية,نعم
مصر,نعم
العراق,لا
الأردن,نعم
البحرين,نعم
الإمارات,نعم
قطر,نعم
الكويت,لا
عُمان,لا
اليمن,غير متاح
`

const smallPartsData = `المصدر,الإنتاج
كهرباء,849
غاز,471
نفط,379
فحم,15
شمس,5
رياح,3
كتلة,2
مائية,2
جوفية,1
مدّ,1
نفايات,1
هيدروجين,1
`

const longSeriesData = `البند,برنامج دعم البنية التحتية للنقل المستدام والممرات اللوجستية العابرة لبحر قزوين,المبادرة الإقليمية للمياه والطاقة والتغير المناخي في المرحلة الثانية منها,صندوق
أ,1,2,3
ب,2,3,5
ج,1,1,4
`

// countries returns the CSV of so many countries.
func countries(n int) string {
	var b strings.Builder
	b.WriteString("الدولة,القيمة\n")
	for i := range n {
		fmt.Fprintf(&b, "دولة %d,%d\n", i+1, (i*37)%97+3)
	}
	return b.String()
}

// Alone returns the CSV of so many years, of which each second one is not known.
func Alone(n int) string {
	var b strings.Builder
	b.WriteString("السنة,القيمة\n")
	for i := range n {
		if i%2 == 0 {
			fmt.Fprintf(&b, "%d,%d\n", 1990+i, (i*37)%97+3)
		} else {
			fmt.Fprintf(&b, "%d,\n", 1990+i)
		}
	}
	return b.String()
}

// wideMatrix returns the CSV of amounts of many digits in so many columns.
func wideMatrix(columns int) string {
	var head, first, second strings.Builder
	for i := range columns {
		fmt.Fprintf(&head, ",معدن %d", i)
		fmt.Fprintf(&first, ",%d", 1234567*(i+1))
		fmt.Fprintf(&second, ",%d", 98765432*(i+1))
	}
	return "الدولة" + head.String() + "\nأستراليا" + first.String() + "\nالصين" + second.String() + "\n"
}

const spansData = `الدولة,2015,2024
كازاخستان,184.4,288.1
أوزبكستان,86.2,115
قيرغيزستان,6.7,17.5
طاجيكستان,8.3,14.2
تركمانستان,36.1,
`

const tidySpansData = `البلد,الربع,النموّ (%)
كازاخستان,2024,4.4
كازاخستان,2022,3.7
كازاخستان,2023,3.2
أوزبكستان,2022,-1.2
أوزبكستان,2023,6.4
أوزبكستان,2024,6.4
الجمهورية القرغيزية في آسيا الوسطى الجبلية,2023,8.1
الجمهورية القرغيزية في آسيا الوسطى الجبلية,2022,8.8
`

const pricesRangeData = `المعدن,أدنى سعر,أعلى سعر
النحاس,8100,10850
الألمنيوم,2130,2740
كربونات الليثيوم من درجة البطاريات,9800,15200
النيكل,14800,14800
`

// slopes returns the CSV of two values of so many countries, some of them equal.
func slopes(n int) string {
	rows := strings.Split(strings.TrimSpace(countries(n)), "\n")
	for i := range rows {
		rows[i] += fmt.Sprintf(",%d", (i*37)%50+3)
	}
	rows[0] = "الدولة,قبل,بعد"
	return strings.Join(rows, "\n") + "\n"
}

const tidyPointsData = `البلد,المؤشّر,القيمة
مصر,الدخل,3.5
مصر,العمر المتوقّع,71
تونس,العمر المتوقّع,76
تونس,الدخل,4.1
عُمان,الدخل,20
عُمان,العمر المتوقّع,78
`

const pollData = `الجواب,النسبة,الأدنى,الأعلى
أؤيّد,48,44.5,50
أعارض,31,27,36
لا رأي,21,18,24.5
لم أسمع به قبل هذا الاستطلاع,-4,-9,-1
`

const tidyErrorsData = `البلد,القطاع,القيمة,±
مصر,النقل,12,3
مصر,الطاقة,20,
تونس,الطاقة,15,5
تونس,النقل,9,1.5
`

const balanceData = `البند,صادرات,تحويلات,واردات,فوائد
كازاخستان,840,12,-610,-55
أوزبكستان,244,150,-350,-20
قيرغيزستان,33,,-120,-8
`

// Many returns the CSV of a table of n names and numbers.
func Many(n int) string {
	var b strings.Builder
	b.WriteString("البند,القيمة\n")
	for i := range n {
		fmt.Fprintf(&b, "برنامج التعاون الإقليمي رقم %d,%d\n", i+1, (i*7919)%1000+3)
	}
	return b.String()
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
