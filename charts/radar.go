package charts

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// buildRadar draws profiles over several measures of one scale, against the
// clock from the top, as Arabic reads.
func buildRadar(v *canvas, g *grid) drawing {
	p := v.Palette
	_, high := g.extent()
	axis := v.valueAxis(0, max(high, 0), true, 4)
	rings := int(math.Round((axis.high - axis.low) / axis.step))
	legend, top := v.legend(v.labels(g.series), "")
	note := v.label("الحلقة الخارجية: ") + " " + shield(v.amount(axis.high, g.unit))
	title, room := v.unitNote(note, top, v.rtl)
	top += room

	names := make([]any, len(g.categories))
	wrapped := make([]string, len(g.categories))
	for i, name := range g.categories {
		wrapped[i] = v.wrap(v.label(name), v.width*0.26)
		names[i] = map[string]any{"name": wrapped[i], "max": axis.high, "min": 0}
	}
	tall := float64(tallest(wrapped))*v.leading() + 8
	radius := min(95, (v.width-2*(v.widest(wrapped)+labelGap+8))/2)
	height := max(v.chart.Height, top+2*radius+2*tall)
	radar := echarts.NewRadar()
	series := make([]any, len(g.series))
	for s, name := range g.series {
		values := make([]any, len(g.categories))
		for c := range values {
			values[c] = g.value(s, c)
			if math.IsNaN(g.value(s, c)) {
				values[c] = "-"
			}
		}
		radar.AddSeries(v.label(name), []opts.RadarData{{Value: values, Name: v.label(name)}})
		series[s] = map[string]any{
			"symbol": symbol(s), "symbolSize": 4.5,
			"itemStyle": map[string]any{"color": p.color(s)},
			"lineStyle": map[string]any{"color": p.color(s), "width": 1.6, "type": dash(s)},
			"areaStyle": map[string]any{"color": p.color(s), "opacity": 0.08},
		}
	}
	option := map[string]any{
		"radar": map[string]any{
			"indicator": names, "center": []any{v.width / 2, top + (height-top)/2}, "radius": radius, "splitNumber": rings, "startAngle": 90,
			"axisName":  map[string]any{"color": p.Text, "fontSize": v.Size, "lineHeight": v.leading()},
			"axisLine":  map[string]any{"show": true, "lineStyle": v.line(p.Grid, 0.5)},
			"splitLine": map[string]any{"show": true, "lineStyle": v.line(p.Grid, 0.5)},
			"splitArea": map[string]any{"show": false}, "axisNameGap": 6,
			"clockwise": !v.rtl,
		},
		"series": series,
	}
	return drawing{chart: radar, patch: headed(option, legend, title), height: height}
}
