package kinds

import (
	"cmp"
	"math"
	"slices"

	"warraq/charts/canvas"
	"warraq/charts/grid"
)

// A label of a mark, in the strip above the plot.
type markLabel struct {
	text   string
	x      float64 // of its line, or the middle of its band
	line   bool
	row    int // counted from the plot
	left   float64
	width  float64
	mark   grid.Mark
	height float64
}

const (
	markShare = 0.34 // of the width, that a label of a mark may take
	markAir   = 6.0  // between two of them
	stemAir   = 3.0  // between one of them and the line of another
)

// markStrip lays out the labels over a plot, in rows so that none meets another or
// its line. X says where on the page a mark stands.
func markStrip(v *canvas.Canvas, marks []grid.Mark, x func(grid.Mark) float64) (labels []markLabel, height float64) {
	tallest := 0.0
	for _, m := range marks {
		text := v.Wrap(v.Label(m.Label), v.Width*markShare)
		l := markLabel{text: text, x: x(m), line: m.Across || m.First == m.Last, mark: m}
		if text != "" {
			l.width, l.height = v.TextWidth(text), float64(canvas.Lines(text))*v.Leading()
			tallest = max(tallest, l.height)
		}
		labels = append(labels, l)
	}
	return labels, tallest * float64(layStrip(labels, v.Width))
}

// layStrip gives labels their places in a strip of a width, and returns the number
// of its rows. Each stands about its line as far as the frame lets it, in the
// lowest row that has room. One that would stand over the line of another as well
// begins or ends at its own, or stands higher, so that each line leads to one
// label alone.
func layStrip(labels []markLabel, width float64) (rows int) {
	slices.SortStableFunc(labels, func(a, b markLabel) int { return cmp.Compare(a.x, b.x) })
	var placed, waiting []*markLabel
	for i := range labels {
		if labels[i].text != "" {
			waiting = append(waiting, &labels[i])
		}
	}
	for len(waiting) > 0 {
		n := len(waiting)
		for i := 0; i < len(waiting); i++ {
			l := waiting[i]
			others := slices.Delete(slices.Clone(waiting), i, i+1)
			if l.settle(placed, others, rows, width) {
				placed, waiting = append(placed, l), others
				rows = max(rows, l.row+1)
				i--
			}
		}
		if len(waiting) == n { // no way but over the line of another
			l := waiting[0]
			l.row, l.left = rows, max(0, min(width-l.width, l.x-l.width/2))
			placed, waiting = append(placed, l), waiting[1:]
			rows++
		}
	}
	return rows
}

// settle finds a place for a label among those that have one and those that wait
// for theirs.
func (l *markLabel) settle(placed, waiting []*markLabel, rows int, width float64) bool {
	about := max(0, min(width-l.width, l.x-l.width/2))
	choices := []float64{about}
	if l.line {
		choices = append(choices, l.x-l.width, l.x)
	}
	for row := range rows + 1 {
		for _, left := range choices {
			if left < 0 || left+l.width > width {
				continue
			}
			l.row, l.left = row, left
			free := true
			for _, o := range placed {
				free = free && !l.meets(o)
			}
			for _, o := range waiting {
				free = free && !(o.line && l.over(o.x) && math.Abs(o.x-l.x) > 0.5)
			}
			if free {
				return true
			}
		}
	}
	return false
}

// over reports whether a label stands over a place, or too near to it.
func (l *markLabel) over(x float64) bool {
	left, right := l.left-stemAir, l.left+l.width+stemAir
	// An end at its own line may be near to another line beyond that.
	if l.line && l.left == l.x {
		left = l.left
	}
	if l.line && l.left == l.x-l.width {
		right = l.left + l.width
	}
	return left < x && x < right
}

// meets reports whether two labels stand in each other's place, or one over the
// line of the other.
func (l *markLabel) meets(o *markLabel) bool {
	switch same := math.Abs(o.x-l.x) <= 0.5; {
	case l.row == o.row && !(l.line && o.line && l.left+l.width <= l.x && o.left >= o.x || o.line && l.line && o.left+o.width <= o.x && l.left >= l.x):
		return l.left < o.left+o.width+markAir && o.left < l.left+l.width+markAir
	case l.row == o.row: // each on the outer side of its line
		return l.left < o.left+o.width+1 && o.left < l.left+l.width+1
	case l.row > o.row:
		return l.line && o.over(l.x) && !same
	default:
		return o.line && l.over(o.x) && !same
	}
}

// stripBoxes are what the labels of a strip that ends at the top of a plot take.
func stripBoxes(strip []markLabel, top float64) []box {
	tall := 0.0
	for _, l := range strip {
		tall = max(tall, l.height)
	}
	var boxes []box
	for _, l := range strip {
		if l.text != "" {
			bottom := top - tall*float64(l.row)
			boxes = append(boxes, box{l.left - 1, bottom - l.height, l.left + l.width + 1, bottom})
		}
	}
	return boxes
}

// drawStrip writes the labels of a strip that ends at the top of a plot, with the
// lines from them down to its bottom, which are edged over dark shapes.
func drawStrip(v *canvas.Canvas, k *canvas.Sketch, strip []markLabel, top, bottom float64, layer int, edged bool) {
	tall := 0.0
	for _, l := range strip {
		tall = max(tall, l.height)
	}
	for _, l := range strip {
		if l.line {
			from := top
			if l.text != "" {
				from -= tall*float64(l.row) - 1
			}
			k.Dashed(l.x, from, l.x, bottom, layer, edged)
		}
		k.Text(l.text, l.left+l.width/2, top-tall*float64(l.row)-l.height/2, "center", canvas.TextStyle{Ground: v.Palette.Ground})
	}
}
