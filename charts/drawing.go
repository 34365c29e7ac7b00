package charts

import "warraq/charts/scene"

// A drawing is what a kind makes of its data.
type drawing struct {
	// chart holds what go-echarts can say, patch what it cannot.
	chart  echart
	patch  map[string]any
	height float64
	// mirror turns the shapes round, for kinds that ECharts draws from the left
	// only.
	mirror bool
	// outline, where set, returns a map that the option names, as GeoJSON.
	outline func() (name string, geoJSON []byte)
	// annotate, where set, adds to the scene what can only be placed once the
	// shapes are. All that it adds must follow from the option and from extra.
	annotate func(*scene.Scene)
	// extra is what the scene depends on besides the option.
	extra string
}
