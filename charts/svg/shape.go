package svg

import (
	"fmt"

	"warraq/charts/scene"
)

// Shape returns the outline of a basic shape (SVG 1.1 §9) or a path, in its own
// space, and whether an element of that name is one. Length reads the value of
// an attribute that is a length; an attribute that is not there counts as 0.
func Shape(name string, attribute func(string) string, length func(string) (float64, error)) (Outline, bool, error) {
	var err error
	get := func(name string) float64 {
		if err != nil {
			return 0
		}
		value := attribute(name)
		if value == "" {
			return 0
		}
		var v float64
		v, err = length(value)
		return v
	}
	var o Outline
	switch name {
	case "path":
		o, err = ParsePath(attribute("d"))
	case "polyline", "polygon":
		o, err = Polygon(attribute("points"), name == "polygon")
	case "rect":
		noX, noY := attribute("rx") == "", attribute("ry") == ""
		x, y, w, h, rx, ry := get("x"), get("y"), get("width"), get("height"), get("rx"), get("ry")
		if noY {
			ry = rx
		} else if noX {
			rx = ry
		}
		if rx > 0 && ry > 0 {
			o = Rounded(x, y, w, h, rx, ry)
		} else {
			o = Rectangle(x, y, w, h)
		}
	case "circle":
		r := get("r")
		o = Ellipse(get("cx"), get("cy"), r, r)
	case "ellipse":
		o = Ellipse(get("cx"), get("cy"), get("rx"), get("ry"))
	case "line":
		o.move(scene.Point{X: get("x1"), Y: get("y1")})
		o.line(scene.Point{X: get("x2"), Y: get("y2")})
	default:
		return o, false, nil
	}
	return o, true, err
}

// Rectangle is drawn from its top left corner clockwise.
func Rectangle(x, y, w, h float64) Outline {
	var o Outline
	o.move(scene.Point{X: x, Y: y})
	o.line(scene.Point{X: x + w, Y: y})
	o.line(scene.Point{X: x + w, Y: y + h})
	o.line(scene.Point{X: x, Y: y + h})
	o.close()
	return o
}

// kappa is where the control points of a quarter circle of radius 1 lie.
const kappa = 0.5522847498307936

// Ellipse is drawn from its rightmost point clockwise.
func Ellipse(cx, cy, rx, ry float64) Outline {
	var o Outline
	at := func(x, y float64) scene.Point { return scene.Point{X: cx + x*rx, Y: cy + y*ry} }
	o.move(at(1, 0))
	o.add(scene.CurveTo, at(1, kappa), at(kappa, 1), at(0, 1))
	o.add(scene.CurveTo, at(-kappa, 1), at(-1, kappa), at(-1, 0))
	o.add(scene.CurveTo, at(-1, -kappa), at(-kappa, -1), at(0, -1))
	o.add(scene.CurveTo, at(kappa, -1), at(1, -kappa), at(1, 0))
	o.close()
	return o
}

// Rounded is a rectangle whose corners are quarters of an ellipse.
func Rounded(x, y, w, h, rx, ry float64) Outline {
	rx, ry = min(rx, w/2), min(ry, h/2)
	var o Outline
	corner := func(fromX, fromY, toX, toY, cornerX, cornerY float64) {
		from, to := scene.Point{X: fromX, Y: fromY}, scene.Point{X: toX, Y: toY}
		bend := func(p scene.Point) scene.Point {
			return scene.Point{X: p.X + (cornerX-p.X)*kappa, Y: p.Y + (cornerY-p.Y)*kappa}
		}
		o.line(from)
		o.add(scene.CurveTo, bend(from), bend(to), to)
	}
	o.move(scene.Point{X: x + rx, Y: y})
	corner(x+w-rx, y, x+w, y+ry, x+w, y)
	corner(x+w, y+h-ry, x+w-rx, y+h, x+w, y+h)
	corner(x+rx, y+h, x, y+h-ry, x, y+h)
	corner(x, y+ry, x+rx, y, x, y)
	o.close()
	return o
}

// Polygon reads the points of a polyline, which is closed on demand.
func Polygon(list string, closed bool) (Outline, error) {
	var o Outline
	v, err := ParseNumbers(list)
	if err != nil {
		return o, err
	}
	if len(v)%2 != 0 {
		return o, fmt.Errorf("svg: odd number of coordinates in %q", Shorten(list))
	}
	for i := 0; i+1 < len(v); i += 2 {
		p := scene.Point{X: v[i], Y: v[i+1]}
		if i == 0 {
			o.move(p)
		} else {
			o.line(p)
		}
	}
	if closed && len(v) > 0 {
		o.close()
	}
	return o, nil
}
