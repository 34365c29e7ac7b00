package kinds

import (
	"cmp"
	"math"
	"slices"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// An endName is the name of a line at its end.
type endName struct {
	text   string
	series int     // -1: a mark
	value  float64 // the last one of the line
}

// endNames are those of the lines of a chart; nil where they stand in a legend.
type endNames []endName

const (
	endShare  = 0.24 // of the width, that names at the ends of lines may take
	endArm    = 10.0 // from the last point to the name
	narrowEnd = 300  // the width below which names stand in a legend
)

// endNamesOf returns the names of several lines that all end at the last
// category, where they have room one under another.
func endNamesOf(v *canvas.Canvas, g *grid.Grid, axis canvas.ValueAxis) endNames {
	if len(g.Series) < 2 || v.Width < narrowEnd {
		return nil
	}
	var list endNames
	last := len(g.Categories) - 1
	for s, name := range g.Series {
		x := g.Values[s][last]
		if math.IsNaN(x) {
			return nil
		}
		list = append(list, endName{v.Wrap(v.Label(name), v.Width*endShare), s, x})
	}
	if list.tall(v) > v.PlotHeight() {
		return nil
	}
	return list
}

// tall is the height of the names one under another.
func (l endNames) tall(v *canvas.Canvas) float64 {
	tall := 0.0
	for _, e := range l {
		tall += (float64(canvas.Lines(e.text)) + endGap) * v.Leading()
	}
	return tall
}

// armed is the width of the names with arms of some length to them.
func (l endNames) armed(v *canvas.Canvas, arm float64) float64 {
	widest := 0.0
	for _, e := range l {
		widest = max(widest, v.TextWidth(e.text))
	}
	return widest + arm + 5
}

// beside is the room that the names need beyond a plot of a width: the last point
// stands within it.
func (l endNames) beside(v *canvas.Canvas, width float64, p places) float64 {
	if l == nil {
		return 0
	}
	need := l.armed(v, endArm)
	free := 1 - p.shares[p.n-1]
	// What is beside the plot narrows it, and so the room within it.
	return max(0, (need-free*width)/(1-free))
}

// write writes the names, each beside the end of its line as far as the others
// let it.
func (l endNames) write(v *canvas.Canvas, k *canvas.Sketch, f field) {
	if l != nil {
		l.writeAt(v, k, f, f.x(f.n-1), endArm)
	}
}

// endGap is the room between two names, in lines, that tells them apart.
const endGap = 0.3

// writeAt writes names beside lines that end at a place of the page, with arms of some
// length to them.
func (l endNames) writeAt(v *canvas.Canvas, k *canvas.Sketch, f field, end, arm float64) {
	order := slices.Clone(l)
	slices.SortStableFunc(order, func(a, b endName) int { return cmp.Compare(b.value, a.value) })
	ys, heights := make([]float64, len(order)), make([]float64, len(order))
	for i, e := range order {
		ys[i], heights[i] = f.y(e.value), (float64(canvas.Lines(e.text))+endGap)*v.Leading()
	}
	side, align := 1.0, "left"
	if f.inverse {
		side, align = -1, "right"
	}
	// The line of the axis stays free.
	for i, y := range apart(ys, heights, f.top-v.Leading()/2, f.bottom+endGap/2*v.Leading()-1) {
		e := order[i]
		color := v.Palette.Text
		if e.series >= 0 {
			color = v.Palette.Color(e.series)
		}
		k.Line(end+side*4, ys[i], end+side*arm, y, color, 0.75, canvas.AboveSeries)
		k.Text(e.text, end+side*(arm+2), y, align, canvas.TextStyle{Ground: v.Palette.Ground})
	}
}

// apart moves the middles of things of some heights, which stand in their order,
// as little as can be so that none meets another one, between top and bottom.
func apart(ys, heights []float64, top, bottom float64) []float64 {
	type block struct {
		first, n       int
		middle, height float64
	}
	var blocks []block
	for i, y := range ys {
		b := block{i, 1, y, heights[i]}
		for {
			b.middle = max(top+b.height/2, min(bottom-b.height/2, b.middle))
			if len(blocks) == 0 {
				break
			}
			above := blocks[len(blocks)-1]
			if above.middle+above.height/2 <= b.middle-b.height/2+1e-9 {
				break
			}
			n := float64(above.n + b.n)
			b = block{above.first, above.n + b.n, (above.middle*float64(above.n) + b.middle*float64(b.n)) / n, above.height + b.height}
			blocks = blocks[:len(blocks)-1]
		}
		blocks = append(blocks, b)
	}
	moved := make([]float64, len(ys))
	for _, b := range blocks {
		at := b.middle - b.height/2
		for i := b.first; i < b.first+b.n; i++ {
			moved[i] = at + heights[i]/2
			at += heights[i]
		}
	}
	return moved
}
