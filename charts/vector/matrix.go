package vector

import (
	"fmt"
	"math"
	"strings"

	"warraq/charts/scene"
)

// A matrix maps (x, y) to (ax + cy + e, bx + dy + f), as SVG writes it.
type matrix struct{ a, b, c, d, e, f float64 }

func identity() matrix { return matrix{a: 1, d: 1} }

// apply maps a point.
func (m matrix) apply(p scene.Point) scene.Point {
	return scene.Point{X: m.a*p.X + m.c*p.Y + m.e, Y: m.b*p.X + m.d*p.Y + m.f}
}

// times returns the matrix that applies n first and m then.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f,
	}
}

// inverse returns the matrix that undoes m, and whether there is one.
func (m matrix) inverse() (matrix, bool) {
	det := m.a*m.d - m.b*m.c
	if math.Abs(det) < 1e-12 || math.IsNaN(det) || math.IsInf(det, 0) {
		return matrix{}, false
	}
	return matrix{
		m.d / det, -m.b / det, -m.c / det, m.a / det,
		(m.c*m.f - m.d*m.e) / det, (m.b*m.e - m.a*m.f) / det,
	}, true
}

// scale is the factor by which m changes lengths, on average.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// parseTransform reads a list of transform functions (SVG 1.1 §7.6).
func parseTransform(s string) (matrix, error) {
	m := identity()
	for rest := strings.Trim(s, " ,\t\n"); rest != ""; rest = strings.Trim(rest, " ,\t\n") {
		name, after, ok := strings.Cut(rest, "(")
		if !ok {
			return m, fmt.Errorf("svg: transform %q", s)
		}
		list, next, ok := strings.Cut(after, ")")
		if !ok {
			return m, fmt.Errorf("svg: transform %q", s)
		}
		v, err := parseNumbers(list)
		if err != nil {
			return m, err
		}
		t, ok := transformFunction(strings.TrimSpace(name), v)
		if !ok {
			return m, fmt.Errorf("svg: transform %q", s)
		}
		m, rest = m.times(t), next
	}
	return m, nil
}

func transformFunction(name string, v []float64) (matrix, bool) {
	switch {
	case name == "matrix" && len(v) == 6:
		return matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, true
	case name == "translate" && len(v) == 1:
		return matrix{1, 0, 0, 1, v[0], 0}, true
	case name == "translate" && len(v) == 2:
		return matrix{1, 0, 0, 1, v[0], v[1]}, true
	case name == "scale" && len(v) == 1:
		return matrix{v[0], 0, 0, v[0], 0, 0}, true
	case name == "scale" && len(v) == 2:
		return matrix{v[0], 0, 0, v[1], 0, 0}, true
	case name == "rotate" && (len(v) == 1 || len(v) == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		turn := matrix{cos, sin, -sin, cos, 0, 0}
		if len(v) == 3 {
			turn = matrix{1, 0, 0, 1, v[1], v[2]}.times(turn).times(matrix{1, 0, 0, 1, -v[1], -v[2]})
		}
		return turn, true
	case name == "skewX" && len(v) == 1:
		return matrix{1, 0, math.Tan(v[0] * math.Pi / 180), 1, 0, 0}, true
	case name == "skewY" && len(v) == 1:
		return matrix{1, math.Tan(v[0] * math.Pi / 180), 0, 1, 0, 0}, true
	}
	return matrix{}, false
}
