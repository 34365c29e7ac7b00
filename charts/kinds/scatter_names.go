package kinds

import (
	"slices"

	"warraq/charts/canvas"
)

// A box is a rectangle of a chart, in points.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

func (b box) meetsAny(list []box) bool { return slices.ContainsFunc(list, b.meets) }

// A dot is the place of a point and its radius.
type dot struct{ x, y, radius float64 }

// box is what names keep off, with a little air.
func (d dot) box() box {
	reach := d.radius + nameGap/2
	return box{d.x - reach, d.y - reach, d.x + reach, d.y + reach}
}

// nameGap is the distance of a point and its name.
const nameGap = 3.0

// placeNames says where the name of each point stands: over it, beside it or
// under it, where it meets no point, no other text, no part of a line and not the
// edge of the chart. Where the line is in the way everywhere the name is written
// over it. It is empty where there is no such place: the description and the data
// have that name, and so is its box.
func placeNames(v *canvas.Canvas, names []string, dots []dot, line, others []box, frame box) (places []string, taken []box) {
	places, taken = make([]string, len(names)), make([]box, len(names))
	for i, name := range names {
		if name == "" {
			continue
		}
		d, width, height := dots[i], v.TextWidth(name), v.Leading()
		reach := d.radius + nameGap
		var at box
		for _, choice := range []struct {
			position string
			box      box
		}{
			{"top", box{d.x - width/2, d.y - reach - height, d.x + width/2, d.y - reach}},
			{"left", box{d.x - reach - width, d.y - height/2, d.x - reach, d.y + height/2}},
			{"right", box{d.x + reach, d.y - height/2, d.x + reach + width, d.y + height/2}},
			{"bottom", box{d.x - width/2, d.y + reach, d.x + width/2, d.y + reach + height}},
		} {
			b := choice.box
			if b.left < frame.left || b.right > frame.right || b.top < frame.top || b.bottom > frame.bottom {
				continue
			}
			free := !b.meetsAny(taken) && !b.meetsAny(others)
			for j, o := range dots {
				free = free && (j == i || !b.meets(o.box()))
			}
			if !free {
				continue
			}
			if !b.meetsAny(line) {
				places[i], at = choice.position, b
				break
			}
			if places[i] == "" { // the first place that only the line runs through
				places[i], at = choice.position, b
			}
		}
		if places[i] != "" {
			taken[i] = at
		}
	}
	return places, taken
}
