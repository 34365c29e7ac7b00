package theme

import (
	"image/color"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"warraq/input/problem"
	"warraq/input/tree"
)

// isPlain reports whether a scalar stands without quotes: only then is it a
// number, or a yes or no, and not a text.
func isPlain(n *tree.Node) bool {
	s := n.Span.Text()
	return n.Kind == tree.Scalar && (len(s) == 0 || s[0] != '"' && s[0] != '\'')
}

// word reads a text that says something, or reports it and returns "".
func (r *reader) word(name string, n *tree.Node) string {
	if n.Kind != tree.Scalar || strings.TrimSpace(n.Text) == "" {
		r.problems.Add(wrongType.At(n.Span, name, aText))
		return ""
	}
	return n.Text
}

// hex reads #rrggbb.
func (r *reader) hex(n *tree.Node) (color.NRGBA, bool) {
	s, isHex := strings.CutPrefix(n.Text, "#")
	v, err := strconv.ParseUint(s, 16, 32)
	if n.Kind != tree.Scalar || !isHex || len(s) != 6 || err != nil {
		return color.NRGBA{}, false
	}
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}, true
}

// color reads #rrggbb or the name of a colour of the theme, and returns that
// name too.
func (r *reader) color(name string, n *tree.Node) (c color.NRGBA, called string, ok bool) {
	if own := r.t.Colors.named()[n.Text]; own != nil && n.Kind == tree.Scalar {
		return *own, n.Text, true
	}
	if c, ok := r.hex(n); ok {
		return c, "", true
	}
	r.problems.Add(wrongType.At(n.Span, name, aColorOrName))
	return color.NRGBA{}, "", false
}

var number = regexp.MustCompile(`^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$`)

// points is how many there are to a unit of length.
var units = []struct {
	name   string
	points float64
}{{"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}, {"pt", 1}}

// length reads points, or a number with a unit, and puts it into *to.
func (r *reader) length(name string, to *float64, low, high float64) field {
	return func(n *tree.Node) {
		s, factor := n.Text, 0.0
		if isPlain(n) {
			factor = 1
		}
		for _, u := range units {
			if rest, ok := strings.CutSuffix(s, u.name); ok {
				s, factor = strings.TrimSpace(rest), u.points
				break
			}
		}
		if n.Kind != tree.Scalar || factor == 0 || !number.MatchString(s) {
			r.problems.Add(wrongType.At(n.Span, name, aLength))
			return
		}
		v, _ := strconv.ParseFloat(s, 64) // what is too large for it is out of range
		if v *= factor; !(v >= low && v <= high) {
			r.problems.Add(outOfRange.At(n.Span, name, low, high))
			return
		}
		*to = v
	}
}

// factor reads a number without a unit.
func (r *reader) factor(name string, to *float64, low, high float64) field {
	set := r.length(name, to, low, high)
	return func(n *tree.Node) {
		if !isPlain(n) || !number.MatchString(n.Text) {
			r.problems.Add(wrongType.At(n.Span, name, aNumber))
			return
		}
		set(n)
	}
}

func (r *reader) flag(name string, to *bool) field {
	return func(n *tree.Node) {
		if !isPlain(n) || n.Text != "true" && n.Text != "false" {
			r.problems.Add(wrongType.At(n.Span, name, aFlag))
			return
		}
		*to = n.Text == "true"
	}
}

// choice reads one of a few words, or reports it and returns "".
func (r *reader) choice(name string, n *tree.Node, known ...string) string {
	if n.Kind == tree.Scalar && slices.Contains(known, n.Text) {
		return n.Text
	}
	if word := r.word(name, n); word != "" {
		r.problems.Add(unknownValue.At(n.Span, name, word, problem.DidYouMean(word, known)))
	}
	return ""
}
