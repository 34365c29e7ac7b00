// Package kinds lays out each kind of chart on a canvas, a file a kind.
//
// Lengths are points.
package kinds

import (
	"fmt"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/charts/maps"
)

// Draw lays out the data of a chart as its type says.
func Draw(v *canvas.Canvas, g *grid.Grid) (canvas.Drawing, error) {
	if g.Panels != nil {
		return buildPanels(v, g), nil
	}
	switch g.Type {
	case "funding", "bar", "grouped-bar":
		return buildBars(v, g, grouped), nil
	case "holdings", "heatmap":
		return buildHoldings(v, g), nil
	case "column", "grouped-column":
		return buildColumns(v, g, grouped), nil
	case "stacked-bar":
		return buildBars(v, g, stacked), nil
	case "stacked-column":
		return buildColumns(v, g, stacked), nil
	case "percent-bar":
		return buildBars(v, g, percent), nil
	case "percent-column":
		return buildColumns(v, g, percent), nil
	case "line", "small-multiples":
		return buildLines(v, g, plainLine), nil
	case "step":
		return buildLines(v, g, stepLine), nil
	case "area":
		return buildLines(v, g, stackedArea), nil
	case "pie":
		return buildPie(v, g, false), nil
	case "waterfall":
		return buildWaterfall(v, g), nil
	case "funnel":
		return buildFunnel(v, g), nil
	case "radar":
		return buildRadar(v, g), nil
	case "sankey":
		return buildSankey(v, g), nil
	case "treemap":
		return buildTreemap(v, g), nil
	case "scatter", "bubble":
		return buildScatter(v, g), nil
	case "combined":
		return buildCombined(v, g), nil
	case "map":
		return maps.Draw(v, g), nil
	case "donut":
		return buildPie(v, g, true), nil
	case "sunburst":
		return buildSunburst(v, g), nil
	case "gauge":
		return buildGauges(v, g), nil
	case "box-plot":
		return buildBoxes(v, g), nil
	case "timeline":
		return buildTimeline(v, g), nil
	}
	return canvas.Drawing{}, fmt.Errorf("there is no layout for charts of type %s", g.Type)
}
