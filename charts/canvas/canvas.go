// Package canvas is what charts are laid out on: text that is measured and
// wrapped, axes, legends, colours and patterns, and the option of ECharts that
// holds them, with the finish that it has on a printed page. It knows no type of
// chart.
//
// Lengths are points.
package canvas

import (
	"strings"

	"warraq/fonts/numeral"
	"warraq/input/brief"
	"warraq/input/locale"
)

// A Style is how the text and the shapes of a chart look.
type Style struct {
	// Measure returns the width of one line of text at a size in the chart's
	// face, in points.
	Measure func(text string, size float64, bold bool) float64
	// Size is the size of chart text.
	Size float64
	// LineHeight is the distance of two lines of one label, Ascent and Descent
	// are the face's; all are in em and positive.
	LineHeight, Ascent, Descent float64
	// Palette has its colours.
	Palette Palette
}

// A Canvas is what a kind lays a chart out on: a width, a face to measure with
// and the document's habits.
type Canvas struct {
	Style
	// Chart is the block that is laid out, Width the width of its drawing, and
	// System the digits of the document.
	Chart  *brief.Chart
	Width  float64
	System numeral.System
	// Words are those of the document's language.
	Words *locale.Locale
	// RTL reports that categories run from the right.
	RTL bool
	// bare is the unit that amounts are printed without.
	bare string
}

// TextWidth returns the width of the widest line of a text.
func (v *Canvas) TextWidth(text string) float64 {
	width := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		width = max(width, v.Measure(Present(line, v.System), v.Size, false))
	}
	return width
}

// Widest returns the width of the widest of some texts.
func (v *Canvas) Widest(texts []string) float64 {
	width := 0.0
	for _, t := range texts {
		width = max(width, v.TextWidth(t))
	}
	return width
}

// Leading is the distance of two lines of a label.
func (v *Canvas) Leading() float64 { return v.Size * v.LineHeight }

// Frame is a grid with room for labels on each side, which ECharts is not to
// change: everything was measured.
func (v *Canvas) Frame(left, right, top, bottom float64) map[string]any {
	return map[string]any{
		"left": Page(left), "right": Page(right), "top": Page(top), "bottom": Page(bottom),
		"containLabel": Page(false), "outerBoundsMode": Page("none"),
	}
}

// Stroke is the style of a line.
func (v *Canvas) Stroke(color string, width float64) map[string]any {
	return map[string]any{"color": color, "width": Page(width)}
}

// Sides returns what stands at the side that reading begins from, and at the
// other, as left and right.
func (v *Canvas) Sides(near, far float64) (left, right float64) {
	if v.RTL {
		return far, near
	}
	return near, far
}

// Start is where the lines of a text begin in a column, and how they align there.
func (v *Canvas) Start(left, width float64) (x float64, align string) {
	if v.RTL {
		return left + width, "right"
	}
	return left, "left"
}

// SideOf names the side of an axis.
func SideOf(right bool) string {
	if right {
		return "right"
	}
	return "left"
}
