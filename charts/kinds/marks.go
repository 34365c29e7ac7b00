package kinds

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/locale"
)

// withMarks widens a range of values by the lines across them, so that these are on
// the axis.
func withMarks(g *grid.Grid, low, high float64) (float64, float64) {
	for _, m := range g.Marks {
		if m.Across {
			low, high = min(low, m.Value), max(high, m.Value)
		}
	}
	return low, high
}

// ended is an axis with the ends that the author gives it. Its steps stay, and
// are counted from its low end.
func ended(v *canvas.Canvas, g *grid.Grid, a canvas.ValueAxis) canvas.ValueAxis {
	if g.Low == nil && g.High == nil {
		return a
	}
	if g.Low != nil {
		a.Low = *g.Low
	}
	if g.High != nil {
		a.High = *g.High
	}
	if !a.Log {
		a = v.Stepped(a)
	}
	return a
}

// A label of a mark, in the strip above the plot.
type markLabel struct {
	text   string
	x      float64
	row    int
	left   float64
	mark   grid.Mark
	height float64
}

const (
	markShare = 0.34 // of the width, that a label of a mark may take
	markAir   = 6.0  // between two of them
)

// markStrip lays out the labels over a plot, each at its place as far as the
// frame lets it, in rows so that none meets another. X says where on the page a
// mark stands.
func markStrip(v *canvas.Canvas, marks []grid.Mark, x func(grid.Mark) float64) (labels []markLabel, height float64) {
	var ends []float64 // of each row, where its last label ends
	tallest := 0.0
	for _, m := range marks {
		text := v.Wrap(v.Label(m.Label), v.Width*markShare)
		labels = append(labels, markLabel{text: text, x: x(m), mark: m, height: float64(canvas.Lines(text)) * v.Leading()})
		if text != "" {
			tallest = max(tallest, float64(canvas.Lines(text))*v.Leading())
		}
	}
	slices.SortStableFunc(labels, func(a, b markLabel) int { return cmp.Compare(a.x, b.x) })
	for i := range labels {
		l := &labels[i]
		if l.text == "" {
			continue
		}
		width := v.TextWidth(l.text)
		l.left = max(0, min(v.Width-width, l.x-width/2))
		l.row = slices.IndexFunc(ends, func(end float64) bool { return end+markAir <= l.left })
		if l.row < 0 {
			l.row = len(ends)
			ends = append(ends, 0)
		}
		ends[l.row] = l.left + width
	}
	return labels, tallest * float64(len(ends))
}

// marksOf returns the marks among the categories, or those across the values.
func marksOf(g *grid.Grid, across bool) []grid.Mark {
	return slices.DeleteFunc(slices.Clone(g.Marks), func(m grid.Mark) bool { return m.Across != across })
}

// at is where a place among the categories stands on the page, between the ones
// beside it.
func (f field) at(place float64) float64 {
	i := min(int(place), f.n-1)
	if i+1 >= f.n {
		return f.x(i)
	}
	return f.x(i) + (place-float64(i))*(f.x(i+1)-f.x(i))
}

// middle is where the label of a mark stands.
func (f field) middle(m grid.Mark) float64 { return (f.at(m.First) + f.at(m.Last)) / 2 }

// annotate draws the marks of an upright plot: lines and bands with their labels
// in the strip above it, of a height, and lines across the values with theirs on
// them.
func (f field) annotate(v *canvas.Canvas, k *canvas.Sketch, g *grid.Grid, strip []markLabel, height float64) {
	p := v.Palette
	below := v.Sketch()
	rows := 1
	for _, l := range strip {
		rows = max(rows, l.row+1)
	}
	for _, l := range strip {
		top := f.top - height + (height/float64(rows))*float64(l.row) // of the label
		if l.mark.First != l.mark.Last {
			a, b := f.at(l.mark.First), f.at(l.mark.Last)
			below.Rect(min(a, b), f.top, max(a, b)-min(a, b), f.bottom-f.top, canvas.Mix(p.Ground, p.Axis, 0.22))
		} else {
			k.Dashed(l.x, top+l.height, l.x, f.bottom, p.Text, 0.75)
		}
	}
	for _, l := range strip { // over the lines
		top := f.top - height + (height/float64(rows))*float64(l.row)
		k.Text(l.text, l.left+v.TextWidth(l.text)/2, top+l.height/2, "center", canvas.TextStyle{Ground: p.Ground})
	}
	for _, m := range marksOf(g, true) {
		y := f.y(m.Value)
		k.Dashed(f.left, y, f.right, y, p.Text, 0.75)
		text := v.Label(m.Label)
		middle := y - v.Leading()/2 - 1
		k.Text(text, f.clearest(g, v.TextWidth(text)+4, middle), middle, "center", canvas.TextStyle{Ground: p.Ground})
	}
	k.Over(below)
}

// clearest is where a label of a width, at a height of the plot, is farthest from
// all lines: where reading begins if all places are alike.
func (f field) clearest(g *grid.Grid, width, middle float64) float64 {
	const places = 9
	best, far := 0.0, -1.0
	for i := range places {
		share := float64(i) / (places - 1)
		if f.inverse {
			share = 1 - share
		}
		x := f.left + width/2 + share*(f.right-f.left-width)
		least := math.Inf(1)
		for s := range g.Series {
			for _, at := range []float64{x - width/2, x, x + width/2} {
				if y, ok := f.lineAt(g.Values[s], at); ok {
					least = min(least, math.Abs(y-middle))
				}
			}
		}
		if least > far+1 {
			best, far = x, least
		}
	}
	return best
}

// lineAt is the height of the line through values at a place of the page.
func (f field) lineAt(values []float64, x float64) (float64, bool) {
	for c := range values {
		if c+1 == len(values) {
			break
		}
		a, b := f.x(c), f.x(c+1)
		if t := (x - a) / (b - a); t >= 0 && t <= 1 {
			value := values[c] + t*(values[c+1]-values[c])
			return f.y(value), !math.IsNaN(value)
		}
	}
	return 0, false
}

// neutralMarks says the marks of a chart in any other medium, as ECharts has
// them, on the first series.
func neutralMarks(v *canvas.Canvas, g *grid.Grid, series map[string]any, lying bool) {
	var lines, areas []any
	value, name := "yAxis", "xAxis"
	if lying {
		value, name = name, value
	}
	for _, m := range g.Marks {
		label := map[string]any{"formatter": v.Label(m.Label), "color": v.Palette.Text}
		switch {
		case m.Across:
			lines = append(lines, map[string]any{value: m.Value, "label": label})
		case m.First == m.Last:
			lines = append(lines, map[string]any{name: v.Label(m.From), "label": label})
		default:
			areas = append(areas, []any{map[string]any{name: v.Label(m.From), "label": label}, map[string]any{name: v.Label(m.To)}})
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
		if m.To != m.From {
			when += "–" + v.Label(m.To)
		}
		list = append(list, locale.SayPlain(v.Words.Charts.SaidOf, when, v.Label(m.Label)))
	}
	return strings.Join(list, v.Words.Marks.Semicolon)
}
