package words_test

import (
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
)

// A trend is told from the first known value to the last, and of two amounts that are
// printed alike neither rises above the other.
func TestTrendsAreToldAsPrinted(t *testing.T) {
	for _, c := range []struct{ kind, table, want, not string }{
		{"line", "السنة,أ,ب\n2019,,\n2020,5,7\n2021,6,\n", "رسم خطّي فيه سلسلتان من 2020 إلى 2021.", "2019 إلى"},
		{"line", "السنة,أ\n2019,\n2020,5\n2021,6\n2022,\n", "رسم خطّي من 2020 إلى 2021.", ""},
		{"line", "السنة,أ\n2020,1000001\n2021,1000002\n", "بقيت القيمة ثابتة عند مليون.", "ارتفعت"},
		{"line", "السنة,أ\n2020,1000001\n2021,7\n2022,1000002\n", "عادت القيمة في 2022 إلى ما كانت عليه في 2020، وهو مليون، وأدنى", "أي بنسبة"},
		{"line", "السنة,أ\n2020,5\n2021,1000002\n2022,1000001\n", "إلى مليون في 2022", "وأعلى"},
		{"line", "السنة,أ\n2020,5\n2021,9\n2022,6\n", "وأعلى قيمة لها 9 في 2021", "وأدنى"},
		{"area", "السنة,أ\n2020,5\n2021,9\n", "رسم مساحي من", "مكدّس"},
		{"area", "السنة,أ,ب\n2020,5,1\n2021,9,2\n", "رسم مساحي مكدّس", ""},
		{"stacked-column", "السنة,أ\n2020,5\n2021,9\n", "رسم بأعمدة رأسية من", "مكدّسة"},
	} {
		got := describe(&brief.Chart{Type: c.kind, Data: samples.Table(c.table)}, brief.LatinDigits)
		if !strings.Contains(got, c.want) || c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s %q: %s; want %q and not %q", c.kind, c.table, got, c.want, c.not)
		}
	}
}

// Whoever shares an extreme is named beside the others, or counted.
func TestAllThatShareAnExtremeAreNamed(t *testing.T) {
	many := "البند,القيمة\nأ,9\n"
	for _, name := range strings.Fields("ب ج د ه و ز ح ط ي") {
		many += name + ",1\n"
	}
	for _, c := range []struct{ kind, table, want string }{
		{"pie", "البند,القيمة\nأ,5\nب,1\nج,1\n", "وأصغرها «ب» و«ج» (1 لكلٍّ منهما)."},
		{"bar", "البند,القيمة\nأ,5\nب,5\nج,5\nد,1\nه,2\n", "الأعلى «أ»، و«ب»، و«ج» (5 لكلٍّ منها)، والأدنى «د» (1). البند الباقي: ه (2)."},
		{"bar", many, "والأدنى 9 فئات (1 لكلٍّ منها)."},
		{"waterfall", "البند,القيمة\nأ,5\nب,5\nج,-2\nد,-2\n", "أكبر نقصان: «ج» و«د» (2 لكلٍّ منهما)"},
		{"scatter", "البند,س,ص\nأ,5,1\nب,5,2\nج,3,2\n", "الأعلى «أ» و«ب» (5 لكلٍّ منهما)"},
		{"scatter", "البند,س,ص\nأ,5,1\nب,5,2\nج,5,2\n", "في «س»: القيم جميعًا متساوية: 5."},
	} {
		got := describe(&brief.Chart{Type: c.kind, Data: samples.Table(c.table)}, brief.LatinDigits)
		if !strings.Contains(got, c.want) {
			t.Errorf("%s %q: %s; want %q", c.kind, c.table, got, c.want)
		}
	}
}
