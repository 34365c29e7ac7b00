package charts

import (
	"math"
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
)

const (
	areaName        = "رسم مساحي"
	stackedAreaName = areaName + " مكدّس"
)

// what names the chart by what is drawn.
func what(g *grid) string {
	switch g.kind {
	case "bar":
		return "رسم بأعمدة أفقية"
	case "column":
		return "رسم بأعمدة رأسية"
	case "grouped-bar":
		return "رسم بأعمدة أفقية متجاورة"
	case "grouped-column":
		return "رسم بأعمدة رأسية متجاورة"
	case "stacked-bar":
		return "رسم بأعمدة أفقية مكدّسة"
	case "stacked-column":
		return "رسم بأعمدة رأسية مكدّسة"
	case "percent-bar":
		return "رسم بأعمدة أفقية مئوية"
	case "percent-column":
		return "رسم بأعمدة رأسية مئوية"
	case "step":
		return "رسم خطّي متدرّج"
	case "area":
		return stackedAreaName
	case "radar":
		return "رسم راداري"
	case "combined":
		return "رسم بأعمدة وخطّ على محورين"
	case "line", "small-multiples":
		return "رسم خطّي"
	}
	return "رسم بياني"
}

// describeComparison says which category has most and which least, series by
// series. Categories that are years tell a development instead.
func describeComparison(g *grid, d describer) string {
	if g.temporal {
		return describeTrend(g, d)
	}
	if strings.HasPrefix(g.kind, "percent") {
		g = &grid{kind: g.kind, categories: g.categories, series: g.series, values: g.shares(), unit: "%"}
	}
	opening := d.opening(what(g)) + " يقارن " + numeral.Count(len(g.categories), classes, d.system)
	if len(g.series) > 1 {
		opening += " في " + numeral.Count(len(g.series), strands, d.system)
	}
	parts := []string{opening}
	for s, name := range g.series {
		low, high, n := extremes(g.values[s])
		if n == 0 {
			continue
		}
		of := ""
		if len(g.series) > 1 {
			of = "في " + d.quoted(name) + ": "
		}
		if n == 1 {
			parts = append(parts, of+"القيمة الوحيدة "+d.amount(g.values[s][high], g.unitOf(s))+" لـ"+d.quoted(g.categories[high]))
			continue
		}
		if g.values[s][low] == g.values[s][high] {
			parts = append(parts, of+"القيم متساوية، وهي "+d.amount(g.values[s][high], g.unitOf(s)))
			continue
		}
		parts = append(parts, of+"الأعلى "+d.quoted(g.categories[high])+" بقيمة "+d.genitive(g.values[s][high], g.unitOf(s))+
			"، والأدنى "+d.quoted(g.categories[low])+" بقيمة "+d.genitive(g.values[s][low], g.unitOf(s)))
		if len(g.series) == 1 {
			parts = append(parts, d.rest(g, s, low, high))
		}
	}
	return sentences(append(parts, d.scale())...)
}

func (d describer) scale() string {
	if d.chart.Scale == "log" {
		return "المقياس لوغاريتمي"
	}
	return ""
}

// describeTrend says how each series went from its first value to its last, and
// where it was highest and lowest.
func describeTrend(g *grid, d describer) string {
	if !g.temporal {
		return describeComparison(g, d)
	}
	opening := d.opening(what(g))
	if len(g.series) > 1 {
		opening += " فيه " + numeral.Count(len(g.series), nominative, d.system)
	}
	if n := len(g.categories); n > 1 {
		opening += " من " + d.text(g.categories[0]) + " إلى " + d.text(g.categories[n-1])
	}
	parts := []string{opening}
	for s := range g.series {
		parts = append(parts, d.trend(g, s))
	}
	return sentences(append(parts, d.scale())...)
}

var nominative = numeral.Forms{One: "سلسلة واحدة", Two: "سلسلتان", Few: "سلاسل", Many: "سلسلةً"}

// trend is the sentence of one series.
func (d describer) trend(g *grid, s int) string {
	values := g.values[s]
	first, last := -1, -1
	for c, x := range values {
		if math.IsNaN(x) {
			continue
		}
		if first < 0 {
			first = c
		}
		last = c
	}
	subject := "القيمة"
	if len(g.series) > 1 {
		subject = "قيمة " + d.quoted(g.series[s])
	}
	// After a preposition, or as what كان is said of.
	at := func(c int) string { return d.genitive(values[c], g.unitOf(s)) + " في " + d.text(g.categories[c]) }
	if first < 0 {
		return ""
	}
	if first == last {
		return subject + " " + d.amount(values[first], g.unitOf(s)) + " في " + d.text(g.categories[first])
	}
	var b strings.Builder
	from, to := values[first], values[last]
	low, high, _ := extremes(values)
	switch {
	case values[low] == values[high]:
		return "بقيت " + subject + " ثابتة عند " + d.genitive(from, g.unitOf(s))
	case to > from:
		b.WriteString("ارتفعت " + subject + " من " + at(first) + " إلى " + at(last))
	case to < from:
		b.WriteString("انخفضت " + subject + " من " + at(first) + " إلى " + at(last))
	default:
		b.WriteString("عادت " + subject + " في " + d.text(g.categories[last]) + " إلى ما كانت عليه في " + d.text(g.categories[first]) + "، وهو " + d.amount(from, g.unitOf(s)))
	}
	if from > 0 && to != from && !isPercent(g.unitOf(s)) {
		b.WriteString("، أي بنسبة " + formatShare(math.Abs(to-from)/from, d.system))
	}
	if high != first && high != last {
		b.WriteString("، وكان أعلاها " + at(high))
	}
	if low != first && low != last {
		b.WriteString("، وأدناها " + at(low))
	}
	return b.String()
}

// describeHoldings reads the matrix row by row: what each has, or how much.
func describeHoldings(g *grid, d describer) string {
	parts := []string{d.opening("مصفوفة") + " من " + numeral.Count(len(g.categories), lists, d.system) + " و" + numeral.Count(len(g.series), columns, d.system)}
	var most []string
	for c, name := range g.categories {
		var has, lacks, says []string
		for s, column := range g.series {
			cell := g.cells[s][c]
			switch {
			case cell.Kind == brief.BoolCell && cell.Number != 0:
				has = append(has, d.text(column))
			case cell.Kind == brief.BoolCell:
				lacks = append(lacks, d.text(column))
			case cell.Kind == brief.NumberCell:
				unit := g.unit
				if inPercent(cell) {
					unit = "%"
				}
				says = append(says, d.text(column)+" ("+d.amount(g.values[s][c], unit)+")")
			case cell.Kind != brief.MissingCell:
				says = append(says, d.text(column)+" ("+d.text(cell.Text)+")")
			}
		}
		var row []string
		switch {
		case len(has) == len(g.series) && len(has) > 2:
			row = append(row, "كلّها متوافرة")
		case len(has) > 0:
			row = append(row, "المتوافر "+list(has))
		}
		if len(lacks) > 0 {
			row = append(row, "غير المتوافر "+list(lacks))
		}
		if len(says) > 0 {
			row = append(row, list(says))
		}
		if len(row) == 0 {
			row = append(row, "لا بيانات")
		}
		most = append(most, d.quoted(name)+": "+strings.Join(row, "؛ "))
	}
	return sentences(append(parts, most...)...)
}
