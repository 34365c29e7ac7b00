package canvas

import (
	"slices"

	"warraq/charts/grid"
	"warraq/charts/svg"
	"warraq/input/colour"
)

// StandsOut reports whether a name keeps its colour: those that the author
// highlights do, or all where there are none.
func (v *Canvas) StandsOut(name string) bool {
	for _, h := range v.Chart.Highlight {
		if grid.OneLine(h.Value) == name {
			return true
		}
	}
	return len(v.Chart.Highlight) == 0
}

// AnyOut reports whether some of these names are highlighted.
func (v *Canvas) AnyOut(names []string) bool {
	return len(v.Chart.Highlight) > 0 && slices.ContainsFunc(names, v.StandsOut)
}

// Faded is the colour of what does not stand out, a grey toward that of the axes.
// Three that follow each other differ in lightness, so that neighbours do, also those
// of a highlighted one between them; series from the fourth on have patterns as well.
func (p Palette) Faded(i int) string {
	light := []float64{85, 71.5, 58}[i%3] // L*, light enough to stand back
	from, to := 0.0, 1.0
	for range 10 { // the greys are as many as that tells apart
		middle := (from + to) / 2
		if c, err := svg.ParseColor(Mix(p.Ground, p.Axis, middle)); err != nil || colour.Lightness(c) < light {
			to = middle
		} else {
			from = middle
		}
	}
	return Mix(p.Ground, p.Axis, from)
}

// FadedRound is the same of one of several around a pie, where the last is the first
// one's neighbour too.
func (p Palette) FadedRound(i, of int) string {
	if i > 0 && i == of-1 && i%3 == 0 {
		i++
	}
	return p.Faded(i)
}

// Highlighted returns the canvas on which a chart is laid out where some of its
// series stand out, in the first colours of the palette, which are its strongest:
// the others are grey.
func (v *Canvas) Highlighted(g *grid.Grid) *Canvas {
	if !v.AnyOut(g.Series) {
		return v
	}
	own := *v
	own.Palette.Series = nil
	out, faded := 0, 0
	for _, name := range g.Series {
		if v.StandsOut(name) {
			own.Palette.Series = append(own.Palette.Series, v.Palette.Color(out))
			out++
			continue
		}
		own.Palette.Series = append(own.Palette.Series, v.Palette.Faded(faded))
		faded++
	}
	return &own
}

// Fade makes the marks of categories that do not stand out grey, in the style of a
// series of bars; inside says that their labels stand on them.
func (v *Canvas) Fade(g *grid.Grid, style map[string]any, inside bool) {
	if !v.AnyOut(g.Categories) {
		return
	}
	marks := style["data"].([]any)
	for c, name := range g.Categories {
		mark, ok := marks[c].(map[string]any)
		if !ok || v.StandsOut(name) {
			continue
		}
		color := v.Palette.Faded(0)
		mark["itemStyle"] = map[string]any{"color": color}
		if label, ok := mark["label"].(map[string]any); ok && inside {
			label["color"] = v.Palette.On(color)
			if _, ok := label["backgroundColor"]; ok {
				label["backgroundColor"] = Page(color)
			}
		}
	}
}
