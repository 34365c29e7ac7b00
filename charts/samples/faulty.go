package samples

import (
	"math"
	"strings"

	"warraq/input/brief"
	"warraq/input/source"
)

// Faulty returns charts with something wrong.
func Faulty() []Sample {
	numbers := Table("الاسم,القيمة\nأ,5\nب,7\n")
	infinite := Table("الاسم,القيمة\nأ,5\nب,7\n")
	infinite.Rows[0].Cells[1].Number = math.Inf(1)
	infinite.Rows[1].Cells[1].Number = math.NaN()
	field := func(text string) brief.Field { return brief.Field{Value: text} }
	return []Sample{
		{"negative-percent", brief.Chart{Type: "percent-bar", Data: Table("الاسم,س,ص\nأ,-5,6\nب,7,8\n")}},
		{"total-bar", brief.Chart{Type: "column", Data: Table("الاسم,القيمة\nأ,5\nب,7\nالمجموع,12\n")}},
		{"no-trend", brief.Chart{Type: "scatter", Trend: true, Data: Table("س,ص\n5,6\n5,7\n5,8\n")}},
		{"many-groups", brief.Chart{Type: "scatter", Series: "البند", Values: []string{"القيمة", "القيمة"}, Data: Table(Many(11))}},
		{"mark-pie", brief.Chart{Fields: map[string]source.Span{"mark": {}}, Type: "pie", Data: numbers, Marks: []brief.Mark{{Value: field("5")}}}},
		{"mark-bar", brief.Chart{Type: "bar", Data: numbers, Marks: []brief.Mark{{At: field("أ")}, {Value: field("خمسة")}, {}, {At: field("أ"), Value: field("5")}, {From: field("أ")}}}},
		{"mark-line", brief.Chart{Type: "line", Data: Table(tradeData), Marks: []brief.Mark{{At: field("1999")}, {From: field("2018"), To: field("ألفين")}}}},
		{"highlight", brief.Chart{Type: "bar", Data: numbers, Highlight: []brief.Field{field("أ"), field("ج")}}},
		{"highlight-map", brief.Chart{Fields: map[string]source.Span{"highlight": {}}, Type: "map", Data: Table("الدولة,القيمة\nKZ,5\n"), Highlight: []brief.Field{field("KZ")}}},
		{"totals-line", brief.Chart{Fields: map[string]source.Span{"totals": {}}, Type: "line", Data: Table(tradeData), Totals: true}},
		{"cut-bar", brief.Chart{Type: "bar", Data: numbers, Min: field("2"), Max: field("6")}},
		{"cut-line", brief.Chart{Type: "line", Data: Table(tradeData), Min: field("9000"), Max: field("كبير")}},
		{"cut-stack", brief.Chart{Type: "stacked-bar", Data: Table(Share), Max: field("300")}},
		{"min-pie", brief.Chart{Fields: map[string]source.Span{"min": {}}, Type: "pie", Data: numbers, Min: field("1")}},
		{"no-type", brief.Chart{Data: numbers}},
		{"unknown-type", brief.Chart{Type: "lien", Data: numbers}},
		{"no-data", brief.Chart{Type: "bar"}},
		{"no-rows", brief.Chart{Type: "bar", Data: Table("الاسم,القيمة\n")}},
		{"all-missing", brief.Chart{Type: "bar", Data: Table("الاسم,القيمة\nأ,\nب,\n"), Value: "القيمة"}},
		{"unknown-columns", brief.Chart{Type: "bar", Data: numbers, Category: "الإسم", Value: "القيمه", Series: "x"}},
		{"no-number-column", brief.Chart{Type: "bar", Data: Table("الاسم,اللون\nأ,أحمر\n")}},
		{"numbers-and-others", brief.Chart{Type: "bar", Data: Table("الاسم,القيمة\nأ,5\nب,NaN\nج,+Inf\n")}},
		{"bad-cells", brief.Chart{Type: "bar", Data: Table("الاسم,القيمة\nأ,خمسة\nب,7\nج,نعم\n"), Value: "القيمة"}},
		{"infinite", brief.Chart{Type: "line", Data: infinite}},
		{"enormous", brief.Chart{Type: "bar", Data: Table("الاسم,القيمة\nأ,10000000000000000\n")}},
		{"log-zero", brief.Chart{Type: "funding", Scale: "log", Data: Table("البرنامج,المبلغ\nأ,0\nب,5\n")}},
		{"log-stacked", brief.Chart{Type: "stacked-bar", Scale: "log", Data: Table(Share)}},
		{"negative-pie", brief.Chart{Type: "pie", Data: Table("الاسم,القيمة\nأ,-5\nب,7\n")}},
		{"total-pie", brief.Chart{Type: "pie", Data: Table("الاسم,القيمة\nأ,5\nب,7\nالمجموع,12\n")}},
		{"total-in-stack", brief.Chart{Type: "stacked-column", Data: Table("السنة,منح,قروض,الإجمالي (يورو)\n2021,5,7,12\n2022,6,9,15\n")}},
		{"total-in-tidy-stack", brief.Chart{Type: "percent-bar", Data: Table("الدولة,الصندوق,المبلغ\nمصر,أ,5\nمصر,ب,7\nمصر,المجموع,12\nعمان,أ,2\nعمان,ب,3\nعمان,المجموع,5\n"), Category: "الدولة", Series: "الصندوق", Value: "المبلغ"}},
		{"total-in-areas", brief.Chart{Type: "area", Data: Table("السنة,منح,قروض,Total\n2021,5,7,12\n2022,6,9,15\n")}},
		{"total-along-axis", brief.Chart{Type: "bar", Data: Table("الدولة,الصندوق,المبلغ\nمصر,أ,5\nمصر,ب,7\nمصر,Total,12\n"), Category: "الصندوق", Value: "المبلغ"}},
		{"empty-pie", brief.Chart{Type: "pie", Data: Table("الاسم,القيمة\nأ,0\nب,0\n")}},
		{"crowded-pie", brief.Chart{Type: "pie", Data: Table(Many(13))}},
		{"two-series-pie", brief.Chart{Type: "pie", Data: Table(Share)}},
		{"duplicate", brief.Chart{Type: "bar", Data: Table("الاسم,القيمة\nأ,5\nأ,7\n")}},
		{"nameless", brief.Chart{Type: "bar", Data: Table("الاسم,القيمة\nأ,5\n,7\n"), Category: "الاسم"}},
		{"mixed-currencies", brief.Chart{Type: "funding", Data: Table("programme,amount,currency\nأ,5,EUR\nب,7,USD\n")}},
		{"bad-choices", brief.Chart{Type: "bar", Data: numbers, Scale: "logarithmic", Sort: "down", Direction: "up", Height: 5}},
		{"bad-option", brief.Chart{Type: "bar", Data: numbers, Option: map[string]any{"xAxis": map[string]any{"max": math.Inf(1)}}}},
		{"function-option", brief.Chart{Type: "bar", Data: numbers, Option: map[string]any{"xAxis": func() {}}}},
		{"option-series", brief.Chart{Type: "bar", Data: numbers, Option: map[string]any{"series": []any{map[string]any{"type": "custom"}}}}},
		{"broken-path", brief.Chart{Type: "sunburst", Levels: []string{"أ", "ب", "ج"}, Data: Table("أ,ب,ج,القيمة\nس,,ص,5\n,,,7\nس,ع,,-8\n")}},
		{"deep-sunburst", brief.Chart{Type: "sunburst", Levels: []string{"أ", "ب", "أ", "ب"}, Data: Table("أ,ب,القيمة\nس,ص,5\n")}},
		{"gauge-series", brief.Chart{Type: "gauge", Data: Table(Share)}},
		{"gauge-target", brief.Chart{Type: "gauge", Data: numbers, Target: "-5", Bands: []string{"40", "30"}}},
		{"gauge-column", brief.Chart{Type: "gauge", Data: numbers, Target: "الهدف", Bands: []string{"ك"}}},
		{"gauge-bands", brief.Chart{Type: "gauge", Data: numbers, Bands: []string{"1", "2", "3", "4", "5", "6"}}},
		{"crowded-gauge", brief.Chart{Type: "gauge", Data: Table(Many(9))}},
		{"box-plot-columns", brief.Chart{Type: "box-plot", Data: Table(Share)}},
		{"box-plot-order", brief.Chart{Type: "box-plot", Data: Table("الاسم,أ,ب,ج,د,هـ\nس,1,2,3,2,5\nص,1,,3,4,5\n")}},
		{"timeline-dates", brief.Chart{Type: "timeline", Data: Table("الحدث,من,إلى\nأ,أمس,\nب,2024-06,2023\nج,,\nد,2024,غدًا\n,2020,\nهـ,2024-13,\n")}},
		{"timeline-columns", brief.Chart{Type: "timeline", Data: Table("أ,ب\n5,7\n")}},
		{"no-facet", brief.Chart{Type: "small-multiples", Data: Table(Region)}},
		{"facet-pie", brief.Chart{Type: "pie", Data: Table(Region), Facet: "الدولة"}},
		{"facet-unknown", brief.Chart{Type: "line", Data: Table(Region), Facet: "البلاد"}},
		{"facet-many", brief.Chart{Type: "line", Facet: "البند", Category: "القيمة", Value: "القيمة", Data: Table(Many(17))}},
		{"map-names", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nكازخاستان,5\nأطلنطس,7\nألمانيا,3\n"), Map: []string{"central-asia"}}},
		{"map-several", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nمصر,5\nالكونغو,7\nKorea,3\n")}},
		{"map-with-groups", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nمصر,5\nالعالم,7\nEuro area,3\nالعالم,8\n")}},
		{"map-groups-alone", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nالعالم,7\nEuro area,3\n")}},
		{"map-codes", brief.Chart{Type: "map", Data: Table("الدولة,الرمز,القيمة\nالكونغو,COD,5\nكوريا,KOR,7\nمصر,EGY,3\nتونس,MAR,3\nوصف,WLD,3\nمجهول,ITA,4\n")}},
		{"map-not-drawn", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nفرنسا,5\nريونيون,7\nGibraltar,3\n")}},
		{"map-extent", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nKZ,5\n"), Map: []string{"كازاخستان", "أوزبكستن"}}},
		{"map-extent-name", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nKZ,5\n"), Map: []string{"central-asya"}}},
		{"map-extent-several", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nكوريا الجنوبية,5\n"), Map: []string{"كوريا الجنوبية", "كوريا", "Mayotte"}}},
		{"map-mixed", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nKZ,5\nUZ,نعم\nTJ,كبير\n"), Value: "القيمة"}},
		{"map-twice", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nKZ,نعم\nKAZ,لا\n")}},
		{"map-columns", brief.Chart{Type: "map", Data: Table("الدولة,أ,ب\nKZ,5,7\n")}},
		{"map-fill-columns", brief.Chart{Type: "map", Style: "fill", Data: Table("الدولة,أ,ب\nKZ,نعم,لا\n")}},
		{"map-negative", brief.Chart{Type: "map", Style: "marks", Data: Table("الدولة,القيمة\nKZ,-5\n")}},
		{"map-groups", brief.Chart{Type: "map", Data: Table("الدولة,القيمة\nKZ,أ\nUZ,ب\nTJ,ج\nTM,د\nKG,ه\nCN,و\nIR,ز\nAF,ح\nRU,ط\n")}},
		{"map-style", brief.Chart{Type: "map", Style: "dots", Data: Table("الدولة,القيمة\nKZ,5\n")}},
		{"long-name", brief.Chart{Type: "bar", Data: Table("الاسم,القيمة\n" + strings.Repeat("طويل ", 100) + ",5\n")}},
	}
}
