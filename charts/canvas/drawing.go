package canvas

import "warraq/charts/scene"

// A Drawing is what a kind makes of its data.
type Drawing struct {
	// Chart and Option say what the chart is in any medium: its data as
	// go-echarts takes them, and what go-echarts cannot say. What a medium has
	// of its own is marked in Option.
	Chart  EChart
	Option map[string]any
	// FromLeft reports that ECharts can only draw the kind from the left,
	// wherever reading begins.
	FromLeft bool
	// Other, where set, is what other media show in place of this: it was made
	// for want of room on the page.
	Other *Drawing

	// What follows is the page's alone. Height is the height of the drawing; its
	// width is the canvas's.
	Height float64
	// Outline, where set, returns a map that the option names, as GeoJSON, in
	// points.
	Outline func() (name string, geoJSON []byte)
	// Annotate, where set, adds to the scene what can only be placed once the
	// shapes are. All that it adds must follow from the option and from Extra.
	Annotate func(*scene.Scene)
	// Extra is what the scene depends on besides the option.
	Extra string
}
