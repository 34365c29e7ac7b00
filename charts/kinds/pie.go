package kinds

import (
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/charts/scene"
	"warraq/input/locale"
)

// drawPie draws the parts of a whole, from the top and against the clock where
// Arabic reads, each with its name, its value and its share beside it. Parts too
// small to be told apart are gathered on the page, and listed below.
func drawPie(v *canvas.Canvas, g *grid.Grid, hollow bool) canvas.Drawing {
	whole := pieSlices(v, g)
	slices, note := gathered(v, whole, g.Unit)
	labels := pieLabels(v, slices, " ")
	radius := pieRadius(v, labels)
	if radius < 40 {
		// A narrow chart: the share takes a line of its own.
		labels = pieLabels(v, slices, "\n")
		radius = pieRadius(v, labels)
	}
	values := make([]float64, len(slices))
	heights := make([]float64, len(slices))
	for i, s := range slices {
		values[i], heights[i] = s.value, float64(canvas.Lines(labels[i]))*v.Leading()+pieLabelGap
	}
	ring := layRing(values, heights, radius, v.RTL)
	top, bottom := ring.extent(radius)
	height := max(bottom-top, v.Chart.Height)
	x, y := v.Width/2, (height-(bottom-top))/2-top
	k := v.Sketch()
	for i, at := range ring {
		align := "left"
		if at.side < 0 {
			align = "right"
		}
		k.Line(x+at.from.X, y+at.from.Y, x+at.bend.X, y+at.bend.Y, v.Palette.Axis, 0.5, canvas.AboveSeries)
		k.Line(x+at.bend.X, y+at.bend.Y, x+at.to.X, y+at.to.Y, v.Palette.Axis, 0.5, canvas.AboveSeries)
		k.Text(labels[i], x+at.to.X+3*at.side, y+at.to.Y, align, canvas.TextStyle{})
	}
	rings, share := []any{0.0, radius}, []any{0, "75%"}
	if hollow {
		rings[0], share[0] = radius*pieHole, "43.5%"
	}
	pie := echarts.NewPie()
	pie.AddSeries("", nil)
	p := v.Palette
	option := map[string]any{
		"series": []any{map[string]any{
			"radius": canvas.Fitted(rings, share),
			"center": canvas.Page([]any{x, y}), "clockwise": !v.RTL, "startAngle": 90,
			"minAngle": pieLeast, "data": canvas.Fitted(pieItems(v, slices), pieItems(v, whole)),
			"label": canvas.Fitted(map[string]any{"show": false}, map[string]any{
				"show": true, "formatter": "{b}", "position": "outer", "color": p.Text,
			}),
			"labelLine": canvas.Fitted(map[string]any{"show": false}, map[string]any{"show": true, "lineStyle": v.Stroke(p.Axis, 0.5)}),
		}},
	}
	return v.NoteBelow(canvas.Drawing{Chart: pie, Option: k.On(option), Height: height}, note)
}

// pieItems are slices as ECharts takes them.
func pieItems(v *canvas.Canvas, slices []slice) []any {
	items := make([]any, len(slices))
	p := v.Palette
	for i, s := range slices {
		color, decal := p.Color(s.place), p.Decal(s.place, placeBefore(slices, i), slices[(i+1)%len(slices)].place)
		if !v.StandsOut(s.whole) {
			color, decal = p.FadedRound(i, len(slices)), map[string]any{"symbol": "none"}
		}
		items[i] = map[string]any{
			"name": s.name, "value": s.value, "label": canvas.Elsewhere(map[string]any{"formatter": s.label(s.name, " ")}),
			"itemStyle": map[string]any{"color": color, "decal": canvas.Page(decal), "borderColor": p.Ground, "borderWidth": canvas.Page(pieEdge)},
		}
	}
	return items
}

const (
	// pieArm is how far beyond the pie its labels begin, and pieHole the part of
	// the radius that a donut leaves free.
	pieArm  = 14.0
	pieHole = 0.58
	// pieEdge is the line between slices, and pieLeast the least angle of one, in
	// degrees, so that it is seen beside that line.
	pieEdge  = 0.75
	pieLeast = 1.5
	// pieSmall is the share below which parts are gathered where they are several.
	pieSmall    = 0.025
	pieFewSmall = 2
	pieLabelGap = 3.0 // between two labels
)

// A slice is a part of a pie, with what is said of it.
type slice struct {
	name, whole   string // as a label, and as the data have it
	value         float64
	amount, share string
	place         int // of its colour in the palette
}

// placeBefore is that of the slice before another, or -1 of none.
func placeBefore(slices []slice, i int) int {
	if i == 0 {
		return -1
	}
	return slices[i-1].place
}

// label is the name of a slice with its value. Before stands between the value
// and its share.
func (s slice) label(name, before string) string {
	if s.share == "" {
		return name + "\n" + s.amount
	}
	return name + "\n" + s.amount + before + "(" + s.share + ")"
}

// pieSlices returns the slices that there is something of.
func pieSlices(v *canvas.Canvas, g *grid.Grid) []slice {
	var list []slice
	total := g.Total(0)
	for c, name := range g.Categories {
		if x := g.Value(0, c); x > 0 {
			s := newSlice(v, v.Label(name), x, total, g.Unit)
			s.whole, s.place = name, len(list)
			list = append(list, s)
		}
	}
	return list
}

func newSlice(v *canvas.Canvas, name string, x, total float64, unit string) slice {
	s := slice{name: name, whole: name, value: x, amount: canvas.Shield(v.Amount(x, unit))}
	if !grid.IsPercent(unit) {
		s.share = v.Percent(x / total)
	}
	return s
}

// gathered returns the slices that are drawn on the page: where more than a few
// are too small to be told apart these are one, the last, and the note lists
// them.
func gathered(v *canvas.Canvas, slices []slice, unit string) (drawn []slice, note string) {
	total, sum := 0.0, 0.0
	for _, s := range slices {
		total += s.value
	}
	var listed []string
	taken := map[string]bool{}
	for _, s := range slices {
		if s.value/total >= pieSmall {
			s.place = len(drawn) // what is gathered needs no colour
			drawn = append(drawn, s)
			taken[s.name] = true
			continue
		}
		sum += s.value
		listed = append(listed, strings.ReplaceAll(s.label(s.name+":", " "), "\n", " "))
	}
	if len(listed) <= pieFewSmall || len(drawn) == 0 {
		return slices, ""
	}
	name := v.Words.Charts.Others
	if taken[name] {
		name = v.Words.Charts.OtherItems
	}
	rest := newSlice(v, name, sum, total, unit)
	rest.place = len(drawn)
	return append(drawn, rest), locale.SayPlain(v.Words.Charts.SaidOf, name, strings.Join(listed, v.Words.Marks.Semicolon))
}

// pieLabels returns the label of each slice as it stands on the page.
func pieLabels(v *canvas.Canvas, slices []slice, before string) []string {
	labels := make([]string, len(slices))
	for i, s := range slices {
		labels[i] = canvas.ReadingOrder(s.label(v.Wrap(s.name, v.Width*0.3), before))
	}
	return labels
}

// pieRadius is what labels on both sides leave.
func pieRadius(v *canvas.Canvas, labels []string) float64 {
	return max(20, min(85, (v.Width-2*(v.Widest(labels)+pieArm+canvas.LabelGap))/2))
}

// A leader leads from the middle of a slice's edge by a bend to its label, whose
// middle line it ends at; side is 1 where that stands on the right of the pie,
// else -1. Places are counted from the pie's centre.
type leader struct {
	from, bend, to scene.Point
	side, height   float64
}

// leaders are those of a pie, in the order of its slices.
type leaders []leader

// extent is where a pie and its labels begin and end.
func (l leaders) extent(radius float64) (top, bottom float64) {
	top, bottom = -radius, radius
	for _, at := range l {
		top, bottom = min(top, at.to.Y-at.height/2), max(bottom, at.to.Y+at.height/2)
	}
	return top, bottom
}
