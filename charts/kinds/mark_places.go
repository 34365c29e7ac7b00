package kinds

import (
	"math"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// at is where a place among the categories stands on the page: between the ones
// beside it, or, where each category has a slot of its own, so far into that.
func (f field) at(place float64) float64 {
	if f.along != nil {
		return f.along(place)
	}
	i := min(int(place), f.n-1)
	if f.slots && place != float64(i) {
		return f.edge(place)
	}
	if i+1 >= f.n {
		return f.x(i)
	}
	return f.x(i) + (place-float64(i))*(f.x(i+1)-f.x(i))
}

// edge is where so many slots from the beginning of the axis end.
func (f field) edge(slots float64) float64 {
	share := slots / float64(f.n)
	if f.inverse {
		share = 1 - share
	}
	return f.left + share*(f.right-f.left)
}

// bandOf is where a band lies on the page. It covers the slots of the categories
// that it is named from and to, where they have any.
func (f field) bandOf(m grid.Mark) (left, right float64) {
	a, b := f.at(m.First), f.at(m.Last)
	if f.slots {
		a, b = f.edge(m.First), f.edge(m.Last)
		if m.Last == math.Trunc(m.Last) {
			b = f.edge(m.Last + 1)
		}
	}
	return min(a, b), max(a, b)
}

// middle is where the label of a mark stands.
func (f field) middle(m grid.Mark) float64 {
	if m.First == m.Last {
		return f.at(m.First)
	}
	left, right := f.bandOf(m)
	return (left + right) / 2
}

// bandColor is the colour of bands.
func bandColor(v *canvas.Canvas) string { return canvas.Mix(v.Palette.Ground, v.Palette.Axis, 0.22) }

// ground is the colour of the plot at a place across it: that of a band, if one
// covers it.
func (f field) ground(v *canvas.Canvas, g *grid.Grid, x float64) string {
	for _, m := range marksOf(g, false) {
		if left, right := f.bandOf(m); m.First != m.Last && left < x && x < right {
			return bandColor(v)
		}
	}
	return v.Palette.Ground
}

// An acrossLabel is the label of a line across the values, in the plot.
type acrossLabel struct {
	text string
	x, y float64 // its middle
	box  box
}

// annotate draws the marks of an upright plot: lines and bands with their labels
// in the strip above it, and lines across the values with theirs, which were laid.
// Over is how far numbers on columns reach beyond the plot: the strip is over them.
func (f field) annotate(v *canvas.Canvas, k *canvas.Sketch, g *grid.Grid, strip []markLabel, across []acrossLabel, over float64) {
	below := v.Sketch()
	for _, m := range marksOf(g, false) {
		if m.First != m.Last {
			left, right := f.bandOf(m)
			below.Rect(left, f.top-over, right-left, f.bottom-f.top+over, bandColor(v))
		}
	}
	layer := canvas.AboveSeries
	if f.slots || f.along != nil {
		layer = canvas.UnderLabels
	}
	edged := f.slots || f.filled
	drawStrip(v, k, strip, f.top-over, f.bottom, layer, edged)
	left, right := f.reach()
	for _, m := range marksOf(g, true) {
		k.Dashed(left, f.y(m.Value), right, f.y(m.Value), layer, edged)
	}
	for _, l := range across {
		k.Text(l.text, l.x, l.y, "center", canvas.TextStyle{Ground: f.ground(v, g, l.x)})
	}
	k.Over(below)
}

// reach is from where to where lines across the values run: the names at the
// ends of other lines are beyond it.
func (f field) reach() (left, right float64) {
	left, right = f.left, f.right
	if f.named {
		end := f.x(f.n - 1)
		if f.inverse {
			left = end - endArm/2
		} else {
			right = end + endArm/2
		}
	}
	return left, right
}

// layAcross finds for each line across the values a place for its label, right
// over the line or right under it, where it meets none of the boxes, no line of
// another mark, no edge of a band and no line of the chart. Of those it takes the
// one that is farthest from the lines of the chart, and else nearest to where
// reading begins. Free reports that all have such a place.
func (f field) layAcross(v *canvas.Canvas, g *grid.Grid, taken []box, joined bool) (labels []acrossLabel, free bool) {
	const places = 41
	free = true
	left, right := f.reach()
	for i, m := range marksOf(g, true) {
		text := v.Wrap(v.Label(m.Label), (right-left)*0.6)
		if text == "" {
			continue
		}
		width, height := v.TextWidth(text)+4, float64(canvas.Lines(text))*v.Leading()
		var best acrossLabel
		far, found := -1.0, false
		for _, side := range []float64{-1, 1} {
			for j := range places {
				share := float64(j) / (places - 1)
				if f.inverse {
					share = 1 - share
				}
				l := acrossLabel{text: text, x: left + width/2 + share*(right-left-width), y: f.y(m.Value) + side*(height/2+1)}
				l.box = box{l.x - width/2, l.y - height/2, l.x + width/2, l.y + height/2}
				clear := f.clear(g, l.box, i)
				for _, o := range taken {
					clear = clear && !l.box.meets(o)
				}
				distance := math.Inf(1)
				if joined {
					distance = f.fromLines(g, l.box)
				}
				if clear && distance > 0 && distance > far+1 {
					best, far, found = l, distance, true
				} else if !found && best.text == "" {
					best = l // where nothing is free
				}
			}
			if found {
				break
			}
		}
		free = free && found
		labels = append(labels, best)
		taken = append(taken, best.box)
	}
	return labels, free
}

// layOrList lays the labels of lines across, or says all of them below where not all
// have a place.
func (f field) layOrList(v *canvas.Canvas, g *grid.Grid, taken []box) (labels []acrossLabel, below string) {
	labels, free := f.layAcross(v, g, taken, false)
	if !free {
		return nil, markNote(v, marksOf(g, true))
	}
	return labels, ""
}

// markLines are what the lines of marks take of a plot of points.
func (f field) markLines(g *grid.Grid) []box {
	var lines []box
	for _, m := range g.Marks {
		switch {
		case m.Across:
			lines = append(lines, box{f.left, f.y(m.Value) - 1, f.right, f.y(m.Value) + 1})
		case m.First == m.Last:
			lines = append(lines, box{f.at(m.First) - 1, f.top, f.at(m.First) + 1, f.bottom})
		}
	}
	return lines
}

// plate is the colour behind a name: that of the plot or of a band, or none where it
// stands on both.
func (f field) plate(v *canvas.Canvas, g *grid.Grid, b box) string {
	if color := f.ground(v, g, b.left); color == f.ground(v, g, b.right) {
		return color
	}
	return "transparent"
}

// clear reports whether a box is within the plot and off the lines and edges of
// all marks but one of those across.
func (f field) clear(g *grid.Grid, b box, own int) bool {
	if b.top < f.top || b.bottom > f.bottom {
		return false
	}
	for i, m := range marksOf(g, true) {
		if y := f.y(m.Value); i != own && b.top-1 < y && y < b.bottom+1 {
			return false
		}
	}
	for _, m := range marksOf(g, false) {
		edges := []float64{f.at(m.First)}
		if m.First != m.Last {
			from, to := f.bandOf(m)
			edges = []float64{from, to}
		}
		for _, x := range edges {
			if b.left-1 < x && x < b.right+1 {
				return false
			}
		}
	}
	return true
}

// fromLines is how far a box is from the lines through the values: nought where
// one runs through it.
func (f field) fromLines(g *grid.Grid, b box) float64 {
	least := math.Inf(1)
	for s := range g.Series {
		side := 0.0 // on which the line is, of the box
		for _, x := range []float64{b.left, (3*b.left + b.right) / 4, (b.left + b.right) / 2, (b.left + 3*b.right) / 4, b.right} {
			y, ok := f.lineAt(g.Values[s], x)
			if !ok {
				continue
			}
			at := math.Copysign(1, y-(b.top+b.bottom)/2)
			if y > b.top-2 && y < b.bottom+2 || side != 0 && at != side {
				return 0
			}
			side, least = at, min(least, math.Abs(y-(b.top+b.bottom)/2))
		}
	}
	return least
}

// areaBoxes are what stacked areas take of the plot, in narrow slices.
func (f field) areaBoxes(g *grid.Grid) []box {
	sums := make([]float64, f.n)
	for c := range sums {
		_, sums[c] = stackSum(g, c)
	}
	const slices = 120
	var boxes []box
	for i := range slices {
		x, width := f.left+(f.right-f.left)*float64(i)/slices, (f.right-f.left)/slices
		if y, ok := f.lineAt(sums, x+width/2); ok {
			boxes = append(boxes, box{x, y - 2, x + width, f.bottom})
		}
	}
	return boxes
}

// lineAt is the height of the line through values at a place of the page.
func (f field) lineAt(values []float64, x float64) (float64, bool) {
	for c := range values {
		if c+1 == len(values) {
			break
		}
		a, b := f.x(c), f.x(c+1)
		if t := (x - a) / (b - a); t >= 0 && t <= 1 {
			value := values[c] + t*(values[c+1]-values[c])
			return f.y(value), !math.IsNaN(value)
		}
	}
	return 0, false
}

// besideRoom is the width that labels of lines across take beside a plot.
func besideRoom(v *canvas.Canvas, g *grid.Grid) float64 {
	room := 0.0
	for _, m := range marksOf(g, true) {
		room = max(room, v.TextWidth(v.Wrap(v.Label(m.Label), v.Width*endShare)))
	}
	return room + endArm + 4
}

// layBeside places the labels of lines across beside the plot, where the
// categories end, with an arm from each line to its label.
func (f field) layBeside(v *canvas.Canvas, k *canvas.Sketch, g *grid.Grid) {
	var list endNames
	for _, m := range marksOf(g, true) {
		if m.Label != "" {
			list = append(list, endName{v.Wrap(v.Label(m.Label), v.Width*endShare), -1, m.Value})
		}
	}
	end := f.right
	if f.inverse {
		end = f.left
	}
	list.writeAt(v, k, f, end, endArm)
}
