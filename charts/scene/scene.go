// Package scene is a drawing as vectors, a chart or a picture: plain data
// between whoever drew it and the page it stands on.
//
// Lengths are points, x to the right and y down from the top left corner. Colours
// are sRGB.
package scene

import "image/color"

// A Scene is one drawing.
type Scene struct {
	Width, Height float64
	Items         []Item
}

// An Item is a path or a text: exactly one is set.
type Item struct {
	Path *Path
	Text *Text
}

// A Verb says what a segment draws and how many points it takes.
type Verb byte

// The verbs: MoveTo and LineTo take a point, CurveTo (cubic) three, Close none.
const (
	MoveTo  Verb = 'M'
	LineTo  Verb = 'L'
	CurveTo Verb = 'C'
	Close   Verb = 'Z'
)

// A Point in a scene.
type Point struct{ X, Y float64 }

// A Path is an outline with fill, stroke or both. Points holds the points of
// Verbs one after another.
type Path struct {
	Verbs  []Verb
	Points []Point
	// Fill is nil where nothing is filled; EvenOdd chooses the rule.
	Fill    *color.NRGBA
	EvenOdd bool
	// Gradient, where set, fills the outline in place of Fill.
	Gradient *Gradient
	// Stroke is nil where nothing is stroked.
	Stroke     *color.NRGBA
	Width      float64
	Dash       []float64
	DashOffset float64
	Cap, Join  int // as in PDF: 0 butt or miter, 1 round, 2 square or bevel
	// Miter is how many times its width a mitred corner may be long; 0 is 10, as
	// in PDF.
	Miter float64
	// Clip, where set, is a closed outline that bounds what is painted. It may
	// have a clip itself, and then both do.
	Clip *Path
}

// A Gradient runs from one colour to the next: along a line, or out of a point.
type Gradient struct {
	// Place maps (x, y) of the gradient's own space to (ax + cy + e, bx + dy + f)
	// of the scene. In its own space a linear gradient runs from (0, 0) to (1, 0),
	// and a radial one from Focus to the circle of radius 1 about (0, 0).
	Place  [6]float64
	Radial bool
	Focus  Point
	// Stops are two or more, their offsets ascending from 0 to 1, all of the same
	// opacity. What lies before the first and after the last has their colours.
	Stops []Stop
}

// A Stop is a colour at a place of a gradient.
type Stop struct {
	Offset float64
	Color  color.NRGBA
}

// Anchor is the part of a text that stands at X.
type Anchor int

// The anchors are places on the page, not in the text's direction.
const (
	Left Anchor = iota
	Middle
	Right
)

// A Text is one line at a place. Y is the baseline. Rotation is degrees
// clockwise about (X, Y).
type Text struct {
	X, Y     float64
	Anchor   Anchor
	Rotation float64
	Value    string
	// RTL is the base direction of the line (UAX #9 P3).
	RTL   bool
	Size  float64
	Bold  bool
	Color color.NRGBA
	// Family is a font family that whoever drew it wishes for, or empty.
	Family string
	// Spans, where set, divide Value into stretches that look different: the
	// values of all of them are Value, and Size, Bold, Color and Family stand
	// there.
	Spans []Span
}

// A Span is a stretch of a text.
type Span struct {
	Value  string
	Size   float64
	Bold   bool
	Color  color.NRGBA
	Family string
}
