package grid

import (
	"maps"
	"math"
	"slices"
	"strings"

	"warraq/input/brief"
	"warraq/input/problem"
)

// seriesTypes are the series that ECharts draws without more code or data of
// its own. Of another type it draws nothing, and says nothing.
func seriesTypes() []string {
	return []string{"bar", "boxplot", "candlestick", "effectScatter", "funnel", "gauge", "graph", "heatmap", "line", "lines",
		"parallel", "pictorialBar", "pie", "radar", "sankey", "scatter", "sunburst", "themeRiver", "tree", "treemap"}
}

func checkSeriesTypes(list *problem.List, c *brief.Chart) {
	var series []any
	switch v := c.Option["series"].(type) {
	case []any:
		series = v
	case map[string]any:
		series = []any{v}
	}
	for _, element := range series {
		m, ok := element.(map[string]any)
		if !ok {
			continue
		}
		if name, ok := m["type"].(string); ok && !slices.Contains(seriesTypes(), name) {
			list.Add(optionSeries.At(c.Field("option"), name, strings.Join(seriesTypes(), " · ")))
		}
	}
}

// Reasons why an option is not data.
var (
	optionLarge  = problem.Text{AR: "أكبر من الحدّ", EN: "larger than the limit"}
	optionDeep   = problem.Text{AR: "متداخل إلى عمق زائد", EN: "nested too deep"}
	optionNumber = problem.Text{AR: "عدد غير منتهٍ", EN: "a number that is not finite"}
	optionKey    = problem.Text{AR: "مفتاح يخصّ لغة البرمجة", EN: "a key of the script language's own"}
	optionOther  = problem.Text{AR: "قيمة من نوع مجهول", EN: "a value of an unknown type"}
)

// An optionBudget is how much of an author's option may still be looked at.
type optionBudget struct{ values, text int }

// checkOption says what in an author's option is not data, or too much of it: a
// number that is none, nesting without end. The zero Text means that all is
// well.
func checkOption(v any, depth int, budget *optionBudget) problem.Text {
	if budget.values--; budget.values < 0 || budget.text < 0 {
		return optionLarge
	}
	if depth > maxOptionDepth {
		return optionDeep
	}
	switch v := v.(type) {
	case nil, bool, int, int64, uint64:
	case string:
		if budget.text -= len(v); budget.text < 0 {
			return optionLarge
		}
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return optionNumber
		}
	case []any:
		for _, element := range v {
			if reason := checkOption(element, depth+1, budget); reason != (problem.Text{}) {
				return reason
			}
		}
	case map[string]any:
		// In the order of the keys, so that the same reason is found each time.
		for _, key := range slices.Sorted(maps.Keys(v)) {
			budget.text -= len(key)
			switch key {
			case "__proto__", "prototype", "constructor":
				// ECharts merges options key by key, and these lead to what all
				// objects of the script share. They mean nothing as data.
				return optionKey
			}
			if reason := checkOption(v[key], depth+1, budget); reason != (problem.Text{}) {
				return reason
			}
		}
	default:
		return optionOther
	}
	return problem.Text{}
}
