package svg

import (
	"fmt"
	"math"
	"strings"

	"warraq/charts/scene"
)

// A Matrix maps (x, y) to (ax + cy + e, bx + dy + f), as SVG writes it.
type Matrix struct{ A, B, C, D, E, F float64 }

// Identity changes nothing.
func Identity() Matrix { return Matrix{A: 1, D: 1} }

// Translate moves by a vector.
func Translate(x, y float64) Matrix { return Matrix{1, 0, 0, 1, x, y} }

// Scaling multiplies coordinates.
func Scaling(x, y float64) Matrix { return Matrix{x, 0, 0, y, 0, 0} }

// Apply maps a point.
func (m Matrix) Apply(p scene.Point) scene.Point {
	return scene.Point{X: m.A*p.X + m.C*p.Y + m.E, Y: m.B*p.X + m.D*p.Y + m.F}
}

// Times returns the matrix that applies n first and m then.
func (m Matrix) Times(n Matrix) Matrix {
	return Matrix{
		m.A*n.A + m.C*n.B, m.B*n.A + m.D*n.B,
		m.A*n.C + m.C*n.D, m.B*n.C + m.D*n.D,
		m.A*n.E + m.C*n.F + m.E, m.B*n.E + m.D*n.F + m.F,
	}
}

// Inverse returns the matrix that undoes m, and whether there is one.
func (m Matrix) Inverse() (Matrix, bool) {
	det := m.A*m.D - m.B*m.C
	if math.Abs(det) < 1e-12 || math.IsNaN(det) || math.IsInf(det, 0) {
		return Matrix{}, false
	}
	return Matrix{
		m.D / det, -m.B / det, -m.C / det, m.A / det,
		(m.C*m.F - m.D*m.E) / det, (m.B*m.E - m.A*m.F) / det,
	}, true
}

// Scale is the factor by which m changes lengths, on average.
func (m Matrix) Scale() float64 { return math.Sqrt(math.Abs(m.A*m.D - m.B*m.C)) }

// ParseTransform reads a list of transform functions (SVG 1.1 §7.6).
func ParseTransform(s string) (Matrix, error) {
	m := Identity()
	for rest := strings.Trim(s, " ,\t\n"); rest != ""; rest = strings.Trim(rest, " ,\t\n") {
		name, after, ok := strings.Cut(rest, "(")
		if !ok {
			return m, fmt.Errorf("svg: transform %q", s)
		}
		list, next, ok := strings.Cut(after, ")")
		if !ok {
			return m, fmt.Errorf("svg: transform %q", s)
		}
		v, err := ParseNumbers(list)
		if err != nil {
			return m, err
		}
		t, ok := transformFunction(strings.TrimSpace(name), v)
		if !ok {
			return m, fmt.Errorf("svg: transform %q", s)
		}
		m, rest = m.Times(t), next
	}
	return m, nil
}

func transformFunction(name string, v []float64) (Matrix, bool) {
	switch {
	case name == "matrix" && len(v) == 6:
		return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, true
	case name == "translate" && len(v) == 1:
		return Translate(v[0], 0), true
	case name == "translate" && len(v) == 2:
		return Translate(v[0], v[1]), true
	case name == "scale" && len(v) == 1:
		return Scaling(v[0], v[0]), true
	case name == "scale" && len(v) == 2:
		return Scaling(v[0], v[1]), true
	case name == "rotate" && (len(v) == 1 || len(v) == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		turn := Matrix{cos, sin, -sin, cos, 0, 0}
		if len(v) == 3 {
			turn = Translate(v[1], v[2]).Times(turn).Times(Translate(-v[1], -v[2]))
		}
		return turn, true
	case name == "skewX" && len(v) == 1:
		return Matrix{1, 0, math.Tan(v[0] * math.Pi / 180), 1, 0, 0}, true
	case name == "skewY" && len(v) == 1:
		return Matrix{1, math.Tan(v[0] * math.Pi / 180), 0, 1, 0, 0}, true
	}
	return Matrix{}, false
}
