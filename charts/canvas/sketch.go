package canvas

import (
	"math"
	"slices"
)

// A Sketch is what stands beside the series of a printed chart: texts and shapes
// at places that we have computed. ECharts draws them as its graphic component,
// so that they are part of the option like all else.
type Sketch struct {
	v        *Canvas
	elements []any
}

// Sketch returns an empty sketch on a canvas.
func (v *Canvas) Sketch() *Sketch { return &Sketch{v: v} }

// Over puts another sketch below this one.
func (k *Sketch) Over(other *Sketch) {
	k.elements = slices.Concat(other.elements, k.elements)
}

// The layers of a sketch: series lie between them.
const (
	BelowSeries = 0
	AboveSeries = 10
	// UnderSeries is over the lines of the plot, but under lines and points.
	UnderSeries = 1
	// UnderLabels is over bars, but under the labels on them.
	UnderLabels = 2
)

func (k *Sketch) add(kind string, layer int, shape, style map[string]any) {
	style["legacy"] = false // the styles are those of ECharts 5
	element := map[string]any{"type": kind, "silent": true, "z": layer, "style": style}
	if layer == UnderLabels {
		element["z2"] = overBars
	}
	if shape != nil {
		element["shape"] = shape
	}
	k.elements = append(k.elements, element)
}

// A TextStyle says how a text of a sketch looks; the zero one is plain.
type TextStyle struct {
	// Color is the palette's text where empty.
	Color string
	Bold  bool
	// Ground, where set, is the colour behind the text.
	Ground string
}

// Text writes lines about y: align is "left", "center" or "right" of x.
func (k *Sketch) Text(text string, x, y float64, align string, s TextStyle) {
	if text == "" {
		return
	}
	style := map[string]any{
		"text": text, "x": x, "y": y, "align": align, "verticalAlign": "middle", "fill": k.v.Palette.Text,
		"fontSize": k.v.Size, "fontFamily": "sans-serif", "lineHeight": k.v.Leading(),
	}
	if s.Color != "" {
		style["fill"] = s.Color
	}
	if s.Bold {
		style["fontWeight"] = "bold"
	}
	if s.Ground != "" {
		style["backgroundColor"], style["padding"] = s.Ground, []float64{0, 1.5}
	}
	k.add("text", AboveSeries, nil, style)
}

// Rect fills a rectangle below the series.
func (k *Sketch) Rect(x, y, width, height float64, color string) {
	k.add("rect", BelowSeries, map[string]any{"x": x, "y": y, "width": width, "height": height}, map[string]any{"fill": color})
}

// Bar fills a rectangle among the series, over the lines of the plot.
func (k *Sketch) Bar(x, y, width, height float64, color string) {
	k.add("rect", AboveSeries, map[string]any{"x": x, "y": y, "width": width, "height": height}, map[string]any{"fill": color})
}

// Line draws a straight line below the series, or above them.
func (k *Sketch) Line(x1, y1, x2, y2 float64, color string, width float64, layer int) {
	k.add("line", layer, map[string]any{"x1": x1, "y1": y1, "x2": x2, "y2": y2}, map[string]any{"stroke": color, "lineWidth": width})
}

// Dashed draws a dashed line above the series, or over bars and under their labels.
// One that is edged has the colour of the ground about it, so that it is seen on
// dark bars and areas.
func (k *Sketch) Dashed(x1, y1, x2, y2 float64, layer int, edged bool) {
	if edged {
		k.Line(x1, y1, x2, y2, k.v.Palette.Ground, dashEdge, layer)
	}
	k.add("line", layer, map[string]any{"x1": x1, "y1": y1, "x2": x2, "y2": y2}, map[string]any{"stroke": k.v.Palette.Text, "lineWidth": dashWidth, "lineDash": []float64{4, 2}})
}

// The width of a dashed line, and that of its edges with it, in points.
const (
	dashWidth = 0.75
	dashEdge  = 2.25
)

// overBars is a place in the layer of series that is over bars, which are at 1, and
// under their labels, which are at 3.
const overBars = 2

// On adds the sketch to an option, for the page; an empty one leaves it as it
// is.
func (k *Sketch) On(option map[string]any) map[string]any {
	if len(k.elements) > 0 {
		option["graphic"] = Page(map[string]any{"elements": k.elements})
	}
	return option
}

// InPoints adds to an option a plane on which a point of a series stands at x
// and y in points, over the whole page. Axes that the option has are those of
// other media.
func (v *Canvas) InPoints(option map[string]any, height float64) map[string]any {
	axis := func(high float64, inverse bool) []any {
		return []any{map[string]any{"type": "value", "show": false, "min": 0, "max": high, "inverse": inverse}}
	}
	option["grid"] = Page(v.Frame(0, 0, 0, 0))
	plane := func(key string, axes []any) {
		if other, ok := option[key]; ok {
			option[key] = Fitted(axes, other)
		} else {
			option[key] = Page(axes)
		}
	}
	plane("xAxis", axis(v.Width, false))
	plane("yAxis", axis(math.Ceil(height-1e-6), true))
	return option
}
