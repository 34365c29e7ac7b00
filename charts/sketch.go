package charts

import (
	"math"
	"slices"
)

// A sketch is what stands beside the series of a chart: texts and shapes at
// places that we have computed. ECharts draws them as its graphic component, so
// that they are part of the option like all else.
type sketch struct {
	v        *canvas
	elements []any
}

// sketch returns an empty sketch on a canvas.
func (v *canvas) sketch() *sketch { return &sketch{v: v} }

// over puts another sketch below this one.
func (k *sketch) over(other *sketch) {
	k.elements = slices.Concat(other.elements, k.elements)
}

// The layers of a sketch: series lie between them.
const (
	belowSeries = 0
	aboveSeries = 10
)

func (k *sketch) add(kind string, layer int, shape, style map[string]any) {
	style["legacy"] = false // the styles are those of ECharts 5
	element := map[string]any{"type": kind, "silent": true, "z": layer, "style": style}
	if shape != nil {
		element["shape"] = shape
	}
	k.elements = append(k.elements, element)
}

// A textStyle says how a text of a sketch looks; the zero one is plain.
type textStyle struct {
	color string // the palette's text where empty
	bold  bool
	// ground, where set, is the colour behind the text.
	ground string
}

// text writes lines about y: align is "left", "center" or "right" of x.
func (k *sketch) text(text string, x, y float64, align string, s textStyle) {
	if text == "" {
		return
	}
	style := map[string]any{
		"text": text, "x": x, "y": y, "align": align, "verticalAlign": "middle", "fill": k.v.Palette.Text,
		"fontSize": k.v.Size, "fontFamily": "sans-serif", "lineHeight": k.v.leading(),
	}
	if s.color != "" {
		style["fill"] = s.color
	}
	if s.bold {
		style["fontWeight"] = "bold"
	}
	if s.ground != "" {
		style["backgroundColor"], style["padding"] = s.ground, []float64{0, 1.5}
	}
	k.add("text", aboveSeries, nil, style)
}

// rect fills a rectangle below the series.
func (k *sketch) rect(x, y, width, height float64, color string) {
	k.add("rect", belowSeries, map[string]any{"x": x, "y": y, "width": width, "height": height}, map[string]any{"fill": color})
}

// line draws a straight line below the series, or above them.
func (k *sketch) line(x1, y1, x2, y2 float64, color string, width float64, layer int) {
	k.add("line", layer, map[string]any{"x1": x1, "y1": y1, "x2": x2, "y2": y2}, map[string]any{"stroke": color, "lineWidth": width})
}

// on adds the sketch to an option; an empty one leaves it as it is.
func (k *sketch) on(option map[string]any) map[string]any {
	if len(k.elements) > 0 {
		option["graphic"] = map[string]any{"elements": k.elements}
	}
	return option
}

// inPoints adds to an option a plane on which a point of a series stands at x
// and y in points, over the whole chart.
func (v *canvas) inPoints(option map[string]any, height float64) map[string]any {
	axis := func(high float64, inverse bool) []any {
		return []any{map[string]any{"type": "value", "show": false, "min": 0, "max": high, "inverse": inverse}}
	}
	option["grid"] = v.frame(0, 0, 0, 0)
	option["xAxis"], option["yAxis"] = axis(v.width, false), axis(math.Ceil(height-1e-6), true)
	return option
}
