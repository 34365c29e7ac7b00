package words

import (
	"strings"

	"warraq/charts/grid"
	"warraq/fonts/numeral"
)

const (
	areaName        = "رسم مساحي"
	stackedAreaName = areaName + " مكدّس"
)

// what names the chart by what is drawn.
func what(g *grid.Grid) string {
	switch g.Type {
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
func describeComparison(g *grid.Grid, d describer) string {
	if g.Temporal {
		return describeTrend(g, d)
	}
	if strings.HasPrefix(g.Type, "percent") {
		g = &grid.Grid{Type: g.Type, Categories: g.Categories, Series: g.Series, Values: g.Shares(), Unit: "%"}
	}
	opening := d.opening(what(g)) + " يقارن " + numeral.Count(len(g.Categories), classes, d.system)
	if len(g.Series) > 1 {
		opening += " في " + numeral.Count(len(g.Series), strands, d.system)
	}
	parts := []string{opening}
	for s, name := range g.Series {
		low, high, n := extremes(g.Values[s])
		if n == 0 {
			continue
		}
		of := ""
		if len(g.Series) > 1 {
			of = "في " + d.quoted(name) + ": "
		}
		if n == 1 {
			parts = append(parts, of+"القيمة الوحيدة "+d.amount(g.Values[s][high], g.UnitOf(s))+" لـ"+d.quoted(g.Categories[high]))
			continue
		}
		if g.Values[s][low] == g.Values[s][high] {
			parts = append(parts, of+"القيم متساوية، وهي "+d.amount(g.Values[s][high], g.UnitOf(s)))
			continue
		}
		parts = append(parts, of+"الأعلى "+d.quoted(g.Categories[high])+" بقيمة "+d.genitive(g.Values[s][high], g.UnitOf(s))+
			"، والأدنى "+d.quoted(g.Categories[low])+" بقيمة "+d.genitive(g.Values[s][low], g.UnitOf(s)))
		if len(g.Series) == 1 {
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
