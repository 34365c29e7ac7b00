package kinds

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/input/locale"
)

// Radar draws profiles over several measures of one scale, against the
// clock from the top, as Arabic reads.
func Radar(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	p := v.Palette
	_, high := g.Extent()
	axis := v.ValueAxis(0, max(high, 0), true, 4)
	rings := int(math.Round((axis.High - axis.Low) / axis.Step))
	legend, top := v.Legend(v.Labels(g.Series), "")
	note := locale.SayPlain(v.Words.Charts.OuterRing, canvas.Shield(v.Amount(axis.High, g.Unit)))
	title, room := v.UnitNote(note, top, v.RTL)
	top += room

	names := make([]any, len(g.Categories))
	wrapped := v.Wrapped(g.Categories, v.Width*0.26)
	for i := range wrapped {
		names[i] = map[string]any{"name": canvas.Fitted(wrapped[i], v.Label(g.Categories[i])), "max": axis.High, "min": 0}
	}
	tall := float64(canvas.Tallest(wrapped))*v.Leading() + 8
	radius := max(20, min(95, (v.Width-2*(v.Widest(wrapped)+canvas.LabelGap+8))/2))
	height := max(v.Chart.Height, top+2*radius+2*tall)
	radar := echarts.NewRadar()
	series := make([]any, len(g.Series))
	for s, name := range g.Series {
		values := make([]any, len(g.Categories))
		for c := range values {
			values[c] = known(g.Value(s, c))
		}
		radar.AddSeries(v.Label(name), []opts.RadarData{{Value: values, Name: v.Label(name)}})
		series[s] = map[string]any{
			"symbol": symbol(s), "symbolSize": canvas.Page(4.5),
			"itemStyle": map[string]any{"color": p.Color(s)},
			"lineStyle": map[string]any{"color": p.Color(s), "width": canvas.Page(1.6), "type": canvas.Page(dash(s))},
			"areaStyle": map[string]any{"color": p.Color(s), "opacity": 0.08},
		}
	}
	option := map[string]any{
		"radar": map[string]any{
			"indicator": names, "center": canvas.Page([]any{v.Width / 2, top + (height-top)/2}), "radius": canvas.Page(radius), "splitNumber": rings, "startAngle": 90,
			"axisName":  map[string]any{"color": p.Text, "fontSize": canvas.Page(v.Size), "lineHeight": canvas.Page(v.Leading())},
			"axisLine":  map[string]any{"show": true, "lineStyle": v.Stroke(p.Grid, 0.5)},
			"splitLine": map[string]any{"show": true, "lineStyle": v.Stroke(p.Grid, 0.5)},
			"splitArea": map[string]any{"show": false}, "axisNameGap": canvas.Page(6),
			"clockwise": !v.RTL,
		},
		"series": series,
	}
	return canvas.Drawing{Chart: radar, Option: canvas.Headed(option, legend, title), Height: height}
}
