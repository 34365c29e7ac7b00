package canvas

import "warraq/charts/scene"

// A Drawing is what a kind makes of its data.
type Drawing struct {
	// Chart holds what go-echarts can say, Patch what it cannot.
	Chart EChart
	Patch map[string]any
	// Height is the height of the drawing; its width is the canvas's.
	Height float64
	// Mirror turns the shapes round, for kinds that ECharts draws from the left
	// only.
	Mirror bool
	// Outline, where set, returns a map that the option names, as GeoJSON.
	Outline func() (name string, geoJSON []byte)
	// Annotate, where set, adds to the scene what can only be placed once the
	// shapes are. All that it adds must follow from the option and from Extra.
	Annotate func(*scene.Scene)
	// Extra is what the scene depends on besides the option.
	Extra string
}
