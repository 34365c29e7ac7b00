// Package maps lays out maps: countries in the colours of their values, or marks
// on them, with their names where there is room.
//
// Lengths are points.
package maps

import (
	"encoding/json"
	"fmt"
	"image/color"
	"maps"
	"math"
	"slices"
	"strconv"
	"sync"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"warraq/charts/canvas"
	"warraq/charts/grid"
	"warraq/charts/outlines"
	"warraq/charts/scene"
	"warraq/charts/svg"
)

// A worldMap is what Draw lays out: where the earth stands, what is drawn on
// it and what explains that.
type worldMap struct {
	*canvas.Canvas
	grid      *grid.Grid
	marked    bool // marks rather than colours
	places    []grid.Territory
	layout    outlines.Map
	land      string // the colour of land that has no value
	regional  bool
	legend    legend
	labels    []countryLabel
	shapes    func() []outlines.Outline
	swatches  int // entries of the legend that are shapes of the map
	lineWidth float64
}

// Draw draws countries in the colours of their values, or marks on them.
// The earth is never mirrored; what explains it runs from the right.
func Draw(v *canvas.Canvas, g *grid.Grid) canvas.Drawing {
	m := &worldMap{Canvas: v, grid: g, places: g.Territories(v.Words.RightToLeft), marked: grid.Marked(v.Chart, g)}
	p := v.Palette
	m.land = canvas.Mix(p.Ground, p.Muted, 0.11)
	var frame outlines.Frame
	frame, m.regional = grid.FrameOf(v.Chart.Map)
	m.lineWidth = 0.35
	if m.regional {
		m.lineWidth = 0.6
	}
	least, most := 0.3*v.Width, 0.62*v.Width
	m.layout = frame.Fit(v.Width, least, most)
	// Of what lies elsewhere checkMap tells.
	m.places = slices.DeleteFunc(m.places, func(t grid.Territory) bool { return !m.layout.Holds(m.layout.At(t.Label)) })
	var chart canvas.EChart
	var option map[string]any
	if m.marked {
		chart, option = m.buildMarks()
	} else {
		chart, option = m.buildFill()
	}
	if v.Chart.Height > 0 {
		// The legend takes its part of the height that the author gives.
		if room := max(60, v.Chart.Height-m.legend.height); room != m.layout.Height {
			m.layout = frame.Fit(v.Width, room, room)
			if m.marked {
				chart, option = m.buildMarks()
			} else {
				chart, option = m.buildFill()
			}
		}
	}
	var named []string
	for _, t := range m.places {
		named = append(named, t.Alpha2)
	}
	m.shapes = sync.OnceValue(func() []outlines.Outline { return m.layout.Outlines(named) })
	return canvas.Drawing{
		Chart: chart, Option: option, Height: m.layout.Height + m.legend.height, Outline: m.outline, Annotate: m.annotate,
		Extra: fmt.Sprintln(outlines.Version(), v.Chart.Map, named, m.labels, m.legend.rows, p),
	}
}

// outlinesName is what ECharts knows the outlines by.
const outlinesName = "outlines"

// geometry is how ECharts lays the outlines out: they are in points of the page
// already, with y upwards from the map's lower edge.
func (m *worldMap) geometry() map[string]any {
	w, h := m.layout.Width, m.layout.Height
	p := m.Palette
	return map[string]any{
		"map": outlinesName, "left": canvas.Page(0), "top": canvas.Page(0), "width": canvas.Page(w), "height": canvas.Page(h), "aspectScale": canvas.Page(1), "roam": canvas.Page(false), "silent": canvas.Page(true), "selectedMode": canvas.Page(false),
		"boundingCoords": canvas.Page([]any{[]float64{0, h}, []float64{w, 0}}),
		"itemStyle":      map[string]any{"areaColor": m.land, "borderColor": p.Ground, "borderWidth": canvas.Page(m.lineWidth)},
		"label":          canvas.Page(map[string]any{"show": false}),
	}
}

// buildFill colours each country by its value.
func (m *worldMap) buildFill() (canvas.EChart, map[string]any) {
	p := m.Palette
	styles, legend := m.fills()
	chart := echarts.NewMap()
	chart.RegisterMapType(outlinesName)
	var data []opts.MapData
	var items []any
	m.labels = nil
	for i, t := range m.places {
		var value any
		if x := m.grid.Value(0, t.Category); !math.IsNaN(x) {
			value = x
		}
		data = append(data, opts.MapData{Name: t.Alpha2, Value: value})
		items = append(items, map[string]any{"itemStyle": marked(styles[i])})
		ground := styles[i]["areaColor"].(string)
		label := m.labelOf(t, p.On(ground), 0)
		if decal, ok := styles[i]["decal"].(map[string]any); ok && decal["symbol"] != "none" {
			label.Ground = ground
		}
		m.labels = append(m.labels, label)
	}
	m.legend = m.layLegend(legend)
	m.swatches = 0
	for _, row := range m.legend.rows {
		for _, e := range row {
			if e.Style != nil {
				items = append(items, canvas.Page(map[string]any{"name": swatchName(m.swatches), "itemStyle": e.Style}))
				m.swatches++
			}
		}
	}
	chart.AddSeries("", data)
	series := m.geometry()
	series["data"] = items
	return chart, map[string]any{"series": []any{series}}
}

// marked marks what of a style is the page's alone: patterns and widths.
func marked(style map[string]any) map[string]any {
	style = maps.Clone(style)
	for _, key := range []string{"decal", "borderWidth", "borderType"} {
		if value, ok := style[key]; ok {
			style[key] = canvas.Page(value)
		}
	}
	return style
}

// swatchName is the name of a shape that is no country but stands in the legend,
// so that it is drawn as countries are.
func swatchName(i int) string { return "legend-" + strconv.Itoa(i) }

// outline returns what ECharts draws as GeoJSON: the countries, and the swatches
// of the legend.
func (m *worldMap) outline() (string, []byte) {
	type geometry struct {
		Type        string           `json:"type"`
		Coordinates [][][][2]float64 `json:"coordinates"`
	}
	type feature struct {
		Type       string            `json:"type"`
		Properties map[string]string `json:"properties"`
		Geometry   geometry          `json:"geometry"`
	}
	var features []feature
	add := func(name string, polygons [][][]outlines.Point) {
		g := geometry{Type: "MultiPolygon"}
		for _, polygon := range polygons {
			var rings [][][2]float64
			for _, ring := range polygon {
				var points [][2]float64
				for i := range len(ring) + 1 {
					q := ring[i%len(ring)] // GeoJSON says the first point again
					points = append(points, [2]float64{hundredth(q.X), hundredth(m.layout.Height - q.Y)})
				}
				rings = append(rings, points)
			}
			g.Coordinates = append(g.Coordinates, rings)
		}
		features = append(features, feature{"Feature", map[string]string{"name": name}, g})
	}
	// All that has no value is one shape: the library takes its time for each.
	var land [][][]outlines.Point
	for _, o := range m.shapes() {
		if slices.ContainsFunc(m.places, func(t grid.Territory) bool { return t.Alpha2 == o.Alpha2 }) {
			add(o.Alpha2, o.Polygons)
		} else {
			land = append(land, o.Polygons...)
		}
	}
	add("land", land)
	n := 0
	for _, row := range m.legend.rows {
		for _, e := range row {
			if e.Style == nil || m.marked {
				continue
			}
			x, y := e.X-canvas.SwatchWidth/2, e.Y-canvas.SwatchHeight/2
			add(swatchName(n), [][][]outlines.Point{{{{X: x, Y: y}, {X: x + canvas.SwatchWidth, Y: y}, {X: x + canvas.SwatchWidth, Y: y + canvas.SwatchHeight}, {X: x, Y: y + canvas.SwatchHeight}}}})
			n++
		}
	}
	b, err := json.Marshal(map[string]any{"type": "FeatureCollection", "features": features})
	if err != nil {
		panic(err) // finite numbers always have a form
	}
	return outlinesName, b
}

func hundredth(x float64) float64 { return math.Round(x*100) / 100 }

// annotate writes what stands on the map and under it, and frames a part of the
// earth, which its edge cuts off.
func (m *worldMap) annotate(s *scene.Scene) {
	if m.regional {
		if color, err := svg.ParseColor(m.Palette.Grid); err == nil {
			s.Items = append(s.Items, scene.Item{Path: frameLine(m.layout.Width, m.layout.Height, color)})
		}
	}
	m.writeLabels(s)
	m.writeLegend(s)
}

// frameLine is the line round a map, wholly within it.
func frameLine(width, height float64, color color.NRGBA) *scene.Path {
	const thick = 0.6
	a, b, c, d := svg.Round(thick/2), svg.Round(thick/2), svg.Round(width-thick/2), svg.Round(height-thick/2)
	return &scene.Path{
		Verbs:  []scene.Verb{scene.MoveTo, scene.LineTo, scene.LineTo, scene.LineTo, scene.Close},
		Points: []scene.Point{{X: a, Y: b}, {X: c, Y: b}, {X: c, Y: d}, {X: a, Y: d}},
		Stroke: &color, Width: thick,
	}
}
