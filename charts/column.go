package charts

import (
	"math"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// plotHeight is the height of the plot where the author gives none.
const plotHeight = 170.0

func columnBuilder(how stacking) func(*canvas, *grid) drawing {
	return func(v *canvas, g *grid) drawing { return v.columns(g, how) }
}

// columns draws upright bars. Where the names have no room side by side even
// when wrapped, the bars lie down, since neither cut nor slanted Arabic reads.
func (v *canvas) columns(g *grid, how stacking) drawing {
	values, unit := g.values, g.unit
	if how == percent {
		values, unit = shares(g), "%"
	}
	low, high := spread(values, how)
	axis := v.valueAxis(low, high, true, 5)
	if how == percent {
		axis = v.valueAxis(0, 100, true, 5)
	}
	side := v.widest(axis.labels) + labelGap + 1
	band := (v.width - side) / float64(len(g.categories))
	names := v.categoryAxis(g, band)
	if !names.fits {
		return v.bars(g, how)
	}
	inverse := v.runsRTL(g)
	legend, top := v.legend(v.labels(g.series), "rect")
	title, note := v.unitNote(unit, top, inverse)
	top += note

	perCategory := 1.0
	if how == grouped {
		perCategory = float64(len(g.series))
	}
	thickness := min(34, band*0.72/perCategory*0.94)
	labels := v.columnLabels(values, axis, how, thickness)
	if how == grouped {
		top += v.leading()
	} else {
		top += v.leading() * 0.5
	}
	height := top + plotHeight + names.height
	if v.chart.Height > 0 {
		height = max(v.chart.Height, top+names.height+60)
	}
	bar := echarts.NewBar()
	bar.SetXAxis(names.names)
	series := make([]any, len(g.series))
	for s, name := range g.series {
		bar.AddSeries(v.label(name), v.columnData(values[s], labels[s], how, s))
		series[s] = v.barSeries(s, len(g.series), how, thickness)
	}
	left, right, at := side, 0.0, "left"
	if inverse {
		left, right, at = 0, side, "right"
	}
	option := map[string]any{
		"grid":   v.frame(left, right, top, names.height),
		"xAxis":  []any{names.option(v, inverse, true)},
		"yAxis":  []any{axis.option(v, at)},
		"series": series,
	}
	if legend != nil {
		option["legend"] = legend
	}
	if title != nil {
		option["title"] = title
	}
	return drawing{chart: bar, patch: option, height: height}
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
		label := &opts.Label{Show: opts.Bool(true), Formatter: labels[c], Position: "top", Color: v.options.Palette.Text, BackgroundColor: v.options.Palette.Ground}
		if x < 0 {
			label.Position = "bottom"
		}
		if how != grouped {
			label.Position, label.Color = "inside", v.options.Palette.on(v.options.Palette.color(series))
			v.plain(label, series)
		}
		data[c].Label = label
	}
	return data
}
