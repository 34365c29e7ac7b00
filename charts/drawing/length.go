package drawing

import (
	"errors"
	"math"
	"strings"

	"warraq/charts/svg"
)

// An axis says what a percentage is of (SVG 1.1 §7.10).
type axis int

const (
	across axis = iota
	down
	diagonal
)

// axisOf is the axis of a geometry attribute.
func axisOf(name string) axis {
	switch name {
	case "y", "height", "cy", "y1", "y2", "fy", "ry", "dy":
		return down
	case "r":
		return diagonal
	}
	return across
}

var errLength = errors.New("not a length")

// length reads a length in user units; em is the size of the font there.
func (r *reader) length(value string, a axis, em float64) (float64, error) {
	value = strings.TrimSpace(value)
	digits := len(value)
	for digits > 0 && (value[digits-1] == '%' || value[digits-1] >= 'a' && value[digits-1] <= 'z' || value[digits-1] >= 'A' && value[digits-1] <= 'Z') {
		digits--
	}
	v, err := svg.ParseLength(value[:digits])
	if err != nil {
		return 0, err
	}
	switch strings.ToLower(value[digits:]) {
	case "", "px":
	case "pt":
		v *= 96.0 / 72
	case "pc":
		v *= 16
	case "mm":
		v *= 96 / 25.4
	case "cm":
		v *= 96 / 2.54
	case "in":
		v *= 96
	case "em":
		v *= em
	case "ex":
		v *= em / 2
	case "rem":
		v *= defaultSize
	case "%":
		switch a {
		case across:
			v *= r.view.width / 100
		case down:
			v *= r.view.height / 100
		default:
			v *= math.Hypot(r.view.width, r.view.height) / math.Sqrt2 / 100
		}
	default:
		return 0, errLength
	}
	if math.IsNaN(v) || math.Abs(v) > 1e9 {
		return 0, errLength
	}
	return v, nil
}

// fraction reads a number from 0 to 1, or a percentage.
func fraction(value string) (float64, error) {
	scale := 1.0
	if rest, ok := strings.CutSuffix(strings.TrimSpace(value), "%"); ok {
		value, scale = rest, 100
	}
	v, err := svg.ParseLength(value)
	return min(max(v/scale, 0), 1), err
}

// A frame is a viewBox.
type frame struct{ x, y, width, height float64 }

// viewBox reads that attribute, and reports whether there is one.
func (r *reader) viewBox(n *node) (frame, bool) {
	value := n.attr("viewBox")
	if value == "" {
		return frame{}, false
	}
	v, err := svg.ParseNumbers(value)
	if err != nil || len(v) != 4 || !(v[2] > 0 && v[3] > 0) {
		r.refuseValue(n, "viewBox", value)
		return frame{}, false
	}
	return frame{v[0], v[1], v[2], v[3]}, true
}

// fit maps a viewBox to a viewport at (0, 0), as preserveAspectRatio says
// (SVG 1.1 §7.8).
func (r *reader) fit(n *node, box frame, width, height float64) svg.Matrix {
	x, y := width/box.width, height/box.height
	value := n.attr("preserveAspectRatio")
	words := strings.Fields(strings.TrimPrefix(value, "defer "))
	align, slice := "xMidYMid", false
	if len(words) > 0 {
		align = words[0]
	}
	if len(words) > 1 {
		slice = words[1] == "slice"
	}
	if align == "none" {
		return svg.Scaling(x, y).Times(svg.Translate(-box.x, -box.y))
	}
	scale := min(x, y)
	if slice {
		scale = max(x, y)
	}
	places := map[string]float64{"Min": 0, "Mid": 0.5, "Max": 1}
	var across, down float64
	ok := len(align) == 8 && align[0] == 'x' && align[4] == 'Y'
	if ok {
		var okX, okY bool
		across, okX = places[align[1:4]]
		down, okY = places[align[5:8]]
		ok = okX && okY
	}
	if !ok {
		r.refuseValue(n, "preserveAspectRatio", value)
		across, down = 0.5, 0.5
	}
	return svg.Translate((width-box.width*scale)*across, (height-box.height*scale)*down).
		Times(svg.Scaling(scale, scale)).Times(svg.Translate(-box.x, -box.y))
}
