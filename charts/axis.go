package charts

import "math"

// labelGap is the distance of an axis or a bar and its label, in points.
const labelGap = 5.0

// A valueAxis is the axis of numbers of a chart of columns, lines or points.
type valueAxis struct {
	low, high, step float64
	log             bool
	labels          []string // as printed, to know their room
}

// valueAxis chooses an axis for values between low and high, with room for
// about count steps. One that is not zeroed may begin above zero.
func (v *canvas) valueAxis(low, high float64, zeroed bool, count int) valueAxis {
	if v.chart.Scale == "log" {
		a := valueAxis{log: true}
		a.low, a.high = decades(low, high)
		for x := a.low; x <= a.high*1.0001; x *= 10 {
			a.labels = append(a.labels, v.number(x))
		}
		return a
	}
	// A line whose values differ by little next to their size would be flat.
	if zeroed || low > 0 && low < high*0.6 || high < 0 && high > low*0.6 {
		low, high = min(low, 0), max(high, 0)
	}
	if low == high {
		if high == 0 {
			high = 1
		} else {
			low, high = low-math.Abs(low)/2, high+math.Abs(high)/2
		}
	}
	step := niceStep((high - low) / float64(count))
	a := valueAxis{low: math.Floor(low/step+1e-9) * step, high: math.Ceil(high/step-1e-9) * step, step: step}
	for i := range int(math.Round((a.high-a.low)/step)) + 1 {
		a.labels = append(a.labels, v.number(a.low+float64(i)*step))
	}
	return a
}

// share is the place of a value on the axis, from 0 at its low end to 1.
func (a valueAxis) share(x float64) float64 {
	if a.log {
		return math.Log(x/a.low) / math.Log(a.high/a.low)
	}
	return (x - a.low) / (a.high - a.low)
}

// niceStep returns the smallest of 1, 2, 2.5 and 5 times a power of ten that is
// no smaller than rough.
func niceStep(rough float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if rough <= m*power*(1+1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// option is the axis as ECharts takes it; at is the side it stands on.
func (a valueAxis) option(v *canvas, at string) map[string]any {
	p := v.Palette
	axis := map[string]any{
		"type": "value", "position": at, "min": a.low, "max": a.high,
		"axisLine": map[string]any{"show": false}, "axisTick": map[string]any{"show": false},
		"axisLabel": map[string]any{"show": true, "color": p.Muted, "fontSize": v.Size, "margin": labelGap, "showMinLabel": true, "showMaxLabel": true},
		"splitLine": map[string]any{"show": true, "lineStyle": v.line(p.Grid, 0.5)},
	}
	if a.log {
		axis["type"] = "log"
	} else {
		axis["interval"] = a.step
	}
	return axis
}

// runsRTL reports whether the categories of columns and lines run from the
// right: time does not, unless the author says so.
func (v *canvas) runsRTL(g *grid) bool {
	if g.temporal {
		return v.chart.Direction == "rtl"
	}
	return v.rtl
}

// A categoryAxis is the axis of names below columns and lines.
type categoryAxis struct {
	names  []string
	every  int // one name in so many is printed
	height float64
	fits   bool
}

// categoryAxis wraps names to the room each has. Dates that have none are
// thinned out; other names must all be read.
func (v *canvas) categoryAxis(g *grid, band float64) categoryAxis {
	a := categoryAxis{every: 1, fits: true}
	if g.temporal {
		a.names = v.labels(g.categories)
		if width := v.widest(a.names) + labelGap; width > band {
			a.every = int(math.Ceil(width / band))
		}
	} else {
		for _, name := range g.categories {
			a.names = append(a.names, v.wrap(v.label(name), band-4))
		}
		a.fits = v.widest(a.names) <= band-2 && tallest(a.names) <= 4
	}
	a.height = float64(tallest(a.names))*v.leading() + labelGap + 2
	return a
}

// overhang is how far the names at the ends of n categories reach beyond a plot
// that is narrowed by it on both sides. Only names that were thinned out do.
func (v *canvas) overhang(a categoryAxis, n int, plot float64) float64 {
	if a.every < 2 || n < 2 {
		return 0
	}
	// The plot loses twice the overhang, and so does each name's half of a band.
	return max(0, v.widest(a.names)-plot/float64(n)) / 2 / (1 - 1/float64(n))
}

func (a categoryAxis) option(v *canvas, inverse, gap bool) map[string]any {
	p := v.Palette
	return map[string]any{
		"type": "category", "inverse": inverse, "boundaryGap": gap,
		"axisLine":  map[string]any{"show": true, "onZero": true, "lineStyle": v.line(p.Axis, 0.75)},
		"axisTick":  map[string]any{"show": false},
		"axisLabel": map[string]any{"interval": a.every - 1, "margin": labelGap, "color": p.Text, "fontSize": v.Size, "lineHeight": v.leading(), "hideOverlap": false},
		"splitLine": map[string]any{"show": false},
	}
}

// unitNote is the unit of a chart's axis, in a line of its own above it on the
// side of the axis. It is drawn as the title of ECharts, which nothing else
// uses.
func (v *canvas) unitNote(unit string, top float64, right bool) (title map[string]any, height float64) {
	if unit == "" {
		return nil, 0
	}
	title = map[string]any{
		"text": v.label(unit), "top": top, "padding": 0, "left": 0,
		"textStyle": map[string]any{"fontSize": v.Size, "fontWeight": "normal", "color": v.Palette.Muted, "lineHeight": v.leading()},
	}
	if isPercent(unit) {
		title["text"] = percentSign(v.system)
	}
	if right {
		delete(title, "left")
		title["right"] = 0
	}
	return title, v.leading() * 1.5
}
