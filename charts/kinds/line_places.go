package kinds

import (
	"math"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// Places are where the categories of lines stand: at even distances, or in
// proportion to time where that is uneven.
type places struct {
	n      int
	uneven bool
	days   []float64 // of uneven ones
	shares []float64 // from 0 at the beginning of the axis to 1
}

// placePad is the part of the axis that is free before the first and after the
// last of uneven places.
const placePad = 0.03

func placesOf(g *grid.Grid) places {
	p := places{n: len(g.Categories)}
	days, even := g.Moments()
	first, last := grid.Bounds(days)
	p.uneven = days != nil && !even && last > first
	p.shares = evenShares(p.n)
	if p.uneven {
		p.days = days
		for c := range p.shares {
			p.shares[c] = placePad + (1-2*placePad)*(days[c]-first)/(last-first)
		}
	}
	return p
}

// evenShares are the middles of so many categories of one width.
func evenShares(n int) []float64 {
	list := make([]float64, n)
	for c := range list {
		list[c] = (float64(c) + 0.5) / float64(n)
	}
	return list
}

// band is the room of a category, the smallest, as a part of the axis.
func (p places) band() float64 {
	least := 1 / float64(p.n)
	for c := 1; c < p.n; c++ {
		least = min(least, p.shares[c]-p.shares[c-1])
	}
	return least
}

// dayLength is a day as ECharts counts time, in milliseconds.
const dayLength = 24 * 60 * 60 * 1000

// data are values at their places, with marks on those that are alone.
func (p places) data(values []float64, lone []bool, mark string) []any {
	data := make([]any, len(values))
	for c, x := range values {
		at := known(x)
		if p.uneven {
			at = []any{p.days[c] * dayLength, known(x)}
		}
		data[c] = at
		if lone[c] {
			data[c] = map[string]any{"value": at, "symbol": mark}
		}
	}
	return data
}

// A field is the plot of lines: where values at their places stand on the page.
type field struct {
	places
	axis                     canvas.ValueAxis
	left, right, top, bottom float64
	inverse                  bool
	slots                    bool                  // each category has a slot of its own, as columns have
	filled                   bool                  // lines stand on dark areas
	named                    bool                  // names stand at the ends of lines
	along                    func(float64) float64 // where a value along the axis stands, if it has no categories
}

func newField(v *canvas.Canvas, plot canvas.UprightPlot, axis canvas.ValueAxis, p places) field {
	f := field{places: p, axis: axis, inverse: plot.Inverse()}
	f.left, f.right, f.top, f.bottom = plot.Box(v)
	return f
}

// x is where a category stands, and y a value.
func (f field) x(c int) float64 {
	share := f.shares[c]
	if f.inverse {
		share = 1 - share
	}
	return f.left + share*(f.right-f.left)
}

func (f field) y(value float64) float64 { return f.bottom - f.axis.Share(value)*(f.bottom-f.top) }

// timeAxis is an axis on which categories stand in proportion to time.
func (f field) timeAxis(v *canvas.Canvas) map[string]any {
	first, last := grid.Bounds(f.days)
	pad := (last - first) * placePad / (1 - 2*placePad)
	return map[string]any{
		"type": "time", "inverse": f.inverse, "min": math.Round((first - pad) * dayLength), "max": math.Round((last + pad) * dayLength),
		"axisLine":  map[string]any{"show": true, "onZero": true, "lineStyle": v.Stroke(v.Palette.Axis, 0.75)},
		"axisTick":  map[string]any{"show": false},
		"axisLabel": map[string]any{"show": false}, "splitLine": map[string]any{"show": false},
	}
}

// nameTimes writes the names of categories under their places: the first and the
// last, and of the others those that have room.
func (f field) nameTimes(v *canvas.Canvas, k *canvas.Sketch, g *grid.Grid) {
	last := len(g.Categories) - 1
	var taken []box
	write := func(c int) {
		name := v.Label(g.Categories[c])
		x, half := f.x(c), v.TextWidth(name)/2+canvas.LabelGap/2
		b := box{x - half, 0, x + half, 1}
		for _, other := range taken {
			if b.meets(other) {
				return
			}
		}
		taken = append(taken, b)
		k.Line(x, f.bottom, x, f.bottom+3, v.Palette.Axis, 0.75, canvas.BelowSeries)
		k.Text(name, x, f.bottom+canvas.LabelGap+v.Leading()/2, "center", canvas.TextStyle{})
	}
	write(last)
	for c := range last {
		write(c)
	}
}

// slivers draws the values of stacked areas that nothing joins: each as a thin
// bar on the known values below it.
func (f field) slivers(v *canvas.Canvas, k *canvas.Sketch, g *grid.Grid, joined [][]float64) {
	width := max(1.5, min(14, 0.4*f.band()*(f.right-f.left)))
	if f.n > 1 {
		width = min(width, 4)
	}
	for c := range g.Categories {
		base := 0.0
		for s := range g.Series {
			x := g.Values[s][c]
			if math.IsNaN(x) {
				continue
			}
			neighbour := func(c int) bool { return c >= 0 && c < f.n && !math.IsNaN(joined[s][c]) }
			if math.IsNaN(joined[s][c]) || !neighbour(c-1) && !neighbour(c+1) {
				top := f.y(base + x)
				k.Bar(f.x(c)-width/2, top, width, f.y(base)-top, v.Palette.Color(s))
			}
			base += x
		}
	}
}
