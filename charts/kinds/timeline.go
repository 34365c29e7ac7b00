package kinds

import (
	"math"
	"slices"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// A timeScale lays days on the width of a chart. Time runs from left to right
// unless the author turns it.
type timeScale struct {
	first, last float64 // days
	left, width float64
	turned      bool
	ticks       []tick
}

func newTimeScale(v *canvas.Canvas, events []grid.Event, left, width float64) timeScale {
	first, last := math.Inf(1), math.Inf(-1)
	for _, e := range events {
		first, last = min(first, e.When.First), max(last, e.End())
	}
	ticks := timeTicks(first, last, width, func(text string) float64 { return v.TextWidth(v.Label(text)) })
	return timeScale{
		first: ticks[0].at, last: ticks[len(ticks)-1].at, left: left, width: width,
		turned: v.Chart.Direction == "rtl", ticks: ticks,
	}
}

// x is the place of a day.
func (s timeScale) x(day float64) float64 {
	share := (day - s.first) / (s.last - s.first)
	if s.turned {
		share = 1 - share
	}
	return s.left + share*s.width
}

// rulerHeight is the height of the band that has the dates.
func rulerHeight(v *canvas.Canvas) float64 { return v.Leading() + 4 }

// ruler draws the axis as a band in which each date stands behind its tick.
func ruler(v *canvas.Canvas, k *canvas.Sketch, s timeScale, y float64) {
	p := v.Palette
	height := rulerHeight(v)
	k.Rect(s.left, y, s.width, height, p.Pale())
	for i, t := range s.ticks {
		x := s.x(t.at)
		if i > 0 && i < len(s.ticks)-1 {
			k.Line(x, y, x, y+height, p.Ground, 1, canvas.BelowSeries)
		}
		if i == len(s.ticks)-1 {
			break // nothing is behind the last
		}
		at, align := x+5, "left"
		if s.turned {
			at, align = x-5, "right"
		}
		k.Text(v.Label(t.text), at, y+height/2, align, canvas.TextStyle{})
	}
}

// A mark is the place of an event: the left end of its bar and its width, which
// is zero for a date, and the middle of its height.
type mark struct{ x, width, y float64 }

// dotSize is the diameter of the mark of a date, in points.
const dotSize = 7.0

// barHeight is the height of a period's bar: that of a line, since its name may
// stand on it, and Arabic reaches far below its baseline.
func barHeight(v *canvas.Canvas) float64 { return v.Leading() }

// timelineDrawing is a timeline whose marks are points of a scatter chart: in any
// medium over time and a row for each lane or event, on the page over axes in
// points.
func timelineDrawing(v *canvas.Canvas, k *canvas.Sketch, g *grid.Grid, marks []mark, height float64) canvas.Drawing {
	p := v.Palette
	scatter := echarts.NewScatter()
	data := make([]opts.ScatterData, len(g.Events))
	styles := make([]any, len(g.Events))
	rows := make([]string, len(g.Events))
	for i, e := range g.Events {
		m := marks[i]
		data[i] = opts.ScatterData{Name: v.Label(e.Name), Value: timelineValue(g, i)}
		rows[i] = v.Label(e.Name)
		style := map[string]any{"symbol": "circle", "symbolSize": canvas.Page(dotSize), "itemStyle": map[string]any{"color": p.Color(0), "borderColor": p.Ground, "borderWidth": canvas.Page(1), "opacity": 1}}
		if e.Period() {
			style = map[string]any{"symbol": "rect", "symbolSize": canvas.Page([]float64{m.width, barHeight(v)}), "itemStyle": map[string]any{"color": p.Color(0), "opacity": 1}}
		}
		style["value"] = canvas.Page([2]float64{m.x + m.width/2, m.y})
		styles[i] = style
	}
	scatter.AddSeries("", data)
	if len(g.Lanes) > 0 {
		rows = v.Labels(g.Lanes)
	}
	return canvas.Drawing{Height: height, Chart: scatter, Option: k.On(v.InPoints(map[string]any{
		"xAxis":  []any{map[string]any{"type": "time", "inverse": v.Chart.Direction == "rtl"}},
		"yAxis":  []any{map[string]any{"type": "category", "inverse": true, "data": rows}},
		"series": []any{map[string]any{"data": styles, "clip": false, "label": map[string]any{"show": canvas.Fitted(false, len(g.Lanes) > 0), "formatter": canvas.Elsewhere("{b}")}}},
	}, height))}
}

// timelineValue is the first day of an event, its row and, of a period, its last.
func timelineValue(g *grid.Grid, i int) []any {
	day := func(x float64) string { return grid.DateOn(x).Format("2006-01-02") }
	e := g.Events[i]
	row := i
	if len(g.Lanes) > 0 {
		row = e.Lane
	}
	if e.Period() {
		return []any{day(e.When.First), row, day(e.To.Last - 1)}
	}
	return []any{day(e.When.First), row}
}

// Timeline draws dates along one axis with their names above and below it,
// where all have room; else, and where there are periods or lanes, a row for
// each event or lane.
func Timeline(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	plain := len(g.Lanes) == 0 && !slices.ContainsFunc(g.Events, grid.Event.Period)
	if plain {
		if d, ok := strip(v, g); ok {
			return d
		}
	}
	if len(g.Lanes) > 0 {
		return lanes(v, g)
	}
	return eventRows(v, g)
}
