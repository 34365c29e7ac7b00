package charts

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
func (v *canvas) strip(events []event) (d drawing, ok bool) {
	if len(events) > maxFlags {
		return d, false
	}
	scale := v.timeScale(events, 0, v.width)
	var flags []pennant
	tall := 1
	for i, e := range events {
		text := readingOrder(v.label(e.dates(v.system)) + "\n" + v.wrap(v.label(e.name), max(60, v.width*flagShare)))
		f, ok := v.place(pennant{text: text, pole: scale.x(e.when.first)}, flags, i%2 == 1, scale.turned)
		if !ok {
			return d, false
		}
		flags = append(flags, f)
		tall = max(tall, lines(text))
	}
	step := float64(tall)*v.leading() + levelGap
	reach := [2]float64{dotSize / 2, dotSize / 2} // above and below
	for _, f := range flags {
		side := int(boolean(f.below))
		reach[side] = max(reach[side], flagGap+step*float64(f.level)+float64(lines(f.text))*v.leading())
	}
	top, foot := reach[0], reach[0]+v.rulerHeight()
	height := foot + reach[1]
	k := v.sketch()
	v.ruler(k, scale, top)
	marks := make([]mark, len(events))
	for i, f := range flags {
		edge, sign := top, -1.0
		if f.below {
			edge, sign = foot, 1
		}
		textTall := float64(lines(f.text)) * v.leading()
		near := edge + sign*(flagGap+float64(f.level)*step)
		far := near + sign*textTall
		k.line(f.pole, edge, f.pole, far-sign*1.5, v.Palette.Axis, 0.75, belowSeries)
		x, align := f.right-flagPad, "right"
		if f.pole == f.left {
			x, align = f.left+flagPad, "left"
		}
		k.text(f.text, x, (near+far)/2, align, textStyle{})
		marks[i] = mark{x: f.pole, y: edge}
	}
	return v.timelineDrawing(k, events, marks, max(height, v.chart.Height)), true
}

// place finds the lowest free place for a flag: on the preferred side first,
// the text on the side of what was before, where no later pole runs through it,
// else on the other.
func (v *canvas) place(f pennant, others []pennant, below, turned bool) (pennant, bool) {
	width := v.measure(f.text) + 2*flagPad
	for f.level = 0; f.level < maxLevel; f.level++ {
		for _, side := range []bool{below, !below} {
			for _, leftward := range []bool{!turned, turned} {
				f.below = side
				f.left, f.right = f.pole, f.pole+width
				if leftward {
					f.left, f.right = f.pole-width, f.pole
				}
				if f.left >= 0 && f.right <= v.width && !f.meets(others) {
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
