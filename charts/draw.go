package charts

import "fmt"

// draw lays out the data of a chart as its type says.
func draw(v *canvas, g *grid) (drawing, error) {
	if g.panels != nil {
		return v.panels(g), nil
	}
	switch g.kind {
	case "funding", "bar", "grouped-bar":
		return v.bars(g, grouped), nil
	case "holdings", "heatmap":
		return buildHoldings(v, g), nil
	case "column", "grouped-column":
		return v.columns(g, grouped), nil
	case "stacked-bar":
		return v.bars(g, stacked), nil
	case "stacked-column":
		return v.columns(g, stacked), nil
	case "percent-bar":
		return v.bars(g, percent), nil
	case "percent-column":
		return v.columns(g, percent), nil
	case "line", "small-multiples":
		return v.lines(g, plainLine), nil
	case "step":
		return v.lines(g, stepLine), nil
	case "area":
		return v.lines(g, stackedArea), nil
	case "pie":
		return v.pie(g, false), nil
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
		return buildMap(v, g), nil
	case "donut":
		return v.pie(g, true), nil
	case "sunburst":
		return buildSunburst(v, g), nil
	case "gauge":
		return buildGauges(v, g), nil
	case "box-plot":
		return buildBoxes(v, g), nil
	case "timeline":
		return buildTimeline(v, g), nil
	}
	return drawing{}, fmt.Errorf("there is no layout for charts of type %s", g.kind)
}
