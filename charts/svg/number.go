package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"warraq/charts/scene"
)

// A scanner reads numbers out of attributes: paths, points, transforms.
type scanner struct {
	s   string
	pos int
}

// space skips white space and commas.
func (n *scanner) space() {
	for n.pos < len(n.s) && strings.IndexByte(" \t\r\n,", n.s[n.pos]) >= 0 {
		n.pos++
	}
}

// done reports whether nothing is left.
func (n *scanner) done() bool {
	n.space()
	return n.pos >= len(n.s)
}

// number reads one number of the SVG grammar, in which "1-2" and "1.5.5" are
// two each.
func (n *scanner) number() (float64, error) {
	n.space()
	start := n.pos
	digits := func() {
		for n.pos < len(n.s) && n.s[n.pos] >= '0' && n.s[n.pos] <= '9' {
			n.pos++
		}
	}
	at := func(set string) bool { return n.pos < len(n.s) && strings.IndexByte(set, n.s[n.pos]) >= 0 }
	if at("+-") {
		n.pos++
	}
	digits()
	if at(".") {
		n.pos++
		digits()
	}
	if at("eE") {
		n.pos++
		if at("+-") {
			n.pos++
		}
		digits()
	}
	v, err := strconv.ParseFloat(n.s[start:n.pos], 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, fmt.Errorf("svg: not a number at %d in %q", start, Shorten(n.s))
	}
	return v, nil
}

// flag reads the 0 or 1 of an arc, which may stand without a separator.
func (n *scanner) flag() (bool, error) {
	n.space()
	if n.pos < len(n.s) && (n.s[n.pos] == '0' || n.s[n.pos] == '1') {
		n.pos++
		return n.s[n.pos-1] == '1', nil
	}
	return false, fmt.Errorf("svg: not a flag at %d in %q", n.pos, Shorten(n.s))
}

// ParseNumbers reads a list of numbers.
func ParseNumbers(s string) ([]float64, error) {
	n := scanner{s: s}
	var list []float64
	for !n.done() {
		v, err := n.number()
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, nil
}

// ParseLength reads one length in user units; px may be written.
func ParseLength(s string) (float64, error) {
	n := scanner{s: strings.TrimSuffix(strings.TrimSpace(s), "px")}
	v, err := n.number()
	if err == nil && !n.done() {
		err = fmt.Errorf("svg: not a length: %q", Shorten(s))
	}
	return v, err
}

// Shorten keeps messages readable.
func Shorten(s string) string {
	if len(s) > 60 {
		return s[:60] + "…"
	}
	return s
}

// Round keeps a thousandth of a point: finer than any press, and the same
// however a sum was rounded.
func Round(v float64) float64 {
	r := math.Round(v*1000) / 1000
	if r == 0 {
		return 0 // not -0
	}
	return r
}

// RoundPoints rounds points, in a slice of their own.
func RoundPoints(points []scene.Point) []scene.Point {
	r := make([]scene.Point, len(points))
	for i, p := range points {
		r[i] = scene.Point{X: Round(p.X), Y: Round(p.Y)}
	}
	return r
}
