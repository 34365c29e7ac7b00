package kinds

import (
	"slices"
	"strings"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/locale"
)

// withMarks widens a range of values by their error ranges and by the lines across
// them, so that these are on the axis.
func withMarks(g *grid.Grid, low, high float64) (float64, float64) {
	low, high = g.ErrorExtent(low, high)
	for _, m := range g.Marks {
		if m.Across {
			low, high = min(low, m.Value), max(high, m.Value)
		}
	}
	return low, high
}

// withPlaces widens the range of an axis that has no categories by the marks along it.
func withPlaces(g *grid.Grid, low, high float64) (float64, float64) {
	for _, m := range marksOf(g, false) {
		low, high = min(low, m.First), max(high, m.Last)
	}
	return low, high
}

// valueAxis is the axis for values between low and high, with the ends that the
// author gives it.
func valueAxis(v *canvas.Canvas, g *grid.Grid, low, high float64, zeroed bool) canvas.ValueAxis {
	if g.Low == nil && g.High == nil {
		return v.ValueAxis(low, high, zeroed, 5)
	}
	return v.Ended(low, high, zeroed, g.Low, g.High)
}

// marksOf returns the marks among the categories, or those across the values.
func marksOf(g *grid.Grid, across bool) []grid.Mark {
	return slices.DeleteFunc(slices.Clone(g.Marks), func(m grid.Mark) bool { return m.Across != across })
}

// neutralMarks says the marks of a chart in any other medium, as ECharts has
// them, on the first series.
func neutralMarks(v *canvas.Canvas, g *grid.Grid, series map[string]any, lying bool) {
	var lines, areas []any
	value, name := "yAxis", "xAxis"
	if lying {
		value, name = name, value
	}
	at := func(m grid.Mark, place float64, called string) any {
		if m.Measured {
			return place
		}
		return v.Label(called)
	}
	for _, m := range g.Marks {
		label := map[string]any{"formatter": v.Label(m.Label), "color": v.Palette.Text}
		switch {
		case m.Across:
			lines = append(lines, map[string]any{value: m.Value, "label": label})
		case m.First == m.Last:
			lines = append(lines, map[string]any{name: at(m, m.First, m.From), "label": label})
		default:
			areas = append(areas, []any{map[string]any{name: at(m, m.First, m.From), "label": label}, map[string]any{name: at(m, m.Last, m.To)}})
		}
	}
	if lines != nil {
		series["markLine"] = canvas.Elsewhere(map[string]any{"symbol": "none", "data": lines})
	}
	if areas != nil {
		series["markArea"] = canvas.Elsewhere(map[string]any{"data": areas})
	}
}

// markNote says in words the marks that a layout has no place for.
func markNote(v *canvas.Canvas, marks []grid.Mark) string {
	var list []string
	for _, m := range marks {
		when := v.Label(m.From)
		switch {
		case m.Label == "":
			continue
		case m.Across:
			list = append(list, locale.SayPlain(v.Words.Charts.NameAmount, v.Label(m.Label), v.Number(m.Value)))
			continue
		case m.To != m.From:
			when += "–" + v.Label(m.To)
		}
		list = append(list, locale.SayPlain(v.Words.Charts.SaidOf, when, v.Label(m.Label)))
	}
	return strings.Join(list, v.Words.Marks.Semicolon)
}

// plated puts behind the labels of a series' bars what is around them, so that no
// line of a mark runs through them.
func plated(style map[string]any, ground func(c int) string) {
	for c, m := range style["data"].([]any) {
		if label, ok := m.(map[string]any)["label"].(map[string]any); ok {
			label["backgroundColor"] = canvas.Page(ground(c))
		}
	}
}
