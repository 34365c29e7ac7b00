package charts

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// columns draws upright bars. Where the names have no room side by side even
// when wrapped, the bars lie down, since neither cut nor slanted Arabic reads.
func (v *canvas) columns(g *grid, how stacking) drawing {
	values, unit := g.values, g.unit
	if how == percent {
		values, unit = g.shares(), "%"
	}
	low, high := spread(values, how)
	axis := v.valueAxis(low, high, true, 5)
	if how == percent {
		axis = v.valueAxis(0, 100, true, 5)
	}
	band := (v.width - v.axisRoom(axis)) / float64(len(g.categories))
	names := v.categoryAxis(g, band)
	if !names.fits {
		return v.bars(g, how)
	}
	perCategory, above := 1.0, v.leading()*0.5
	if how == grouped {
		perCategory, above = float64(len(g.series)), v.leading()
	}
	plot := v.uprightPlot(g, axis, names, "rect", unit, above)
	thickness := min(34, band*0.72/perCategory*0.94)
	labels := v.columnLabels(values, axis, how, thickness)
	bar := echarts.NewBar()
	bar.SetXAxis(names.names)
	series := make([]any, len(g.series))
	for s, name := range g.series {
		bar.AddSeries(v.label(name), v.columnData(values[s], labels[s], how, s))
		series[s] = v.barSeries(s, len(g.series), how, thickness)
	}
	return drawing{chart: bar, patch: plot.option(v, series), height: plot.height}
}

// columnLabels returns the text on each column, or nothing for all of them
// where one has no room: some numbers without the others would mislead.
func (v *canvas) columnLabels(values [][]float64, axis valueAxis, how stacking, thickness float64) [][]string {
	labels := make([][]string, len(values))
	fits := true
	for s := range values {
		labels[s] = make([]string, len(values[s]))
		for c, x := range values[s] {
			if math.IsNaN(x) {
				continue
			}
			labels[s][c] = v.number(x)
			if how == percent {
				labels[s][c] = v.amount(math.Round(x), "%")
			}
			room := thickness
			if how == grouped && len(values) == 1 {
				room = thickness / 0.72
			}
			if v.measure(labels[s][c]) > room-1 {
				fits = false
			}
			if how != grouped && !axis.log && x/(axis.high-axis.low)*plotHeight < v.leading() {
				labels[s][c] = "" // a slice too thin for its number; the axis tells
			}
		}
	}
	if !fits {
		for s := range labels {
			clear(labels[s])
		}
	}
	return labels
}

func (v *canvas) columnData(values []float64, labels []string, how stacking, series int) []opts.BarData {
	data := make([]opts.BarData, len(values))
	for c, x := range values {
		if math.IsNaN(x) {
			data[c] = opts.BarData{Value: "-"}
			continue
		}
		data[c] = opts.BarData{Value: x}
		if labels[c] == "" {
			continue
		}
		label := &opts.Label{Show: opts.Bool(true), Formatter: labels[c], Position: "top", Color: v.Palette.Text, BackgroundColor: v.Palette.Ground}
		if x < 0 {
			label.Position = "bottom"
		}
		if how != grouped {
			label.Position, label.Color = "inside", v.Palette.on(v.Palette.color(series))
			v.plain(label, series)
		}
		data[c].Label = label
	}
	return data
}
