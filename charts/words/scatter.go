package words

import (
	"math"
	"strings"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

// describeScatter says what the axes are, the extremes of each, and how the two
// go together.
func describeScatter(g *grid.Grid, d describer) string {
	what := "رسم نقطي"
	if len(g.Series) > 2 {
		what = "رسم فقاعي"
	}
	n := 0
	for c := range g.Categories {
		if !math.IsNaN(g.Values[0][c]) && !math.IsNaN(g.Values[1][c]) {
			n++
		}
	}
	axes := d.quoted(g.Series[0]) + " أفقيًّا و" + d.quoted(g.Series[1]) + " رأسيًّا"
	if len(g.Series) > 2 {
		axes += "، ومساحة الدائرة " + d.quoted(g.Series[2])
	}
	parts := []string{d.opening(what) + " يعرض " + numeral.Count(n, dots, d.system) + " بحسب " + axes}
	for s, name := range g.Series {
		low, high, count := extremes(g.Values[s])
		if count < 2 {
			continue
		}
		parts = append(parts, strings.Join([]string{"في ", d.quoted(name), ": الأعلى ", d.quoted(g.Categories[high]), " (", d.amount(g.Values[s][high], ""),
			")، والأدنى ", d.quoted(g.Categories[low]), " (", d.amount(g.Values[s][low], ""), ")"}, ""))
	}
	if r, ok := correlation(g.Values[0], g.Values[1]); ok {
		switch {
		case r > 0.5:
			parts = append(parts, "القيمتان تزيدان معًا في الغالب")
		case r < -0.5:
			parts = append(parts, "تزيد إحدى القيمتين حيث تنقص الأخرى في الغالب")
		default:
			parts = append(parts, "لا علاقة خطّية واضحة بين القيمتين")
		}
	}
	return sentences(parts...)
}

var dots = numeral.Forms{One: "نقطة واحدة", Two: "نقطتين", Few: "نقاط", Many: "نقطةً"}

// correlation is Pearson's coefficient of the pairs of which both are known;
// fewer than four say nothing.
func correlation(x, y []float64) (r float64, ok bool) {
	n, sumX, sumY := 0.0, 0.0, 0.0
	for i := range x {
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			n, sumX, sumY = n+1, sumX+x[i], sumY+y[i]
		}
	}
	if n < 4 {
		return 0, false
	}
	var xy, xx, yy float64
	for i := range x {
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			dx, dy := x[i]-sumX/n, y[i]-sumY/n
			xy, xx, yy = xy+dx*dy, xx+dx*dx, yy+dy*dy
		}
	}
	if xx == 0 || yy == 0 {
		return 0, false
	}
	return xy / math.Sqrt(xx*yy), true
}
