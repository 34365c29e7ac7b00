package kinds

import (
	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// Sizes of the flags on a strip, in points.
const (
	flagGap   = 9.0 // between the ruler and the nearest flag
	flagPad   = 4.0 // between a pole and its text, and around flags
	maxLevel  = 4   // flags one above another, on one side
	maxFlags  = 24
	levelGap  = 6.0
	flagShare = 0.23 // of the chart's width that a flag may take
)

// A pennant is the name of an event on a pole over its place.
type pennant struct {
	text        string
	pole        float64 // its x
	left, right float64 // of the text
	level       int
	below       bool
}

// strip draws dates along one axis. Not ok means that some name has no room.
func strip(v *canvas.Canvas, g *grid.Grid) (d canvas.Drawing, ok bool) {
	events := g.Events
	if len(events) > maxFlags {
		return d, false
	}
	scale := newTimeScale(v, events, 0, v.Width)
	var flags []pennant
	tall := 1
	for i, e := range events {
		text := canvas.ReadingOrder(v.Label(v.Speaker().Dates(e)) + "\n" + v.Wrap(v.Label(e.Name), max(60, v.Width*flagShare)))
		f, ok := place(v, pennant{text: text, pole: scale.x(e.When.First)}, flags, i%2 == 1, scale.turned)
		if !ok {
			return d, false
		}
		flags = append(flags, f)
		tall = max(tall, canvas.Lines(text))
	}
	step := float64(tall)*v.Leading() + levelGap
	reach := [2]float64{dotSize / 2, dotSize / 2} // above and below
	for _, f := range flags {
		side := int(boolean(f.below))
		reach[side] = max(reach[side], flagGap+step*float64(f.level)+float64(canvas.Lines(f.text))*v.Leading())
	}
	top, foot := reach[0], reach[0]+rulerHeight(v)
	height := foot + reach[1]
	k := v.Sketch()
	ruler(v, k, scale, top)
	marks := make([]mark, len(events))
	for i, f := range flags {
		edge, sign := top, -1.0
		if f.below {
			edge, sign = foot, 1
		}
		textTall := float64(canvas.Lines(f.text)) * v.Leading()
		near := edge + sign*(flagGap+float64(f.level)*step)
		far := near + sign*textTall
		k.Line(f.pole, edge, f.pole, far-sign*1.5, v.Palette.Axis, 0.75, canvas.BelowSeries)
		x, align := f.right-flagPad, "right"
		if f.pole == f.left {
			x, align = f.left+flagPad, "left"
		}
		k.Text(f.text, x, (near+far)/2, align, canvas.TextStyle{})
		marks[i] = mark{x: f.pole, y: edge}
	}
	return timelineDrawing(v, k, g, marks, max(height, v.Chart.Height)), true
}

// place finds the lowest free place for a flag: on the preferred side first,
// the text on the side of what was before, where no later pole runs through it,
// else on the other.
func place(v *canvas.Canvas, f pennant, others []pennant, below, turned bool) (pennant, bool) {
	width := v.TextWidth(f.text) + 2*flagPad
	for f.level = 0; f.level < maxLevel; f.level++ {
		for _, side := range []bool{below, !below} {
			for _, leftward := range []bool{!turned, turned} {
				f.below = side
				f.left, f.right = f.pole, f.pole+width
				if leftward {
					f.left, f.right = f.pole-width, f.pole
				}
				if f.left >= 0 && f.right <= v.Width && !f.meets(others) {
					return f, true
				}
			}
		}
	}
	return f, false
}

// meets reports whether a flag would stand over another, or a pole run through
// a flag.
func (f pennant) meets(others []pennant) bool {
	for _, o := range others {
		if o.below != f.below {
			continue
		}
		crosses := func(pole, left, right float64) bool { return pole > left-flagPad && pole < right+flagPad }
		switch {
		case f.level == o.level && f.left < o.right+flagPad && o.left < f.right+flagPad,
			f.level > o.level && crosses(f.pole, o.left, o.right),
			f.level < o.level && crosses(o.pole, f.left, f.right):
			return true
		}
	}
	return false
}
