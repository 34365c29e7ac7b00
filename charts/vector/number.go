package vector

import (
	"fmt"
	"math"
	"strconv"
	"strings"
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
		return 0, fmt.Errorf("svg: not a number at %d in %q", start, shorten(n.s))
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
	return false, fmt.Errorf("svg: not a flag at %d in %q", n.pos, shorten(n.s))
}

// parseNumbers reads a list of numbers.
func parseNumbers(s string) ([]float64, error) {
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

// parseLength reads one length in user units; px may be written.
func parseLength(s string) (float64, error) {
	n := scanner{s: strings.TrimSuffix(strings.TrimSpace(s), "px")}
	v, err := n.number()
	if err == nil && !n.done() {
		err = fmt.Errorf("svg: not a length: %q", shorten(s))
	}
	return v, err
}

// shorten keeps messages readable.
func shorten(s string) string {
	if len(s) > 60 {
		return s[:60] + "…"
	}
	return s
}
