package drawing

import (
	"math"
	"strings"

	"golang.org/x/text/unicode/bidi"

	"warraq/charts/scene"
	"warraq/charts/svg"
)

// A line is the part of a text element that stands together: what follows a
// place of its own (SVG 1.1 §10.5, "text chunk").
type line struct {
	at    scene.Point
	style style
	spans []scene.Span
}

// A writer lays out one text element.
type writer struct {
	*reader
	n     *node
	lines []line
	// at is where the next line begins, in user units; fresh is set until it has
	// text.
	at    scene.Point
	fresh bool
}

// text places the lines of a text element. They are set in the report's own
// faces, so their widths are not known here: text that goes on after a shift
// without a place of its own is reported.
func (r *reader) text(n *node, s style) {
	w := &writer{reader: r, n: n, fresh: true}
	if !w.move(n, s) {
		return
	}
	w.walk(n, s)
	for i := range w.lines {
		w.finish(&w.lines[i])
	}
}

// walk takes the characters and tspans of an element.
func (w *writer) walk(n *node, s style) {
	for _, child := range n.children {
		switch child.name {
		case "":
			w.write(child.text, s)
		case "tspan", "a":
			if w.drawn++; w.drawn > maxDrawn {
				w.fail(child)
				return
			}
			inner := w.style(child, s)
			if inner.gone || !w.move(child, inner) {
				continue
			}
			if child.attr("transform") != "" {
				w.refuse(child, "<tspan transform>")
			}
			inner.fillOpacity *= inner.opacity
			inner.opacity = 1
			w.walk(child, inner)
		case foreign, "title", "desc", "metadata":
		default:
			w.refuse(child, "<text> <"+child.name+">")
		}
	}
}

// move begins a new line where an element says where.
func (w *writer) move(n *node, s style) bool {
	moved := false
	for _, name := range [...]string{"x", "y", "dx", "dy"} {
		value := n.attr(name)
		if value == "" {
			continue
		}
		if strings.ContainsAny(strings.TrimSpace(value), " ,") {
			w.refuse(n, "<"+n.name+" "+name+"> of each letter")
			return false
		}
		v, err := w.length(value, axisOf(name), s.fontSize)
		if err != nil {
			w.refuseValue(n, name, value)
			return false
		}
		switch {
		case name == "x":
			w.at.X, moved = v, true
		case name == "y":
			if n.attr("x") == "" && !w.fresh {
				w.refuse(n, "<"+n.name+" y> without x")
				return false
			}
			w.at.Y, moved = v, true
		case v == 0:
		case !moved && !w.fresh:
			w.refuse(n, "<"+n.name+" "+name+"> without x")
			return false
		case name == "dx":
			w.at.X += v
		default:
			w.at.Y += v
		}
	}
	if moved {
		w.fresh = true
	}
	return true
}

// write appends characters to the open line. White space is one blank, and none
// where a line begins (SVG 1.1 §10.15).
func (w *writer) write(text string, s style) {
	text = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(text)
	if !s.preserve {
		text = collapse(text)
	}
	if w.fresh && !s.preserve {
		text = strings.TrimLeft(text, " ")
	}
	if text == "" || s.hidden {
		return
	}
	if w.fresh {
		w.lines = append(w.lines, line{at: w.at, style: s})
		w.fresh = false
	}
	l := &w.lines[len(w.lines)-1]
	if n := len(l.spans); n > 0 && !s.preserve && strings.HasSuffix(l.spans[n-1].Value, " ") {
		text = strings.TrimLeft(text, " ")
	}
	if text == "" {
		return
	}
	color, ok := w.flat(w.n, "fill", s.fill, s)
	if color = svg.Fade(color, s.fillOpacity); !ok || color.A == 0 {
		return
	}
	// A halo would need the outline of the glyphs.
	if s.stroke != "none" && s.strokeWidth > 0 && s.strokeOpacity > 0 {
		w.refuse(w.n, "<text stroke>")
		return
	}
	l.spans = append(l.spans, scene.Span{Value: text, Size: s.fontSize, Bold: s.bold, Color: color, Family: s.family})
}

func collapse(s string) string {
	var b strings.Builder
	blank := false
	for i := range len(s) {
		if s[i] == ' ' && blank {
			continue
		}
		blank = s[i] == ' '
		b.WriteByte(s[i])
	}
	return b.String()
}

// Where a line stands that is not placed by its baseline, in em of a common
// face: its own face is not known until the page is set.
const (
	middleHeight  = 0.25 // of half a small letter
	centralHeight = 0.34
	hangingHeight = 0.75
	afterEdge     = 0.25
)

// finish appends a line to the scene.
func (w *writer) finish(l *line) {
	s := l.style
	if n := len(l.spans); n > 0 && !s.preserve {
		if l.spans[n-1].Value = strings.TrimRight(l.spans[n-1].Value, " "); l.spans[n-1].Value == "" {
			l.spans = l.spans[:n-1]
		}
	}
	if len(l.spans) == 0 {
		return
	}
	switch s.baseline {
	case "", "auto", "alphabetic", "baseline", "inherit":
	case "middle":
		l.at.Y += middleHeight * s.fontSize
	case "central":
		l.at.Y += centralHeight * s.fontSize
	case "hanging", "text-before-edge", "text-top", "before-edge":
		l.at.Y += hangingHeight * s.fontSize
	case "text-after-edge", "after-edge", "ideographic", "text-bottom":
		l.at.Y -= afterEdge * s.fontSize
	default:
		w.refuseValue(w.n, "dominant-baseline", s.baseline)
		return
	}
	m := s.matrix
	if m.A*m.D-m.B*m.C <= 0 || uneven(m) {
		w.refuse(w.n, "<text> mirrored, skewed or stretched")
		return
	}
	at := m.Apply(l.at)
	if !w.within(w.n, svg.Outline{Points: []scene.Point{at}}) {
		return
	}
	scale := m.Scale()
	t := &scene.Text{X: svg.Round(at.X), Y: svg.Round(at.Y), Rotation: svg.Round(math.Atan2(m.B, m.A) * 180 / math.Pi)}
	for i := range l.spans {
		l.spans[i].Size = svg.Round(l.spans[i].Size * scale)
		t.Value += l.spans[i].Value
	}
	first := l.spans[0]
	t.Size, t.Bold, t.Color, t.Family = first.Size, first.Bold, first.Color, first.Family
	same := true
	for _, span := range l.spans {
		same = same && span.Size == first.Size && span.Bold == first.Bold && span.Color == first.Color && span.Family == first.Family
	}
	if !same {
		t.Spans = l.spans
	}
	if t.Size <= 0 {
		return
	}
	// An anchor is a side of the writing direction, which is from the left unless
	// it is set (SVG 1.1 §10.9.1), whatever the letters are.
	t.Anchor = scene.Anchor(s.anchor)
	if s.direction == "rtl" {
		t.Anchor = scene.Right - t.Anchor
	}
	t.RTL = s.direction == "rtl" || s.direction == "" && rightToLeft(t.Value)
	it := scene.Item{Text: t}
	if s.clipped && needed(s.clip, boxOf(it), 0) != nil {
		w.refuse(w.n, "<text> within a clip")
		return
	}
	w.points++
	w.scene.Items = append(w.scene.Items, it)
}

// rightToLeft reports the direction of the first strong letter (UAX #9 P2, P3).
func rightToLeft(s string) bool {
	for _, c := range s {
		p, _ := bidi.LookupRune(c)
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}
